/*
 * prose.h - the texts of a deck as its readers see them, and which letters of them are values.
 *
 * Whatever does not come of {{...}} was typed, and can be wrong.
 */
#ifndef CP_DECK_CHECK_PROSE_H
#define CP_DECK_CHECK_PROSE_H

#include "deck/slide.h"

typedef enum cp_prose_kind {
    CP_PROSE_TITLE,
    CP_PROSE_TEXT,
    CP_PROSE_CAPTION, /* in the deck, or a figure's own title */
    CP_PROSE_NOTE,    /* source lines, remarks and footnotes */
    CP_PROSE_CELL     /* of a table, drawn by a figure or written as one */
} cp_prose_kind;

/* A stretch of a prose that a value has given. */
typedef struct cp_prose_value {
    const cp_value_use *use;
    size_t from, to; /* bytes of its text */
    struct cp_prose_value *next;
} cp_prose_value;

typedef struct cp_prose {
    cp_prose_kind kind;
    cp_str text;
    cp_place place;         /* its first letter, or only its file and line */
    const cp_spans *spans;  /* that the text is joined of; NULL: it is one */
    cp_prose_value *values; /* in order */
    struct cp_prose *next;
} cp_prose;

/* All of them, slide by slide. */
const cp_prose *cp_proses_read(cp_arena *arena, const cp_slides *slides, const cp_values *values);

cp_place cp_prose_place(const cp_prose *prose, size_t byte);

/* Whether no value has a part in these bytes. */
bool cp_prose_is_typed(const cp_prose *prose, size_t from, size_t to);

#endif
