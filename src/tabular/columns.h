/*
 * columns.h - how wide each column of a table is; numbers only, no text.
 *
 * Texts that fit on one line keep it, and the room to spare is shared in
 * proportion.  Otherwise columns take widths that make the table's height
 * least, as far as counting lines by widths tells.
 */
#ifndef CP_TABULAR_COLUMNS_H
#define CP_TABULAR_COLUMNS_H

#include "base/arena.h"

#include <stdbool.h>
#include <stddef.h>

typedef struct cp_columns {
    size_t columns, rows;  /* at least one column */
    const double *natural; /* [rows * columns], row by row: each text's width on one line */
    const double *least;   /* [columns]: where a word or a number would be broken */
    double width;          /* to share */
    double waste;          /* what a broken line leaves unused at its end, on average */
    const double *widest; /* [columns]: what all texts of a column would take; NULL: of `natural` */
} cp_columns;

/* False if `width` is below the sum of `least`. */
bool cp_columns_solve(const cp_columns *task, cp_arena *arena, double *widths);

#endif
