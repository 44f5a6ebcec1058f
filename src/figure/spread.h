/* spread.h - labels in a column, as near to where they belong as they can stand. */
#ifndef CP_FIGURE_SPREAD_H
#define CP_FIGURE_SPREAD_H

#include "base/arena.h"

#include <stdbool.h>
#include <stddef.h>

/*
 * Tops of `count` boxes of the given heights whose middles are wanted at `middle`
 * (ascending), in this order, at least `gap` apart, from `low` to `high`: those
 * with the least sum of squared ways.  False if they cannot all stand there;
 * they then begin at `low` and go beyond `high`.
 */
bool cp_spread(cp_arena *arena, size_t count, const double *middle, const double *height,
               double gap, double low, double high, double *top);

#endif
