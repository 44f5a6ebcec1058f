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

bool cp_cell_is_han(const cp_cell *cell)
{
    uint32_t code = cell->code;

    if (!cell->wide || cp_is_shared(code))
        return false;
    return code == 0x3005 || code == 0x3007
           || (code >= 0x3040 && !(code >= 0xFE30 && code <= 0xFE6F)
               && !(code >= 0xFF00 && code <= 0xFFEF));
}

/* Letters and figures, and the signs that belong to a number. */
static bool is_latin(const cp_cell *cell)
{
    uint32_t code = cell->code;

    if (cell->wide)
        return false;
    return (code >= '0' && code <= '9') || ((code | 0x20) >= 'a' && (code | 0x20) <= 'z')
           || code == '%' || code == '+' || code == 0x2212 || (code >= 0xC0 && code <= 0x24F)
           || (code >= 0x370 && code <= 0x3FF);
}

void cp_cells_part(cp_cells *cells, double gap)
{
    for (size_t i = 1; i < cells->count; i++) {
        const cp_cell *a = &cells->cell[i - 1], *b = &cells->cell[i];
        bool raised = cells->spans[b->span].script != CP_SCRIPT_NONE;

        if (!raised && ((cp_cell_is_han(a) && is_latin(b)) || (is_latin(a) && cp_cell_is_han(b))))
            cells->cell[i - 1].gap = gap;
    }
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
