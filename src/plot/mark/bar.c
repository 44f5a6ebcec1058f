/* bar.c - a bar from zero to the value of each row: columns beside or upon each other. */

#include "plot/mark/hatch.h"

#include <math.h>

#include "paint/output.h"

typedef struct bar_options {
    cp_mark_options common;
    int stack; /* cp_stack of plot/bind.h */
    cp_str base, pattern;
} bar_options;

static const cp_field bar_fields[] = {
    CP_MARK_FIELDS(bar_options, "bar",
                   "the column that gives the end of each bar, or of both ends: [low, high]"),
    { .key = "stack",
      .type = CP_FIELD_WORD,
      .offset = offsetof(bar_options, stack),
      .fallback = "false",
      .words = cp_mark_stack_words,
      .help = "true: upon the bars before it instead of beside them; percent: as shares of 100 %" },
    { .key = "base",
      .type = CP_FIELD_TEXT,
      .offset = offsetof(bar_options, base),
      .help = "the column of the ends they begin at; default: zero" },
    { .key = "pattern",
      .type = CP_FIELD_TEXT,
      .offset = offsetof(bar_options, pattern),
      .help = "hatch: for estimates; or a column that is not empty, 0 or 否 where a row is one" },
    { 0 },
};

static const cp_channel_def bar_channels[] = {
    { "bar", CP_CHANNEL_Y, true },
    { "base", CP_CHANNEL_BASE, false },
    { "pattern", CP_CHANNEL_HATCH, false },
    { 0 },
};

static void bar_rectangle(cairo_t *cr, double left, double width, double y0, double y1)
{
    cairo_rectangle(cr, left, fmin(y0, y1), width, fabs(y1 - y0));
}

static bool bar_is_below(const cp_mark_view *view, size_t row)
{
    return cp_mark_is_less(view, view->y[row], cp_mark_foot(view, row));
}

static void bars_apart(const cp_mark_view *view, bool below, bool hatched, cairo_t *cr)
{
    for (size_t i = 0; i < view->rows; i++)
        if (!isnan(view->y[i]) && bar_is_below(view, i) == below
            && (view->hatched && view->hatched[i]) == hatched)
            bar_rectangle(cr, view->x[i] + view->from, view->width, cp_mark_foot(view, i),
                          view->y[i]);
}

/* Bars thinner than a pixel: one for each pixel column, as far as any of them reaches. */
static void bars_merged(const cp_mark_view *view, bool below, cairo_t *cr)
{
    size_t i = 0;

    while (i < view->rows) {
        double column = floor(view->x[i] / CP_MARK_PIXEL), top = INFINITY, bottom = -INFINITY;

        for (; i < view->rows && floor(view->x[i] / CP_MARK_PIXEL) == column; i++) {
            if (isnan(view->y[i]) || bar_is_below(view, i) != below)
                continue;
            top = fmin(top, fmin(view->y[i], cp_mark_foot(view, i)));
            bottom = fmax(bottom, fmax(view->y[i], cp_mark_foot(view, i)));
        }
        if (top <= bottom)
            bar_rectangle(cr, column * CP_MARK_PIXEL, CP_MARK_PIXEL, top, bottom);
    }
}

/* Frames, which stay within their bars. */
static void stroke_within(double line, cairo_t *cr)
{
    cairo_save(cr);
    cairo_clip_preserve(cr);
    cairo_set_line_width(cr, 2 * line);
    cairo_stroke(cr);
    cairo_restore(cr);
}

/* From one value to another bars rise and fall alike: where colours tell which, those that
 * rise are hollow, as candles are. */
static bool rises_are_hollow(const cp_mark_view *view, double line)
{
    const bar_options *options = view->options;

    return options->base.size > 0 && !cp_color_eq(view->color, view->below)
           && view->width > 3 * line;
}

static void bar_draw(const cp_mark_view *view, cairo_t *cr)
{
    double line = view->looks->style->marks.wick;
    bool merged = view->width < CP_MARK_PIXEL;

    for (int below = 0; below <= 1; below++) {
        cp_color color = below ? view->below : view->color;

        if (merged)
            bars_merged(view, below, cr);
        else
            bars_apart(view, below, false, cr);
        cp_set_color(cr, color);
        if (!below && rises_are_hollow(view, line))
            stroke_within(line, cr);
        else
            cairo_fill(cr);
        if (merged || !view->hatched)
            continue;
        bars_apart(view, below, true, cr);
        cp_hatch_fill(view->looks, color, cr);
    }
}

/* Where the colour follows the sign, the key shows both. */
static void bar_draw_key(const cp_mark_key *key, cairo_t *cr)
{
    cp_rect box = key->box;

    cp_set_color(cr, key->color);
    cairo_rectangle(cr, box.x, box.y, box.width, box.height);
    if (key->hatched)
        cp_hatch_fill(key->looks, key->color, cr);
    else
        cairo_fill(cr);
    if (key->hatched || cp_color_eq(key->color, key->below))
        return;
    cp_set_color(cr, key->below);
    cairo_rectangle(cr, box.x + box.width / 2, box.y, box.width / 2, box.height);
    cairo_fill(cr);
}

const cp_mark_class cp_mark_bar = {
    .name = "bar",
    .summary = "a bar from zero to each value",
    .picture = "柱状图",
    .picture_flipped = "条形图",
    .fields = bar_fields,
    .options_size = sizeof(bar_options),
    .channels = bar_channels,
    .pair = "base",
    .traits = CP_MARK_FROM_ZERO | CP_MARK_FILLS | CP_MARK_STEP | CP_MARK_SINGLE | CP_MARK_BY_SIGN,
    .draw = bar_draw,
    .draw_key = bar_draw_key,
};
