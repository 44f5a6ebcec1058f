/* guess.h - "did you mean": the known word nearest to a mistyped one. */
#ifndef CP_BASE_GUESS_H
#define CP_BASE_GUESS_H

#include "base/str.h"

/* The nearest of `count` words by edits in code points (a swap of neighbours is
 * one), or NULL where none is near: at most a third of the longer word, rounded up. */
const char *cp_guess(cp_str word, const char *const *words, size_t count);

/* "; did you mean 'x'?", or "; expected a, b or c" when nothing is near and the
 * words are few, else "".  In the arena; for the end of a message. */
const char *cp_guess_text(cp_arena *arena, cp_str word, const char *const *words, size_t count);

#endif
