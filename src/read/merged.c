#include "read/merged.h"

#include <string.h>

static cp_str cell_at(const cp_raw_row *row, size_t i)
{
    return i < row->count ? row->cells[i] : CP_STR("");
}

static bool has_merged_cells(const cp_raw_row *rows, size_t count)
{
    for (size_t i = 0; i < count; i++)
        for (size_t k = 0; rows[i].spanned && k < rows[i].count; k++)
            if (rows[i].spanned[k])
                return true;
    return false;
}

/* Words and blanks behind them that are filled below; and somewhere a name that has all rows to
 * itself, for else the row below may be the first one of words that are data. */
static bool is_over(const cp_raw_row *rows, size_t at)
{
    const cp_raw_row *row = &rows[at], *below = &rows[at + 1];
    size_t words = 0, spanned = 0;
    bool alone = !cell_at(row, 0).size && cell_at(below, 0).size;

    for (size_t i = 0; i < row->count; i++) {
        cp_str own = cell_at(row, i), under = cell_at(below, i);

        words += own.size > 0;
        spanned += words && !own.size && under.size;
        if (own.size)
            alone = alone || !under.size || cp_str_eq(own, under);
        else
            alone = alone || (at > 0 && !under.size && cell_at(&rows[at - 1], i).size);
    }
    return words > 1 && spanned && alone;
}

static void span_blanks(cp_arena *arena, cp_raw_row *row, const cp_raw_row *below)
{
    cp_str *cells = cp_new_array(arena, cp_str, row->count);
    bool *spanned = cp_new_array(arena, bool, row->count);

    for (size_t i = 0; i < row->count; i++) {
        cells[i] = row->cells[i];
        spanned[i] = i > 0 && cells[i - 1].size && !cells[i].size && cell_at(below, i).size;
        if (spanned[i])
            cells[i] = cells[i - 1];
    }
    row->cells = cells;
    row->spanned = spanned;
}

/* The row of words right above the first values and their units; `count` where there is none. */
static size_t lowest_names(const cp_raw_row *rows, size_t count)
{
    size_t i = 0;

    while (i < count && cp_row_is_words(&rows[i]))
        i++;
    if (i == count)
        return count;
    while (i > 0 && cp_row_is_units(&rows[i - 1]))
        i--;
    return i > 0 ? i - 1 : count;
}

void cp_head_merge(cp_arena *arena, cp_raw_row *rows, size_t count)
{
    size_t lowest = lowest_names(rows, count);

    if (lowest == count || has_merged_cells(rows, count))
        return;
    for (size_t i = lowest; i > 0 && is_over(rows, i - 1); i--)
        span_blanks(arena, &rows[i - 1], &rows[i]);
}
