/* svg.c - one page as vectors; text becomes outlines, so that no font is needed to see it. */
#include "paint/output.h"

#include <stdint.h>
#include <stdlib.h>

#include <cairo-svg.h>

typedef struct svg_output {
    cp_output base;
    cp_str title;
} svg_output;

static cp_output *svg_open(cp_arena *arena, cp_size page, const cp_document_info *info,
                           const cp_output_options *options, cp_report *report)
{
    svg_output *svg = cp_new(arena, svg_output);

    (void)options;
    (void)report;
    svg->title = info->title;
    svg->base.surface = cairo_svg_surface_create_for_stream(cp_output_sink, &svg->base.drawn,
                                                            page.width, page.height);
    cairo_svg_surface_set_document_unit(svg->base.surface, CAIRO_SVG_UNIT_PT);
    return &svg->base;
}

static void add_escaped(cp_buf *bytes, cp_str text)
{
    for (size_t i = 0; i < text.size; i++) {
        unsigned char byte = (unsigned char)text.data[i];

        if (byte == '<')
            cp_buf_add(bytes, CP_STR("&lt;"));
        else if (byte == '&')
            cp_buf_add(bytes, CP_STR("&amp;"));
        else if (byte >= ' ' || byte == '\t')
            cp_buf_add_char(bytes, (char)byte);
    }
}

/* Behind the root element's own tag, where browsers and readers look for a title. */
static size_t title_place(cp_str text)
{
    size_t root = cp_str_find(text, CP_STR("<svg"), 0);
    size_t end = root == SIZE_MAX ? SIZE_MAX : cp_str_find(text, CP_STR(">"), root);

    return end == SIZE_MAX ? 0 : end + 1;
}

/* cairo's names for groups and pictures count on through the whole process; ours
 * start anew in each file, in the order in which the names are met. */
typedef struct name_list {
    cp_str *name;
    size_t count, room;
} name_list;

static size_t name_index(name_list *list, cp_str name)
{
    size_t i = list->count;

    while (i > 0 && !cp_str_eq(list->name[i - 1], name))
        i--;
    if (i > 0)
        return i;
    if (list->count == list->room) {
        list->room = list->room ? 2 * list->room : 16;
        list->name = cp_grow(list->name, list->room * sizeof(*list->name));
    }
    list->name[list->count++] = name;
    return list->count;
}

/* The length of the name behind the " or # at `at`: surface12 or image12; 0: none. */
static size_t name_size(cp_str text, size_t at)
{
    static const cp_str heads[] = { { "surface", 7 }, { "image", 5 } };
    cp_str rest = cp_str_slice(text, at + 1, text.size);

    for (size_t i = 0; i < 2; i++) {
        size_t size = heads[i].size;
        if (!cp_str_starts(rest, heads[i]))
            continue;
        while (size < rest.size && rest.data[size] >= '0' && rest.data[size] <= '9')
            size++;
        return size > heads[i].size ? size : 0;
    }
    return 0;
}

static void add_renamed(cp_buf *bytes, cp_str text)
{
    name_list list = { 0 };
    size_t done = 0;

    cp_buf_reserve(bytes, text.size);
    for (size_t i = 0; i < text.size; i++) {
        size_t size = text.data[i] == '"' || text.data[i] == '#' ? name_size(text, i) : 0;
        if (size == 0)
            continue;
        cp_buf_add(bytes, cp_str_slice(text, done, i + 1));
        cp_buf_printf(bytes, "group%zu",
                      name_index(&list, cp_str_slice(text, i + 1, i + 1 + size)));
        done = i + 1 + size;
    }
    cp_buf_add(bytes, cp_str_slice(text, done, text.size));
    free(list.name);
}

static bool svg_finish(cp_output *output, cp_buf *bytes, cp_report *report)
{
    svg_output *svg = (svg_output *)output;
    cp_str text = cp_buf_str(&output->drawn);
    size_t place = svg->title.size ? title_place(text) : 0;

    (void)report;
    cp_buf_add(bytes, cp_str_slice(text, 0, place));
    if (place) {
        cp_buf_add(bytes, CP_STR("\n<title>"));
        add_escaped(bytes, svg->title);
        cp_buf_add(bytes, CP_STR("</title>"));
    }
    add_renamed(bytes, cp_str_slice(text, place, text.size));
    return true;
}

const cp_output_class cp_output_svg = {
    .name = "svg",
    .open = svg_open,
    .finish = svg_finish,
};
