#include "plot/ink.h"

#include <math.h>
#include <string.h>

#include "plot/event.h"
#include "plot/label_words.h"
#include "plot/mark/path.h"
#include "plot/reduce.h"

/* Corners of a line are kept this far apart: nearer ones make no difference to a label. */
static const double fine = 1;

static void *grown(cp_arena *arena, void *items, size_t count, size_t *size, size_t one)
{
    if (count < *size)
        return items;

    size_t most = *size ? *size * 2 : 64;
    void *more = cp_alloc_array(arena, most, one);

    if (count > 0)
        memcpy(more, items, count * one);
    *size = most;
    return more;
}

static void add(cp_plot_ink *ink, cp_point a, cp_point b, double radius)
{
    ink->item = grown(ink->arena, ink->item, ink->count, &ink->size, sizeof *ink->item);
    ink->item[ink->count++] = (cp_anchor){ a, b, radius };
}

void cp_plot_ink_take(cp_plot_ink *ink, cp_rect box)
{
    ink->box = grown(ink->arena, ink->box, ink->box_count, &ink->box_size, sizeof *ink->box);
    ink->box[ink->box_count++] = box;
}

/* From series to the page. */
static void add_line(cp_plot_ink *ink, const cp_layout *layout, cp_point a, cp_point b,
                     double radius)
{
    if (isfinite(a.x) && isfinite(a.y) && isfinite(b.x) && isfinite(b.y))
        add(ink, cp_layout_to_page(layout, a.x, a.y), cp_layout_to_page(layout, b.x, b.y), radius);
}

static bool fills(const cp_series *series)
{
    return series->mark->class->traits & CP_MARK_FILLS;
}

static bool hangs(const cp_ink_asked *asked, size_t series, size_t row)
{
    return asked && asked->hangs(asked->context, series, row);
}

/* The way of a line, or of the edge of an area. */
static void add_path(cp_plot_ink *ink, const cp_layout *layout, size_t number)
{
    const cp_mark_view *view = &layout->views[number];
    const cp_mark *mark = layout->plot->series[number].mark;
    const int *curve = cp_mark_option(mark, "curve"), *gaps = cp_mark_option(mark, "gaps");
    const bool *dotted = cp_mark_option(mark, "points");
    const cp_chart_style *style = &layout->looks->style->chart;
    double width = dotted && *dotted ? style->dot_size : style->line_width;
    cp_path path = cp_path_make(view, view->y, curve ? (cp_curve)*curve : CP_CURVE_LINEAR,
                                gaps && *gaps > 0);
    cp_point *point;
    size_t count = cp_reduce_line(layout->page, path.x, path.y, path.count, fine, &point);

    for (size_t i = 0; i + 1 < count; i++)
        add_line(ink, layout, point[i], point[i + 1], width / 2);
    if (count == 1)
        add_line(ink, layout, point[0], point[0], width / 2);
}

/* From the least to the most of a row's values: ranges, dumbbells. */
static void add_spans(cp_plot_ink *ink, const cp_layout *layout, size_t number)
{
    const cp_mark_view *view = &layout->views[number];
    double half = layout->looks->style->chart.line_width / 2;

    for (size_t i = 0; i < view->rows; i++) {
        double top = view->y[i], bottom = view->base ? view->base[i] : view->y[i];

        for (size_t k = 0; k < CP_MARK_MORE; k++)
            if (view->more[k] && !isnan(view->more[k][i])) {
                top = fmin(top, view->more[k][i]);
                bottom = fmax(bottom, view->more[k][i]);
            }
        add_line(ink, layout, (cp_point){ view->x[i], top }, (cp_point){ view->x[i], bottom },
                 half);
    }
}

static void add_rule(cp_plot_ink *ink, const cp_layout *layout, const cp_mark_view *view)
{
    cp_rect area = view->plot;
    double half = layout->looks->style->chart.rule.width / 2;

    for (size_t i = 0; i < view->rows; i++)
        if (isnan(view->x[i]))
            add_line(ink, layout, (cp_point){ area.x, view->y[i] },
                     (cp_point){ area.x + area.width, view->y[i] }, half);
        else
            add_line(ink, layout, (cp_point){ view->x[i], area.y },
                     (cp_point){ view->x[i], area.y + area.height }, half);
}

static void add_lines(cp_plot_ink *ink, const cp_layout *layout, size_t number,
                      const cp_ink_asked *asked)
{
    const cp_series *series = &layout->plot->series[number];
    const cp_mark_class *class = series->mark->class;

    if (class->radius || (fills(series) && (series->base || !(class->traits & CP_MARK_ENDS))))
        return;
    if (class->traits & CP_MARK_ENDS)
        add_path(ink, layout, number);
    else if (!cp_label_is_constant(series))
        add_spans(ink, layout, number);
    else if (!hangs(asked, number, 0))
        add_rule(ink, layout, &layout->views[number]);
}

/* The lines of the axes: of y at zero or at the foot, of x at zero. */
static void add_axes(cp_plot_ink *ink, const cp_layout *layout)
{
    cp_side side = layout->plot->y[CP_SIDE_LEFT].used ? CP_SIDE_LEFT : CP_SIDE_RIGHT;
    cp_rect area = layout->upright;
    double y, right = area.x + area.width;
    const cp_stroke *base = cp_base_line(layout->looks, &layout->y[side], area, &y);

    if (base)
        add_line(ink, layout, (cp_point){ area.x, y }, (cp_point){ right, y }, base->width / 2);
    if (cp_x_zero_line(layout->plot, &layout->x.scale)) {
        double zero = cp_x_at(&layout->x.scale, 0);

        add_line(ink, layout, (cp_point){ zero, area.y }, (cp_point){ zero, area.y + area.height },
                 layout->looks->style->chart.zero.width / 2);
    }
}

static void add_points(cp_plot_ink *ink, const cp_layout *layout, size_t number,
                       const cp_ink_asked *asked)
{
    const cp_mark_view *view = &layout->views[number];
    double (*radius)(const cp_mark_view *, size_t)
        = layout->plot->series[number].mark->class->radius;

    for (size_t i = 0; radius && i < view->rows; i++) {
        cp_point at = { view->x[i], view->y[i] };

        if (radius(view, i) > 0 && !hangs(asked, number, i))
            add_line(ink, layout, at, at, radius(view, i));
    }
}

static cp_rect to_page(const cp_layout *layout, double left, double top, double right,
                       double bottom)
{
    cp_point a = cp_layout_to_page(layout, left, top), b = cp_layout_to_page(layout, right, bottom);

    return (cp_rect){ fmin(a.x, b.x), fmin(a.y, b.y), fabs(a.x - b.x), fabs(a.y - b.y) };
}

/* Bars and areas, row by row; rows too narrow to be told apart together. */
static void add_fill(cp_plot_ink *ink, const cp_layout *layout, const cp_mark_view *view)
{
    double half = view->step / 2, left = NAN, right = NAN, top = NAN, bottom = NAN;

    for (size_t i = 0; i < view->rows; i++) {
        double foot = cp_mark_foot(view, i);

        if (isnan(view->y[i]) || isnan(view->x[i]) || isnan(foot))
            continue;
        if (!isnan(left) && view->x[i] - half - left < fine) {
            right = view->x[i] + half;
            top = fmin(top, fmin(view->y[i], foot));
            bottom = fmax(bottom, fmax(view->y[i], foot));
            continue;
        }
        if (!isnan(left))
            cp_plot_ink_take(ink, to_page(layout, left, top, right, bottom));
        left = view->x[i] - half;
        right = view->x[i] + half;
        top = fmin(view->y[i], foot);
        bottom = fmax(view->y[i], foot);
    }
    if (!isnan(left))
        cp_plot_ink_take(ink, to_page(layout, left, top, right, bottom));
}

static void add_bars(cp_plot_ink *ink, const cp_layout *layout, size_t number,
                     const cp_ink_asked *asked)
{
    const cp_series *series = &layout->plot->series[number];

    if (fills(series) && !(series->mark->class->traits & CP_MARK_BEHIND)
        && !(asked && asked->reads(asked->context, cp_label_ground(layout->looks->style, series))))
        add_fill(ink, layout, &layout->views[number]);
}

static void add_events(cp_plot_ink *ink, const cp_layout *layout)
{
    double half = layout->looks->style->event.leader.width / 2;

    for (size_t i = 0; layout->events && i < layout->events->count; i++) {
        const cp_event_box *box = &layout->events->item[i];

        for (size_t k = 0; k + 1 < box->leads; k++)
            add(ink, box->lead[k], box->lead[k + 1], half);
    }
}

static void take_boxes(cp_plot_ink *ink, const cp_layout *layout)
{
    const cp_legend *legend = &layout->legend;

    for (size_t i = 0; layout->events && i < layout->events->count; i++)
        cp_plot_ink_take(ink, layout->events->item[i].rect);
    if (legend->place == CP_LEGEND_INSIDE && legend->count > 0)
        cp_plot_ink_take(
            ink, (cp_rect){ legend->at.x, legend->at.y, legend->size.width, legend->size.height });
    if (layout->x_name.text)
        cp_plot_ink_take(ink, layout->x_name.box);
    if (layout->y_name.text)
        cp_plot_ink_take(ink, layout->y_name.box);
}

cp_plot_ink cp_plot_ink_of(const cp_layout *layout, const cp_ink_asked *asked)
{
    cp_plot_ink ink = { .arena = layout->page };
    size_t count = layout->plot->series_count;

    for (size_t i = 0; i < count; i++)
        add_lines(&ink, layout, i, asked);
    add_axes(&ink, layout);
    add_events(&ink, layout);
    ink.lines = ink.count;
    for (size_t i = 0; i < count; i++)
        add_points(&ink, layout, i, asked);
    for (size_t i = 0; i < count; i++)
        add_bars(&ink, layout, i, asked);
    ink.bars = ink.box_count;
    take_boxes(&ink, layout);
    return ink;
}

/* Whether the stretch a..b comes into the box, by what is left of it between the edges. */
static bool comes_into(cp_point a, cp_point b, cp_rect box)
{
    double from = 0, to = 1;
    double delta[2] = { b.x - a.x, b.y - a.y }, start[2] = { a.x, a.y };
    double low[2] = { box.x, box.y }, high[2] = { box.x + box.width, box.y + box.height };

    for (int i = 0; i < 2; i++) {
        double enter = (low[i] - start[i]) / delta[i], leave = (high[i] - start[i]) / delta[i];

        if (delta[i] == 0) {
            if (start[i] <= low[i] || start[i] >= high[i])
                return false;
            continue;
        }
        from = fmax(from, fmin(enter, leave));
        to = fmin(to, fmax(enter, leave));
    }
    return from < to || (delta[0] == 0 && delta[1] == 0);
}

bool cp_plot_ink_strikes(const cp_plot_ink *ink, cp_rect box)
{
    for (size_t i = 0; i < ink->count; i++) {
        const cp_anchor *item = &ink->item[i];
        double r = item->radius;

        if (comes_into(item->a, item->b, cp_rect_inset(box, -r, -r, -r, -r)))
            return true;
    }
    return false;
}

bool cp_plot_ink_leaves(const cp_plot_ink *ink, cp_rect box)
{
    for (size_t i = 0; i < ink->box_count; i++)
        if (cp_rects_overlap(box, ink->box[i], 0))
            return false;
    return !cp_plot_ink_strikes(ink, box);
}
