/* axis_names.c - names along the foot, or down the side of a plot on its side. */

#include "plot/axis_x.h"

#include <math.h>

enum { MOST_LINES = 3 };

/* How names are tried: on one line each or broken to the width of a step; all
 * of them or every so many; cut, where each is longer than its step can take. */
typedef struct naming {
    const cp_looks *looks;
    const cp_node *asked;
    size_t stride;
    bool broken, cut;
    double low, high; /* that no label leaves */
} naming;

static cp_text *broken_label(cp_arena *page, const naming *way, double width, cp_str name)
{
    const cp_ink *ink = cp_x_ink(way->looks);
    cp_text_box box = { .width = width,
                        .line_height = ink->size + way->looks->style->chart.tick_gap,
                        .align = CP_ALIGN_CENTER };
    cp_span span = { .text = name, .place = way->asked->place };

    return cp_text_set(page, way->looks->fonts, ink, &box, &span, 1, way->looks->report);
}

/* Fewer letters than this tell no name. */
enum { LEAST_LETTERS = 3 };

/* In as few lines as `*width` allows, and then as even ones as that many allow;
 * `*width` becomes that of the box it was set in. */
static cp_text *name_label(cp_arena *page, const naming *way, double *width, cp_str name)
{
    cp_text *line = cp_label_set(page, way->looks, cp_x_ink(way->looks), name, way->asked), *label;
    double whole = cp_text_size(line).width;
    size_t lines;

    if (way->cut && whole > *width)
        return cp_text_shorten(page, way->looks->fonts, cp_x_ink(way->looks), name, *width,
                               way->looks->report);

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
         even += cp_x_ink(way->looks)->size / 4) {
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
    double space = cp_x_label_space(way->looks) * (way->broken ? 0.5 : 1);
    double room = cp_scale_step(&out->scale) - space;

    if ((way->broken && room < cp_x_ink(way->looks)->size)
        || (way->cut && room < LEAST_LETTERS * cp_x_ink(way->looks)->size))
        return false;
    cp_x_ticks_begin(page, out, out->scale.count);
    for (size_t i = 0; i < out->scale.count; i += way->stride) {
        double box = room;
        cp_text *label = name_label(page, way, &box, out->scale.names[i]);
        double width = cp_text_size(label).width;
        double at = cp_x_within(cp_scale_index(&out->scale, i), width, way->low, way->high);

        if (way->broken && (cp_text_lines(label) > MOST_LINES || width > room + 1e-6))
            return false;
        cp_x_ticks_add(out, at, out->scale.names[i], label);
        if (way->broken)
            out->left[out->count - 1] += (width - box) / 2;
    }
    out->left_out = out->scale.count - out->count;
    return cp_x_labels_apart(out, space);
}

void cp_x_names_label(cp_arena *page, const cp_plot *plot, const cp_looks *looks, double low,
                      double high, cp_x_ticks *out)
{
    naming way = { .looks = looks, .asked = plot->x.node, .stride = 1, .low = low, .high = high };

    if (name_ticks_fit(page, &way, out))
        return;
    way.broken = true;
    if (name_ticks_fit(page, &way, out))
        return;
    way.broken = false;
    for (way.stride = 2; way.stride < out->scale.count; way.stride++)
        if (name_ticks_fit(page, &way, out))
            return;
    way.stride = 1;
    way.cut = true;
    if (name_ticks_fit(page, &way, out))
        return;
    cp_x_ticks_begin(page, out, 0);
    out->left_out = out->scale.count;
}

static cp_text *side_label(cp_arena *page, const cp_plot *plot, const cp_looks *looks, double width,
                           double pitch, cp_str name)
{
    cp_ink ink = *cp_x_ink(looks);
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
        return cp_x_period_words(page, plot, looks, index, SIZE_MAX);
    return cp_date_write(page, plot->x.formatted ? plot->x.format : style->day_format,
                         scale->days[index]);
}

double cp_x_names_width(cp_arena *page, const cp_plot *plot, const cp_looks *looks, double most)
{
    double width = 0;

    for (size_t i = 0; i < plot->x.scale.count; i++) {
        cp_text *label = cp_label_set(page, looks, cp_x_ink(looks),
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

    cp_x_ticks_begin(page, &ticks, ticks.scale.count);
    for (size_t i = 0; i < ticks.scale.count; i += stride) {
        cp_str words = place_words(page, plot, looks, i);
        cp_text *label = side_label(page, plot, looks, width, step * (double)stride, words);

        if (cp_text_size(label).height > step * (double)stride + 0.5)
            continue;
        cp_x_ticks_add(&ticks, cp_scale_index(&ticks.scale, i), words, label);
        ticks.left[ticks.count - 1] = width;
    }
    ticks.left_out = ticks.scale.count - ticks.count;
    return ticks;
}
