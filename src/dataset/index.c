#include "dataset/index.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* Lookups that are answered by a scan before the rows get sorted. */
enum { PATIENCE = 4 };

static int compare_numbers(double a, double b)
{
    if (a < b)
        return -1;
    if (a > b)
        return 1;
    return (isnan(b) != 0) - (isnan(a) != 0);
}

static int compare_dates(cp_date a, cp_date b)
{
    return (a > b) - (a < b);
}

static int compare_texts(cp_str a, cp_str b)
{
    if (!a.data || !b.data)
        return (a.data != NULL) - (b.data != NULL);
    return cp_str_compare(a, b);
}

static int compare_cells(const cp_column *column, size_t a, size_t b)
{
    switch (column->type) {
    case CP_NUMBER:
        return compare_numbers(column->number[a], column->number[b]);
    case CP_DATE:
        return compare_dates(column->date[a], column->date[b]);
    default:
        return compare_texts(column->text[a], column->text[b]);
    }
}

static int compare_key(const cp_column *column, size_t row, const cp_key *key)
{
    switch (column->type) {
    case CP_NUMBER:
        return compare_numbers(column->number[row], key->number);
    case CP_DATE:
        return compare_dates(column->date[row], key->date);
    default:
        return compare_texts(column->text[row], key->text);
    }
}

static int compare_rows(const cp_row_index *index, size_t a, size_t b)
{
    int order = 0;

    for (size_t i = 0; order == 0 && i < index->count; i++)
        order = compare_cells(index->columns[i], a, b);
    return order;
}

static void find_order(cp_row_index *index)
{
    bool up = true, down = true, strict = true;

    for (size_t row = 1; row < index->table->rows && (up || down); row++) {
        int order = compare_rows(index, row - 1, row);

        up = up && order <= 0;
        down = down && order >= 0;
        strict = strict && order != 0;
    }
    index->order = up ? CP_ORDER_UP : down ? CP_ORDER_DOWN : CP_ORDER_NONE;
    index->strict = index->order != CP_ORDER_NONE && strict;
}

cp_row_index *cp_index_of(cp_offer *offer, const size_t *columns, size_t count)
{
    cp_row_index *index;

    for (index = offer->indexes; index; index = index->next) {
        size_t same = 0;

        while (same < count && index->columns[same] == &offer->table->columns[columns[same]])
            same++;
        if (index->count == count && same == count)
            return index;
    }
    index = cp_new(offer->dataset->arena, cp_row_index);
    index->table = offer->table;
    index->count = count;
    for (size_t i = 0; i < count; i++)
        index->columns[i] = &offer->table->columns[columns[i]];
    find_order(index);
    index->next = offer->indexes;
    offer->indexes = index;
    return index;
}

/* A row and the head of its first cell, in a form that compares as the cells do. */
typedef struct entry {
    uint64_t head;
    uint32_t row;
} entry;

static uint64_t head_of(const cp_column *column, size_t row)
{
    uint64_t head = 0;

    if (cp_cell_missing(column, row))
        return 0;
    if (column->type == CP_NUMBER) {
        double number = column->number[row] + 0.0; /* one zero */

        memcpy(&head, &number, sizeof head);
        return head >> 63 ? ~head : head | (uint64_t)1 << 63;
    }
    if (column->type == CP_DATE)
        return (uint64_t)((int64_t)column->date[row] - INT32_MIN);
    for (size_t i = 0; i < sizeof head; i++)
        head = head << 8
               | (i < column->text[row].size ? (unsigned char)column->text[row].data[i] : 0);
    return head;
}

static int compare_entries(const void *left, const void *right, void *context)
{
    const entry *a = left, *b = right;
    int order = compare_rows(context, a->row, b->row);

    return order ? order : (a->row > b->row) - (a->row < b->row);
}

static unsigned byte_of(uint64_t head, int byte)
{
    return (unsigned)(head >> (8 * byte)) & 0xFF;
}

/* Into `to` by one byte of the heads, equal ones as they stand; false if all have the same. */
static bool sort_by_byte(const entry *from, entry *to, size_t count, int byte)
{
    size_t next[256] = { 0 }, sum = 0;

    for (size_t i = 0; i < count; i++)
        next[byte_of(from[i].head, byte)]++;
    if (next[byte_of(from[0].head, byte)] == count)
        return false;
    for (int value = 0; value < 256; value++) {
        size_t these = next[value];

        next[value] = sum;
        sum += these;
    }
    for (size_t i = 0; i < count; i++)
        to[next[byte_of(from[i].head, byte)]++] = from[i];
    return true;
}

/* By their heads, the least byte first: a million rows take a few passes over them.  Gives
 * `entries` or `spare`. */
static entry *sort_by_head(entry *entries, entry *spare, size_t count)
{
    for (int byte = 0; byte < 8 && count > 1; byte++)
        if (sort_by_byte(entries, spare, count, byte)) {
            entry *sorted = spare;

            spare = entries;
            entries = sorted;
        }
    return entries;
}

/* What the heads leave open: the rest of long texts, and further columns. */
static void sort_runs(cp_row_index *index, entry *entries, size_t count)
{
    for (size_t from = 0, to; from < count; from = to) {
        for (to = from + 1; to < count && entries[to].head == entries[from].head;)
            to++;
        if (to - from > 1)
            qsort_r(entries + from, to - from, sizeof *entries, compare_entries, index);
    }
}

static void sort_rows(cp_arena *arena, cp_row_index *index)
{
    size_t rows = index->table->rows;
    entry *entries = cp_grow(NULL, 2 * rows * sizeof *entries), *sorted;

    for (size_t row = 0; row < rows; row++)
        entries[row] = (entry){ head_of(index->columns[0], row), (uint32_t)row };
    sorted = sort_by_head(entries, entries + rows, rows);
    if (index->count > 1 || index->columns[0]->type == CP_TEXT)
        sort_runs(index, sorted, rows);
    index->rows = cp_new_array(arena, uint32_t, rows);
    for (size_t i = 0; i < rows; i++)
        index->rows[i] = sorted[i].row;
    free(entries);
}

void cp_index_sort(cp_arena *arena, cp_row_index *index)
{
    bool stands = index->order == CP_ORDER_UP || (index->order == CP_ORDER_DOWN && index->strict);

    if (!stands && !index->rows)
        sort_rows(arena, index);
}

bool cp_index_ready(cp_arena *arena, cp_row_index *index)
{
    if (index->order != CP_ORDER_NONE || index->rows)
        return true;
    if (index->lookups++ < PATIENCE || index->table->rows > UINT32_MAX)
        return false;
    sort_rows(arena, index);
    return true;
}

size_t cp_index_row(const cp_row_index *index, size_t position)
{
    if (index->rows)
        return index->rows[position];
    return index->order == CP_ORDER_DOWN ? index->table->rows - 1 - position : position;
}

/* Where the row stands to the bounds' lower end (or `high`, to their upper end). */
static int compare_bounds(const cp_row_index *index, const cp_bounds *bounds, size_t row, bool high)
{
    int order = 0;

    for (size_t i = 0; order == 0 && i < bounds->equal; i++)
        order = compare_key(index->columns[i], row, &bounds->keys[i]);
    if (order != 0 || !(high ? bounds->has_high : bounds->has_low))
        return order;
    return compare_key(index->columns[bounds->equal], row, high ? &bounds->high : &bounds->low);
}

/* The first position that is not below the lower end, or that is above the upper one. */
static size_t find_edge(const cp_row_index *index, const cp_bounds *bounds, bool high)
{
    size_t from = 0, to = index->table->rows;

    while (from < to) {
        size_t middle = from + (to - from) / 2;
        int order = compare_bounds(index, bounds, cp_index_row(index, middle), high);

        if (order < 0 || (high && order == 0))
            from = middle + 1;
        else
            to = middle;
    }
    return from;
}

void cp_index_find(const cp_row_index *index, const cp_bounds *bounds, size_t *from, size_t *to)
{
    *from = find_edge(index, bounds, false);
    *to = find_edge(index, bounds, true);
    if (*to < *from)
        *to = *from;
}
