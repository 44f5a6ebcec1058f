#include "plot/dateticks.h"

#include <math.h>
#include <string.h>

/* Periods count from the calendar's begin; weeks, and what is OWN, from the axis's. */
typedef enum unit {
    DAYS,
    HALF_WEEKS,
    WEEKS,
    HALF_MONTHS,
    MONTHS,
    OWN_MONTHS,
    YEARS,
    OWN_YEARS
} unit;

typedef struct period {
    unit unit;
    int size; /* in months for years, too */
} period;

/* What reads best comes first, and then what fills the gaps between these. */
static const period periods[] = {
    { DAYS, 1 },        { WEEKS, 1 },      { WEEKS, 2 },      { MONTHS, 1 },     { MONTHS, 3 },
    { MONTHS, 6 },      { YEARS, 12 },     { OWN_YEARS, 24 }, { YEARS, 60 },     { YEARS, 120 },
    { YEARS, 240 },     { YEARS, 600 },    { YEARS, 1200 },

    { DAYS, 2 },        { HALF_WEEKS, 1 }, { MONTHS, 2 },     { MONTHS, 4 },     { OWN_YEARS, 36 },
    { HALF_MONTHS, 1 }, { WEEKS, 3 },      { OWN_MONTHS, 2 }, { OWN_MONTHS, 6 }, { OWN_MONTHS, 12 },
    { DAYS, 3 },
};
enum { PLAIN = 13 }; /* of these */

/* From FEW to SOME labels are best.  More than MOST would never be chosen, since
 * a single label would please more. */
enum { FEW = 5, SOME = 8, MOST = 12 };

typedef struct axis {
    const cp_scale *scale;
    cp_date first, last;
} axis;

static long long floor_div(long long a, long long b)
{
    return a / b - (a % b < 0);
}

static long long month_of(cp_date date)
{
    cp_civil civil = cp_date_civil(date);

    return civil.year * 12LL + civil.month - 1;
}

static cp_date month_start(long long month)
{
    /* Far back a period may begin before the calendar does. */
    return month < 12 ? cp_date_from(1, 1, 1)
                      : cp_date_from((int)(month / 12), (int)(month % 12) + 1, 1);
}

/* Whether less than half of so many months is left from the axis's first day on. */
static bool begins_late(const axis *a, int months)
{
    long long number = floor_div(month_of(a->first), months);
    cp_date start = month_start(number * months), next = month_start((number + 1) * months);

    return (next - a->first) * 2LL < next - start;
}

/* The day or month that counting begins with. */
static long long origin_of(const axis *a, period p)
{
    switch (p.unit) {
    case DAYS:
        return a->first;
    case HALF_WEEKS:
    case WEEKS:
        return cp_date_monday(a->first);
    case OWN_MONTHS:
        return month_of(a->first) + begins_late(a, 1);
    case OWN_YEARS:
        return (cp_date_civil(a->first).year + begins_late(a, 12)) * 12LL;
    case HALF_MONTHS:
    case MONTHS:
    case YEARS:
        break;
    }
    return 0;
}

/* The number of the period that a day falls in. */
static long long number_of(const axis *a, period p, cp_date date)
{
    long long origin = origin_of(a, p);

    switch (p.unit) {
    case DAYS:
        return floor_div(date - origin, p.size);
    case HALF_WEEKS: /* from Monday and from Thursday */
        return floor_div(date - origin, 7) * 2 + (cp_date_weekday(date) > 3);
    case WEEKS:
        return floor_div(date - origin, 7LL * p.size);
    case HALF_MONTHS:
        return month_of(date) * 2 + (cp_date_civil(date).day > 15);
    default:
        return floor_div(month_of(date) - origin, p.size);
    }
}

/* The first day of a period by the calendar. */
static cp_date start_of(const axis *a, period p, long long number)
{
    long long origin = origin_of(a, p);

    switch (p.unit) {
    case DAYS:
        return (cp_date)(origin + number * p.size);
    case HALF_WEEKS:
        return (cp_date)(origin + floor_div(number, 2) * 7 + (number % 2 != 0 ? 3 : 0));
    case WEEKS:
        return (cp_date)(origin + number * 7 * p.size);
    case HALF_MONTHS:
        return month_start(floor_div(number, 2)) + (number % 2 != 0 ? 15 : 0);
    default:
        return month_start(origin + number * p.size);
    }
}

/* Each day has its number on the calendar; on an axis of steps each step. */
static size_t steps_of_days(const axis *a, period p, cp_date days[MOST + 1])
{
    size_t count = 0;

    for (size_t i = 0; i < a->scale->count && count <= MOST; i += (size_t)p.size)
        days[count++] = a->scale->days[i];
    return count;
}

/* The first day present of each period; MOST + 1 stands for any more. */
static size_t days_of_periods(const axis *a, period p, cp_date days[MOST + 1])
{
    size_t count = 0;
    long long number = number_of(a, p, a->first), last = number_of(a, p, a->last);

    if (a->scale->kind == CP_SCALE_TIME) {
        for (; number <= last && count <= MOST; number++) {
            cp_date start = start_of(a, p, number);

            days[count++] = start > a->first ? start : a->first;
        }
        return count;
    }
    if (p.unit == DAYS)
        return steps_of_days(a, p, days);
    for (size_t i = 0; i < a->scale->count && count <= MOST; i++) {
        long long own = number_of(a, p, a->scale->days[i]);

        if (count && own == number)
            continue;
        number = own;
        days[count++] = a->scale->days[i];
    }
    return count;
}

/* A label where less than half of its period is left would stand too near to the
 * next, and a year's name where less than half of the year is left would mislead. */
static bool first_is_a_rest(const axis *a, period p, cp_date first)
{
    long long number = number_of(a, p, first);
    cp_date start = start_of(a, p, number), next = start_of(a, p, number + 1);

    return (p.unit >= MONTHS && (next - first) * 2LL < next - start)
           || (p.unit >= YEARS && begins_late(a, 12));
}

/* A month tells its year where it is the first label, or the year's first, if the
 * axis has more than one. */
static cp_str format_for(period p, const cp_date_formats *formats, const cp_date *days,
                         size_t count, size_t i)
{
    bool one_year = cp_date_civil(days[0]).year == cp_date_civil(days[count - 1]).year;

    if (p.unit < MONTHS)
        return formats->day;
    if (p.unit >= YEARS)
        return formats->year;
    return one_year || (i > 0 && cp_date_civil(days[i]).year == cp_date_civil(days[i - 1]).year)
               ? formats->short_month
               : formats->month;
}

typedef struct extent {
    double start, end;
} extent;

static bool apart(extent a, extent b, double space)
{
    return fmax(a.start, b.start) - fmin(a.end, b.end) >= space;
}

/* Where a label of the tick at `at` lies, pushed in from the edges. */
static extent place(double at, double width, const cp_date_setting *how, double *shift)
{
    double start = fmax(fmin(at - width / 2, how->high - width), how->low);

    *shift = start - (at - width / 2);
    return (extent){ start, start + width };
}

/* Sets the labels of one period's days; false where they do not fit. */
static bool set_labels(cp_arena *arena, const axis *a, period p, const cp_date_setting *how,
                       const cp_date *days, size_t count, cp_date_ticks *out)
{
    extent before = { 0 };

    *out = (cp_date_ticks){ 0, cp_new_array(arena, cp_tick, count),
                            cp_new_array(arena, double, count) };
    for (size_t i = 0; i < count; i++) {
        cp_tick tick
            = { cp_scale_date(a->scale, days[i]),
                cp_date_write(arena, format_for(p, &how->formats, days, count, i), days[i]) };
        double shift;
        extent own = place(tick.at, how->width(how->context, tick.label), how, &shift);

        if (own.end > how->high + 1e-6 || (i > 0 && !apart(before, own, how->space)))
            return false;
        out->ticks[out->count] = tick;
        out->shift[out->count++] = shift;
        before = own;
    }
    return true;
}

/* How far the number of labels is from what reads best; what fills gaps is little
 * better than too few of the plain ones. */
static size_t distance(size_t kind, size_t count)
{
    size_t off = count < FEW ? FEW - count : count > SOME ? count - SOME : 0;

    return off > 0 && kind >= PLAIN ? off + 1 : off;
}

/* The days to label, but for a first one that would mislead; none if there are too many. */
static size_t days_to_label(const axis *a, period p, cp_date days[MOST + 1])
{
    size_t count = days_of_periods(a, p, days);

    if (count > MOST)
        return 0;
    if (count > 1 && first_is_a_rest(a, p, days[0])) {
        count--;
        memmove(days, days + 1, count * sizeof *days);
    }
    return count;
}

/* The days that the scale spans; false without any, or beyond the calendar. */
static bool axis_of(const cp_scale *scale, axis *out)
{
    double low = ceil(fmin(scale->d0, scale->d1)), high = floor(fmax(scale->d0, scale->d1));

    if (scale->kind == CP_SCALE_DAYS) {
        if (!scale->count)
            return false;
        low = scale->days[0];
        high = scale->days[scale->count - 1];
    } else if (!isfinite(scale->d0) || !isfinite(scale->d1)) {
        return false;
    }
    /* The longest period after the last day must still be a date. */
    if (low > high || low < cp_date_from(1, 1, 1) || high > cp_date_from(9800, 1, 1))
        return false;
    *out = (axis){ scale, (cp_date)low, (cp_date)high };
    return true;
}

cp_date_ticks cp_date_ticks_choose(cp_arena *arena, const cp_scale *scale,
                                   const cp_date_setting *how)
{
    cp_date_ticks best = { 0 }, ticks;
    size_t least = SIZE_MAX;
    axis a;

    if (!axis_of(scale, &a))
        return best;
    for (size_t i = 0; i < sizeof periods / sizeof *periods && least > 0; i++) {
        period p = periods[i];
        cp_date days[MOST + 1];
        size_t count = days_to_label(&a, p, days);

        if (count == 0 || (distance(i, count) >= least && distance(i, count - 1) >= least))
            continue;
        /* The first label gives way to the second, being that of a part of a period. */
        if (!set_labels(arena, &a, p, how, days, count, &ticks)
            && !set_labels(arena, &a, p, how, days + 1, count - 1, &ticks))
            continue;
        if (ticks.count > 0 && distance(i, ticks.count) < least) {
            least = distance(i, ticks.count);
            best = ticks;
        }
    }
    return best;
}
