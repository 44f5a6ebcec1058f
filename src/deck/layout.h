/* layout.h - the words of <!-- layout: ... -->. */
#ifndef CP_DECK_LAYOUT_H
#define CP_DECK_LAYOUT_H

#include "deck/slide.h"

/* text-left 45%, text-right, text-top, text-bottom, rows, 2+1, 2x2; several with blanks between. */
bool cp_layout_read(cp_arena *arena, cp_str value, cp_place place, cp_layout *out,
                    cp_report *report);

/* 40% 60%: parts of a row's width, each of an item; together no more than the row. */
bool cp_widths_read(cp_str value, cp_place place, double *out, size_t *count, cp_report *report);

/* "2+1". */
cp_str cp_rows_name(cp_arena *arena, const cp_rows *rows);

#endif
