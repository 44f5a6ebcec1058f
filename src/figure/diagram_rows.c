#include "figure/diagram_rows.h"

#include <math.h>

enum { ACROSS_MOST = 6, STRETCH_STEPS = 16 };

/* Heads take no more of the width than this. */
static const double head_share = 0.3;

/* Heads alone stand well below each other in boxes up to this width over height. */
static const double flat = 2;

/* Heads alone need not fill a wide box: they are this much wider than their widest text,
 * and have this share of the width. */
static const double alone_growth = 1.8, alone_share = 0.6;

typedef struct rows {
    size_t across;
    double head, body;  /* widths; body 0: heads alone */
    double inset;       /* of heads alone, at each side */
    double left;        /* of a stack, before its boxes: the arrow's */
    double item, alone; /* heights: of an item, of a group without any */
    double gap, between;
    double milestone, base; /* heights, 0: none */
} rows;

size_t cp_rows_variants(const cp_diagram *diagram)
{
    size_t most = cp_diagram_most_items(diagram);

    return most < 1 ? 1 : most < ACROSS_MOST ? most : ACROSS_MOST;
}

static size_t lines_of(const rows *r, const cp_diagram_group *group)
{
    return (group->items.count + r->across - 1) / r->across;
}

/* Items of a group spread evenly over its lines where that keeps to the grid of the others. */
static size_t across_of(const rows *r, const cp_diagram_group *group)
{
    size_t lines = lines_of(r, group);
    size_t even = lines > 0 ? (group->items.count + lines - 1) / lines : 1;

    return cp_sketch_share(r->across, even);
}

static void measure_widths(cp_sketch *sketch, rows *r, cp_way way)
{
    const cp_diagram *diagram = sketch->diagram;
    double width, widest = 0;

    if (way == CP_WAY_UP && diagram->arrows)
        r->left = cp_sketch_length(sketch, sketch->style->arrow_size + sketch->style->gap);
    width = sketch->box.width - r->left;
    for (size_t i = 0; i < diagram->count; i++)
        widest = fmax(widest, cp_sketch_width(sketch, CP_SHAPE_HEAD, diagram->groups[i].title));
    if (cp_diagram_most_items(diagram) == 0) {
        r->head = fmin(width, fmax(widest * alone_growth, width * alone_share));
        r->inset = (width - r->head) / 2;
        return;
    }
    r->head = widest > 0 ? fmin(fmax(widest, width * head_share / 2), width * head_share) : 0;
    r->body = width - r->head - (r->head > 0 ? r->gap : 0);
}

static double item_width(const rows *r, const cp_diagram_group *group, size_t index)
{
    size_t across = across_of(r, group), first = index / across * across;
    size_t left = group->items.count - first;
    size_t here = cp_sketch_share(across, left < across ? left : across);

    return (r->body - (double)(here - 1) * r->gap) / (double)here;
}

static double group_height(const rows *r, const cp_diagram_group *group)
{
    size_t lines = lines_of(r, group);
    double body = lines > 0 ? (double)lines * (r->item + r->gap) - r->gap : 0;

    return fmax(body, r->alone);
}

/* The group's lines, less what its last one leaves empty. */
static double used_lines(const rows *r, const cp_diagram_group *group)
{
    size_t across = across_of(r, group), lines = lines_of(r, group), last;

    if (lines == 0)
        return 0;
    last = group->items.count - (group->items.count - 1) / across * across;
    return (double)lines - 1 + (double)last / (double)cp_sketch_share(across, last);
}

static void measure(cp_sketch *sketch, rows *r)
{
    const cp_diagram *diagram = sketch->diagram;
    double all = 0, used = 0;
    double width = sketch->box.width - r->left - 2 * r->inset;

    for (size_t i = 0; i < diagram->count; i++) {
        const cp_diagram_group *group = &diagram->groups[i];

        r->alone = fmax(r->alone, cp_sketch_height(sketch, CP_SHAPE_HEAD, group->title, r->head));
        all += (double)lines_of(r, group);
        used += used_lines(r, group);
        for (size_t j = 0; j < group->items.count; j++)
            r->item = fmax(r->item, cp_sketch_height(sketch, CP_SHAPE_ITEM, group->items.item[j],
                                                     item_width(r, group, j)));
    }
    sketch->waste = all > 0 ? 1 - used / all : 0;
    r->milestone = cp_sketch_height(sketch, CP_SHAPE_MILESTONE, diagram->milestone, width);
    r->base = cp_sketch_height(sketch, CP_SHAPE_BASE, diagram->base, width);
}

static double height_of(const rows *r, const cp_diagram *diagram)
{
    double height = (double)(diagram->count - 1) * r->between;

    for (size_t i = 0; i < diagram->count; i++)
        height += group_height(r, &diagram->groups[i]);
    if (r->milestone > 0)
        height += r->between + r->milestone;
    if (r->base > 0)
        height += r->gap + r->base;
    return height;
}

/* The rows as they are with `more` height for each line, as far as boxes grow. */
static rows grown(const rows *r, double more, double tallest)
{
    rows out = *r;

    if (r->item > 0)
        out.item = fmax(r->item, fmin(r->item + more, tallest));
    out.alone = fmax(r->alone, fmin(r->alone + more, tallest));
    return out;
}

static void stretch(const cp_sketch *sketch, rows *r)
{
    double low = 0, high = sketch->box.height;
    double tallest = cp_sketch_tallest(sketch, CP_SHAPE_ITEM);

    for (int i = 0; i < STRETCH_STEPS; i++) {
        double more = (low + high) / 2;
        rows tried = grown(r, more, tallest);

        if (height_of(&tried, sketch->diagram) <= sketch->box.height)
            low = more;
        else
            high = more;
    }
    *r = grown(r, low, tallest);
}

static void place_group(cp_sketch *sketch, const rows *r, cp_rect rect,
                        const cp_diagram_group *group)
{
    cp_rect head = { rect.x, rect.y, group->items.count > 0 ? r->head : rect.width, rect.height };
    cp_rect body = rect;
    size_t lines = lines_of(r, group);

    if (group->title.text.size > 0)
        cp_sketch_box(sketch, CP_SHAPE_HEAD, head, group->title, group);
    if (lines == 0)
        return;
    body.x = rect.x + rect.width - r->body;
    body.width = r->body;
    cp_sketch_grid(sketch, body, &group->items, across_of(r, group),
                   (rect.height - (double)(lines - 1) * r->gap) / (double)lines);
}

/* Below the heads. */
static cp_rect arrow_room(const rows *r, cp_rect at)
{
    return (cp_rect){ at.x, at.y, r->head > 0 ? r->head : at.width, r->between };
}

static void place_ends(cp_sketch *sketch, const rows *r, cp_rect at)
{
    const cp_diagram *diagram = sketch->diagram;

    if (r->milestone > 0) {
        if (diagram->arrows)
            cp_sketch_arrow(sketch, arrow_room(r, at), CP_WAY_DOWN);
        at.y += r->between;
        cp_sketch_box(sketch, CP_SHAPE_MILESTONE, (cp_rect){ at.x, at.y, at.width, r->milestone },
                      diagram->milestone, NULL);
        at.y += r->milestone;
    }
    if (r->base > 0)
        cp_sketch_box(sketch, CP_SHAPE_BASE, (cp_rect){ at.x, at.y + r->gap, at.width, r->base },
                      diagram->base, NULL);
}

static void place(cp_sketch *sketch, const rows *r, cp_way way)
{
    const cp_diagram *diagram = sketch->diagram;
    double height = height_of(r, diagram);
    cp_rect at = cp_rect_inset(sketch->box, 0, r->inset, 0, r->left + r->inset);

    at.y += fmax(0, (at.height - height) / 2);
    if (r->left > 0)
        cp_sketch_long_arrow(sketch, (cp_rect){ at.x - r->left, at.y, r->left - r->gap, height },
                             CP_WAY_UP);
    for (size_t i = 0; i < diagram->count; i++) {
        const cp_diagram_group *group
            = &diagram->groups[way == CP_WAY_UP ? diagram->count - 1 - i : i];

        at.height = group_height(r, group);
        place_group(sketch, r, at, group);
        at.y += at.height;
        if (i + 1 == diagram->count)
            break;
        if (diagram->arrows && way == CP_WAY_DOWN)
            cp_sketch_arrow(sketch, arrow_room(r, at), way);
        at.y += r->between;
    }
    place_ends(sketch, r, at);
}

void cp_rows_lay(cp_sketch *sketch, size_t variant, cp_way way)
{
    const cp_diagram_style *style = sketch->style;
    bool arrows = sketch->diagram->arrows && way == CP_WAY_DOWN;
    rows r = { .across = variant + 1 };

    r.gap = cp_sketch_length(sketch, style->gap);
    r.between = arrows ? cp_sketch_length(sketch, style->arrow_gap) : r.gap;
    measure_widths(sketch, &r, way);
    measure(sketch, &r);
    sketch->need = height_of(&r, sketch->diagram);
    sketch->turned = way == CP_WAY_DOWN && cp_sketch_is_wide(sketch)
                     && (r.body > 0 || sketch->box.width > flat * sketch->box.height);
    if (sketch->trial)
        return;
    stretch(sketch, &r);
    place(sketch, &r, way);
}
