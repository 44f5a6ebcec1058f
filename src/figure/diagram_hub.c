/* diagram_hub.c - a centre, and what it reaches: cards around it or below it. */

#include "figure/sketch.h"

#include <math.h>

/* The centre's most, of the width; cards stand this many gaps from each other. */
static const double beside_share = 0.28, above_share = 0.6, card_gaps = 1.7;

enum { AROUND, ROW, TRUNK, TREE, VARIANTS };

typedef struct hub {
    cp_card_size card;
    double width; /* of a card */
    cp_size center;
    double gap, link; /* between two cards; for the lines */
    size_t across, down;
    cp_rect box; /* what is used of the sketch's */
} hub;

static void measure_center(cp_sketch *sketch, hub *h, double most)
{
    cp_diagram_text words = sketch->diagram->center;
    double pad = cp_sketch_length(sketch, sketch->style->pad_x);

    h->center.width = fmin(cp_sketch_width(sketch, CP_SHAPE_CENTER, words) + 2 * pad, most);
    h->center.height = cp_sketch_height(sketch, CP_SHAPE_CENTER, words, h->center.width);
}

static double cards_height(const hub *h)
{
    return (double)h->down * (cp_card_height(h->card) + h->gap) - h->gap;
}

static hub hub_of(const cp_sketch *sketch)
{
    return (hub){ .gap = cp_sketch_length(sketch, sketch->style->gap * card_gaps),
                  .link = cp_sketch_length(sketch, sketch->style->arrow_gap * 1.2),
                  .across = 1,
                  .box = sketch->box };
}

static void shrink_box(hub *h, double height)
{
    h->box.y += fmax(0, (h->box.height - height) / 2);
    h->box.height = height;
}

static void place_center(cp_sketch *sketch, cp_rect rect)
{
    cp_sketch_box(sketch, CP_SHAPE_CENTER, rect, sketch->diagram->center, NULL);
}

/* ---- cards at the left and right of the centre ---- */

/* Cards in reading order: left, right, left, ...  A side with one fewer stands in the middle. */
static cp_rect around_rect(const hub *h, size_t count, size_t index)
{
    bool right = index % 2 == 1;
    size_t here = right ? count / 2 : (count + 1) / 2;
    double height = cp_card_height(h->card);
    double missing = (double)(h->down - here) * (height + h->gap) / 2;

    return (cp_rect){ right ? h->box.x + h->box.width - h->width : h->box.x,
                      h->box.y + missing + (double)(index / 2) * (height + h->gap), h->width,
                      height };
}

/* From the centre's side along a bus to the middle of the card's inner edge. */
static void link_around(cp_sketch *sketch, cp_rect center, cp_rect card)
{
    bool right = card.x > center.x;
    double from = right ? center.x + center.width : center.x;
    double to = right ? card.x : card.x + card.width;
    double bus = from + (to - from) * 0.4;
    double middle = center.y + center.height / 2, level = card.y + card.height / 2;
    const cp_point points[] = { { from, middle }, { bus, middle }, { bus, level }, { to, level } };

    cp_sketch_link(sketch, points, 4);
}

static void lay_around(cp_sketch *sketch)
{
    const cp_diagram *diagram = sketch->diagram;
    hub h = hub_of(sketch);
    cp_rect center;

    h.link *= 1.3;
    measure_center(sketch, &h, sketch->box.width * beside_share);
    h.width = (sketch->box.width - h.center.width - 2 * h.link) / 2;
    h.down = (diagram->count + 1) / 2;
    h.card = cp_sketch_card_size(sketch, h.width);
    sketch->need = fmax(cards_height(&h), h.center.height);
    if (sketch->trial)
        return;
    h.card
        = cp_sketch_stretch(sketch, h.card, (sketch->box.height + h.gap) / (double)h.down - h.gap);
    shrink_box(&h, cards_height(&h));
    h.center.height = fmax(h.center.height, fmin(h.center.height * 1.8, h.box.height * 0.5));
    center = (cp_rect){ h.box.x + h.width + h.link, h.box.y + (h.box.height - h.center.height) / 2,
                        h.center.width, h.center.height };
    for (size_t i = 0; i < diagram->count; i++)
        link_around(sketch, center, around_rect(&h, diagram->count, i));
    place_center(sketch, center);
    for (size_t i = 0; i < diagram->count; i++)
        cp_sketch_card(sketch, around_rect(&h, diagram->count, i), h.card, &diagram->groups[i]);
}

/* ---- cards below the centre ---- */

static cp_rect below_rect(const hub *h, double left, double step, size_t index)
{
    double height = cp_card_height(h->card);

    return (cp_rect){ left + (double)(index % h->across) * step,
                      h->box.y + h->center.height + h->link
                          + (double)(index / h->across) * (height + h->gap),
                      h->width, height };
}

/* Down the trunk, then to the card: from above in a single row, else to its inner edge. */
static void link_below(cp_sketch *sketch, const hub *h, double trunk, double bottom, cp_rect card,
                       bool row)
{
    double bus = bottom + h->link * 0.4, middle = card.x + card.width / 2;
    double level = card.y + card.height / 2;
    double edge = card.x > trunk ? card.x : card.x + card.width;
    const cp_point above[]
        = { { trunk, bottom }, { trunk, bus }, { middle, bus }, { middle, card.y } };
    const cp_point beside[] = { { trunk, bottom }, { trunk, level }, { edge, level } };

    cp_sketch_link(sketch, row ? above : beside, row ? 4 : 3);
}

static void place_below(cp_sketch *sketch, const hub *h, double left, double step, double trunk,
                        bool row)
{
    const cp_diagram *diagram = sketch->diagram;
    double x = fmax(h->box.x, trunk - h->center.width / 2);

    for (size_t i = 0; i < diagram->count; i++)
        link_below(sketch, h, trunk, h->box.y + h->center.height, below_rect(h, left, step, i),
                   row);
    place_center(sketch, (cp_rect){ x, h->box.y, h->center.width, h->center.height });
    for (size_t i = 0; i < diagram->count; i++)
        cp_sketch_card(sketch, below_rect(h, left, step, i), h->card, &diagram->groups[i]);
}

static void lay_below(cp_sketch *sketch, size_t variant)
{
    const cp_diagram *diagram = sketch->diagram;
    hub h = hub_of(sketch);
    double left = 0, between = variant == TRUNK ? 2 * h.link : h.gap, trunk;

    h.across = variant == ROW ? diagram->count : variant == TRUNK ? 2 : 1;
    h.down = (diagram->count + h.across - 1) / h.across;
    left = variant == TREE ? h.link * 1.3 : 0;
    h.width = (h.box.width - left - (double)(h.across - 1) * between) / (double)h.across;
    trunk = h.box.x + (variant == TREE ? h.link * 0.5 : h.box.width / 2);
    measure_center(sketch, &h, h.box.width * (variant == TREE ? 1 : above_share));
    if (variant == ROW)
        h.center.width = fmax(h.center.width, h.box.width * beside_share);
    h.card = cp_sketch_card_size(sketch, h.width);
    sketch->need = h.center.height + h.link + cards_height(&h);
    sketch->turned
        = variant != ROW
          && (cp_sketch_is_wide(sketch) || (variant == TRUNK && diagram->count % 2 == 1));
    if (sketch->trial)
        return;
    h.card = cp_sketch_stretch(
        sketch, h.card, (h.box.height - h.center.height - h.link + h.gap) / (double)h.down - h.gap);
    shrink_box(&h, h.center.height + h.link + cards_height(&h));
    place_below(sketch, &h, h.box.x + left, h.width + between, trunk, variant == ROW);
}

static size_t hub_variants(const cp_diagram *diagram)
{
    (void)diagram;
    return VARIANTS;
}

/* An odd number stands evenly only in a row. */
static void hub_lay(cp_sketch *sketch, size_t variant)
{
    if (variant <= ROW && sketch->diagram->count % 2 == 1)
        variant = variant == ROW ? AROUND : ROW;
    if (variant == AROUND)
        lay_around(sketch);
    else
        lay_below(sketch, variant);
}

const cp_diagram_layout cp_diagram_hub = {
    .name = "hub",
    .fewest = 2,
    .center = true,
    .alt = "辐射图",
    .next = "、",
    .variants = hub_variants,
    .lay = hub_lay,
};
