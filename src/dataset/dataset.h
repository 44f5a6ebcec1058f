/*
 * dataset.h - SQL over tables: reading only, within limits, no silent surprises.
 *
 * A dataset is SQLite in memory over virtual tables, so nothing is copied in.
 * A table is offered by name with a loader that is called the first time a
 * query speaks of it.  Tables given out by loaders must outlive the dataset.
 *
 * What SQLite would get wrong without a word is a finding: sum() over text,
 * division of two integers, an unknown name in double quotes, dates compared
 * with text that is not an ISO date, random() and the clock.
 */
#ifndef CP_DATASET_DATASET_H
#define CP_DATASET_DATASET_H

#include "base/calendar.h"
#include "table/table.h"

typedef struct cp_dataset cp_dataset;

/* Gives the table called `name`, or NULL with the reason in the report. */
typedef const cp_table *(*cp_table_loader)(void *context, cp_str name, cp_report *report);

typedef struct cp_dataset_limits {
    double steps; /* virtual machine steps a query */
    size_t heap;  /* bytes of SQLite's memory */
    int length;   /* bytes of a text or blob */
    size_t rows;  /* rows of a result */
} cp_dataset_limits;

extern const cp_dataset_limits cp_dataset_default_limits;

cp_dataset *cp_dataset_open(cp_arena *arena, const cp_dataset_limits *limits);
void cp_dataset_close(cp_dataset *dataset);

/* `name` is kept, the loader is called at most once per name. */
void cp_dataset_offer(cp_dataset *dataset, cp_str name, cp_table_loader load, void *context);

/* The table of that name, loaded if need be; `at` is who asks.  An unknown name
 * is a finding with a guess. */
const cp_table *cp_dataset_table(cp_dataset *dataset, cp_str name, cp_place at, cp_report *report);

/* The value of :name in queries, from now on.  Dates are ISO text in SQL. */
void cp_dataset_set_text(cp_dataset *dataset, cp_str name, cp_str value);
void cp_dataset_set_number(cp_dataset *dataset, cp_str name, double value);
void cp_dataset_set_date(cp_dataset *dataset, cp_str name, cp_date value);

/* The columns that queries read, each once, in the order they were first named. */
typedef struct cp_read_column {
    cp_str table, column;
    struct cp_read_column *next;
} cp_read_column;

typedef struct cp_reads {
    cp_read_column *first, *last;
} cp_reads;

/* From now on, what queries read is added to `reads`, which must live as long.  Returns what it
 * was added to so far, for the caller to put back; NULL: nobody asks. */
cp_reads *cp_dataset_trace(cp_dataset *dataset, cp_reads *reads);
void cp_dataset_read(cp_dataset *dataset, cp_str table, cp_str column); /* ... without a query */

/* The trading days by which trading_week() and its like count; kept.  Default: the weekdays. */
void cp_dataset_set_calendar(cp_dataset *dataset, const cp_calendar *calendar);

/*
 * Run one SELECT (or WITH, VALUES).  The result's columns keep the type, unit
 * and percent of the column they come from: straight, through subqueries and
 * functions that keep a unit (sum, avg, min, lag, coalesce, ...) and through
 * sums and differences of one unit.  A result column all in ISO form is a date.
 *
 * `at` is the place of the query's first character, or of the `|` of a block;
 * a finding looks the query up in its file from there, so that its own line and
 * column are right in blocks, folded lines and quotes, too.
 */
cp_table *cp_dataset_query(cp_arena *arena, cp_dataset *dataset, cp_str sql, cp_place at,
                           cp_report *report);

#endif
