#include "figure/cell/cell.h"

#define CELLS(X)                                                                                   \
    X(text)                                                                                        \
    X(bar)                                                                                         \
    X(arrow)                                                                                       \
    X(badge)                                                                                       \
    X(spark)

#define DECLARE(name) extern const cp_cell_class cp_cell_##name;
CELLS(DECLARE)

#define ROW(name) &cp_cell_##name,
static const cp_cell_class *const cells[] = { CELLS(ROW) };

#define NAME(name) #name,
static const char *const names[] = { CELLS(NAME) };

enum { COUNT = sizeof cells / sizeof *cells };

const char *const cp_column_aligns[] = { "auto", "left", "center", "right", "point", NULL };
const char *const cp_column_merges[] = { "no", "same", "left", NULL };
const char *const cp_column_summaries[] = { "none", "sum", "mean", "min", "max", "count", NULL };

/* Of no name: the first of the list. */
const cp_cell_class *cp_cell_find(cp_str name)
{
    if (name.size == 0)
        return cells[0];
    for (size_t i = 0; i < COUNT; i++)
        if (cp_str_is(name, cells[i]->name))
            return cells[i];
    return NULL;
}

const char *const *cp_cell_names(size_t *count)
{
    *count = COUNT;
    return names;
}
