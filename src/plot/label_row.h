/*
 * label_row.h - labels whose order is given: a column at the ends of lines or beside a pie, a
 * row of call-outs.
 *
 * What labels.h does for labels that may stand anywhere around their anchors, this does for
 * those that share a line.  There the nearest places are known outright, and a search could
 * only set one askew or pass another.
 */
#ifndef CP_PLOT_LABEL_ROW_H
#define CP_PLOT_LABEL_ROW_H

#include "base/arena.h"

#include <stdbool.h>
#include <stddef.h>

/*
 * Where `count` boxes of the given lengths begin, whose middles are wanted at `middle`, in
 * this order, at least `gap` apart, from `low` to `high`: the places with the least sum of
 * squared ways.  False if they cannot all stand there; they then begin at `low` and go
 * beyond `high`.
 */
bool cp_label_row(cp_arena *arena, size_t count, const double *middle, const double *length,
                  double gap, double low, double high, double *begin);

#endif
