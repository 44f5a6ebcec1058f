/* bind_clip.c - rows beyond the ends that the spec gives its axes: marked, dropped or refused. */

#include "plot/bind.h"

#include <math.h>

#include "base/number.h"

typedef struct rows {
    size_t count;
    cp_str first; /* one of them, for findings */
} rows;

/* What lies beyond one axis, of all series that are measured on it. */
typedef struct outside {
    const cp_node *node; /* the axis's */
    int clip;
    double low, high;
    rows all, left_out, cut; /* cut: not drawn as long as they are */
} outside;

static bool counts(const outside *axis, double value)
{
    return axis->node && (value < axis->low || value > axis->high);
}

static outside of_y(const cp_y_axis *axis)
{
    outside out = { .clip = axis->clip };

    if (axis->domain.count == 2) {
        out.node = axis->node;
        out.low = axis->domain.item[0];
        out.high = axis->domain.item[1];
    }
    return out;
}

static outside of_x(const cp_x_axis *axis)
{
    outside out = { .clip = axis->clip };

    if (axis->domain.count == 2 && axis->scale.kind == CP_SCALE_LINEAR) {
        out.node = axis->node;
        out.low = axis->scale.d0;
        out.high = axis->scale.d1;
    }
    return out;
}

/* A mark that has no names is told by its own: another one may show the same numbers. */
static cp_str name_of(const cp_binder *binder, const cp_series *series, size_t row, double value)
{
    cp_str number = cp_number_plain(binder->arena, value);

    if (series->text && series->text[row].size > 0)
        return cp_str_printf(binder->arena, CP_FMT " with " CP_FMT, CP_ARG(series->text[row]),
                             CP_ARG(number));
    return cp_str_printf(binder->arena, CP_FMT " at " CP_FMT " (%s)", CP_ARG(number),
                         CP_ARG(cp_bind_place_name(binder, series->x[row])),
                         series->mark->class->name);
}

static void add(rows *to, const cp_binder *binder, const cp_series *series, size_t row,
                double value)
{
    if (to->count++ == 0)
        to->first = name_of(binder, series, row, value);
}

/* Points are marked at the edge, lines and bars end there; beyond the ends of x there is nothing
 * of them to be seen. */
static bool stays(const cp_binder *binder, outside *axis, const cp_series *series, size_t row,
                  bool along_x)
{
    bool point = series->mark->class->radius;
    bool left_out = axis->clip == CP_CLIP_DROP || (along_x && !point);
    double value = along_x ? series->x[row] : series->y[row];

    add(&axis->all, binder, series, row, value);
    if (left_out)
        add(&axis->left_out, binder, series, row, value);
    else if (!point)
        add(&axis->cut, binder, series, row, value);
    return !left_out;
}

static unsigned bits_of(const cp_binder *binder, const cp_series *series, size_t row,
                        const outside *x, const outside *y)
{
    bool reverse = binder->plot->y[series->side].reverse;
    unsigned above = reverse ? CP_BEYOND_BELOW : CP_BEYOND_ABOVE;
    unsigned below = reverse ? CP_BEYOND_ABOVE : CP_BEYOND_BELOW;

    return (counts(x, series->x[row]) ? series->x[row] < x->low ? CP_BEYOND_LEFT : CP_BEYOND_RIGHT
                                      : 0)
           | (counts(y, series->y[row]) ? series->y[row] < y->low ? below : above : 0);
}

/* Its own copies: rows of a million may be borrowed from the table. */
static void clip_series(const cp_binder *binder, cp_series *series, outside *x, outside *y)
{
    bool point = series->mark->class->radius;
    double *kept = cp_new_array(binder->arena, double, series->count);
    unsigned char *beyond = cp_new_array(binder->arena, unsigned char, series->count);
    bool marked = false;

    for (size_t i = 0; i < series->count; i++) {
        unsigned bits = isnan(series->y[i]) ? 0 : bits_of(binder, series, i, x, y);
        bool keeps = true;

        kept[i] = series->y[i];
        if (bits & (CP_BEYOND_LEFT | CP_BEYOND_RIGHT))
            keeps = stays(binder, x, series, i, true);
        if (bits & (CP_BEYOND_ABOVE | CP_BEYOND_BELOW))
            keeps = stays(binder, y, series, i, false) && keeps;
        if (!keeps)
            kept[i] = NAN;
        beyond[i] = (unsigned char)(keeps && point ? bits : 0);
        marked = marked || beyond[i];
    }
    series->y = kept;
    series->beyond = marked ? beyond : NULL;
}

static void note(const cp_binder *binder, const outside *axis, const rows *some, const char *what)
{
    if (some->count > 0)
        cp_note(binder->report, cp_field_place(axis->node, "domain"),
                "%zu value%s beyond %g to %g and %s %s, the first is " CP_FMT, some->count,
                some->count == 1 ? " lies" : "s lie", axis->low, axis->high,
                some->count == 1 ? "is" : "are", what, CP_ARG(some->first));
}

static bool tell(const cp_binder *binder, const outside *axis)
{
    size_t count = axis->all.count;

    if (count > 0 && axis->clip == CP_CLIP_ERROR)
        return cp_fail(binder->report, cp_field_place(axis->node, "domain"),
                       "%zu value%s beyond %g to %g, the first is " CP_FMT, count,
                       count == 1 ? " lies" : "s lie", axis->low, axis->high,
                       CP_ARG(axis->all.first));
    note(binder, axis, &axis->left_out, "left out");
    note(binder, axis, &axis->cut, "cut there");
    return true;
}

bool cp_bind_clip(const cp_binder *binder)
{
    cp_plot *plot = binder->plot;
    outside x = of_x(&plot->x), y[2] = { of_y(&plot->y[0]), of_y(&plot->y[1]) };

    for (size_t i = 0; i < plot->series_count; i++) {
        cp_series *series = &plot->series[i];

        if (series->mark->class->channels->channel != CP_CHANNEL_AT
            && (x.node || y[series->side].node))
            clip_series(binder, series, &x, &y[series->side]);
    }

    bool across = tell(binder, &x), left = tell(binder, &y[0]), right = tell(binder, &y[1]);

    return across && left && right;
}
