/*
 * labels_fan.h - the names of a heap of points, in line beside it.
 *
 * Their boxes stand along a slanted edge, all beyond it as seen from the heap, and each leader
 * goes to the corner on the edge, its port: so none runs through a box.  From the far end on each
 * port takes the outermost point as seen from there; the rest lie on one side of its leader: so
 * none cross.  One fan goes up or down to a pile of lines; what it leaves goes sideways to a row.
 */
#ifndef CP_PLOT_LABELS_FAN_H
#define CP_PLOT_LABELS_FAN_H

#include "plot/labels_search.h"

/* Puts such of the labels as go into the two fans; none has a place before.  Both point away from
 * the edges of the frame that are next to the heap's middle. */
void cp_label_fans_put(cp_label_search *search, const uint32_t *label, size_t count,
                       cp_point middle);

#endif
