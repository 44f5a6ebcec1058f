/*
 * legend.h - the keys of the series above, below, right of or within the data
 * area, and the units at the heads of the axes above it.
 *
 * Keys stand in rows; more than one row makes columns.  Right and within, they
 * stand below each other.
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
    bool scale;  /* tells what sizes or colours mean */
} cp_legend_entry;

typedef struct cp_legend {
    cp_legend_place place;
    size_t count;
    cp_legend_entry *entries;
    cp_size size;     /* of all entries */
    cp_text *head[2]; /* by cp_side, NULL: none */
    cp_side head_side[2];
    double left;  /* of keys on top: their distance from the box's left edge */
    double top;   /* room for heads and keys above the data area */
    double clear; /* between them and the data area */
    cp_point at;  /* the entries' left top, once it is placed */
} cp_legend;

/* For a data area that begins `left` points from the left of a box of this size. */
cp_legend cp_legend_make(cp_arena *page, const cp_plot *plot, const cp_looks *looks,
                         cp_legend_place place, double left, cp_size box);

/* Put it beside the data area of the box; within the area it is put by who knows the ink. */
void cp_legend_put(cp_legend *legend, cp_rect box, cp_rect area);

void cp_legend_draw(cp_arena *page, const cp_looks *looks, const cp_legend *legend, cp_rect box,
                    cp_rect area, cairo_t *cr);

#endif
