#include "paint/svg_css.h"

#include <ctype.h>
#include <stdint.h>
#include <string.h>
#include <strings.h>

static int hex_value(char c)
{
    return isdigit((unsigned char)c)    ? c - '0'
           : isxdigit((unsigned char)c) ? tolower((unsigned char)c) - 'a' + 10
                                        : -1;
}

/* \75 and \u alike are a u; letters beyond ASCII matter to nobody here. */
static size_t take_escape(cp_str text, size_t at, char *out)
{
    unsigned code = 0;
    size_t digits = 0;

    while (digits < 6 && at < text.size && hex_value(text.data[at]) >= 0) {
        code = code * 16 + (unsigned)hex_value(text.data[at++]);
        digits++;
    }
    if (!digits) {
        *out = at < text.size ? text.data[at++] : ' ';
        return at;
    }
    *out = code && code < 0x80 ? (char)code : '?';
    return at + (at < text.size && isspace((unsigned char)text.data[at]));
}

/* The quote that is open behind a letter; 0: none. */
static char quote_behind(char quote, char c)
{
    if (quote)
        return c == quote || c == '\n' ? 0 : quote;
    return c == '"' || c == '\'' ? c : 0;
}

cp_str cp_css_plain(cp_arena *arena, cp_str text)
{
    char *out = cp_alloc(arena, text.size + 1), quote = 0;
    size_t size = 0;

    for (size_t at = 0; at < text.size;) {
        if (!quote && cp_str_starts(cp_str_slice(text, at, text.size), CP_STR("/*"))) {
            size_t end = cp_str_find(text, CP_STR("*/"), at + 2);

            out[size++] = ' ';
            at = end == SIZE_MAX ? text.size : end + 2;
        } else if (text.data[at] == '\\') {
            at = take_escape(text, at + 1, &out[size++]);
        } else {
            char c = text.data[at++];

            quote = quote_behind(quote, c);
            out[size++] = quote && strchr("{}", c) ? '?' : c;
        }
    }
    return (cp_str){ out, size };
}

size_t cp_css_find(cp_str text, cp_str word, size_t from)
{
    for (size_t at = from; at + word.size <= text.size; at++)
        if (strncasecmp(text.data + at, word.data, word.size) == 0)
            return at;
    return SIZE_MAX;
}

bool cp_css_is_inside(cp_str address)
{
    return !address.size || cp_str_starts(address, CP_STR("#"))
           || (cp_css_find(cp_str_slice(address, 0, 5), CP_STR("data:"), 0) == 0
               && cp_str_find(address, CP_STR("#"), 0) == SIZE_MAX);
}

/* What stands between the brackets of url(), in quotes or not, from `at` on; `at` goes behind it. */
static cp_str take_address(cp_str text, size_t *at)
{
    size_t from = *at, end;

    while (from < text.size && isspace((unsigned char)text.data[from]))
        from++;
    if (from < text.size && strchr("\"'", text.data[from]))
        end = cp_str_find(text, cp_str_slice(text, from, from + 1), from + 1);
    else
        end = cp_str_find(text, CP_STR(")"), from--);
    *at = end = end == SIZE_MAX ? text.size : end;
    return cp_str_trim(cp_str_slice(text, from + 1, end));
}

cp_str cp_css_outside(cp_str plain)
{
    size_t at = 0;

    while ((at = cp_css_find(plain, CP_STR("url("), at)) != SIZE_MAX) {
        cp_str address;

        at += 4;
        address = take_address(plain, &at);
        if (!cp_css_is_inside(address))
            return address;
    }
    return (cp_str){ 0 };
}

bool cp_css_next(cp_str *rest, cp_str *selectors, cp_str *body)
{
    cp_str rule = cp_str_next(rest, '}');

    /* Of `@media x { a { ...` the innermost counts. */
    for (*selectors = cp_str_next(&rule, '{'); cp_str_find(rule, CP_STR("{"), 0) != SIZE_MAX;)
        *selectors = cp_str_next(&rule, '{');
    *body = rule;
    return selectors->size || rest->size;
}

static bool has_word(cp_str words, cp_str word)
{
    while (words.size) {
        cp_str one;

        words = cp_str_trim(words);
        one = cp_str_next(&words, ' ');
        if (cp_str_eq(one, word))
            return true;
    }
    return false;
}

/* The text behind the last of some signs; all of it if none is there. */
static cp_str behind(cp_str text, const char *signs)
{
    size_t at = text.size;

    while (at > 0 && !strchr(signs, text.data[at - 1]))
        at--;
    return cp_str_slice(text, at, text.size);
}

static bool selects(cp_str selector, cp_str name, cp_str id, cp_str classes)
{
    cp_str last = behind(cp_str_trim(selector), " \t\r\n>+~"), word = behind(last, ".#");

    for (size_t i = 0; i < last.size; i++)
        if (strchr("*[]:()?", last.data[i]))
            return true;
    if (word.size == last.size)
        return cp_str_eq(word, name);
    return word.data[-1] == '.' ? has_word(classes, word) : cp_str_eq(word, id);
}

bool cp_css_selects(cp_str selectors, cp_str name, cp_str id, cp_str classes)
{
    while (selectors.size)
        if (selects(cp_str_next(&selectors, ','), name, id, classes))
            return true;
    return false;
}
