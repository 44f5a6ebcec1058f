/*
 * label_end.h - the last values and names of lines: in a margin of their own right of the data
 * area, on the right axis if it is theirs, or beside the line's end but clear of bars.
 *
 * Those in the margin keep the order of their lines, as near to the ends as they have room
 * (labels_row.h); lines lead to them where one stands far.  Where they are too many for it, all of
 * them are smaller, and what has no room even in the smallest text is left out.
 */
#ifndef CP_PLOT_LABEL_END_H
#define CP_PLOT_LABEL_END_H

#include "plot/label.h"

void cp_label_ends(const cp_layout *layout, cp_value_labels *labels);

/* Whether a label so high, in a column, stands so far above or below its end that it needs a line,
 * as names of points do.  If any is, lines lead to all that are not beside theirs. */
bool cp_end_is_far(const cp_looks *looks, double way, double height);

/* What such lines need between the ends and the column. */
double cp_end_lane(const cp_looks *looks);

/* Ticks of the right axis give way to the values that stand on it. */
void cp_label_ends_on_axis(cp_layout *layout, const cp_value_labels *labels);

#endif
