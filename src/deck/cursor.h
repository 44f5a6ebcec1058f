/*
 * cursor.h - a place in the source that goes along in step with the parser's tree.
 *
 * The parser's own columns are wrong after \|, entities and indented lines, so
 * places are found again: what the tree says is looked for from the cursor on.
 */
#ifndef CP_DECK_CURSOR_H
#define CP_DECK_CURSOR_H

#include "deck/source.h"

typedef struct cp_cursor {
    const cp_source *source;
    size_t offset, end; /* `end`: of the block that is read */
    int line, column;   /* of `offset`, column in characters from 0 */
} cp_cursor;

/* At the first of a block's lines, counted from 1. */
cp_cursor cp_cursor_at(const cp_source *source, int first_line, int last_line);

cp_place cp_cursor_place(const cp_cursor *cursor);

/* Move to `literal`; its end, SIZE_MAX if it is not there as it is or with escapes. */
size_t cp_cursor_reach(cp_cursor *cursor, cp_str literal);

/* Move behind `literal` and give its place; that of the cursor where entities hide it. */
cp_place cp_cursor_pass(cp_cursor *cursor, cp_str literal);

/* Move to `mark` as it is: with \ ahead the writer wants the signs. */
bool cp_cursor_find_bare(cp_cursor *cursor, cp_str mark);

#endif
