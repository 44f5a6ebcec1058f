/*
 * sight.h - where the judge stands in a query, and what names it can see.
 *
 * Between the two halves of the judge: selects (judge.c) and expressions
 * (expression.c).
 */
#ifndef CP_DATASET_SIGHT_H
#define CP_DATASET_SIGHT_H

#include "dataset/judge.h"

/* A table, common table or subquery by the name it has in its select. */
typedef struct cp_relation {
    cp_str name;
    size_t count;
    cp_result_column *columns;
    bool *merged; /* columns that NATURAL or USING joins into an earlier table's, or NULL */
    bool open;    /* its columns are not known: any name may be one */
    struct cp_relation *next;
} cp_relation;

/* What one select sees; its `outer` one is seen from subqueries. */
typedef struct cp_sight {
    cp_relation *relations;
    const cp_relation *result; /* its own columns, once they are known */
    struct cp_sight *outer;
} cp_sight;

typedef struct cp_common {
    cp_str name;
    cp_relation relation;
    struct cp_common *next;
} cp_common;

typedef struct cp_judge {
    cp_query *query;
    cp_arena *arena;
    const cp_sql_token *at;
    cp_sight *sight;
    cp_common *commons;
    bool ok;
    bool lost; /* nothing more can be said */
} cp_judge;

/* The token here; steps over it, but never over the end. */
const cp_sql_token *cp_judge_next(cp_judge *judge);

/* Step over this word or sign if it is next. */
bool cp_judge_skip(cp_judge *judge, const char *text);
bool cp_judge_sees(const cp_judge *judge, const char *text);

/* Behind the bracket that closes the one passed last. */
void cp_judge_close(cp_judge *judge);

/* Whether the token ends a select's column: `,`, `)`, `from`, `where`, ... */
bool cp_judge_ends_columns(const cp_sql_token *token);

cp_shape cp_judge_expression(cp_judge *judge);
void cp_judge_expressions(cp_judge *judge); /* a, b, c */
void cp_judge_order(cp_judge *judge);       /* a desc, b nulls last */
void cp_judge_window(cp_judge *judge);      /* behind its bracket, to behind the closing one */
cp_shape cp_shape_merge(cp_judge *judge, cp_shape a, cp_shape b); /* of either */

/* select, with or values, to its end. */
bool cp_judge_at_select(const cp_judge *judge);
cp_relation *cp_judge_select(cp_judge *judge);

#endif
