/* text.c - a column's words at the place of each row. */

#include "plot/mark/mark.h"

#include <math.h>

typedef struct text_options {
    cp_mark_options common;
    cp_str y;
    int anchor;
} text_options;

enum { ANCHOR_ABOVE, ANCHOR_CENTER, ANCHOR_BELOW, ANCHOR_LEFT, ANCHOR_RIGHT };

static const char *const anchor_words[] = { "above", "center", "below", "left", "right", NULL };

static const cp_field text_fields[] = {
    CP_MARK_FIELDS(text_options, "text", "the column whose words are written"),
    { .key = "y",
      .type = CP_FIELD_TEXT,
      .offset = offsetof(text_options, y),
      .fallback = "!",
      .help = "the column of the heights they stand at" },
    { .key = "anchor",
      .type = CP_FIELD_WORD,
      .offset = offsetof(text_options, anchor),
      .fallback = "above",
      .words = anchor_words,
      .help = "on which side of its point a text stands" },
    { 0 },
};

static const cp_channel_def text_channels[] = {
    { "y", CP_CHANNEL_Y, true },
    { "text", CP_CHANNEL_TEXT, true },
    { 0 },
};

static void text_at(const cp_text *text, int anchor, double gap, double x, double y, cairo_t *cr)
{
    cp_size size = cp_text_size(text);

    x += anchor == ANCHOR_LEFT ? -size.width - gap : anchor == ANCHOR_RIGHT ? gap : -size.width / 2;
    y += anchor == ANCHOR_ABOVE   ? -size.height - gap
         : anchor == ANCHOR_BELOW ? gap
                                  : -size.height / 2;
    cp_text_draw(text, cr, x, y);
}

static void text_draw(const cp_mark_view *view, cairo_t *cr)
{
    const text_options *options = view->options;
    const cp_chart_style *style = &view->looks->style->chart;
    cp_ink ink = style->value;

    if (options->common.color.size > 0)
        ink.color = view->color;
    for (size_t i = 0; i < view->rows; i++) {
        if (isnan(view->y[i]) || view->text[i].size == 0)
            continue;

        cp_text *text = cp_text_line(view->page, view->looks->fonts, &ink, view->text[i],
                                     view->place, view->looks->report);

        if (text)
            text_at(text, options->anchor, style->label_gap, view->x[i], view->y[i], cr);
    }
}

const cp_mark_class cp_mark_text = {
    .name = "text",
    .summary = "a column's words at the place of each row",
    .fields = text_fields,
    .options_size = sizeof(text_options),
    .channels = text_channels,
    .draw = text_draw,
};
