#include "plot/describe.h"

#include <math.h>

#include "base/number.h"
#include "plot/axis.h"
#include "plot/bind.h"
#include "plot/mark/words.h"

/* More than these a listener does not keep in mind. */
enum { MOST_SERIES = 3, MOST_PLOTS = 6, MOST_DECIMALS = 2 };

typedef struct telling {
    cp_arena *arena;
    cp_buf *out;
    const cp_plot *plot;
} telling;

static bool is_told(const cp_series *series)
{
    return series->mark->class->channels->channel != CP_CHANNEL_AT && series->count > 0
           && series->name.size > 0 && !(series->mark->class->traits & CP_MARK_BETWEEN);
}

static size_t count_told(const cp_plot *plot)
{
    size_t count = 0;

    for (size_t i = 0; i < plot->series_count; i++)
        count += is_told(&plot->series[i]);
    return count;
}

/* What the marks of a plot are called; bars and lines together have a name of their own. */
static const char *picture_of(const cp_plot *plot)
{
    const cp_mark_class *bar = NULL, *line = NULL, *first = NULL;

    for (size_t i = 0; i < plot->series_count; i++) {
        const cp_mark_class *class = plot->series[i].mark->class;

        if (!is_told(&plot->series[i]))
            continue;
        first = first ? first : class;
        if (class->traits & CP_MARK_STEP)
            bar = class;
        else if (class->line_key)
            line = class;
    }
    if (bar && line)
        return "柱线组合图";
    first = bar ? bar : first;
    if (!first)
        return "图表";
    return plot->flip && first->picture_flipped ? first->picture_flipped : first->picture;
}

static cp_str place_words(const telling *t, double place)
{
    const cp_scale *scale = &t->plot->x.scale;
    const cp_str day = CP_STR("%Y年%-m月%-d日"), month = CP_STR("%Y年%-m月");
    cp_binder binder = { .arena = t->arena, .plot = (cp_plot *)t->plot };

    if (scale->kind == CP_SCALE_DAYS)
        return cp_date_write(t->arena, t->plot->x.period == CP_PERIOD_DAY ? day : month,
                             scale->days[(size_t)place]);
    if (scale->kind == CP_SCALE_TIME)
        return cp_date_write(t->arena, day, (cp_date)place);
    return cp_bind_place_name(&binder, place);
}

/* What a row is worth: its height, or where names stand along y, what its colour tells; nothing
 * where it has no name there. */
static double value_at(const telling *t, const cp_series *series, size_t row)
{
    if (t->plot->y[series->side].name_count > 0)
        return series->value && !isnan(series->y[row]) ? series->value[row] : NAN;
    return series->base && !series->ranged ? series->y[row] - series->base[row] : series->y[row];
}

static cp_str written(const telling *t, const cp_series *series, double value, bool change)
{
    const cp_y_axis *axis = &t->plot->y[series->side];
    bool off = axis->name_count > 0;
    int decimals = cp_decimals_needed(value, MOST_DECIMALS + (axis->fraction ? 2 : 0));
    cp_number_format format = series->mark->formatted ? series->mark->common->format
                              : off ? cp_mark_value_format(series->value_column, &value, 1)
                                    : cp_y_format(axis, decimals);
    bool percent = cp_str_is(axis->head, "%"); /* printed so; a fraction is written so */
    cp_str number;

    if (change && (format.type == '%' || axis->fraction || percent)) {
        format = (cp_number_format){
            .fill = " ", .align = '>', .sign = '+', .precision = 2, .type = 'f', .trim = true
        };
        return cp_str_printf(
            t->arena, CP_FMT "个百分点",
            CP_ARG(cp_number_write(t->arena, &format, percent ? value : value * 100)));
    }
    if (change)
        format.sign = '+';
    number = off || change ? cp_number_write(t->arena, &format, value)
                           : cp_y_write(t->arena, axis, &format, value);
    return cp_str_printf(t->arena, CP_FMT CP_FMT, CP_ARG(number), CP_ARG(axis->head));
}

/* Rows of a series; each has a value. */
typedef struct told_rows {
    size_t low, high, last, before; /* before: of the value ahead of the last */
    size_t count;
} told_rows;

static told_rows find_rows(const telling *t, const cp_series *series)
{
    told_rows out = { 0 };

    for (size_t i = 0; i < series->count; i++) {
        double value = value_at(t, series, i);

        if (isnan(value))
            continue;
        if (out.count++ == 0)
            out.low = out.high = out.last = i;
        out.before = out.last;
        out.last = i;
        if (value < value_at(t, series, out.low))
            out.low = i;
        if (value > value_at(t, series, out.high))
            out.high = i;
    }
    return out;
}

static void tell_latest(const telling *t, const cp_series *series, const told_rows *rows)
{
    double now = value_at(t, series, rows->last);
    double change = now - value_at(t, series, rows->before);

    cp_buf_printf(t->out, "最新" CP_FMT, CP_ARG(written(t, series, now, false)));
    if (rows->count > 1 && change == 0)
        cp_buf_printf(t->out, "，与前值持平");
    else if (rows->count > 1)
        cp_buf_printf(t->out, "，较前值" CP_FMT, CP_ARG(written(t, series, change, true)));
    if (rows->count > 2)
        cp_buf_printf(t->out, "，区间" CP_FMT "至" CP_FMT,
                      CP_ARG(written(t, series, value_at(t, series, rows->low), false)),
                      CP_ARG(written(t, series, value_at(t, series, rows->high), false)));
}

/* By its own name where it has one, else by its place; of bars a text only says what kind they are. */
static cp_str row_words(const telling *t, const cp_series *series, size_t row)
{
    const cp_y_axis *axis = &t->plot->y[series->side];
    bool named = series->text && !(series->mark->class->traits & CP_MARK_STEP);
    cp_str place = place_words(t, series->x[row]);

    if (axis->name_count > 0)
        return cp_str_printf(t->arena, CP_FMT "，" CP_FMT,
                             CP_ARG(axis->names[(size_t)series->y[row]]), CP_ARG(place));
    return named && series->text[row].size > 0 ? series->text[row] : place;
}

static void tell_extremes(const telling *t, const cp_series *series, const told_rows *rows)
{
    if (rows->count > 1)
        cp_buf_printf(t->out, "共%zu项，", rows->count);
    cp_buf_printf(t->out, "最高" CP_FMT "（" CP_FMT "）",
                  CP_ARG(written(t, series, value_at(t, series, rows->high), false)),
                  CP_ARG(row_words(t, series, rows->high)));
    if (rows->low != rows->high)
        cp_buf_printf(t->out, "，最低" CP_FMT "（" CP_FMT "）",
                      CP_ARG(written(t, series, value_at(t, series, rows->low), false)),
                      CP_ARG(row_words(t, series, rows->low)));
}

static void tell_series(const telling *t, const cp_series *series)
{
    told_rows rows = find_rows(t, series);

    if (rows.count == 0)
        return;
    cp_buf_printf(t->out, "；" CP_FMT, CP_ARG(series->name));
    if (cp_scale_is_dated(&t->plot->x.scale) && t->plot->y[series->side].name_count == 0)
        tell_latest(t, series, &rows);
    else
        tell_extremes(t, series, &rows);
}

static void tell_plot(const telling *t, size_t most)
{
    size_t told = 0, all = count_told(t->plot);

    for (size_t i = 0; i < t->plot->series_count && told < most; i++)
        if (is_told(&t->plot->series[i])) {
            tell_series(t, &t->plot->series[i]);
            told++;
        }
    if (told < all)
        cp_buf_printf(t->out, "；等%zu个系列", all);
}

static void tell_range(const telling *t)
{
    const cp_series *series = t->plot->series;

    while (series < t->plot->series + t->plot->series_count && !is_told(series))
        series++;
    if (series == t->plot->series + t->plot->series_count || series->count < 2
        || !cp_scale_is_dated(&t->plot->x.scale))
        return;
    cp_buf_printf(t->out, "，" CP_FMT "至" CP_FMT, CP_ARG(place_words(t, series->x[0])),
                  CP_ARG(place_words(t, series->x[series->count - 1])));
}

static void tell_several(telling *t, const cp_panels *panels)
{
    size_t most = panels->shares ? 2 : 1;

    for (size_t i = 0; i < panels->count && i < MOST_PLOTS; i++) {
        t->plot = &panels->plots[i];
        if (panels->heads && panels->heads[i].size > 0)
            cp_buf_printf(t->out, "；" CP_FMT "（%s）", CP_ARG(panels->heads[i]),
                          picture_of(t->plot));
        tell_plot(t, most);
    }
    if (panels->count > MOST_PLOTS)
        cp_buf_printf(t->out, "；等%zu图", panels->count);
}

cp_str cp_panels_describe(cp_arena *arena, const cp_panels *panels, cp_str title)
{
    cp_buf text = { 0 };
    telling t = { arena, &text, panels->plots };
    cp_str sentence;

    if (panels->count == 1)
        cp_buf_printf(&text, "%s：" CP_FMT, picture_of(t.plot), CP_ARG(title));
    else
        cp_buf_printf(&text, "%s（%zu图）：" CP_FMT, panels->shares ? "上下分图" : "分面图",
                      panels->count, CP_ARG(title));
    tell_range(&t);
    if (panels->count == 1)
        tell_plot(&t, MOST_SERIES);
    else
        tell_several(&t, panels);
    cp_buf_printf(&text, "。");
    sentence = cp_str_copy(arena, cp_buf_str(&text));
    cp_buf_free(&text);
    return sentence;
}
