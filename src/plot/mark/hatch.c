#include "plot/mark/hatch.h"

#include <math.h>

#include "paint/output.h"

static cp_color faded(cp_color color, cp_color page, double share)
{
    return (cp_color){ page.red + (color.red - page.red) * share,
                       page.green + (color.green - page.green) * share,
                       page.blue + (color.blue - page.blue) * share, color.alpha };
}

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

void cp_hatch_fill(const cp_looks *looks, cp_color color, cairo_t *cr)
{
    const cp_chart_style *style = &looks->style->chart;
    cairo_path_t *path = cairo_copy_path(cr);
    double left, top, right, bottom;

    cairo_path_extents(cr, &left, &top, &right, &bottom);
    cairo_save(cr);
    cairo_clip(cr);
    cp_set_color(cr, faded(color, looks->style->page.background, style->hatch_ground));
    cairo_paint(cr);
    cp_set_color(cr, color);
    cairo_set_line_width(cr, style->hatch_width);
    cairo_set_line_cap(cr, CAIRO_LINE_CAP_BUTT);
    diagonals(cr, fmax(style->hatch_step, style->hatch_width), left, top, right, bottom);
    cairo_stroke(cr);
    /* The clip halves the outline's width, and keeps it within the bar. */
    cairo_append_path(cr, path);
    cairo_set_line_width(cr, 2 * style->hatch_width);
    cairo_stroke(cr);
    cairo_restore(cr);
    cairo_path_destroy(path);
}
