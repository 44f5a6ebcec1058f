#include "plot/dateticks.h"

#include <math.h>

typedef enum unit { DAYS, WEEKS, MONTHS } unit;

typedef struct period {
    unit unit;
    int size;
} period;

static const period periods[] = {
    { DAYS, 1 },     { WEEKS, 1 },    { WEEKS, 2 },     { MONTHS, 1 },  { MONTHS, 3 },
    { MONTHS, 6 },   { MONTHS, 12 },  { MONTHS, 24 },   { MONTHS, 60 }, { MONTHS, 120 },
    { MONTHS, 240 }, { MONTHS, 600 }, { MONTHS, 1200 },
};

/* From FEW to SOME labels are best, and of years, being short, up to MANY.  More
 * than MOST would never be chosen, since a single label would please more. */
enum { FEW = 5, SOME = 9, MANY = 12, MOST = 16 };

typedef struct axis {
    const cp_scale *scale;
    cp_date first, last;
} axis;

static long long floor_div(long long a, long long b)
{
    return a / b - (a % b < 0);
}

/* The number of the period that a day falls in; weeks count from the axis's
 * first, months from year 0. */
static long long number_of(const axis *a, period p, cp_date date)
{
    cp_civil civil;

    if (p.unit == DAYS)
        return date;
    if (p.unit == WEEKS)
        return floor_div((long long)date - cp_date_monday(a->first), 7LL * p.size);
    civil = cp_date_civil(date);
    return floor_div(civil.year * 12LL + civil.month - 1, p.size);
}

/* The first day of a period by the calendar. */
static cp_date start_of(const axis *a, period p, long long number)
{
    long long month = number * p.size;

    if (p.unit == DAYS)
        return (cp_date)number;
    if (p.unit == WEEKS)
        return cp_date_monday(a->first) + (cp_date)(number * 7 * p.size);
    /* Far back a period may begin before the calendar does. */
    return month < 12 ? cp_date_from(1, 1, 1)
                      : cp_date_from((int)(month / 12), (int)(month % 12) + 1, 1);
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
    for (size_t i = 0; i < a->scale->count && count <= MOST; i++) {
        long long own = number_of(a, p, a->scale->days[i]);

        if (count && own == number)
            continue;
        number = own;
        days[count++] = a->scale->days[i];
    }
    return count;
}

/* A month's or year's name where less than half of it is left would mislead. */
static bool first_is_a_rest(const axis *a, period p, cp_date first)
{
    long long number = number_of(a, p, first);
    cp_date start, next;

    if (p.unit != MONTHS)
        return false;
    start = start_of(a, p, number);
    next = start_of(a, p, number + 1);
    return (next - first) * 2LL < next - start;
}

/* "%Y年%-m月" without the year it begins with; other formats as they are. */
static cp_str without_year(cp_str format)
{
    size_t next;

    if (!cp_str_starts(format, CP_STR("%Y")))
        return format;
    next = cp_str_find(format, CP_STR("%"), 2);
    return next < format.size ? cp_str_slice(format, next, format.size) : format;
}

static cp_str format_for(period p, const cp_date_formats *formats, const cp_date *days,
                         size_t count)
{
    if (p.unit != MONTHS || !count)
        return formats->day;
    if (p.size >= 12)
        return formats->year;
    return cp_date_civil(days[0]).year == cp_date_civil(days[count - 1]).year
               ? without_year(formats->month)
               : formats->month;
}

typedef struct limits {
    double space, low, high;
    cp_label_width width;
    void *context;
} limits;

typedef struct extent {
    double start, end;
} extent;

static bool apart(extent a, extent b, double space)
{
    return fmax(a.start, b.start) - fmin(a.end, b.end) >= space;
}

/* Where a label of the tick at `at` lies, pushed in from the edges. */
static extent place(double at, double width, const limits *edges, double *shift)
{
    double start = fmax(fmin(at - width / 2, edges->high - width), edges->low);

    *shift = start - (at - width / 2);
    return (extent){ start, start + width };
}

/* Sets the labels of one period's days; false where they do not fit.  The first
 * label gives way to the second, being that of a part of a period. */
static bool set_labels(cp_arena *arena, const axis *a, cp_str format, const cp_date *days,
                       size_t count, const limits *edges, cp_date_ticks *out)
{
    extent before = { 0 };

    *out = (cp_date_ticks){ 0, cp_new_array(arena, cp_tick, count),
                            cp_new_array(arena, double, count) };
    for (size_t i = 0; i < count; i++) {
        cp_tick tick = { cp_scale_date(a->scale, days[i]), cp_date_write(arena, format, days[i]) };
        double shift;
        extent own = place(tick.at, edges->width(edges->context, tick.label), edges, &shift);

        if (own.end > edges->high + 1e-6)
            return false;
        if (out->count && !apart(before, own, edges->space)) {
            if (i > 1)
                return false;
            out->count = 0;
        }
        out->ticks[out->count] = tick;
        out->shift[out->count++] = shift;
        before = own;
    }
    return true;
}

/* How far the number of labels is from what reads best. */
static size_t distance(period p, size_t count)
{
    size_t most = p.unit == MONTHS && p.size >= 12 ? MANY : SOME;

    return count < FEW ? FEW - count : count > most ? count - most : 0;
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
                                   const cp_date_formats *formats, double space, double low,
                                   double high, cp_label_width width, void *context)
{
    limits room = { space, low, high, width, context };
    cp_date_ticks best = { 0 }, ticks;
    size_t least = SIZE_MAX;
    axis a;

    if (!axis_of(scale, &a))
        return best;
    for (size_t i = 0; i < sizeof periods / sizeof *periods; i++) {
        period p = periods[i];
        cp_date days[MOST + 1], *from = days;
        size_t count = days_of_periods(&a, p, days);

        if (count > MOST)
            continue;
        if (count > 1 && first_is_a_rest(&a, p, days[0])) {
            from++;
            count--;
        }
        if (!set_labels(arena, &a, format_for(p, formats, from, count), from, count, &room, &ticks))
            continue;
        if (ticks.count && distance(p, ticks.count) < least) {
            least = distance(p, ticks.count);
            best = ticks;
        }
    }
    return best;
}
