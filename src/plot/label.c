#include "plot/label.h"

#include <math.h>

#include "paint/output.h"
#include "plot/label_end.h"
#include "plot/label_float.h"
#include "plot/label_place.h"
#include "plot/label_kept.h"
#include "plot/label_words.h"

double cp_value_labels_width(const cp_layout *layout)
{
    const cp_plot *plot = layout->plot;
    double width = 0;

    for (size_t i = 0; i < plot->series_count; i++) {
        const cp_series *series = &plot->series[i];

        bool inside = !(cp_label_wanted(plot, series) & (CP_LABEL_ALL | CP_LABEL_TOTAL))
                      || series->ranged
                      || (series->base && !(cp_label_wanted(plot, series) & CP_LABEL_TOTAL));

        if (inside && !cp_mark_writes_outside(series->mark))
            continue;
        /* Before there are ticks the format is near enough. */
        cp_y_ticks rough[2] = { { .step = 1 }, { .step = 1 } };
        cp_number_format format = cp_label_format(plot, series, rough);

        for (size_t row = 0; row < series->count; row++) {
            cp_str words
                = cp_y_write(layout->page, &plot->y[series->side], &format, series->y[row]);
            cp_value_label label
                = cp_label_new(layout->page, plot, layout->looks, series, words, INFINITY);

            width = fmax(width, label.rect.width + 2 * layout->looks->style->chart.label_gap);
        }
    }
    return width;
}

/* How far a value gives way to lines, of its size. */
static const double most_out = 3;

/* Whether lines may strike a value through: only where it has no other place. */
typedef enum over_lines { CLEAR_OF_LINES, OVER_LINES } over_lines;

static const cp_mark_view *view_of(const cp_layout *layout, const cp_value_label *label)
{
    return &layout->views[label->series - layout->plot->series];
}

/* `own`: the bars or pieces that it belongs to; NULL for what belongs to none of them. */
static bool is_free(const cp_layout *layout, const cp_value_labels *labels,
                    const cp_value_label *label, const cp_mark_view *own, size_t row,
                    over_lines over)
{
    return cp_label_is_free(layout, labels, label, own, row)
           && (over == OVER_LINES || !cp_plot_ink_strikes(&labels->ink, label->rect));
}

/* Within the end of its bar, in a colour that is read there. */
static bool fit_within(const cp_layout *layout, const cp_value_labels *labels, size_t row,
                       over_lines over, cp_value_label *label)
{
    const cp_mark_view *view = view_of(layout, label);
    bool below = view->y[row] > view->zero;

    if (view->base || view->width <= 0)
        return false;
    cp_label_place_at_value(layout, view, row, true, label);
    if (!cp_label_is_within(layout, label, view, row)
        || !is_free(layout, labels, label, view, row, over))
        return false;
    label->ink.color = cp_label_color_on(layout->looks->style,
                                         below ? label->series->below : label->series->color);
    cp_label_set_text(layout->page, layout->looks, label);
    return true;
}

/* Where it is, or `most` further out at the most. */
static bool fit_outward(const cp_layout *layout, const cp_value_labels *labels,
                        const cp_mark_view *own, size_t row, double most, over_lines over,
                        cp_value_label *label)
{
    for (double out = 0; out <= most; out++) {
        if (is_free(layout, labels, label, own, row, over))
            return true;
        cp_label_move_out(layout, view_of(layout, label), row, 1, label);
    }
    return false;
}

/* Beyond the end of its bar. */
static bool fit_beyond(const cp_layout *layout, const cp_value_labels *labels, size_t row,
                       double most, over_lines over, cp_value_label *label)
{
    const cp_mark_view *view = view_of(layout, label);

    cp_label_place_at_value(layout, view, row, false, label);
    return fit_outward(layout, labels, view, row, most, over, label);
}

/* The values of stacked pieces have but one place. */
static bool fit_at_value(const cp_layout *layout, const cp_value_labels *labels, size_t row,
                         cp_value_label *label)
{
    double out = view_of(layout, label)->base ? 0 : most_out * label->ink.size;

    return fit_beyond(layout, labels, row, 0, CLEAR_OF_LINES, label)
           || fit_within(layout, labels, row, CLEAR_OF_LINES, label)
           || (fit_beyond(layout, labels, row, 0, OVER_LINES, label)
               && fit_beyond(layout, labels, row, out, CLEAR_OF_LINES, label))
           || fit_beyond(layout, labels, row, 0, OVER_LINES, label)
           || fit_within(layout, labels, row, OVER_LINES, label);
}

/* The least value of a line that grows upward is best below it. */
static cp_float_kind kind_of(const cp_mark_view *view, const cp_series *series, size_t row)
{
    bool least = true;

    for (size_t i = 0; i < series->count; i++)
        least = least && !(view->y[i] > view->y[row]);
    return least ? CP_FLOAT_LEAST : CP_FLOAT_VALUE;
}

static void label_value(const cp_layout *layout, size_t number, size_t row, bool all,
                        cp_value_labels *labels)
{
    const cp_plot *plot = layout->plot;
    const cp_series *series = &plot->series[number];
    cp_number_format format = cp_label_format(plot, series, layout->y);
    cp_str words
        = cp_y_write(layout->page, &plot->y[series->side], &format, cp_label_value(series, row));
    cp_value_label label
        = cp_label_new(layout->page, plot, layout->looks, series, words, labels->size);
    bool floats = series->mark->class->traits & CP_MARK_ENDS && !series->base;

    if (floats && !cp_mark_shows(&layout->views[number], row))
        return;
    if (floats)
        cp_label_hang(layout, number, row,
                      all ? CP_FLOAT_VALUE : kind_of(&layout->views[number], series, row), &label);
    if (floats || fit_at_value(layout, labels, row, &label))
        labels->item[labels->count++] = label;
    else
        cp_value_labels_leave_out(labels, series);
}

static void label_values(const cp_layout *layout, size_t number, cp_value_labels *labels)
{
    const cp_series *series = &layout->plot->series[number];
    bool all = cp_label_wanted(layout->plot, series) & CP_LABEL_ALL;
    size_t rows[4], count = cp_label_rows(layout->plot, series, rows);

    for (size_t i = 0; all && i < series->count; i++)
        if (!isnan(series->y[i]) && !(series->base && cp_label_value(series, i) == 0)
            && !(cp_label_has_end(layout->plot, series) && i == cp_label_last_row(series)))
            label_value(layout, number, i, true, labels);
    for (size_t i = 0; !all && i < count; i++)
        label_value(layout, number, rows[i], false, labels);
}

static bool among(size_t row, const size_t *rows, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (rows[i] == row)
            return true;
    return false;
}

/* Names or values of points, and of all those beyond the axes. */
static void label_points(const cp_layout *layout, size_t number, cp_value_labels *labels)
{
    const cp_plot *plot = layout->plot;
    const cp_series *series = &plot->series[number];
    const cp_mark_view *view = &layout->views[number];
    bool all = cp_label_wanted(plot, series) & CP_LABEL_ALL;
    bool named = cp_label_is_named(series) && series->mark->labels != CP_LABEL_NONE;
    size_t rows[4], count = cp_label_rows(plot, series, rows);

    for (size_t i = 0; i < series->count; i++) {
        bool beyond = series->beyond && series->beyond[i];

        if (!(series->mark->class->radius(view, i) > 0)
            || !(named || all || beyond || among(i, rows, count)))
            continue;

        cp_str words = cp_label_point_words(layout->page, plot, series, i, layout->y);
        cp_value_label label = { .series = series,
                                 .words = words,
                                 .ink = cp_label_point_ink(layout->looks, series, i) };

        if (words.size == 0)
            continue;
        label.ink.size = fmin(label.ink.size, labels->size);
        cp_label_set_text(layout->page, layout->looks, &label);
        cp_label_hang(layout, number, i, series->text ? CP_FLOAT_NAME : CP_FLOAT_VALUE, &label);
        labels->item[labels->count++] = label;
    }
}

/* Another rule at the same level says so already: bands of one and of two deviations. */
static bool is_told(const cp_value_labels *labels, const cp_series *series, cp_str words)
{
    for (size_t i = 0; i < labels->count; i++) {
        const cp_series *other = labels->item[i].series;

        if (cp_label_is_constant(other) && other->side == series->side
            && other->y[0] == series->y[0] && cp_str_eq(labels->item[i].words, words))
            return true;
    }
    return false;
}

/* A rule's words stand above or below it at one of its ends; upright, beside its head. */
static void label_rules(const cp_layout *layout, cp_value_labels *labels)
{
    const cp_plot *plot = layout->plot;

    for (size_t i = 0; i < plot->series_count; i++) {
        const cp_series *series = &plot->series[i];

        if (!cp_label_is_constant(series)
            || !(cp_label_wanted(plot, series) & (CP_LABEL_LAST | CP_LABEL_NAME)))
            continue;

        cp_str words = cp_label_end_words(layout->page, plot, layout->looks, series, series->y[0],
                                          layout->y);

        if (words.size == 0 || is_told(labels, series, words))
            continue;

        cp_value_label label
            = cp_label_new(layout->page, plot, layout->looks, series, words, labels->size);

        cp_label_hang(layout, i, 0, CP_FLOAT_RULE, &label);
        labels->item[labels->count++] = label;
    }
}

/* The sum of the stack that stands at a place of x, and its upper end; false: there is none. */
static bool sum_stack(const cp_layout *layout, const cp_series *series, double place, double *sum,
                      double *top)
{
    *sum = 0;
    *top = INFINITY;
    for (size_t i = 0; i < layout->plot->series_count; i++) {
        const cp_series *other = &layout->plot->series[i];

        if (other->mark->class != series->mark->class || other->side != series->side || !other->base
            || other->ranged)
            continue;
        for (size_t row = 0; row < other->count; row++)
            if (other->x[row] == place && !isnan(other->y[row])) {
                *sum += cp_label_value(other, row);
                *top = fmin(*top, layout->views[i].y[row]);
            }
    }
    return isfinite(*top);
}

/* Above the stack, further out where lines would strike it through. */
static bool fit_above_stack(const cp_layout *layout, const cp_value_labels *labels, size_t row,
                            double top, cp_value_label *label)
{
    const cp_mark_view *view = view_of(layout, label);

    cp_label_place_beyond(layout, view, row, top, label);
    if (fit_outward(layout, labels, NULL, row, most_out * label->ink.size, CLEAR_OF_LINES, label))
        return true;
    cp_label_place_beyond(layout, view, row, top, label);
    return is_free(layout, labels, label, NULL, row, OVER_LINES);
}

/* The sums of whole stacks. */
static void label_totals(const cp_layout *layout, size_t number, cp_value_labels *labels)
{
    const cp_plot *plot = layout->plot;
    const cp_series *series = &plot->series[number];
    cp_number_format format = cp_label_format(plot, series, layout->y);

    for (size_t row = 0; row < series->count; row++) {
        double sum, top;

        if (!sum_stack(layout, series, series->x[row], &sum, &top))
            continue;

        cp_value_label label = cp_label_new(
            layout->page, plot, layout->looks, series,
            cp_y_write(layout->page, &plot->y[series->side], &format, sum), labels->size);

        label.ink.color = layout->looks->style->chart.value.color;
        cp_label_set_text(layout->page, layout->looks, &label);
        if (fit_above_stack(layout, labels, row, top, &label))
            labels->item[labels->count++] = label;
        else
            cp_value_labels_leave_out(labels, series);
    }
}

/* Thousands of labels find no room anyway, and looking for it would take its time. */
static const size_t most_labels = 2000;

/* What stands there before any label does: what the marks that write their own words wrote, by
 * each one's first series, and ink. */
typedef struct own_words {
    size_t count;
    cp_mark_words *of; /* [series_count] */
    cp_plot_ink ink;
} own_words;

static cp_mark_words words_of_mark(const cp_layout *layout, size_t first, size_t count)
{
    const cp_series *series = &layout->plot->series[first];
    unsigned labels = series->mark->labels;
    cp_mark_writing writing = { .views = layout->views + first,
                                .count = count,
                                .box = layout->box,
                                .all = labels & CP_LABEL_ALL,
                                .none = labels == CP_LABEL_NONE,
                                .formatted = series->mark->formatted,
                                .value = series->value_column,
                                .format = cp_label_format(layout->plot, series, layout->y) };

    /* cppcheck-suppress returnDanglingLifetime ; what comes back lives in the page's arena */
    return series->mark->class->words(&writing);
}

static own_words write_own(const cp_layout *layout)
{
    const cp_plot *plot = layout->plot;
    own_words own = { .of = cp_new_array(layout->page, cp_mark_words, plot->series_count) };

    for (size_t i = 0, next; i < plot->series_count; i = next) {
        for (next = i + 1; next < plot->series_count; next++)
            if (plot->series[next].mark != plot->series[i].mark)
                break;
        if (cp_label_writes_own(&plot->series[i]))
            own.of[i] = words_of_mark(layout, i, next - i);
        own.count += own.of[i].count;
    }
    return own;
}

static bool is_on_point(const cp_layout *layout, size_t series, cp_rect rect)
{
    const cp_mark_class *class = layout->plot->series[series].mark->class;
    const cp_mark_view *view = &layout->views[series];

    for (size_t i = 0; class->radius && i < view->rows && i < most_labels; i++) {
        cp_point at = cp_layout_to_page(layout, view->x[i], view->y[i]);
        double x = fmax(fmax(rect.x - at.x, at.x - rect.x - rect.width), 0);
        double y = fmax(fmax(rect.y - at.y, at.y - rect.y - rect.height), 0);

        if (hypot(x, y) < class->radius(view, i))
            return true;
    }
    return false;
}

/* A mark does not know of the others' points and words. */
static bool is_free_of_others(const cp_layout *layout, const cp_value_labels *labels,
                              const cp_mark *mark, cp_rect rect)
{
    for (size_t i = 0; i < labels->count; i++)
        if (cp_rects_overlap(rect, labels->item[i].rect, 0.1))
            return false;
    for (size_t i = 0; i < layout->plot->series_count; i++)
        if (layout->plot->series[i].mark != mark && is_on_point(layout, i, rect))
            return false;
    return true;
}

static void take_own(const cp_layout *layout, const own_words *own, cp_value_labels *labels)
{
    for (size_t i = 0; i < layout->plot->series_count; i++) {
        const cp_series *series = &layout->plot->series[i];

        for (size_t k = 0; k < own->of[i].count; k++) {
            const cp_mark_word *word = &own->of[i].item[k];

            if (!is_free_of_others(layout, labels, series->mark, word->rect)) {
                cp_value_labels_leave_out(labels, series);
                continue;
            }
            labels->item[labels->count++] = (cp_value_label){ .series = series + word->series,
                                                              .words = word->words,
                                                              .text = word->text,
                                                              .rect = word->rect,
                                                              .led = word->led,
                                                              .from = word->from,
                                                              .to = word->to };
        }
        labels->left_out += own->of[i].left_out;
        if (own->of[i].left_out > 0)
            labels->crowded = series;
    }
}

/* Rows that want a label each, and one of the series they belong to. */
static size_t count_rows(const cp_plot *plot, const cp_series **crowded)
{
    size_t rows = 0;

    for (size_t i = 0; i < plot->series_count; i++) {
        const cp_series *series = &plot->series[i];

        if ((cp_label_wanted(plot, series) & (CP_LABEL_ALL | CP_LABEL_TOTAL))
            || cp_label_is_named(series) || series->beyond) {
            rows += series->count;
            *crowded = series;
        }
    }
    return rows;
}

double cp_names_area(cp_arena *page, const cp_plot *plot, const cp_looks *looks)
{
    const cp_series *crowded = NULL;
    cp_ink ink = looks->style->chart.value;
    double area = 0;

    ink.size = looks->style->chart.smallest_text;
    for (size_t i = 0; count_rows(plot, &crowded) <= most_labels && i < plot->series_count; i++) {
        const cp_series *series = &plot->series[i];

        for (size_t row = 0; cp_label_is_named(series) && row < series->count; row++)
            if (series->text[row].size > 0 && !isnan(series->y[row]))
                area += cp_text_size(
                            cp_label_set(page, looks, &ink, series->text[row], series->mark->node))
                            .width
                        * ink.size;
    }
    return area / looks->style->label.densest;
}

static cp_value_labels all_left_out(const cp_layout *layout, const cp_series *crowded, size_t rows)
{
    size_t names = cp_label_is_named(crowded) ? rows : 0;

    return (cp_value_labels){ .left_out = rows,
                              .names = names,
                              .all_names = names,
                              .crowded = crowded,
                              .size = layout->looks->style->chart.smallest_text };
}

/* First what has its own place, then what finds one beside it. */
static cp_value_labels labels_of_size(const cp_layout *layout, const own_words *own, double size,
                                      size_t most)
{
    const cp_plot *plot = layout->plot;
    cp_value_labels labels
        = { .size = size,
            .ink = own->ink,
            .item = cp_new_array(layout->page, cp_value_label, most + own->count) };

    take_own(layout, own, &labels);
    for (size_t i = 0; i < plot->series_count; i++)
        if (plot->series[i].mark->class->radius)
            label_points(layout, i, &labels);
        else if (!cp_label_is_constant(&plot->series[i]))
            label_values(layout, i, &labels);
    for (size_t i = 0; i < plot->series_count; i++)
        if (cp_label_wanted(plot, &plot->series[i]) & CP_LABEL_TOTAL)
            label_totals(layout, i, &labels);
    cp_label_ends(layout, &labels);
    label_rules(layout, &labels);
    cp_labels_float(layout, &labels);
    return labels;
}

static size_t count_led(const cp_value_labels *labels)
{
    size_t led = 0;

    for (size_t i = 0; i < labels->count; i++)
        led += labels->item[i].led;
    return led;
}

/* All have room, and nearly all of them beside what they name. */
static bool is_well(const cp_layout *layout, const cp_value_labels *labels)
{
    double most = layout->looks->style->label.led * (double)labels->count;

    return labels->left_out == 0 && (double)count_led(labels) <= fmax(most, 2);
}

static bool is_better(const cp_value_labels *labels, const cp_value_labels *than)
{
    return labels->left_out != than->left_out ? labels->left_out < than->left_out
                                              : count_led(labels) < count_led(than);
}

/* The size in which the names were kept, where that is still one of the style's; else 0. */
static double kept_size(const cp_layout *layout)
{
    const cp_chart_style *style = &layout->looks->style->chart;
    double size = cp_kept_size(layout->plot);

    return size >= style->smallest_text && size <= style->value.size ? size : 0;
}

/* Where some of a crowd found no room, all need at least the area of those that did: what is
 * larger than that need not be tried.  The last is the smallest. */
static double next_size(const cp_chart_style *style, double size, const cp_value_labels *labels)
{
    const double crowd = 60;
    double placed = (double)labels->count, all = placed + (double)labels->left_out, next;

    if (all < crowd)
        return size - 0.5;
    next = fmin(floor(size * sqrt(placed / all) * 2) / 2, size - 0.5);
    return next < style->smallest_text && size - 0.5 >= style->smallest_text ? style->smallest_text
                                                                             : next;
}

/* In the size in which the names were kept, if all have room so; in the style's, or the largest
 * that does well, or the one that does best. */
cp_value_labels cp_value_labels_make(const cp_layout *layout)
{
    const cp_chart_style *style = &layout->looks->style->chart;
    cp_value_labels labels = { 0 }, best;
    size_t rows = count_rows(layout->plot, &labels.crowded);
    size_t most = 2 * rows + 5 * layout->plot->series_count; /* values, totals, ends, extremes */
    own_words own = write_own(layout);
    double kept = kept_size(layout);

    if (rows > most_labels)
        return all_left_out(layout, labels.crowded, rows);
    if (rows > 0)
        own.ink = cp_plot_ink_of(layout, NULL);
    for (size_t i = 0; i < layout->plot->series_count; i++)
        layout->views[i].worded = own.of[i].count > 0;
    if (kept > 0) {
        best = labels_of_size(layout, &own, kept, most);
        if (best.left_out == 0)
            return best;
    }
    labels = best = labels_of_size(layout, &own, style->value.size, most);
    for (double size = next_size(style, style->value.size, &labels);
         !is_well(layout, &best) && size >= style->smallest_text;
         size = next_size(style, size, &labels)) {
        labels = labels_of_size(layout, &own, size, most);
        if (is_better(&labels, &best))
            best = labels;
    }
    return best;
}

static void draw_leaders(const cp_layout *layout, const cp_value_labels *labels, cairo_t *cr)
{
    const cp_stroke *stroke = &layout->looks->style->label.leader;

    for (size_t i = 0; i < labels->count; i++) {
        const cp_value_label *label = &labels->item[i];

        if (!label->led)
            continue;
        cairo_move_to(cr, label->from.x, label->from.y);
        cairo_line_to(cr, label->to.x, label->to.y);
        cp_stroke_path(cr, stroke);
    }
}

void cp_value_labels_draw(const cp_layout *layout, const cp_value_labels *labels, cairo_t *cr)
{
    draw_leaders(layout, labels, cr);
    for (size_t i = 0; i < labels->count; i++)
        cp_text_draw(labels->item[i].text, cr, labels->item[i].rect.x, labels->item[i].rect.y);
}
