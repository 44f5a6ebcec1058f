/*
 * label_place.h - where the values that label.c writes find room: a plain search
 * by what a label would cover.
 */
#ifndef CP_PLOT_LABEL_PLACE_H
#define CP_PLOT_LABEL_PLACE_H

#include "plot/label.h"

/* Above or below the end of its line, which is row `last` of series `number`,
 * pushed on until little is covered. */
void cp_label_place_at_line(const cp_layout *layout, size_t number, size_t last,
                            const cp_value_labels *labels, cp_value_label *label);

/* Labels in the margin keep their order and share the room between top and bottom. */
void cp_labels_spread(cp_value_label **outside, size_t count, double top, double bottom);

/* Beyond the end of a bar, above a point, in the middle of a stacked piece. */
void cp_label_place_at_value(const cp_layout *layout, const cp_mark_view *view, size_t row,
                             cp_value_label *label);

/* Whether a label at a value covers no other, stays in the figure and in its piece. */
bool cp_label_is_free(const cp_layout *layout, const cp_value_labels *labels,
                      const cp_value_label *label, const cp_mark_view *view, size_t row);

#endif
