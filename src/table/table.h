/*
 * table.h - rows in memory: typed columns with names, units and places.
 *
 * A table and all that it points to live in one arena.  Once a reader or a
 * query has given it out it does not change.
 */
#ifndef CP_TABLE_TABLE_H
#define CP_TABLE_TABLE_H

#include "base/date.h"
#include "base/report.h"
#include "base/str.h"

typedef enum cp_type { CP_TEXT, CP_NUMBER, CP_DATE } cp_type;

typedef struct cp_column {
    cp_str name;
    cp_str unit; /* of the numbers as stored: "亿元", "%", or empty */
    cp_type type;
    bool percent; /* cells were written 12.3%: stored as fractions, shown as percent by default */
    bool ones;    /* cells were written 1.2亿: without a unit, but counted in ones */
    int field;    /* its place among the fields of a line, from 1; 0 in a query's result */
    union {
        double *number; /* missing: NaN */
        cp_date *date;  /* missing: CP_NO_DATE */
        cp_str *text;   /* missing: data NULL */
    };
} cp_column;

typedef struct cp_table {
    cp_str name;
    const char *file; /* what it was read from; NULL for a query's result */
    cp_place place;   /* where the user asked for it, or the file's head */
    size_t rows, column_count;
    cp_column *columns;
    const uint32_t *lines; /* the file's line of each row, or NULL */
} cp_table;

const char *cp_type_name(cp_type type); /* "text", "number", "date" */

const cp_column *cp_table_column(const cp_table *table, cp_str name); /* or NULL */
const char *const *cp_table_column_names(cp_arena *arena, const cp_table *table);
cp_place cp_table_place(const cp_table *table, size_t row);

/* Whether the numbers of both are counted in the same. */
bool cp_column_like(const cp_column *one, const cp_column *other);

/* The power of ten between numbers that measure one thing in units of two sizes, as 亿元 and 万元:
 * they neither add up nor compare.  0: all else. */
int cp_column_apart(const cp_column *one, const cp_column *other);

/* The power of ten that brings the numbers as stored to `unit`; those that are bare are in it
 * already.  False where they measure something else. */
bool cp_column_power(const cp_column *column, cp_str unit, int *power);

/* Whether bare numbers taken to be in `unit` are as large as the unit itself: then they more likely
 * are not. */
bool cp_column_doubtful(const cp_column *column, size_t rows, cp_str unit);

/* A warning at `place` if they are; of no unit there is nothing to doubt. */
void cp_column_doubt(const cp_column *column, size_t rows, cp_str unit, cp_place place,
                     cp_report *report);

bool cp_cell_missing(const cp_column *column, size_t row);

/* The cell as a machine writes it: numbers unformatted, dates ISO, missing "". */
cp_str cp_cell_plain(cp_arena *arena, const cp_column *column, size_t row);

#endif
