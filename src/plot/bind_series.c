/* bind_series.c - the rows of each mark, split by colour, as series in ascending x. */

#include "plot/bind.h"

#include <math.h>

#include "base/number.h"
#include "plot/names.h"

/* More series than this no reader can tell apart by colour. */
enum { MOST_SERIES = 40 };

/* The rows of one mark, by the series they fall into. */
typedef struct parting {
    size_t count;
    cp_str *name;
    uint32_t *series; /* [binder count], NULL: all in one */
} parting;

static bool split_rows(const cp_binder *binder, const cp_mark *mark, const cp_column *column,
                       parting *out)
{
    cp_names names;

    *out = (parting){ .count = 1 };
    if (!column)
        return true;
    cp_names_begin(&names, binder->arena, MOST_SERIES);
    /* In the order of the table's rows, which is the order the legend keeps. */
    for (size_t i = 0; i < binder->table->rows; i++)
        if (!cp_cell_missing(column, i)
            && cp_names_index(&names, cp_cell_plain(binder->arena, column, i)) == CP_NAMES_FULL)
            return cp_fail(binder->report, cp_field_place(mark->node, "color"),
                           "column " CP_FMT " would make more than %d series", CP_ARG(column->name),
                           MOST_SERIES);
    out->count = names.count;
    out->name = names.name;
    out->series = cp_new_array(binder->arena, uint32_t, binder->count);
    for (size_t i = 0; i < binder->count; i++) {
        size_t row = cp_bind_row(binder, i);

        out->series[i] = row == CP_NO_ROW || cp_cell_missing(column, row)
                             ? CP_NAMES_FULL
                             : cp_names_index(&names, cp_cell_plain(binder->arena, column, row));
    }
    return true;
}

/* The rows of one series, with the gaps between them. */
typedef struct picked {
    size_t count;
    double *place;
    uint32_t *row;
} picked;

static picked pick_rows(const cp_binder *binder, const parting *parts, size_t number)
{
    picked out = { .place = cp_new_array(binder->arena, double, binder->count),
                   .row = cp_new_array(binder->arena, uint32_t, binder->count) };
    size_t kept = 0;

    for (size_t i = 0; i < binder->count; i++) {
        size_t row = cp_bind_row(binder, i);
        bool gap = row == CP_NO_ROW;

        if (gap ? out.count == 0 : parts->series && parts->series[i] != number)
            continue;
        out.place[out.count] = binder->place[i];
        out.row[out.count++] = (uint32_t)row;
        kept = gap ? kept : out.count;
    }
    out.count = kept;
    return out;
}

/* The format is for what is shown: texts and the words beside points, not for names of lines or for
 * yes and no. */
cp_str cp_bind_written(const cp_binder *binder, const cp_mark *mark, const cp_column *column,
                       size_t row)
{
    bool shown = mark->class->channels->channel == CP_CHANNEL_TEXT || mark->class->radius;

    if (column->type == CP_NUMBER && mark->formatted && shown)
        return cp_number_write(binder->arena, &mark->common->format, column->number[row]);
    return cp_cell_plain(binder->arena, column, row);
}

static bool says_yes(const cp_column *column, size_t row)
{
    static const char *const noes[] = { "0", "否", "no", "false" };

    if (cp_cell_missing(column, row))
        return false;
    if (column->type == CP_NUMBER)
        return column->number[row] != 0;
    for (size_t i = 0; column->type == CP_TEXT && i < sizeof noes / sizeof *noes; i++)
        if (cp_str_is(column->text[row], noes[i]))
            return false;
    return true;
}

static double number_at(const cp_bound *bound, const cp_column *column, size_t row)
{
    return row == CP_NO_ROW || isnan(column->number[row])
               ? NAN
               : cp_shift(column->number[row], bound->power);
}

static const double *numbers_of(const cp_binder *binder, const cp_bound *bound,
                                const cp_column *column, const picked *rows)
{
    double *out = column ? cp_new_array(binder->arena, double, rows->count) : NULL;

    for (size_t i = 0; column && i < rows->count; i++)
        out[i] = number_at(bound, column, rows->row[i]);
    return out;
}

static const double *name_indexes(const cp_binder *binder, const cp_mark *mark,
                                  const cp_bound *bound, const picked *rows)
{
    const cp_y_axis *axis = &binder->plot->y[mark->common->axis];
    double *out = cp_new_array(binder->arena, double, rows->count);

    for (size_t i = 0; i < rows->count; i++) {
        size_t row = rows->row[i];

        out[i] = row == CP_NO_ROW || cp_cell_missing(bound->name, row)
                     ? NAN
                     : cp_bind_name_index(axis, cp_cell_plain(binder->arena, bound->name, row));
    }
    return out;
}

/* A stretch with one end has none. */
static const double *known_both(const cp_binder *binder, const double *y, const double *base,
                                size_t count)
{
    double *out = cp_new_array(binder->arena, double, count);

    for (size_t i = 0; i < count; i++)
        out[i] = isnan(base[i]) ? NAN : y[i];
    return out;
}

static const cp_str *texts_of(const cp_binder *binder, const cp_mark *mark, const cp_bound *bound,
                              const picked *rows)
{
    cp_str *out = bound->text ? cp_new_array(binder->arena, cp_str, rows->count) : NULL;

    for (size_t i = 0; bound->text && i < rows->count; i++)
        if (rows->row[i] != CP_NO_ROW)
            out[i] = cp_bind_written(binder, mark, bound->text, rows->row[i]);
    return out;
}

static const bool *hatched_rows(const cp_binder *binder, const cp_bound *bound, const picked *rows)
{
    bool *out;

    if (!bound->hatch && !bound->hatched)
        return NULL;
    out = cp_new_array(binder->arena, bool, rows->count);
    for (size_t i = 0; i < rows->count; i++)
        out[i]
            = bound->hatched || (rows->row[i] != CP_NO_ROW && says_yes(bound->hatch, rows->row[i]));
    return out;
}

static void fill_series(const cp_binder *binder, const cp_mark *mark, const cp_bound *bound,
                        const parting *parts, size_t number, cp_series *out)
{
    const cp_bound as_stored = { .power = 0 };
    picked rows = pick_rows(binder, parts, number);
    const double *y = bound->y ? numbers_of(binder, bound, bound->y, &rows)
                               : name_indexes(binder, mark, bound, &rows);

    out->count = rows.count;
    out->x = rows.place;
    out->text = texts_of(binder, mark, bound, &rows);
    out->base = numbers_of(binder, bound, bound->base, &rows);
    out->ranged = bound->base != NULL;
    out->y = out->base ? known_both(binder, y, out->base, rows.count) : y;
    out->hatched = hatched_rows(binder, bound, &rows);
    out->mark_hatched = bound->hatched;
    out->value = numbers_of(binder, &as_stored, bound->value, &rows);
    out->value_column = bound->value;
    for (size_t k = 0; k < bound->more_count; k++)
        out->more[k] = numbers_of(binder, bound, bound->more[k], &rows);
}

/* A million rows in their own order and unit are used where they stand. */
static void borrow_series(const cp_binder *binder, const cp_bound *bound, cp_series *out)
{
    out->count = binder->count;
    out->x = binder->place;
    out->y = bound->y->number;
}

static void constant_series(const cp_binder *binder, const cp_bound *bound, cp_series *out)
{
    double *at = cp_new_array(binder->arena, double, 4);

    at[0] = bound->at_x;
    at[1] = bound->to_x;
    at[2] = bound->at_y;
    at[3] = bound->to_y;
    out->count = isnan(bound->to_x) && isnan(bound->to_y) ? 1 : 2;
    out->x = at;
    out->y = at + 2;
    out->sigma = bound->sigma;
}

cp_str cp_bind_place_name(const cp_binder *binder, double place)
{
    const cp_scale *scale = &binder->plot->x.scale;

    switch (scale->kind) {
    case CP_SCALE_DAYS:
        return cp_date_iso(binder->arena, scale->days[(size_t)place]);
    case CP_SCALE_TIME:
        return cp_date_iso(binder->arena, (cp_date)place);
    case CP_SCALE_BAND:
        return scale->names[(size_t)place];
    default:
        return cp_number_plain(binder->arena, place);
    }
}

/* Two values at one place: one bar would hide the other, a line would run back. */
static bool check_single(const cp_binder *binder, const cp_series *series)
{
    const cp_mark *mark = series->mark;

    if (!(mark->class->traits & CP_MARK_SINGLE) || binder->plot->x.scale.kind == CP_SCALE_LINEAR)
        return true;
    for (size_t i = 1; i < series->count; i++)
        if (series->x[i] == series->x[i - 1] && !(isnan(series->y[i]) && isnan(series->y[i - 1])))
            return cp_fail(binder->report, cp_mark_place(mark),
                           "column " CP_FMT " has more than one row for " CP_FMT
                           "%s; group them in `sql`, or split them with `color: a column`",
                           CP_ARG(mark->common->column),
                           CP_ARG(cp_bind_place_name(binder, series->x[i])),
                           series->keyed && binder->bound[mark - binder->plot->marks].split
                               ? " within one colour"
                               : "");
    return true;
}

static void name_series(const cp_bound *bound, cp_series *series)
{
    const cp_mark *mark = series->mark;
    bool constant = mark->class->channels->channel == CP_CHANNEL_AT;

    series->keyed = mark->class->draw_key && !(mark->labels & CP_LABEL_NAME);
    series->side = (cp_side)mark->common->axis;
    if (bound->split)
        return;
    series->name = mark->common->name;
    if (series->name.size > 0)
        return;
    if (constant)
        series->keyed = false;
    else
        series->name = bound->y ? bound->y->name : bound->value->name;
}

/* What the mark itself says of its rows, told with the first bad one. */
static bool settle_series(const cp_binder *binder, const cp_bound *bound, cp_series *series)
{
    const cp_mark *mark = series->mark;
    cp_mark_rows rows = { .arena = binder->arena,
                          .count = series->count,
                          .x = series->x,
                          .y = series->y,
                          .base = series->base,
                          .value = series->value,
                          .text = series->text };

    if (!mark->class->settle)
        return true;
    rows.name = series->name;
    rows.named = series->split || mark->common->name.size > 0;
    for (size_t i = 0; i < CP_MARK_MORE; i++) {
        rows.more[i] = series->more[i];
        rows.more_name[i] = bound->more[i] ? bound->more[i]->name : (cp_str){ 0 };
    }

    const char *wrong = mark->class->settle(&rows);

    if (wrong)
        return cp_fail(binder->report, cp_mark_place(mark), CP_FMT ": %s",
                       CP_ARG(cp_bind_place_name(binder, rows.x[rows.bad])), wrong);
    series->y = rows.y;
    series->base = rows.base;
    series->name = rows.name;
    return true;
}

/* Sizes and colours mean the same in all series of a mark. */
static void measure_values(cp_series *series, size_t count)
{
    double low = INFINITY, high = -INFINITY;

    for (size_t i = 0; i < count; i++)
        for (size_t row = 0; series[i].value && row < series[i].count; row++) {
            low = fmin(low, series[i].value[row]);
            high = fmax(high, series[i].value[row]);
        }
    for (size_t i = 0; i < count; i++) {
        series[i].value_low = low;
        series[i].value_high = high;
    }
}

static bool mark_series(cp_binder *binder, size_t number)
{
    cp_plot *plot = binder->plot;
    const cp_mark *mark = &plot->marks[number];
    const cp_bound *bound = &binder->bound[number];
    bool constant = mark->class->channels->channel == CP_CHANNEL_AT, ok = true;
    parting parts;

    if (!split_rows(binder, mark, bound->split, &parts))
        return false;
    if (bound->split && !constant)
        cp_bind_tell_missing(binder, bound->split, bound->y ? bound->y : bound->name,
                             cp_field_place(mark->node, "color"));
    for (size_t i = 0; i < parts.count; i++) {
        cp_series *series = &plot->series[plot->series_count++];

        series->mark = mark;
        series->index = i;
        series->split = parts.name != NULL;
        if (parts.name)
            series->name = parts.name[i];
        name_series(bound, series);
        if (constant)
            constant_series(binder, bound, series);
        else if (!parts.series && !binder->row && bound->power == 0 && !bound->text && !bound->base
                 && !bound->hatch && !bound->hatched && bound->y && bound->more_count == 0
                 && !bound->value)
            borrow_series(binder, bound, series);
        else
            fill_series(binder, mark, bound, &parts, i, series);
        ok = check_single(binder, series) && settle_series(binder, bound, series) && ok;
        if (mark->class->traits & CP_MARK_BETWEEN)
            ok = cp_bind_change(binder, series) && ok;
    }
    measure_values(plot->series + plot->series_count - parts.count, parts.count);
    return ok;
}

/* A single series needs no key unless it was named for one, or hangs on the right. */
static void settle_keys(cp_plot *plot)
{
    size_t keyed = 0;

    for (size_t i = 0; i < plot->series_count; i++)
        keyed += plot->series[i].keyed;
    if (keyed != 1)
        return;
    for (size_t i = 0; i < plot->series_count; i++)
        if (plot->series[i].mark->common->name.size == 0 && plot->series[i].side == CP_SIDE_LEFT
            && !(plot->series[i].mark->class->traits & CP_MARK_KEYED))
            plot->series[i].keyed = false;
}

bool cp_bind_series(cp_binder *binder)
{
    cp_plot *plot = binder->plot;
    bool ok = true;

    plot->series = cp_new_array(binder->arena, cp_series, plot->mark_count * MOST_SERIES);
    for (size_t i = 0; i < plot->mark_count; i++)
        ok = mark_series(binder, i) && ok;
    if (!ok)
        return false;
    if (!cp_bind_check_scales(binder) || !cp_bind_stacks(binder) || !cp_bind_clip(binder)
        || !cp_bind_colors(binder))
        return false;
    cp_bind_named(binder);
    cp_bind_reach(plot);
    settle_keys(plot);
    return true;
}
