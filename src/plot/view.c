#include "plot/view.h"

#include <math.h>
#include <string.h>

/* Further out than any page, within what cairo's fixed-point numbers hold: where a
 * domain leaves a value far outside. */
static const double far_out = 1e5;

static const double *in_points(cp_arena *page, const cp_scale *scale, const double *value,
                               size_t count)
{
    double *points = cp_new_array(page, double, count);

    for (size_t i = 0; i < count; i++)
        points[i] = isnan(value[i])
                        ? NAN
                        : fmin(fmax(cp_scale_number(scale, value[i]), -far_out), far_out);
    return points;
}

/* Its slot in the filled share of a step; all of the step where gaps could not be seen. */
static void place_in_step(const cp_layout *layout, const cp_series *series, cp_mark_view *view)
{
    const cp_chart_style *style = &layout->looks->style->chart;
    int slots = layout->plot->slots;
    double fill = view->step * style->bar_fill;
    double gap = style->group_gap;

    if (view->step - fill < CP_MARK_PIXEL)
        fill = view->step;
    fill = fmin(fill, fmax(slots * (style->bar_widest + gap) - gap, view->step * style->bar_least));
    if ((fill - gap * (slots - 1)) / slots < 2 * gap)
        gap = 0;
    view->width = (fill - gap * (slots - 1)) / slots;
    view->from = -fill / 2 + series->slot * (view->width + gap);
}

/* The lower edge of the band around a rule. */
static const double *band_foot(const cp_layout *layout, const cp_series *series)
{
    double low = series->y[0] - series->sigma;

    return in_points(layout->page, &layout->y[series->side].scale, &low, 1);
}

static const double *amounts(cp_arena *page, const cp_series *series)
{
    double *amount = cp_new_array(page, double, series->count);

    for (size_t i = 0; i < series->count; i++)
        amount[i] = series->y[i] - (series->base ? series->base[i] : 0);
    return amount;
}

static double within(double value, double low, double high)
{
    return fmax(fmin(value, fmax(low, high)), fmin(low, high));
}

/* Points beyond the ends of their axes stand at the edge, with room for what points outward. */
static void bring_in(const cp_layout *layout, const cp_series *series, cp_mark_view *view)
{
    double inset = layout->looks->style->marks.beyond;
    cp_rect area = cp_rect_inset(layout->upright, inset, inset, inset, inset);
    double *x = cp_new_array(layout->page, double, series->count);
    double *y = cp_new_array(layout->page, double, series->count);

    for (size_t i = 0; i < series->count; i++) {
        unsigned beyond = series->beyond[i];

        x[i] = beyond ? within(view->x[i], area.x, area.x + area.width) : view->x[i];
        y[i] = beyond ? within(view->y[i], area.y, area.y + area.height) : view->y[i];
    }
    view->x = x;
    view->y = y;
}

static bool has_lines(const cp_plot *plot)
{
    for (size_t i = 0; i < plot->series_count; i++)
        if (plot->series[i].mark->class->traits & CP_MARK_ENDS)
            return true;
    return false;
}

cp_mark_view cp_view_of(const cp_layout *layout, const cp_series *series)
{
    const cp_scale *x = &layout->x.scale, *y = &layout->y[series->side].scale;
    cp_mark_view view = {
        .options = series->mark->common,
        .place = series->mark->node->place,
        .looks = layout->looks,
        .page = layout->page,
        .plot = layout->upright,
        .rows = series->count,
        .y = in_points(layout->page, y, series->y, series->count),
        .base = series->base ? in_points(layout->page, y, series->base, series->count) : NULL,
        .text = series->text,
        .hatched = series->hatched,
        .strong = series->strong,
        .beyond = series->beyond,
        .reversed = layout->plot->y[series->side].reverse,
        .flipped = layout->flipped,
        .area = layout->area,
        .value = series->value,
        .value_low = series->value_low,
        .value_high = series->value_high,
        .index = series->index,
        .split = series->split,
        .color = series->color,
        .below = series->below,
        .zero = cp_scale_number(y, fmin(fmax(0, y->d0), y->d1)),
        .lined = has_lines(layout->plot),
        .stepped = cp_scale_has_steps(x),
        .step = fabs(cp_x_at(x, layout->plot->x.least) - cp_x_at(x, 0)),
    };
    size_t names = layout->plot->y[series->side].name_count;
    double *at = cp_new_array(layout->page, double, series->count);

    for (size_t i = 0; i < series->count; i++)
        at[i] = isnan(series->x[i]) ? NAN : cp_x_at(x, series->x[i]);
    view.x = at;
    if (series->beyond)
        bring_in(layout, series, &view);
    if (series->sigma > 0)
        view.base = band_foot(layout, series);
    for (size_t i = 0; i < CP_MARK_MORE; i++)
        if (series->more[i])
            view.more[i] = in_points(layout->page, y, series->more[i], series->count);
    memcpy(view.more_amount, series->more, sizeof view.more_amount);
    view.y_step = names > 0 ? layout->upright.height / (double)names : 0;
    if (series->mark->class->words)
        view.amount = amounts(layout->page, series);
    if (series->mark->class->traits & CP_MARK_STEP)
        place_in_step(layout, series, &view);
    return view;
}

void cp_layout_place_series(cp_layout *layout)
{
    const cp_plot *plot = layout->plot;

    layout->views = cp_new_array(layout->page, cp_mark_view, plot->series_count);
    for (size_t i = 0; i < plot->series_count; i++)
        layout->views[i] = cp_view_of(layout, &plot->series[i]);
}
