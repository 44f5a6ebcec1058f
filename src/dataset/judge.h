/*
 * judge.h - reading a query for what SQLite would get wrong without a word, and
 * for what its results are.
 *
 * SQLite has accepted the query already, so the grammar here only finds its way:
 * it follows every select with its tables, common tables and expressions, types
 * them, and carries a column's unit through the functions that keep it.
 */
#ifndef CP_DATASET_JUDGE_H
#define CP_DATASET_JUDGE_H

#include "dataset/inside.h"

/* What an expression can come out as, besides missing. */
enum {
    CP_IS_WHOLE = 1, /* an integer in SQLite: dividing two drops the fraction */
    CP_IS_REAL = 2,
    CP_IS_TEXT = 4,
    CP_IS_DATE = 8, /* ISO text */
    CP_IS_NUMERIC = CP_IS_WHOLE | CP_IS_REAL,
    CP_IS_WORDED = CP_IS_TEXT | CP_IS_DATE,
    CP_IS_ANY = 15
};

typedef struct cp_shape {
    unsigned is;               /* of the above; 0: always missing */
    const cp_column *source;   /* whose unit it keeps; NULL: none */
    bool direct;               /* a column's own cells */
    bool literal;              /* `token` is the whole of it */
    const cp_sql_token *token; /* its first */
} cp_shape;

typedef struct cp_result_column {
    cp_str name; /* empty where SQLite makes one up */
    cp_shape shape;
} cp_result_column;

typedef struct cp_verdict {
    size_t count; /* columns of the result; 0: not understood */
    cp_result_column *columns;
} cp_verdict;

/* False with findings where the query would go wrong. */
bool cp_query_judge(cp_query *query, cp_verdict *out);

/* Names of the functions known here, for guesses. */
const char *const *cp_function_names(cp_arena *arena, size_t *count);

#endif
