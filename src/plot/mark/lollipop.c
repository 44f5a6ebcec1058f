/* lollipop.c - a stem from zero and a dot at each value: bars with less ink. */

#include "plot/mark/mark.h"

#include <math.h>

#include "paint/output.h"
#include "plot/mark/words.h"

typedef struct lollipop_options {
    cp_mark_options common;
} lollipop_options;

static const cp_field lollipop_fields[] = {
    CP_MARK_FIELDS(lollipop_options, "lollipop", "the column of the dots' heights"),
    { 0 },
};

static const cp_channel_def lollipop_channels[] = {
    { "lollipop", CP_CHANNEL_Y, true },
    { 0 },
};

static double head_size(const cp_mark_view *view)
{
    return fmin(view->looks->style->marks.head, view->width);
}

static bool is_below(const cp_mark_view *view, size_t row)
{
    return cp_mark_is_less(view, view->y[row], view->zero);
}

static void lollipop_draw(const cp_mark_view *view, cairo_t *cr)
{
    cairo_set_line_width(cr, fmin(view->looks->style->marks.stem, view->width));
    cairo_set_line_cap(cr, CAIRO_LINE_CAP_BUTT);
    for (int below = 0; below <= 1; below++) {
        cp_set_color(cr, below ? view->below : view->color);
        for (size_t i = 0; i < view->rows; i++)
            if (!isnan(view->y[i]) && is_below(view, i) == below) {
                cairo_move_to(cr, cp_mark_middle(view, i), view->zero);
                cairo_line_to(cr, cp_mark_middle(view, i), view->y[i]);
            }
        cairo_stroke(cr);
    }
}

static void lollipop_draw_points(const cp_mark_view *view, cairo_t *cr)
{
    for (int below = 0; below <= 1; below++) {
        cp_set_color(cr, below ? view->below : view->color);
        for (size_t i = 0; i < view->rows; i++)
            if (cp_mark_is_within(view, view->y[i]) && is_below(view, i) == below) {
                cairo_new_sub_path(cr);
                cairo_arc(cr, cp_mark_middle(view, i), view->y[i], head_size(view) / 2, 0,
                          2 * acos(-1));
            }
        cairo_fill(cr);
    }
}

static void draw_one_key(const cp_mark_key *key, double x, bool below, cairo_t *cr)
{
    cp_rect box = key->box;
    double radius = box.height / 3, head = below ? box.y + box.height - radius : box.y + radius;

    cp_set_color(cr, below ? key->below : key->color);
    cairo_set_line_width(cr, key->looks->style->marks.stem);
    cairo_move_to(cr, x, below ? box.y : box.y + box.height);
    cairo_line_to(cr, x, head);
    cairo_stroke(cr);
    cairo_arc(cr, x, head, radius, 0, 2 * acos(-1));
    cairo_fill(cr);
}

/* Where the colour follows the sign, one above zero and one below it. */
static void lollipop_draw_key(const cp_mark_key *key, cairo_t *cr)
{
    bool two = !cp_color_eq(key->color, key->below);

    draw_one_key(key, key->box.x + key->box.width * (two ? 0.25 : 0.5), false, cr);
    if (two)
        draw_one_key(key, key->box.x + key->box.width * 0.75, true, cr);
}

/* Beyond the dot; on the other side of zero where beyond it stand the labels of x. */
static cp_point word_spot(const cp_mark_view *view, size_t row, const cp_text *text, bool *below)
{
    double gap = view->looks->style->chart.label_gap, away = head_size(view) / 2 + gap;
    double foot = view->plot.y + view->plot.height;

    if (*below && view->y[row] + away + cp_mark_word_reach(view, text) > foot) {
        *below = false;
        return (cp_point){ cp_mark_middle(view, row), view->zero - gap };
    }
    return (cp_point){ cp_mark_middle(view, row), view->y[row] + (*below ? away : -away) };
}

static cp_mark_words lollipop_words(const cp_mark_writing *writing)
{
    const cp_mark_view *first = writing->views;
    const cp_chart_style *style = &first->looks->style->chart;
    cp_mark_words out;
    size_t rows = 0;

    for (size_t s = 0; s < writing->count; s++)
        rows += first[s].rows;
    out = cp_mark_words_new(first->page, writing->all ? rows : 0);
    for (size_t s = 0; writing->all && s < writing->count; s++)
        for (size_t i = 0; i < first[s].rows; i++) {
            const cp_mark_view *view = &first[s];
            cp_str words = cp_number_write(view->page, &writing->format, view->amount[i]);
            cp_text *text = cp_mark_word_text(view, &style->value, words);
            bool below = view->y[i] > view->zero;

            if (!isnan(view->y[i]))
                cp_mark_words_add(&out, writing, s, words, text, word_spot(view, i, text, &below),
                                  (cp_point){ 0.5, below ? 0 : 1 });
        }
    return out;
}

const cp_mark_class cp_mark_lollipop = {
    .name = "lollipop",
    .summary = "a stem from zero and a dot at each value",
    .picture = "棒棒糖图",
    .fields = lollipop_fields,
    .options_size = sizeof(lollipop_options),
    .channels = lollipop_channels,
    .traits = CP_MARK_FROM_ZERO | CP_MARK_FILLS | CP_MARK_STEP | CP_MARK_SINGLE | CP_MARK_OUTSIDE
              | CP_MARK_BY_SIGN | CP_MARK_TWO_KEYS,
    .draw = lollipop_draw,
    .draw_points = lollipop_draw_points,
    .draw_key = lollipop_draw_key,
    .words = lollipop_words,
};
