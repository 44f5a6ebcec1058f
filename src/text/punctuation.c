#include "text/set.h"

/* Marks whose ink is in the left half of their square, and in the right half. */
static const uint32_t ink_left[] = U"，。、；：）》〉」』】〕〗］｝’”";
static const uint32_t ink_right[] = U"（《〈「『【〔〖［｛‘“";

static bool is_one_of(uint32_t code, const uint32_t *set)
{
    while (*set && *set != code)
        set++;
    return *set != 0;
}

bool cp_never_begins(uint32_t code)
{
    return is_one_of(code, ink_left) || is_one_of(code, U"？！％‰℃·・～…%),.;:?!]}/");
}

bool cp_never_ends(uint32_t code)
{
    return is_one_of(code, ink_right) || is_one_of(code, U"([{￥¥$#");
}

static bool same_look(const cp_cell *a, const cp_cell *b)
{
    return a->span == b->span && a->family == b->family && a->bold == b->bold;
}

/* A glyph that reaches into its neighbour's square is read back in order only as one cluster
 * with it, which takes one look. */
static void share(cp_cells *cells, cp_cell *before, cp_cell *cell)
{
    if (!same_look(before, cell))
        return;
    if (before->blank_right > 0 && (cell->blank_left > 0 || cell->blank_right > 0)) {
        before->advance -= before->blank_right;
        before->blank_right = 0;
        cell->joined = true;
    } else if (before->blank_left > 0 && cell->blank_left > 0) {
        cell->advance -= cell->blank_left;
        cells->glyph[cell->glyph].x -= (float)cell->blank_left;
        cell->blank_left = 0;
        cell->joined = true;
    }
}

void cp_cells_squeeze(cp_cells *cells, double size)
{
    for (size_t i = 0; i < cells->count; i++) {
        cp_cell *cell = &cells->cell[i];

        if (!cell->wide || cell->glyphs != 1 || cell->advance < 0.99 * size)
            continue;
        if (is_one_of(cell->code, ink_left))
            cell->blank_right = size / 2;
        else if (is_one_of(cell->code, ink_right))
            cell->blank_left = size / 2;
        if (i > 0)
            share(cells, &cells->cell[i - 1], cell);
    }
}
