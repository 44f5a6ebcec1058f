/* badge.c - a word on a round ground in its own colour. */
#include "figure/cell/cell.h"

#include <math.h>

#include "base/color.h"
#include "paint/output.h"

typedef struct badge_column {
    cp_cell_column common;
} badge_column;

static const cp_field badge_fields[] = {
    CP_CELL_COLUMN_FIELDS(badge_column),
    { 0 },
};

typedef struct badge {
    cp_color ground;
} badge;

static void badge_draw(const void *data, const cp_style *style, cairo_t *cr, cp_rect box)
{
    double round = box.height / 2, quarter = acos(0);

    (void)style;
    cp_set_color(cr, ((const badge *)data)->ground);
    cairo_arc(cr, box.x + round, box.y + round, round, quarter, 3 * quarter);
    cairo_arc(cr, box.x + box.width - round, box.y + round, round, -quarter, quarter);
    cairo_close_path(cr);
    cairo_fill(cr);
}

static const cp_tabular_inset *badge_inset(const cp_cell_column *column, size_t row, cp_range block,
                                           cp_color color, const cp_figure_env *env)
{
    const cp_style *style = env->style;
    cp_tabular_inset *inset = cp_new(env->arena, cp_tabular_inset);
    badge *it = cp_new(env->arena, badge);

    (void)block;
    if (cp_cell_missing(column->data, row))
        return NULL;
    it->ground = cp_color_mix(color, style->page.background, style->table.badge_strength);
    *inset = (cp_tabular_inset){ .side = CP_INSET_BEHIND,
                                 .width = style->table.badge_x,
                                 .height = style->table.badge_y,
                                 .draw = badge_draw,
                                 .data = it };
    return inset;
}

const cp_cell_class cp_cell_badge = {
    .name = "badge",
    .summary = "a word on a round ground in its own colour",
    .fields = badge_fields,
    .options_size = sizeof(badge_column),
    .badge = true,
    .align = CP_TABULAR_CENTER,
    .inset = badge_inset,
};
