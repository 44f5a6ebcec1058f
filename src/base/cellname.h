/* cellname.h - cells of sheets by their names: C7 is row 7, column 3, both from 1. */
#ifndef CP_BASE_CELLNAME_H
#define CP_BASE_CELLNAME_H

#include "base/str.h"

/* As many as a sheet of any program has. */
enum { CP_SHEET_ROWS = 1048576, CP_SHEET_COLUMNS = 16384 };

/* "A" for 1, "AA" for 27. */
cp_str cp_column_letters(cp_arena *arena, int column);

/* Letters, digits or both, in either case, $ before each passed over: "C7", "$C$7", "C", "7".
 * What is not there is 0; false if the text is something else or beyond any sheet. */
bool cp_cellname_parse(cp_str text, int *row, int *column);

#endif
