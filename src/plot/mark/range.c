/* range.c - a line from low to high at each row: errors, forecasts, the year's reach. */

#include "plot/mark/mark.h"

#include <math.h>

#include "paint/output.h"

typedef struct range_options {
    cp_mark_options common;
    cp_str low;
    bool caps;
} range_options;

static const cp_field range_fields[] = {
    CP_MARK_FIELDS(range_options, "range", "the column of upper ends, or of both: [low, high]"),
    { .key = "low",
      .type = CP_FIELD_TEXT,
      .offset = offsetof(range_options, low),
      .fallback = "!",
      .help = "the column of lower ends" },
    { .key = "caps",
      .type = CP_FIELD_BOOL,
      .offset = offsetof(range_options, caps),
      .fallback = "true",
      .help = "whether its ends have strokes across" },
    { 0 },
};

static const cp_channel_def range_channels[] = {
    { "range", CP_CHANNEL_Y, true },
    { "low", CP_CHANNEL_MORE, true },
    { 0 },
};

static const char *range_settle(cp_mark_rows *rows)
{
    for (rows->bad = 0; rows->bad < rows->count; rows->bad++)
        if (rows->more[0][rows->bad] > rows->y[rows->bad])
            return "`low` is above the upper end";
    return NULL;
}

static void range_path(double x, double high, double low, double cap, cairo_t *cr)
{
    cairo_move_to(cr, x, high);
    cairo_line_to(cr, x, low);
    for (int end = 0; cap > 0 && end <= 1; end++) {
        cairo_move_to(cr, x - cap / 2, end ? low : high);
        cairo_line_to(cr, x + cap / 2, end ? low : high);
    }
}

static void range_stroke(const cp_looks *looks, cp_color color, cairo_t *cr)
{
    cp_stroke stroke = looks->style->marks.range;

    stroke.color = color;
    cp_stroke_path(cr, &stroke);
}

static cp_color range_color(const cp_looks *looks, const range_options *options, cp_color color)
{
    return options->common.color.size > 0 ? color : looks->style->marks.range.color;
}

/* Caps never touch those of the neighbours. */
static void range_draw(const cp_mark_view *view, cairo_t *cr)
{
    const range_options *options = view->options;
    double cap = options->caps ? fmin(view->looks->style->marks.cap, view->step * 0.7) : 0;

    for (size_t i = 0; i < view->rows; i++)
        if (!isnan(view->y[i] + view->more[0][i]))
            range_path(view->x[i], view->y[i], view->more[0][i], cap, cr);
    range_stroke(view->looks, range_color(view->looks, options, view->color), cr);
}

static void range_draw_key(const cp_mark_key *key, cairo_t *cr)
{
    const range_options *options = key->options;
    cp_rect box = key->box;
    double cap = options->caps ? fmin(key->looks->style->marks.cap, box.width) : 0;

    range_path(box.x + box.width / 2, box.y, box.y + box.height, cap, cr);
    range_stroke(key->looks, range_color(key->looks, options, key->color), cr);
}

const cp_mark_class cp_mark_range = {
    .name = "range",
    .summary = "a line from a low to a high value at each row",
    .picture = "区间图",
    .fields = range_fields,
    .options_size = sizeof(range_options),
    .channels = range_channels,
    .pair = "low",
    .traits = CP_MARK_SINGLE | CP_MARK_PLAIN,
    .draw = range_draw,
    .draw_key = range_draw_key,
    .settle = range_settle,
};
