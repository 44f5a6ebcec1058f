/*
 * inside.h - what the files of this room share: the dataset, its tables, the query that runs.
 */
#ifndef CP_DATASET_INSIDE_H
#define CP_DATASET_INSIDE_H

#include "dataset/dataset.h"
#include "dataset/token.h"
#include "read/fence.h"

#include <sqlite3.h>

typedef struct cp_row_index cp_row_index;

typedef enum cp_offer_state { CP_OFFER_NEW, CP_OFFER_LOADED, CP_OFFER_FAILED } cp_offer_state;

/* A table by name, and what was made of it so far. */
typedef struct cp_offer {
    cp_dataset *dataset;
    cp_str name;
    cp_table_loader load;
    void *context;
    cp_offer_state state;
    const cp_table *table;
    cp_row_index *indexes;
    struct cp_offer *next;
} cp_offer;

typedef struct cp_parameter {
    cp_str name;
    cp_type type;
    cp_str text;
    double number;
    bool whole; /* the number: SQLite gets an integer, which equals a text of the same digits */
    cp_date date;
    struct cp_parameter *next;
} cp_parameter;

/* ISO texts of the days 1900 to 2199, made page by page, so that a date column needs no text
 * of its own and SQLite need not copy what we give it. */
enum { CP_ISO_FIRST = -25567, CP_ISO_DAYS = 109573, CP_ISO_PAGE = 512, CP_ISO_SIZE = 10 };

typedef char cp_iso_text[CP_ISO_SIZE];

typedef struct cp_query {
    cp_dataset *dataset;
    cp_arena *arena;  /* the result's */
    cp_arena scratch; /* gone with the query */
    cp_str sql;
    cp_place at;
    cp_report *report;
    cp_sql_token *tokens;
    size_t token_count;
    sqlite3_stmt *statement;
    int depth; /* queries that wait for this one, which makes a table of theirs */
    double steps;
    bool told;           /* the report says already why it ends */
    bool out_of_steps;   /* ... or these say it: */
    const char *refused; /* what the authorizer turned down, in words */
    const char *fault;   /* what a function or a table of ours turned down */
    bool beyond;         /* a function was asked for a day that the calendar does not know: */
    cp_date beyond_day;
    cp_str fault_word; /* the word of the query it speaks of */
} cp_query;

struct cp_dataset {
    cp_arena *arena;
    cp_dataset_limits limits;
    sqlite3 *db;
    cp_fence fence;
    cp_offer *first, *last;
    cp_parameter *parameters;
    const cp_calendar *calendar;
    cp_reads *reads; /* NULL: nobody asks */
    cp_iso_text *iso[CP_ISO_DAYS / CP_ISO_PAGE + 1];
    cp_query *query;    /* the one that runs */
    bool calendar_told; /* that days beyond the calendar are counted as weekdays */
    bool declaring;     /* SQLite reads the declaration of a table of ours */
};

/* dataset.c */
cp_offer *cp_offer_find(const cp_dataset *dataset, cp_str name); /* as SQL compares names */
bool cp_offer_load(cp_offer *offer, cp_report *report);
const char *const *cp_offer_names(cp_arena *arena, const cp_dataset *dataset, size_t *count);
cp_parameter *cp_parameter_find(const cp_dataset *dataset, cp_str name);
bool cp_no_parameter(const cp_dataset *dataset, cp_str word, cp_place at, cp_report *report);

/* vtab.c */
bool cp_vtab_register(cp_offer *offer);

/* functions.c */
bool cp_functions_register(cp_dataset *dataset);

/* guard.c: reading only, without clock and chance, within limits. */
bool cp_guard_open(cp_dataset *dataset);
void cp_guard_close(cp_dataset *dataset);
bool cp_guard_spend(cp_dataset *dataset, double steps); /* false: no more are left */

/* place.c: where an offset of the query stands in the user's file. */
cp_place cp_query_place(cp_query *query, size_t offset);

/* fault.c */
cp_place cp_query_place_of(cp_query *query, cp_str word); /* its first token, else the query's */

/* What a function or table of ours turns down while SQLite runs; the first one counts. */
void cp_query_fault(cp_query *query, cp_str word, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

/* Turn SQLite's last error into a finding.  Always false. */
bool cp_query_explain(cp_query *query, int code);

/* iso.c */
void cp_iso_result(cp_dataset *dataset, sqlite3_context *context, cp_date date);

/* A value's text as it stands in SQLite, without a copy. */
cp_str cp_value_text(sqlite3_value *value);

#endif
