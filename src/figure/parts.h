/*
 * parts.h - rows that are parts of a whole: a name and a value that is not negative.
 *
 * What pies, treemaps and word clouds have in common.  Values in % come as
 * fractions; they are published shares then and are shown as they are.
 */
#ifndef CP_FIGURE_PARTS_H
#define CP_FIGURE_PARTS_H

#include "figure/rows.h"
#include "figure/value.h"

typedef struct cp_part {
    cp_str name;
    double value;
    size_t row;
} cp_part;

typedef struct cp_parts {
    const cp_table *table;
    size_t count;
    cp_part *item;
    double total;
    bool percent; /* the values are shares, as fractions */
    cp_str unit;  /* of the values; empty for shares */
} cp_parts;

typedef struct cp_part_wish {
    const char *name_key, *value_key; /* the spec's keys that name the columns */
    cp_str name, value;
    cp_str unit;  /* to show the values in, by the key `unit`; empty: their column's */
    bool repeats; /* a name may come more than once */
    size_t most;
} cp_part_wish;

/* Also behind faults of the spec: the table is there before anything else is looked at.
 * False where a value is missing, negative or no number, a name is missing or comes twice,
 * all is zero, or there are too many; told at the row. */
bool cp_parts_load(cp_parts *parts, cp_row_source *source, const cp_part_wish *wish,
                   const cp_figure_env *env);

/* The largest first; equal ones stay in the order of their rows. */
void cp_parts_sort(cp_parts *parts);

/* With the user's format, or NULL: with the fewest decimals, two at most, that tell the
 * values as they are.  Their unit stands behind. */
cp_value_form cp_parts_form(const cp_parts *parts, const cp_number_format *given);

#endif
