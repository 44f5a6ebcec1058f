/*
 * str.h - slices of text: borrowed, counted, UTF-8.
 *
 * A cp_str owns nothing.  A NULL `data` is "no text" (a missing cell), which
 * differs from the empty text.  A NUL stands behind a slice only where a
 * function says so: cp_str_z() makes one for foreign borders.
 */
#ifndef CP_BASE_STR_H
#define CP_BASE_STR_H

#include "base/arena.h"

#include <stdbool.h>
#include <stddef.h>

typedef struct cp_str {
    const char *data;
    size_t size; /* bytes */
} cp_str;

#define CP_STR(literal) ((cp_str){ "" literal, sizeof(literal) - 1 })
#define CP_FMT          "%.*s"
#define CP_ARG(str)     (int)(str).size, ((str).data ? (str).data : "")

cp_str cp_str_from(const char *text); /* NULL gives "no text" */

bool cp_str_eq(cp_str a, cp_str b);
bool cp_str_is(cp_str str, const char *text);
int cp_str_compare(cp_str a, cp_str b); /* by bytes, which is by code point */
bool cp_str_starts(cp_str str, cp_str head);
bool cp_str_ends(cp_str str, cp_str tail);

int cp_hex_digit(char c); /* 0 to 15; -1: it is none */

/* The byte offset of `needle` at or after `from`, or SIZE_MAX. */
size_t cp_str_find(cp_str str, cp_str needle, size_t from);

cp_str cp_str_slice(cp_str str, size_t from, size_t to); /* bytes from..to-1, clamped */
cp_str cp_str_trim(cp_str str); /* without white space around, U+3000, U+00A0 and U+FEFF included */

/* Cut `*rest` at the first `separator`: the piece before it; `*rest` goes on
 * behind it and becomes "no text" after the last piece. */
cp_str cp_str_next(cp_str *rest, char separator);

cp_str cp_str_copy(cp_arena *arena, cp_str str); /* with a NUL behind */
const char *cp_str_z(cp_arena *arena, cp_str str);

/* With the first `word` in it made `by`; the text itself where there is none. */
cp_str cp_str_replace(cp_arena *arena, cp_str text, cp_str word, cp_str by);

/* The items in one text, `between` each two; a NUL behind. */
cp_str cp_str_join(cp_arena *arena, const cp_str *items, size_t count, const char *between);

/* As cp_printf(), with a length. */
cp_str cp_str_printf(cp_arena *arena, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

#endif
