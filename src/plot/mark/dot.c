/* dot.c - one dot per row: scatter plots, dot plots and bubbles. */

#include "plot/mark/mark.h"

#include <math.h>
#include <stdlib.h>

#include "paint/output.h"
#include "plot/mark/shape.h"
#include "plot/mark/words.h"

typedef struct dot_options {
    cp_mark_options common;
    cp_str size, names;
    int shape; /* 0: auto; else a cp_shape + 1 */
} dot_options;

static const cp_field dot_fields[] = {
    CP_MARK_FIELDS(dot_options, "dot", "the column of the discs' heights"),
    { .key = "size",
      .type = CP_FIELD_TEXT,
      .offset = offsetof(dot_options, size),
      .help = "a column of numbers told by the dots' areas" },
    { .key = "names",
      .type = CP_FIELD_TEXT,
      .offset = offsetof(dot_options, names),
      .help = "a column of names written beside the dots" },
    { .key = "shape",
      .type = CP_FIELD_WORD,
      .offset = offsetof(dot_options, shape),
      .fallback = "auto",
      .words = cp_shape_words,
      .help = "auto: discs, and a shape each for the series of `color: a column`" },
    { 0 },
};

static const cp_channel_def dot_channels[] = {
    { "dot", CP_CHANNEL_Y, true },
    { "size", CP_CHANNEL_VALUE, false },
    { "names", CP_CHANNEL_TEXT, false },
    { 0 },
};

static const char *dot_settle(cp_mark_rows *rows)
{
    for (rows->bad = 0; rows->value && rows->bad < rows->count; rows->bad++)
        if (rows->value[rows->bad] < 0)
            return "a size below zero has no area";
    return NULL;
}

/* Which places of the plot hold a disc already, in cells of two pixels. */
typedef struct cells {
    cp_rect plot;
    size_t columns, rows;
    unsigned char *taken;
} cells;

static cells cells_new(cp_arena *page, cp_rect plot)
{
    const double cell = 2 * CP_MARK_PIXEL;
    cells crowd = { .plot = plot,
                    .columns = (size_t)(plot.width / cell) + 1,
                    .rows = (size_t)(plot.height / cell) + 1 };

    crowd.taken = cp_alloc_array(page, crowd.columns * crowd.rows, 1);
    return crowd;
}

/* False where a disc stands there already: another would not be seen. */
static bool take(cells *crowd, double x, double y)
{
    const double cell = 2 * CP_MARK_PIXEL;
    double column = (x - crowd->plot.x) / cell, row = (y - crowd->plot.y) / cell;

    if (!(column >= 0 && column < (double)crowd->columns && row >= 0 && row < (double)crowd->rows))
        return true;

    unsigned char *place = &crowd->taken[(size_t)row * crowd->columns + (size_t)column];
    bool taken = *place;

    *place = 1;
    return !taken;
}

static cp_shape shape_of(const dot_options *options, bool split, size_t index)
{
    if (options->shape > 0)
        return (cp_shape)(options->shape - 1);
    return split ? (cp_shape)(index % CP_SHAPES) : CP_SHAPE_CIRCLE;
}

static bool is_below(const cp_mark_view *view, size_t row)
{
    return view->y[row] > view->zero;
}

/* Areas follow the values, the greatest of them has the style's diameter. */
static double bubble_size(const cp_looks *looks, double value, double most)
{
    return most > 0 ? looks->style->marks.largest * sqrt(value / most) : 0;
}

static double size_of(const cp_mark_view *view, size_t row)
{
    return view->value ? bubble_size(view->looks, view->value[row], view->value_high)
                       : view->looks->style->chart.dot_size;
}

static bool has_dot(const cp_mark_view *view, size_t row)
{
    return !isnan(view->y[row]) && !(view->value && isnan(view->value[row]));
}

static void draw_plain(const cp_mark_view *view, cairo_t *cr)
{
    cp_shape shape = shape_of(view->options, view->split, view->index);
    cells taken = cells_new(view->page, view->plot);

    for (int below = 0; below <= 1; below++) {
        for (size_t i = 0; i < view->rows; i++)
            if (has_dot(view, i) && is_below(view, i) == below
                && take(&taken, view->x[i], view->y[i]))
                cp_shape_path(shape, view->x[i], view->y[i], size_of(view, i), cr);
        cp_set_color(cr, below ? view->below : view->color);
        cairo_fill(cr);
    }
}

typedef struct bubble {
    double size;
    size_t row;
} bubble;

static int larger_first(const void *a, const void *b)
{
    const bubble *one = a, *other = b;

    if (one->size != other->size)
        return one->size > other->size ? -1 : 1;
    return one->row < other->row ? -1 : one->row > other->row;
}

/* Small ones over large ones, all to be seen through each other, with edges. */
static void draw_bubbles(const cp_mark_view *view, cairo_t *cr)
{
    cp_shape shape = shape_of(view->options, view->split, view->index);
    bubble *bubbles = cp_new_array(view->page, bubble, view->rows);
    size_t count = 0;

    for (size_t i = 0; i < view->rows; i++)
        if (has_dot(view, i))
            bubbles[count++] = (bubble){ size_of(view, i), i };
    qsort(bubbles, count, sizeof *bubbles, larger_first);
    cairo_set_line_width(cr, view->looks->style->marks.wick);
    cairo_set_line_join(cr, CAIRO_LINE_JOIN_ROUND);
    for (size_t i = 0; i < count; i++) {
        size_t row = bubbles[i].row;
        cp_color color = is_below(view, row) ? view->below : view->color, ground = color;

        ground.alpha *= view->looks->style->marks.opacity;
        cp_shape_path(shape, view->x[row], view->y[row], bubbles[i].size, cr);
        cp_set_color(cr, ground);
        cairo_fill_preserve(cr);
        cp_set_color(cr, color);
        cairo_stroke(cr);
    }
}

static void dot_draw(const cp_mark_view *view, cairo_t *cr)
{
    if (view->value)
        draw_bubbles(view, cr);
    else
        draw_plain(view, cr);
}

static void dot_draw_key(const cp_mark_key *key, cairo_t *cr)
{
    cp_rect box = key->box;

    cp_set_color(cr, key->color);
    cp_shape_path(shape_of(key->options, key->split, key->index), box.x + box.width / 2,
                  box.y + box.height / 2, fmin(box.width, box.height), cr);
    cairo_fill(cr);
}

/* 1, 2 or 5 times a power of ten, not above `most`. */
static double round_below(double most)
{
    double power = pow(10, floor(log10(most)));
    double digit = most / power;

    return power * (digit >= 5 ? 5 : digit >= 2 ? 2 : 1);
}

/* One disc of a round value tells all areas, the largest for which a row has room. */
static double told_value(const cp_mark_key *key)
{
    double room = key->looks->style->chart.legend_height / key->looks->style->marks.largest;

    return round_below(key->value_high * fmin(room * room, 1));
}

static cp_mark_scale_key dot_scale(const cp_mark_key *key)
{
    double value = told_value(key);
    double size = bubble_size(key->looks, value, key->value_high);
    cp_number_format format
        = key->format ? *key->format : cp_mark_value_format(key->value, &value, 1);

    return (cp_mark_scale_key){
        .words = cp_str_printf(key->page, CP_FMT " " CP_FMT CP_FMT, CP_ARG(key->value->name),
                               CP_ARG(cp_number_write(key->page, &format, value)),
                               CP_ARG(key->value->unit)),
        .size = { size, size },
    };
}

static void dot_draw_scale(const cp_mark_key *key, cairo_t *cr)
{
    cp_rect box = key->box;

    cp_shape_path(CP_SHAPE_CIRCLE, box.x + box.width / 2, box.y + box.height / 2, box.width, cr);
    cairo_set_line_width(cr, key->looks->style->marks.wick);
    cp_set_color(cr, key->looks->style->chart.legend.color);
    cairo_stroke(cr);
}

static cp_rect box_of_dot(const cp_mark_view *view, size_t row)
{
    double size = size_of(view, row);

    return (cp_rect){ view->x[row] - size / 2, view->y[row] - size / 2, size, size };
}

/* Nearly as far from foreign dots as from its own. */
static bool covers_dot(const cp_mark_writing *writing, cp_rect rect)
{
    double gap = -0.9 * writing->views->looks->style->chart.label_gap;

    rect = (cp_rect){ rect.x + gap, rect.y + gap, rect.width - 2 * gap, rect.height - 2 * gap };
    for (size_t s = 0; s < writing->count; s++)
        for (size_t i = 0; i < writing->views[s].rows; i++)
            if (has_dot(&writing->views[s], i)
                && cp_rects_overlap(rect, box_of_dot(&writing->views[s], i), 0))
                return true;
    return false;
}

/* At the first of its sides where it covers no dot and no name. */
static void name_dot(cp_mark_words *out, const cp_mark_writing *writing, size_t series, size_t row)
{
    static const cp_point toward[] = { { 1, 0 }, { -1, 0 }, { 0, -1 }, { 0, 1 } };
    const cp_mark_view *view = &writing->views[series];
    const cp_chart_style *style = &view->looks->style->chart;
    cp_ink ink = style->value;
    double away = size_of(view, row) / 2 + style->label_gap;
    size_t left_out = out->left_out;

    ink.bold = false;

    cp_text *text = cp_mark_word_text(view, &ink, view->text[row]);
    cp_size size = cp_text_size(text);

    for (size_t i = 0; i < sizeof toward / sizeof *toward; i++) {
        cp_point at = { view->x[row] + toward[i].x * away, view->y[row] + toward[i].y * away };
        cp_point anchor = { (1 - toward[i].x) / 2, (1 - toward[i].y) / 2 };
        cp_rect rect = { at.x - anchor.x * size.width, at.y - anchor.y * size.height, size.width,
                         size.height };

        if (!covers_dot(writing, rect) && cp_rect_inside(rect, view->plot, away)
            && cp_mark_words_add(out, writing, series, view->text[row], text, at, anchor)) {
            out->left_out = left_out;
            return;
        }
    }
    out->left_out = left_out + 1;
}

/* So many names find no room anyway, and looking for it would take its time. */
static const size_t most_names = 500;

static cp_mark_words dot_words(const cp_mark_writing *writing)
{
    const cp_mark_view *first = writing->views;
    cp_mark_words out = { 0 };
    size_t rows = 0;

    for (size_t s = 0; s < writing->count; s++)
        rows += first[s].rows;
    if (!first->text || writing->none)
        return out;
    if (rows > most_names) {
        out.left_out = rows;
        return out;
    }
    out = cp_mark_words_new(first->page, rows);
    for (size_t s = 0; s < writing->count; s++)
        for (size_t i = 0; i < first[s].rows; i++)
            if (has_dot(&first[s], i) && first[s].text[i].size > 0)
                name_dot(&out, writing, s, i);
    return out;
}

const cp_mark_class cp_mark_dot = {
    .name = "dot",
    .summary = "a dot for each row, with a size and a shape if wanted",
    .fields = dot_fields,
    .options_size = sizeof(dot_options),
    .channels = dot_channels,
    .traits = CP_MARK_NAMES,
    .draw = dot_draw,
    .draw_key = dot_draw_key,
    .settle = dot_settle,
    .words = dot_words,
    .scale = dot_scale,
    .draw_scale = dot_draw_scale,
};
