/*
 * parts.h - rows that are parts of a whole: a name and a value that is not negative.
 *
 * What pies, treemaps and word clouds have in common.  Values in % come as
 * fractions; they are published shares then and are shown as they are.
 */
#ifndef CP_FIGURE_PARTS_H
#define CP_FIGURE_PARTS_H

#include "figure/rows.h"

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

/* False where a value is missing, negative or no number, a name is missing or comes twice,
 * all is zero, or there are too many; told at the row. */
bool cp_parts_load(cp_parts *parts, cp_row_source *source, const cp_part_wish *wish,
                   const cp_figure_env *env);

/* The format with the fewest decimals, two at most, that tells the values as they are. */
cp_number_format cp_parts_format(const cp_parts *parts);

/* A value with its unit: 4,247亿元. */
cp_str cp_part_write(cp_arena *arena, const cp_parts *parts, const cp_number_format *format,
                     double value);

#endif
