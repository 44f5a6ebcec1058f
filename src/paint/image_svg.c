/*
 * image_svg.c - drawings, by librsvg; they stay vectors in PDF and SVG.
 *
 * Nothing outside the file is ever loaded: there is no base address, and what
 * asks for it is a finding rather than a hole in the drawing.
 *
 * The library is loaded with the first drawing: it and what it needs take as long to
 * load as a small chart takes to draw.
 */
#include "base/library.h"
#include "paint/imagekind.h"
#include "paint/svg_scan.h"

#include <stdint.h>
#include <string.h>

#include <librsvg/rsvg.h>

#define LARGEST_SIDE 1e5 /* CSS pixels */
#define MOST_DRAWN   2e5
#define MOST_HELD    25e6 /* pixels */
#define POINTS       (72 / 96.0)

#define CALLS(X)                                                                                   \
    X(rsvg_handle_new_from_data)                                                                   \
    X(rsvg_handle_set_dpi)                                                                         \
    X(rsvg_handle_get_intrinsic_size_in_pixels)                                                    \
    X(rsvg_handle_get_intrinsic_dimensions)                                                        \
    X(rsvg_handle_get_geometry_for_element)                                                        \
    X(rsvg_handle_render_document)                                                                 \
    X(g_error_free)                                                                                \
    X(g_object_unref)

typedef struct calls {
    CALLS(CP_LIBRARY_MEMBER)
} calls;

static const cp_symbol symbols[] = CP_LIBRARY_SYMBOLS(CALLS);
static const cp_library librsvg = { "librsvg", "librsvg-2.so.2", symbols, NULL };

/* A drawing, and librsvg's functions. */
typedef struct svg {
    RsvgHandle *handle;
    calls call;
} svg;

static bool svg_matches(cp_str bytes)
{
    cp_str head = cp_str_slice(bytes, 0, 4096);

    return cp_str_starts(cp_str_trim(head), CP_STR("<"))
           && cp_str_find(head, CP_STR("<svg"), 0) != SIZE_MAX;
}

static cp_size natural_size(const svg *own)
{
    gboolean has_width, has_height, has_box;
    RsvgLength width, height;
    RsvgRectangle box;
    cp_size size = { 0 };

    if (own->call.rsvg_handle_get_intrinsic_size_in_pixels(own->handle, &size.width, &size.height))
        return size;
    own->call.rsvg_handle_get_intrinsic_dimensions(own->handle, &has_width, &width, &has_height,
                                                   &height, &has_box, &box);
    if (has_box)
        return (cp_size){ box.width, box.height };
    if (own->call.rsvg_handle_get_geometry_for_element(own->handle, NULL, &box, NULL, NULL))
        return (cp_size){ box.x + box.width, box.y + box.height };
    return (cp_size){ 0 };
}

static bool take_size(cp_image *image, cp_report *report)
{
    cp_size size = natural_size(image->own);
    bool sane = size.width > 0 && size.height > 0 && size.width <= LARGEST_SIDE
                && size.height <= LARGEST_SIDE;

    image->size = (cp_size){ size.width * POINTS, size.height * POINTS };
    return sane
           || cp_image_fail(image, report, "is an SVG of %.6g x %.6g pixels: expected 1 to %.0f",
                            size.width, size.height, LARGEST_SIDE);
}

/* libxml's line and column, where they are told, and what is wrong there. */
static cp_str fault_words(const GError *fault)
{
    cp_str text = cp_str_from(fault ? fault->message : "it cannot be read");
    size_t place = cp_str_find(text, CP_STR("(null):"), 0);

    return cp_str_trim(place == SIZE_MAX ? text : cp_str_slice(text, place + 7, text.size));
}

/* A spot of the drawing, to be told of as a picture of its own. */
static cp_image part_at(cp_arena *arena, const cp_image *image, cp_svg_spot at)
{
    return (cp_image){ .arena = arena,
                       .path = cp_printf(arena, "%s:%d:%d", image->path, at.line, at.column),
                       .at = image->at,
                       .turn = 1 };
}

static bool check_facts(const cp_image *image, const cp_svg_facts *facts, cp_report *report)
{
    cp_image part;

    if (facts->outside)
        return cp_image_fail(image, report, "refers to %s: an SVG must hold all it shows",
                             facts->outside);
    if (facts->refused) {
        part = part_at(image->arena, image, facts->at);
        return cp_image_fail(&part, report, "holds %s", facts->refused);
    }
    if (facts->tries > CP_SVG_MOST_TRIES)
        return cp_image_fail(image, report,
                             "has a style sheet whose selectors' letters, times its elements, make "
                             "%.3g; expected up to %.0f million",
                             facts->tries, CP_SVG_MOST_TRIES / 1e6);
    if (facts->weight > MOST_DRAWN)
        return cp_image_fail(image, report,
                             "draws %.3g elements, its references followed (each letter counts as "
                             "%d, each step of a filter as %d); a drawing may have %.0f",
                             facts->weight, CP_SVG_LETTER_WEIGHT, CP_SVG_FILTER_WEIGHT, MOST_DRAWN);
    if (facts->has_text)
        cp_warn(report, image->at,
                "%s holds text, which is set in whatever fonts this machine has: turn it into "
                "paths to have it look the same everywhere",
                image->path);
    return true;
}

/* Each as if it were a file; pixels count over all, for librsvg keeps them decoded. */
static bool check_pictures(cp_arena *arena, const cp_image *image, const cp_svg_picture *it,
                           cp_report *report)
{
    double pixels = 0;
    bool ok = true;

    for (; it && ok; it = it->next) {
        cp_image part = part_at(arena, image, it->at);

        cp_buf_add(&part.bytes, it->bytes);
        ok = it->bytes.data ? cp_image_open_raster(&part, report)
                            : cp_image_fail(&part, report, "is no picture in base64");
        pixels += (double)part.columns * part.rows;
        if (ok && pixels > MOST_HELD)
            ok = cp_image_fail(image, report,
                               "holds pictures of more than %.0f million pixels in all",
                               MOST_HELD / 1e6);
        cp_image_close(&part);
    }
    return ok;
}

static bool check_content(const cp_image *image, cp_str text, cp_report *report)
{
    cp_arena arena = { 0 };
    cp_svg_facts facts;
    const char *fault;
    bool ok = cp_svg_scan(&arena, text, &facts, &fault);

    if (ok) {
        ok = check_facts(image, &facts, report)
             && check_pictures(&arena, image, facts.pictures, report);
    } else {
        cp_image part = part_at(&arena, image, facts.at);

        cp_image_fail(&part, report, "is a broken SVG: %s", fault);
    }
    cp_arena_free(&arena);
    return ok;
}

static bool svg_open(cp_image *image, cp_report *report)
{
    cp_place at = image->at.file ? image->at : (cp_place){ .file = image->path };
    cp_str text = cp_buf_str(&image->bytes);
    svg *own = cp_new(image->arena, svg);
    GError *fault = NULL;

    /* First, for librsvg tries the style sheets while it reads. */
    if (!check_content(image, text, report) || !cp_library_load(&librsvg, &own->call, at, report))
        return false;
    image->own = own;
    own->handle = own->call.rsvg_handle_new_from_data((const guint8 *)text.data, text.size, &fault);
    if (!own->handle) {
        cp_image_fail(image, report, "is a broken SVG: " CP_FMT, CP_ARG(fault_words(fault)));
        if (fault)
            own->call.g_error_free(fault);
        return false;
    }
    own->call.rsvg_handle_set_dpi(own->handle, 96);
    return take_size(image, report);
}

static void svg_draw(const cp_image *image, cairo_t *cr)
{
    RsvgRectangle box = { 0, 0, image->size.width, image->size.height };
    const svg *own = image->own;

    own->call.rsvg_handle_render_document(own->handle, cr, &box, NULL);
}

static void svg_close(cp_image *image)
{
    const svg *own = image->own;

    if (own && own->handle)
        own->call.g_object_unref(own->handle);
}

const cp_image_kind cp_image_svg = {
    .name = "SVG",
    .matches = svg_matches,
    .open = svg_open,
    .draw = svg_draw,
    .close = svg_close,
};
