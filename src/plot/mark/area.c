/* area.c - the ground between a line and zero, or the areas it is stacked upon. */

#include "plot/mark/hatch.h"

#include <math.h>

#include "paint/output.h"
#include "plot/mark/path.h"
#include "plot/reduce.h"

typedef struct area_options {
    cp_mark_options common;
    int curve; /* cp_curve */
    int stack; /* cp_stack of plot/bind.h */
    cp_str base, pattern;
} area_options;

static const cp_field area_fields[] = {
    CP_MARK_FIELDS(area_options, "area",
                   "the column of the area's upper edge, or of both edges: [low, high]"),
    { .key = "curve",
      .type = CP_FIELD_WORD,
      .offset = offsetof(area_options, curve),
      .fallback = "linear",
      .words = cp_curve_words,
      .help = "how its edge goes from row to row" },
    { .key = "stack",
      .type = CP_FIELD_WORD,
      .offset = offsetof(area_options, stack),
      .fallback = "false",
      .words = cp_mark_stack_words,
      .help = "true: upon the areas before it; percent: as shares of 100 %" },
    { .key = "base",
      .type = CP_FIELD_TEXT,
      .offset = offsetof(area_options, base),
      .help = "the column of its lower edge; default: zero" },
    { .key = "pattern",
      .type = CP_FIELD_TEXT,
      .offset = offsetof(area_options, pattern),
      .help = "hatch: for estimates" },
    { 0 },
};

static const cp_channel_def area_channels[] = {
    { "area", CP_CHANNEL_Y, true },
    { "base", CP_CHANNEL_BASE, false },
    { "pattern", CP_CHANNEL_HATCH, false },
    { 0 },
};

/* The corners of one run, there along its edge and back along its base. */
static void area_run(const cp_point *edge, size_t count, const cp_point *base, size_t base_count,
                     double zero, cairo_t *cr)
{
    cairo_move_to(cr, edge[0].x, edge[0].y);
    for (size_t i = 1; i < count; i++)
        cairo_line_to(cr, edge[i].x, edge[i].y);
    if (base_count == 0) {
        cairo_line_to(cr, edge[count - 1].x, zero);
        cairo_line_to(cr, edge[0].x, zero);
    }
    for (size_t i = base_count; i-- > 0;)
        cairo_line_to(cr, base[i].x, base[i].y);
    cairo_close_path(cr);
}

static size_t run_length(const cp_point *points, size_t count)
{
    size_t length = 0;

    while (length < count && !isnan(points[length].y))
        length++;
    return length;
}

/* Bases miss where their edges miss, so the runs of both correspond. */
static const double *base_of_edge(const cp_mark_view *view)
{
    double *base = cp_new_array(view->page, double, view->rows);

    for (size_t i = 0; i < view->rows; i++)
        base[i] = isnan(view->y[i]) ? NAN : view->base[i];
    return base;
}

/* The path of the ground, run by run. */
static void area_trace(const cp_mark_view *view, cp_curve curve, cairo_t *cr)
{
    cp_path path = cp_path_make(view, view->y, curve, false);
    cp_point *edge, *base = NULL;
    size_t count = cp_reduce_line(view->page, path.x, path.y, path.count, CP_MARK_PIXEL, &edge);
    size_t base_count = 0;

    if (view->base) {
        path = cp_path_make(view, base_of_edge(view), curve, false);
        base_count = cp_reduce_line(view->page, path.x, path.y, path.count, CP_MARK_PIXEL, &base);
    }
    for (size_t i = 0, b = 0; i < count;) {
        size_t run = run_length(edge + i, count - i);
        size_t base_run = base ? run_length(base + b, base_count - b) : 0;

        if (run > 0)
            area_run(edge + i, run, base ? base + b : NULL, base_run, view->zero, cr);
        i += run + 1;
        b += base_run + 1;
    }
}

static void area_stroke_edge(const cp_mark_view *view, cp_curve curve, cairo_t *cr)
{
    cp_path edge = cp_path_make(view, view->y, curve, false);

    cp_set_color(cr, view->color);
    cairo_set_line_width(cr, view->looks->style->chart.line_width);
    cairo_set_line_join(cr, CAIRO_LINE_JOIN_ROUND);
    cp_path_trace(view->page, &edge, cr);
    cairo_stroke(cr);
}

/* Stacked areas must not mix their colours with what lies behind. */
static void area_draw(const cp_mark_view *view, cairo_t *cr)
{
    const area_options *options = view->options;
    cp_color color = view->color;

    color.alpha *= options->stack ? 1 : view->looks->style->chart.area_opacity;
    area_trace(view, (cp_curve)options->curve, cr);
    cp_set_color(cr, color);
    if (options->pattern.size > 0)
        cp_hatch_fill(view->looks, view->color, cr);
    else
        cairo_fill(cr);
    if (!options->stack && options->base.size == 0)
        area_stroke_edge(view, (cp_curve)options->curve, cr);
}

static void area_draw_key(const cp_mark_key *key, cairo_t *cr)
{
    cp_rect box = key->box;

    const area_options *options = key->options;
    cp_color color = key->color;

    color.alpha *= options->base.size > 0 ? key->looks->style->chart.area_opacity : 1;
    cairo_rectangle(cr, box.x, box.y, box.width, box.height);
    cp_set_color(cr, color);
    if (options->pattern.size > 0)
        cp_hatch_fill(key->looks, key->color, cr);
    else
        cairo_fill(cr);
}

const cp_mark_class cp_mark_area = {
    .name = "area",
    .summary = "the ground between a line and zero",
    .picture = "面积图",
    .fields = area_fields,
    .options_size = sizeof(area_options),
    .channels = area_channels,
    .pair = "base",
    .traits = CP_MARK_FROM_ZERO | CP_MARK_FILLS | CP_MARK_SINGLE | CP_MARK_ENDS,
    .draw = area_draw,
    .draw_key = area_draw_key,
};
