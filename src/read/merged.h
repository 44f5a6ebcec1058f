/*
 * merged.h - names of several rows in a text, which has no merged cells to show it.
 *
 *     日期,北向,,南向,         日期 over nothing, 北向 over two: what was merged in the sheet is a
 *     ,买入,卖出,买入,卖出     word and blanks behind it that the row below fills
 */
#ifndef CP_READ_MERGED_H
#define CP_READ_MERGED_H

#include "read/head.h"

/* Mark such blanks as spanned, and repeat in them what spans them.  Rows of a format that has
 * merged cells of its own are left as they are. */
void cp_head_merge(cp_arena *arena, cp_raw_row *rows, size_t count);

#endif
