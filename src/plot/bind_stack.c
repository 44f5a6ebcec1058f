/* bind_stack.c - bars beside each other get their slots, stacked ones their bases. */

#include "plot/bind.h"

#include <math.h>

#include "base/number.h"

cp_stack cp_mark_stack(const cp_mark *mark)
{
    const int *stack = cp_mark_option(mark, "stack");

    return stack ? (cp_stack)*stack : CP_STACK_NONE;
}

static bool is_stacked(const cp_mark *mark)
{
    return cp_mark_stack(mark) != CP_STACK_NONE;
}

static bool never(const cp_series *series, bool above)
{
    for (size_t i = 0; i < series->count; i++)
        if (above ? series->y[i] > 0 : series->y[i] < 0)
            return false;
    return true;
}

/* Whether two series may stand in one slot: they are stacked, or one stays
 * above zero and the other below, so that they never meet. */
static bool share_slot(const cp_series *one, const cp_series *other)
{
    if (one->mark->class != other->mark->class || one->side != other->side)
        return false;
    if (is_stacked(one->mark) && is_stacked(other->mark))
        return true;
    return (never(one, true) && never(other, false)) || (never(one, false) && never(other, true));
}

static bool fits_slot(const cp_plot *plot, size_t number, int slot)
{
    for (size_t i = 0; i < number; i++)
        if ((plot->series[i].mark->class->traits & CP_MARK_STEP) && plot->series[i].slot == slot
            && !share_slot(&plot->series[i], &plot->series[number]))
            return false;
    return true;
}

static void assign_slots(cp_plot *plot)
{
    for (size_t i = 0; i < plot->series_count; i++) {
        int slot = 0;

        if (!(plot->series[i].mark->class->traits & CP_MARK_STEP))
            continue;
        while (slot < plot->slots && !fits_slot(plot, i, slot))
            slot++;
        plot->series[i].slot = slot;
        plot->slots = slot < plot->slots ? plot->slots : slot + 1;
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

static bool in_stack_of(const cp_series *first, const cp_series *series)
{
    return series->mark->class == first->mark->class && series->side == first->side
           && is_stacked(series->mark);
}

static bool check_share(const cp_binder *binder, const cp_series *first, const cp_series *series)
{
    cp_place place = cp_field_place(series->mark->node, "stack");

    if (cp_mark_stack(series->mark) != cp_mark_stack(first->mark))
        return cp_fail(binder->report, place,
                       "one stack has pieces with `stack: percent` and with `stack: true`");
    for (size_t i = 0; i < series->count; i++)
        if (series->y[i] < 0)
            return cp_fail(binder->report, place,
                           "column " CP_FMT " is " CP_FMT " at " CP_FMT
                           "; a share of 100 %% cannot be negative",
                           CP_ARG(series->mark->common->column),
                           CP_ARG(cp_number_plain(binder->arena, series->y[i])),
                           CP_ARG(cp_bind_place_name(binder, series->x[i])));
    return true;
}

/* The pieces of each place become parts of their sum. */
static bool share_out(const cp_binder *binder, const cp_series *first)
{
    cp_plot *plot = binder->plot;
    heights sums = heights_new(binder);
    bool ok = true;

    for (cp_series *it = plot->series; it < plot->series + plot->series_count; it++) {
        if (!in_stack_of(first, it))
            continue;
        ok = check_share(binder, first, it) && ok;
        for (size_t i = 0, at = 0; i < it->count; i++) {
            while (sums.place[at] < it->x[i])
                at++;
            sums.above[at] += isnan(it->y[i]) ? 0 : it->y[i];
        }
    }
    for (cp_series *it = plot->series; ok && it < plot->series + plot->series_count; it++) {
        double *share = cp_new_array(binder->arena, double, it->count);

        if (!in_stack_of(first, it))
            continue;
        for (size_t i = 0, at = 0; i < it->count; i++) {
            while (sums.place[at] < it->x[i])
                at++;
            share[i] = sums.above[at] > 0 ? it->y[i] / sums.above[at] : NAN;
        }
        it->y = share;
        it->whole = true;
    }
    return ok;
}

static bool share_series(const cp_binder *binder)
{
    cp_plot *plot = binder->plot;

    for (size_t i = 0; i < plot->series_count; i++)
        if (cp_mark_stack(plot->series[i].mark) == CP_STACK_SHARE && !plot->series[i].whole
            && !share_out(binder, &plot->series[i]))
            return false;
    return true;
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
            if (in_stack_of(first, &plot->series[j]))
                stack_upon(binder, &totals, &plot->series[j]);
    }
}

/* A piece of a stack begins where the one below it ends. */
static bool check_bases(const cp_binder *binder)
{
    const cp_plot *plot = binder->plot;

    for (const cp_series *it = plot->series; it < plot->series + plot->series_count; it++)
        if (it->ranged && is_stacked(it->mark))
            return cp_fail(binder->report, cp_field_place(it->mark->node, "stack"),
                           "`stack` and `base` both say where '" CP_FMT "' begins; expected one",
                           CP_ARG(it->mark->common->column));
    return true;
}

bool cp_bind_stacks(cp_binder *binder)
{
    assign_slots(binder->plot);
    if (!check_bases(binder) || !share_series(binder))
        return false;
    stack_series(binder);
    return true;
}
