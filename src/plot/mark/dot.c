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

/* A disc that stands within a pixel of the one before it adds nothing. */
static void dot_draw(const cp_mark_view *view, cairo_t *cr)
{
    double diameter = view->looks->style->chart.dot_size, x = NAN, y = NAN;

    for (int below = 0; below <= 1; below++) {
        for (size_t i = 0; i < view->rows; i++) {
            if (isnan(view->y[i]) || (view->y[i] > view->zero) != below
                || (fabs(view->x[i] - x) < CP_MARK_PIXEL && fabs(view->y[i] - y) < CP_MARK_PIXEL))
                continue;
            x = view->x[i], y = view->y[i];
            disc(cr, x, y, diameter);
        }
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
