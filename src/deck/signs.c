#include "deck/signs.h"

#include <stdint.h>
#include <string.h>

#define MINUS "\u2212"

static bool is_digit(cp_str text, size_t at)
{
    return at < text.size && text.data[at] >= '0' && text.data[at] <= '9';
}

/* A sign behind a letter or a figure joins two of them. */
static bool is_joined(cp_str text, size_t at)
{
    unsigned char byte = at ? (unsigned char)text.data[at - 1] : ' ';

    return (byte >= '0' && byte <= '9') || ((byte | 0x20) >= 'a' && (byte | 0x20) <= 'z')
           || byte == ')' || byte == '%' || byte == '-';
}

/* The bytes of the sign at `at`, 0 if none stands there; `*falls` for a minus. */
static size_t sign_at(cp_str text, size_t at, bool *falls)
{
    size_t size = 0;

    if (text.data[at] == '+' || text.data[at] == '-')
        size = 1;
    else if (cp_str_starts(cp_str_slice(text, at, text.size), CP_STR(MINUS)))
        size = sizeof MINUS - 1;
    *falls = text.data[at] != '+';
    return size && is_digit(text, at + size) && !is_joined(text, at) ? size : 0;
}

static size_t number_end(cp_str text, size_t at)
{
    while (is_digit(text, at)
           || (at < text.size && strchr(".,", text.data[at]) && is_digit(text, at + 1)))
        at++;
    return at + (at < text.size && text.data[at] == '%');
}

/* The next signed number at or behind `at`; false if there is none. */
static bool find_number(cp_str text, size_t at, size_t *from, size_t *to, bool *falls)
{
    for (; at < text.size; at++) {
        size_t sign = sign_at(text, at, falls);

        if (!sign)
            continue;
        *from = at;
        *to = number_end(text, at + sign);
        return true;
    }
    return false;
}

static size_t count_numbers(cp_str text)
{
    size_t count = 0, from, to = 0;
    bool falls;

    while (find_number(text, to, &from, &to, &falls))
        count++;
    return count;
}

static void add_part(cp_spans *out, const cp_span *span, size_t from, size_t to)
{
    if (from == to)
        return;
    out->item[out->count] = *span;
    out->item[out->count++].text = cp_str_slice(span->text, from, to);
}

static void add_signed(cp_spans *out, const cp_span *span, const cp_signs *signs)
{
    size_t at = 0, from, to;
    bool falls;

    while (!span->tinted && find_number(span->text, at, &from, &to, &falls)) {
        add_part(out, span, at, from);
        add_part(out, span, from, to);
        out->item[out->count - 1].tinted = true;
        out->item[out->count - 1].color = falls ? signs->down : signs->up;
        at = to;
    }
    add_part(out, span, at, span->text.size);
}

cp_spans cp_spans_sign(cp_arena *arena, const cp_spans *spans, const cp_signs *signs)
{
    size_t most = spans->count;
    cp_spans out = { 0 };

    for (size_t i = 0; i < spans->count; i++)
        most += 2 * count_numbers(spans->item[i].text);
    out.item = cp_new_array(arena, cp_span, most + 1);
    for (size_t i = 0; i < spans->count; i++)
        add_signed(&out, &spans->item[i], signs);
    return out;
}
