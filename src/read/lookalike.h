/*
 * lookalike.h - columns that stay text though a reader of their cells would see more in them.
 *
 * An amount with a currency sign is no number here, for nothing says which unit the column has
 * (a ¥ may be yuan or yen); a day behind its month, or before it, is no date, for nothing says which of
 * them comes first.  Neither is guessed; that it was seen is told.
 */
#ifndef CP_READ_LOOKALIKE_H
#define CP_READ_LOOKALIKE_H

#include "read/grid.h"
#include "table/table.h"

/* A note at the first such cell of a text column, if all of its cells are such or what they look
 * like; `lines` has the line of each row, `field` is the column's. */
void cp_lookalike_tell(const cp_grid *grid, const cp_column *column, const uint32_t *lines,
                       size_t rows, size_t field, cp_report *report);

#endif
