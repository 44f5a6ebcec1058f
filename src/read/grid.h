/*
 * grid.h - a file as rows of raw cells, whatever its format, and the table
 * that is made of them.
 *
 * A format's file walks its cells past a sink; it walks them again as often as
 * it is asked to, so nobody holds the raw cells of a large file.  All that is
 * common to formats (header, units, types, closing lines) happens here.
 */
#ifndef CP_READ_GRID_H
#define CP_READ_GRID_H

#include "read/reader.h"

/* Who takes cells: the first member of a struct of its own. */
typedef struct cp_sink {
    uint32_t line; /* where the row begins that is being told, from 1 in the text */
    bool spanned;  /* the cell repeats the one to its left, which is merged over it */
    void (*cell)(struct cp_sink *sink, cp_str text); /* borrowed until it returns */
    bool (*row)(struct cp_sink *sink);               /* the row is complete; false: enough */
} cp_sink;

/* A format's file: the first member of a struct of its own. */
typedef struct cp_grid {
    cp_place origin;      /* of the first byte */
    uint32_t lines;       /* that are not blank: no fewer than the rows */
    uint32_t lines_after; /* blank ones that end the file */
    size_t bytes;
    size_t width;       /* columns, where the format has them; 0: each row says itself */
    size_t first_field; /* of the file that is the first here */
    /* Rows in the file's order, those without any cell left out.  False: the
     * report says what is broken. */
    bool (*walk)(const struct cp_grid *grid, cp_sink *sink, cp_report *report);
    /* Where the cell of the row at `line` begins; `field` counts from 0. */
    cp_place (*place)(const struct cp_grid *grid, uint32_t line, size_t field);
} cp_grid;

/* What walk() must refuse: more cells in one row than any sheet has columns. */
enum { CP_MAX_FIELDS = 16384 };

/* The table of a grid.  Cells that are not understood are findings, and
 * missing; NULL is for a grid that has no table in it. */
cp_table *cp_grid_table(cp_arena *arena, const cp_grid *grid, const cp_read_wish *wish,
                        cp_read_story *story, cp_report *report);

#endif
