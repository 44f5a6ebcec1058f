#include "dataset/inside.h"

#include "base/guess.h"
#include "dataset/judge.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

cp_place cp_query_place_of(cp_query *query, cp_str word)
{
    for (size_t i = 0; i < query->token_count; i++)
        if (cp_sql_same(query->tokens[i].text, word))
            return cp_query_place(query, query->tokens[i].at);
    return query->at;
}

void cp_query_fault(cp_query *query, cp_str word, const char *format, ...)
{
    va_list list;
    int size;
    char *text;

    if (query->fault)
        return;
    va_start(list, format);
    size = vsnprintf(NULL, 0, format, list);
    va_end(list);
    text = cp_alloc(&query->scratch, (size_t)size + 1);
    va_start(list, format);
    vsnprintf(text, (size_t)size + 1, format, list);
    va_end(list);
    query->fault = text;
    query->fault_word = cp_str_copy(&query->scratch, word);
}

/* What SQLite says behind `head`, true; e.g. the x of "no such column: x". */
static bool says(cp_str message, const char *head, cp_str *rest)
{
    size_t size = strlen(head);

    if (!cp_str_starts(message, cp_str_from(head)))
        return false;
    *rest = cp_str_slice(message, size, message.size);
    return true;
}

static const cp_sql_token *token_at(const cp_query *query, size_t offset)
{
    const cp_sql_token *token = query->tokens;

    while (token->kind != CP_SQL_END && token->end <= offset)
        token++;
    return token;
}

/* The full-width sign in a word, with the one SQL wants; NULL if there is none. */
static const char *const *wide_sign(cp_str word)
{
    static const char *const signs[][2] = {
        { "，", "," }, { "（", "(" }, { "）", ")" }, { "；", ";" }, { "：", ":" },
        { "‘", "'" },  { "’", "'" },  { "“", "\"" }, { "”", "\"" }, { "＝", "=" },
        { "＞", ">" }, { "＜", "<" }, { "＊", "*" }, { "　", " " }, { "。", "." },
    };

    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
        if (cp_str_find(word, cp_str_from(signs[i][0]), 0) != (size_t)-1)
            return signs[i];
    return NULL;
}

/* Tell a full-width sign in a bare name, true if there was one. */
static bool tell_wide_sign(cp_query *query, const cp_sql_token *token)
{
    const char *const *sign = token->kind == CP_SQL_WORD ? wide_sign(token->text) : NULL;

    if (sign)
        cp_fail(query->report,
                cp_query_place(query, cp_str_find(query->sql, cp_str_from(sign[0]), token->at)),
                "the full-width '%s' is part of a name here; SQL wants '%s'", sign[0], sign[1]);
    return sign != NULL;
}

/* The names of all columns of tables that the query has loaded. */
static const char *const *known_columns(cp_query *query, size_t *count)
{
    const char **names;
    size_t most = 0;

    *count = 0;
    for (const cp_offer *offer = query->dataset->first; offer; offer = offer->next)
        most += offer->table ? offer->table->column_count : 0;
    names = cp_new_array(&query->scratch, const char *, most + 1);
    for (const cp_offer *offer = query->dataset->first; offer; offer = offer->next) {
        bool spoken_of = false;

        for (size_t i = 0; i < query->token_count && !spoken_of; i++)
            spoken_of = cp_sql_same(query->tokens[i].text, offer->name);
        for (size_t i = 0; spoken_of && offer->table && i < offer->table->column_count; i++)
            names[(*count)++] = cp_str_z(&query->scratch, offer->table->columns[i].name);
    }
    return names;
}

static bool fail_column(cp_query *query, const cp_sql_token *token, cp_str name)
{
    cp_place place = cp_query_place(query, token->at);
    cp_str last = token->text;
    const char *const *names;
    const char *guess;
    size_t count;

    if (tell_wide_sign(query, token))
        return false;
    while (cp_sql_is(token + 1, ".") && token[1].kind != CP_SQL_END) {
        token += 2;
        last = token->text;
    }
    names = known_columns(query, &count);
    guess = cp_guess_text(&query->scratch, last, names, count);
    if (token->kind == CP_SQL_NAME && query->sql.data[token->at] == '"' && !strchr(guess, '?'))
        return cp_fail(query->report, place,
                       "no column '" CP_FMT "'; a text stands in single quotes: '" CP_FMT "'",
                       CP_ARG(name), CP_ARG(last));
    return cp_fail(query->report, place, "no column '" CP_FMT "'%s", CP_ARG(name), guess);
}

/* A table's name that holds a dot reads as schema.table unless it is quoted. */
static bool fail_table(cp_query *query, cp_str name)
{
    size_t count, dot = cp_str_find(name, CP_STR("."), 0);
    const char *const *names = cp_offer_names(&query->scratch, query->dataset, &count);
    cp_place place
        = cp_query_place_of(query, dot == (size_t)-1 ? name : cp_str_slice(name, 0, dot));

    if (dot != (size_t)-1 && cp_offer_find(query->dataset, name))
        return cp_fail(query->report, place,
                       "the table's name holds a dot: write \"" CP_FMT "\" in double quotes",
                       CP_ARG(name));
    for (const cp_sql_token *token = query->tokens; token->kind != CP_SQL_END; token++)
        if (cp_str_eq(token->text, name) && tell_wide_sign(query, token))
            return false;
    return cp_fail(query->report, place, "no table '" CP_FMT "'%s", CP_ARG(name),
                   cp_guess_text(&query->scratch, name, names, count));
}

static bool fail_syntax(cp_query *query, const cp_sql_token *token)
{
    cp_place place = cp_query_place(query, token->at);

    if (token->kind == CP_SQL_END)
        return cp_fail(query->report, place, "the query ends before it is complete");
    if (tell_wide_sign(query, token) || (token > query->tokens && tell_wide_sign(query, token - 1)))
        return false;
    if (token->kind == CP_SQL_WORD && cp_offer_find(query->dataset, token->text)
        && sqlite3_keyword_check(token->text.data, (int)token->text.size))
        return cp_fail(query->report, place,
                       "'" CP_FMT "' is a word of SQL; as a table write \"" CP_FMT
                       "\" in double quotes",
                       CP_ARG(token->text), CP_ARG(token->text));
    return cp_fail(query->report, place, "SQL does not go on with '" CP_FMT "' here",
                   (int)(token->end - token->at), query->sql.data + token->at);
}

static bool fail_function(cp_query *query, const cp_sql_token *token, cp_str name)
{
    size_t count;
    const char *const *names = cp_function_names(&query->scratch, &count);

    return cp_fail(query->report, cp_query_place(query, token->at), "no function '" CP_FMT "'%s",
                   CP_ARG(name), cp_guess_text(&query->scratch, name, names, count));
}

/* What ran out, or NULL. */
static const char *exhausted(const cp_query *query, int code)
{
    const cp_dataset_limits *limits = &query->dataset->limits;
    cp_arena *arena = query->report->arena;

    if (query->out_of_steps)
        return cp_printf(arena, "the query needs more than %.6g million steps",
                         limits->steps / 1e6);
    if (code == SQLITE_NOMEM)
        return cp_printf(arena, "the query needs more than %zu MB of memory", limits->heap >> 20);
    if (code == SQLITE_TOOBIG)
        return cp_printf(arena, "the query makes or meets a text of more than %d bytes",
                         limits->length);
    return NULL;
}

bool cp_query_explain(cp_query *query, int code)
{
    cp_str message = cp_str_from(sqlite3_errmsg(query->dataset->db)), rest;
    int offset = sqlite3_error_offset(query->dataset->db);
    const cp_sql_token *token = token_at(query, offset < 0 ? 0 : (size_t)offset);
    const char *limit = exhausted(query, code);

    if (query->told)
        return false;
    if (limit)
        return cp_fail(query->report, query->at, "%s", limit);
    if (query->fault)
        return cp_fail(query->report, cp_query_place_of(query, query->fault_word), "%s",
                       query->fault);
    if (query->refused)
        return cp_fail(query->report, cp_query_place(query, token->at), "%s", query->refused);
    if (says(message, "no such column: ", &rest))
        return fail_column(query, token, rest);
    if (says(message, "no such table: ", &rest))
        return fail_table(query, rest);
    if (says(message, "no such function: ", &rest))
        return fail_function(query, token, rest);
    if (says(message, "vtable constructor called recursively: ", &rest))
        return cp_fail(query->report, cp_query_place_of(query, rest),
                       "the table '" CP_FMT "' would be made of itself", CP_ARG(rest));
    if (says(message, "incomplete input", &rest))
        return fail_syntax(query, &query->tokens[query->token_count]);
    if (says(message, "near \"", &rest) || says(message, "unrecognized token", &rest))
        return fail_syntax(query, token);
    return cp_fail(query->report, cp_query_place(query, token->at), CP_FMT, CP_ARG(message));
}
