/* inline.h - the inside of a Markdown block: letters and their looks, pictures. */
#ifndef CP_DECK_INLINE_H
#define CP_DECK_INLINE_H

#include "dataset/values.h"
#include "deck/cursor.h"
#include "deck/markdown.h"

#include <cmark-gfm.h>

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

/* %20 as editors write it when a picture is dropped into the text. */
cp_str cp_decode_path(cp_arena *arena, cp_str url);

#endif
