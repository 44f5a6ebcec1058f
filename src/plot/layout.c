#include "plot/layout.h"

#include <math.h>

#include "plot/label.h"

/* Tick labels, the unit and end labels decide the sides. */
static void measure_sides(cp_layout *layout)
{
    const cp_plot *plot = layout->plot;
    double gap = layout->looks->style->chart.tick_gap;
    double ends
        = cp_end_labels_width(layout->page, plot, layout->looks, layout->y, layout->box.width);

    layout->margins.left = plot->y[CP_SIDE_LEFT].used ? layout->y[CP_SIDE_LEFT].width + gap : 0;
    layout->margins.right
        = plot->y[CP_SIDE_RIGHT].used ? layout->y[CP_SIDE_RIGHT].width + gap : ends;
}

static void keep_least(cp_margins *margins, const cp_margins *least)
{
    if (!least)
        return;
    margins->left = fmax(margins->left, least->left);
    margins->right = fmax(margins->right, least->right);
    margins->top = fmax(margins->top, least->top);
    margins->bottom = fmax(margins->bottom, least->bottom);
}

static void measure_ends(cp_layout *layout)
{
    const cp_chart_style *style = &layout->looks->style->chart;
    cp_rect box = layout->box;
    double left = box.x + layout->margins.left;
    double right = box.x + box.width - layout->margins.right;

    layout->x = cp_x_ticks_make(layout->page, layout->plot, layout->looks, left, fmax(right, left),
                                box.x, box.x + box.width);
    layout->legend = cp_legend_make(layout->page, layout->plot, layout->looks, layout->margins.left,
                                    box.width);
    layout->margins.bottom = style->tick_gap + layout->x.height;
    layout->margins.top = layout->legend.height + fmax(style->top_gap, style->tick.size / 2);
}

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
    fill = fmin(fill, slots * (style->bar_widest + gap) - gap);
    if ((fill - gap * (slots - 1)) / slots < 2 * gap)
        gap = 0;
    view->width = (fill - gap * (slots - 1)) / slots;
    view->from = -fill / 2 + series->slot * (view->width + gap);
}

static cp_mark_view view_of(const cp_layout *layout, const cp_series *series)
{
    const cp_scale *x = &layout->x.scale, *y = &layout->y[series->side].scale;
    cp_mark_view view = {
        .options = series->mark->common,
        .place = series->mark->node->place,
        .looks = layout->looks,
        .page = layout->page,
        .plot = layout->area,
        .rows = series->count,
        .y = in_points(layout->page, y, series->y, series->count),
        .base = series->base ? in_points(layout->page, y, series->base, series->count) : NULL,
        .text = series->text,
        .color = series->color,
        .below = series->below,
        .zero = cp_scale_number(y, fmin(fmax(0, y->d0), y->d1)),
        .stepped = x->kind == CP_SCALE_DAYS || x->kind == CP_SCALE_BAND,
        .step = fabs(cp_x_at(x, layout->plot->x.least) - cp_x_at(x, 0)),
    };
    double *at = cp_new_array(layout->page, double, series->count);

    for (size_t i = 0; i < series->count; i++)
        at[i] = isnan(series->x[i]) ? NAN : cp_x_at(x, series->x[i]);
    view.x = at;
    if (series->mark->class->traits & CP_MARK_STEP)
        place_in_step(layout, series, &view);
    return view;
}

void cp_layout_make(cp_layout *out, const cp_plot *plot, const cp_looks *looks, cp_rect box,
                    const cp_margins *least, cp_arena *page)
{
    *out = (cp_layout){ .plot = plot, .looks = looks, .page = page, .box = box };
    cp_y_ticks_make(page, plot, looks, cp_y_intervals(looks->style, box.height), out->y);
    measure_sides(out);
    keep_least(&out->margins, least);
    measure_ends(out);
    keep_least(&out->margins, least);
    out->area = cp_rect_inset(box, out->margins.top, out->margins.right, out->margins.bottom,
                              out->margins.left);
    for (int side = 0; side < 2; side++) {
        out->y[side].scale.r0 = out->area.y + out->area.height;
        out->y[side].scale.r1 = out->area.y;
    }
}

void cp_layout_place_series(cp_layout *layout)
{
    const cp_plot *plot = layout->plot;

    layout->views = cp_new_array(layout->page, cp_mark_view, plot->series_count);
    for (size_t i = 0; i < plot->series_count; i++)
        layout->views[i] = view_of(layout, &plot->series[i]);
}
