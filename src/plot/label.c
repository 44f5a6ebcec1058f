#include "plot/label.h"

#include <math.h>

#include "plot/bind.h"
#include "plot/color.h"
#include "plot/label_place.h"

/* More lines than this would label the margin full. */
enum { MOST_ENDS = 4, MOST_DECIMALS = 6, ALL_DECIMALS = 2 };

static size_t count_ends(const cp_plot *plot)
{
    size_t ends = 0;

    for (size_t i = 0; i < plot->series_count; i++)
        ends += (plot->series[i].mark->class->traits & CP_MARK_ENDS) != 0;
    return ends;
}

static bool writes_own(const cp_series *series)
{
    const cp_mark_class *class = series->mark->class;

    return class->words && (!(class->traits & CP_MARK_NAMES) || series->text);
}

static bool is_constant(const cp_series *series)
{
    return series->mark->class->channels->channel == CP_CHANNEL_AT;
}

/* What `auto` means: few lines on a single axis carry their last values, and
 * what is computed says its value. */
static unsigned wanted_labels(const cp_plot *plot, const cp_series *series)
{
    unsigned labels = series->mark->labels;

    if (writes_own(series))
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

static bool has_end_label(const cp_plot *plot, const cp_series *series)
{
    return (series->mark->class->traits & CP_MARK_ENDS)
           && (wanted_labels(plot, series) & (CP_LABEL_LAST | CP_LABEL_NAME));
}

/* The last row that has a value; its count if there is none. */
static size_t last_row(const cp_series *series)
{
    for (size_t i = series->count; i-- > 0;)
        if (!isnan(series->y[i]))
            return i;
    return series->count;
}

static double value_at(const cp_series *series, size_t row)
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
static size_t labelled_rows(const cp_plot *plot, const cp_series *series, size_t rows[4])
{
    unsigned wanted = wanted_labels(plot, series);
    size_t found[4], count = 0, last = last_row(series);

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
        bool twice = has_end_label(plot, series) && found[i] == last;

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
    bool names = is_constant(series) || (series->mark->class->traits & CP_MARK_NAMES);

    if (writes_own(series) && !names && series->mark->labels != CP_LABEL_NONE)
        return CP_LABEL_ALL;
    return wanted_labels(plot, series);
}

static int decimals_of(const cp_plot *plot, const cp_series *series)
{
    unsigned wanted = values_written(plot, series);
    size_t rows[4], count = labelled_rows(plot, series, rows), last = last_row(series);
    int needed = 0;

    if (wanted == CP_LABEL_NONE || series->mark->formatted || last == series->count)
        return 0;
    if (has_end_label(plot, series) || is_constant(series))
        needed = cp_decimals_needed(value_at(series, last), MOST_DECIMALS);
    for (size_t i = 0; i < count; i++)
        needed = (int)fmax(needed, cp_decimals_needed(value_at(series, rows[i]), MOST_DECIMALS));
    for (size_t i = 0; (wanted & CP_LABEL_ALL) && i < series->count; i++)
        if (!isnan(series->y[i]))
            needed = (int)fmax(needed, cp_decimals_needed(value_at(series, i), MOST_DECIMALS));
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
static cp_number_format label_format(const cp_plot *plot, const cp_series *series,
                                     const cp_y_ticks *ticks)
{
    const cp_number_format general = { .fill = " ",
                                       .align = '>',
                                       .sign = '-',
                                       .comma = true,
                                       .precision = 3,
                                       .type = 'r',
                                       .trim = true };

    if (series->mark->formatted)
        return series->mark->common->format;
    /* On a log scale values of all sizes stand beside each other. */
    if (plot->y[series->side].wanted == CP_Y_LOG && !plot->y[series->side].formatted
        && !plot->y[series->side].fraction)
        return general;
    return cp_y_format(&plot->y[series->side],
                       label_decimals(plot, series->side, &ticks[series->side]));
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
            color = cp_color_to_read_on(cp_label_ground(style, other), CP_LABEL_LEGIBLE, color);
    }
    return color;
}

/* What stands on ink of this colour is the page's colour or the values' own. */
static cp_color color_on(const cp_style *style, cp_color ground)
{
    cp_color page = style->page.background, ink = style->chart.value.color;

    return cp_color_contrast(page, ground) > cp_color_contrast(ink, ground) ? page : ink;
}

static cp_ink label_ink(const cp_plot *plot, const cp_looks *looks, const cp_series *series)
{
    cp_ink ink = looks->style->chart.value;

    if (series->base && !(series->ranged && series->mark->class->traits & CP_MARK_ENDS))
        ink.color = color_on(looks->style, series->color);
    else if ((series->mark->class->traits & CP_MARK_ENDS) || is_constant(series))
        ink.color = color_of_end(plot, looks->style, series);
    return ink;
}

static void set_label(cp_arena *page, const cp_looks *looks, cp_value_label *label)
{
    cp_size size;

    label->text = cp_label_set(page, looks, &label->ink, label->words, label->series->mark->node);
    size = cp_text_size(label->text);
    label->rect.width = size.width;
    label->rect.height = size.height;
}

static cp_value_label label_new(cp_arena *page, const cp_plot *plot, const cp_looks *looks,
                                const cp_series *series, cp_str words, double size)
{
    cp_value_label label
        = { .series = series, .words = words, .ink = label_ink(plot, looks, series) };

    label.ink.size = fmin(label.ink.size, size);
    set_label(page, looks, &label);
    return label;
}

static cp_str stat_name(const cp_looks *looks, const cp_series *series)
{
    const int *stat = cp_mark_option(series->mark, "stat");
    const cp_texts *names = &looks->style->chart.stat_names;

    return stat && *stat > 0 && (size_t)*stat <= names->count ? names->item[*stat - 1] : CP_STR("");
}

/* A name, a value, or both. */
static cp_str end_words(cp_arena *page, const cp_plot *plot, const cp_looks *looks,
                        const cp_series *series, double value, const cp_y_ticks *ticks)
{
    unsigned wanted = wanted_labels(plot, series);
    cp_number_format format = label_format(plot, series, ticks);
    cp_str name = series->name.size > 0 ? series->name : stat_name(looks, series);
    cp_str number = cp_y_write(page, &plot->y[series->side], &format, value);

    if (!(wanted & CP_LABEL_NAME) || name.size == 0)
        return number;
    if (!(wanted & CP_LABEL_LAST) || isnan(value))
        return name;
    return cp_str_printf(page, CP_FMT " " CP_FMT, CP_ARG(name), CP_ARG(number));
}

/* Whether the series reaches the last place there is on x. */
static bool ends_last(const cp_plot *plot, const cp_series *series)
{
    const cp_scale *x = &plot->x.scale;
    size_t last = last_row(series);
    bool steps = x->kind == CP_SCALE_DAYS || x->kind == CP_SCALE_BAND;

    return last < series->count && series->x[last] >= (steps ? (double)x->count - 1 : x->d1);
}

/* With steps so wide that the margin is far from the line's end, the label stays
 * with the end; a name is too long for that. */
static bool stands_outside(const cp_plot *plot, const cp_looks *looks, const cp_series *series,
                           double width)
{
    const cp_scale *x = &plot->x.scale;
    bool steps = x->kind == CP_SCALE_DAYS || x->kind == CP_SCALE_BAND;
    bool named = wanted_labels(plot, series) & CP_LABEL_NAME;

    if (plot->flip || plot->y[CP_SIDE_RIGHT].used || !has_end_label(plot, series)
        || !ends_last(plot, series))
        return false;
    return named || !steps || width / (double)x->count / 2 <= looks->style->chart.tick.size;
}

double cp_end_labels_width(cp_arena *page, const cp_plot *plot, const cp_looks *looks,
                           const cp_y_ticks ticks[2], double box_width)
{
    double width = 0;

    for (size_t i = 0; i < plot->series_count; i++) {
        const cp_series *series = &plot->series[i];

        if (!stands_outside(plot, looks, series, box_width))
            continue;

        cp_str words
            = end_words(page, plot, looks, series, value_at(series, last_row(series)), ticks);
        cp_value_label label = label_new(page, plot, looks, series, words, INFINITY);

        width = fmax(width, label.rect.width + looks->style->chart.label_gap);
    }
    return width;
}

double cp_value_labels_width(const cp_layout *layout)
{
    const cp_plot *plot = layout->plot;
    double width = 0;

    for (size_t i = 0; i < plot->series_count; i++) {
        const cp_series *series = &plot->series[i];

        bool inside = !(wanted_labels(plot, series) & (CP_LABEL_ALL | CP_LABEL_TOTAL))
                      || series->ranged
                      || (series->base && !(wanted_labels(plot, series) & CP_LABEL_TOTAL));

        if (inside && !cp_mark_writes_outside(series->mark))
            continue;
        /* Before there are ticks the format is near enough. */
        cp_y_ticks rough[2] = { { .step = 1 }, { .step = 1 } };
        cp_number_format format = label_format(plot, series, rough);

        for (size_t row = 0; row < series->count; row++) {
            cp_str words
                = cp_y_write(layout->page, &plot->y[series->side], &format, series->y[row]);
            cp_value_label label
                = label_new(layout->page, plot, layout->looks, series, words, INFINITY);

            width = fmax(width, label.rect.width + 2 * layout->looks->style->chart.label_gap);
        }
    }
    return width;
}

/* In the margin, or where steps are wide right beside the line's end. */
static double outside_left(const cp_layout *layout, double end)
{
    const cp_chart_style *style = &layout->looks->style->chart;
    double margin = layout->area.x + layout->area.width + style->label_gap;
    double beside = end + style->dot_size / 2 + style->label_gap;

    return margin - beside > style->tick.size ? beside : margin;
}

static void label_ends(const cp_layout *layout, cp_value_labels *labels)
{
    const cp_plot *plot = layout->plot;
    const cp_chart_style *style = &layout->looks->style->chart;
    cp_value_label **outside = cp_new_array(layout->page, cp_value_label *, plot->series_count);
    size_t count = 0;

    for (size_t i = 0; i < plot->series_count; i++) {
        const cp_series *series = &plot->series[i];
        size_t last = last_row(series);

        if (!has_end_label(plot, series) || last == series->count)
            continue;

        cp_str words = end_words(layout->page, plot, layout->looks, series, value_at(series, last),
                                 layout->y);
        cp_value_label label
            = label_new(layout->page, plot, layout->looks, series, words, INFINITY);

        if (stands_outside(plot, layout->looks, series, layout->box.width)) {
            label.rect.x = outside_left(layout, layout->views[i].x[last]);
            label.rect.y = layout->views[i].y[last] - label.rect.height / 2;
            outside[count++] = &labels->item[labels->count];
        } else {
            cp_label_place_at_line(layout, i, last, true, labels, &label);
        }
        labels->item[labels->count++] = label;
    }
    /* Half a label may stand below the foot: more would meet the labels of x. */
    cp_labels_spread(outside, count, layout->area.y - style->top_gap,
                     layout->area.y + layout->area.height + style->value.size / 2);
}

/* Beyond the end of its bar, or where that is not free, within it. */
static bool fit_at_value(const cp_layout *layout, const cp_value_labels *labels, size_t number,
                         size_t row, cp_value_label *label)
{
    const cp_mark_view *view = &layout->views[number];
    const cp_style *style = layout->looks->style;

    cp_label_place_at_value(layout, view, row, false, label);
    if (cp_label_is_free(layout, labels, label, view, row))
        return true;
    if (view->base || view->width <= 0)
        return false;
    cp_label_place_at_value(layout, view, row, true, label);
    if (!cp_label_is_within(layout, label, view, row)
        || !cp_label_is_free(layout, labels, label, view, row))
        return false;
    label->ink.color
        = color_on(style, view->y[row] > view->zero ? label->series->below : label->series->color);
    set_label(layout->page, layout->looks, label);
    return true;
}

static void label_value(const cp_layout *layout, size_t number, size_t row, double size,
                        cp_value_labels *labels)
{
    const cp_plot *plot = layout->plot;
    const cp_series *series = &plot->series[number];
    cp_number_format format = label_format(plot, series, layout->y);
    cp_str words = cp_y_write(layout->page, &plot->y[series->side], &format, value_at(series, row));
    cp_value_label label = label_new(layout->page, plot, layout->looks, series, words, size);
    bool line = series->mark->class->traits & CP_MARK_ENDS && !series->base;
    bool free = line ? cp_label_place_at_line(layout, number, row, false, labels, &label)
                     : fit_at_value(layout, labels, number, row, &label);

    if (free)
        labels->item[labels->count++] = label;
    else
        labels->left_out++, labels->crowded = series;
}

static void label_values(const cp_layout *layout, size_t number, double size,
                         cp_value_labels *labels)
{
    const cp_series *series = &layout->plot->series[number];
    bool all = wanted_labels(layout->plot, series) & CP_LABEL_ALL;
    size_t rows[4], count = labelled_rows(layout->plot, series, rows);

    for (size_t i = 0; all && i < series->count; i++)
        if (!isnan(series->y[i]) && !(series->base && value_at(series, i) == 0)
            && !(has_end_label(layout->plot, series) && i == last_row(series)))
            label_value(layout, number, i, size, labels);
    for (size_t i = 0; !all && i < count; i++)
        label_value(layout, number, rows[i], size, labels);
}

/* A rule's words stand above or below it at one of its ends; upright, beside its head. */
static void label_rules(const cp_layout *layout, cp_value_labels *labels)
{
    const cp_plot *plot = layout->plot;

    for (size_t i = 0; i < plot->series_count; i++) {
        const cp_series *series = &plot->series[i];

        if (!is_constant(series)
            || !(wanted_labels(plot, series) & (CP_LABEL_LAST | CP_LABEL_NAME)))
            continue;

        cp_str words
            = end_words(layout->page, plot, layout->looks, series, series->y[0], layout->y);

        if (words.size == 0)
            continue;

        cp_value_label label
            = label_new(layout->page, plot, layout->looks, series, words, INFINITY);

        cp_label_place_at_rule(layout, i, labels, &label);
        labels->item[labels->count++] = label;
    }
}

/* The sums of whole stacks, above them. */
static void label_totals(const cp_layout *layout, size_t number, double size,
                         cp_value_labels *labels)
{
    const cp_plot *plot = layout->plot;
    const cp_series *series = &plot->series[number];
    cp_number_format format = label_format(plot, series, layout->y);

    for (size_t row = 0; row < series->count; row++) {
        double sum = 0, top = NAN;

        for (size_t i = 0; i < plot->series_count; i++) {
            const cp_series *other = &plot->series[i];
            const cp_mark_view *view = &layout->views[i];

            if (other->mark->class != series->mark->class || other->side != series->side
                || !other->base || other->ranged)
                continue;
            for (size_t j = 0; j < other->count; j++)
                if (other->x[j] == series->x[row] && !isnan(other->y[j])) {
                    sum += value_at(other, j);
                    top = fmin(isnan(top) ? INFINITY : top, view->y[j]);
                }
        }
        if (isnan(top))
            continue;

        cp_value_label label
            = label_new(layout->page, plot, layout->looks, series,
                        cp_y_write(layout->page, &plot->y[series->side], &format, sum), size);

        label.ink.color = layout->looks->style->chart.value.color;
        set_label(layout->page, layout->looks, &label);
        cp_label_place_beyond(layout, &layout->views[number], row, top, &label);
        if (cp_label_is_free(layout, labels, &label, NULL, row))
            labels->item[labels->count++] = label;
        else
            labels->left_out++, labels->crowded = series;
    }
}

/* Thousands of labels find no room anyway, and looking for it would take its time. */
static const size_t most_labels = 2000;

/* What the marks that write their own words wrote, by each one's first series. */
typedef struct own_words {
    size_t count;
    cp_mark_words *of; /* [series_count] */
} own_words;

static cp_mark_words words_of_mark(const cp_layout *layout, size_t first, size_t count)
{
    const cp_series *series = &layout->plot->series[first];
    unsigned labels = series->mark->labels;
    cp_mark_writing writing = { .views = layout->views + first,
                                .count = count,
                                .box = layout->box,
                                .all = labels & CP_LABEL_ALL,
                                .none = labels == CP_LABEL_NONE,
                                .formatted = series->mark->formatted,
                                .value = series->value_column,
                                .format = label_format(layout->plot, series, layout->y) };

    /* cppcheck-suppress returnDanglingLifetime ; what comes back lives in the page's arena */
    return series->mark->class->words(&writing);
}

static own_words write_own(const cp_layout *layout)
{
    const cp_plot *plot = layout->plot;
    own_words own = { .of = cp_new_array(layout->page, cp_mark_words, plot->series_count) };

    for (size_t i = 0, next; i < plot->series_count; i = next) {
        for (next = i + 1; next < plot->series_count; next++)
            if (plot->series[next].mark != plot->series[i].mark)
                break;
        if (writes_own(&plot->series[i]))
            own.of[i] = words_of_mark(layout, i, next - i);
        own.count += own.of[i].count;
    }
    return own;
}

static void take_own(const cp_layout *layout, const own_words *own, cp_value_labels *labels)
{
    for (size_t i = 0; i < layout->plot->series_count; i++) {
        const cp_series *series = &layout->plot->series[i];

        for (size_t k = 0; k < own->of[i].count; k++) {
            const cp_mark_word *word = &own->of[i].item[k];

            labels->item[labels->count++] = (cp_value_label){ .series = series + word->series,
                                                              .words = word->words,
                                                              .text = word->text,
                                                              .rect = word->rect };
        }
        labels->left_out += own->of[i].left_out;
        if (own->of[i].left_out > 0)
            labels->crowded = series;
    }
}

static size_t count_labels(const cp_plot *plot, const cp_series **crowded)
{
    size_t count = 0;

    for (size_t i = 0; i < plot->series_count; i++) {
        const cp_series *series = &plot->series[i];

        count += 5;
        if (wanted_labels(plot, series) & (CP_LABEL_ALL | CP_LABEL_TOTAL)) {
            count += 2 * series->count;
            *crowded = series;
        }
    }
    return count;
}

static cp_value_labels labels_of_size(const cp_layout *layout, const own_words *own, double size,
                                      size_t most)
{
    const cp_plot *plot = layout->plot;
    cp_value_labels labels
        = { .item = cp_new_array(layout->page, cp_value_label, most + own->count) };

    take_own(layout, own, &labels);

    for (size_t i = 0; i < plot->series_count; i++)
        if (!is_constant(&plot->series[i]))
            label_values(layout, i, size, &labels);
    for (size_t i = 0; i < plot->series_count; i++)
        if (wanted_labels(plot, &plot->series[i]) & CP_LABEL_TOTAL)
            label_totals(layout, i, size, &labels);
    label_ends(layout, &labels);
    label_rules(layout, &labels);
    return labels;
}

/* In the style's size, or in the largest that leaves none out. */
cp_value_labels cp_value_labels_make(const cp_layout *layout)
{
    const cp_chart_style *style = &layout->looks->style->chart;
    cp_value_labels labels = { 0 }, best;
    size_t most = count_labels(layout->plot, &labels.crowded);
    own_words own = write_own(layout);

    if (most > 2 * most_labels) {
        labels.left_out = most / 2;
        return labels;
    }
    best = labels_of_size(layout, &own, style->value.size, most);
    for (double size = style->value.size - 0.5; best.left_out > 0 && size >= style->smallest_text;
         size -= 0.5) {
        labels = labels_of_size(layout, &own, size, most);
        if (labels.left_out < best.left_out)
            best = labels;
    }
    return best;
}

void cp_value_labels_draw(const cp_value_labels *labels, cairo_t *cr)
{
    for (size_t i = 0; i < labels->count; i++)
        cp_text_draw(labels->item[i].text, cr, labels->item[i].rect.x, labels->item[i].rect.y);
}
