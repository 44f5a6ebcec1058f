/*
 * source.h - a Markdown file made fit for its parser, with every byte's place kept.
 *
 * Line ends become \n, a front matter becomes blank lines, and U+2060 is set
 * inside ** beside punctuation, without which CommonMark does not see bold text
 * in Chinese.  Whoever takes text out of the tree takes U+2060 out of it too:
 * cp_source_plain().  {{...}} stands behind a mark of the same length, so that
 * nothing in it is Markdown: cp_source_brace() finds it again.  What the parser would drop without a word, or would take
 * ages over, is a finding here.
 */
#ifndef CP_DECK_SOURCE_H
#define CP_DECK_SOURCE_H

#include "base/report.h"
#include "base/str.h"

typedef struct cp_source {
    const char *file;
    cp_str text;  /* for the parser */
    cp_str shown; /* the same with the braces in their places, byte for byte */
    size_t brace_count;
    const cp_str *braces; /* {{...}}, in order */
    size_t lines;
    const size_t *start; /* [lines + 1] offsets of the lines' first bytes */
} cp_source;

bool cp_source_prepare(cp_arena *arena, const char *file, cp_str raw, cp_source *out,
                       cp_report *report);

/* Line `line`, counted from 1, without its end; empty outside of the file. */
cp_str cp_source_line(const cp_source *source, int line);

/* The place of a byte of `text`. */
cp_place cp_source_place(const cp_source *source, size_t offset);

/* `text` without U+2060, its braces as they were written. */
cp_str cp_source_plain(cp_arena *arena, const cp_source *source, cp_str text);

/* The first mark of braces in `text` at or behind `from`: `*end` is behind it, `*braces` are what
 * it stands for.  SIZE_MAX: there is none. */
size_t cp_source_brace(const cp_source *source, cp_str text, size_t from, size_t *end,
                       cp_str *braces);

/* The cells of a table's line as GFM counts them; `*last`, if asked for, is the
 * offset in the line of cell `want` (from 0) where there is one. */
size_t cp_source_cells(cp_str line, size_t want, size_t *last);

#endif
