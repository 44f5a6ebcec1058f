/* bind_days.c - dates become steps: one for each day there is a row of, and one for each
 * trading day between them that has none. */

#include "plot/bind.h"

#include <math.h>
#include <string.h>

/* Rows in the order of time come with one comparison each. */
double cp_day_index(const cp_scale *scale, cp_date date, size_t *near)
{
    if (*near + 1 < scale->count && scale->days[*near + 1] == date)
        return (double)++*near;

    size_t low = cp_days_before(scale->days, scale->count, date);

    if (low == scale->count || scale->days[low] != date)
        return NAN;
    *near = low;
    return (double)low;
}

static int month_number(cp_date date)
{
    cp_civil civil = cp_date_civil(date);

    return civil.year * 12 + civil.month - 1;
}

/* Around a month's end, or on its first day: the day of what is known by the month. */
static bool is_turn_of_month(cp_date date)
{
    const int first = 1, late = 26;
    int day = cp_date_civil(date).day;

    return day == first || day >= late;
}

/* What the days stand for: one in each month, quarter or year.  The last month may be known
 * but to its latest day. */
static cp_period period_of(const cp_date *days, size_t count)
{
    int step = 0;

    for (size_t i = 0; i < count; i++) {
        int months = i > 0 ? month_number(days[i]) - month_number(days[i - 1]) : 0;
        bool latest = i + 1 == count && count > 3;

        if ((!is_turn_of_month(days[i]) && !latest) || (i > 0 && months < 1))
            return CP_PERIOD_DAY;
        step = i == 1 || (i > 1 && months < step) ? months : step;
    }
    for (size_t i = 1; i < count; i++)
        if ((month_number(days[i]) - month_number(days[i - 1])) % (step > 0 ? step : 1) != 0)
            step = 1;
    if (count < 3)
        return CP_PERIOD_DAY;
    return step % 12 == 0 ? CP_PERIOD_YEAR : step % 3 == 0 ? CP_PERIOD_QUARTER : CP_PERIOD_MONTH;
}

/* Weekly or scattered dates leave most trading days out, and not as gaps. */
static bool is_daily(const cp_x_axis *x, size_t present, size_t open)
{
    return x->period == CP_PERIOD_DAY && 3 * present > 2 * open;
}

/* The days of the rows, and the trading days from the first to the last of them. */
static void settle_days(const cp_binder *binder, const cp_column *column)
{
    cp_x_axis *x = &binder->plot->x;
    cp_scale *scale = &x->scale;
    const cp_calendar *open = x->trading;

    scale->count = cp_days_distinct(binder->arena, column->date, binder->table->rows, &scale->days);
    x->period = period_of(scale->days, scale->count);
    if (!open || open->count == 0 || !x->calendar || scale->count == 0)
        return;

    size_t from = cp_days_before(open->days, open->count, scale->days[0]);
    size_t to = cp_days_before(open->days, open->count, scale->days[scale->count - 1]);

    if (!is_daily(x, scale->count, to - from))
        return;

    size_t count = scale->count + to - from;
    cp_date *all = cp_new_array(binder->arena, cp_date, count);

    memcpy(all, scale->days, scale->count * sizeof(*all));
    memcpy(all + scale->count, open->days + from, (to - from) * sizeof(*all));
    scale->count = cp_days_distinct(binder->arena, all, count, &scale->days);
}

void cp_bind_days(const cp_binder *binder, const cp_column *column, double *place)
{
    const cp_scale *scale = &binder->plot->x.scale;
    size_t near = 0;

    settle_days(binder, column);
    for (size_t i = 0; i < binder->table->rows; i++)
        place[i]
            = column->date[i] == CP_NO_DATE ? NAN : cp_day_index(scale, column->date[i], &near);
}

static size_t count_steps(const double *place, size_t count)
{
    size_t steps = 0;

    for (size_t i = 0; i < count; i++)
        steps += i == 0 || place[i] != place[i - 1];
    return steps;
}

void cp_bind_gaps(cp_binder *binder)
{
    size_t count = binder->count, steps = binder->plot->x.scale.count, at = 0;
    size_t all = count + steps - count_steps(binder->place, count);

    if (all == count)
        return;

    double *place = cp_new_array(binder->arena, double, all);
    uint32_t *row = cp_new_array(binder->arena, uint32_t, all);

    for (size_t step = 0, i = 0; step < steps; step++) {
        if (i == count || binder->place[i] > (double)step) {
            place[at] = (double)step;
            row[at++] = CP_NO_ROW;
        }
        for (; i < count && binder->place[i] == (double)step; i++) {
            place[at] = binder->place[i];
            row[at++] = binder->row ? binder->row[i] : (uint32_t)i;
        }
    }
    binder->place = place;
    binder->row = row;
    binder->count = all;
}
