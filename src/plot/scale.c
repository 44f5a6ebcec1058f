#include "plot/scale.h"

#include "base/number.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* What grows evenly along the axis. */
static double even(cp_scale_kind kind, double value)
{
    if (kind == CP_SCALE_LOG)
        return log10(value);
    return kind == CP_SCALE_SQRT ? copysign(sqrt(fabs(value)), value) : value;
}

static double between(const cp_scale *scale, double value)
{
    double low = even(scale->kind, scale->d0), span = even(scale->kind, scale->d1) - low;
    double share = span != 0 ? (even(scale->kind, value) - low) / span : 0.5;

    return scale->r0 + share * (scale->r1 - scale->r0);
}

bool cp_scale_has_steps(const cp_scale *scale)
{
    return scale->kind == CP_SCALE_DAYS || scale->kind == CP_SCALE_BAND;
}

bool cp_scale_is_dated(const cp_scale *scale)
{
    return scale->kind == CP_SCALE_DAYS || scale->kind == CP_SCALE_TIME;
}

double cp_scale_number(const cp_scale *scale, double value)
{
    return isnan(value) ? value : between(scale, value);
}

double cp_scale_index(const cp_scale *scale, size_t index)
{
    if (!scale->count)
        return NAN;
    return scale->r0 + ((double)index + 0.5) / (double)scale->count * (scale->r1 - scale->r0);
}

size_t cp_days_before(const cp_date *days, size_t count, cp_date date)
{
    size_t low = 0, high = count;

    while (low < high) {
        size_t middle = low + (high - low) / 2;

        if (days[middle] < date)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

double cp_scale_date(const cp_scale *scale, cp_date date)
{
    if (date == CP_NO_DATE)
        return NAN;
    if (scale->kind == CP_SCALE_TIME)
        return between(scale, date);

    size_t low = cp_days_before(scale->days, scale->count, date);

    return low < scale->count && scale->days[low] == date ? cp_scale_index(scale, low) : NAN;
}

double cp_scale_step(const cp_scale *scale)
{
    double range = fabs(scale->r1 - scale->r0);

    if (scale->kind == CP_SCALE_TIME)
        return scale->d1 != scale->d0 ? range / fabs(scale->d1 - scale->d0) : range;
    return scale->count ? range / (double)scale->count : range;
}

static int by_date(const void *a, const void *b)
{
    cp_date one = *(const cp_date *)a, two = *(const cp_date *)b;

    return (one > two) - (one < two);
}

size_t cp_days_distinct(cp_arena *arena, const cp_date *dates, size_t count, const cp_date **days)
{
    cp_date *kept = cp_new_array(arena, cp_date, count);
    size_t size = 0, distinct = 0;
    bool sorted = true;

    for (size_t i = 0; i < count; i++) {
        if (dates[i] == CP_NO_DATE)
            continue;
        sorted = sorted && (!size || kept[size - 1] <= dates[i]);
        kept[size++] = dates[i];
    }
    if (!sorted)
        qsort(kept, size, sizeof *kept, by_date);
    for (size_t i = 0; i < size; i++)
        if (!distinct || kept[distinct - 1] != kept[i])
            kept[distinct++] = kept[i];
    *days = kept;
    return distinct;
}

/* A round step is `tenths` / 10 x 10^power.  `cost` says how much less a reader
 * likes it, as a share of the axis that it must save to be taken. */
typedef struct mantissa {
    int tenths;
    double cost;
} mantissa;

/* The first four are the steps of a single axis.  Two axes that must agree need
 * the others, or up to half of one would stay empty. */
static const mantissa mantissas[] = {
    { 10, 0 },    { 20, 0 },    { 25, 0.02 }, { 50, 0 },   { 15, 0.1 },
    { 30, 0.15 }, { 40, 0.15 }, { 60, 0.2 },  { 80, 0.2 },
};

enum { SINGLE = 4, PAIR = sizeof mantissas / sizeof *mantissas, MOST_INTERVALS = 40 };

#define DUST        1e-9 /* of a step: data so little beyond a tick still ends at it */
#define TINY        1e-290
#define HUGE_NUMBER 1e300
#define FLAT        1e-9 /* a span below this share of the values is no span */

typedef struct span {
    double low, high;
} span;

static span tidy(double low, double high)
{
    span data = { fmin(low, high), fmax(low, high) };
    double size, middle;

    if (isnan(low) || isnan(high))
        return (span){ 0, 1 };
    data.low = fmax(data.low, -HUGE_NUMBER);
    data.high = fmin(data.high, HUGE_NUMBER);
    size = fmax(fabs(data.low), fabs(data.high));
    if (size < TINY)
        return (span){ 0, 1 };
    middle = data.low / 2 + data.high / 2;
    if (data.high - data.low < FLAT * size)
        return (span){ middle - size / 10, middle + size / 10 };
    return data;
}

static double step_of(mantissa m, int power)
{
    return cp_shift(m.tenths, power - 1);
}

/* The range from `first` steps to `first + intervals` steps. */
static cp_nice range_of(mantissa m, int power, double first, int intervals)
{
    int decimals = m.tenths % 10 ? 1 - power : -power;
    cp_nice nice = { .step = step_of(m, power),
                     .intervals = intervals,
                     .decimals = decimals > 0 ? decimals : 0 };

    nice.d0 = cp_shift(first * m.tenths, power - 1) + 0.0;
    nice.d1 = cp_shift((first + intervals) * m.tenths, power - 1) + 0.0;
    return nice;
}

static double steps_below(double value, double step)
{
    return floor(value / step + DUST);
}

static double steps_above(double value, double step)
{
    return ceil(value / step - DUST);
}

static int intervals_around(span data, double step, double *first)
{
    double count;

    *first = steps_below(data.low, step);
    count = steps_above(data.high, step) - *first;
    return count > MOST_INTERVALS ? MOST_INTERVALS + 1 : count < 1 ? 1 : (int)count;
}

static double waste(span data, double step, int intervals)
{
    return 1 - (data.high - data.low) / (step * intervals);
}

static int power_of(double size)
{
    return (int)floor(log10(size));
}

static int bounded(int wanted)
{
    return wanted < 2 ? 2 : wanted > MOST_INTERVALS / 2 ? MOST_INTERVALS / 2 : wanted;
}

/* Two or three intervals say little of what lies between. */
static double off_count(int intervals, int wanted)
{
    const int few = 4;

    return 0.06 * abs(intervals - wanted) + (intervals < few ? 0.05 * (few - intervals) : 0);
}

cp_nice cp_nice_range(double low, double high, int wanted)
{
    span data = tidy(low, high);
    int start;
    double least = INFINITY;
    cp_nice best = { .d1 = 1, .step = 1, .intervals = 1 };

    wanted = bounded(wanted);
    start = power_of((data.high - data.low) / wanted) - 1;
    for (int power = start; power <= start + 3; power++) {
        for (int i = 0; i < SINGLE; i++) {
            double step = step_of(mantissas[i], power), first, cost;
            int intervals = intervals_around(data, step, &first);

            if (intervals > 2 * wanted)
                continue;
            cost = waste(data, step, intervals) + off_count(intervals, wanted) + mantissas[i].cost;
            if (cost < least) {
                least = cost;
                best = range_of(mantissas[i], power, first, intervals);
            }
        }
    }
    return best;
}

cp_nice cp_nice_steps(double low, double high, double step)
{
    span data = tidy(low, high);
    cp_nice nice = { .step = step };
    double first = floor(data.low / step + 1e-9), last = ceil(data.high / step - 1e-9);

    while (nice.decimals < 15
           && fabs(cp_shift(step, nice.decimals) - round(cp_shift(step, nice.decimals)))
                  > 1e-9 * cp_shift(step, nice.decimals))
        nice.decimals++;
    nice.intervals = (int)fmin(fmax(last - first, 1), 1e6);
    nice.d0 = first * step;
    nice.d1 = (first + nice.intervals) * step;
    return nice;
}

double cp_nice_tick(const cp_nice *nice, int index)
{
    double value = nice->d0 + index * nice->step;

    if (nice->decimals > 0)
        value = cp_shift(round(cp_shift(value, nice->decimals)), -nice->decimals);
    else
        value = round(value / nice->step) * nice->step;
    return value + 0.0; /* -0 + 0 is 0 */
}

/* A range of one axis and what it costs; cost INFINITY where there is none. */
typedef struct choice {
    cp_nice nice;
    double cost;
} choice;

/* The cheapest range of exactly `intervals` that holds the data anywhere in it. */
static choice free_choice(span data, int intervals)
{
    choice best = { .cost = INFINITY };
    int start = power_of((data.high - data.low) / intervals);

    for (int power = start; power <= start + 1; power++)
        for (int i = 0; i < PAIR; i++) {
            double step = step_of(mantissas[i], power), first;
            int spare = intervals - intervals_around(data, step, &first), half = spare / 2;
            double cost = waste(data, step, intervals) + mantissas[i].cost;

            if (spare < 0 || cost >= best.cost)
                continue;
            /* Room to spare goes to both sides, but never over zero. */
            if (first >= 0)
                first -= fmin(half, first);
            else if (first + intervals - spare <= 0)
                first = fmin(first - half, -intervals);
            else
                first -= half;
            best = (choice){ range_of(mantissas[i], power, first, intervals), cost };
        }
    return best;
}

/* The cheapest range with `below` intervals under zero and `above` over it. */
static choice zero_choice(span data, int below, int above)
{
    choice best = { .cost = INFINITY };
    double need = fmax(above ? data.high / above : 0, below ? -data.low / below : 0);
    int start;

    if ((!above && data.high > 0) || (!below && data.low < 0))
        return best;
    start = power_of(need);
    for (int power = start; power <= start + 1; power++)
        for (int i = 0; i < PAIR; i++) {
            double step = step_of(mantissas[i], power);
            double cost = waste(data, step, below + above) + mantissas[i].cost;

            if (step < need * (1 - DUST) || cost >= best.cost)
                continue;
            best = (choice){ range_of(mantissas[i], power, -below, below + above), cost };
        }
    return best;
}

static void keep_cheaper(choice one, choice two, double extra, double *least, cp_nice nice[2])
{
    double cost = one.cost + two.cost + extra;

    if (cost < *least) {
        *least = cost;
        nice[0] = one.nice;
        nice[1] = two.nice;
    }
}

static span with_zero(span data)
{
    return (span){ fmin(data.low, 0), fmax(data.high, 0) };
}

void cp_nice_pair(const double low[2], const double high[2], int wanted, bool zeros,
                  cp_nice nice[2])
{
    span one = tidy(low[0], high[0]), two = tidy(low[1], high[1]);
    double least = INFINITY;

    wanted = bounded(wanted);
    if (zeros) {
        one = with_zero(one);
        two = with_zero(two);
    }
    for (int n = wanted > 4 ? wanted - 2 : 2; n <= wanted + 3; n++) {
        double extra = 0.06 * abs(n - wanted);

        if (!zeros)
            keep_cheaper(free_choice(one, n), free_choice(two, n), extra, &least, nice);
        for (int below = 0; zeros && below <= n; below++)
            keep_cheaper(zero_choice(one, below, n - below), zero_choice(two, below, n - below),
                         extra, &least, nice);
    }
}
