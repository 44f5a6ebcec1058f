/* hatch.h - the pattern of estimates: thin diagonals on a pale ground. */
#ifndef CP_PLOT_MARK_HATCH_H
#define CP_PLOT_MARK_HATCH_H

#include "plot/mark/mark.h"

/* Fill cairo's path with the hatched colour, and forget the path. */
void cp_hatch_fill(const cp_looks *looks, cp_color color, cairo_t *cr);

#endif
