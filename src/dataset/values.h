/*
 * values.h - named numbers of the pack, and what stands between {{ and }} in texts.
 *
 *     {{name}}  {{name:.0f}}  {{(select ...):.1%}}      a value, and how it is shown
 *     {{change(a, b):.0f}}                              增加2157, 减少635, 持平
 *     {{change(a):.1% 上涨/下跌/收平}}                   against 0
 *     {{pct(a, b):.1%}} {{pp(a, b):.1f}} {{bp(a, b):.0f}}   a against b; in points of percent
 *     {{change(a, b):.0f 多#家/少#家/持平}}              other words; # is where the number stands
 *     {{asof(margin):%-m月%-d日}}                        the newest day of a table
 *
 * A value is a query.  It gives one cell, or a column whose cells are joined by
 * 、.  Differences are those of the numbers as shown, and so are their signs.
 * :start, :end and their like are values, too.
 *
 * A value's query runs when it is first asked for, and once.
 */
#ifndef CP_DATASET_VALUES_H
#define CP_DATASET_VALUES_H

#include "dataset/dataset.h"
#include "spec/field.h"
#include "spec/node.h"

typedef struct cp_value {
    cp_str name; /* empty: a query in the text itself */
    cp_str sql;
    cp_place place;  /* of the name */
    cp_place at;     /* of the query's first character */
    cp_str unit;     /* that it is shown in; empty: its column's own */
    cp_str format;   /* where its use gives none; may be empty */
    bool run;        /* the query has */
    cp_reads reads;  /* what it read */
    cp_table *table; /* its result of one column; NULL: the report says why not */
} cp_value;

/* A place in a text that shows a value. */
typedef struct cp_value_use {
    cp_place place;
    cp_str inside;         /* the braces: "turnover_avg:.0f" */
    cp_str shown;          /* the text in its stead */
    const cp_value *of[2]; /* the values it speaks of; NULL: none */
    bool difference;       /* change() and its like: `shown` has words of its own */
    double number;         /* NaN: no number */
    struct cp_value_use *next;
} cp_value_use;

/* The newest day of a table; false with a finding at `at` where there is none. */
typedef bool (*cp_newest_day)(void *context, cp_str table, cp_place at, cp_date *out,
                              cp_report *report);

typedef struct cp_values {
    cp_arena *arena;
    cp_report *report;
    cp_dataset *dataset;
    size_t count;
    cp_value *item;
    cp_str more, less, same; /* the words of a difference; the style's */
    cp_newest_day newest;
    void *context;
    cp_value_use *first_use, *last_use;
} cp_values;

/* pack.yaml's `values:`: a mapping of names to queries, or to what the fields say. */
extern const cp_field cp_value_fields[];
bool cp_values_read(cp_values *values, const cp_node *map);

/* Run them all, so that all findings come in one run. */
bool cp_values_run(cp_values *values);

cp_value *cp_value_named(const cp_values *values, cp_str name); /* or NULL */

/* The one number or text that a value has become; false with a finding at `at`. */
bool cp_value_run(cp_values *values, cp_value *value, cp_place at);

/*
 * Where the next {{...}} of `text` begins at or behind `from`, and in `*end`
 * where it ends: on its own line.  SIZE_MAX: there is none.  With \ ahead the
 * braces are the writer's own.
 */
size_t cp_braces_find(cp_str text, size_t from, size_t *end);

/* The text in the stead of {{inside}}; `at` is the place of the braces. */
bool cp_braces_write(cp_values *values, cp_str inside, cp_place at, cp_str *out);

/* Fill the texts of a YAML tree, but for queries (`sql`). */
bool cp_values_fill(cp_values *values, cp_node *root);

#endif
