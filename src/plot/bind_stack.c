/* bind_stack.c - bars beside each other get their slots, stacked ones their bases. */

#include "plot/bind.h"

#include <math.h>

static bool is_stacked(const cp_mark *mark)
{
    const bool *stack = cp_mark_option(mark, "stack");

    return stack && *stack;
}

/* Those of one class on one axis that stack share a slot. */
static void assign_slots(cp_plot *plot)
{
    for (size_t i = 0; i < plot->series_count; i++) {
        cp_series *series = &plot->series[i];
        bool found = false;

        if (!(series->mark->class->traits & CP_MARK_STEP))
            continue;
        for (size_t j = 0; j < i && !found && is_stacked(series->mark); j++)
            if (plot->series[j].mark->class == series->mark->class
                && plot->series[j].side == series->side && is_stacked(plot->series[j].mark)) {
                series->slot = plot->series[j].slot;
                found = true;
            }
        if (!found)
            series->slot = plot->slots++;
    }
}

/* The totals a stack has reached at each place, above and below zero. */
typedef struct heights {
    size_t count;
    const double *place;
    double *above, *below;
} heights;

static heights heights_new(const cp_binder *binder)
{
    heights totals = { 0 };
    double *place = cp_new_array(binder->arena, double, binder->count);

    for (size_t i = 0; i < binder->count; i++)
        if (i == 0 || binder->place[i] != binder->place[i - 1])
            place[totals.count++] = binder->place[i];
    totals.place = place;
    totals.above = cp_new_array(binder->arena, double, totals.count);
    totals.below = cp_new_array(binder->arena, double, totals.count);
    return totals;
}

/* Lift a series onto the totals; its values become the ends of its pieces. */
static void stack_upon(const cp_binder *binder, heights *totals, cp_series *series)
{
    double *y = cp_new_array(binder->arena, double, series->count);
    double *base = cp_new_array(binder->arena, double, series->count);

    for (size_t i = 0, at = 0; i < series->count; i++) {
        while (totals->place[at] < series->x[i])
            at++;

        double *total = series->y[i] < 0 ? &totals->below[at] : &totals->above[at];

        base[i] = *total;
        y[i] = *total + series->y[i];
        if (!isnan(y[i]))
            *total = y[i];
    }
    series->y = y;
    series->base = base;
}

static void stack_series(const cp_binder *binder)
{
    cp_plot *plot = binder->plot;

    for (size_t i = 0; i < plot->series_count; i++) {
        cp_series *first = &plot->series[i];

        if (!is_stacked(first->mark) || first->base)
            continue;

        heights totals = heights_new(binder);

        for (size_t j = i; j < plot->series_count; j++)
            if (plot->series[j].mark->class == first->mark->class
                && plot->series[j].side == first->side && is_stacked(plot->series[j].mark))
                stack_upon(binder, &totals, &plot->series[j]);
    }
}

void cp_bind_stacks(cp_binder *binder)
{
    assign_slots(binder->plot);
    stack_series(binder);
}
