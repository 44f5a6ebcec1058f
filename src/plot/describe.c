#include "plot/describe.h"

#include <math.h>

#include "plot/axis.h"
#include "plot/bind.h"

/* More series than this a listener does not keep in mind. */
enum { MOST_TOLD = 3, MOST_DECIMALS = 2 };

static bool is_line(const cp_series *series)
{
    return series->mark->class->line_key && (series->mark->class->traits & CP_MARK_ENDS);
}

static bool is_told(const cp_series *series)
{
    return series->mark->class->channels->channel != CP_CHANNEL_AT && series->count > 0
           && series->name.size > 0;
}

static const char *kind_of(const cp_plot *plot)
{
    bool bars = false, lines = false, areas = false;

    for (size_t i = 0; i < plot->series_count; i++) {
        unsigned traits = plot->series[i].mark->class->traits;

        bars = bars || (traits & CP_MARK_STEP);
        lines = lines || is_line(&plot->series[i]);
        areas = areas || ((traits & CP_MARK_ENDS) && (traits & CP_MARK_FILLS));
    }
    if (bars)
        return lines ? "柱线组合图" : plot->flip ? "条形图" : "柱状图";
    return areas ? "面积图" : lines ? "折线图" : "图表";
}

static double value_at(const cp_series *series, size_t row)
{
    return series->base && !series->ranged ? series->y[row] - series->base[row] : series->y[row];
}

static cp_str written(cp_arena *arena, const cp_plot *plot, const cp_series *series, double value)
{
    const cp_y_axis *axis = &plot->y[series->side];
    int decimals = cp_decimals_needed(value, MOST_DECIMALS + (axis->fraction ? 2 : 0));
    cp_number_format format
        = series->mark->formatted ? series->mark->common->format : cp_y_format(axis, decimals);
    cp_str number = cp_y_write(arena, axis, &format, value);

    return cp_str_printf(arena, CP_FMT CP_FMT, CP_ARG(number), CP_ARG(axis->head));
}

static cp_str place_words(cp_arena *arena, const cp_plot *plot, double place)
{
    const cp_scale *scale = &plot->x.scale;
    cp_binder binder = { .arena = arena, .plot = (cp_plot *)plot };

    if (scale->kind == CP_SCALE_DAYS)
        return cp_date_write(arena, CP_STR("%Y年%-m月%-d日"), scale->days[(size_t)place]);
    if (scale->kind == CP_SCALE_TIME)
        return cp_date_write(arena, CP_STR("%Y年%-m月%-d日"), (cp_date)place);
    return cp_bind_place_name(&binder, place);
}

/* The rows of the smallest, largest and last value; false: there is none. */
static bool find_rows(const cp_series *series, size_t *low, size_t *high, size_t *last)
{
    bool any = false;

    for (size_t i = 0; i < series->count; i++) {
        if (isnan(series->y[i]))
            continue;
        if (!any)
            *low = *high = i;
        any = true;
        *last = i;
        if (value_at(series, i) < value_at(series, *low))
            *low = i;
        if (value_at(series, i) > value_at(series, *high))
            *high = i;
    }
    return any;
}

static void tell_series(cp_arena *arena, const cp_plot *plot, const cp_series *series, cp_buf *out)
{
    bool dated = plot->x.scale.kind == CP_SCALE_DAYS || plot->x.scale.kind == CP_SCALE_TIME;
    size_t low = 0, high = 0, last = 0;

    if (!find_rows(series, &low, &high, &last))
        return;

    cp_str least = written(arena, plot, series, value_at(series, low));
    cp_str most = written(arena, plot, series, value_at(series, high));
    cp_str now = written(arena, plot, series, value_at(series, last));

    cp_buf_printf(out, "；" CP_FMT, CP_ARG(series->name));
    if (dated)
        cp_buf_printf(out, "最新" CP_FMT "，区间" CP_FMT "至" CP_FMT, CP_ARG(now), CP_ARG(least),
                      CP_ARG(most));
    else
        cp_buf_printf(out, "最高" CP_FMT "（" CP_FMT "），最低" CP_FMT "（" CP_FMT "）",
                      CP_ARG(most), CP_ARG(place_words(arena, plot, series->x[high])),
                      CP_ARG(least), CP_ARG(place_words(arena, plot, series->x[low])));
}

static void tell_range(cp_arena *arena, const cp_plot *plot, cp_buf *out)
{
    const cp_series *series = plot->series;

    while (series < plot->series + plot->series_count && !is_told(series))
        series++;
    if (series == plot->series + plot->series_count)
        return;
    cp_buf_printf(out, "，" CP_FMT "至" CP_FMT, CP_ARG(place_words(arena, plot, series->x[0])),
                  CP_ARG(place_words(arena, plot, series->x[series->count - 1])));
}

cp_str cp_plot_describe(cp_arena *arena, const cp_plot *plot, cp_str title)
{
    cp_buf text = { 0 };
    size_t told = 0;
    cp_str sentence;

    cp_buf_printf(&text, "%s：" CP_FMT, kind_of(plot), CP_ARG(title));
    tell_range(arena, plot, &text);
    for (size_t i = 0; i < plot->series_count && told < MOST_TOLD; i++)
        if (is_told(&plot->series[i])) {
            tell_series(arena, plot, &plot->series[i], &text);
            told++;
        }
    cp_buf_printf(&text, "。");
    sentence = cp_str_copy(arena, cp_buf_str(&text));
    cp_buf_free(&text);
    return sentence;
}
