/* axis_x.c - the axis along the foot: which kind it is, and numbers along it. */

#include "plot/axis_x.h"

#include <math.h>

enum { MOST_NUMBERS = 6 };

double cp_x_at(const cp_scale *scale, double place)
{
    double span;

    if (cp_scale_has_steps(scale))
        return scale->r0 + (place + 0.5) / (double)scale->count * (scale->r1 - scale->r0);
    span = scale->d1 - scale->d0;
    return scale->r0 + (place - scale->d0) / span * (scale->r1 - scale->r0);
}

double cp_x_label_space(const cp_looks *looks)
{
    return cp_x_ink(looks)->size * looks->style->chart.tick_space;
}

double cp_x_within(double at, double width, double low, double high)
{
    return fmax(fmin(at, high - width / 2), low + width / 2);
}

void cp_x_ticks_add(cp_x_ticks *ticks, double at, cp_str words, cp_text *label)
{
    ticks->at[ticks->count] = at;
    ticks->left[ticks->count] = at - cp_text_size(label).width / 2;
    ticks->words[ticks->count] = words;
    ticks->label[ticks->count++] = label;
    ticks->height = fmax(ticks->height, cp_text_size(label).height);
}

void cp_x_ticks_begin(cp_arena *page, cp_x_ticks *ticks, size_t count)
{
    ticks->count = 0;
    ticks->height = 0;
    ticks->at = cp_new_array(page, double, count);
    ticks->left = cp_new_array(page, double, count);
    ticks->label = cp_new_array(page, cp_text *, count);
    ticks->words = cp_new_array(page, cp_str, count);
}

bool cp_x_labels_apart(const cp_x_ticks *ticks, double space)
{
    for (size_t i = 1; i < ticks->count; i++)
        if (ticks->at[i] - cp_text_size(ticks->label[i]).width / 2
            < ticks->at[i - 1] + cp_text_size(ticks->label[i - 1]).width / 2 + space)
            return false;
    return true;
}

/* About so many intervals, or the spec's steps, as many together as leave about so many. */
static cp_nice reach_of_numbers(const cp_x_axis *x, const cp_scale *scale, int stride, int wanted)
{
    cp_nice nice = x->step > 0 ? cp_nice_steps(scale->d0, scale->d1, x->step * stride)
                               : cp_nice_range(scale->d0, scale->d1, wanted);

    if (x->domain.count == 2) {
        nice.d0 = scale->d0;
        nice.d1 = scale->d1;
    }
    return nice;
}

static void number_ticks(cp_arena *page, const cp_plot *plot, const cp_looks *looks, double low,
                         double high, cp_x_ticks *out)
{
    const cp_scale reach = out->scale;
    bool given = plot->x.step > 0;

    for (int wanted = given ? 1 : MOST_NUMBERS; given ? wanted <= CP_TICKS_MOST : wanted >= 1;
         wanted += given ? 1 : -1) {
        cp_nice nice = reach_of_numbers(&plot->x, &reach, wanted, wanted);
        cp_y_axis plain = { .formatted = plot->x.formatted, .format = plot->x.number };
        cp_number_format format = cp_y_format(&plain, nice.decimals);
        size_t count;
        double *value = cp_tick_values(page, &nice, &count);

        out->scale.d0 = nice.d0;
        out->scale.d1 = nice.d1;
        cp_x_ticks_begin(page, out, count);
        for (size_t i = 0; i < count; i++) {
            cp_str words = cp_number_write(page, &format, value[i]);
            cp_text *label = cp_label_set(page, looks, cp_x_ink(looks), words, plot->x.node);

            cp_x_ticks_add(
                out,
                cp_x_within(cp_x_at(&out->scale, value[i]), cp_text_size(label).width, low, high),
                words, label);
        }
        out->value = value;
        if (cp_x_labels_apart(out, cp_x_label_space(looks)))
            return;
    }
}

/* Bars on a scale without steps reach half a distance beyond the data. */
static void widen(const cp_plot *plot, cp_scale *scale)
{
    double half = plot->slots > 0 || scale->d0 == scale->d1 ? plot->x.least / 2 : 0;

    scale->d0 -= half;
    scale->d1 += half;
}

cp_x_ticks cp_x_ticks_make(cp_arena *page, const cp_plot *plot, const cp_looks *looks, double left,
                           double right, double low, double high)
{
    cp_x_ticks ticks = { .scale = plot->x.scale };

    ticks.scale.r0 = left;
    ticks.scale.r1 = right;
    if (ticks.scale.kind == CP_SCALE_TIME
        || (ticks.scale.kind == CP_SCALE_LINEAR && plot->x.domain.count == 0))
        widen(plot, &ticks.scale);
    if (ticks.scale.kind == CP_SCALE_BAND)
        cp_x_names_label(page, plot, looks, low, high, &ticks);
    else if (ticks.scale.kind == CP_SCALE_LINEAR)
        number_ticks(page, plot, looks, low, high, &ticks);
    else
        cp_x_days_label(page, plot, looks, low, high, &ticks);
    ticks.height = fmax(ticks.height, cp_x_ink(looks)->size);
    return ticks;
}

cp_str cp_x_head(cp_arena *arena, const cp_x_axis *axis)
{
    bool told = axis->unit.size == 0 || cp_str_find(axis->name, axis->unit, 0) < axis->name.size;

    if (axis->name.size == 0 || told)
        return axis->name.size == 0 ? axis->unit : axis->name;
    return cp_str_printf(arena, CP_FMT "（" CP_FMT "）", CP_ARG(axis->name), CP_ARG(axis->unit));
}

bool cp_plot_is_cloud(const cp_plot *plot)
{
    bool points = false;

    if (plot->x.scale.kind != CP_SCALE_LINEAR || plot->flip)
        return false;
    for (size_t i = 0; i < plot->series_count; i++) {
        const cp_mark_class *class = plot->series[i].mark->class;

        if (!class->radius && class->channels->channel != CP_CHANNEL_AT)
            return false;
        points = points || class->radius;
    }
    return points;
}

bool cp_plot_has_top_axis(const cp_plot *plot)
{
    return plot->flip && plot->y[CP_SIDE_LEFT].used && plot->y[CP_SIDE_RIGHT].used;
}

bool cp_x_zero_line(const cp_plot *plot, const cp_scale *scale)
{
    return cp_plot_is_cloud(plot) && scale->d0 < 0 && scale->d1 > 0;
}
