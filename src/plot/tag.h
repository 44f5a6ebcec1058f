/*
 * tag.h - texts over the points of a series: beside their points where there is room, else
 * higher, led to them; none upon another, none upon the points.
 *
 * The engine of all labels (labels.h) places them, above alone, so that every leader is upright.
 * As large as the style's values where leaders stay short, else smaller; the smallest go far up.
 */
#ifndef CP_PLOT_TAG_H
#define CP_PLOT_TAG_H

#include "plot/mark/mark.h"

typedef struct cp_tag {
    size_t row;
    cp_text *text;
    cp_rect rect;
    bool led; /* by a line from its point */
} cp_tag;

typedef struct cp_tags {
    size_t count, left_out; /* left_out: no room even for the smallest text */
    cp_tag *item;
    double top; /* of the highest */
} cp_tags;

cp_tags cp_tags_place(const cp_mark_view *view, const cp_ink *ink);

/* As a word of its mark. */
cp_mark_word cp_tag_word(const cp_mark_view *view, const cp_tag *tag, size_t series);

#endif
