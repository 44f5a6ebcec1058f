/* diagram_columns.c - groups side by side, or below each other where the box is tall. */

#include "figure/diagram_rows.h"

#include <math.h>
#include <stdint.h>

/* Groups beside each other, their items in a grid of `rows` rows.  Where some have fewer
 * rows than others a panel holds each group together. */
typedef struct columns {
    size_t rows;
    bool panels;
    double inset;              /* of a panel */
    double head, item;         /* heights */
    double cell, gap, between; /* an item's width; between two items, two groups */
} columns;

static size_t across_of(const cp_diagram_group *group, size_t rows)
{
    return group->items.count == 0 ? 1 : (group->items.count + rows - 1) / rows;
}

static size_t rows_of(const cp_diagram_group *group, size_t rows)
{
    size_t across = across_of(group, rows);

    return (group->items.count + across - 1) / across;
}

static double width_of(const columns *c, const cp_diagram_group *group)
{
    size_t across = across_of(group, c->rows);

    return (double)across * (c->cell + c->gap) - c->gap + 2 * c->inset;
}

/* How wide an item is in its row: those of a last row share its whole width. */
static double item_width(const columns *c, const cp_diagram_group *group, size_t index)
{
    size_t across = across_of(group, c->rows), first = index / across * across;
    size_t left = group->items.count - first;
    size_t here = cp_sketch_share(across, left < across ? left : across);
    double width = width_of(c, group) - 2 * c->inset;

    return (width - (double)(here - 1) * c->gap) / (double)here;
}

/* The rows that are used of those allowed, and whether all groups use them alike. */
static void count_rows(const cp_diagram *diagram, columns *c)
{
    size_t most = 0, fewest = SIZE_MAX;

    for (size_t i = 0; i < diagram->count; i++) {
        size_t rows = rows_of(&diagram->groups[i], c->rows);

        most = rows > most ? rows : most;
        if (rows > 0 && rows < fewest)
            fewest = rows;
    }
    c->panels = most > fewest;
    if (most > 0)
        c->rows = most;
}

static void measure_widths(const cp_sketch *sketch, columns *c)
{
    const cp_diagram *diagram = sketch->diagram;
    double count = (double)diagram->count, cells = 0;

    c->gap = cp_sketch_length(sketch, sketch->style->gap);
    c->inset = c->panels ? c->gap : 0;
    c->between = diagram->arrows ? cp_sketch_length(sketch, sketch->style->arrow_gap) : c->gap;
    for (size_t i = 0; i < diagram->count; i++)
        cells += (double)across_of(&diagram->groups[i], c->rows);
    c->cell = (sketch->box.width - (count - 1) * c->between - (cells - count) * c->gap
               - 2 * count * c->inset)
              / cells;
}

/* Of a group's width times its rows, what boxes take. */
static double used_width(const columns *c, const cp_diagram_group *group, double width)
{
    size_t across = across_of(group, c->rows), rows = rows_of(group, c->rows);
    size_t last = group->items.count - (rows > 0 ? rows - 1 : 0) * across;
    double share = (double)last / (double)cp_sketch_share(across, last);

    return group->items.count == 0 ? width * (double)c->rows : width * ((double)rows - 1 + share);
}

static void measure(cp_sketch *sketch, columns *c)
{
    const cp_diagram *diagram = sketch->diagram;
    double used = 0, all = 0;

    for (size_t i = 0; i < diagram->count; i++) {
        const cp_diagram_group *group = &diagram->groups[i];
        double width = width_of(c, group);

        c->head = fmax(c->head, cp_sketch_height(sketch, CP_SHAPE_HEAD, group->title, width));
        for (size_t j = 0; j < group->items.count; j++)
            c->item = fmax(c->item, cp_sketch_height(sketch, CP_SHAPE_ITEM, group->items.item[j],
                                                     item_width(c, group, j)));
        all += width * (double)c->rows;
        used += used_width(c, group, width);
    }
    sketch->waste = all > 0 ? 1 - used / all : 0;
}

static double items_height(const columns *c)
{
    return c->item > 0 ? (double)c->rows * (c->item + c->gap) - c->gap + 2 * c->inset : 0;
}

/* Between a head and its items; panels begin right below it. */
static double head_gap(const columns *c)
{
    return c->head > 0 && c->item > 0 && !c->panels ? c->gap : 0;
}

static double height_of(const columns *c)
{
    return c->head + head_gap(c) + items_height(c);
}

/* Boxes take the room there is, as far as they stay boxes of text. */
static void stretch(const cp_sketch *sketch, columns *c)
{
    double spare = sketch->box.height - height_of(c);
    double tallest = cp_sketch_tallest(sketch, CP_SHAPE_ITEM);

    if (c->item > 0)
        c->item += fmax(0, fmin(spare / (double)c->rows, tallest - c->item));
    else
        c->head += fmax(0, fmin(spare, tallest - c->head));
}

static void place_group(cp_sketch *sketch, const columns *c, cp_rect rect,
                        const cp_diagram_group *group)
{
    size_t across = across_of(group, c->rows);
    cp_rect head = rect, body = cp_rect_inset(rect, c->head + head_gap(c), 0, 0, 0);

    if (group->items.count > 0)
        head.height = c->head;
    if (c->panels && group->items.count > 0) {
        cp_sketch_panel(sketch, body);
        body = cp_rect_inset(body, c->inset, c->inset, c->inset, c->inset);
        cp_sketch_paper_grid(sketch, body, &group->items, across, c->item);
    } else {
        cp_sketch_grid(sketch, body, &group->items, across, c->item);
    }
    if (group->title.text.size > 0)
        cp_sketch_box(sketch, CP_SHAPE_HEAD, head, group->title, group);
}

/* Arrows lead from body to body, from head to head where there are only heads. */
static void lay_columns(cp_sketch *sketch, size_t rows)
{
    const cp_diagram *diagram = sketch->diagram;
    cp_rect at = sketch->box;
    columns c = { .rows = rows };
    double body;

    count_rows(diagram, &c);
    measure_widths(sketch, &c);
    measure(sketch, &c);
    sketch->need = height_of(&c);
    if (sketch->trial)
        return;
    stretch(sketch, &c);
    at.height = height_of(&c);
    at.y += fmax(0, (sketch->box.height - at.height) / 2);
    body = c.item > 0 ? at.height - items_height(&c) : 0;
    for (size_t i = 0; i < diagram->count; i++) {
        at.width = width_of(&c, &diagram->groups[i]);
        place_group(sketch, &c, at, &diagram->groups[i]);
        at.x += at.width;
        if (diagram->arrows && i + 1 < diagram->count)
            cp_sketch_arrow(sketch, (cp_rect){ at.x, at.y + body, c.between, at.height - body },
                            CP_WAY_RIGHT);
        at.x += c.between;
    }
}

static size_t column_variants(const cp_diagram *diagram)
{
    size_t most = cp_diagram_most_items(diagram);

    return most > 1 ? most : 1;
}

static size_t columns_variants(const cp_diagram *diagram)
{
    return column_variants(diagram) + cp_rows_variants(diagram);
}

static void columns_lay(cp_sketch *sketch, size_t variant)
{
    size_t beside = column_variants(sketch->diagram);

    if (variant < beside)
        lay_columns(sketch, beside - variant);
    else
        cp_rows_lay(sketch, variant - beside, CP_WAY_DOWN);
}

const cp_diagram_layout cp_diagram_columns = {
    .name = "columns",
    .fewest = 1,
    .alt = "链条图",
    .next = "→",
    .variants = columns_variants,
    .lay = columns_lay,
};
