#include "plot/mark/hatch.h"

#include <math.h>

#include "base/color.h"
#include "paint/output.h"

/* At places of the page, so that neighbours' diagonals meet. */
static void diagonals(cairo_t *cr, double step, double left, double top, double right,
                      double bottom)
{
    double height = bottom - top;

    for (double at = floor((left + top) / step) * step; at < right + bottom; at += step) {
        cairo_move_to(cr, at - top, top);
        cairo_line_to(cr, at - top - height, bottom);
    }
}

/* Clips to the path and forgets it. */
static void hatch(const cp_chart_style *style, cp_color ground, cp_color ink, cairo_t *cr)
{
    double left, top, right, bottom;

    cairo_path_extents(cr, &left, &top, &right, &bottom);
    cairo_clip(cr);
    cp_set_color(cr, ground);
    cairo_paint(cr);
    cp_set_color(cr, ink);
    cairo_set_line_width(cr, style->hatch_width);
    cairo_set_line_cap(cr, CAIRO_LINE_CAP_BUTT);
    diagonals(cr, fmax(style->hatch_step, style->hatch_width), left, top, right, bottom);
    cairo_stroke(cr);
}

void cp_hatch_tint(const cp_style *style, cp_color tint, cairo_t *cr)
{
    cp_color ink = cp_color_clearer(style->chart.value.color, style->page.background, tint);

    cairo_save(cr);
    hatch(&style->chart, tint, cp_color_mix(ink, tint, 0.25), cr);
    cairo_restore(cr);
}

void cp_hatch_fill(const cp_looks *looks, cp_color color, cairo_t *cr)
{
    const cp_chart_style *style = &looks->style->chart;
    cairo_path_t *path = cairo_copy_path(cr);

    cairo_save(cr);
    hatch(style, cp_color_mix(color, looks->style->page.background, style->hatch_ground), color,
          cr);
    /* The clip halves the outline's width, and keeps it within the bar. */
    cairo_append_path(cr, path);
    cairo_set_line_width(cr, 2 * style->hatch_width);
    cairo_stroke(cr);
    cairo_restore(cr);
    cairo_path_destroy(path);
}
