/* change.c - an arrow from one value to another with what lies between them. */

#include "plot/mark/mark.h"

#include <math.h>

#include "paint/output.h"

typedef struct change_options {
    cp_mark_options common;
    cp_str from, to;
    int show; /* cp_change_show of plot/bind.h */
} change_options;

static const char *const show_words[] = { "percent", "difference", "cagr", NULL };

static const cp_field change_fields[] = {
    CP_MARK_FIELDS(change_options, "change", "the column whose change is shown"),
    { .key = "from",
      .type = CP_FIELD_TEXT,
      .offset = offsetof(change_options, from),
      .help = "the place of x it begins at; default: the first" },
    { .key = "to",
      .type = CP_FIELD_TEXT,
      .offset = offsetof(change_options, to),
      .help = "the place of x it ends at; default: the last" },
    { .key = "show",
      .type = CP_FIELD_WORD,
      .offset = offsetof(change_options, show),
      .fallback = "percent",
      .words = show_words,
      .help = "percent: relative to the first value; difference: in the axis's unit; cagr: "
              "yearly growth, names counting as years" },
    { 0 },
};

static const cp_channel_def change_channels[] = {
    { "change", CP_CHANNEL_Y, true },
    { 0 },
};

static void head_at(cairo_t *cr, double x, double y, double size)
{
    cairo_move_to(cr, x, y);
    cairo_rel_line_to(cr, -size / 2, -size);
    cairo_rel_line_to(cr, size, 0);
    cairo_close_path(cr);
    cairo_fill(cr);
}

/* Upright words on a patch of the page, however the plot is turned. */
static void words_at(const cp_mark_view *view, cp_str words, double x, double y, cairo_t *cr)
{
    const cp_style *style = view->looks->style;
    cp_ink ink = style->chart.value;
    cp_text_box box = { .line_height = ink.size };
    cp_span span = { .text = words, .place = view->place };

    ink.color = view->color;

    cp_text *text
        = cp_text_set(view->page, view->looks->fonts, &ink, &box, &span, 1, view->looks->report);
    cp_size size = cp_text_size(text);
    double pad = style->chart.label_gap;

    cairo_save(cr);
    cairo_translate(cr, x, y);
    if (view->flipped)
        cairo_rotate(cr, -acos(-1) / 2);
    cp_set_color(cr, style->page.background);
    cairo_rectangle(cr, -size.width / 2 - pad, -size.height / 2, size.width + 2 * pad, size.height);
    cairo_fill(cr);
    cp_text_draw(text, cr, -size.width / 2, -size.height / 2);
    cairo_restore(cr);
}

/* Up from the first value, across above all others, down to the second. */
static void change_draw(const cp_mark_view *view, cairo_t *cr)
{
    const cp_chart_style *style = &view->looks->style->chart;
    double off = style->value.size + 2 * style->label_gap + style->dot_size, head = style->dot_size;
    double level = view->plot.y + style->value.size / 2;

    if (view->rows != 2 || isnan(view->y[0]) || isnan(view->y[1]))
        return;

    double start = fmax(fmin(view->y[0], view->zero) - off, level);
    double end = fmax(fmin(view->y[1], view->zero) - off, level);

    cp_set_color(cr, view->color);
    cairo_set_line_width(cr, style->rule.width);
    cairo_set_line_join(cr, CAIRO_LINE_JOIN_MITER);
    cairo_move_to(cr, view->x[0], start);
    cairo_line_to(cr, view->x[0], level);
    cairo_line_to(cr, view->x[1], level);
    cairo_line_to(cr, view->x[1], fmax(end - head / 2, level));
    cairo_stroke(cr);
    head_at(cr, view->x[1], fmax(end, level + head), head);
    words_at(view, view->text[0], (view->x[0] + view->x[1]) / 2, level, cr);
}

const cp_mark_class cp_mark_change = {
    .name = "change",
    .summary = "an arrow between two values with their difference, or yearly growth",
    .picture = "变化图",
    .fields = change_fields,
    .options_size = sizeof(change_options),
    .channels = change_channels,
    .traits = CP_MARK_BETWEEN,
    .draw = change_draw,
};
