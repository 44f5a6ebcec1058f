/* diagram_columns.c - groups side by side, or below each other where the box is tall. */

#include "figure/diagram_rows.h"

#include <math.h>

/* Groups beside each other, their items in a grid of `rows` rows. */
typedef struct columns {
    size_t rows;
    double head, item;         /* heights */
    double cell, gap, between; /* an item's width; between two items, two groups */
} columns;

static size_t across_of(const cp_diagram_group *group, size_t rows)
{
    return group->items.count == 0 ? 1 : (group->items.count + rows - 1) / rows;
}

static double width_of(const columns *c, const cp_diagram_group *group)
{
    size_t across = across_of(group, c->rows);

    return (double)across * c->cell + (double)(across - 1) * c->gap;
}

/* How wide an item is in its row: those of a last row share its whole width. */
static double item_width(const columns *c, const cp_diagram_group *group, size_t index)
{
    size_t across = across_of(group, c->rows), first = index / across * across;
    size_t left = group->items.count - first, here = left < across ? left : across;

    return (width_of(c, group) - (double)(here - 1) * c->gap) / (double)here;
}

static void measure(cp_sketch *sketch, columns *c)
{
    const cp_diagram *diagram = sketch->diagram;
    size_t cells = 0;

    c->gap = cp_sketch_length(sketch, sketch->style->gap);
    c->between = diagram->arrows ? cp_sketch_length(sketch, sketch->style->arrow_gap) : c->gap;
    for (size_t i = 0; i < diagram->count; i++)
        cells += across_of(&diagram->groups[i], c->rows);
    c->cell = (sketch->box.width - (double)(diagram->count - 1) * c->between
               - (double)(cells - diagram->count) * c->gap)
              / (double)cells;
    for (size_t i = 0; i < diagram->count; i++) {
        const cp_diagram_group *group = &diagram->groups[i];

        c->head = fmax(c->head,
                       cp_sketch_height(sketch, CP_SHAPE_HEAD, group->title, width_of(c, group)));
        for (size_t j = 0; j < group->items.count; j++)
            c->item = fmax(c->item, cp_sketch_height(sketch, CP_SHAPE_ITEM, group->items.item[j],
                                                     item_width(c, group, j)));
    }
}

static double items_height(const columns *c)
{
    return c->item > 0 ? (double)c->rows * (c->item + c->gap) - c->gap : 0;
}

static double height_of(const columns *c)
{
    return c->head + items_height(c) + (c->head > 0 && c->item > 0 ? c->gap : 0);
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
    double body = c->head > 0 ? c->head + c->gap : 0;
    cp_rect head = rect;

    if (group->items.count > 0)
        head.height = c->head;
    if (group->title.text.size > 0)
        cp_sketch_box(sketch, CP_SHAPE_HEAD, head, group->title, group);
    cp_sketch_grid(sketch, cp_rect_inset(rect, body, 0, 0, 0), &group->items,
                   across_of(group, c->rows), c->item);
}

/* Arrows lead from body to body, from head to head where there are only heads. */
static void lay_columns(cp_sketch *sketch, size_t rows)
{
    const cp_diagram *diagram = sketch->diagram;
    cp_rect at = sketch->box;
    columns c = { .rows = rows };
    double body;

    measure(sketch, &c);
    sketch->need = height_of(&c);
    if (sketch->trial)
        return;
    stretch(sketch, &c);
    at.height = height_of(&c);
    at.y += fmax(0, (sketch->box.height - at.height) / 2);
    body = at.height - items_height(&c);
    for (size_t i = 0; i < diagram->count; i++) {
        at.width = width_of(&c, &diagram->groups[i]);
        place_group(sketch, &c, at, &diagram->groups[i]);
        at.x += at.width;
        if (diagram->arrows && i + 1 < diagram->count)
            cp_sketch_arrow(sketch,
                            c.item > 0 ? (cp_rect){ at.x, at.y + body, c.between, items_height(&c) }
                                       : (cp_rect){ at.x, at.y, c.between, at.height },
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
