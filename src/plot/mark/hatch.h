/* hatch.h - thin diagonals: on a pale ground for estimates, on a tint where a fall has no words. */
#ifndef CP_PLOT_MARK_HATCH_H
#define CP_PLOT_MARK_HATCH_H

#include "plot/mark/mark.h"

/* Fill cairo's path with the hatched colour, and forget the path. */
void cp_hatch_fill(const cp_looks *looks, cp_color color, cairo_t *cr);

/* Fill it with a tint and diagonals that can be seen on it. */
void cp_hatch_tint(const cp_style *style, cp_color tint, cairo_t *cr);

#endif
