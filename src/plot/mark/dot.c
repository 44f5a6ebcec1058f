/* dot.c - one disc per row: scatter plots and dot plots. */

#include "plot/mark/mark.h"

#include <math.h>

#include "paint/output.h"

typedef struct dot_options {
    cp_mark_options common;
} dot_options;

static const cp_field dot_fields[] = {
    CP_MARK_FIELDS(dot_options, "dot", "the column of the discs' heights"),
    { 0 },
};

static const cp_channel_def dot_channels[] = {
    { "dot", CP_CHANNEL_Y, true },
    { 0 },
};

static void disc(cairo_t *cr, double x, double y, double diameter)
{
    cairo_new_sub_path(cr);
    cairo_arc(cr, x, y, diameter / 2, 0, 2 * acos(-1));
}

/* Which places of the plot hold a disc already, in cells of two pixels. */
typedef struct cells {
    cp_rect plot;
    size_t columns, rows;
    unsigned char *taken;
} cells;

static cells cells_new(cp_arena *page, cp_rect plot)
{
    const double cell = 2 * CP_MARK_PIXEL;
    cells crowd = { .plot = plot,
                    .columns = (size_t)(plot.width / cell) + 1,
                    .rows = (size_t)(plot.height / cell) + 1 };

    crowd.taken = cp_alloc_array(page, crowd.columns * crowd.rows, 1);
    return crowd;
}

/* False where a disc stands there already: another would not be seen. */
static bool take(cells *crowd, double x, double y)
{
    const double cell = 2 * CP_MARK_PIXEL;
    double column = (x - crowd->plot.x) / cell, row = (y - crowd->plot.y) / cell;

    if (!(column >= 0 && column < (double)crowd->columns && row >= 0 && row < (double)crowd->rows))
        return true;

    unsigned char *place = &crowd->taken[(size_t)row * crowd->columns + (size_t)column];
    bool taken = *place;

    *place = 1;
    return !taken;
}

static void dot_draw(const cp_mark_view *view, cairo_t *cr)
{
    double diameter = view->looks->style->chart.dot_size;
    cells taken = cells_new(view->page, view->plot);

    for (int below = 0; below <= 1; below++) {
        for (size_t i = 0; i < view->rows; i++)
            if (!isnan(view->y[i]) && (view->y[i] > view->zero) == below
                && take(&taken, view->x[i], view->y[i]))
                disc(cr, view->x[i], view->y[i], diameter);
        cp_set_color(cr, below ? view->below : view->color);
        cairo_fill(cr);
    }
}

static void dot_draw_key(const cp_mark_key *key, cairo_t *cr)
{
    cp_rect box = key->box;

    cp_set_color(cr, key->color);
    disc(cr, box.x + box.width / 2, box.y + box.height / 2, fmin(box.width, box.height));
    cairo_fill(cr);
}

const cp_mark_class cp_mark_dot = {
    .name = "dot",
    .summary = "a disc for each row",
    .fields = dot_fields,
    .options_size = sizeof(dot_options),
    .channels = dot_channels,
    .draw = dot_draw,
    .draw_key = dot_draw_key,
};
