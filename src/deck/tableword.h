/*
 * tableword.h - what Markdown cannot say of a table, said in a comment ahead of it.
 *
 *     <!-- table: widths=1:3 merge=1 sections look=zebra -->
 *
 * widths=  of each column: parts of the width, 90pt, or fit; merge= columns whose blank or
 * repeated cells belong to the cell above; spans: a cell equal to the one at its left is one
 * with it; sections: a row with a first cell only goes over the whole width; point= columns
 * whose decimal points stand one below the other; look= filled, zebra or lines.
 */
#ifndef CP_DECK_TABLEWORD_H
#define CP_DECK_TABLEWORD_H

#include "tabular/tabular.h"

/* A copy of the table with what `value` says; NULL with findings at `at`. */
const cp_tabular_spec *cp_tableword_apply(cp_arena *arena, cp_str value, cp_place at,
                                          const cp_tabular_spec *table, cp_report *report);

#endif
