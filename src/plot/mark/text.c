/* text.c - a column's words at the place of each row. */

#include "plot/mark/mark.h"

#include <math.h>

#include "plot/tag.h"

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
      .help = "on which side of its point a text stands; above: as high as it must to cover no "
              "other, and no point" },
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

static cp_ink text_ink(const cp_mark_view *view)
{
    const text_options *options = view->options;
    cp_ink ink = view->looks->style->chart.value;

    if (options->common.color.size > 0)
        ink.color = view->color;
    return ink;
}

static bool stands_above(const cp_mark_view *view)
{
    const text_options *options = view->options;

    return options->anchor == ANCHOR_ABOVE && !view->flipped;
}

static cp_margins text_room(const cp_mark_view *view)
{
    cp_ink ink = text_ink(view);

    if (!stands_above(view))
        return (cp_margins){ 0 };

    cp_tags tags = cp_tags_place(view, &ink);

    return (cp_margins){ .top = tags.count > 0 ? fmax(view->plot.y - tags.top, 0) : 0 };
}

static void text_draw_above(const cp_mark_view *view, cairo_t *cr)
{
    cp_ink ink = text_ink(view);
    cp_tags tags = cp_tags_place(view, &ink);

    cp_tags_draw(view, &tags, cr);
    if (tags.left_out > 0)
        cp_warn(view->looks->report, view->place, "%zu of %zu texts have no room over their points",
                tags.left_out, tags.left_out + tags.count);
}

static void text_draw(const cp_mark_view *view, cairo_t *cr)
{
    const text_options *options = view->options;
    const cp_chart_style *style = &view->looks->style->chart;
    cp_ink ink = text_ink(view);

    if (stands_above(view)) {
        text_draw_above(view, cr);
        return;
    }
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
    .picture = "标注图",
    .fields = text_fields,
    .options_size = sizeof(text_options),
    .channels = text_channels,
    .room = text_room,
    .draw = text_draw,
};
