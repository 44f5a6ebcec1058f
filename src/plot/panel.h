/*
 * panel.h - several plots in one box: stacked above one x axis, or small multiples in a grid.
 *
 * One plot alone is drawn as cp_plot_draw() does.
 */
#ifndef CP_PLOT_PANEL_H
#define CP_PLOT_PANEL_H

#include "plot/plot.h"

typedef struct cp_panels {
    size_t count;
    cp_plot *plots;       /* bound; their axes shared */
    const cp_str *heads;  /* or NULL */
    const double *shares; /* of the height, of stacked ones; NULL: a grid of alike ones */
    size_t columns;       /* of the grid; 0: as suits the box */
    bool shared_y;        /* of the grid: labels of y stand at its left alone */
    const cp_plot *key;   /* one legend for all; NULL: each plot has its own */
} cp_panels;

cp_margins cp_panels_margins(const cp_panels *panels, const cp_looks *looks, cp_size size,
                             cp_arena *page);
cp_size cp_panels_least(const cp_panels *panels, const cp_looks *looks, cp_arena *page);
void cp_panels_draw(const cp_panels *panels, const cp_looks *looks, cp_rect box, cp_margins margins,
                    cairo_t *cr, cp_arena *page, cp_buf *dump);

#endif
