/*
 * lines.h - the physical lines of a text, and places in it.
 *
 * CR, LF and CRLF each end a line, in any mixture.  Lines count from 1.
 */
#ifndef CP_READ_LINES_H
#define CP_READ_LINES_H

#include "base/report.h"
#include "base/str.h"

#include <stdint.h>

/* A walk over lines; zero but for `text`. */
typedef struct cp_lines {
    cp_str text;
    size_t at;       /* where the next line begins */
    uint32_t number; /* of the line given last */
    size_t feed;     /* the next LF at or behind `at`, looked for once */
} cp_lines;

/* The next line with its end; the last one may have none. */
bool cp_lines_next(cp_lines *lines, cp_str *line);

/* `line` without its end. */
cp_str cp_line_content(cp_str line);

bool cp_line_blank(cp_str line);

/* Where line `number` begins, or the end of the text. */
size_t cp_line_start(cp_str text, uint32_t number);

/* The byte `offset` of `text` as a place, the text's first byte standing at
 * `origin`.  Where that is in column 5, say in a block of a YAML file, every
 * line of the text is indented so. */
cp_place cp_text_place(cp_place origin, cp_str text, size_t offset);

#endif
