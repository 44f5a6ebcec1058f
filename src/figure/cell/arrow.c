/* arrow.c - an arrow before the number: up, down, or level at zero. */
#include "figure/cell/cell.h"

#include <math.h>

#include "paint/output.h"

typedef struct arrow_column {
    cp_cell_column common;
} arrow_column;

static const cp_field arrow_fields[] = {
    CP_CELL_COLUMN_FIELDS(arrow_column),
    { 0 },
};

typedef struct arrow {
    double value;
} arrow;

static void arrow_draw(const void *data, const cp_style *style, cairo_t *cr, cp_rect box)
{
    double value = ((const arrow *)data)->value, middle = box.y + box.height / 2;
    double tall = box.height * 0.42, tip = value > 0 ? -tall : tall;

    if (isnan(value))
        return;
    if (value == 0) {
        cp_set_color(cr, style->chart.flat);
        cairo_rectangle(cr, box.x, middle - box.height / 10, box.width, box.height / 5);
    } else {
        cp_set_color(cr, value > 0 ? style->chart.up : style->chart.down);
        cairo_move_to(cr, box.x, middle - tip);
        cairo_line_to(cr, box.x + box.width, middle - tip);
        cairo_line_to(cr, box.x + box.width / 2, middle + tip);
        cairo_close_path(cr);
    }
    cairo_fill(cr);
}

static const cp_tabular_inset *arrow_inset(const cp_cell_column *column, size_t row, cp_range block,
                                           cp_color color, const cp_figure_env *env)
{
    double size = env->style->table.arrow_size;
    cp_tabular_inset *inset = cp_new(env->arena, cp_tabular_inset);
    arrow *it = cp_new(env->arena, arrow);

    (void)block;
    (void)color;
    it->value = column->data->number[row];
    *inset = (cp_tabular_inset){
        .side = CP_INSET_BEFORE, .width = size, .height = size, .draw = arrow_draw, .data = it
    };
    return inset;
}

const cp_cell_class cp_cell_arrow = {
    .name = "arrow",
    .summary = "the number behind an arrow that shows its sign",
    .fields = arrow_fields,
    .options_size = sizeof(arrow_column),
    .numbers = true,
    .inset = arrow_inset,
};
