#include "plot/legend.h"

#include <math.h>

#include "plot/axis.h"

/* Where the next entry goes. */
typedef struct cursor {
    double x, width; /* width: of a row */
    size_t row;
} cursor;

static cp_text *head_text(cp_arena *page, const cp_plot *plot, const cp_looks *looks, int side)
{
    const cp_y_axis *axis = &plot->y[side];

    return axis->used && axis->head.size > 0
               ? cp_label_set(page, looks, &looks->style->chart.unit, axis->head, axis->node)
               : NULL;
}

static double head_width(const cp_legend *legend, int side)
{
    return legend->head[side] ? cp_text_size(legend->head[side]).width : 0;
}

/* An entry moves to a row of its own rather than be cut; what is wider than a row is cut. */
static void place_entry(cp_arena *page, const cp_looks *looks, cp_legend_entry *entry, cursor *pen)
{
    const cp_chart_style *style = &looks->style->chart;
    double row = style->legend_height, middle;
    cp_size key = { style->legend_square, style->legend_square };

    if (entry->series->mark->class->line_key)
        key.width = style->legend_line;

    double room = pen->width - key.width - style->tick_gap;

    if (cp_text_size(entry->text).width > room)
        entry->text = cp_text_shorten(page, looks->fonts, &style->legend, entry->words, room,
                                      looks->report);

    cp_size text = cp_text_size(entry->text);
    double width = key.width + style->tick_gap + text.width;

    if (pen->x > 0 && pen->x + width > pen->width) {
        pen->x = 0;
        pen->row++;
    }
    middle = ((double)pen->row + 0.5) * row;
    entry->key = (cp_rect){ pen->x, middle - key.height / 2, key.width, key.height };
    entry->at = (cp_point){ pen->x + key.width + style->tick_gap, middle - text.height / 2 };
    pen->x += width + style->legend_gap;
}

static cp_str entry_words(cp_arena *page, const cp_looks *looks, const cp_series *series)
{
    cp_str suffix = looks->style->chart.right_suffix;

    if (series->side == CP_SIDE_LEFT)
        return series->name;
    return cp_str_printf(page, CP_FMT CP_FMT, CP_ARG(series->name), CP_ARG(suffix));
}

cp_legend cp_legend_make(cp_arena *page, const cp_plot *plot, const cp_looks *looks, double left,
                         double width)
{
    const cp_chart_style *style = &looks->style->chart;
    cp_legend legend = { .entries = cp_new_array(page, cp_legend_entry, plot->series_count) };

    for (int side = 0; side < 2; side++)
        legend.head[side] = head_text(page, plot, looks, side);

    double head[2] = { head_width(&legend, 0), head_width(&legend, 1) };

    legend.left = head[0] > 0 ? fmax(left, head[0] + style->legend_gap) : left;

    cursor pen = { .width = width - legend.left - (head[1] > 0 ? head[1] + style->legend_gap : 0) };

    for (size_t i = 0; plot->legend && i < plot->series_count; i++) {
        cp_legend_entry *entry = &legend.entries[legend.count];

        if (!plot->series[i].keyed)
            continue;
        entry->series = &plot->series[i];
        entry->words = entry_words(page, looks, entry->series);
        entry->text
            = cp_label_set(page, looks, &style->legend, entry->words, entry->series->mark->node);
        place_entry(page, looks, entry, &pen);
        legend.count++;
    }
    legend.rows = legend.count > 0 ? pen.row + 1 : legend.head[0] || legend.head[1] ? 1 : 0;
    legend.height = (double)legend.rows * style->legend_height;
    return legend;
}

/* At the box's edges: nearer to the keys it would read as one of them. */
static double head_left(const cp_legend *legend, int side, cp_rect box)
{
    return side == CP_SIDE_LEFT ? box.x : box.x + box.width - head_width(legend, side);
}

void cp_legend_draw(const cp_looks *looks, const cp_legend *legend, cp_rect box, cp_rect area,
                    cairo_t *cr)
{
    const cp_chart_style *style = &looks->style->chart;
    double left = box.x + legend->left, top = area.y - style->top_gap - legend->height;

    for (size_t i = 0; i < legend->count; i++) {
        const cp_legend_entry *entry = &legend->entries[i];
        cp_mark_key key = {
            .options = entry->series->mark->common,
            .looks = looks,
            .box = entry->key,
            .color = entry->series->color,
            .below = entry->series->below,
        };

        key.box.x += left;
        key.box.y += top;
        entry->series->mark->class->draw_key(&key, cr);
        cp_text_draw(entry->text, cr, left + entry->at.x, top + entry->at.y);
    }
    for (int side = 0; side < 2; side++)
        if (legend->head[side])
            cp_text_draw(legend->head[side], cr, head_left(legend, side, box),
                         top + legend->height
                             - (style->legend_height + cp_text_size(legend->head[side]).height)
                                   / 2);
}
