/* bind_reach.c - how far the values of each axis reach, and what its scale can hold. */

#include "plot/bind.h"

#include <math.h>

#include "base/number.h"

/* A log scale has no zero and nothing below it. */
static bool check_log(const cp_binder *binder, const cp_series *series)
{
    const cp_y_axis *axis = &binder->plot->y[series->side];
    const cp_mark *mark = series->mark;
    size_t bad = 0, first = 0;

    if (axis->wanted != CP_Y_LOG)
        return true;
    if ((mark->class->traits & CP_MARK_FROM_ZERO) && !series->ranged)
        return cp_fail(binder->report, cp_field_place(axis->node, "scale"),
                       "%s " CP_FMT " begins at zero, which a log scale does not have; use line "
                       "or dot",
                       mark->class->name, CP_ARG(mark->common->column));
    for (size_t i = series->count; i-- > 0;)
        if (series->y[i] <= 0 || (series->ranged && series->base[i] <= 0))
            bad++, first = i;
    if (bad == 0)
        return true;
    if (isnan(series->x[first]))
        return cp_fail(binder->report, cp_field_place(axis->node, "scale"),
                       "a rule at " CP_FMT " is not on a log scale",
                       CP_ARG(cp_number_plain(binder->arena, series->y[first])));
    return cp_fail(binder->report, cp_field_place(axis->node, "scale"),
                   "column " CP_FMT " has %zu value%s of zero or less, the first at " CP_FMT
                   "; a log scale has none, `scale: sqrt` has",
                   CP_ARG(mark->common->column), bad, bad == 1 ? "" : "s",
                   CP_ARG(cp_bind_place_name(binder, series->x[first])));
}

bool cp_bind_check_scales(const cp_binder *binder)
{
    bool ok = true;

    for (size_t i = 0; i < binder->plot->series_count; i++)
        ok = check_log(binder, &binder->plot->series[i]) && ok;
    return ok;
}

/* The reach of the values on each axis. */
static void measure_y(cp_plot *plot)
{
    for (int side = CP_SIDE_LEFT; side <= CP_SIDE_RIGHT; side++) {
        cp_y_axis *axis = &plot->y[side];

        axis->low = INFINITY;
        axis->high = -INFINITY;
        for (size_t i = 0; i < plot->series_count; i++) {
            const cp_series *series = &plot->series[i];

            if (series->side != (cp_side)side)
                continue;
            axis->used = true;
            if ((series->mark->class->traits & CP_MARK_FROM_ZERO) && !series->ranged)
                axis->low = fmin(axis->low, 0), axis->high = fmax(axis->high, 0);
            for (size_t row = 0; row < series->count; row++) {
                double base = series->ranged ? series->base[row] : series->y[row];

                axis->low = fmin(axis->low, fmin(series->y[row] - series->sigma, base));
                axis->high = fmax(axis->high, fmax(series->y[row] + series->sigma, base));
                for (size_t k = 0; k < CP_MARK_MORE; k++)
                    if (series->more[k]) {
                        axis->low = fmin(axis->low, series->more[k][row]);
                        axis->high = fmax(axis->high, series->more[k][row]);
                    }
            }
        }
        if (axis->low > axis->high)
            axis->low = axis->high = NAN;
    }
}

/* Values beyond the ends of bars need room within the axis. */
static void measure_room(cp_plot *plot)
{
    for (size_t i = 0; i < plot->series_count; i++) {
        const cp_series *series = &plot->series[i];
        cp_y_axis *axis = &plot->y[series->side];
        bool above = false, below = false;
        bool wide = (series->mark->labels & CP_LABEL_ALL) && !series->base
                    && (series->mark->class->traits & CP_MARK_STEP);

        if (!wide && !(series->mark->labels & CP_LABEL_TOTAL)
            && !cp_mark_writes_outside(series->mark))
            continue;
        if (!(series->mark->class->traits & CP_MARK_FROM_ZERO))
            above = below = true;
        for (size_t row = 0; row < series->count; row++) {
            below = below || series->y[row] < 0;
            above = above || series->y[row] > 0;
        }
        axis->room_below = fmax(axis->room_below, below);
        axis->room_above = fmax(axis->room_above, above);
    }
    for (size_t i = 0; i < plot->series_count; i++)
        if (plot->series[i].mark->class->traits & CP_MARK_BETWEEN)
            plot->y[plot->series[i].side].room_above += 2;
}

void cp_bind_reach(cp_plot *plot)
{
    measure_y(plot);
    measure_room(plot);
}
