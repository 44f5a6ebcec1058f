/*
 * legend.h - the keys of the series in rows above the data area, from its left,
 * and the units at the heads of the axes beside the last row.
 */
#ifndef CP_PLOT_LEGEND_H
#define CP_PLOT_LEGEND_H

#include "plot/plot.h"

typedef struct cp_legend_entry {
    const cp_series *series;
    cp_str words;
    cp_text *text;
    cp_rect key; /* relative to the legend's left top, as is the next */
    cp_point at; /* of the text */
} cp_legend_entry;

typedef struct cp_legend {
    size_t count, rows;
    cp_legend_entry *entries;
    cp_text *head[2]; /* by cp_side, NULL: none */
    double left;      /* the entries' distance from the box's left edge */
    double height;    /* of all rows; 0: nothing at all is shown */
} cp_legend;

/* For a data area that begins `left` points from the left of a box `width` wide. */
cp_legend cp_legend_make(cp_arena *page, const cp_plot *plot, const cp_looks *looks, double left,
                         double width);

/* Right above the data area `area` of the box. */
void cp_legend_draw(const cp_looks *looks, const cp_legend *legend, cp_rect box, cp_rect area,
                    cairo_t *cr);

#endif
