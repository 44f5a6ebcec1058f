/* candle.c - open, high, low and close of each day: a body and its wicks. */

#include "plot/mark/mark.h"

#include <math.h>

#include "paint/output.h"

typedef struct candle_options {
    cp_mark_options common;
    cp_str open, high, low;
} candle_options;

enum { MORE_OPEN, MORE_HIGH, MORE_LOW };

static const cp_field candle_fields[] = {
    CP_MARK_FIELDS(candle_options, "candle", "the column of closing prices"),
    { .key = "open",
      .type = CP_FIELD_TEXT,
      .offset = offsetof(candle_options, open),
      .fallback = "!",
      .help = "the column of opening prices" },
    { .key = "high",
      .type = CP_FIELD_TEXT,
      .offset = offsetof(candle_options, high),
      .fallback = "!",
      .help = "the column of highest prices" },
    { .key = "low",
      .type = CP_FIELD_TEXT,
      .offset = offsetof(candle_options, low),
      .fallback = "!",
      .help = "the column of lowest prices" },
    { 0 },
};

static const cp_channel_def candle_channels[] = {
    { "candle", CP_CHANNEL_Y, true },
    { "open", CP_CHANNEL_MORE, true },
    { "high", CP_CHANNEL_MORE, true },
    { "low", CP_CHANNEL_MORE, true },
    { 0 },
};

/* A day's prices with the largest in `high`: swapped columns would draw nonsense. */
static const char *candle_settle(cp_mark_rows *rows)
{
    for (size_t i = 0; i < rows->count; i++) {
        double open = rows->more[MORE_OPEN][i], close = rows->y[i];

        rows->bad = i;
        if (fmax(open, close) > rows->more[MORE_HIGH][i])
            return "`high` is below the opening or closing price";
        if (fmin(open, close) < rows->more[MORE_LOW][i])
            return "`low` is above the opening or closing price";
    }
    return NULL;
}

static bool is_whole(const cp_mark_view *view, size_t row)
{
    return !isnan(view->y[row] + view->more[MORE_OPEN][row] + view->more[MORE_HIGH][row]
                  + view->more[MORE_LOW][row]);
}

static bool has_fallen(const cp_mark_view *view, size_t row)
{
    return cp_mark_is_less(view, view->y[row], view->more[MORE_OPEN][row]);
}

static void vertical(cairo_t *cr, double x, double from, double to)
{
    cairo_move_to(cr, x, from);
    cairo_line_to(cr, x, to);
}

/* The frame of a hollow body stays within its width. */
static void candle_path(const cp_mark_view *view, size_t row, double line, double width,
                        bool hollow, cairo_t *cr)
{
    double open = view->more[MORE_OPEN][row], close = view->y[row];
    double top = fmin(open, close), bottom = fmax(open, close);
    double middle = cp_mark_middle(view, row);
    double half = fmax(width - line, 0) / 2;

    vertical(cr, middle, view->more[MORE_HIGH][row], hollow ? top : bottom);
    vertical(cr, middle, hollow ? bottom : top, view->more[MORE_LOW][row]);
    cairo_rectangle(cr, middle - half, top, 2 * half, bottom - top);
}

/* Bodies that rose are hollow; without room for an inside, half as wide. */
static void candle_draw(const cp_mark_view *view, cairo_t *cr)
{
    double line = fmin(view->looks->style->marks.wick, fmax(view->width / 2, CP_MARK_PIXEL));
    bool hollow = view->width > 3 * line;

    cairo_set_line_width(cr, line);
    cairo_set_line_cap(cr, CAIRO_LINE_CAP_BUTT);
    cairo_set_line_join(cr, CAIRO_LINE_JOIN_MITER);
    for (int below = 0; below <= 1; below++) {
        double width = hollow || below ? view->width : view->width / 2;

        for (size_t i = 0; i < view->rows; i++)
            if (is_whole(view, i) && has_fallen(view, i) == below)
                candle_path(view, i, line, width, hollow && !below, cr);
        cp_set_color(cr, below ? view->below : view->color);
        if (!hollow || below)
            cairo_fill_preserve(cr);
        cairo_stroke(cr);
    }
}

/* One that rose and one that fell. */
static void candle_draw_key(const cp_mark_key *key, cairo_t *cr)
{
    const cp_mark_style *style = &key->looks->style->marks;
    double body = key->box.width * 0.4, wick = key->box.height * 0.2;
    cp_rect box = key->box;

    cairo_set_line_width(cr, style->wick);
    for (int below = 0; below <= 1; below++) {
        double left = box.x + (below ? box.width - body : 0), middle = left + body / 2;

        cp_set_color(cr, below ? key->below : key->color);
        vertical(cr, middle, box.y, box.y + wick);
        vertical(cr, middle, box.y + box.height - wick, box.y + box.height);
        cairo_rectangle(cr, left, box.y + wick, body, box.height - 2 * wick);
        if (below)
            cairo_fill_preserve(cr);
        cairo_stroke(cr);
    }
}

const cp_mark_class cp_mark_candle = {
    .name = "candle",
    .summary = "open, high, low and close as bodies with wicks",
    .picture = "K线图",
    .fields = candle_fields,
    .options_size = sizeof(candle_options),
    .channels = candle_channels,
    .traits = CP_MARK_FILLS | CP_MARK_STEP | CP_MARK_SINGLE | CP_MARK_SIGNED | CP_MARK_BY_SIGN,
    .draw = candle_draw,
    .draw_key = candle_draw_key,
    .settle = candle_settle,
};
