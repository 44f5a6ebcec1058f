#include "figure/mask.h"

#include <math.h>

cp_mask cp_mask_make(cp_arena *arena, int width, int height)
{
    cp_mask mask = { .width = width, .height = height, .stride = width / 64 + 1 };

    mask.bits = cp_new_array(arena, uint64_t, (size_t)mask.stride * (size_t)(height + 1));
    return mask;
}

void cp_mask_ink(cp_mask *mask, int x, int y)
{
    if (x >= 0 && y >= 0 && x < mask->width && y < mask->height)
        mask->bits[(size_t)y * (size_t)mask->stride + (size_t)(x / 64)] |= UINT64_C(1) << (x % 64);
}

bool cp_mask_has(const cp_mask *mask, int x, int y)
{
    return x >= 0 && y >= 0 && x < mask->width && y < mask->height
           && (mask->bits[(size_t)y * (size_t)mask->stride + (size_t)(x / 64)] >> (x % 64) & 1);
}

typedef struct extent {
    int left, top, right, bottom; /* of the ink; right and bottom behind it */
} extent;

static extent find_ink(const cp_mask *mask)
{
    extent ink = { mask->width, mask->height, 0, 0 };

    for (int y = 0; y < mask->height; y++)
        for (int x = 0; x < mask->width; x++)
            if (cp_mask_has(mask, x, y)) {
                ink.left = x < ink.left ? x : ink.left;
                ink.top = y < ink.top ? y : ink.top;
                ink.right = x >= ink.right ? x + 1 : ink.right;
                ink.bottom = y + 1;
            }
    return ink;
}

/* Row `y` of the mask, moved right by `x` cells: its word at `at` of the board. */
static uint64_t moved(const cp_mask *mask, int x, int y, int at)
{
    const uint64_t *row = mask->bits + (size_t)y * (size_t)mask->stride;
    int word = at - x / 64, shift = x % 64;
    uint64_t low = word >= 0 && word < mask->stride ? row[word] : 0;
    uint64_t high = word > 0 && word <= mask->stride ? row[word - 1] : 0;

    return shift > 0 ? low << shift | high >> (64 - shift) : low;
}

bool cp_mask_fits(const cp_mask *board, const cp_mask *mask, int x, int y)
{
    if (x < 0 || y < 0 || x + mask->width > board->width || y + mask->height > board->height)
        return false;
    for (int i = 0; i < mask->height; i++) {
        const uint64_t *row = board->bits + (size_t)(y + i) * (size_t)board->stride;

        for (int at = x / 64; at <= (x + mask->width) / 64; at++)
            if (row[at] & moved(mask, x, i, at))
                return false;
    }
    return true;
}

void cp_mask_stamp(cp_mask *board, const cp_mask *mask, int x, int y)
{
    for (int i = 0; i < mask->height; i++) {
        uint64_t *row = board->bits + (size_t)(y + i) * (size_t)board->stride;

        for (int at = x / 64; at <= (x + mask->width) / 64; at++)
            row[at] |= moved(mask, x, i, at);
    }
}

cp_mask cp_mask_grow(cp_arena *arena, const cp_mask *mask, int sides, int ends)
{
    extent ink = find_ink(mask);
    int width = ink.right - ink.left, height = ink.bottom - ink.top;
    cp_mask part, wide, grown;

    if (ink.right == 0)
        return cp_mask_make(arena, 0, 0);
    part = cp_mask_make(arena, width, height);
    wide = cp_mask_make(arena, width + 2 * sides, height);
    grown = cp_mask_make(arena, wide.width, height + 2 * ends);
    for (int y = 0; y < height; y++)
        for (int x = 0; x < width; x++)
            if (cp_mask_has(mask, ink.left + x, ink.top + y))
                cp_mask_ink(&part, x, y);
    for (int x = 0; x <= 2 * sides; x++)
        cp_mask_stamp(&wide, &part, x, 0);
    for (int y = 0; y <= 2 * ends; y++)
        cp_mask_stamp(&grown, &wide, 0, y);
    return grown;
}

/* A spiral of the board's proportions, its turns two cells apart. */
static bool find_spot(const cp_mask *board, const cp_mask *mask, cp_mask_spot *spot)
{
    double wide = board->width / 2.0, high = board->height / 2.0, reach = fmax(wide, high);
    double radius, angle = 0;

    for (radius = 0; radius <= reach * sqrt(2); radius = angle / acos(-1)) {
        int x = (int)(wide + radius * cos(angle) * wide / reach - mask->width / 2.0);
        int y = (int)(high + radius * sin(angle) * high / reach - mask->height / 2.0);

        if (cp_mask_fits(board, mask, x, y)) {
            *spot = (cp_mask_spot){ x, y };
            return true;
        }
        angle += 2 / fmax(radius, 1);
    }
    return false;
}

bool cp_mask_place(cp_arena *arena, const cp_mask *masks, size_t count, int width, int height,
                   cp_mask_spot *spots)
{
    cp_mask board = cp_mask_make(arena, width, height);

    for (size_t i = 0; i < count; i++) {
        if (!find_spot(&board, &masks[i], &spots[i]))
            return false;
        cp_mask_stamp(&board, &masks[i], spots[i].x, spots[i].y);
    }
    return true;
}
