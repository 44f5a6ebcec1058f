/* line.c - a line through the rows of a series, straight or in steps. */

#include "plot/mark/mark.h"

#include <math.h>

#include "paint/output.h"
#include "plot/mark/path.h"

typedef struct line_options {
    cp_mark_options common;
    int curve; /* cp_curve */
    int gaps;
    double dash;
    bool points;
} line_options;

enum { GAPS_BREAK, GAPS_CONNECT };

static const char *const gaps_words[] = { "break", "connect", NULL };

static const cp_field line_fields[] = {
    CP_MARK_FIELDS(line_options, "line", "the column the line follows"),
    { .key = "curve",
      .type = CP_FIELD_WORD,
      .offset = offsetof(line_options, curve),
      .fallback = "linear",
      .words = cp_curve_words,
      .help = "how it goes from row to row; a step holds each value over the row's own step, "
              "monotone is smooth and never leaves the values between two rows" },
    { .key = "gaps",
      .type = CP_FIELD_WORD,
      .offset = offsetof(line_options, gaps),
      .fallback = "break",
      .words = gaps_words,
      .help = "what it does where a value is missing" },
    { .key = "dash",
      .type = CP_FIELD_NUMBER,
      .offset = offsetof(line_options, dash),
      .fallback = "nan",
      .help = "length of its dashes and gaps in points; 0: none, which is the default but for the "
              "colour of what falls: beside that of what rises it needs a second sign",
      .least = 0,
      .most = 20 },
    { .key = "points",
      .type = CP_FIELD_BOOL,
      .offset = offsetof(line_options, points),
      .fallback = "false",
      .help = "a dot at each row" },
    { 0 },
};

static const cp_channel_def line_channels[] = {
    { "line", CP_CHANNEL_Y, true },
    { 0 },
};

static double dash_of(const line_options *options, const cp_looks *looks)
{
    if (!isnan(options->dash))
        return options->dash;
    return cp_str_is(options->common.color, "down") || cp_str_is(options->common.color, "down-pale")
               ? looks->style->marks.down_dash
               : 0;
}

static cp_path path_of(const cp_mark_view *view)
{
    const line_options *options = view->options;

    return cp_path_make(view, view->y, (cp_curve)options->curve, options->gaps == GAPS_CONNECT);
}

static void line_draw_point(const cp_mark_view *view, double x, double y, cairo_t *cr)
{
    if (!cp_mark_is_within(view, y))
        return;
    cairo_new_sub_path(cr);
    cairo_arc(cr, x, y, view->looks->style->chart.dot_size / 2, 0, 2 * acos(-1));
}

/* A point between two gaps has no line to be seen by. */
static void line_draw_lone_points(const cp_mark_view *view, cairo_t *cr)
{
    cp_path path = path_of(view);

    for (size_t i = 0; i < path.count; i++)
        if ((i == 0 || isnan(path.y[i - 1])) && (i + 1 == path.count || isnan(path.y[i + 1])))
            line_draw_point(view, path.x[i], path.y[i], cr);
}

static void line_draw_points(const cp_mark_view *view, cairo_t *cr)
{
    const line_options *options = view->options;

    if (options->points)
        for (size_t i = 0; i < view->rows; i++)
            line_draw_point(view, view->x[i], view->y[i], cr);
    else
        line_draw_lone_points(view, cr);
    cp_set_color(cr, view->color);
    cairo_fill(cr);
}

static void line_draw(const cp_mark_view *view, cairo_t *cr)
{
    const line_options *options = view->options;
    const cp_chart_style *style = &view->looks->style->chart;
    cp_path path = path_of(view);
    double dash = dash_of(options, view->looks);

    cp_set_color(cr, view->color);
    cairo_set_line_width(cr, (double)view->rows > view->plot.width ? style->thin_line
                                                                   : style->line_width);
    cairo_set_line_join(cr, CAIRO_LINE_JOIN_ROUND);
    cairo_set_line_cap(
        cr, (options->curve == CP_CURVE_LINEAR || options->curve == CP_CURVE_MONOTONE) && dash <= 0
                ? CAIRO_LINE_CAP_ROUND
                : CAIRO_LINE_CAP_BUTT);
    cairo_set_dash(cr, &dash, dash > 0 ? 1 : 0, 0);
    cp_path_trace(view->page, &path, cr);
    cairo_stroke(cr);
    cairo_set_dash(cr, NULL, 0, 0);
}

static void line_draw_key(const cp_mark_key *key, cairo_t *cr)
{
    cp_stroke stroke = { .width = key->looks->style->chart.line_width,
                         .color = key->color,
                         .dash = dash_of(key->options, key->looks) };
    cp_rect box = key->box;

    cairo_move_to(cr, box.x, box.y + box.height / 2);
    cairo_line_to(cr, box.x + box.width, box.y + box.height / 2);
    cp_stroke_path(cr, &stroke);
}

const cp_mark_class cp_mark_line = {
    .name = "line",
    .summary = "a line through the rows in order of x",
    .picture = "折线图",
    .fields = line_fields,
    .options_size = sizeof(line_options),
    .channels = line_channels,
    .traits = CP_MARK_SINGLE | CP_MARK_ENDS,
    .line_key = true,
    .draw = line_draw,
    .draw_points = line_draw_points,
    .draw_key = line_draw_key,
};
