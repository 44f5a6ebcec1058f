/*
 * fill.h - columns while their cells come in.
 *
 * Each column is filled as the type it seems to have and tallied as it comes.
 * Where the tally of all its cells says otherwise in the end, the column is
 * begun anew and the file walked once more for it.  Nothing but the columns,
 * the tallies and a few bad cells is held.
 */
#ifndef CP_READ_FILL_H
#define CP_READ_FILL_H

#include "read/bad.h"
#include "read/grid.h"
#include "read/typing.h"

/* How a column's numbers were written first: with % or the like, or bare. */
typedef enum cp_writing { CP_WRITING_UNKNOWN, CP_WRITING_SHARE, CP_WRITING_PLAIN } cp_writing;

typedef struct cp_filling {
    cp_column column; /* its values have room for all rows */
    bool unnamed;
    bool settled;      /* the type is the pack's word */
    bool unit_settled; /* and so is the unit, which may be none */
    bool active;       /* takes cells in this walk */
    cp_tally tally;
    cp_bad_list *bad; /* NULL: none */
    bool units;       /* stand in the cells */
    cp_str base;      /* of these, where the column has no unit */
    cp_writing writing;
    struct cp_text_cache *cache;
} cp_filling;

typedef struct cp_fill {
    cp_sink sink; /* for walk() */
    cp_arena *arena;
    uint32_t last_head_line; /* rows up to it are not the table's */
    cp_filling *fillings;
    size_t width;
    bool even;       /* a row that ends early is no shorter than the others */
    size_t capacity; /* rows there is room for */
    size_t rows;
    uint32_t *row_lines;

    /* The current row. */
    size_t field; /* of the cell to come */
    bool any;     /* cell was there */
    bool held;    /* its first cell, which may be a line below the table */
    cp_buf held_text;

    /* What the first walk saw. */
    bool first_walk;
    cp_bad_list *surplus;
    size_t short_rows;
    uint32_t first_short;     /* the line of the first of them */
    size_t first_short_cells; /* and how many it has */
    cp_str source;            /* the closing line that names it, or empty */
    uint32_t first_note;      /* the line of the first other line kept out; 0: none */
    size_t notes;

    char *text_at; /* what is left of the texts' current piece of memory */
    size_t text_left;
} cp_fill;

/* Ready for a walk over the same rows as before, if there was one. */
void cp_fill_rewind(cp_fill *fill);

/* Room for a column's values; those it has are forgotten. */
void cp_filling_start(cp_fill *fill, cp_filling *filling, cp_type type);

void cp_fill_free(cp_fill *fill);

#endif
