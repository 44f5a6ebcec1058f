#include "dataset/literal.h"

#include "base/buf.h"
#include "base/number.h"
#include "dataset/inside.h"

static void add_literal(cp_arena *arena, cp_buf *out, const cp_parameter *parameter)
{
    if (parameter->type == CP_NUMBER)
        cp_buf_add(out, cp_number_plain(arena, parameter->number));
    else if (parameter->type == CP_DATE)
        cp_buf_add_quoted(out, '\'', cp_date_iso(arena, parameter->date));
    else
        cp_buf_add_quoted(out, '\'', parameter->text);
}

/* A colon and a name, but not the second colon of a cast. */
static bool is_parameter(const cp_sql_token *tokens, size_t i)
{
    const cp_sql_token *token = &tokens[i];

    return token->kind == CP_SQL_PARAMETER && token->text.data[0] == ':' && token->text.size > 1
           && !(i > 0 && tokens[i - 1].end == token->at && cp_str_is(tokens[i - 1].text, ":"));
}

bool cp_sql_write_out(cp_arena *arena, const cp_dataset *dataset, cp_str sql, cp_place at,
                      cp_str *out, cp_report *report)
{
    size_t count, from = 0;
    const cp_sql_token *tokens = cp_sql_scan(arena, sql, &count);
    cp_buf text = { 0 };
    bool ok = true;

    for (size_t i = 0; i < count; i++) {
        const cp_parameter *parameter;

        if (!is_parameter(tokens, i))
            continue;
        parameter
            = cp_parameter_find(dataset, cp_str_slice(tokens[i].text, 1, tokens[i].text.size));
        if (!parameter) {
            ok = cp_no_parameter(dataset, tokens[i].text, at, report);
            continue;
        }
        cp_buf_add(&text, cp_str_slice(sql, from, tokens[i].at));
        add_literal(arena, &text, parameter);
        from = tokens[i].end;
    }
    cp_buf_add(&text, cp_str_slice(sql, from, sql.size));
    *out = cp_str_copy(arena, cp_buf_str(&text));
    cp_buf_free(&text);
    return ok;
}
