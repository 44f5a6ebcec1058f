#include "base/str.h"

#include <assert.h>
#include <stdint.h>
#include <string.h>

cp_str cp_str_from(const char *text)
{
    return text ? (cp_str){ text, strlen(text) } : (cp_str){ 0 };
}

bool cp_str_eq(cp_str a, cp_str b)
{
    assert(a.data || !a.size);
    assert(b.data || !b.size);
    return a.size == b.size && (a.size == 0 || memcmp(a.data, b.data, a.size) == 0);
}

bool cp_str_is(cp_str str, const char *text)
{
    /* Lists of words are searched with this: most differ in the first letter. */
    if (str.size && *text != *str.data)
        return false;
    return cp_str_eq(str, cp_str_from(text));
}

int cp_hex_digit(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

int cp_str_compare(cp_str a, cp_str b)
{
    size_t common = a.size < b.size ? a.size : b.size;
    int order = common ? memcmp(a.data, b.data, common) : 0;

    return order ? order : (a.size > b.size) - (a.size < b.size);
}

bool cp_str_starts(cp_str str, cp_str head)
{
    return str.size >= head.size && cp_str_eq(cp_str_slice(str, 0, head.size), head);
}

bool cp_str_ends(cp_str str, cp_str tail)
{
    return str.size >= tail.size
           && cp_str_eq(cp_str_slice(str, str.size - tail.size, str.size), tail);
}

size_t cp_str_find(cp_str str, cp_str needle, size_t from)
{
    const char *found;

    if (from > str.size || needle.size > str.size - from)
        return SIZE_MAX;
    if (!needle.size)
        return from;
    found = memmem(str.data + from, str.size - from, needle.data, needle.size);
    return found ? (size_t)(found - str.data) : SIZE_MAX;
}

cp_str cp_str_slice(cp_str str, size_t from, size_t to)
{
    if (to > str.size)
        to = str.size;
    if (from > to)
        from = to;
    return (cp_str){ str.data ? str.data + from : NULL, to - from };
}

/* Bytes of the white space at the start of `str`: ASCII, U+00A0, U+3000, U+FEFF. */
static size_t space_ahead(cp_str str)
{
    static const char *const wide[] = { "\xC2\xA0", "\xE3\x80\x80", "\xEF\xBB\xBF" };

    if (str.size && strchr(" \t\r\n\v\f", str.data[0]) && str.data[0])
        return 1;
    for (size_t i = 0; i < sizeof wide / sizeof *wide; i++)
        if (cp_str_starts(str, cp_str_from(wide[i])))
            return strlen(wide[i]);
    return 0;
}

static size_t space_behind(cp_str str)
{
    for (size_t size = 1; size <= 3 && size <= str.size; size++)
        if (space_ahead(cp_str_slice(str, str.size - size, str.size)) == size)
            return size;
    return 0;
}

static bool is_graphic(char byte)
{
    return byte > ' ' && byte < 0x7F;
}

cp_str cp_str_trim(cp_str str)
{
    size_t step;

    /* Nearly every cell of a table, hence worth a look ahead. */
    if (str.size && is_graphic(str.data[0]) && is_graphic(str.data[str.size - 1]))
        return str;
    while ((step = space_ahead(str)))
        str = cp_str_slice(str, step, str.size);
    while ((step = space_behind(str)))
        str.size -= step;
    return str;
}

cp_str cp_str_next(cp_str *rest, char separator)
{
    const char *cut = rest->size ? memchr(rest->data, separator, rest->size) : NULL;
    cp_str piece = *rest;

    if (!cut) {
        *rest = (cp_str){ 0 };
        return piece;
    }
    piece.size = (size_t)(cut - piece.data);
    *rest = cp_str_slice(*rest, piece.size + 1, rest->size);
    return piece;
}

cp_str cp_str_copy(cp_arena *arena, cp_str str)
{
    char *copy;

    if (!str.data)
        return str;
    copy = cp_alloc(arena, str.size + 1);
    memcpy(copy, str.data, str.size);
    return (cp_str){ copy, str.size };
}

const char *cp_str_z(cp_arena *arena, cp_str str)
{
    return str.data ? cp_str_copy(arena, str).data : "";
}

cp_str cp_str_printf(cp_arena *arena, const char *format, ...)
{
    va_list list;
    cp_str text;

    va_start(list, format);
    text = cp_str_from(cp_vprintf(arena, format, list));
    va_end(list);
    return text;
}

cp_str cp_str_replace(cp_arena *arena, cp_str text, cp_str word, cp_str by)
{
    size_t at = cp_str_find(text, word, 0);

    if (at == SIZE_MAX)
        return text;
    return cp_str_printf(arena, CP_FMT CP_FMT CP_FMT, CP_ARG(cp_str_slice(text, 0, at)), CP_ARG(by),
                         CP_ARG(cp_str_slice(text, at + word.size, text.size)));
}

cp_str cp_str_join(cp_arena *arena, const cp_str *items, size_t count, const char *between)
{
    cp_str out = CP_STR("");

    for (size_t i = 0; i < count; i++)
        out = cp_str_printf(arena, CP_FMT "%s" CP_FMT, CP_ARG(out), i ? between : "",
                            CP_ARG(items[i]));
    return out;
}
