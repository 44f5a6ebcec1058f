/* diagram_steps.c - one after the other to a milestone, all on a common base. */

#include "figure/diagram_rows.h"

#include <math.h>

/* The milestone's most, of the width; a step's point, of its head's height. */
static const double milestone_share = 0.2, point_share = 0.42;

typedef struct steps {
    double depth; /* of a point */
    double gap;
    double width;           /* of a step without its point */
    double milestone, base; /* the one's width, the other's height */
    double least;           /* the height the milestone's text needs */
    cp_card_size card;      /* its head a step's, its body the list below */
} steps;

static void measure(cp_sketch *sketch, steps *s)
{
    const cp_diagram *diagram = sketch->diagram;
    const cp_diagram_style *style = sketch->style;
    double count = (double)diagram->count, line, room;

    s->gap = cp_sketch_length(sketch, style->gap);
    line = cp_sketch_length(sketch, style->head.size * style->line_height + 2 * style->pad_y);
    s->depth = line * point_share;
    s->milestone = fmin(cp_sketch_width(sketch, CP_SHAPE_MILESTONE, diagram->milestone),
                        sketch->box.width * milestone_share);
    s->least = cp_sketch_height(sketch, CP_SHAPE_MILESTONE, diagram->milestone, s->milestone);
    room = sketch->box.width - s->depth - (count - 1) * s->gap;
    if (s->milestone > 0)
        room -= s->milestone + s->gap;
    s->width = room / count;
    for (size_t i = 0; i < diagram->count; i++) {
        const cp_diagram_group *group = &diagram->groups[i];
        double pad = 2 * cp_sketch_length(sketch, style->pad_x);

        /* Between its notch and its point: `width - depth`. */
        s->card.head = fmax(s->card.head, cp_sketch_height(sketch, CP_SHAPE_STEP, group->title,
                                                           s->width - s->depth + pad));
        s->card.body = fmax(s->card.body, cp_sketch_list_height(sketch, &group->items, s->width));
    }
    s->card.head = fmax(s->card.head, line);
    s->card.text = s->card.body;
    s->base = cp_sketch_height(sketch, CP_SHAPE_BASE, diagram->base,
                               count * s->width + (count - 1) * s->gap);
}

static double height_of(const steps *s)
{
    double height = s->card.head + (s->card.body > 0 ? s->gap + s->card.body : 0);

    return height + (s->base > 0 ? s->gap + s->base : 0);
}

static void place(cp_sketch *sketch, const steps *s)
{
    const cp_diagram *diagram = sketch->diagram;
    double height = fmax(height_of(s), s->least);
    double x = sketch->box.x, y = sketch->box.y + fmax(0, (sketch->box.height - height) / 2);
    double base = y + height - s->base;
    double body = base - (s->base > 0 ? s->gap : 0) - y - s->card.head - s->gap;

    for (size_t i = 0; i < diagram->count; i++) {
        const cp_diagram_group *group = &diagram->groups[i];
        double end = s->card.body > 0 ? s->card.head : body + s->gap + s->card.head;

        cp_sketch_step(sketch, (cp_rect){ x, y, s->width + s->depth, end }, s->depth, i > 0, group);
        if (group->items.count > 0)
            cp_sketch_list(sketch, (cp_rect){ x, y + end + s->gap, s->width, body }, &group->items,
                           s->card.text);
        x += s->width + s->gap;
    }
    x -= s->gap;
    if (s->base > 0)
        cp_sketch_box(sketch, CP_SHAPE_BASE,
                      (cp_rect){ sketch->box.x, base, x - sketch->box.x, s->base }, diagram->base,
                      NULL);
    if (s->milestone > 0)
        cp_sketch_box(sketch, CP_SHAPE_MILESTONE,
                      (cp_rect){ x + s->depth + s->gap, y, s->milestone, height },
                      diagram->milestone, NULL);
}

static void lay_level(cp_sketch *sketch)
{
    steps s = { 0 };

    measure(sketch, &s);
    sketch->need = fmax(height_of(&s), s.least);
    if (sketch->trial)
        return;
    s.card = cp_sketch_stretch(sketch, s.card,
                               sketch->box.height - height_of(&s) + cp_card_height(s.card));
    place(sketch, &s);
}

static size_t steps_variants(const cp_diagram *diagram)
{
    return 1 + cp_rows_variants(diagram);
}

static void steps_lay(cp_sketch *sketch, size_t variant)
{
    if (variant == 0)
        lay_level(sketch);
    else
        cp_rows_lay(sketch, variant - 1, CP_WAY_DOWN);
}

const cp_diagram_layout cp_diagram_steps = {
    .name = "steps",
    .fewest = 1,
    .base = true,
    .milestone = true,
    .alt = "步骤图",
    .next = "→",
    .variants = steps_variants,
    .lay = steps_lay,
};
