/*
 * facet.h - one plot for each value of a column: its rows apart, its axes in common.
 *
 * Each plot is bound to its own rows; what they share is settled behind that, so that
 * binding knows nothing of it.
 */
#ifndef CP_PLOT_FACET_H
#define CP_PLOT_FACET_H

#include "plot/plot.h"

typedef struct cp_facet {
    cp_str name;
    const cp_table *table; /* its rows */
} cp_facet;

/* In order of appearance.  NULL and a finding for more of them than have room on a page. */
cp_facet *cp_facets_make(cp_arena *arena, const cp_table *table, const cp_column *column,
                         cp_place place, size_t *count, cp_report *report);

/* Bound plots get one x: all days, names or values that any of them has. */
void cp_plots_share_x(cp_arena *arena, cp_plot *plots, size_t count);

/* And one reach on each side of y. */
void cp_plots_share_y(cp_plot *plots, size_t count);

/* The same name in the same colour in plots of the same marks. */
void cp_plots_share_colors(cp_arena *arena, cp_plot *plots, size_t count, const cp_table *table,
                           const cp_style *style);

/* A plot that stands for all of them in a legend. */
cp_plot *cp_plots_key(cp_arena *arena, cp_plot *plots, size_t count);

#endif
