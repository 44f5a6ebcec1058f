/* axis_y.c - round numbers up the sides. */

#include "plot/axis.h"

#include <math.h>

#include "paint/output.h"

enum { MOST_INTERVALS = 10, USUAL_INTERVALS = 6, MOST_DECIMALS = 8 };

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

    return (int)fmin(fmax(intervals, 1), MOST_INTERVALS);
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

static bool is_percent(const cp_number_format *format)
{
    return format->type == '%' || format->type == 'p';
}

cp_number_format cp_y_format(const cp_y_axis *axis, int decimals)
{
    if (axis->formatted)
        return axis->format;
    return (cp_number_format){ .fill = " ",
                               .align = '>',
                               .sign = '-',
                               .comma = true,
                               .precision = axis->fraction && decimals >= 2 ? decimals - 2
                                            : axis->fraction                ? 0
                                                                            : decimals,
                               .type = axis->fraction ? '%' : 'f' };
}

/* Whether the spec's format can tell ticks with so many decimals apart. */
static bool format_suits(const cp_y_axis *axis, int decimals)
{
    const cp_number_format *format = &axis->format;

    if (!axis->formatted)
        return true;
    if (format->type == 'd')
        return decimals == 0;
    if (format->type != 'f' && !is_percent(format))
        return true;

    int precision = format->precision < 0 ? 6 : format->precision;

    return decimals <= precision + (is_percent(format) ? 2 : 0);
}

/* The reach that ticks must cover, and whether the user set it. */
static bool reach(const cp_y_axis *axis, double *low, double *high)
{
    *low = axis->low;
    *high = axis->high;
    if (axis->domain.count == 2) {
        *low = axis->domain.item[0];
        *high = axis->domain.item[1];
        return true;
    }
    for (size_t i = 0; i < axis->breaks.count; i++) {
        *low = fmin(*low, axis->breaks.item[i]);
        *high = fmax(*high, axis->breaks.item[i]);
    }
    return axis->breaks.count > 0;
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

static void ranges(const cp_plot *plot, int intervals, cp_nice nice[2])
{
    double low[2], high[2];
    bool set[2];

    for (int side = 0; side < 2; side++) {
        set[side] = reach(&plot->y[side], &low[side], &high[side]);
        nice[side] = cp_nice_range(low[side], high[side], intervals);
        if (set[side])
            nice[side].d0 = low[side], nice[side].d1 = high[side];
    }
    if (plot->y[0].used && plot->y[1].used && !set[0] && !set[1])
        cp_nice_pair(low[0], high[0], low[1], high[1], intervals, share_zero(plot, low, high),
                     &nice[0], &nice[1]);
}

static bool ranges_suit(const cp_plot *plot, const cp_nice nice[2], int most, bool formats)
{
    for (int side = 0; side < 2; side++)
        if (plot->y[side].used
            && (nice[side].intervals > most
                || (formats && !format_suits(&plot->y[side], nice[side].decimals))))
            return false;
    return true;
}

/* As many intervals as suit the height; fewer where a format has too few
 * decimals for them, unless no number of intervals suits the format. */
static void choose_ranges(const cp_plot *plot, int intervals, cp_nice nice[2])
{
    int most = (int)fmin(2 * intervals, fmax(intervals + 1, USUAL_INTERVALS));

    for (int formats = 1; formats >= 0; formats--)
        for (int wanted = intervals; wanted >= 1; wanted--) {
            ranges(plot, wanted, nice);
            if (ranges_suit(plot, nice, most, formats))
                return;
        }
    ranges(plot, intervals, nice);
}

/* Without the dust of multiplication: 3 * 0.1 is not 0.3. */
static double tidy(double value, int decimals)
{
    double power = pow(10, decimals);

    return decimals > 15 || fabs(value) * power > 1e15 ? value : round(value * power) / power;
}

static void ticks_at_steps(cp_arena *page, const cp_nice *nice, cp_y_ticks *out)
{
    double first = ceil(nice->d0 / nice->step - 1e-9), last = floor(nice->d1 / nice->step + 1e-9);
    size_t most = (size_t)fmin(fmax(last - first + 1, 0), 10 * MOST_INTERVALS);

    out->value = cp_new_array(page, double, most);
    for (size_t i = 0; i < most; i++)
        out->value[out->count++] = tidy((first + (double)i) * nice->step, nice->decimals);
}

static void ticks_at_breaks(cp_arena *page, const cp_y_axis *axis, cp_y_ticks *out)
{
    out->value = cp_new_array(page, double, axis->breaks.count);
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

static void write_ticks(cp_arena *page, const cp_y_axis *axis, const cp_looks *looks,
                        cp_y_ticks *out)
{
    int decimals = 0;

    for (size_t i = 0; i < out->count; i++)
        decimals = (int)fmax(decimals, cp_decimals_needed(out->value[i], MOST_DECIMALS));

    cp_number_format format = cp_y_format(axis, decimals);

    /* Two ticks that read alike would be a wrong number: then the format gives way. */
    if (!format_suits(axis, decimals)) {
        format.precision = is_percent(&format) ? decimals - 2 : decimals;
        format.type = format.type == 'd' ? 'f' : format.type;
    }
    if (!axis->formatted && is_remote(out))
        format = (cp_number_format){
            .fill = " ", .align = '>', .sign = '-', .type = 'g', .precision = 4, .trim = true
        };
    out->words = cp_new_array(page, cp_str, out->count);
    out->label = cp_new_array(page, cp_text *, out->count);
    for (size_t i = 0; i < out->count; i++) {
        out->words[i] = cp_number_write(page, &format, out->value[i]);
        out->label[i]
            = cp_label_set(page, looks, &looks->style->chart.tick, out->words[i], axis->node);
        out->width = fmax(out->width, cp_text_size(out->label[i]).width);
    }
}

void cp_y_ticks_make(cp_arena *page, const cp_plot *plot, const cp_looks *looks, int intervals,
                     cp_y_ticks ticks[2])
{
    cp_nice nice[2];

    choose_ranges(plot, intervals, nice);
    for (int side = 0; side < 2; side++) {
        const cp_y_axis *axis = &plot->y[side];

        ticks[side] = (cp_y_ticks){
            .scale = { .kind = CP_SCALE_LINEAR, .d0 = nice[side].d0, .d1 = nice[side].d1 },
            .step = nice[side].step,
        };
        if (!axis->used)
            continue;
        if (axis->breaks.count > 0)
            ticks_at_breaks(page, axis, &ticks[side]);
        else
            ticks_at_steps(page, &nice[side], &ticks[side]);
        write_ticks(page, axis, looks, &ticks[side]);
    }
}

static void stroke_across(const cp_stroke *stroke, cp_rect area, double y, cairo_t *cr)
{
    cairo_set_line_width(cr, stroke->width);
    cairo_set_dash(cr, &stroke->dash, stroke->dash > 0 ? 1 : 0, 0);
    cairo_set_line_cap(cr, CAIRO_LINE_CAP_BUTT);
    cairo_move_to(cr, area.x, y);
    cairo_line_to(cr, area.x + area.width, y);
    cairo_stroke(cr);
    cairo_set_dash(cr, NULL, 0, 0);
}

static bool shows_zero(const cp_scale *scale)
{
    return scale->d0 <= 0 && scale->d1 >= 0;
}

void cp_grid_draw(const cp_looks *looks, const cp_y_ticks *ticks, cp_rect area, cairo_t *cr)
{
    const cp_stroke *grid = &looks->style->chart.grid;

    if (grid->width <= 0)
        return;
    cp_set_color(cr, grid->color);
    for (size_t i = 0; i < ticks->count; i++)
        if (ticks->value[i] != 0)
            stroke_across(grid, area, cp_scale_number(&ticks->scale, ticks->value[i]), cr);
}

void cp_base_line_draw(const cp_looks *looks, const cp_y_ticks *ticks, cp_rect area, cairo_t *cr)
{
    bool zero = shows_zero(&ticks->scale);
    const cp_stroke *stroke = zero ? &looks->style->chart.zero : &looks->style->chart.axis;

    if (stroke->width <= 0)
        return;
    cp_set_color(cr, stroke->color);
    stroke_across(stroke, area, zero ? cp_scale_number(&ticks->scale, 0) : area.y + area.height,
                  cr);
}

void cp_y_labels_draw(const cp_looks *looks, const cp_y_ticks *ticks, cp_side side, cp_rect area,
                      cairo_t *cr)
{
    double gap = looks->style->chart.tick_gap;

    for (size_t i = 0; i < ticks->count; i++) {
        cp_size size = cp_text_size(ticks->label[i]);
        double x = side == CP_SIDE_LEFT ? area.x - gap - size.width : area.x + area.width + gap;

        cp_text_draw(ticks->label[i], cr, x,
                     cp_scale_number(&ticks->scale, ticks->value[i]) - size.height / 2);
    }
}
