/* mask.h - which cells of a grid have ink: words that must not overlap, glyph by glyph. */
#ifndef CP_FIGURE_MASK_H
#define CP_FIGURE_MASK_H

#include "base/arena.h"

#include <stdbool.h>
#include <stdint.h>

typedef struct cp_mask {
    int width, height;
    int stride; /* of a row, in words of 64 cells */
    uint64_t *bits;
} cp_mask;

cp_mask cp_mask_make(cp_arena *arena, int width, int height); /* without ink */
void cp_mask_ink(cp_mask *mask, int x, int y);
bool cp_mask_has(const cp_mask *mask, int x, int y); /* false outside */

/* The part that has ink, with so many cells of ink added at its sides, and above and below. */
cp_mask cp_mask_grow(cp_arena *arena, const cp_mask *mask, int sides, int ends);

/* Whether `mask` at `x`, `y` lies within `board`, and none of its ink on ink. */
bool cp_mask_fits(const cp_mask *board, const cp_mask *mask, int x, int y);
void cp_mask_stamp(cp_mask *board, const cp_mask *mask, int x, int y);

/* Where the `count` masks stand on a board of that size: each as near to the middle as a
 * spiral finds room, in their order.  False if not all find room. */
typedef struct cp_mask_spot {
    int x, y;
} cp_mask_spot;

bool cp_mask_place(cp_arena *arena, const cp_mask *masks, size_t count, int width, int height,
                   cp_mask_spot *spots);

#endif
