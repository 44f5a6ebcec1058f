#include "plot/label_place.h"

#include <math.h>
#include <stdlib.h>

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

void cp_label_place_at_line(const cp_layout *layout, size_t number, size_t last,
                            const cp_value_labels *labels, cp_value_label *label)
{
    const cp_chart_style *style = &layout->looks->style->chart;
    const cp_mark_view *view = &layout->views[number];
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

void cp_label_place_at_value(const cp_layout *layout, const cp_mark_view *view, size_t row,
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

bool cp_label_is_free(const cp_layout *layout, const cp_value_labels *labels,
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
