/*
 * label_place.h - labels whose places follow from their marks: values of bars.
 */
#ifndef CP_PLOT_LABEL_PLACE_H
#define CP_PLOT_LABEL_PLACE_H

#include "plot/label.h"

/* Beyond the end of a bar or within it, in the middle of a stacked piece. */
void cp_label_place_at_value(const cp_layout *layout, const cp_mark_view *view, size_t row,
                             bool within, cp_value_label *label);

/* Further beyond the end of its bar. */
void cp_label_move_out(const cp_layout *layout, const cp_mark_view *view, size_t row, double by,
                       cp_value_label *label);

/* Beyond a height of its own, in the series' coordinates. */
void cp_label_place_beyond(const cp_layout *layout, const cp_mark_view *view, size_t row,
                           double height, cp_value_label *label);

bool cp_label_is_within(const cp_layout *layout, const cp_value_label *label,
                        const cp_mark_view *view, size_t row);

/* Whether a label at a value covers no other, stays in the figure and in its piece.  `view`
 * may be NULL: it stands in no piece. */
bool cp_label_is_free(const cp_layout *layout, const cp_value_labels *labels,
                      const cp_value_label *label, const cp_mark_view *view, size_t row);

#endif
