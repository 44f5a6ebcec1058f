/*
 * sheet.h - the cells of a workbook's sheet, as text, by row and column.
 *
 * Numbers are as stored, days ISO, truths TRUE and FALSE.  A merged range
 * repeats its text to the right (`spanned`) and, where it is no number, down.
 */
#ifndef CP_READ_SHEET_H
#define CP_READ_SHEET_H

#include "base/buf.h"
#include "read/book.h"

#include <stdint.h>

/* A part of a sheet: 0 is an open end. */
typedef struct cp_range {
    int first_row, last_row, first_column, last_column;
} cp_range;

/* "B3:F200", "B:F", "3:200", "B3:F". */
bool cp_range_parse(cp_str text, cp_range *out);

typedef struct cp_sheet_cell {
    uint32_t row;
    uint16_t column;
    bool number;
    bool spanned; /* repeats the cell to its left */
    bool lowered; /* repeats a cell above */
    cp_str text;
} cp_sheet_cell;

/* A cell that has no value to read. */
typedef enum cp_cell_fault { CP_FAULT_NOT_CALCULATED, CP_FAULT_ERROR } cp_cell_fault;

typedef struct cp_faulty_cell {
    uint32_t row;
    uint16_t column;
    cp_cell_fault fault;
    cp_str text; /* "#DIV/0!" */
} cp_faulty_cell;

typedef struct cp_sheet {
    cp_sheet_cell *cells; /* that hold something, in the order of rows and columns */
    size_t count;
    cp_faulty_cell *faulty;
    size_t faulty_count;
    size_t bytes;                  /* about as many as its cells take */
    size_t rows;                   /* that have a cell */
    size_t hidden_rows;            /* of these */
    size_t tall_numbers;           /* merged over rows, of which the first alone has them */
    int first_column, last_column; /* 0: no cell */
} cp_sheet;

/* The cells within `range`, in the arena of `book`, which is loaded. */
bool cp_sheet_read(const cp_book *book, const cp_book_sheet *which, const cp_range *range,
                   cp_sheet *out, cp_report *report);

#endif
