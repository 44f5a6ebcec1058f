#include "plot/label_place.h"

#include <math.h>

#include "plot/ink.h"

/* Beside the plot a value wider than its bar would meet the numbers of an axis. */
static void keep_off_ticks(const cp_layout *layout, cp_rect *rect)
{
    double gap = layout->looks->style->chart.label_gap;

    for (int side = 0; side < 2; side++) {
        const cp_y_ticks *ticks = &layout->y[side];
        bool left = side == CP_SIDE_LEFT;

        for (size_t i = 0; i < ticks->count && !(left && layout->plot->bare_left); i++) {
            cp_rect tick = cp_y_label_rect(layout->looks, ticks, i, (cp_side)side, layout->area);

            if (cp_rects_overlap(*rect, cp_rect_inset(tick, 0, -gap, 0, -gap), 0))
                rect->x = left ? tick.x + tick.width + gap : tick.x - gap - rect->width;
        }
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
        keep_off_ticks(layout, rect);
    }
}

void cp_label_place_beyond(const cp_layout *layout, const cp_mark_view *view, size_t row,
                           double height, cp_value_label *label)
{
    place_off(layout, cp_mark_middle(view, row), height, false, label);
}

static bool hangs_down(const cp_mark_view *view, size_t row)
{
    return view->width > 0 && view->y[row] > view->zero;
}

void cp_label_move_out(const cp_layout *layout, const cp_mark_view *view, size_t row, double by,
                       cp_value_label *label)
{
    double down = hangs_down(view, row) ? by : -by;

    if (layout->flipped)
        label->rect.x -= down;
    else
        label->rect.y += down;
}

void cp_label_place_at_value(const cp_layout *layout, const cp_mark_view *view, size_t row,
                             bool within, cp_value_label *label)
{
    if (view->base) {
        cp_point at = cp_layout_to_page(layout, cp_mark_middle(view, row),
                                        (view->y[row] + view->base[row]) / 2);

        label->rect.x = at.x - label->rect.width / 2;
        label->rect.y = at.y - label->rect.height / 2;
        return;
    }
    place_off(layout, cp_mark_middle(view, row), view->y[row], hangs_down(view, row) != within,
              label);
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

/* The bar of a row; heights grow upward or downward, as they do in a view. */
static cp_rect bar_of(const cp_mark_view *view, size_t row)
{
    double foot = cp_mark_foot(view, row), top = view->y[row];

    return (cp_rect){ view->x[row] + view->from, fmin(foot, top), view->width, fabs(top - foot) };
}

/* Whether a label beyond its bar stands on another one, where nobody could read it. */
static bool meets_bar(const cp_layout *layout, const cp_value_label *label, const cp_mark_view *own,
                      size_t own_row)
{
    cp_rect rect = cp_layout_to_series(layout, label->rect);

    for (size_t i = 0; i < layout->plot->series_count; i++) {
        const cp_mark_view *view = &layout->views[i];

        for (size_t row = 0; view->width > 0 && row < layout->plot->series[i].count; row++)
            if ((view != own || row != own_row) && !isnan(view->y[row])
                && cp_rects_overlap(rect, bar_of(view, row), -0.5))
                return true;
    }
    return false;
}

bool cp_label_is_free(const cp_layout *layout, const cp_value_labels *labels,
                      const cp_value_label *label, const cp_mark_view *view, size_t row)
{
    if (view && view->base && !fits_piece(layout, label, view, row))
        return false;
    if (!cp_rect_inside(label->rect, room_of_labels(layout), 0.5)
        || meets_legend(layout, label->rect))
        return false;
    if (view && !view->base && view->width > 0 && meets_bar(layout, label, view, row))
        return false;
    for (size_t i = labels->count; i-- > 0;)
        if (cp_rects_overlap(label->rect, labels->item[i].rect, 0))
            return false;
    return true;
}

bool cp_legend_find_room(cp_layout *layout)
{
    cp_legend *legend = &layout->legend;
    cp_plot_ink ink = cp_plot_ink_of(layout, NULL);
    const cp_chart_style *style = &layout->looks->style->chart;
    double gap = style->tick_gap;
    double clear = gap - fmax(style->zero.width, style->axis.width); /* they stand at the edge */
    cp_rect area = layout->area;
    double right = area.x + area.width - legend->size.width - gap;
    double foot = area.y + area.height - legend->size.height - gap;
    const cp_point corner[] = { { area.x + gap, area.y + gap },
                                { right, area.y + gap },
                                { (area.x + right) / 2, area.y + gap },
                                { right, foot },
                                { area.x + gap, foot } };

    for (size_t i = 0; i < sizeof corner / sizeof *corner; i++) {
        cp_rect rect = { corner[i].x - clear, corner[i].y - clear, legend->size.width + 2 * clear,
                         legend->size.height + 2 * clear };

        if (!cp_rect_inside(rect, area, 0.5) || !cp_plot_ink_leaves(&ink, rect))
            continue;
        legend->at = corner[i];
        return true;
    }
    return false;
}
