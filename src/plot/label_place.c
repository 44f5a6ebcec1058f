#include "plot/label_place.h"

#include <math.h>
#include <stdlib.h>

#include "plot/event.h"

#include "plot/mark/path.h"

/* How often a label is pushed on, a line's width each time. */
enum { TRIES = 40 };

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

/* Whether the stretch a..b meets the rectangle, by what is left of it between the edges. */
static bool stretch_meets(cp_point a, cp_point b, cp_rect rect)
{
    double from = 0, to = 1;
    double delta[2] = { b.x - a.x, b.y - a.y }, start[2] = { a.x, a.y };
    double low[2] = { rect.x, rect.y };
    double high[2] = { rect.x + rect.width, rect.y + rect.height };

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
    return from < to;
}

/* A step's piece is the box around two neighbours. */
static bool piece_meets(const cp_mark_view *view, size_t i, bool stepped, cp_rect rect)
{
    if (!stepped)
        return stretch_meets((cp_point){ view->x[i - 1], view->y[i - 1] },
                             (cp_point){ view->x[i], view->y[i] }, rect);
    return spans_overlap(view->x[i - 1], view->x[i], rect.x, rect.x + rect.width)
           && spans_overlap(view->y[i - 1], view->y[i], rect.y, rect.y + rect.height);
}

static bool steps(const cp_mark *mark)
{
    const int *curve = cp_mark_option(mark, "curve");

    return curve && *curve != CP_CURVE_LINEAR && *curve != CP_CURVE_MONOTONE;
}

/* Of the dots at a line's rows. */
static double dot_radius(const cp_mark_view *view, const cp_mark *mark)
{
    const bool *points = cp_mark_option(mark, "points");

    return points && *points ? view->looks->style->chart.dot_size / 2 : 0;
}

/* How many pieces of a series' ink the rectangle meets. */
static size_t pieces_met(const cp_mark_view *view, const cp_mark *mark, cp_rect rect)
{
    bool filling = mark->class->traits & CP_MARK_FILLS, stepped = steps(mark);
    double ink = fmax(view->looks->style->chart.line_width / 2, dot_radius(view, mark));
    cp_rect grown = { rect.x - ink, rect.y - ink, rect.width + 2 * ink, rect.height + 2 * ink };

    double bottom = rect.y + rect.height, right = rect.x + rect.width;
    size_t met = 0;

    for (size_t i = first_row(view, rect.x - view->step); i < view->rows; i++) {
        if (view->x[i] > right + view->step)
            break;
        if (filling)
            met += spans_overlap(view->x[i] - view->step / 2, view->x[i] + view->step / 2, rect.x,
                                 right)
                   && spans_overlap(view->y[i], view->base ? view->base[i] : view->zero, rect.y,
                                    bottom);
        else if (i > 0)
            met += piece_meets(view, i, stepped, grown);
    }
    return met;
}

cp_color cp_label_ground(const cp_style *style, const cp_series *series)
{
    unsigned traits = series->mark->class->traits;
    bool opaque = !(traits & CP_MARK_ENDS) || (series->base && !series->ranged);
    double share = opaque ? 1 : style->chart.area_opacity;
    cp_color page = style->page.background, color = series->color;

    return (cp_color){ page.red + (color.red - page.red) * share,
                       page.green + (color.green - page.green) * share,
                       page.blue + (color.blue - page.blue) * share, 1 };
}

size_t cp_label_ink_met(const cp_layout *layout, cp_rect rect)
{
    cp_rect upright = cp_layout_to_series(layout, rect);
    size_t met = 0;

    for (size_t i = 0; i < layout->plot->series_count; i++) {
        const cp_series *series = &layout->plot->series[i];

        if (series->mark->class->channels->channel != CP_CHANNEL_AT)
            met += pieces_met(&layout->views[i], series->mark, upright);
    }
    return met;
}

static double outside_cost(const cp_layout *layout, cp_rect rect)
{
    const cp_chart_style *style = &layout->looks->style->chart;
    cp_rect area = layout->area;

    return rect.y < area.y - style->top_gap - style->label_gap
                   || rect.y + rect.height > area.y + area.height || rect.x < area.x
                   || rect.x + rect.width > layout->box.x + layout->box.width
               ? 1000
               : 0;
}

/* What a label would cover at a place: others must not be, lines should not,
 * bars may where it can be read on them. */
static double cost_of(const cp_layout *layout, const cp_value_labels *labels, cp_rect rect,
                      cp_color color)
{
    const cp_plot *plot = layout->plot;
    cp_rect upright = cp_layout_to_series(layout, rect);
    double cost = outside_cost(layout, rect);

    for (size_t i = 0; i < labels->count; i++)
        if (cp_rects_overlap(rect, labels->item[i].rect, -1))
            cost += 1000;
    if (layout->events)
        cost += (double)cp_events_met(layout, rect) * 30;
    for (size_t i = 0; i < plot->series_count; i++) {
        bool filling = plot->series[i].mark->class->traits & CP_MARK_FILLS;
        cp_color ground = cp_label_ground(layout->looks->style, &plot->series[i]);
        bool hidden = cp_color_contrast(color, ground) < CP_LABEL_LEGIBLE * 0.98;

        if (plot->series[i].mark->class->channels->channel == CP_CHANNEL_AT)
            continue;
        cost += (double)pieces_met(&layout->views[i], plot->series[i].mark, upright)
                * (filling && !hidden ? 0.1 : 30);
    }
    return cost;
}

static double clamp(double value, double low, double high)
{
    return fmin(fmax(value, low), fmax(low, high));
}

/* Across, beside the end of a line that runs down the page. */
static bool place_beside(const cp_layout *layout, const cp_mark_view *view, size_t row,
                         const cp_value_labels *labels, cp_value_label *label)
{
    cp_point at = cp_layout_to_page(layout, view->x[row], view->y[row]);
    double gap = layout->looks->style->chart.label_gap + layout->looks->style->chart.dot_size / 2;

    label->rect.x = at.x + gap;
    label->rect.y = at.y - label->rect.height / 2;
    return outside_cost(layout, label->rect) <= 0
           && cp_label_is_free(layout, labels, label, NULL, row);
}

bool cp_label_place_at_line(const cp_layout *layout, size_t number, size_t row, bool end,
                            const cp_value_labels *labels, cp_value_label *label)
{
    const cp_chart_style *style = &layout->looks->style->chart;
    const cp_mark_view *view = &layout->views[number];
    double half = label->rect.width / 2, best = INFINITY;
    double right = view->x[row] + (end && view->stepped ? fmin(half, view->step / 2) : half);
    cp_rect rect = label->rect;

    if (layout->flipped)
        return place_beside(layout, view, row, labels, label);
    rect.x = clamp(right, layout->area.x + rect.width, layout->area.x + layout->area.width)
             - rect.width;
    for (int i = 0; i < TRIES * 2; i++) {
        double away = dot_radius(view, layout->plot->series[number].mark) + style->label_gap
                      + (i / 2) * style->line_width;

        rect.y = i % 2 == 0 ? view->y[row] - away - rect.height : view->y[row] + away;

        double cost = cost_of(layout, labels, rect, label->ink.color) + away;

        if (cost < best) {
            best = cost;
            label->rect = rect;
        }
    }
    return best < 1000;
}

void cp_label_place_at_rule(const cp_layout *layout, size_t number, const cp_value_labels *labels,
                            cp_value_label *label)
{
    const cp_mark_view *view = &layout->views[number];
    double gap = layout->looks->style->chart.label_gap, best = INFINITY;
    cp_rect area = layout->area, rect = label->rect;
    cp_point at = cp_layout_to_page(layout, view->x[0], view->y[0]);
    bool upright = isnan(at.y);

    for (int i = 0; i < 4; i++) {
        bool far = i & 2, after = i & 1;

        if (upright) {
            rect.x = clamp(after ? at.x - gap - rect.width : at.x + gap, area.x,
                           area.x + area.width - rect.width);
            rect.y = far ? area.y + area.height - rect.height - gap : area.y + gap;
        } else {
            rect.x = far ? area.x + gap : area.x + area.width - rect.width - gap;
            rect.y = after ? at.y + gap : at.y - gap - rect.height;
        }

        double cost = cost_of(layout, labels, rect, label->ink.color) + i * 0.5;

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

void cp_labels_spread(cp_value_label **outside, size_t count, double top, double bottom)
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

/* From `height` outward, or inward; heights grow upward, on the page of a flipped
 * plot to the right. */
static void place_off(const cp_layout *layout, double middle, double height, bool outward_down,
                      cp_value_label *label)
{
    double gap = layout->looks->style->chart.label_gap;
    cp_point at = cp_layout_to_page(layout, middle, height);
    cp_rect *rect = &label->rect;

    if (layout->flipped) {
        rect->y = at.y - rect->height / 2;
        rect->x = outward_down ? at.x - gap - rect->width : at.x + gap;
    } else {
        rect->x = at.x - rect->width / 2;
        rect->y = outward_down ? at.y + gap : at.y - gap - rect->height;
    }
}

static double middle_of(const cp_mark_view *view, size_t row)
{
    return view->x[row] + view->from + view->width / 2;
}

void cp_label_place_beyond(const cp_layout *layout, const cp_mark_view *view, size_t row,
                           double height, cp_value_label *label)
{
    place_off(layout, middle_of(view, row), height, false, label);
}

void cp_label_place_at_value(const cp_layout *layout, const cp_mark_view *view, size_t row,
                             bool within, cp_value_label *label)
{
    bool down = view->width > 0 && view->y[row] > view->zero;

    if (view->base) {
        cp_point at
            = cp_layout_to_page(layout, middle_of(view, row), (view->y[row] + view->base[row]) / 2);

        label->rect.x = at.x - label->rect.width / 2;
        label->rect.y = at.y - label->rect.height / 2;
        return;
    }
    place_off(layout, middle_of(view, row), view->y[row], down != within, label);
}

bool cp_label_is_within(const cp_layout *layout, const cp_value_label *label,
                        const cp_mark_view *view, size_t row)
{
    cp_rect rect = cp_layout_to_series(layout, label->rect);
    double gap = layout->looks->style->chart.label_gap;

    return rect.width <= view->width && rect.height + 2 * gap <= fabs(view->y[row] - view->zero);
}

/* Beyond these a label would meet the numbers of an axis. */
static cp_rect room_of_labels(const cp_layout *layout)
{
    const cp_chart_style *style = &layout->looks->style->chart;
    cp_rect area = layout->area;

    if (layout->flipped)
        return (cp_rect){ area.x, layout->box.y, layout->box.x + layout->box.width - area.x,
                          layout->box.height };
    return (cp_rect){ layout->box.x, area.y - style->top_gap - style->label_gap, layout->box.width,
                      area.height + style->top_gap + style->label_gap + style->tick_gap / 2 };
}

static bool meets_legend(const cp_layout *layout, cp_rect rect)
{
    const cp_legend *legend = &layout->legend;

    return legend->place == CP_LEGEND_INSIDE && legend->count > 0
           && cp_rects_overlap(
               rect,
               (cp_rect){ legend->at.x, legend->at.y, legend->size.width, legend->size.height }, 0);
}

/* A piece is at least as high as its label, and a label no wider than its step. */
static bool fits_piece(const cp_layout *layout, const cp_value_label *label,
                       const cp_mark_view *view, size_t row)
{
    cp_rect rect = cp_layout_to_series(layout, label->rect);

    return rect.height <= fabs(view->y[row] - view->base[row])
           && (view->width <= 0 || rect.width <= view->step);
}

bool cp_label_is_free(const cp_layout *layout, const cp_value_labels *labels,
                      const cp_value_label *label, const cp_mark_view *view, size_t row)
{
    if (view && view->base && !fits_piece(layout, label, view, row))
        return false;
    if (!cp_rect_inside(label->rect, room_of_labels(layout), 0.5)
        || meets_legend(layout, label->rect))
        return false;
    for (size_t i = labels->count; i-- > 0;)
        if (cp_rects_overlap(label->rect, labels->item[i].rect, 0))
            return false;
    return true;
}

bool cp_legend_find_room(cp_layout *layout)
{
    cp_legend *legend = &layout->legend;
    double gap = layout->looks->style->chart.tick_gap;
    cp_rect area = layout->area;
    double right = area.x + area.width - legend->size.width - gap;
    double foot = area.y + area.height - legend->size.height - gap;
    const cp_point corner[] = { { area.x + gap, area.y + gap },
                                { right, area.y + gap },
                                { (area.x + right) / 2, area.y + gap },
                                { right, foot },
                                { area.x + gap, foot } };

    for (size_t i = 0; i < sizeof corner / sizeof *corner; i++) {
        cp_rect rect = { corner[i].x - gap, corner[i].y - gap, legend->size.width + 2 * gap,
                         legend->size.height + 2 * gap };

        if (!cp_rect_inside(rect, area, 0.5) || cp_label_ink_met(layout, rect) > 0)
            continue;
        legend->at = corner[i];
        return true;
    }
    return false;
}
