/*
 * index.h - rows sorted by some of a table's columns, when a query is better for it.
 *
 * Missing cells come first, texts in the order of their bytes, as in SQLite.
 * Rows that stand in order already need no index; others are sorted once a
 * few lookups have shown that it pays.
 */
#ifndef CP_DATASET_INDEX_H
#define CP_DATASET_INDEX_H

#include "dataset/inside.h"

enum { CP_INDEX_COLUMNS = 4 };

/* How the rows of a table stand by some columns. */
typedef enum cp_order { CP_ORDER_NONE, CP_ORDER_UP, CP_ORDER_DOWN } cp_order;

struct cp_row_index {
    const cp_table *table;
    size_t count;
    const cp_column *columns[CP_INDEX_COLUMNS];
    cp_order order;
    bool strict; /* no two rows are alike in these columns */
    int lookups;
    uint32_t *rows; /* in order, equal ones as they stand; NULL: not sorted (yet) */
    cp_row_index *next;
};

/* What a cell is compared with: a value of the column's own type. */
typedef struct cp_key {
    double number;
    cp_date date;
    cp_str text;
} cp_key;

/* Keys of an index's columns: the first `equal` must be met, the next may have bounds. */
typedef struct cp_bounds {
    size_t equal;
    cp_key keys[CP_INDEX_COLUMNS];
    bool has_low, has_high;
    cp_key low, high; /* both count as inside */
} cp_bounds;

cp_row_index *cp_index_of(cp_offer *offer, const size_t *columns, size_t count);

/* Whether lookups can be answered: one more is asked for. */
bool cp_index_ready(cp_arena *arena, cp_row_index *index);

/* All rows are wanted in order, equal ones as they stand.  Of no more than UINT32_MAX. */
void cp_index_sort(cp_arena *arena, cp_row_index *index);

/* The positions of the rows within bounds; cp_index_row() gives the row at one. */
void cp_index_find(const cp_row_index *index, const cp_bounds *bounds, size_t *from, size_t *to);
size_t cp_index_row(const cp_row_index *index, size_t position);

#endif
