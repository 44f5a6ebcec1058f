/* bar.c - a bar beside the number, as long as that is large. */
#include "figure/cell/cell.h"

#include <math.h>

#include "figure/color.h"
#include "paint/output.h"

typedef struct bar_column {
    cp_cell_column common;
    cp_str tint;
    cp_color_pair pair;
} bar_column;

static const cp_field bar_fields[] = {
    CP_CELL_COLUMN_FIELDS(bar_column),
    { .key = "tint",
      .type = CP_FIELD_TEXT,
      .offset = offsetof(bar_column, tint),
      .fallback = "sign-pale",
      .help = "the colour of the bars" },
    { 0 },
};

/* A bar from one place to another, both from 0 at the left of its room to 1. */
typedef struct bar {
    double zero, end;
    cp_color color;
} bar;

static bool bar_read(cp_cell_column *column, cp_figure *figure, const cp_figure_env *env)
{
    bar_column *own = (bar_column *)column;

    (void)figure;
    return cp_figure_color(env, own->tint, cp_field_place(column->node, "tint"), &own->pair);
}

static void bar_draw(const void *data, const cp_style *style, cairo_t *cr, cp_rect box)
{
    const bar *it = data;
    double left = box.x + fmin(it->zero, it->end) * box.width;

    (void)style;
    cp_set_color(cr, it->color);
    cairo_rectangle(cr, left, box.y, fabs(it->end - it->zero) * box.width, box.height);
    cairo_fill(cr);
}

/* Blocks of one sign have their zero at one side, and all bars one measure. */
static cp_range span_of(const cp_cell_column *column, cp_range block)
{
    double most = fmax(fabs(column->range.low), fabs(column->range.high));
    cp_range span = { fmin(0, column->range.low), fmax(0, column->range.high) };

    if (block.low >= 0)
        return (cp_range){ 0, most };
    return block.high <= 0 ? (cp_range){ -most, 0 } : span;
}

static const cp_tabular_inset *bar_inset(const cp_cell_column *column, size_t row, cp_range block,
                                         cp_color color, const cp_figure_env *env)
{
    const bar_column *own = (const bar_column *)column;
    const cp_tabular_style *style = &env->style->table;
    cp_tabular_inset *inset = cp_new(env->arena, cp_tabular_inset);
    bar *it = cp_new(env->arena, bar);
    double value = column->data->number[row];
    cp_range span = span_of(column, block);
    double length = span.high - span.low;

    (void)color;
    if (!isnan(value) && length > 0) {
        it->zero = -span.low / length;
        it->end = (value - span.low) / length;
        it->color = value < 0 ? own->pair.below : own->pair.above;
    }
    *inset = (cp_tabular_inset){ .side = CP_INSET_BEFORE,
                                 .width = style->bar_width,
                                 .height = style->bar_height,
                                 .grows = true,
                                 .draw = bar_draw,
                                 .data = it };
    return inset;
}

const cp_cell_class cp_cell_bar = {
    .name = "bar",
    .summary = "the number and a bar as long as it is large",
    .fields = bar_fields,
    .options_size = sizeof(bar_column),
    .numbers = true,
    .read = bar_read,
    .inset = bar_inset,
};
