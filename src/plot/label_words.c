#include "plot/label_words.h"

#include <math.h>

#include "base/color.h"
#include "plot/bind.h"
#include "plot/color.h"

/* More lines than this would label the margin full. */
enum { MOST_ENDS = 4, MOST_DECIMALS = 6, ALL_DECIMALS = 2, FINER = 6 };

static size_t count_ends(const cp_plot *plot)
{
    size_t ends = 0;

    for (size_t i = 0; i < plot->series_count; i++)
        ends += (plot->series[i].mark->class->traits & CP_MARK_ENDS) != 0;
    return ends;
}

bool cp_label_writes_own(const cp_series *series)
{
    return series->mark->class->words != NULL;
}

bool cp_label_is_named(const cp_series *series)
{
    return series->mark->class->radius && series->text;
}

bool cp_label_is_constant(const cp_series *series)
{
    return series->mark->class->channels->channel == CP_CHANNEL_AT;
}

/* What `auto` means: few lines on a single axis carry their last values, and
 * what is computed says its value. */
unsigned cp_label_wanted(const cp_plot *plot, const cp_series *series)
{
    unsigned labels = series->mark->labels;

    if (cp_label_writes_own(series) || cp_label_is_named(series))
        return CP_LABEL_NONE;
    if (!(labels & CP_LABEL_AUTO))
        return labels;
    if (cp_rule_is_stat(series->mark))
        return CP_LABEL_NAME | CP_LABEL_LAST;
    if (series->base || !(series->mark->class->traits & CP_MARK_ENDS) || plot->flip
        || (plot->y[0].used && plot->y[1].used))
        return CP_LABEL_NONE;
    return count_ends(plot) <= MOST_ENDS ? CP_LABEL_LAST : CP_LABEL_NONE;
}

bool cp_label_has_end(const cp_plot *plot, const cp_series *series)
{
    return (series->mark->class->traits & CP_MARK_ENDS)
           && (cp_label_wanted(plot, series) & (CP_LABEL_LAST | CP_LABEL_NAME));
}

/* The last row that has a value; its count if there is none. */
size_t cp_label_last_row(const cp_series *series)
{
    for (size_t i = series->count; i-- > 0;)
        if (!isnan(series->y[i]))
            return i;
    return series->count;
}

double cp_label_value(const cp_series *series, size_t row)
{
    return series->base && !series->ranged ? series->y[row] - series->base[row] : series->y[row];
}

static size_t first_row(const cp_series *series)
{
    size_t row = 0;

    while (row < series->count && isnan(series->y[row]))
        row++;
    return row;
}

/* The first row of the largest value, or of the smallest. */
static size_t extreme_row(const cp_series *series, bool largest)
{
    size_t best = first_row(series);

    for (size_t i = best; i < series->count; i++)
        if (largest ? series->y[i] > series->y[best] : series->y[i] < series->y[best])
            best = i;
    return best;
}

/* The rows that carry a label; ends of lines are not among them. */
size_t cp_label_rows(const cp_plot *plot, const cp_series *series, size_t rows[4])
{
    unsigned wanted = cp_label_wanted(plot, series);
    size_t found[4], count = 0, last = cp_label_last_row(series);

    if (last == series->count)
        return 0;
    if ((wanted & CP_LABEL_LAST) && !(series->mark->class->traits & CP_MARK_ENDS))
        found[count++] = last;
    if (wanted & CP_LABEL_FIRST)
        found[count++] = first_row(series);
    if (wanted & CP_LABEL_MAX)
        found[count++] = extreme_row(series, true);
    if (wanted & CP_LABEL_MIN)
        found[count++] = extreme_row(series, false);

    size_t kept = 0;

    for (size_t i = 0; i < count; i++) {
        bool twice = cp_label_has_end(plot, series) && found[i] == last;

        for (size_t j = 0; j < kept; j++)
            twice = twice || rows[j] == found[i];
        if (!twice)
            rows[kept++] = found[i];
    }
    return kept;
}

/* Marks that write their own words write any of their values. */
static unsigned values_written(const cp_plot *plot, const cp_series *series)
{
    unsigned labels = series->mark->labels;

    if (cp_label_is_named(series))
        return labels & CP_LABEL_ALL;
    if (series->mark->class->traits & CP_MARK_SAYS)
        return CP_LABEL_NONE;
    if (cp_label_writes_own(series) && !cp_label_is_constant(series) && labels != CP_LABEL_NONE)
        return CP_LABEL_ALL;
    return cp_label_wanted(plot, series);
}

static int decimals_of(const cp_plot *plot, const cp_series *series)
{
    unsigned wanted = values_written(plot, series);
    size_t rows[4], count = cp_label_rows(plot, series, rows), last = cp_label_last_row(series);
    int needed = 0;

    if (wanted == CP_LABEL_NONE || series->mark->formatted || last == series->count)
        return 0;
    if (cp_label_has_end(plot, series) || cp_label_is_constant(series))
        needed = cp_decimals_needed(cp_label_value(series, last), MOST_DECIMALS);
    for (size_t i = 0; i < count; i++)
        needed
            = (int)fmax(needed, cp_decimals_needed(cp_label_value(series, rows[i]), MOST_DECIMALS));
    for (size_t i = 0; (wanted & CP_LABEL_ALL) && i < series->count; i++)
        if (!isnan(series->y[i]))
            needed
                = (int)fmax(needed, cp_decimals_needed(cp_label_value(series, i), MOST_DECIMALS));
    return needed;
}

/* One digit finer than the ticks, two where values stand alone, none that the
 * numbers do not have: the same for all labels of an axis. */
static int label_decimals(const cp_plot *plot, cp_side side, const cp_y_ticks *ticks)
{
    int fine = (int)fmax(1 - floor(log10(ticks->step) + 1e-9), 0), needed = 0;

    for (size_t i = 0; i < plot->series_count; i++) {
        const cp_series *series = &plot->series[i];

        if (series->side != side)
            continue;
        if (values_written(plot, series) & CP_LABEL_ALL)
            fine = (int)fmax(fine, series->whole ? 0 : ALL_DECIMALS);
        needed = (int)fmax(needed, decimals_of(plot, series));
    }
    return (int)fmin(fine, needed);
}

/* The mark's own format, else the axis's as the user gave it. */
cp_number_format cp_label_format(const cp_plot *plot, const cp_series *series,
                                 const cp_y_ticks *ticks)
{
    cp_number_format general = cp_number_format_usual('r', 3);

    general.trim = true;
    if (series->mark->formatted)
        return series->mark->common->format;
    /* On a log scale values of all sizes stand beside each other. */
    if (plot->y[series->side].wanted == CP_Y_LOG && !plot->y[series->side].formatted
        && !plot->y[series->side].fraction)
        return general;
    return cp_y_format(&plot->y[series->side],
                       label_decimals(plot, series->side, &ticks[series->side]));
}

cp_color cp_label_ground(const cp_style *style, const cp_series *series)
{
    unsigned traits = series->mark->class->traits;
    bool opaque = !(traits & CP_MARK_ENDS) || (series->base && !series->ranged);
    double share = opaque ? 1 : style->chart.area_opacity;
    cp_color page = style->page.background, color = series->color;

    return (cp_color){ page.red + (color.red - page.red) * share,
                       page.green + (color.green - page.green) * share,
                       page.blue + (color.blue - page.blue) * share, 1 };
}

static bool is_pale(const cp_style *style, cp_color color)
{
    return cp_color_contrast(color, style->page.background) < CP_LABEL_LEGIBLE;
}

/* Lines lend their labels their colour, dark enough for the page and for pale
 * bars that they may come to stand on. */
static cp_color color_of_end(const cp_plot *plot, const cp_style *style, const cp_series *series)
{
    cp_color color = cp_color_to_read(style, series->color);

    for (size_t i = 0; i < plot->series_count; i++) {
        const cp_series *other = &plot->series[i];

        if (other != series && (other->mark->class->traits & CP_MARK_FILLS)
            && is_pale(style, cp_label_ground(style, other)))
            color = cp_color_readable(color, cp_label_ground(style, other), CP_LABEL_LEGIBLE);
    }
    return color;
}

/* What stands on ink of this colour is the page's colour or the values' own. */
cp_color cp_label_color_on(const cp_style *style, cp_color ground)
{
    cp_color page = style->page.background, ink = style->chart.value.color;

    return cp_color_contrast(page, ground) > cp_color_contrast(ink, ground) ? page : ink;
}

static cp_ink ink_of(const cp_plot *plot, const cp_looks *looks, const cp_series *series)
{
    cp_ink ink = looks->style->chart.value;

    if (series->base && !(series->ranged && series->mark->class->traits & CP_MARK_ENDS))
        ink.color = cp_label_color_on(looks->style, series->color);
    else if ((series->mark->class->traits & CP_MARK_ENDS) || cp_label_is_constant(series))
        ink.color = color_of_end(plot, looks->style, series);
    return ink;
}

static cp_str stat_name(const cp_looks *looks, const cp_series *series)
{
    const int *stat = cp_mark_option(series->mark, "stat");
    const cp_texts *names = &looks->style->chart.stat_names;

    return stat && *stat > 0 && (size_t)*stat <= names->count ? names->item[*stat - 1] : CP_STR("");
}

/* A name, a value, or both. */
cp_str cp_label_end_words(cp_arena *page, const cp_plot *plot, const cp_looks *looks,
                          const cp_series *series, double value, const cp_y_ticks *ticks)
{
    unsigned wanted = cp_label_wanted(plot, series);
    cp_number_format format = cp_label_format(plot, series, ticks);
    cp_str name = series->name.size > 0 ? series->name : stat_name(looks, series);
    cp_str number = cp_y_write(page, &plot->y[series->side], &format, value);

    if (!(wanted & CP_LABEL_NAME) || name.size == 0)
        return number;
    if (!(wanted & CP_LABEL_LAST) || isnan(value))
        return name;
    return cp_str_printf(page, CP_FMT " " CP_FMT, CP_ARG(name), CP_ARG(number));
}

/* With the decimals the number has, two at the most: the ticks may have none. */
static cp_number_format plain_format(double value, bool percent)
{
    return cp_number_format_usual(percent ? '%' : 'f',
                                  cp_decimals_needed(value * (percent ? 100 : 1), ALL_DECIMALS));
}

/* Written as the edge is, it would read as a value within: then with more decimals. */
static cp_str apart_from(cp_arena *page, double edge, cp_number_format format, double value)
{
    cp_str words = cp_number_write(page, &format, value);

    for (int more = 0; more < FINER && cp_str_eq(words, cp_number_write(page, &format, edge));
         more++) {
        format.type = format.type == 'd' ? 'f' : format.type;
        format.precision = format.precision < 0 ? 1 : format.precision + 1;
        words = cp_number_write(page, &format, value);
    }
    return words;
}

static cp_str x_beyond(cp_arena *page, const cp_plot *plot, double x)
{
    bool percent = plot->x.formatted && cp_number_format_is_percent(&plot->x.number);
    double edge = fmin(fmax(x, plot->x.scale.d0), plot->x.scale.d1);

    return apart_from(page, edge, plain_format(x, percent), x);
}

static cp_str y_beyond(cp_arena *page, const cp_plot *plot, const cp_series *series, double y)
{
    const cp_y_axis *axis = &plot->y[series->side];
    double edge = fmin(fmax(y, axis->domain.item[0]), axis->domain.item[1]);
    cp_number_format format
        = series->mark->formatted ? series->mark->common->format : plain_format(y, axis->fraction);

    return axis->absolute ? apart_from(page, fabs(edge), format, fabs(y))
                          : apart_from(page, edge, format, y);
}

/* Of the axis, or of both, beyond whose ends it lies. */
static cp_str value_beyond(cp_arena *page, const cp_plot *plot, const cp_series *series, size_t row)
{
    bool across = series->beyond[row] & (CP_BEYOND_LEFT | CP_BEYOND_RIGHT);
    bool up = series->beyond[row] & (CP_BEYOND_ABOVE | CP_BEYOND_BELOW);
    cp_str x = across ? x_beyond(page, plot, series->x[row]) : CP_STR("");
    cp_str y = up ? y_beyond(page, plot, series, series->y[row]) : CP_STR("");

    return cp_str_printf(page, CP_FMT "%s" CP_FMT, CP_ARG(x), across && up ? ", " : "", CP_ARG(y));
}

cp_str cp_label_point_words(cp_arena *page, const cp_plot *plot, const cp_series *series,
                            size_t row, const cp_y_ticks *ticks)
{
    cp_number_format format = cp_label_format(plot, series, ticks);
    bool beyond = series->beyond && series->beyond[row];
    cp_str name = series->text ? series->text[row] : (cp_str){ 0 }, value = { 0 };

    if (beyond)
        value = value_beyond(page, plot, series, row);
    else if (!series->text || (series->mark->labels & CP_LABEL_ALL && name.size > 0))
        value = cp_y_write(page, &plot->y[series->side], &format, cp_label_value(series, row));
    if (name.size == 0 || value.size == 0)
        return name.size == 0 ? value : name;
    return cp_str_printf(page, CP_FMT " " CP_FMT, CP_ARG(name), CP_ARG(value));
}

/* In the dark form of their class's colour; those of a single series in that of all values. */
cp_ink cp_label_point_ink(const cp_looks *looks, const cp_series *series, size_t row)
{
    cp_ink ink = looks->style->chart.value;

    if (series->text)
        ink.bold = series->strong && series->strong[row];
    if (series->split)
        ink.color = cp_color_to_read(looks->style, series->color);
    return ink;
}

void cp_label_set_text(cp_arena *page, const cp_looks *looks, cp_value_label *label)
{
    cp_size size;

    label->text = cp_label_set(page, looks, &label->ink, label->words, label->series->mark->node);
    size = cp_text_size(label->text);
    label->rect.width = size.width;
    label->rect.height = size.height;
}

cp_value_label cp_label_new(cp_arena *page, const cp_plot *plot, const cp_looks *looks,
                            const cp_series *series, cp_str words, double size)
{
    cp_value_label label = { .series = series, .words = words, .ink = ink_of(plot, looks, series) };

    label.ink.size = fmin(label.ink.size, size);
    cp_label_set_text(page, looks, &label);
    return label;
}
