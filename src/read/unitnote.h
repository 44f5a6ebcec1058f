/*
 * unitnote.h - 单位：亿元 above the names: the unit of columns without one of their own.
 *
 * A unit in a header, in the cells or in the pack wins.  Columns whose names
 * speak of a share, a rank, a code or a year take none, and those that speak of
 * a number of things none of money.  The columns are told, for it is a guess.
 */
#ifndef CP_READ_UNITNOTE_H
#define CP_READ_UNITNOTE_H

#include "read/fill.h"
#include "read/head.h"

typedef struct cp_unit_note {
    cp_str text; /* the cell; empty: there is no such note */
    cp_str unit; /* empty where it names none that is known, or notes differ */
    uint32_t line;
    size_t field;
} cp_unit_note;

/* Look for a note in the rows above line `before`. */
void cp_unit_note_find(const cp_raw_row *rows, size_t count, uint32_t before, cp_unit_note *note);

/* Gives its unit to the columns it is meant for, once they are filled. */
void cp_unit_note_apply(cp_arena *arena, const cp_unit_note *note, const cp_grid *grid,
                        cp_filling *fillings, size_t width, cp_report *report);

#endif
