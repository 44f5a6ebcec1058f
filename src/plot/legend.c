#include "plot/legend.h"

#include <math.h>

#include "plot/axis.h"

static cp_text *head_text(cp_arena *page, const cp_plot *plot, const cp_looks *looks, int side)
{
    const cp_y_axis *axis = &plot->y[side];
    cp_str head = cp_y_head(page, axis);

    /* A cloud has room for it within, and below the foot there is some of two on their side. */
    bool elsewhere = cp_plot_is_cloud(plot) || cp_plot_has_top_axis(plot);

    return axis->used && head.size > 0 && !(side == CP_SIDE_LEFT && elsewhere)
               ? cp_label_set(page, looks, &looks->style->chart.unit, head, axis->node)
               : NULL;
}

static double head_width(const cp_legend *legend, int side)
{
    return legend->head[side] ? cp_text_size(legend->head[side]).width : 0;
}

/* The share of the box's width that keys at its right may take. */
static const double widest_share = 0.4;

static bool has_two_keys(const cp_series *series)
{
    return (series->mark->class->traits & CP_MARK_TWO_KEYS)
           && !cp_color_eq(series->color, series->below);
}

static double key_width(const cp_looks *looks, const cp_legend_entry *entry)
{
    const cp_chart_style *style = &looks->style->chart;

    if (entry->scale)
        return entry->key.width;
    if (has_two_keys(entry->series))
        return 2 * style->legend_square;
    return entry->series->mark->class->line_key ? style->legend_line : style->legend_square;
}

/* Key, gap and words, cut to `room`. */
static double entry_width(cp_arena *page, const cp_looks *looks, cp_legend_entry *entry,
                          double room)
{
    const cp_chart_style *style = &looks->style->chart;
    double key = key_width(looks, entry) + style->tick_gap;

    if (cp_text_size(entry->text).width > room - key)
        entry->text = cp_text_shorten(page, looks->fonts, &style->legend, entry->words, room - key,
                                      looks->report);
    return key + cp_text_size(entry->text).width;
}

static void put_entry(const cp_looks *looks, cp_legend_entry *entry, double x, size_t row)
{
    const cp_chart_style *style = &looks->style->chart;
    double width = key_width(looks, entry);
    double height = entry->scale ? entry->key.height : style->legend_square;
    double middle = ((double)row + 0.5) * style->legend_height;

    entry->key = (cp_rect){ x, middle - height / 2, width, height };
    entry->at
        = (cp_point){ x + width + style->tick_gap, middle - cp_text_size(entry->text).height / 2 };
}

/* As many columns of one width as fit; a single row needs no columns. */
static void put_in_rows(cp_arena *page, const cp_looks *looks, cp_legend *legend, double room)
{
    const cp_chart_style *style = &looks->style->chart;
    double x = 0, widest = 0;
    size_t columns, rows = 0;

    for (size_t i = 0; i < legend->count; i++) {
        double width = entry_width(page, looks, &legend->entries[i], room);

        put_entry(looks, &legend->entries[i], x, 0);
        legend->size.width = x + width;
        x += width + style->legend_gap;
        widest = fmax(widest, width);
    }
    columns = (size_t)fmax(1, floor((room + style->legend_gap) / (widest + style->legend_gap)));
    if (legend->size.width > room) {
        for (size_t i = 0; i < legend->count; i++)
            put_entry(looks, &legend->entries[i],
                      (double)(i % columns) * (widest + style->legend_gap), i / columns);
        rows = (legend->count + columns - 1) / columns - 1;
        legend->size.width = (double)columns * (widest + style->legend_gap) - style->legend_gap;
    }
    legend->size.height = (double)(rows + 1) * style->legend_height;
}

static void put_in_column(cp_arena *page, const cp_looks *looks, cp_legend *legend, double room)
{
    bool stacked = legend->count > 0;

    /* Keys of a stack stand as its pieces do. */
    for (size_t i = 0; i < legend->count; i++)
        stacked = stacked && legend->entries[i].series->base && !legend->entries[i].series->ranged;
    for (size_t i = 0; i < legend->count; i++) {
        legend->size.width
            = fmax(legend->size.width, entry_width(page, looks, &legend->entries[i], room));
        put_entry(looks, &legend->entries[i], 0, stacked ? legend->count - 1 - i : i);
    }
    legend->size.height = (double)legend->count * looks->style->chart.legend_height;
}

/* Two keys say what they are; on a chart of two axes each name says which is its own. */
static cp_str entry_words(cp_arena *page, const cp_plot *plot, const cp_looks *looks,
                          const cp_series *series)
{
    const cp_chart_style *style = &looks->style->chart;
    const cp_str suffixes[2][2] = { { style->left_suffix, style->right_suffix },
                                    { style->bottom_suffix, style->top_suffix } };
    cp_str sign = has_two_keys(series) ? style->sign_suffix : CP_STR("");
    cp_str side = plot->y[CP_SIDE_RIGHT].used ? suffixes[plot->flip][series->side] : CP_STR("");

    return cp_str_printf(page, CP_FMT CP_FMT CP_FMT, CP_ARG(series->name), CP_ARG(sign),
                         CP_ARG(side));
}

static void make_heads(cp_arena *page, const cp_plot *plot, const cp_looks *looks,
                       cp_legend *legend)
{
    for (int side = 0; side < 2; side++) {
        legend->head[side] = head_text(page, plot, looks, side);
        legend->head_side[side] = plot->flip ? CP_SIDE_RIGHT : (cp_side)side;
    }
}

static double heads_width(const cp_legend *legend, cp_side side)
{
    double width = 0;

    for (int i = 0; i < 2; i++)
        if (legend->head_side[i] == side)
            width = fmax(width, head_width(legend, i));
    return width;
}

static cp_mark_key key_of(cp_arena *page, const cp_looks *looks, const cp_series *series)
{
    return (cp_mark_key){ .options = series->mark->common,
                          .page = page,
                          .looks = looks,
                          .hatched = series->mark_hatched,
                          .color = series->color,
                          .below = series->below,
                          .index = series->index,
                          .split = series->split,
                          .value_low = series->value_low,
                          .value_high = series->value_high,
                          .value = series->value_column,
                          .format
                          = series->mark->formatted ? &series->mark->common->format : NULL };
}

static bool has_scale(const cp_series *series)
{
    return series->mark->class->scale && series->value && series->index == 0
           && series->value_low <= series->value_high;
}

static void add_scale(cp_arena *page, const cp_looks *looks, const cp_series *series,
                      cp_legend_entry *entry)
{
    cp_mark_key key = key_of(page, looks, series);
    cp_mark_scale_key scale = series->mark->class->scale(&key);

    entry->series = series;
    entry->scale = true;
    entry->words = scale.words;
    entry->key = (cp_rect){ 0, 0, scale.size.width, scale.size.height };
    entry->text
        = cp_label_set(page, looks, &looks->style->chart.legend, entry->words, series->mark->node);
}

cp_legend cp_legend_make(cp_arena *page, const cp_plot *plot, const cp_looks *looks,
                         cp_legend_place place, double left, cp_size box)
{
    const cp_chart_style *style = &looks->style->chart;
    cp_legend legend = { .place = place,
                         .clear = style->top_gap,
                         .entries = cp_new_array(page, cp_legend_entry, 2 * plot->series_count) };

    make_heads(page, plot, looks, &legend);
    for (size_t i = 0; place != CP_LEGEND_NONE && i < plot->series_count; i++) {
        cp_legend_entry *entry = &legend.entries[legend.count];

        if (!plot->series[i].keyed)
            continue;
        entry->series = &plot->series[i];
        entry->words = entry_words(page, plot, looks, entry->series);
        entry->text
            = cp_label_set(page, looks, &style->legend, entry->words, entry->series->mark->node);
        legend.count++;
    }
    for (size_t i = 0; place != CP_LEGEND_NONE && i < plot->series_count; i++)
        if (has_scale(&plot->series[i]))
            add_scale(page, looks, &plot->series[i], &legend.entries[legend.count++]);

    double head[2] = { heads_width(&legend, CP_SIDE_LEFT), heads_width(&legend, CP_SIDE_RIGHT) };
    double heads = head[0] > 0 || head[1] > 0 ? style->legend_height : 0;

    legend.left = head[0] > 0 ? fmax(left, head[0] + style->legend_gap) : left;
    legend.top = heads;
    if (legend.count == 0)
        return legend;
    if (place == CP_LEGEND_RIGHT || place == CP_LEGEND_INSIDE) {
        put_in_column(page, looks, &legend, box.width * widest_share);
    } else if (place == CP_LEGEND_BOTTOM) {
        put_in_rows(page, looks, &legend, box.width - left);
    } else {
        put_in_rows(page, looks, &legend,
                    box.width - legend.left - (head[1] > 0 ? head[1] + style->legend_gap : 0));
        legend.top = legend.size.height;
    }
    return legend;
}

void cp_legend_put(cp_legend *legend, cp_rect box, cp_rect area)
{
    legend->at = (cp_point){ box.x + legend->left, area.y - legend->clear - legend->size.height };
    if (legend->place == CP_LEGEND_BOTTOM)
        legend->at = (cp_point){ area.x + fmax((area.width - legend->size.width) / 2, 0),
                                 box.y + box.height - legend->size.height };
    if (legend->place == CP_LEGEND_RIGHT)
        legend->at = (cp_point){ box.x + box.width - legend->size.width,
                                 area.y + fmax((area.height - legend->size.height) / 2, 0) };
}

/* At the box's edges: nearer to the keys it would read as one of them. */
static double head_left(const cp_legend *legend, int side, cp_rect box)
{
    return legend->head_side[side] == CP_SIDE_LEFT ? box.x
                                                   : box.x + box.width - head_width(legend, side);
}

void cp_legend_draw(cp_arena *page, const cp_looks *looks, const cp_legend *legend, cp_rect box,
                    cp_rect area, cairo_t *cr)
{
    const cp_chart_style *style = &looks->style->chart;
    double middle = area.y - legend->clear - style->legend_height / 2;

    for (size_t i = 0; i < legend->count; i++) {
        const cp_legend_entry *entry = &legend->entries[i];
        const cp_mark_class *class = entry->series->mark->class;
        cp_mark_key key = key_of(page, looks, entry->series);

        key.box = entry->key;
        key.box.x += legend->at.x;
        key.box.y += legend->at.y;
        if (entry->scale)
            class->draw_scale(&key, cr);
        else
            class->draw_key(&key, cr);
        cp_text_draw(entry->text, cr, legend->at.x + entry->at.x, legend->at.y + entry->at.y);
    }
    for (int side = 0; side < 2; side++)
        if (legend->head[side])
            cp_text_draw(legend->head[side], cr, head_left(legend, side, box),
                         middle - cp_text_size(legend->head[side]).height / 2);
}
