/*
 * utf8.h - code points, and the classes of characters that layout asks for.
 *
 * Texts inside chartpack are valid UTF-8: readers and parsers refuse or convert
 * everything else at the border.
 */
#ifndef CP_BASE_UTF8_H
#define CP_BASE_UTF8_H

#include "base/str.h"

#include <stdint.h>

/* Whether `text` is well-formed: shortest forms, no surrogates, up to U+10FFFF.
 * `*bad`, if asked for, is the byte offset of the first fault. */
bool cp_utf8_valid(cp_str text, size_t *bad);

/* `text` as one line that every terminal and JSON can take, a NUL behind it: blanks for line ends
 * and tabs, U+FFFD for other controls and for bytes that are no character. */
cp_str cp_utf8_line(cp_arena *arena, cp_str text);

/* The code point at `*at`, which moves behind it.  `text` is valid. */
uint32_t cp_utf8_next(cp_str text, size_t *at);

size_t cp_utf8_count(cp_str text); /* code points */

/* Append one code point. */
size_t cp_utf8_put(uint32_t code, char out[4]);

bool cp_is_han(uint32_t code);  /* an ideograph */
bool cp_is_wide(uint32_t code); /* two cells wide on a terminal: Han, kana, full-width forms */
int cp_utf8_cells(cp_str text); /* cells on a terminal */

/* Full-width letters, digits, signs and blanks as the ASCII they stand for, written to `room`;
 * `text` itself where that is too small. */
cp_str cp_utf8_narrow(cp_str text, char *room, size_t size);

#endif
