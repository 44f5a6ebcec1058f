#include "plot/label.h"

#include <math.h>

#include "plot/label_place.h"

/* More lines than this would label the margin full. */
enum { MOST_ENDS = 4, MOST_DECIMALS = 6, ALL_DECIMALS = 2 };

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
            cp_label_place_at_line(layout, i, last, labels, &label);
        }
        labels->item[labels->count++] = label;
    }
    /* Half a label may stand below the foot: more would meet the labels of x. */
    cp_labels_spread(outside, count, layout->area.y - style->top_gap,
                     layout->area.y + layout->area.height + style->value.size / 2);
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

        cp_label_place_at_value(layout, view, i, &label);
        if (cp_label_is_free(layout, labels, &label, view, i))
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
