/*
 * lookalike.h - columns that stay text, and rows that stay rows, though a reader would see more in them.
 *
 * An amount with a currency sign is no number here, for nothing says which unit the column has
 * (a ¥ may be yuan or yen); a day behind its month, or before it, is no date, for nothing says which of
 * them comes first; the row called 合计 may be the sum of those above, or a name.  None of these is
 * guessed; that it was seen is told.
 */
#ifndef CP_READ_LOOKALIKE_H
#define CP_READ_LOOKALIKE_H

#include "read/grid.h"
#include "table/table.h"

/* A note at the first such cell of a text column, if all of its cells are such or what they look
 * like; `lines` has the line of each row, `field` is the column's. */
void cp_lookalike_tell(const cp_grid *grid, const cp_column *column, const uint32_t *lines,
                       size_t rows, size_t field, cp_report *report);

/* A note at the first row that the first column of texts calls a sum, if it stands behind others:
 * who adds the column up counts it twice. */
void cp_sum_row_tell(const cp_table *table, cp_report *report);

#endif
