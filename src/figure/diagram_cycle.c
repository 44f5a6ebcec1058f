/* diagram_cycle.c - cards in a loop, clockwise, with what goes in and what comes out. */

#include "figure/sketch.h"

#include <math.h>

/* The most of the width that inputs, and outputs, take at a side. */
static const double side_share = 0.17;

/* Two lines of cards: one above the other, or side by side.  The one with fewer cards,
 * of an odd number, stands between the other's. */
typedef struct cycle {
    bool upright;       /* side by side */
    bool flat_sides;    /* inputs above the loop, outputs below it */
    size_t more, fewer; /* cards of each line */
    cp_card_size card;
    double width;
    cp_size gap; /* between two columns, two rows */
    cp_size center;
    double inputs, outputs; /* what they take of the width, or of the height */
    double side_item;       /* the height of an input or output */
    double arrow;
    cp_rect loop;
} cycle;

/* ---- inputs and outputs ---- */

static double flat_width(const cp_sketch *sketch, const cp_diagram_texts *list)
{
    double gap = cp_sketch_length(sketch, sketch->style->gap);

    return (sketch->box.width - (double)(list->count - 1) * gap) / (double)list->count;
}

static double side_width(cp_sketch *sketch, const cp_diagram_texts *list)
{
    double width = 0;

    for (size_t i = 0; i < list->count; i++)
        width = fmax(width, cp_sketch_width(sketch, CP_SHAPE_ITEM, list->item[i]));
    return fmin(width, sketch->box.width * side_share);
}

static double side_height(cp_sketch *sketch, const cycle *c, const cp_diagram_texts *list)
{
    double height = 0, width;

    if (list->count == 0)
        return 0;
    width = c->flat_sides ? flat_width(sketch, list) : side_width(sketch, list);
    for (size_t i = 0; i < list->count; i++)
        height = fmax(height, cp_sketch_height(sketch, CP_SHAPE_ITEM, list->item[i], width));
    return height;
}

static double side_need(const cp_sketch *sketch, const cycle *c, const cp_diagram_texts *list)
{
    double gap = cp_sketch_length(sketch, sketch->style->gap);

    return list->count > 0 ? (double)list->count * (c->side_item + gap) - gap : 0;
}

static void measure_sides(cp_sketch *sketch, cycle *c)
{
    const cp_diagram *diagram = sketch->diagram;
    const cp_diagram_texts *in = &diagram->inputs, *out = &diagram->outputs;

    c->arrow = cp_sketch_length(sketch, sketch->style->arrow_gap);
    c->side_item = fmax(side_height(sketch, c, in), side_height(sketch, c, out));
    c->inputs = in->count == 0 ? 0 : c->flat_sides ? c->side_item : side_width(sketch, in);
    c->outputs = out->count == 0 ? 0 : c->flat_sides ? c->side_item : side_width(sketch, out);
    c->inputs += c->inputs > 0 ? c->arrow : 0;
    c->outputs += c->outputs > 0 ? c->arrow : 0;
    c->loop = sketch->box;
    if (c->flat_sides)
        return;
    c->loop.x += c->inputs;
    c->loop.width -= c->inputs + c->outputs;
}

/* ---- the loop ---- */

static size_t columns_of(const cycle *c)
{
    return c->upright ? 2 : c->more;
}

static size_t rows_of(const cycle *c)
{
    return c->upright ? c->more : 2;
}

static void measure_loop(cp_sketch *sketch, cycle *c)
{
    cp_diagram_text center = sketch->diagram->center;
    double link = c->arrow * 1.35, room = cp_sketch_length(sketch, sketch->style->gap) * 2;
    double columns = (double)columns_of(c), wide;

    c->gap = (cp_size){ link, link };
    c->center.width = fmin(cp_sketch_width(sketch, CP_SHAPE_CENTER, center),
                           c->loop.width * (c->upright ? 0.3 : 0.45));
    c->center.height = cp_sketch_height(sketch, CP_SHAPE_CENTER, center, c->center.width);
    if (c->center.height > 0 && c->upright)
        c->gap.width = fmax(link, c->center.width + 2 * room);
    if (c->center.height > 0 && !c->upright)
        c->gap.height = fmax(link, c->center.height + 2 * room);
    c->width = (c->loop.width - (columns - 1) * c->gap.width) / columns;
    c->card = cp_sketch_card_size(sketch, c->width);
    /* The centre stands within the lines that join the two rows, or columns. */
    wide = (columns - 1) * (c->width + c->gap.width);
    sketch->narrow = sketch->narrow || c->width <= 0
                     || (c->center.height > 0 && c->center.width + 2 * room > wide);
    if (c->center.height > 0 && c->upright)
        c->gap.height = fmax(link, (c->center.height + 2 * room) / (double)(c->more - 1)
                                       - cp_card_height(c->card));
}

static double loop_height(const cycle *c)
{
    return (double)rows_of(c) * (cp_card_height(c->card) + c->gap.height) - c->gap.height;
}

/* Clockwise from the upper left. */
static cp_rect card_rect(const cycle *c, size_t index)
{
    double half = c->more > c->fewer ? 0.5 : 0, height = cp_card_height(c->card);
    double along, across;

    if (c->upright) {
        bool left = index == 0 || index > c->more;

        across = left ? 0 : 1;
        along = !left        ? (double)index - 1
                : index == 0 ? half
                             : (double)(c->more + c->fewer - index) + half;
    } else {
        across = index < c->more ? 0 : 1;
        along = index < c->more ? (double)index : (double)(c->more + c->fewer - 1 - index) + half;
    }
    return (cp_rect){ c->loop.x + (c->upright ? across : along) * (c->width + c->gap.width),
                      c->loop.y + (c->upright ? along : across) * (height + c->gap.height),
                      c->width, height };
}

static cp_point middle_of(cp_rect rect)
{
    return (cp_point){ rect.x + rect.width / 2, rect.y + rect.height / 2 };
}

/* Where the line from the card's middle towards `to`, level or upright, leaves it. */
static cp_point edge_towards(cp_rect card, cp_point to, bool level)
{
    cp_point at = middle_of(card);

    if (level)
        at.x = to.x > at.x ? card.x + card.width : card.x;
    else
        at.y = to.y > at.y ? card.y + card.height : card.y;
    return at;
}

static void link_cards(cp_sketch *sketch, const cycle *c, size_t from, size_t to)
{
    cp_rect a = card_rect(c, from), b = card_rect(c, to);
    cp_point start = middle_of(a), end = middle_of(b), corner;
    bool fewer_line = c->upright ? start.x < end.x : start.y < end.y;

    if (fabs(start.x - end.x) < 0.5 || fabs(start.y - end.y) < 0.5) {
        bool level = fabs(start.y - end.y) < 0.5;
        const cp_point points[] = { edge_towards(a, end, level), edge_towards(b, start, level) };

        cp_sketch_link(sketch, points, 2);
        return;
    }
    corner = fewer_line ? (cp_point){ start.x, end.y } : (cp_point){ end.x, start.y };
    const cp_point points[]
        = { edge_towards(a, corner, !fewer_line), corner, edge_towards(b, corner, fewer_line) };
    cp_sketch_link(sketch, points, 3);
}

static void place_loop(cp_sketch *sketch, const cycle *c)
{
    const cp_diagram *diagram = sketch->diagram;
    cp_point middle = middle_of(c->loop);

    for (size_t i = 0; i < diagram->count; i++)
        link_cards(sketch, c, i, (i + 1) % diagram->count);
    if (c->center.height > 0)
        cp_sketch_box(sketch, CP_SHAPE_CENTER,
                      (cp_rect){ middle.x - c->center.width / 2, middle.y - c->center.height / 2,
                                 c->center.width, c->center.height },
                      diagram->center, NULL);
    for (size_t i = 0; i < diagram->count; i++)
        cp_sketch_card(sketch, card_rect(c, i), c->card, &diagram->groups[i]);
}

static void place_column(cp_sketch *sketch, const cycle *c, const cp_diagram_texts *list, double x,
                         double width)
{
    double gap = cp_sketch_length(sketch, sketch->style->gap) * 1.5;
    double height = fmin(c->side_item * 1.6,
                         (c->loop.height - (double)(list->count - 1) * gap) / (double)list->count);
    double all;

    height = fmax(height, c->side_item);
    all = (double)list->count * (height + gap) - gap;
    if (all > c->loop.height)
        gap /= 1.5;
    all = (double)list->count * (height + gap) - gap;
    for (size_t i = 0; i < list->count; i++)
        cp_sketch_box(
            sketch, CP_SHAPE_ITEM,
            (cp_rect){ x, c->loop.y + (c->loop.height - all) / 2 + (double)i * (height + gap),
                       width, height },
            list->item[i], NULL);
}

static void place_sides(cp_sketch *sketch, const cycle *c)
{
    const cp_diagram *diagram = sketch->diagram;
    cp_rect loop = c->loop;
    double right = loop.x + loop.width, bottom = loop.y + loop.height;

    if (c->inputs > 0 && c->flat_sides) {
        cp_sketch_grid(sketch, (cp_rect){ loop.x, loop.y - c->inputs, loop.width, c->side_item },
                       &diagram->inputs, diagram->inputs.count, c->side_item);
        cp_sketch_arrow(sketch, (cp_rect){ loop.x, loop.y - c->arrow, loop.width, c->arrow },
                        CP_WAY_DOWN);
    } else if (c->inputs > 0) {
        place_column(sketch, c, &diagram->inputs, loop.x - c->inputs, c->inputs - c->arrow);
        cp_sketch_arrow(sketch, (cp_rect){ loop.x - c->arrow, loop.y, c->arrow, loop.height },
                        CP_WAY_RIGHT);
    }
    if (c->outputs > 0 && c->flat_sides) {
        cp_sketch_arrow(sketch, (cp_rect){ loop.x, bottom, loop.width, c->arrow }, CP_WAY_DOWN);
        cp_sketch_grid(sketch, (cp_rect){ loop.x, bottom + c->arrow, loop.width, c->side_item },
                       &diagram->outputs, diagram->outputs.count, c->side_item);
    } else if (c->outputs > 0) {
        cp_sketch_arrow(sketch, (cp_rect){ right, loop.y, c->arrow, loop.height }, CP_WAY_RIGHT);
        place_column(sketch, c, &diagram->outputs, right + c->arrow, c->outputs - c->arrow);
    }
}

static void stretch(cp_sketch *sketch, cycle *c)
{
    double flat = c->flat_sides ? c->inputs + c->outputs : 0;
    double room = (sketch->box.height - flat + c->gap.height) / (double)rows_of(c) - c->gap.height;
    double spare;

    c->card = cp_sketch_stretch(sketch, c->card, room);
    spare = sketch->box.height - flat - loop_height(c);
    c->gap.height += fmax(0, fmin(spare / (double)(rows_of(c) - 1), c->gap.height));
    c->loop.height = loop_height(c);
    c->loop.y += fmax(0, (sketch->box.height - flat - c->loop.height) / 2)
                 + (c->flat_sides ? c->inputs : 0);
}

static void cycle_lay(cp_sketch *sketch, size_t variant)
{
    const cp_diagram *diagram = sketch->diagram;
    cycle c = { .upright = variant % 2 == 1,
                .flat_sides = variant >= 2,
                .more = (diagram->count + 1) / 2,
                .fewer = diagram->count / 2 };

    measure_sides(sketch, &c);
    measure_loop(sketch, &c);
    sketch->need = loop_height(&c);
    if (c.flat_sides)
        sketch->need += c.inputs + c.outputs;
    else
        sketch->need = fmax(sketch->need, fmax(side_need(sketch, &c, &diagram->inputs),
                                               side_need(sketch, &c, &diagram->outputs)));
    sketch->turned = c.upright && cp_sketch_is_wide(sketch);
    if (sketch->trial)
        return;
    stretch(sketch, &c);
    place_loop(sketch, &c);
    place_sides(sketch, &c);
}

static size_t cycle_variants(const cp_diagram *diagram)
{
    return diagram->inputs.count + diagram->outputs.count > 0 ? 4 : 2;
}

const cp_diagram_layout cp_diagram_cycle = {
    .name = "cycle",
    .fewest = 3,
    .center = true,
    .sides = true,
    .alt = "循环图",
    .next = "→",
    .variants = cycle_variants,
    .lay = cycle_lay,
};
