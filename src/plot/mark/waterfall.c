/* waterfall.c - changes that add up: each bar begins where the one before it ended. */

#include "plot/mark/mark.h"

#include <math.h>

#include "paint/output.h"
#include "plot/mark/words.h"

typedef struct waterfall_options {
    cp_mark_options common;
    cp_str total;
} waterfall_options;

static const cp_field waterfall_fields[] = {
    CP_MARK_FIELDS(waterfall_options, "waterfall", "the column of changes, and of totals"),
    { .key = "total",
      .type = CP_FIELD_TEXT,
      .offset = offsetof(waterfall_options, total),
      .help = "the column that says which rows are totals (是, 1): these count from zero, and "
              "without a value are what has added up" },
    { 0 },
};

static const cp_channel_def waterfall_channels[] = {
    { "waterfall", CP_CHANNEL_Y, true },
    { "total", CP_CHANNEL_TEXT, false },
    { 0 },
};

/* Printed parts are rounded: a total may differ from their sum by this share, and where they
 * cancel out by what adding them up leaves of the highest bar. */
static const double rounding = 0.01, dust = 1e-9;

static bool is_total(const cp_str *text, size_t row)
{
    static const char *const no[] = { "", "0", "否", "no", "false" };

    if (!text)
        return false;
    for (size_t i = 0; i < sizeof no / sizeof *no; i++)
        if (cp_str_is(text[row], no[i]))
            return false;
    return text[row].data != NULL;
}

static bool adds_up(double total, double sum, double highest)
{
    double most = fmax(rounding * fmax(fabs(total), fabs(sum)), dust * highest);

    return isnan(total) || fabs(total - sum) <= most;
}

/* A total after changes must be what they add up to, or a bar would be wrong. */
static const char *waterfall_settle(cp_mark_rows *rows)
{
    double *y = cp_new_array(rows->arena, double, rows->count);
    double *base = cp_new_array(rows->arena, double, rows->count);
    double sum = 0, highest = 0;

    for (size_t i = 0; i < rows->count; i++) {
        double value = rows->y[i];

        rows->bad = i;
        if (is_total(rows->text, i)) {
            if (i > 0 && !adds_up(value, sum, highest))
                return cp_printf(rows->arena,
                                 "the total is %.10g, the rows before it add up to %.10g", value,
                                 sum);
            sum = isnan(value) ? sum : value;
            y[i] = sum;
        } else {
            base[i] = sum;
            y[i] = isnan(value) ? NAN : sum + value;
            sum = isnan(value) ? sum : y[i];
        }
        highest = fmax(highest, fabs(sum));
    }
    rows->y = y;
    rows->base = base;
    return NULL;
}

static bool has_fallen(const cp_mark_view *view, size_t row)
{
    return cp_mark_is_less(view, view->y[row], view->base[row]);
}

static cp_color color_of(const cp_mark_view *view, size_t row)
{
    if (is_total(view->text, row))
        return view->looks->style->marks.total;
    return has_fallen(view, row) ? view->below : view->color;
}

/* From each bar's end to the next bar, at the height where that begins. */
static void draw_connectors(const cp_mark_view *view, cairo_t *cr)
{
    size_t last = view->rows;

    for (size_t i = 0; i < view->rows; i++) {
        if (isnan(view->y[i]))
            continue;
        if (last < view->rows) {
            cairo_move_to(cr, view->x[last] + view->from + view->width, view->y[last]);
            cairo_line_to(cr, view->x[i] + view->from, view->y[last]);
        }
        last = i;
    }
    cp_stroke_path(cr, &view->looks->style->marks.connector);
}

static void waterfall_draw(const cp_mark_view *view, cairo_t *cr)
{
    draw_connectors(view, cr);
    for (size_t i = 0; i < view->rows; i++) {
        if (isnan(view->y[i]))
            continue;
        cp_set_color(cr, color_of(view, i));
        cairo_rectangle(cr, view->x[i] + view->from, fmin(view->y[i], view->base[i]), view->width,
                        fabs(view->y[i] - view->base[i]));
        cairo_fill(cr);
    }
}

static void waterfall_draw_key(const cp_mark_key *key, cairo_t *cr)
{
    cp_rect box = key->box;

    for (int below = 0; below <= 1; below++) {
        cp_set_color(cr, below ? key->below : key->color);
        cairo_rectangle(cr, box.x + below * box.width / 2, box.y, box.width / 2, box.height);
        cairo_fill(cr);
    }
}

static cp_str value_words(const cp_mark_writing *writing, size_t row)
{
    const cp_mark_view *view = writing->views;
    cp_number_format format = writing->format;

    if (!is_total(view->text, row) && format.sign == '-')
        format.sign = '+';
    return cp_number_write(view->page, &format, view->amount[row]);
}

/* The largest size at which no value is wider than the step of its bar. */
static cp_ink ink_that_fits(const cp_mark_writing *writing)
{
    const cp_mark_view *view = writing->views;
    const cp_chart_style *style = &view->looks->style->chart;
    cp_ink ink = style->value;

    for (size_t i = 0; i < view->rows; i++) {
        cp_str words = value_words(writing, i);

        while (!view->flipped && !isnan(view->y[i]) && ink.size > style->smallest_text
               && cp_text_size(cp_mark_word_text(view, &ink, words)).width > view->step - 2)
            ink.size = fmax(ink.size - 0.5, style->smallest_text);
    }
    return ink;
}

/* Beyond the end of each bar; above it where below there are the labels of x. */
static cp_mark_words waterfall_words(const cp_mark_writing *writing)
{
    const cp_mark_view *view = writing->views;
    double gap = view->looks->style->chart.label_gap;
    double foot = view->plot.y + view->plot.height;
    cp_mark_words out = cp_mark_words_new(view->page, writing->none ? 0 : view->rows);
    cp_ink ink = ink_that_fits(writing);

    for (size_t i = 0; !writing->none && i < view->rows; i++) {
        bool below = view->y[i] > view->base[i];
        cp_str words = value_words(writing, i);
        cp_text *text = cp_mark_word_text(view, &ink, words);
        double top = fmin(view->y[i], view->base[i]), bottom = fmax(view->y[i], view->base[i]);

        if (isnan(view->y[i]))
            continue;
        below = below && bottom + gap + cp_mark_word_reach(view, text) <= foot;
        cp_mark_words_add(&out, writing, 0, words, text,
                          (cp_point){ cp_mark_middle(view, i), below ? bottom + gap : top - gap },
                          (cp_point){ 0.5, below ? 0 : 1 });
    }
    return out;
}

const cp_mark_class cp_mark_waterfall = {
    .name = "waterfall",
    .summary = "changes that add up to totals",
    .picture = "瀑布图",
    .fields = waterfall_fields,
    .options_size = sizeof(waterfall_options),
    .channels = waterfall_channels,
    .traits = CP_MARK_FROM_ZERO | CP_MARK_FILLS | CP_MARK_STEP | CP_MARK_SINGLE | CP_MARK_SIGNED
              | CP_MARK_OUTSIDE | CP_MARK_WRITES | CP_MARK_BY_SIGN,
    .draw = waterfall_draw,
    .draw_key = waterfall_draw_key,
    .settle = waterfall_settle,
    .words = waterfall_words,
};
