/* bind_change.c - the two rows an arrow goes between, and what it says of them. */

#include "plot/bind.h"

#include <math.h>

#include "base/number.h"

typedef enum cp_change_show { SHOW_PERCENT, SHOW_DIFFERENCE, SHOW_CAGR } cp_change_show;

/* The row at the place that option `key` names; without one `usual`. */
static bool find_row(const cp_binder *binder, const cp_series *series, const char *key,
                     size_t usual, size_t *row)
{
    const cp_mark *mark = series->mark;
    const cp_str *text = cp_mark_option(mark, key);
    double place = text->size > 0 ? cp_bind_x_value(binder, *text) : NAN;

    *row = usual;
    if (text->size == 0)
        return true;
    for (size_t i = 0; i < series->count; i++)
        if (series->x[i] == place && !isnan(series->y[i])) {
            *row = i;
            return true;
        }
    return cp_fail(binder->report, cp_field_place(mark->node, key),
                   "column " CP_FMT " has no value at '" CP_FMT "'", CP_ARG(mark->common->column),
                   CP_ARG(*text));
}

static double years_between(const cp_binder *binder, double from, double to)
{
    const cp_scale *scale = &binder->plot->x.scale;
    const double days_of_year = 365.25;

    if (scale->kind == CP_SCALE_DAYS)
        return (scale->days[(size_t)to] - scale->days[(size_t)from]) / days_of_year;
    return scale->kind == CP_SCALE_TIME ? (to - from) / days_of_year : to - from;
}

static cp_number_format format_of(const cp_series *series, char type, int precision)
{
    cp_number_format usual = cp_number_format_usual(type, precision);

    usual.sign = '+';
    return series->mark->formatted ? series->mark->common->format : usual;
}

static bool say(const cp_binder *binder, const cp_series *series, size_t from, size_t to,
                cp_str *words)
{
    const int *show = cp_mark_option(series->mark, "show");
    const cp_y_axis *axis = &binder->plot->y[series->side];
    double first = series->y[from], last = series->y[to];
    double years = years_between(binder, series->x[from], series->x[to]);
    cp_number_format format = format_of(series, '%', 1);

    if (*show == SHOW_DIFFERENCE) {
        format = format_of(series,
                           axis->fraction    ? '%'
                           : axis->formatted ? axis->format.type
                                             : 'f',
                           axis->formatted ? axis->format.precision : 1);
        *words = cp_number_write(binder->arena, &format, last - first);
        *words = cp_str_printf(binder->arena, CP_FMT CP_FMT, CP_ARG(*words), CP_ARG(axis->head));
        return true;
    }
    if (!(first > 0) || !(last > 0) || (*show == SHOW_CAGR && !(years > 0)))
        return cp_fail(binder->report, cp_field_place(series->mark->node, "show"),
                       "growth from " CP_FMT " to " CP_FMT " is no percentage; use `show: "
                       "difference`",
                       CP_ARG(cp_number_plain(binder->arena, first)),
                       CP_ARG(cp_number_plain(binder->arena, last)));
    *words
        = cp_number_write(binder->arena, &format,
                          *show == SHOW_CAGR ? pow(last / first, 1 / years) - 1 : last / first - 1);
    if (*show == SHOW_CAGR)
        *words = cp_str_printf(binder->arena, "CAGR " CP_FMT, CP_ARG(*words));
    return true;
}

bool cp_bind_change(const cp_binder *binder, cp_series *series)
{
    size_t first = 0, last = series->count, row[2];
    double *x = cp_new_array(binder->arena, double, 2);
    double *y = cp_new_array(binder->arena, double, 2);
    cp_str *words = cp_new_array(binder->arena, cp_str, 2);

    while (first < series->count && isnan(series->y[first]))
        first++;
    while (last > first && isnan(series->y[last - 1]))
        last--;
    if (!find_row(binder, series, "from", first, &row[0])
        || !find_row(binder, series, "to", last > 0 ? last - 1 : 0, &row[1]))
        return false;
    if (row[0] >= row[1])
        return cp_fail(binder->report, cp_mark_place(series->mark),
                       "a change is to go from one value to a later one");
    if (!say(binder, series, row[0], row[1], words))
        return false;
    for (int i = 0; i < 2; i++) {
        x[i] = series->x[row[i]];
        y[i] = series->y[row[i]];
        words[i] = words[0];
    }
    series->x = x;
    series->y = y;
    series->text = words;
    series->count = 2;
    series->keyed = false;
    return true;
}
