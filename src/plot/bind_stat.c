/* bind_stat.c - levels that are computed from a column: mean, median, extremes, deviation. */

#include "plot/bind.h"

#include <math.h>
#include <stdlib.h>

static cp_stat stat_of(const cp_mark *mark)
{
    const int *stat = cp_mark_option(mark, "stat");

    return stat ? (cp_stat)*stat : CP_STAT_NONE;
}

bool cp_rule_is_stat(const cp_mark *mark)
{
    return stat_of(mark) != CP_STAT_NONE;
}

static int by_value(const void *a, const void *b)
{
    double one = *(const double *)a, other = *(const double *)b;

    return one < other ? -1 : one > other;
}

/* The numbers that are drawn, in the order of x. */
static size_t drawn_numbers(const cp_binder *binder, const cp_column *column, double *out)
{
    size_t count = 0;

    for (size_t i = 0; i < binder->count; i++) {
        size_t row = cp_bind_row(binder, i);

        if (row != CP_NO_ROW && !isnan(column->number[row]))
            out[count++] = column->number[row];
    }
    return count;
}

static double mean_of(const double *value, size_t count)
{
    double mean = 0;

    for (size_t i = 0; i < count; i++)
        mean += (value[i] - mean) / (double)(i + 1);
    return mean;
}

/* Of a sample: divided by one less than their number. */
static double deviation_of(const double *value, size_t count, double mean)
{
    double sum = 0;

    for (size_t i = 0; i < count; i++)
        sum += (value[i] - mean) * (value[i] - mean);
    return count > 1 ? sqrt(sum / (double)(count - 1)) : 0;
}

double cp_bind_stat(const cp_binder *binder, const cp_mark *mark, const cp_column *column,
                    double *sigma)
{
    const double *width = cp_mark_option(mark, "sigma");
    double *value = cp_new_array(binder->arena, double, binder->count);
    size_t count = drawn_numbers(binder, column, value);
    double mean, last;

    *sigma = 0;
    if (count == 0)
        return NAN;
    mean = mean_of(value, count);
    last = value[count - 1];
    if (width && *width > 0)
        *sigma = *width * deviation_of(value, count, mean);
    if (stat_of(mark) == CP_STAT_MEAN || stat_of(mark) == CP_STAT_LAST)
        return stat_of(mark) == CP_STAT_MEAN ? mean : last;
    qsort(value, count, sizeof *value, by_value);
    if (stat_of(mark) == CP_STAT_MEDIAN)
        return (value[(count - 1) / 2] + value[count / 2]) / 2;
    return stat_of(mark) == CP_STAT_MAX ? value[count - 1] : value[0];
}
