#include "dataset/token.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

static bool is_name_byte(char byte)
{
    return isalnum((unsigned char)byte) || byte == '_' || byte == '$' || (byte & 0x80);
}

static char byte_at(cp_str sql, size_t at)
{
    return at < sql.size ? sql.data[at] : '\0';
}

static size_t skip_blank(cp_str sql, size_t at)
{
    for (;;) {
        size_t end;

        while (at < sql.size && isspace((unsigned char)sql.data[at]))
            at++;
        if (byte_at(sql, at) == '-' && byte_at(sql, at + 1) == '-')
            end = cp_str_find(sql, CP_STR("\n"), at);
        else if (byte_at(sql, at) == '/' && byte_at(sql, at + 1) == '*')
            end = cp_str_find(sql, CP_STR("*/"), at + 2);
        else
            return at;
        at = end == (size_t)-1 ? sql.size : end + (sql.data[end] == '*' ? 2 : 1);
    }
}

/* The end of a quoted piece that opens at `at`; a doubled quote goes on. */
static size_t quoted_end(cp_str sql, size_t at)
{
    char close = sql.data[at] == '[' ? ']' : sql.data[at];

    for (at++; at < sql.size; at++) {
        if (sql.data[at] != close)
            continue;
        if (close == ']' || byte_at(sql, at + 1) != close)
            return at + 1;
        at++;
    }
    return sql.size;
}

static cp_str unquote(cp_arena *arena, cp_str piece)
{
    char quote = piece.data[0];
    cp_str inside = cp_str_slice(piece, 1, piece.size > 1 ? piece.size - 1 : 1);
    char *copy;
    size_t size = 0;

    if (quote == '[' || !memchr(inside.data, quote, inside.size))
        return inside;
    copy = cp_alloc(arena, inside.size);
    for (size_t i = 0; i < inside.size; i++) {
        copy[size++] = inside.data[i];
        i += inside.data[i] == quote;
    }
    return (cp_str){ copy, size };
}

static size_t number_end(cp_str sql, size_t at)
{
    while (at < sql.size && (is_name_byte(sql.data[at]) || sql.data[at] == '.')) {
        bool exponent = (sql.data[at] | 0x20) == 'e';

        at++;
        if (exponent && (byte_at(sql, at) == '+' || byte_at(sql, at) == '-'))
            at++;
    }
    return at;
}

static size_t sign_end(cp_str sql, size_t at)
{
    static const char *const signs[]
        = { "->>", "->", "||", "<<", ">>", "<=", ">=", "<>", "!=", "==", NULL };

    for (size_t i = 0; signs[i]; i++)
        if (cp_str_starts(cp_str_slice(sql, at, sql.size), cp_str_from(signs[i])))
            return at + strlen(signs[i]);
    return at + 1;
}

static size_t word_end(cp_str sql, size_t at)
{
    while (at < sql.size && is_name_byte(sql.data[at]))
        at++;
    return at;
}

static cp_sql_token next_token(cp_arena *arena, cp_str sql, size_t at)
{
    cp_sql_token token = { .kind = CP_SQL_SIGN, .at = at };
    char byte = byte_at(sql, at), second = byte_at(sql, at + 1);

    if (at >= sql.size) {
        token.kind = CP_SQL_END;
        token.end = at;
    } else if (byte == '\'' || byte == '"' || byte == '`' || byte == '[') {
        token.kind = byte == '\'' ? CP_SQL_TEXT : CP_SQL_NAME;
        token.end = quoted_end(sql, at);
    } else if ((byte | 0x20) == 'x' && second == '\'') {
        token.kind = CP_SQL_NUMBER;
        token.end = quoted_end(sql, at + 1);
    } else if (isdigit((unsigned char)byte) || (byte == '.' && isdigit((unsigned char)second))) {
        token.kind = CP_SQL_NUMBER;
        token.end = number_end(sql, at);
    } else if (strchr(":@$?#", byte)) {
        token.kind = CP_SQL_PARAMETER;
        token.end = word_end(sql, at + 1);
    } else if (is_name_byte(byte)) {
        token.kind = CP_SQL_WORD;
        token.end = word_end(sql, at);
    } else {
        token.end = sign_end(sql, at);
    }
    token.text = cp_str_slice(sql, at, token.end);
    if (token.kind == CP_SQL_TEXT || token.kind == CP_SQL_NAME)
        token.text = unquote(arena, token.text);
    return token;
}

cp_sql_token *cp_sql_scan(cp_arena *arena, cp_str sql, size_t *count)
{
    cp_sql_token *tokens = NULL;
    size_t capacity = 0, at = 0;

    *count = 0;
    do {
        if (*count == capacity) {
            cp_sql_token *more = cp_new_array(arena, cp_sql_token, capacity * 2 + 64);

            if (tokens)
                memcpy(more, tokens, capacity * sizeof *tokens);
            tokens = more;
            capacity = capacity * 2 + 64;
        }
        tokens[*count] = next_token(arena, sql, skip_blank(sql, at));
        at = tokens[*count].end;
    } while (tokens[(*count)++].kind != CP_SQL_END);
    --*count;
    return tokens;
}

bool cp_sql_same(cp_str a, cp_str b)
{
    return a.size == b.size && (a.size == 0 || strncasecmp(a.data, b.data, a.size) == 0);
}

bool cp_sql_is(const cp_sql_token *token, const char *text)
{
    return (token->kind == CP_SQL_WORD || token->kind == CP_SQL_SIGN)
           && cp_sql_same(token->text, cp_str_from(text));
}
