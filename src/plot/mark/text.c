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

/* Those that would stand higher than the figure are left out. */
static void write_above(const cp_mark_writing *writing, size_t series, cp_mark_words *out)
{
    const cp_mark_view *view = &writing->views[series];
    cp_ink ink = text_ink(view);
    cp_tags tags = cp_tags_place(view, &ink);

    out->left_out += tags.left_out;
    for (size_t i = 0; i < tags.count; i++)
        if (cp_rect_inside(tags.item[i].rect, writing->box, 0.5))
            out->item[out->count++] = cp_tag_word(view, &tags.item[i], series);
        else
            out->left_out++;
}

static cp_text *text_of(const cp_mark_view *view, size_t row)
{
    cp_ink ink = text_ink(view);

    if (view->flipped)
        return side_text(view, row);
    if (isnan(view->y[row]) || view->text[row].size == 0)
        return NULL;
    return cp_text_line(view->page, view->looks->fonts, &ink, view->text[row], view->place,
                        view->looks->report);
}

/* Beside its point on the page; what is right of it there is over it in an upright plot. */
static void write_at(const cp_mark_writing *writing, size_t series, size_t row, cp_mark_words *out)
{
    static const cp_point side[]
        = { [ANCHOR_AUTO] = { 1, 0 },  [ANCHOR_ABOVE] = { 0, -1 }, [ANCHOR_CENTER] = { 0, 0 },
            [ANCHOR_BELOW] = { 0, 1 }, [ANCHOR_LEFT] = { -1, 0 },  [ANCHOR_RIGHT] = { 1, 0 } };
    const cp_mark_view *view = &writing->views[series];
    cp_point to = side[((const text_options *)view->options)->anchor];
    double gap = view->looks->style->chart.label_gap;
    cp_text *text = text_of(view, row);

    if (view->flipped)
        to = (cp_point){ to.y, -to.x };
    if (text)
        cp_mark_words_add(out, writing, series, view->text[row], text,
                          (cp_point){ view->x[row] + to.x * gap, view->y[row] + to.y * gap },
                          (cp_point){ (1 - to.x) / 2, (1 - to.y) / 2 });
}

static cp_mark_words text_words(const cp_mark_writing *writing)
{
    size_t most = 0;

    for (size_t s = 0; s < writing->count; s++)
        most += writing->views[s].rows;

    cp_mark_words out = cp_mark_words_new(writing->views->page, most);

    for (size_t s = 0; s < writing->count; s++) {
        const cp_mark_view *view = &writing->views[s];

        if (stands_above(view))
            write_above(writing, s, &out);
        for (size_t i = 0; !stands_above(view) && i < view->rows; i++)
            write_at(writing, s, i, &out);
    }
    return out;
}

/* Its ink is its words. */
static void text_draw(const cp_mark_view *view, cairo_t *cr)
{
    (void)view;
    (void)cr;
}

const cp_mark_class cp_mark_text = {
    .name = "text",
    .summary = "a column's words at the place of each row",
    .picture = "标注图",
    .fields = text_fields,
    .options_size = sizeof(text_options),
    .channels = text_channels,
    .traits = CP_MARK_SAYS,
    .room = text_room,
    .draw = text_draw,
    .words = text_words,
};
