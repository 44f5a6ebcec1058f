#include "plot/label_end.h"

#include <math.h>
#include <stdlib.h>

#include "plot/event.h"
#include "plot/label_float.h"
#include "plot/label_words.h"
#include "plot/labels_row.h"

static const double lane_width = 1.4;    /* of leaders, of the values' size */
static const double guessed_part = 0.85; /* of a box's height that is the data's */

bool cp_end_is_far(const cp_looks *looks, double way, double height)
{
    return way > height / 2 + looks->style->label.leader_from * looks->style->chart.value.size;
}

double cp_end_lane(const cp_looks *looks)
{
    return lane_width * looks->style->chart.value.size;
}

/* Whether the series reaches the last place there is on x. */
static bool ends_last(const cp_plot *plot, const cp_series *series)
{
    const cp_scale *x = &plot->x.scale;
    size_t last = cp_label_last_row(series);

    return last < series->count
           && series->x[last] >= (cp_scale_has_steps(x) ? (double)x->count - 1 : x->d1);
}

/* Several ends have a column in the margin, where they stand in their order. */
static bool has_ends(const cp_plot *plot)
{
    size_t count = 0;

    for (size_t i = 0; i < plot->series_count; i++)
        count += cp_label_has_end(plot, &plot->series[i]) && ends_last(plot, &plot->series[i]);
    return count > 1;
}

static bool has_bars(const cp_plot *plot)
{
    for (size_t i = 0; i < plot->series_count; i++)
        if (plot->series[i].mark->class->traits & CP_MARK_STEP)
            return true;
    return false;
}

/* Then the leader of a call-out passes its end, where a label would cover it. */
static bool ends_at_event(const cp_plot *plot, const cp_series *series)
{
    const cp_events *events = plot->events;

    return events && events->item[events->count - 1].place == series->x[cp_label_last_row(series)];
}

/* With steps so wide that the margin is far from the line's end, the label stays
 * with the end; a name is too long for that, and among bars it would stand on one.
 * Where the margin is an axis's, its own lines have their last values on it. */
static bool stands_outside(const cp_plot *plot, const cp_looks *looks, const cp_series *series,
                           double width)
{
    const cp_scale *x = &plot->x.scale;
    bool named = cp_label_wanted(plot, series) & CP_LABEL_NAME, axis = plot->y[CP_SIDE_RIGHT].used;

    if (plot->flip || (axis && series->side == CP_SIDE_LEFT) || !cp_label_has_end(plot, series)
        || !ends_last(plot, series))
        return false;
    return axis || named || !cp_scale_has_steps(x) || has_bars(plot) || has_ends(plot)
           || ends_at_event(plot, series)
           || width / (double)x->count / 2 <= looks->style->chart.tick.size;
}

/* In line with the labels of an axis that stands there. */
static double margin_gap(const cp_plot *plot, const cp_looks *looks)
{
    const cp_chart_style *style = &looks->style->chart;

    return plot->y[CP_SIDE_RIGHT].used ? style->tick_gap : style->label_gap;
}

/* In the margin, or where steps are wide and empty right beside the line's end. */
static double outside_left(const cp_layout *layout, double end)
{
    const cp_chart_style *style = &layout->looks->style->chart;
    double margin = layout->area.x + layout->area.width + margin_gap(layout->plot, layout->looks);
    double beside = end + style->dot_size / 2 + style->label_gap;
    bool empty = !has_bars(layout->plot) && !layout->plot->y[CP_SIDE_RIGHT].used;

    return empty && margin - beside > style->tick.size ? beside : margin;
}

/* Half a label may stand below the foot: more would meet the labels of x. */
static cp_rect column_of(const cp_layout *layout)
{
    const cp_chart_style *style = &layout->looks->style->chart;

    return cp_rect_inset(layout->area, -style->top_gap, 0, -style->value.size / 2, 0);
}

static bool is_outside(const cp_layout *layout, const cp_series *series)
{
    return stands_outside(layout->plot, layout->looks, series, layout->box.width);
}

static cp_str words_of(const cp_layout *layout, const cp_series *series)
{
    return cp_label_end_words(layout->page, layout->plot, layout->looks, series,
                              cp_label_value(series, cp_label_last_row(series)), layout->y);
}

/* In which all in the margin stand below each other, if not the smallest. */
static double size_of_column(const cp_layout *layout)
{
    const cp_chart_style *style = &layout->looks->style->chart;
    const cp_plot *plot = layout->plot;
    double height = 0, room = column_of(layout).height;

    for (size_t i = 0; i < plot->series_count; i++)
        if (is_outside(layout, &plot->series[i]))
            height += cp_label_new(layout->page, plot, layout->looks, &plot->series[i],
                                   words_of(layout, &plot->series[i]), INFINITY)
                          .rect.height;
    return height <= room ? INFINITY
                          : fmax(floor(style->value.size * room / height * 2) / 2,
                                 fmin(style->smallest_text, style->value.size));
}

static int by_height(const void *a, const void *b)
{
    const cp_value_label *one = *(cp_value_label *const *)a, *other = *(cp_value_label *const *)b;

    return one->from.y < other->from.y ? -1 : one->from.y > other->from.y;
}

/* In the order of their lines; there is room for all. */
static void spread(cp_arena *page, cp_value_label **outside, size_t count, cp_rect column)
{
    double *middle = cp_new_array(page, double, count);
    double *height = cp_new_array(page, double, count);
    double *begin = cp_new_array(page, double, count);

    qsort(outside, count, sizeof *outside, by_height);
    for (size_t i = 0; i < count; i++) {
        height[i] = outside[i]->rect.height;
        middle[i] = outside[i]->from.y;
    }
    cp_labels_row(page, count, middle, height, 0, column.y, column.y + column.height, begin);
    for (size_t i = 0; i < count; i++)
        outside[i]->rect.y = begin[i];
}

static double way_of(const cp_value_label *label)
{
    return fabs(label->rect.y + label->rect.height / 2 - label->from.y);
}

/* On an axis leaders would run through its labels. */
static bool lead(const cp_layout *layout, cp_value_label **outside, size_t count)
{
    bool any = false;

    for (size_t i = 0; i < count && !layout->plot->y[CP_SIDE_RIGHT].used; i++)
        any = any || cp_end_is_far(layout->looks, way_of(outside[i]), outside[i]->rect.height);
    for (size_t i = 0; i < count; i++)
        outside[i]->led = any && way_of(outside[i]) > outside[i]->rect.height / 2;
    return any;
}

/* Heights are not settled yet: they are near enough to tell whether there will be leaders. */
static double guessed_height(const cp_layout *layout, const cp_series *series)
{
    cp_scale scale = layout->y[series->side].scale;

    scale.r0 = layout->box.height * guessed_part;
    scale.r1 = 0;
    return cp_scale_number(&scale, cp_label_value(series, cp_label_last_row(series)));
}

double cp_end_labels_width(const cp_layout *layout)
{
    const cp_plot *plot = layout->plot;
    cp_value_label *label = cp_new_array(layout->page, cp_value_label, plot->series_count);
    cp_value_label **outside = cp_new_array(layout->page, cp_value_label *, plot->series_count);
    double width = 0;
    size_t count = 0;

    for (size_t i = 0; i < plot->series_count; i++) {
        if (!is_outside(layout, &plot->series[i]))
            continue;
        label[i] = cp_label_new(layout->page, plot, layout->looks, &plot->series[i],
                                words_of(layout, &plot->series[i]), INFINITY);
        label[i].from.y = guessed_height(layout, &plot->series[i]);
        width = fmax(width, label[i].rect.width + margin_gap(plot, layout->looks));
        outside[count++] = &label[i];
    }
    spread(layout->page, outside, count, (cp_rect){ .height = layout->box.height });
    return width + (lead(layout, outside, count) ? cp_end_lane(layout->looks) : 0);
}

/* Those in the margin, from their lines' ends. */
static void put_column(const cp_layout *layout, cp_value_label **outside, size_t count)
{
    const cp_chart_style *style = &layout->looks->style->chart;
    double right = layout->box.x + layout->box.width, free = cp_end_lane(layout->looks);

    spread(layout->page, outside, count, column_of(layout));
    if (!lead(layout, outside, count))
        return;
    for (size_t i = 0; i < count; i++)
        free = fmin(free, right - outside[i]->rect.x - outside[i]->rect.width);
    for (size_t i = 0; i < count; i++) {
        outside[i]->rect.x += fmax(free, 0);
        outside[i]->from.x += style->dot_size / 2;
        outside[i]->to = (cp_point){ outside[i]->rect.x - style->label_gap / 2,
                                     outside[i]->rect.y + outside[i]->rect.height / 2 };
    }
}

void cp_label_ends(const cp_layout *layout, cp_value_labels *labels)
{
    const cp_plot *plot = layout->plot;
    cp_value_label **outside = cp_new_array(layout->page, cp_value_label *, plot->series_count);
    cp_rect column = column_of(layout);
    double size = size_of_column(layout), height = 0;
    size_t count = 0;

    for (size_t i = 0; i < plot->series_count; i++) {
        const cp_series *series = &plot->series[i];
        size_t last = cp_label_last_row(series);
        cp_value_label label;

        if (!cp_label_has_end(plot, series) || last == series->count)
            continue;
        if (!is_outside(layout, series) && !cp_mark_shows(&layout->views[i], last)) {
            if (cp_label_wanted(plot, series) & CP_LABEL_NAME)
                cp_value_labels_leave_out(labels, series);
            continue;
        }
        label = cp_label_new(layout->page, plot, layout->looks, series, words_of(layout, series),
                             size);
        if (!is_outside(layout, series)) {
            cp_label_hang(layout, i, last, CP_FLOAT_VALUE, &label);
        } else if (height + label.rect.height > column.height) {
            cp_value_labels_leave_out(labels, series);
            continue;
        } else {
            height += label.rect.height;
            label.rect.x = outside_left(layout, layout->views[i].x[last]);
            label.from = (cp_point){ layout->views[i].x[last], layout->views[i].y[last] };
            outside[count++] = &labels->item[labels->count];
        }
        labels->item[labels->count++] = label;
    }
    put_column(layout, outside, count);
}

void cp_label_ends_on_axis(cp_layout *layout, const cp_value_labels *labels)
{
    cp_y_ticks *ticks = &layout->y[CP_SIDE_RIGHT];

    for (size_t i = 0; !layout->flipped && i < ticks->count; i++) {
        cp_rect rect = cp_y_label_rect(layout->looks, ticks, i, CP_SIDE_RIGHT, layout->area);

        for (size_t k = 0; k < labels->count && ticks->label[i]; k++)
            if (cp_rects_overlap(rect, labels->item[k].rect, 0))
                ticks->label[i] = NULL;
    }
}
