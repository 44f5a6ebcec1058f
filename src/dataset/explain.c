#include "dataset/explain.h"

#include "base/number.h"

#include <stdint.h>

static cp_str parameter_text(cp_arena *arena, const cp_parameter *parameter)
{
    if (parameter->type == CP_NUMBER)
        return cp_number_plain(arena, parameter->number);
    return parameter->type == CP_DATE ? cp_date_iso(arena, parameter->date) : parameter->text;
}

static bool is_named_before(const cp_sql_token *tokens, const cp_sql_token *token)
{
    while (tokens < token && !cp_str_eq(tokens->text, token->text))
        tokens++;
    return tokens < token;
}

cp_str cp_query_parameters(cp_arena *arena, const cp_dataset *dataset, cp_str sql)
{
    size_t count;
    const cp_sql_token *tokens = cp_sql_scan(arena, sql, &count);
    cp_str out = CP_STR("");

    for (size_t i = 0; i < count; i++) {
        const cp_sql_token *token = &tokens[i];
        const cp_parameter *parameter;

        if (token->kind != CP_SQL_PARAMETER || is_named_before(tokens, token))
            continue;
        parameter = cp_parameter_find(dataset, cp_str_slice(token->text, 1, token->text.size));
        if (parameter)
            out = cp_str_printf(arena, CP_FMT "%s" CP_FMT " = " CP_FMT, CP_ARG(out),
                                out.size ? ", " : "", CP_ARG(token->text),
                                CP_ARG(parameter_text(arena, parameter)));
    }
    return out;
}

/* The parts of the outermost select, as tokens; NULL: it has none. */
typedef struct parts {
    const cp_sql_token *select, *from, *group, *order, *end;
    bool aggregates, joined;
} parts;

/* The function of ours that is called at a token, or NULL. */
static const cp_function *called(const cp_sql_token *token)
{
    return token->kind == CP_SQL_WORD && cp_sql_is(token + 1, "(") ? cp_function_find(token->text)
                                                                   : NULL;
}

static bool is_aggregate(const cp_sql_token *token)
{
    static const char *const others[] = { "min", "max", "group_concat" };
    const cp_function *function = called(token);

    if (token->kind != CP_SQL_WORD || !cp_sql_is(token + 1, "("))
        return false;
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        if (cp_sql_same(token->text, cp_str_from(others[i])))
            return true;
    return function && !function->scalar;
}

static void note_part(parts *found, const cp_sql_token *token)
{
    if (cp_sql_is(token, "select") && !found->select)
        found->select = token;
    else if (cp_sql_is(token, "from") && !found->from)
        found->from = token;
    else if (cp_sql_is(token, "group") || cp_sql_is(token, "having") || cp_sql_is(token, "window"))
        found->group = found->group ? found->group : token;
    else if (cp_sql_is(token, "order") || cp_sql_is(token, "limit"))
        found->order = found->order ? found->order : token;
    else if (cp_sql_is(token, "union") || cp_sql_is(token, "intersect")
             || cp_sql_is(token, "except"))
        found->joined = true;
}

static parts find_parts(const cp_sql_token *tokens)
{
    parts found = { 0 };
    int depth = 0;

    for (; tokens->kind != CP_SQL_END && !cp_sql_is(tokens, ";"); tokens++) {
        depth += cp_sql_is(tokens, "(");
        depth -= cp_sql_is(tokens, ")");
        if (depth == 0)
            note_part(&found, tokens);
        if (found.select && !found.from && is_aggregate(tokens))
            found.aggregates = true;
    }
    found.end = tokens;
    return found;
}

static bool is_name(const cp_sql_token *token)
{
    return token->kind == CP_SQL_WORD || token->kind == CP_SQL_NAME;
}

/* `a.x as "a.x", b.x as "b.x"` where the query speaks so, else `*`. */
static cp_str input_columns(cp_arena *arena, cp_str sql, const cp_sql_token *tokens)
{
    cp_str out = CP_STR("");

    for (const cp_sql_token *token = tokens; token->kind != CP_SQL_END; token++) {
        cp_str name;

        if (!is_name(token) || !cp_sql_is(token + 1, ".") || !is_name(token + 2))
            continue;
        name = cp_str_printf(arena, "\"" CP_FMT "." CP_FMT "\"", CP_ARG(token->text),
                             CP_ARG(token[2].text));
        if (cp_str_find(out, name, 0) == SIZE_MAX)
            out = cp_str_printf(arena, CP_FMT "%s" CP_FMT " as " CP_FMT, CP_ARG(out),
                                out.size ? ", " : "",
                                CP_ARG(cp_str_slice(sql, token->at, token[2].end)), CP_ARG(name));
    }
    return out.size ? out : CP_STR("*");
}

cp_str cp_query_input(cp_arena *arena, cp_str sql)
{
    size_t count;
    const cp_sql_token *tokens = cp_sql_scan(arena, sql, &count);
    parts found = find_parts(tokens);
    size_t to = found.end->at;
    cp_str order = { 0 };

    if (!found.select || !found.from || found.joined)
        return (cp_str){ 0 };
    if (found.order) {
        to = found.order->at;
        if (!found.aggregates && !found.group)
            order = cp_str_slice(sql, to, found.end->at);
    }
    if (found.group)
        to = found.group->at;
    return cp_str_printf(arena, CP_FMT "select " CP_FMT " " CP_FMT CP_FMT,
                         CP_ARG(cp_str_slice(sql, 0, found.select->at)),
                         CP_ARG(input_columns(arena, sql, tokens)),
                         CP_ARG(cp_str_slice(sql, found.from->at, to)), CP_ARG(order));
}

static bool is_listed(const cp_function *const *list, size_t count, const cp_function *function)
{
    for (size_t i = 0; i < count; i++)
        if (list[i] == function)
            return true;
    return false;
}

const cp_function *const *cp_query_functions(cp_arena *arena, cp_str sql, size_t *count)
{
    size_t size;
    const cp_sql_token *tokens = cp_sql_scan(arena, sql, &size);
    const cp_function **list = cp_new_array(arena, const cp_function *, size + 1);

    *count = 0;
    for (const cp_sql_token *token = tokens; token->kind != CP_SQL_END; token++) {
        const cp_function *function = called(token);

        if (function && !is_listed(list, *count, function))
            list[(*count)++] = function;
    }
    return list;
}
