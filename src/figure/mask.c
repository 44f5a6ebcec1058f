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

static bool row_is_free(const cp_mask *board, const cp_mask *mask, int x, int y, int row)
{
    const uint64_t *cells = board->bits + (size_t)(y + row) * (size_t)board->stride;

    for (int at = x / 64; at <= (x + mask->width) / 64; at++)
        if (cells[at] & moved(mask, x, row, at))
            return false;
    return true;
}

/* From the middle row on, where words have most of their ink. */
bool cp_mask_fits(const cp_mask *board, const cp_mask *mask, int x, int y)
{
    int middle = mask->height / 2;

    if (x < 0 || y < 0 || x + mask->width > board->width || y + mask->height > board->height)
        return false;
    for (int i = middle; i < mask->height; i++)
        if (!row_is_free(board, mask, x, y, i))
            return false;
    for (int i = 0; i < middle; i++)
        if (!row_is_free(board, mask, x, y, i))
            return false;
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

/* A spiral of the board's proportions: its turns are four cells apart, and so are about its
 * points.  Each step turns the direction by twice the arc tangent of 2 / radius, which takes
 * no sine: (1 - t^2, 2 t) / (1 + t^2). */
static bool find_spot(const cp_mask *board, const cp_mask *mask, cp_mask_spot *spot)
{
    double wide = board->width / 2.0, high = board->height / 2.0, reach = fmax(wide, high);
    double left = wide - mask->width / 2.0, top = high - mask->height / 2.0;
    double angle = 0, radius = 0, cosine = 1, sine = 0;

    while (radius <= reach * sqrt(2)) {
        int x = (int)(left + radius * cosine * wide / reach);
        int y = (int)(top + radius * sine * high / reach);
        double t = 2 / fmax(radius, 2), along = (1 - t * t) / (1 + t * t),
               across = 2 * t / (1 + t * t);
        double turned = cosine * along - sine * across;

        if (cp_mask_fits(board, mask, x, y)) {
            *spot = (cp_mask_spot){ x, y };
            return true;
        }
        sine = sine * along + cosine * across;
        cosine = turned;
        angle += 2 * t;
        radius = 2 * angle / acos(-1);
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
