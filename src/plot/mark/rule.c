/* rule.c - a straight line across the plot: at a level of y, or at a place of x. */

#include "plot/mark/mark.h"

#include <math.h>

#include "paint/output.h"

typedef struct rule_options {
    cp_mark_options common;
    int stat;     /* cp_stat of plot/bind.h */
    double sigma; /* half the height of its band, in standard deviations */
} rule_options;

static const char *const stat_words[] = { "none", "mean", "median", "max", "min", "last", NULL };

static const cp_field rule_fields[] = {
    CP_MARK_FIELDS(rule_options, "rule",
                   "a number: a level of y; a date or a name: a place of x; with `stat`: a column"),
    { .key = "stat",
      .type = CP_FIELD_WORD,
      .offset = offsetof(rule_options, stat),
      .fallback = "none",
      .words = stat_words,
      .help = "the level is computed from the column's rows" },
    { .key = "sigma",
      .type = CP_FIELD_NUMBER,
      .offset = offsetof(rule_options, sigma),
      .fallback = "0",
      .help = "with `stat: mean`: a band of so many standard deviations to both sides",
      .least = 0,
      .most = 10 },
    { 0 },
};

static const cp_channel_def rule_channels[] = {
    { "rule", CP_CHANNEL_AT, true },
    { 0 },
};

static void rule_stroke(const cp_looks *looks, cp_color color, cairo_t *cr)
{
    cp_stroke stroke = looks->style->chart.rule;

    stroke.color = color;
    cp_stroke_path(cr, &stroke);
}

/* As far above the level as its foot is below it. */
static void rule_band(const cp_mark_view *view, cairo_t *cr)
{
    cp_color pale = view->color;
    double half = view->base[0] - view->y[0];

    pale.alpha *= view->looks->style->marks.band_opacity;
    cp_set_color(cr, pale);
    cairo_rectangle(cr, view->plot.x, view->y[0] - half, view->plot.width, 2 * half);
    cairo_fill(cr);
}

/* A rule across has no x, one upright has no y. */
static void rule_draw(const cp_mark_view *view, cairo_t *cr)
{
    cp_rect plot = view->plot;

    if (view->base)
        rule_band(view, cr);
    for (size_t i = 0; i < view->rows; i++) {
        if (isnan(view->x[i])) {
            cairo_move_to(cr, plot.x, view->y[i]);
            cairo_line_to(cr, plot.x + plot.width, view->y[i]);
        } else {
            cairo_move_to(cr, view->x[i], plot.y);
            cairo_line_to(cr, view->x[i], plot.y + plot.height);
        }
    }
    rule_stroke(view->looks, view->color, cr);
}

static void rule_draw_key(const cp_mark_key *key, cairo_t *cr)
{
    cp_rect box = key->box;

    cairo_move_to(cr, box.x, box.y + box.height / 2);
    cairo_line_to(cr, box.x + box.width, box.y + box.height / 2);
    rule_stroke(key->looks, key->color, cr);
}

const cp_mark_class cp_mark_rule = {
    .name = "rule",
    .summary = "a straight line at a value of y or of x",
    .picture = "基准线图",
    .fields = rule_fields,
    .options_size = sizeof(rule_options),
    .channels = rule_channels,
    .line_key = true,
    .draw = rule_draw,
    .draw_key = rule_draw_key,
};
