/* axis_days.c - days along the foot, and months, quarters and years. */

#include "plot/axis_x.h"

#include <math.h>

#include "plot/dateticks.h"

/* From FEW to SOME labels are best; a year of months, and the one it is compared
 * with, may have a label each. */
enum { FEW = 5, SOME = 8, EACH = 13 };

typedef struct measuring {
    cp_arena *page;
    const cp_looks *looks;
} measuring;

static double label_width(void *context, cp_str label)
{
    const measuring *m = context;

    return cp_text_size(cp_label_set(m->page, m->looks, cp_x_ink(m->looks), label, NULL)).width;
}

static void date_ticks(cp_arena *page, const cp_plot *plot, const cp_looks *looks, double low,
                       double high, cp_x_ticks *out)
{
    const cp_chart_style *style = &looks->style->chart;
    measuring context = { page, looks };
    cp_date_setting how = { .formats = { style->day_format, style->month_format,
                                         style->short_month_format, style->year_format },
                            .space = cp_x_label_space(looks),
                            .low = low,
                            .high = high,
                            .width = label_width,
                            .context = &context };

    if (plot->x.formatted)
        how.formats
            = (cp_date_formats){ plot->x.format, plot->x.format, plot->x.format, plot->x.format };

    cp_date_ticks ticks = cp_date_ticks_choose(page, &out->scale, &how);

    cp_x_ticks_begin(page, out, ticks.count);
    for (size_t i = 0; i < ticks.count; i++)
        cp_x_ticks_add(
            out, ticks.ticks[i].at + ticks.shift[i], ticks.ticks[i].label,
            cp_label_set(page, looks, cp_x_ink(looks), ticks.ticks[i].label, plot->x.node));
}

/* Of a day's period, from the calendar's begin. */
static int period_number(cp_period period, cp_date day)
{
    cp_civil civil = cp_date_civil(day);

    return period == CP_PERIOD_YEAR      ? civil.year
           : period == CP_PERIOD_QUARTER ? civil.year * 4 + (civil.month - 1) / 3
                                         : civil.year * 12 + civil.month - 1;
}

/* A month names its year where it is the first label, or the year's first. */
cp_str cp_x_period_words(cp_arena *page, const cp_plot *plot, const cp_looks *looks, size_t index,
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

    cp_x_ticks_begin(page, out, out->scale.count);
    for (size_t i = 0; i < out->scale.count; i++) {
        if (period_number(plot->x.period, out->scale.days[i]) % stride != 0)
            continue;

        cp_str words = cp_x_period_words(page, plot, looks, i, before);
        cp_text *label = cp_label_set(page, looks, cp_x_ink(looks), words, plot->x.node);

        cp_x_ticks_add(
            out, cp_x_within(cp_scale_index(&out->scale, i), cp_text_size(label).width, low, high),
            words, label);
        before = i;
    }
    return out->count > 0 && cp_x_labels_apart(out, cp_x_label_space(looks));
}

/* How far the number of labels is from what reads best. */
static size_t distance(const cp_x_ticks *ticks)
{
    if (ticks->count == ticks->scale.count && ticks->count <= EACH)
        return 0;
    return ticks->count < FEW ? FEW - ticks->count : ticks->count > SOME ? ticks->count - SOME : 0;
}

/* Labels stand at all periods, or at every so many from the turn of the year. */
static void label_periods(cp_arena *page, const cp_plot *plot, const cp_looks *looks, double low,
                          double high, cp_x_ticks *out)
{
    static const int strides[][10] = { { 0 },
                                       { 1, 2, 3, 4, 6, 12, 24, 60, 120, 0 },
                                       { 1, 2, 4, 8, 20, 40, 0 },
                                       { 1, 2, 3, 5, 10, 20, 50, 100, 0 } };
    cp_x_ticks best = *out;
    size_t least = SIZE_MAX;

    for (const int *stride = strides[plot->x.period]; *stride && least > 0; stride++) {
        if (!period_ticks_fit(page, plot, looks, *stride, low, high, out) || distance(out) >= least)
            continue;
        least = distance(out);
        best = *out;
    }
    *out = best;
}

void cp_x_days_label(cp_arena *page, const cp_plot *plot, const cp_looks *looks, double low,
                     double high, cp_x_ticks *out)
{
    if (plot->x.period == CP_PERIOD_DAY)
        date_ticks(page, plot, looks, low, high, out);
    else
        label_periods(page, plot, looks, low, high, out);
}
