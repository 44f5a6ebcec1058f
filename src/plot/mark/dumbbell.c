/* dumbbell.c - two values of each row, joined: from a hollow dot to a full one. */

#include "plot/mark/mark.h"

#include <math.h>

#include "paint/output.h"
#include "plot/mark/words.h"

typedef struct dumbbell_options {
    cp_mark_options common;
    cp_str from;
} dumbbell_options;

static const cp_field dumbbell_fields[] = {
    CP_MARK_FIELDS(dumbbell_options, "dumbbell", "the column of the full dots: where rows end"),
    { .key = "from",
      .type = CP_FIELD_TEXT,
      .offset = offsetof(dumbbell_options, from),
      .fallback = "!",
      .help = "the column of the hollow dots: where rows begin" },
    { 0 },
};

static const cp_channel_def dumbbell_channels[] = {
    { "dumbbell", CP_CHANNEL_Y, true },
    { "from", CP_CHANNEL_MORE, true },
    { 0 },
};

/* Which dot is which only the key tells. */
static const char *dumbbell_settle(cp_mark_rows *rows)
{
    if (!rows->named)
        rows->name = cp_str_printf(rows->arena, CP_FMT " → " CP_FMT, CP_ARG(rows->more_name[0]),
                                   CP_ARG(rows->name));
    return NULL;
}

static bool ends_lower(const cp_mark_view *view, size_t row)
{
    return view->y[row] > view->more[0][row];
}

static double dot_size(const cp_mark_view *view)
{
    return fmin(view->looks->style->marks.head, view->step);
}

static void joint(const cp_looks *looks, cp_point from, cp_point to, cairo_t *cr)
{
    cairo_move_to(cr, from.x, from.y);
    cairo_line_to(cr, to.x, to.y);
    cp_stroke_path(cr, &looks->style->marks.joint);
}

/* A hollow dot hides the joint's end. */
static void dot(const cp_looks *looks, cp_point at, double size, bool hollow, cp_color color,
                cairo_t *cr)
{
    double line = looks->style->marks.stem;

    cairo_new_sub_path(cr);
    cairo_arc(cr, at.x, at.y, fmax(size - (hollow ? line : 0), 0) / 2, 0, 2 * acos(-1));
    cp_set_color(cr, hollow ? looks->style->page.background : color);
    if (!hollow) {
        cairo_fill(cr);
        return;
    }
    cairo_fill_preserve(cr);
    cp_set_color(cr, color);
    cairo_set_line_width(cr, line);
    cairo_stroke(cr);
}

static void dumbbell_draw(const cp_mark_view *view, cairo_t *cr)
{
    for (size_t i = 0; i < view->rows; i++) {
        cp_point from = { view->x[i], view->more[0][i] }, to = { view->x[i], view->y[i] };

        if (!isnan(from.y) && !isnan(to.y))
            joint(view->looks, from, to, cr);
    }
}

static void dumbbell_draw_points(const cp_mark_view *view, cairo_t *cr)
{
    for (size_t i = 0; i < view->rows; i++) {
        cp_point from = { view->x[i], view->more[0][i] }, to = { view->x[i], view->y[i] };
        bool fallen = cp_mark_is_less(view, to.y, from.y);
        cp_color color = fallen ? view->below : view->color;

        if (cp_mark_is_within(view, from.y))
            dot(view->looks, from, dot_size(view), true, color, cr);
        if (cp_mark_is_within(view, to.y))
            dot(view->looks, to, dot_size(view), false, color, cr);
    }
}

static void dumbbell_draw_key(const cp_mark_key *key, cairo_t *cr)
{
    cp_rect box = key->box;
    double size = box.height * 0.75, y = box.y + box.height / 2;
    cp_point from = { box.x + size / 2, y }, to = { box.x + box.width - size / 2, y };

    joint(key->looks, from, to, cr);
    dot(key->looks, from, size, true, key->color, cr);
    dot(key->looks, to, size, false, key->color, cr);
}

/* On its dot's outer side, or where that is not free, right or left of the dot. */
static void dumbbell_word(cp_mark_words *out, const cp_mark_writing *writing, size_t row, int end)
{
    const cp_mark_view *view = writing->views;
    const cp_ink *ink = &view->looks->style->chart.value;
    double y = end ? view->y[row] : view->more[0][row];
    double away = dot_size(view) / 2 + view->looks->style->chart.label_gap;
    double outward = end == ends_lower(view, row) ? 1 : -1;
    const cp_point toward[] = { { 0, outward }, { 1, 0 }, { -1, 0 } };
    size_t left_out = out->left_out;

    if (isnan(y))
        return;

    cp_str words = cp_number_write(view->page, &writing->format,
                                   end ? view->amount[row] : view->more_amount[0][row]);
    cp_text *text = cp_mark_word_text(view, ink, words);

    for (size_t i = 0; i < sizeof toward / sizeof *toward; i++) {
        cp_point at = { view->x[row] + toward[i].x * away, y + toward[i].y * away };
        cp_point anchor = { (1 - toward[i].x) / 2, (1 - toward[i].y) / 2 };

        if (cp_mark_words_add(out, writing, 0, words, text, at, anchor)) {
            out->left_out = left_out;
            return;
        }
    }
    out->left_out = left_out + 1;
}

static cp_mark_words dumbbell_words(const cp_mark_writing *writing)
{
    const cp_mark_view *view = writing->views;
    cp_mark_words out = cp_mark_words_new(view->page, writing->all ? 2 * view->rows : 0);

    for (size_t i = 0; writing->all && i < view->rows; i++)
        for (int end = 0; end <= 1; end++)
            dumbbell_word(&out, writing, i, end);
    return out;
}

const cp_mark_class cp_mark_dumbbell = {
    .name = "dumbbell",
    .summary = "two values of each row, joined by a line",
    .picture = "哑铃图",
    .fields = dumbbell_fields,
    .options_size = sizeof(dumbbell_options),
    .channels = dumbbell_channels,
    .traits = CP_MARK_SINGLE | CP_MARK_SIGNED | CP_MARK_KEYED | CP_MARK_OUTSIDE | CP_MARK_BY_SIGN,
    .line_key = true,
    .draw = dumbbell_draw,
    .draw_points = dumbbell_draw_points,
    .draw_key = dumbbell_draw_key,
    .settle = dumbbell_settle,
    .words = dumbbell_words,
};
