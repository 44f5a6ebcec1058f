#include "plot/label.h"

#include <math.h>
#include <stdlib.h>

#include "paint/output.h"

/* More lines than this would label the margin full. */
enum { MOST_ENDS = 4, MOST_DECIMALS = 6, ALL_DECIMALS = 2, TRIES = 40 };

static bool is_stacked(const cp_series *series)
{
    return series->base != NULL;
}

static size_t count_ends(const cp_plot *plot)
{
    size_t ends = 0;

    for (size_t i = 0; i < plot->series_count; i++)
        ends += (plot->series[i].mark->class->traits & CP_MARK_ENDS) != 0;
    return ends;
}

/* What `auto` means: few lines carry their last values, nothing else does. */
static cp_mark_label label_mode(const cp_plot *plot, const cp_series *series)
{
    cp_mark_label mode = (cp_mark_label)series->mark->common->label;

    if (mode != CP_LABEL_AUTO)
        return mode;
    return (series->mark->class->traits & CP_MARK_ENDS) && !is_stacked(series)
                   && count_ends(plot) <= MOST_ENDS
               ? CP_LABEL_LAST
               : CP_LABEL_NONE;
}

/* The last row that has a value; its count if there is none. */
static size_t last_row(const cp_series *series)
{
    for (size_t i = series->count; i-- > 0;)
        if (!isnan(series->y[i]))
            return i;
    return series->count;
}

static double value_at(const cp_series *series, size_t row)
{
    return series->base ? series->y[row] - series->base[row] : series->y[row];
}

static int decimals_of_values(const cp_series *series)
{
    int needed = 0;

    for (size_t i = 0; i < series->count; i++)
        if (!isnan(series->y[i]))
            needed = (int)fmax(needed, cp_decimals_needed(value_at(series, i), MOST_DECIMALS));
    return needed;
}

/* Of all ends on the axis, so that they read alike. */
static int decimals_of_ends(const cp_plot *plot, cp_side side)
{
    int needed = 0;

    for (size_t i = 0; i < plot->series_count; i++) {
        const cp_series *series = &plot->series[i];
        size_t last = last_row(series);

        if (series->side == side && label_mode(plot, series) == CP_LABEL_LAST
            && !series->mark->formatted && last < series->count)
            needed = (int)fmax(needed, cp_decimals_needed(value_at(series, last), MOST_DECIMALS));
    }
    return needed;
}

/* One digit finer than the ticks, two where values stand alone, none that the
 * numbers do not have. */
static int label_decimals(const cp_plot *plot, const cp_series *series, cp_mark_label mode,
                          const cp_y_ticks *ticks)
{
    int fine = (int)fmax(1 - floor(log10(ticks->step) + 1e-9), 0);

    return mode == CP_LABEL_ALL ? (int)fmin(fmax(fine, ALL_DECIMALS), decimals_of_values(series))
                                : (int)fmin(fine, decimals_of_ends(plot, series->side));
}

/* The mark's format; else the axis's, where whole numbers may be too coarse for single values. */
static cp_number_format label_format(const cp_plot *plot, const cp_series *series,
                                     cp_mark_label mode, const cp_y_ticks *ticks)
{
    const cp_y_axis *axis = &plot->y[series->side];
    int decimals = label_decimals(plot, series, mode, &ticks[series->side]);
    cp_number_format format;

    if (series->mark->formatted)
        return series->mark->common->format;
    format = cp_y_format(axis, decimals);
    if (axis->formatted && format.precision == 0 && (format.type == '%' || format.type == 'f'))
        format.precision = (int)fmin(fmax(format.type == '%' ? decimals - 2 : decimals, 0), 1);
    return format;
}

static cp_color darkened_to_read(const cp_looks *looks, cp_color color)
{
    const double shade = 0.92;

    for (int i = 0; i < 20; i++) {
        if (cp_color_contrast(color, looks->style->page.background) >= looks->style->contrast)
            break;
        color.red *= shade;
        color.green *= shade;
        color.blue *= shade;
    }
    return color;
}

/* Lines lend their labels their colour; in a stacked piece the page's colour
 * stands out where ink does not. */
static cp_ink label_ink(const cp_looks *looks, const cp_series *series)
{
    cp_ink ink = looks->style->chart.value;
    cp_color page = looks->style->page.background;

    if (series->base
        && cp_color_contrast(page, series->color) > cp_color_contrast(ink.color, series->color))
        ink.color = page;
    else if (series->mark->class->traits & CP_MARK_ENDS)
        ink.color = darkened_to_read(looks, series->color);
    return ink;
}

static cp_value_label label_new(cp_arena *page, const cp_looks *looks, const cp_series *series,
                                const cp_number_format *format, double value)
{
    cp_ink ink = label_ink(looks, series);
    cp_value_label label = { .series = series, .words = cp_number_write(page, format, value) };

    label.text = cp_label_set(page, looks, &ink, label.words, series->mark->node);
    label.rect.width = cp_text_size(label.text).width;
    label.rect.height = cp_text_size(label.text).height;
    return label;
}

/* Whether the series reaches the last place there is on x. */
static bool ends_last(const cp_plot *plot, const cp_series *series)
{
    const cp_scale *x = &plot->x.scale;
    size_t last = last_row(series);
    bool steps = x->kind == CP_SCALE_DAYS || x->kind == CP_SCALE_BAND;

    return last < series->count && series->x[last] >= (steps ? (double)x->count - 1 : x->d1);
}

/* With steps so wide that the margin is far from the line's end, the label stays with the end. */
static bool stands_outside(const cp_plot *plot, const cp_looks *looks, const cp_series *series,
                           double width)
{
    const cp_scale *x = &plot->x.scale;
    bool steps = x->kind == CP_SCALE_DAYS || x->kind == CP_SCALE_BAND;

    if (steps && width / (double)x->count / 2 > looks->style->chart.tick.size)
        return false;
    return !plot->y[CP_SIDE_RIGHT].used && label_mode(plot, series) == CP_LABEL_LAST
           && (series->mark->class->traits & CP_MARK_ENDS) && ends_last(plot, series);
}

double cp_end_labels_width(cp_arena *page, const cp_plot *plot, const cp_looks *looks,
                           const cp_y_ticks ticks[2], double box_width)
{
    double width = 0;

    for (size_t i = 0; i < plot->series_count; i++) {
        const cp_series *series = &plot->series[i];

        if (!stands_outside(plot, looks, series, box_width))
            continue;

        cp_number_format format = label_format(plot, series, CP_LABEL_LAST, ticks);
        cp_value_label label = label_new(page, looks, series, &format, series->y[last_row(series)]);

        width = fmax(width, label.rect.width + looks->style->chart.label_gap);
    }
    return width;
}

/* The first row at or right of `left`. */
static size_t first_row(const cp_mark_view *view, double left)
{
    size_t low = 0, high = view->rows;

    while (low < high) {
        size_t middle = (low + high) / 2;

        if (view->x[middle] < left)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static bool spans_overlap(double a0, double a1, double b0, double b1)
{
    return fmin(a0, a1) < fmax(b0, b1) && fmax(a0, a1) > fmin(b0, b1);
}

/* How many pieces of a series' ink the rectangle meets.  A line's piece is the
 * box around two neighbours, which is right for steps and near for slopes. */
static size_t pieces_met(const cp_mark_view *view, bool filling, cp_rect rect)
{
    double bottom = rect.y + rect.height, right = rect.x + rect.width;
    size_t met = 0;

    for (size_t i = first_row(view, rect.x - view->step); i < view->rows; i++) {
        if (view->x[i] > right + view->step)
            break;
        if (filling)
            met += spans_overlap(view->x[i] - view->step / 2, view->x[i] + view->step / 2, rect.x,
                                 right)
                   && spans_overlap(view->y[i], view->zero, rect.y, bottom);
        else if (i > 0)
            met += spans_overlap(view->x[i - 1] - 1, view->x[i] + 1, rect.x, right)
                   && spans_overlap(fmin(view->y[i - 1], view->y[i]) - 1,
                                    fmax(view->y[i - 1], view->y[i]) + 1, rect.y, bottom);
    }
    return met;
}

/* What a label would cover at a place: others must not be, lines should not, bars may. */
static double cost_of(const cp_layout *layout, const cp_value_labels *labels, cp_rect rect,
                      cp_color color)
{
    const double legible = 3; /* WCAG's least contrast of bold text */
    const cp_plot *plot = layout->plot;
    const cp_chart_style *style = &layout->looks->style->chart;
    double cost = 0;

    if (rect.y < layout->area.y - style->top_gap - style->label_gap
        || rect.y + rect.height > layout->area.y + layout->area.height)
        cost += 1000;
    for (size_t i = 0; i < labels->count; i++)
        if (cp_rects_overlap(rect, labels->item[i].rect, 0))
            cost += 1000;
    for (size_t i = 0; i < plot->series_count; i++) {
        bool filling = plot->series[i].mark->class->traits & CP_MARK_FILLS;

        bool hidden = cp_color_contrast(color, plot->series[i].color) < legible;

        cost
            += (double)pieces_met(&layout->views[i], filling, rect) * (filling && !hidden ? 2 : 30);
    }
    return cost;
}

/* Above or below the end of its line, pushed on until little is covered. */
static void place_at_line(const cp_layout *layout, size_t number, const cp_value_labels *labels,
                          cp_value_label *label)
{
    const cp_chart_style *style = &layout->looks->style->chart;
    const cp_mark_view *view = &layout->views[number];
    size_t last = last_row(label->series);
    double half = label->rect.width / 2, best = INFINITY;
    double right = fmin(view->x[last] + (view->stepped ? fmin(half, view->step / 2) : half),
                        layout->area.x + layout->area.width);
    cp_rect rect = label->rect;

    rect.x = right - rect.width;
    for (int i = 0; i < TRIES * 2; i++) {
        double away = style->label_gap + (i / 2) * style->line_width;

        rect.y = i % 2 == 0 ? view->y[last] - away - rect.height : view->y[last] + away;

        double cost = cost_of(layout, labels, rect, label->series->color) + away;

        if (cost < best) {
            best = cost;
            label->rect = rect;
        }
    }
}

static int by_height(const void *a, const void *b)
{
    const cp_value_label *one = *(cp_value_label *const *)a, *other = *(cp_value_label *const *)b;

    return one->rect.y < other->rect.y ? -1 : one->rect.y > other->rect.y;
}

/* Labels in the margin keep their order and share what room there is. */
static void spread(cp_value_label **outside, size_t count, double top, double bottom)
{
    double below = bottom;

    qsort(outside, count, sizeof(*outside), by_height);
    for (size_t i = 0; i < count; i++) {
        outside[i]->rect.y = fmax(outside[i]->rect.y, top);
        top = outside[i]->rect.y + outside[i]->rect.height;
    }
    for (size_t i = count; i-- > 0;) {
        outside[i]->rect.y = fmin(outside[i]->rect.y, below - outside[i]->rect.height);
        below = outside[i]->rect.y;
    }
}

static void label_ends(const cp_layout *layout, cp_value_labels *labels)
{
    const cp_plot *plot = layout->plot;
    const cp_chart_style *style = &layout->looks->style->chart;
    cp_value_label **outside = cp_new_array(layout->page, cp_value_label *, plot->series_count);
    size_t count = 0;

    for (size_t i = 0; i < plot->series_count; i++) {
        const cp_series *series = &plot->series[i];
        size_t last = last_row(series);

        if (label_mode(plot, series) != CP_LABEL_LAST || last == series->count
            || !(series->mark->class->traits & CP_MARK_ENDS))
            continue;

        cp_number_format format = label_format(plot, series, CP_LABEL_LAST, layout->y);
        cp_value_label label
            = label_new(layout->page, layout->looks, series, &format, value_at(series, last));

        if (stands_outside(plot, layout->looks, series, layout->box.width)) {
            label.rect.x = layout->area.x + layout->area.width + style->label_gap;
            label.rect.y = layout->views[i].y[last] - label.rect.height / 2;
            outside[count++] = &labels->item[labels->count];
        } else {
            place_at_line(layout, i, labels, &label);
        }
        labels->item[labels->count++] = label;
    }
    /* Half a label may stand below the foot: more would meet the labels of x. */
    spread(outside, count, layout->area.y - style->top_gap,
           layout->area.y + layout->area.height + style->value.size / 2);
}

/* Beyond the end of a bar, above a point, in the middle of a stacked piece. */
static void place_at_value(const cp_layout *layout, const cp_mark_view *view, size_t row,
                           cp_value_label *label)
{
    double gap = layout->looks->style->chart.label_gap;
    double middle = view->x[row] + view->from + view->width / 2;
    bool below = view->width > 0 && view->y[row] > view->zero;

    label->rect.x = middle - label->rect.width / 2;
    if (view->base)
        label->rect.y = (view->y[row] + view->base[row] - label->rect.height) / 2;
    else
        label->rect.y = below ? view->y[row] + gap : view->y[row] - gap - label->rect.height;
}

static bool is_free(const cp_layout *layout, const cp_value_labels *labels,
                    const cp_value_label *label, const cp_mark_view *view, size_t row)
{
    if (view->base && fabs(view->y[row] - view->base[row]) < label->rect.height)
        return false;
    if (!cp_rect_inside(label->rect, layout->box, 0.5))
        return false;
    for (size_t i = labels->count; i-- > 0;)
        if (cp_rects_overlap(label->rect, labels->item[i].rect, 0))
            return false;
    return true;
}

static void label_values(const cp_layout *layout, size_t number, cp_value_labels *labels)
{
    const cp_series *series = &layout->plot->series[number];
    const cp_mark_view *view = &layout->views[number];
    cp_mark_label mode = label_mode(layout->plot, series);
    cp_number_format format = label_format(layout->plot, series, mode, layout->y);

    for (size_t i = mode == CP_LABEL_LAST ? last_row(series) : 0; i < series->count; i++) {
        if (isnan(series->y[i]))
            continue;

        cp_value_label label
            = label_new(layout->page, layout->looks, series, &format, value_at(series, i));

        place_at_value(layout, view, i, &label);
        if (is_free(layout, labels, &label, view, i))
            labels->item[labels->count++] = label;
        else
            labels->left_out++, labels->crowded = series;
    }
}

/* Thousands of labels find no room anyway, and looking for it would take its time. */
static const size_t most_labels = 2000;

cp_value_labels cp_value_labels_make(const cp_layout *layout)
{
    const cp_plot *plot = layout->plot;
    cp_value_labels labels = { 0 };
    size_t wanted = 0;

    for (size_t i = 0; i < plot->series_count; i++)
        if (label_mode(plot, &plot->series[i]) == CP_LABEL_ALL) {
            wanted += plot->series[i].count;
            labels.crowded = &plot->series[i];
        } else {
            wanted++;
        }
    if (wanted > most_labels) {
        labels.left_out = wanted;
        return labels;
    }
    labels.item = cp_new_array(layout->page, cp_value_label, wanted);
    for (size_t i = 0; i < plot->series_count; i++) {
        cp_mark_label mode = label_mode(plot, &plot->series[i]);
        bool ends = plot->series[i].mark->class->traits & CP_MARK_ENDS;

        if (mode == CP_LABEL_ALL || (mode == CP_LABEL_LAST && !ends))
            label_values(layout, i, &labels);
    }
    label_ends(layout, &labels);
    return labels;
}

void cp_value_labels_draw(const cp_value_labels *labels, cairo_t *cr)
{
    for (size_t i = 0; i < labels->count; i++)
        cp_text_draw(labels->item[i].text, cr, labels->item[i].rect.x, labels->item[i].rect.y);
}
