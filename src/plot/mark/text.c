/* text.c - a column's words at the place of each row. */

#include "plot/mark/mark.h"

#include <math.h>

#include "plot/mark/words.h"
#include "plot/tag.h"

typedef struct text_options {
    cp_mark_options common;
    cp_str y;
    int anchor;
} text_options;

enum { ANCHOR_AUTO, ANCHOR_ABOVE, ANCHOR_CENTER, ANCHOR_BELOW, ANCHOR_LEFT, ANCHOR_RIGHT };

static const char *const anchor_words[]
    = { "auto", "above", "center", "below", "left", "right", NULL };

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
      .fallback = "auto",
      .words = anchor_words,
      .help = "on which side of its point a text stands; above: as high as it must to cover no "
              "other, and no point; auto: above, or right with `flip`" },
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

    return options->anchor <= ANCHOR_ABOVE && !view->flipped;
}

static cp_text *side_text(const cp_mark_view *view, size_t row)
{
    cp_ink ink = text_ink(view);

    if (isnan(view->y[row]) || view->text[row].size == 0)
        return NULL;
    /* A line for each step, as the names down the side have. */
    ink.size = fmax(fmin(ink.size, view->step / 1.25), view->looks->style->chart.smallest_text);
    return cp_mark_word_text(view, &ink, view->text[row]);
}

/* To the right or left of points that lie on their side. */
static cp_margins side_room(const cp_mark_view *view)
{
    const text_options *options = view->options;
    double gap = 2 * view->looks->style->chart.label_gap, foot = view->plot.y + view->plot.height;
    cp_margins room = { 0 };

    for (size_t i = 0; i < view->rows; i++) {
        cp_text *text = side_text(view, i);
        double reach = text ? cp_text_size(text).width + gap : 0;

        if (text && (options->anchor == ANCHOR_AUTO || options->anchor == ANCHOR_RIGHT))
            room.top = fmax(room.top, reach - (view->y[i] - view->plot.y));
        if (text && options->anchor == ANCHOR_LEFT)
            room.bottom = fmax(room.bottom, reach - (foot - view->y[i]));
    }
    return room;
}

static cp_margins text_room(const cp_mark_view *view)
{
    cp_ink ink = text_ink(view);

    if (view->flipped)
        return side_room(view);
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

    if (view->flipped)
        return; /* they are words, below */
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

/* Its spot in an upright plot: what is right of a point on the page is over it there. */
static void side_word(const cp_mark_writing *writing, size_t series, size_t row, cp_mark_words *out)
{
    const cp_mark_view *view = &writing->views[series];
    const text_options *options = view->options;
    double gap = view->looks->style->chart.label_gap;
    cp_point at = { view->x[row], view->y[row] }, anchor = { 0.5, 0.5 };
    cp_text *text = side_text(view, row);

    switch (options->anchor) {
    case ANCHOR_ABOVE:
        at.x -= gap, anchor.x = 1;
        break;
    case ANCHOR_BELOW:
        at.x += gap, anchor.x = 0;
        break;
    case ANCHOR_LEFT:
        at.y += gap, anchor.y = 0;
        break;
    case ANCHOR_AUTO:
    case ANCHOR_RIGHT:
        at.y -= gap, anchor.y = 1;
        break;
    default:
        break;
    }
    if (text)
        cp_mark_words_add(out, writing, series, view->text[row], text, at, anchor);
}

/* Of a plot on its side. */
static cp_mark_words text_words(const cp_mark_writing *writing)
{
    const cp_mark_view *first = writing->views;
    cp_mark_words out;
    size_t rows = 0;

    for (size_t s = 0; first->flipped && s < writing->count; s++)
        rows += first[s].rows;
    out = cp_mark_words_new(first->page, rows);
    for (size_t s = 0; first->flipped && s < writing->count; s++)
        for (size_t i = 0; i < first[s].rows; i++)
            side_word(writing, s, i, &out);
    return out;
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
    .words = text_words,
};
