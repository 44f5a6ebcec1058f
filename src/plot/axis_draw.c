/* axis_draw.c - lines across the data area, and the labels around it. */

#include "plot/axis.h"

#include "paint/output.h"

static void stroke_line(const cp_stroke *stroke, cp_point from, cp_point to, cairo_t *cr)
{
    cairo_move_to(cr, from.x, from.y);
    cairo_line_to(cr, to.x, to.y);
    cp_stroke_path(cr, stroke);
}

static void stroke_across(const cp_stroke *stroke, cp_rect area, double y, cairo_t *cr)
{
    stroke_line(stroke, (cp_point){ area.x, y }, (cp_point){ area.x + area.width, y }, cr);
}

static void stroke_down(const cp_stroke *stroke, cp_rect area, double x, cairo_t *cr)
{
    stroke_line(stroke, (cp_point){ x, area.y }, (cp_point){ x, area.y + area.height }, cr);
}

static bool shows_zero(const cp_scale *scale)
{
    return scale->d0 <= 0 && scale->d1 >= 0;
}

void cp_grid_draw(const cp_looks *looks, const cp_y_ticks *ticks, cp_rect area, cairo_t *cr)
{
    const cp_stroke *grid = &looks->style->chart.grid;

    if (grid->width <= 0 || ticks->named)
        return;
    for (size_t i = 0; i < ticks->count; i++)
        if (ticks->value[i] != 0)
            stroke_across(grid, area, cp_scale_number(&ticks->scale, ticks->value[i]), cr);
}

const cp_stroke *cp_base_line(const cp_looks *looks, const cp_y_ticks *ticks, cp_rect area,
                              double *y)
{
    bool zero = shows_zero(&ticks->scale);
    const cp_stroke *stroke = zero ? &looks->style->chart.zero : &looks->style->chart.axis;

    *y = zero ? cp_scale_number(&ticks->scale, 0) : area.y + area.height;
    return stroke->width > 0 && !ticks->named ? stroke : NULL;
}

void cp_base_line_draw(const cp_looks *looks, const cp_y_ticks *ticks, cp_rect area, cairo_t *cr)
{
    double y;
    const cp_stroke *stroke = cp_base_line(looks, ticks, area, &y);

    if (stroke)
        stroke_across(stroke, area, y, cr);
}

cp_rect cp_y_label_rect(const cp_looks *looks, const cp_y_ticks *ticks, size_t index, cp_side side,
                        cp_rect area)
{
    double gap = looks->style->chart.tick_gap;
    cp_size size = cp_text_size(ticks->label[index]);
    double y = cp_scale_number(&ticks->scale, ticks->value[index]);

    return (cp_rect){ side == CP_SIDE_LEFT ? area.x - gap - size.width : area.x + area.width + gap,
                      y - size.height / 2, size.width, size.height };
}

void cp_y_labels_draw(const cp_looks *looks, const cp_y_ticks *ticks, cp_side side, cp_rect area,
                      cairo_t *cr)
{
    for (size_t i = 0; i < ticks->count; i++) {
        if (!ticks->label[i])
            continue;

        cp_rect rect = cp_y_label_rect(looks, ticks, i, side, area);

        cp_text_draw(ticks->label[i], cr, rect.x, rect.y);
    }
}

void cp_along_labels_draw(const cp_looks *looks, const cp_y_ticks *ticks, bool top, cp_rect area,
                          cairo_t *cr)
{
    const cp_chart_style *style = &looks->style->chart;
    double turn = 2 * area.x + area.width;
    double y = top ? area.y - style->tick_gap - style->tick.size
                   : area.y + area.height + style->tick_gap;

    for (size_t i = 0; i < ticks->count; i++)
        cp_text_draw(ticks->label[i], cr,
                     turn - cp_scale_number(&ticks->scale, ticks->value[i])
                         - cp_text_size(ticks->label[i]).width / 2,
                     y);
}

void cp_x_grid_draw(const cp_looks *looks, const cp_x_ticks *ticks, cp_rect area, cairo_t *cr)
{
    const cp_chart_style *style = &looks->style->chart;

    for (size_t i = 0; i < ticks->count && style->grid.width > 0; i++)
        if (ticks->value[i] != 0)
            stroke_down(&style->grid, area, cp_x_at(&ticks->scale, ticks->value[i]), cr);
    if (ticks->scale.d0 < 0 && ticks->scale.d1 > 0 && style->zero.width > 0)
        stroke_down(&style->zero, area, cp_x_at(&ticks->scale, 0), cr);
}

/* First lines stand at one height, however many lines follow. */
static double first_line_drop(const cp_looks *looks, const cp_text *label)
{
    double pitch = cp_text_size(label).height / (double)cp_text_lines(label);

    return (pitch - looks->style->chart.tick.size) / 2;
}

void cp_x_labels_draw(const cp_looks *looks, const cp_x_ticks *ticks, cp_rect area, cairo_t *cr)
{
    double top = area.y + area.height + looks->style->chart.tick_gap;

    for (size_t i = 0; i < ticks->count; i++)
        cp_text_draw(ticks->label[i], cr, ticks->left[i],
                     top - first_line_drop(looks, ticks->label[i]));
}

void cp_names_draw(const cp_looks *looks, const cp_x_ticks *ticks, cp_rect area, cairo_t *cr)
{
    double right = area.x - looks->style->chart.tick_gap;

    for (size_t i = 0; i < ticks->count; i++)
        cp_text_draw(ticks->label[i], cr, right - ticks->left[i],
                     ticks->at[i] - cp_text_size(ticks->label[i]).height / 2);
}
