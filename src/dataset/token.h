/* token.h - the words of a query, each with its byte offset, for findings and for judging. */
#ifndef CP_DATASET_TOKEN_H
#define CP_DATASET_TOKEN_H

#include "base/str.h"

typedef enum cp_sql_kind {
    CP_SQL_END,
    CP_SQL_WORD,      /* a keyword or a bare name */
    CP_SQL_NAME,      /* "x", [x] or `x` */
    CP_SQL_TEXT,      /* 'x' */
    CP_SQL_NUMBER,    /* also x'00' */
    CP_SQL_PARAMETER, /* :x, with its colon */
    CP_SQL_SIGN
} cp_sql_kind;

typedef struct cp_sql_token {
    cp_sql_kind kind;
    cp_str text; /* without quotes, doubled ones made single */
    size_t at, end;
} cp_sql_token;

/* The tokens of `sql` without blanks and comments; one of CP_SQL_END stands behind the last. */
cp_sql_token *cp_sql_scan(cp_arena *arena, cp_str sql, size_t *count);

/* SQL's own equality of names: ASCII letters in either case. */
bool cp_sql_same(cp_str a, cp_str b);

/* Whether the token is this bare word or sign. */
bool cp_sql_is(const cp_sql_token *token, const char *text);

#endif
