/*
 * label_end.h - the last values and names of lines: in a margin of their own right of the data
 * area, or beside the line's end.
 *
 * Where those in the margin are too many for it, all of them are smaller, and what has no room
 * even in the smallest text is left out.
 */
#ifndef CP_PLOT_LABEL_END_H
#define CP_PLOT_LABEL_END_H

#include "plot/label.h"

void cp_label_ends(const cp_layout *layout, cp_value_labels *labels);

#endif
