/*
 * claim.h - what the words around a number say it is.
 *
 * A label is what a sentence calls a number: 日均成交额 in "本周日均成交额约为23489亿元".  Labels are
 * compared without the words that all of them may have (本周, 全A); different things must not be
 * taken for one, so anything else makes two labels differ.
 */
#ifndef CP_DECK_CHECK_CLAIM_H
#define CP_DECK_CHECK_CLAIM_H

#include "deck/check/prose.h"

/* The label of what begins at a byte; empty: there is none. */
cp_str cp_label_before(cp_str text, size_t at);

/* `text` without the last of `words` (NULL behind them) that it ends in, again and again. */
cp_str cp_words_strip_tail(cp_str text, const char *const *words);

/* Which of `words` ends `text`, or NULL. */
const char *cp_words_tail(cp_str text, const char *const *words);

/* A value by the label that it has in a text. */
typedef struct cp_claim {
    cp_str label;
    const cp_prose *prose;
    const cp_prose_value *value;
    struct cp_claim *next;
} cp_claim;

/* Of all the values that are a number of their own, not a difference. */
const cp_claim *cp_claims_read(cp_arena *arena, const cp_prose *proses);

/* Where a use stands and what it shows: "{{turnover:.0f}} (deck.md:7)". */
const char *cp_use_words(cp_arena *arena, const cp_value_use *use);

#endif
