/* axis_x.c - days, names or numbers along the foot. */

#include "plot/axis.h"

#include <math.h>

#include "plot/dateticks.h"

enum { MOST_LINES = 3, MOST_NUMBERS = 6 };

double cp_x_at(const cp_scale *scale, double place)
{
    double span;

    if (cp_scale_has_steps(scale))
        return scale->r0 + (place + 0.5) / (double)scale->count * (scale->r1 - scale->r0);
    span = scale->d1 - scale->d0;
    return scale->r0 + (place - scale->d0) / span * (scale->r1 - scale->r0);
}

static const cp_ink *tick_ink(const cp_looks *looks)
{
    return &looks->style->chart.tick;
}

static double clear_space(const cp_looks *looks)
{
    return tick_ink(looks)->size * looks->style->chart.tick_space;
}

/* Push a label in from the edges. */
static double within(double at, double width, double low, double high)
{
    return fmax(fmin(at, high - width / 2), low + width / 2);
}

static void add_tick(cp_x_ticks *ticks, double at, cp_str words, cp_text *label)
{
    ticks->at[ticks->count] = at;
    ticks->left[ticks->count] = at - cp_text_size(label).width / 2;
    ticks->words[ticks->count] = words;
    ticks->label[ticks->count++] = label;
    ticks->height = fmax(ticks->height, cp_text_size(label).height);
}

static void make_room(cp_arena *page, cp_x_ticks *ticks, size_t count)
{
    ticks->count = 0;
    ticks->height = 0;
    ticks->at = cp_new_array(page, double, count);
    ticks->left = cp_new_array(page, double, count);
    ticks->label = cp_new_array(page, cp_text *, count);
    ticks->words = cp_new_array(page, cp_str, count);
}

typedef struct measuring {
    cp_arena *page;
    const cp_looks *looks;
} measuring;

static double label_width(void *context, cp_str label)
{
    const measuring *m = context;

    return cp_text_size(cp_label_set(m->page, m->looks, tick_ink(m->looks), label, NULL)).width;
}

static void date_ticks(cp_arena *page, const cp_plot *plot, const cp_looks *looks, double low,
                       double high, cp_x_ticks *out)
{
    const cp_chart_style *style = &looks->style->chart;
    cp_date_formats formats
        = { style->day_format, style->month_format, style->short_month_format, style->year_format };
    measuring context = { page, looks };

    if (plot->x.formatted)
        formats
            = (cp_date_formats){ plot->x.format, plot->x.format, plot->x.format, plot->x.format };

    cp_date_ticks ticks = cp_date_ticks_choose(page, &out->scale, &formats, clear_space(looks), low,
                                               high, label_width, &context);

    make_room(page, out, ticks.count);
    for (size_t i = 0; i < ticks.count; i++)
        add_tick(out, ticks.ticks[i].at + ticks.shift[i], ticks.ticks[i].label,
                 cp_label_set(page, looks, tick_ink(looks), ticks.ticks[i].label, plot->x.node));
}

/* Whether no two labels come nearer than the style allows. */
static bool stands_apart(const cp_x_ticks *ticks, double space)
{
    for (size_t i = 1; i < ticks->count; i++)
        if (ticks->at[i] - cp_text_size(ticks->label[i]).width / 2
            < ticks->at[i - 1] + cp_text_size(ticks->label[i - 1]).width / 2 + space)
            return false;
    return true;
}

/* The number of a day's period in its year, from 0. */
static int period_number(cp_period period, cp_date day)
{
    cp_civil civil = cp_date_civil(day);

    return period == CP_PERIOD_YEAR      ? civil.year
           : period == CP_PERIOD_QUARTER ? (civil.month - 1) / 3
                                         : civil.month - 1;
}

/* A month names its year where it is the first label, or the year's first. */
static cp_str period_words(cp_arena *page, const cp_plot *plot, const cp_looks *looks, size_t index,
                           size_t before)
{
    const cp_chart_style *style = &looks->style->chart;
    const cp_date *days = plot->x.scale.days;
    bool told
        = before < index && cp_date_civil(days[before]).year == cp_date_civil(days[index]).year;

    if (plot->x.formatted)
        return cp_date_write(page, plot->x.format, days[index]);
    if (plot->x.period == CP_PERIOD_MONTH)
        return cp_date_write(page, told ? style->short_month_format : style->month_format,
                             days[index]);
    return cp_date_write(
        page, plot->x.period == CP_PERIOD_QUARTER ? style->quarter_format : style->year_format,
        days[index]);
}

static bool period_ticks_fit(cp_arena *page, const cp_plot *plot, const cp_looks *looks, int stride,
                             double low, double high, cp_x_ticks *out)
{
    size_t before = SIZE_MAX;

    make_room(page, out, out->scale.count);
    for (size_t i = 0; i < out->scale.count; i++) {
        if (stride > 1 && period_number(plot->x.period, out->scale.days[i]) % stride != 0)
            continue;

        cp_str words = period_words(page, plot, looks, i, before);
        cp_text *label = cp_label_set(page, looks, tick_ink(looks), words, plot->x.node);

        add_tick(out, within(cp_scale_index(&out->scale, i), cp_text_size(label).width, low, high),
                 words, label);
        before = i;
    }
    return out->count > 0 && stands_apart(out, clear_space(looks));
}

/* Months, quarters and years have a step each; labels stand at all of them, or at
 * every so many from the turn of the year. */
static bool period_ticks(cp_arena *page, const cp_plot *plot, const cp_looks *looks, double low,
                         double high, cp_x_ticks *out)
{
    static const int strides[][6]
        = { { 0 }, { 1, 2, 3, 6, 12, 0 }, { 1, 2, 4, 0 }, { 1, 2, 5, 10, 20, 0 } };

    if (plot->x.period == CP_PERIOD_DAY)
        return false;
    for (const int *stride = strides[plot->x.period]; *stride; stride++)
        if (period_ticks_fit(page, plot, looks, *stride, low, high, out))
            return true;
    return false;
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
        make_room(page, out, count);
        for (size_t i = 0; i < count; i++) {
            cp_str words = cp_number_write(page, &format, value[i]);
            cp_text *label = cp_label_set(page, looks, tick_ink(looks), words, plot->x.node);

            add_tick(out,
                     within(cp_x_at(&out->scale, value[i]), cp_text_size(label).width, low, high),
                     words, label);
        }
        out->value = value;
        if (stands_apart(out, clear_space(looks)))
            return;
    }
}

/* How names are tried: on one line each or broken to the width of a step; all
 * of them or every so many. */
typedef struct naming {
    const cp_looks *looks;
    const cp_node *asked;
    size_t stride;
    bool broken;
    double low, high; /* that no label leaves */
} naming;

static cp_text *broken_label(cp_arena *page, const naming *way, double width, cp_str name)
{
    const cp_ink *ink = tick_ink(way->looks);
    cp_text_box box = { .width = width,
                        .line_height = ink->size + way->looks->style->chart.tick_gap,
                        .align = CP_ALIGN_CENTER };
    cp_span span = { .text = name, .place = way->asked->place };

    return cp_text_set(page, way->looks->fonts, ink, &box, &span, 1, way->looks->report);
}

/* In as few lines as `*width` allows, and then as even ones as that many allow;
 * `*width` becomes that of the box it was set in. */
static cp_text *name_label(cp_arena *page, const naming *way, double *width, cp_str name)
{
    cp_text *line = cp_label_set(page, way->looks, tick_ink(way->looks), name, way->asked), *label;
    double whole = cp_text_size(line).width;
    size_t lines;

    if (!way->broken) {
        *width = whole;
        return line;
    }
    label = broken_label(page, way, *width, name);
    lines = cp_text_lines(label);
    if (lines == 1) {
        *width = whole;
        return line;
    }
    for (double even = whole / (double)lines; lines > 1 && even < *width;
         even += tick_ink(way->looks)->size / 4) {
        cp_text *other = broken_label(page, way, even, name);

        if (cp_text_lines(other) == lines && cp_text_size(other).width <= even) {
            *width = even;
            return other;
        }
    }
    return label;
}

/* Broken names may come nearer to each other: their lines are short. */
static bool name_ticks_fit(cp_arena *page, const naming *way, cp_x_ticks *out)
{
    double space = clear_space(way->looks) * (way->broken ? 0.5 : 1);
    double room = cp_scale_step(&out->scale) - space;

    if (way->broken && room < tick_ink(way->looks)->size)
        return false;
    make_room(page, out, out->scale.count);
    for (size_t i = 0; i < out->scale.count; i += way->stride) {
        double box = room;
        cp_text *label = name_label(page, way, &box, out->scale.names[i]);
        double width = cp_text_size(label).width;
        double at = within(cp_scale_index(&out->scale, i), width, way->low, way->high);

        if (way->broken && (cp_text_lines(label) > MOST_LINES || width > room + 1e-6))
            return false;
        add_tick(out, at, out->scale.names[i], label);
        out->left[out->count - 1] += (width - box) / 2;
    }
    out->left_out = out->scale.count - out->count;
    return stands_apart(out, space);
}

static void name_ticks(cp_arena *page, const cp_plot *plot, const cp_looks *looks, double low,
                       double high, cp_x_ticks *out)
{
    naming way = { looks, plot->x.node, 1, false, low, high };

    if (name_ticks_fit(page, &way, out))
        return;
    way.broken = true;
    if (name_ticks_fit(page, &way, out))
        return;
    way.broken = false;
    for (way.stride = 2; way.stride < out->scale.count; way.stride++)
        if (name_ticks_fit(page, &way, out))
            return;
    make_room(page, out, 0);
    out->left_out = out->scale.count;
}

static cp_text *side_label(cp_arena *page, const cp_plot *plot, const cp_looks *looks, double width,
                           double pitch, cp_str name)
{
    cp_ink ink = *tick_ink(looks);
    cp_text *label;

    for (;; ink.size -= 0.5) {
        cp_text_box box
            = { .width = width, .line_height = ink.size * 1.25, .align = CP_ALIGN_RIGHT };
        cp_span span = { .text = name, .place = plot->x.node->place };

        label = cp_text_set(page, looks->fonts, &ink, &box, &span, 1, looks->report);
        if (cp_text_size(label).height <= pitch
            || ink.size - 0.5 < looks->style->chart.smallest_text)
            return label;
    }
}

static cp_str place_words(cp_arena *page, const cp_plot *plot, const cp_looks *looks, size_t index)
{
    const cp_scale *scale = &plot->x.scale;
    const cp_chart_style *style = &looks->style->chart;

    if (scale->kind == CP_SCALE_BAND)
        return scale->names[index];
    if (plot->x.period != CP_PERIOD_DAY)
        return period_words(page, plot, looks, index, SIZE_MAX);
    return cp_date_write(page, plot->x.formatted ? plot->x.format : style->day_format,
                         scale->days[index]);
}

double cp_x_names_width(cp_arena *page, const cp_plot *plot, const cp_looks *looks, double most)
{
    double width = 0;

    for (size_t i = 0; i < plot->x.scale.count; i++) {
        cp_text *label = cp_label_set(page, looks, tick_ink(looks),
                                      place_words(page, plot, looks, i), plot->x.node);

        width = fmax(width, cp_text_size(label).width);
    }
    return fmin(width, most);
}

/* All names, or every so many where they are too many. */
cp_x_ticks cp_x_names_make(cp_arena *page, const cp_plot *plot, const cp_looks *looks, double top,
                           double bottom, double width)
{
    cp_x_ticks ticks = { .scale = plot->x.scale };
    const cp_chart_style *style = &looks->style->chart;

    ticks.scale.r0 = top;
    ticks.scale.r1 = bottom;

    double step = cp_scale_step(&ticks.scale), pitch = style->smallest_text * 1.25;
    size_t stride = (size_t)fmax(ceil(pitch / fmax(step, 1e-3)), 1);

    make_room(page, &ticks, ticks.scale.count);
    for (size_t i = 0; i < ticks.scale.count; i += stride) {
        cp_str words = place_words(page, plot, looks, i);
        cp_text *label = side_label(page, plot, looks, width, step * (double)stride, words);

        if (cp_text_size(label).height > step * (double)stride + 0.5)
            continue;
        add_tick(&ticks, cp_scale_index(&ticks.scale, i), words, label);
        ticks.left[ticks.count - 1] = width;
    }
    ticks.left_out = ticks.scale.count - ticks.count;
    return ticks;
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
        name_ticks(page, plot, looks, low, high, &ticks);
    else if (ticks.scale.kind == CP_SCALE_LINEAR)
        number_ticks(page, plot, looks, low, high, &ticks);
    else if (!period_ticks(page, plot, looks, low, high, &ticks))
        date_ticks(page, plot, looks, low, high, &ticks);
    ticks.height = fmax(ticks.height, tick_ink(looks)->size);
    return ticks;
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
