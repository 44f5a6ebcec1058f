/*
 * typing.h - what a cell is, and what a column of such cells is.
 *
 * The rule, over all cells of a column that are not missing:
 *
 * - codes with leading zeros or more digits than a number keeps, and nothing but
 *   digits beside them: text;
 * - dates, if for each word there are three and for each other cell two.
 *   Cells that are as well a number (20260413, 2026.04) count as dates if some
 *   other cell is a date for sure, if the column's name speaks of dates, or if
 *   the first column has three or more of them, all going one way; a sheet's
 *   day numbers (46125) if the column is named a date and has no other number;
 * - days with a time behind them, in the first column or one that is named a date: dates where it
 *   is the same time in all cells, as 15:00 of closing prices; else the time tells something and
 *   the column stays text;
 * - numbers, if for each word there are three, and for each cell that only
 *   begins like one (12,3x) two;
 * - else text.
 *
 * So 2 good cells carry one typing error, which is told, and a column where
 * every third cell is a word stays text.
 */
#ifndef CP_READ_TYPING_H
#define CP_READ_TYPING_H

#include "base/number.h"
#include "table/table.h"

typedef enum cp_cell_kind {
    CP_CELL_MISSING,
    CP_CELL_NUMBER,
    CP_CELL_DATE,
    CP_CELL_MOMENT, /* a day and a time of day */
    CP_CELL_EITHER, /* a number that may be meant as a date */
    CP_CELL_SERIAL, /* a number that may be a sheet's own way to keep a day */
    CP_CELL_CODE,   /* 000001, '000001, ="000001" */
    CP_CELL_LONG,   /* digits, more than a number keeps: a code, but for one with a unit */
    CP_CELL_LIKE,   /* begins like a number, and is none */
    CP_CELL_WORD,
    CP_CELL_KINDS
} cp_cell_kind;

typedef struct cp_cell {
    cp_cell_kind kind;
    bool digits;          /* a number of digits alone */
    cp_str text;          /* without blanks around; a code without what made it text in Excel */
    cp_quantity quantity; /* of CP_CELL_NUMBER, _EITHER, _SERIAL and _LONG */
    cp_date date;         /* of CP_CELL_DATE, CP_CELL_MOMENT, CP_CELL_EITHER and CP_CELL_SERIAL */
    int seconds;          /* of CP_CELL_MOMENT, since midnight */
} cp_cell;

void cp_cell_read(cp_str raw, cp_cell *cell);

/* What was counted of a column. */
typedef struct cp_tally {
    size_t kinds[CP_CELL_KINDS];
    size_t digits;     /* cells of digits alone that are no codes */
    cp_date last;      /* of the cells of CP_CELL_EITHER */
    bool rises, falls; /* these, at every step */
    int seconds;       /* of the first cell of CP_CELL_MOMENT */
    bool times;        /* others have another time */
} cp_tally;

/* An empty tally is { .rises = true, .falls = true }. */
void cp_tally_add(cp_tally *tally, const cp_cell *cell);

/* `first` tells whether it is the first column. */
cp_type cp_tally_type(const cp_tally *tally, cp_str name, bool first);

#endif
