/*
 * report.h - what is wrong, and where the user can mend it.
 *
 * One report follows a whole run.  A function that can fail takes it last and
 * returns false or NULL, which means: the report already says why.  Callers
 * pass that up without a word of their own.  Our own mistakes are assert()s
 * and never get here.
 *
 * Findings live in the job's arena, and so do the file names in their places.
 * A file name in a place can be opened from the working directory.  A table
 * inside a file is written data/book.xlsx[Sheet1], and its lines and columns are
 * rows and columns: data/book.xlsx[Sheet1]!C7.
 */
#ifndef CP_BASE_REPORT_H
#define CP_BASE_REPORT_H

#include "base/str.h"

#include <stdbool.h>

typedef enum cp_severity { CP_NOTE, CP_WARNING, CP_ERROR, CP_SYSTEM } cp_severity;

/* A spot in the user's own text; line and column (in characters) count from 1, 0 = unknown. */
typedef struct cp_place {
    const char *file;
    int line, column;
} cp_place;

typedef struct cp_finding {
    cp_severity severity;
    cp_place place;
    const char *text;
    struct cp_finding *next;
} cp_finding;

/* A file that was read; what a run makes hangs on these. */
typedef struct cp_read_file {
    const char *path;
    const char *digest; /* of the bytes that were read; NULL: it is not known */
    struct cp_read_file *next;
} cp_read_file;

typedef struct cp_report {
    cp_arena *arena;
    cp_finding *first, *last;
    cp_severity worst; /* decides the exit status */
    int errors;        /* findings of CP_ERROR and CP_SYSTEM */
    int warnings;
    cp_read_file *files; /* the last one first, each as often as it was read */
    /* What becomes a file's `digest`; NULL: nobody asks for it. */
    const char *(*digest)(cp_arena *arena, cp_str bytes);
    const struct cp_border *border; /* what may be read, as border.h says; NULL: anything */
} cp_report;

/* Note that a file was read.  A reader that opens files of its own has no `bytes`. */
void cp_report_read(cp_report *report, const char *path, cp_str bytes);

/* Report an error.  Always returns false: `return cp_fail(report, at, ...);` */
bool cp_fail(cp_report *report, cp_place at, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

/* The system failed us: disk full, unreadable.  What fails again, with the same words at the same
 * place, counts again but is told once.  Always returns false. */
bool cp_fail_system(cp_report *report, cp_place at, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

/* Something to know that stops nothing. */
void cp_warn(cp_report *report, cp_place at, const char *format, ...)
    __attribute__((format(printf, 3, 4)));
void cp_note(cp_report *report, cp_place at, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

/* Add the findings of another report behind these; their texts are copied, the rest of it stays. */
void cp_report_add(cp_report *report, const cp_report *other);

/* "data/a.csv:118:3", "data/book.xlsx[Sheet1]!C7", "deck.md"; empty without a file. */
const char *cp_place_text(cp_arena *arena, cp_place place);

/* The finding as compilers write it: "data/a.csv:118:3: error: ..." */
const char *cp_finding_line(cp_arena *arena, const cp_finding *finding);

/* Where an excerpt was taken last, zeroed before the first: findings that follow each other in
 * a file have it read once. */
typedef struct cp_line_mark {
    const char *path;
    int line;
    long offset; /* of the line's first byte */
} cp_line_mark;

/* The user's line a finding speaks of and a caret under its column, two lines
 * without a closing newline; NULL where there is none to show. */
const char *cp_finding_excerpt(cp_arena *arena, const cp_finding *finding, cp_line_mark *mark);

#endif
