/* squarify.h - a box divided by values into cells near to squares (Bruls, Huizing, van Wijk). */
#ifndef CP_FIGURE_SQUARIFY_H
#define CP_FIGURE_SQUARIFY_H

#include "base/geometry.h"

/* Cells whose areas are in proportion to `value` (descending, none negative, not all
 * zero) and that fill `box`.  A value of zero has a cell without area. */
void cp_squarify(const double *value, size_t count, cp_rect box, cp_rect *cell);

#endif
