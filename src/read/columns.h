/* columns.h - the columns of a table before their cells come: names, units, wishes. */
#ifndef CP_READ_COLUMNS_H
#define CP_READ_COLUMNS_H

#include "read/fill.h"
#include "read/head.h"

/*
 * One filling for each column of `head`.  A name loses its blanks, line breaks
 * and the unit in its brackets, unless two columns would then have one name; a
 * column without a name is called 列3 by its place; of two columns with one name
 * the second is called x_2, which is a warning.  False: a wish is wrong.
 */
bool cp_columns_plan(cp_arena *arena, const cp_grid *grid, const cp_head *head,
                     const cp_read_wish *wish, cp_filling *fillings, cp_report *report);

#endif
