/*
 * label_place.h - where the values that label.c writes find room: a plain search
 * by what a label would cover.
 */
#ifndef CP_PLOT_LABEL_PLACE_H
#define CP_PLOT_LABEL_PLACE_H

#include "plot/label.h"

/* Least contrast of the bold words of labels to what they may stand on (WCAG 2, large text). */
#define CP_LABEL_LEGIBLE 3.0

/* What words on a series that fills stand on: areas are translucent. */
cp_color cp_label_ground(const cp_style *style, const cp_series *series);

/* How many pieces of ink of all series a rectangle of the page meets. */
size_t cp_label_ink_met(const cp_layout *layout, cp_rect rect);

/* Above or below its line at a row of series `number` (`end`: its last), pushed on
 * until little is covered.  False where it would leave the figure or cover another. */
bool cp_label_place_at_line(const cp_layout *layout, size_t number, size_t row, bool end,
                            const cp_value_labels *labels, cp_value_label *label);

void cp_label_place_at_rule(const cp_layout *layout, size_t number, const cp_value_labels *labels,
                            cp_value_label *label);

/* Labels in the margin keep their order and share the room between top and bottom. */
void cp_labels_spread(cp_value_label **outside, size_t count, double top, double bottom);

/* Beyond the end of a bar or within it, above a point, in the middle of a stacked piece. */
void cp_label_place_at_value(const cp_layout *layout, const cp_mark_view *view, size_t row,
                             bool within, cp_value_label *label);

/* Beyond a height of its own, in the series' coordinates. */
void cp_label_place_beyond(const cp_layout *layout, const cp_mark_view *view, size_t row,
                           double height, cp_value_label *label);

bool cp_label_is_within(const cp_layout *layout, const cp_value_label *label,
                        const cp_mark_view *view, size_t row);

/* `view` may be NULL: it stands in no piece. */
/* Whether a label at a value covers no other, stays in the figure and in its piece. */
bool cp_label_is_free(const cp_layout *layout, const cp_value_labels *labels,
                      const cp_value_label *label, const cp_mark_view *view, size_t row);

#endif
