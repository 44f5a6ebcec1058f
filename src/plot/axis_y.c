/* axis_y.c - round numbers up the sides. */

#include "plot/axis.h"

#include <math.h>

#include "base/decimal.h"
#include "base/number.h"

enum { MOST_WANTED = 7, MOST_INTERVALS = 10, USUAL_INTERVALS = 6, MOST_DECIMALS = 8 };

cp_text *cp_label_set(cp_arena *page, const cp_looks *looks, const cp_ink *ink, cp_str text,
                      const cp_node *asked)
{
    cp_text_box box = { .line_height = ink->size };
    cp_span span = { .text = text, .place = asked ? asked->place : (cp_place){ 0 } };

    return cp_text_set(page, looks->fonts, ink, &box, &span, 1, looks->report);
}

int cp_y_intervals(const cp_style *style, double height)
{
    double pitch = style->chart.tick.size * style->chart.tick_pitch;
    double intervals = floor((height - style->chart.legend_height) / pitch);

    return (int)fmin(fmax(intervals, 1), MOST_WANTED);
}

int cp_decimals_needed(double value, int most)
{
    for (int decimals = 0; decimals < most; decimals++) {
        double shifted = value * pow(10, decimals);

        if (fabs(shifted - round(shifted)) <= 1e-9 * fmax(1, fabs(shifted)))
            return decimals;
    }
    return most;
}

cp_number_format cp_y_format(const cp_y_axis *axis, int decimals)
{
    if (axis->formatted)
        return axis->format;
    return axis->fraction ? cp_number_format_usual('%', decimals > 2 ? decimals - 2 : 0)
                          : cp_number_format_usual('f', decimals);
}

/* Whether the spec's format can tell ticks with so many decimals apart. */
static bool format_suits(const cp_y_axis *axis, int decimals)
{
    const cp_number_format *format = &axis->format;

    if (!axis->formatted)
        return true;
    if (format->type == 'd')
        return decimals == 0;
    if (format->type != 'f' && !cp_number_format_is_percent(format))
        return true;

    int precision = format->precision < 0 ? 6 : format->precision;

    return decimals <= precision + (cp_number_format_is_percent(format) ? 2 : 0);
}

cp_str cp_y_head(cp_arena *arena, const cp_y_axis *axis)
{
    if (axis->name.size == 0 || axis->head.size == 0)
        return axis->name.size == 0 ? axis->head : axis->name;
    return cp_str_printf(arena, CP_FMT "（" CP_FMT "）", CP_ARG(axis->name), CP_ARG(axis->head));
}

cp_str cp_y_write(cp_arena *page, const cp_y_axis *axis, const cp_number_format *format,
                  double value)
{
    return cp_number_write(page, format, axis->absolute ? fabs(value) : value);
}

/* The reach that ticks must cover, and whether the user set it. */
static bool reach(const cp_y_axis *axis, double room, double *low, double *high)
{
    double lines = axis->room_below + axis->room_above;
    double more = (axis->high - axis->low) * room / fmax(1 - lines * room, 0.3);

    *low = axis->low;
    *high = axis->high;
    if (axis->domain.count == 2) {
        *low = axis->domain.item[0];
        *high = axis->domain.item[1];
        return true;
    }
    *low -= more * axis->room_below;
    *high += more * axis->room_above;
    for (size_t i = 0; i < axis->breaks.count; i++) {
        *low = fmin(*low, axis->breaks.item[i]);
        *high = fmax(*high, axis->breaks.item[i]);
    }
    return axis->breaks.count > 0;
}

static bool is_log(const cp_y_axis *axis)
{
    return axis->wanted == CP_Y_LOG;
}

static bool share_zero(const cp_plot *plot, const double *low, const double *high)
{
    const cp_y_axis *left = &plot->y[CP_SIDE_LEFT], *right = &plot->y[CP_SIDE_RIGHT];

    if (left->align == CP_ALIGN_ZERO_NONE || right->align == CP_ALIGN_ZERO_NONE)
        return false;
    if (left->align == CP_ALIGN_ZERO || right->align == CP_ALIGN_ZERO)
        return true;
    return low[0] < 0 && high[0] > 0 && low[1] < 0 && high[1] > 0;
}

static void ranges(const cp_plot *plot, int intervals, double room, cp_nice nice[2])
{
    double low[2], high[2];
    bool set[2];

    for (int side = 0; side < 2; side++) {
        double step = plot->y[side].step;

        set[side] = reach(&plot->y[side], room, &low[side], &high[side]);
        nice[side] = step > 0 ? cp_nice_steps(low[side], high[side], step)
                              : cp_nice_range(low[side], high[side], intervals);
        if (set[side])
            nice[side].d0 = low[side], nice[side].d1 = high[side];
        set[side] = set[side] || step > 0;
    }
    if (plot->y[0].used && plot->y[1].used && !set[0] && !set[1] && !is_log(&plot->y[0])
        && !is_log(&plot->y[1]))
        cp_nice_pair(low, high, intervals, share_zero(plot, low, high), nice);
}

static bool ranges_suit(const cp_plot *plot, const cp_nice nice[2], int most, bool formats)
{
    for (int side = 0; side < 2; side++)
        if (plot->y[side].used && !is_log(&plot->y[side])
            && (nice[side].intervals > most
                || (formats && !format_suits(&plot->y[side], nice[side].decimals))))
            return false;
    return true;
}

/* As many intervals as suit the height; fewer where a format has too few
 * decimals for them, unless no number of intervals suits the format. */
static void choose_ranges(const cp_plot *plot, int intervals, double room, cp_nice nice[2])
{
    int most = (int)fmin(2 * intervals, fmax(intervals + 1, USUAL_INTERVALS));

    for (int formats = 1; formats >= 0; formats--)
        for (int wanted = intervals; wanted >= 1; wanted--) {
            ranges(plot, wanted, room, nice);
            if (ranges_suit(plot, nice, most, formats))
                return;
        }
    ranges(plot, intervals, room, nice);
}

/* Without the dust of multiplication: 3 * 0.1 is not 0.3. */
static double tidy(double value, int decimals)
{
    double power = pow(10, decimals);

    return decimals > 15 || fabs(value) * power > 1e15 ? value : round(value * power) / power;
}

double *cp_tick_values(cp_arena *page, const cp_nice *nice, size_t *count)
{
    double first = ceil(nice->d0 / nice->step - 1e-9), last = floor(nice->d1 / nice->step + 1e-9);
    double *value;

    *count = (size_t)fmin(fmax(last - first + 1, 0), CP_TICKS_MOST);
    value = cp_new_array(page, double, *count);
    for (size_t i = 0; i < *count; i++)
        value[i] = tidy((first + (double)i) * nice->step, nice->decimals);
    return value;
}

static void ticks_at_breaks(cp_arena *page, const cp_y_axis *axis, cp_y_ticks *out)
{
    out->value = cp_new_array(page, double, axis->breaks.count);
    out->count = 0;
    for (size_t i = 0; i < axis->breaks.count; i++)
        if (axis->breaks.item[i] >= out->scale.d0 && axis->breaks.item[i] <= out->scale.d1)
            out->value[out->count++] = axis->breaks.item[i];
}

/* Numbers that plain digits would write as many zeros. */
static bool is_remote(const cp_y_ticks *ticks)
{
    const double most = 1e15, least = pow(10, -MOST_DECIMALS);

    for (size_t i = 0; i < ticks->count; i++)
        if (fabs(ticks->value[i]) >= most)
            return true;
    return ticks->count > 0 && ticks->step < least;
}

/* With as many figures as tell the ticks apart. */
static cp_number_format remote_format(const cp_y_ticks *ticks)
{
    enum { LEAST_FIGURES = 4, SURE_FIGURES = 14 };
    int figures = LEAST_FIGURES;

    for (size_t i = 0; i < ticks->count; i++) {
        cp_decimal value = cp_decimal_figures(cp_decimal_from(ticks->value[i]), SURE_FIGURES);

        figures = value.count > figures ? value.count : figures;
    }
    return (cp_number_format){
        .fill = " ", .align = '>', .sign = '-', .type = 'g', .precision = figures, .trim = true
    };
}

static void write_ticks(cp_arena *page, const cp_y_axis *axis, const cp_looks *looks,
                        cp_y_ticks *out)
{
    int decimals = 0;

    for (size_t i = 0; i < out->count; i++)
        decimals = (int)fmax(decimals, cp_decimals_needed(out->value[i], MOST_DECIMALS + 1));

    cp_number_format format = cp_y_format(axis, decimals);
    bool suits = format_suits(axis, decimals);
    cp_ink ink = looks->style->chart.tick;

    if (axis->color.size > 0)
        ink.color = axis->ink;
    /* Two ticks that read alike would be a wrong number: then the format gives way. */
    if (!suits) {
        format.precision = cp_number_format_is_percent(&format) ? decimals - 2 : decimals;
        format.type = format.type == 'd' ? 'f' : format.type;
    }
    if (axis->formatted ? !suits && decimals > MOST_DECIMALS
                        : is_remote(out) || decimals > MOST_DECIMALS)
        format = remote_format(out);
    out->words = cp_new_array(page, cp_str, out->count);
    out->label = cp_new_array(page, cp_text *, out->count);
    for (size_t i = 0; i < out->count; i++) {
        out->words[i] = cp_y_write(page, axis, &format, out->value[i]);
        out->label[i] = cp_label_set(page, looks, &ink, out->words[i], axis->node);
        out->width = fmax(out->width, cp_text_size(out->label[i]).width);
    }
}

/* The nearest 1, 2 or 5 times a power of ten, not above the value or not below it. */
static double round_number(double value, bool up)
{
    double power = pow(10, floor(log10(value) + 1e-9)), part = value / power;

    if (up)
        return power * (part <= 1 + 1e-9 ? 1 : part <= 2 + 1e-9 ? 2 : part <= 5 + 1e-9 ? 5 : 10);
    return power * (part >= 5 - 1e-9 ? 5 : part >= 2 - 1e-9 ? 2 : 1);
}

/* Ticks at `parts` of every `stride`th decade. */
static void ticks_of_decades(const double *parts, size_t count, int stride, cp_y_ticks *out)
{
    int first = (int)floor(log10(out->scale.d0) - 1e-9), last = (int)ceil(log10(out->scale.d1));

    out->count = 0;
    for (int decade = first; decade <= last; decade += stride)
        for (size_t i = 0; i < count && out->count < 4 * MOST_INTERVALS; i++) {
            double value = cp_shift(parts[i], decade);

            if (value >= out->scale.d0 * (1 - 1e-9) && value <= out->scale.d1 * (1 + 1e-9))
                out->value[out->count++] = value;
        }
}

/* As fine as there is room for: 1 2 5, decades, every so many decades; within
 * less than a decade the round numbers of a plain axis. */
static void ticks_of_log(cp_arena *page, const cp_y_axis *axis, int intervals, cp_y_ticks *out)
{
    static const double parts[] = { 1, 2, 5 };
    bool set = axis->domain.count == 2;
    double low = set ? axis->domain.item[0] : axis->low;
    double high = set ? axis->domain.item[1] : axis->high;
    size_t most = (size_t)intervals + 2;

    out->scale.kind = CP_SCALE_LOG;
    out->scale.d0 = set ? low : round_number(low, false);
    out->scale.d1 = set ? high : round_number(high, true);
    if (!(out->scale.d0 < out->scale.d1))
        out->scale.d0 /= 2, out->scale.d1 *= 2;
    out->value = cp_new_array(page, double, 4 * MOST_INTERVALS);
    ticks_of_decades(parts, 3, 1, out);
    for (int stride = 1; out->count > most; stride++)
        ticks_of_decades(parts, 1, stride, out);
    out->step = out->count > 0 ? out->value[0] : out->scale.d0;
    if (out->count >= 3)
        return;

    cp_nice nice = cp_nice_range(low, high, intervals);

    if (!set && nice.d0 > 0)
        out->scale.d0 = nice.d0, out->scale.d1 = nice.d1;
    out->step = nice.step;
    out->count = 0;
    for (int i = 0; i <= nice.intervals; i++)
        if (cp_nice_tick(&nice, i) >= out->scale.d0 && cp_nice_tick(&nice, i) <= out->scale.d1)
            out->value[out->count++] = cp_nice_tick(&nice, i);
}

/* A step for each name, the first on top. */
static void ticks_of_names(cp_arena *page, const cp_y_axis *axis, const cp_looks *looks,
                           cp_y_ticks *out)
{
    size_t count = axis->name_count;

    out->scale.d0 = (double)count - 0.5;
    out->scale.d1 = -0.5;
    out->named = true;
    out->count = count;
    out->value = cp_new_array(page, double, count);
    out->words = cp_new_array(page, cp_str, count);
    out->label = cp_new_array(page, cp_text *, count);
    for (size_t i = 0; i < count; i++) {
        out->value[i] = (double)i;
        out->words[i] = axis->names[i];
        out->label[i]
            = cp_label_set(page, looks, &looks->style->chart.tick, axis->names[i], axis->node);
        out->width = fmax(out->width, cp_text_size(out->label[i]).width);
    }
}

void cp_y_ticks_make(cp_arena *page, const cp_plot *plot, const cp_looks *looks, int intervals,
                     double room, cp_y_ticks ticks[2])
{
    cp_nice nice[2];

    choose_ranges(plot, intervals, room, nice);
    for (int side = 0; side < 2; side++) {
        const cp_y_axis *axis = &plot->y[side];

        ticks[side] = (cp_y_ticks){
            .scale = { .kind = CP_SCALE_LINEAR, .d0 = nice[side].d0, .d1 = nice[side].d1 },
            .step = nice[side].step,
        };
        if (!axis->used)
            continue;
        if (axis->name_count > 0) {
            ticks_of_names(page, axis, looks, &ticks[side]);
            continue;
        }
        if (axis->wanted == CP_Y_SQRT)
            ticks[side].scale.kind = CP_SCALE_SQRT;
        if (is_log(axis))
            ticks_of_log(page, axis, intervals, &ticks[side]);
        if (axis->breaks.count > 0)
            ticks_at_breaks(page, axis, &ticks[side]);
        else if (!is_log(axis))
            ticks[side].value = cp_tick_values(page, &nice[side], &ticks[side].count);
        write_ticks(page, axis, looks, &ticks[side]);
    }
}
