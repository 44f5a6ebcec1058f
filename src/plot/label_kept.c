#include "plot/label_kept.h"

#include <math.h>
#include <stdlib.h>

#include "base/border.h"
#include "base/file.h"
#include "base/number.h"

static int by_name(const void *a, const void *b)
{
    return cp_str_compare(((const cp_kept_place *)a)->name, ((const cp_kept_place *)b)->name);
}

static bool read_place(const cp_node *node, cp_kept_place *out, cp_report *report)
{
    double *number[] = { &out->box.x, &out->box.y, &out->box.width, &out->box.height, &out->size };
    const cp_node *item = node->first;
    size_t count = 0;

    while (node->kind == CP_NODE_LIST && item && count < 5 && item->kind == CP_NODE_SCALAR
           && cp_number_parse(item->text, number[count]) && isfinite(*number[count])) {
        item = item->next;
        count++;
    }
    out->name = node->key;
    if (node->kind == CP_NODE_LIST && node->count == count && count >= 4 && out->box.width >= 0
        && out->box.height >= 0 && out->size >= 0)
        return true;
    return cp_fail(report, item ? item->place : node->place,
                   "'" CP_FMT
                   "' has no place; expected [x, y, width, height, size of type] in points",
                   CP_ARG(node->key));
}

bool cp_kept_places_read(cp_arena *arena, const char *file, cp_str text, cp_kept_places *out,
                         cp_report *report)
{
    const cp_node *map = cp_yaml_parse(arena, file, text, report);
    cp_kept_place *item;
    bool ok = map && !map->faulty;

    if (!map)
        return false;
    if (map->kind != CP_NODE_MAP)
        return cp_fail(report, map->place,
                       "expected places of names such as {\"NAME\": [x, y, width, height, size]}, "
                       "found %s",
                       cp_node_kind_name(map));
    item = cp_new_array(arena, cp_kept_place, map->count);
    for (const cp_node *node = map->first; node; node = node->next)
        ok = read_place(node, &item[out->count++], report) && ok;
    qsort(item, out->count, sizeof *item, by_name);
    out->item = item;
    return ok;
}

bool cp_kept_places_open(cp_arena *arena, cp_mark *mark, const char *folder, cp_report *report)
{
    const cp_name_labels *labels = cp_mark_option(mark, "labels");
    const cp_node *node = cp_node_child(mark->node, "labels");
    cp_place at;
    cp_buf text = { 0 };
    bool ok;

    if (!labels || labels->places.size == 0)
        return true;
    at = cp_field_place(node, "places");
    mark->places = cp_new(arena, cp_kept_places);
    mark->places->arena = arena;
    mark->places->path = cp_path_join(arena, folder, cp_str_z(arena, labels->places));
    if (!cp_border_check(report, mark->places->path, at))
        return false;
    if (!cp_file_exists(mark->places->path))
        return true;
    ok = cp_file_read(mark->places->path, at, &text, report)
         && cp_kept_places_read(arena, mark->places->path, cp_buf_str(&text), mark->places, report);
    cp_buf_free(&text);
    return ok;
}

/* The edge that is nearer to the point stays; the middle, where the point is between both. */
static double kept_edge(double low, double length, double now)
{
    if (low >= 0)
        return low;
    return low + length <= 0 ? low + length - now : low + (length - now) / 2;
}

bool cp_kept_place_find(const cp_kept_places *places, cp_str name, cp_size size, cp_point *out)
{
    const cp_kept_place wanted = { .name = name };
    const cp_kept_place *found
        = places->count > 0 ? bsearch(&wanted, places->item, places->count, sizeof wanted, by_name)
                            : NULL;

    if (!found)
        return false;
    *out = (cp_point){ kept_edge(found->box.x, found->box.width, size.width),
                       kept_edge(found->box.y, found->box.height, size.height) };
    return true;
}

static size_t count_of_size(const cp_plot *plot, double size)
{
    size_t count = 0;

    for (size_t m = 0; m < plot->mark_count; m++)
        for (size_t i = 0; plot->marks[m].places && i < plot->marks[m].places->count; i++)
            count += plot->marks[m].places->item[i].size == size;
    return count;
}

double cp_kept_size(const cp_plot *plot)
{
    double best = 0;
    size_t most = 0;

    for (size_t m = 0; m < plot->mark_count; m++)
        for (size_t i = 0; plot->marks[m].places && i < plot->marks[m].places->count; i++) {
            double size = plot->marks[m].places->item[i].size;
            size_t count = size > 0 && size != best ? count_of_size(plot, size) : 0;

            if (count > most) {
                best = size;
                most = count;
            }
        }
    return best;
}

/* A name is kept once, for the first of the points that have it. */
static void add_drawn(cp_kept_places *places, cp_kept_place place)
{
    for (size_t i = 0; i < places->drawn_count; i++)
        if (cp_str_eq(places->drawn[i].name, place.name))
            return;
    places->drawn[places->drawn_count++] = place;
}

void cp_kept_places_take(const cp_layout *layout, const cp_value_labels *labels)
{
    const cp_plot *plot = layout->plot;

    for (size_t m = 0; m < plot->mark_count; m++) {
        const cp_mark *mark = &plot->marks[m];
        cp_kept_places *places = mark->places;

        if (!places)
            continue;
        places->drawn = cp_new_array(places->arena, cp_kept_place, labels->count);
        places->drawn_count = 0;
        for (size_t i = 0; i < labels->count; i++) {
            const cp_value_label *label = &labels->item[i];
            cp_point at = label->wish.anchor.a;

            if (label->series->mark == mark && label->floats
                && label->series->text[label->row].size > 0)
                add_drawn(places, (cp_kept_place){ label->series->text[label->row],
                                                   { label->rect.x - at.x, label->rect.y - at.y,
                                                     label->rect.width, label->rect.height },
                                                   labels->size });
        }
        qsort(places->drawn, places->drawn_count, sizeof *places->drawn, by_name);
    }
}

static void write_name(cp_buf *out, cp_str name)
{
    cp_buf_add_char(out, '"');
    for (size_t i = 0; i < name.size; i++) {
        unsigned char byte = (unsigned char)name.data[i];

        if (byte < ' ')
            cp_buf_printf(out, "\\u%04x", byte);
        else if (byte == '"' || byte == '\\')
            cp_buf_printf(out, "\\%c", byte);
        else
            cp_buf_add_char(out, name.data[i]);
    }
    cp_buf_add_char(out, '"');
}

void cp_kept_places_write(const cp_kept_places *places, cp_buf *out)
{
    cp_buf_add(out, CP_STR("{"));
    for (size_t i = 0; i < places->drawn_count; i++) {
        cp_rect box = places->drawn[i].box;
        double size = places->drawn[i].size;

        cp_buf_add(out, i > 0 ? CP_STR(",\n  ") : CP_STR("\n  "));
        write_name(out, places->drawn[i].name);
        cp_buf_printf(out, ": [%.12g, %.12g, %.12g, %.12g, %g]", box.x, box.y, box.width,
                      box.height, size);
    }
    cp_buf_add(out, CP_STR("\n}\n"));
}
