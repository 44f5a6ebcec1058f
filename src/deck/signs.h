/* signs.h - numbers in a text in the colour of their sign: +2.48%, −1.3%. */
#ifndef CP_DECK_SIGNS_H
#define CP_DECK_SIGNS_H

#include "deck/markdown.h"

typedef struct cp_signs {
    cp_color up, down;
} cp_signs;

/* Spans cut so that each number with a sign ahead is one of its own, tinted.  Signs
 * of ranges and dates (46-63, 2026-04-13) stay as they are, and so do coloured spans. */
cp_spans cp_spans_sign(cp_arena *arena, const cp_spans *spans, const cp_signs *signs);

#endif
