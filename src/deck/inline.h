/*
 * inline.h - the inside of a Markdown block: letters and their looks.
 *
 * The parser's own columns are wrong after \|, entities and indented lines, so
 * places are found again: a cursor goes along the source in step with the tree.
 */
#ifndef CP_DECK_INLINE_H
#define CP_DECK_INLINE_H

#include "dataset/values.h"
#include "deck/markdown.h"
#include "deck/source.h"

#include <cmark-gfm.h>

typedef struct cp_cursor {
    const cp_source *source;
    size_t offset, end; /* `end`: of the block that is read */
    size_t line_start;
    int line, column; /* of `offset`, column in characters from 0 */
} cp_cursor;

enum { CP_MOST_NOTES = 20 };

typedef struct cp_inline {
    cp_arena *arena;
    cp_report *report;
    cp_values *values;
    cp_cursor cursor;
    /* The footnotes that were referred to since the slide began, by their numbers in the file. */
    int notes[CP_MOST_NOTES];
    size_t note_count;
} cp_inline;

/* Go to a block's lines, counted from 1. */
void cp_inline_enter(cp_inline *in, int first_line, int last_line);

/* The spans of a block's inline children. */
bool cp_inline_spans(cp_inline *in, cmark_node *block, cp_spans *out);

/* Whether the block holds pictures and nothing else but blanks; `*images` counts them. */
bool cp_inline_is_figures(cmark_node *block, size_t *images);
bool cp_inline_images(cp_inline *in, cmark_node *block, size_t count, cp_image *out);

#endif
