/*
 * reduce.h - a series with more points than pixels, made small without a change to what is seen.
 *
 * For each column of `pixel` points' width the first, lowest, highest and last
 * point are kept, in order (the M4 aggregation of Jugel et al., VLDB 2014), so
 * that a line drawn through what is left covers the same pixels.
 */
#ifndef CP_PLOT_REDUCE_H
#define CP_PLOT_REDUCE_H

#include "base/arena.h"
#include "base/geometry.h"

/* Points with a NaN y part runs and are kept as one gap.  `x` ascends.  The
 * result is in the arena; few points come back as they are. */
size_t cp_reduce_line(cp_arena *arena, const double *x, const double *y, size_t count, double pixel,
                      cp_point **out);

#endif
