/* band.c - a pale ground behind a stretch of y, or behind the days from one to another. */

#include "plot/mark/mark.h"

#include <math.h>

#include "paint/output.h"
#include "plot/mark/words.h"

typedef struct band_options {
    cp_mark_options common;
    cp_str to, text;
} band_options;

static const cp_field band_fields[] = {
    CP_MARK_FIELDS(band_options, "band",
                   "where it begins: a number is a value of y, a date or a name a place of x"),
    { .key = "to",
      .type = CP_FIELD_TEXT,
      .offset = offsetof(band_options, to),
      .fallback = "!",
      .help = "where it ends" },
    { .key = "text",
      .type = CP_FIELD_TEXT,
      .offset = offsetof(band_options, text),
      .help = "words at its head; `name` is its name in the legend" },
    { 0 },
};

static const cp_channel_def band_channels[] = {
    { "band", CP_CHANNEL_AT, true },
    { "to", CP_CHANNEL_TO, true },
    { 0 },
};

static cp_rect band_rect(const cp_mark_view *view)
{
    cp_rect rect = view->plot;

    if (isnan(view->x[0])) {
        double top = fmax(view->y[1], rect.y), bottom = fmin(view->y[0], rect.y + rect.height);

        rect.y = top;
        rect.height = fmax(bottom - top, 0);
    } else {
        rect.x = view->x[0];
        rect.width = view->x[1] - view->x[0];
    }
    return rect;
}

static void band_fill(const cp_looks *looks, cp_color color, cp_rect rect, cairo_t *cr)
{
    color.alpha *= looks->style->marks.band_opacity;
    cp_set_color(cr, color);
    cairo_rectangle(cr, rect.x, rect.y, rect.width, rect.height);
    cairo_fill(cr);
}

static void band_draw(const cp_mark_view *view, cairo_t *cr)
{
    band_fill(view->looks, view->color, band_rect(view), cr);
}

static void band_draw_key(const cp_mark_key *key, cairo_t *cr)
{
    band_fill(key->looks, key->color, key->box, cr);
}

/* At the head of an upright band, in the upper corner of one that lies across. */
static cp_mark_words band_words(const cp_mark_writing *writing)
{
    const cp_mark_view *view = writing->views;
    const band_options *options = view->options;
    const cp_chart_style *style = &view->looks->style->chart;
    bool across = isnan(view->x[0]);
    cp_rect rect = band_rect(view);
    cp_mark_words out = cp_mark_words_new(view->page, 1);

    if (options->text.size == 0)
        return out;

    cp_text *text = cp_mark_word_text(view, &style->legend, options->text);
    cp_point at = { across ? rect.x + style->label_gap : rect.x + rect.width / 2,
                    rect.y + style->label_gap / 2 };

    if (cp_text_size(text).height > rect.height)
        out.left_out++;
    else
        cp_mark_words_add(&out, writing, 0, options->text, text, at,
                          (cp_point){ across ? 0 : 0.5, 0 });
    return out;
}

const cp_mark_class cp_mark_band = {
    .name = "band",
    .summary = "a pale ground from one value of y or place of x to another",
    .picture = "区间图",
    .fields = band_fields,
    .options_size = sizeof(band_options),
    .channels = band_channels,
    .traits = CP_MARK_FILLS | CP_MARK_BEHIND,
    .draw = band_draw,
    .draw_key = band_draw_key,
    .words = band_words,
};
