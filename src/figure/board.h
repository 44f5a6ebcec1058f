/*
 * board.h - a matrix of tinted cells, from its rows to its ink.
 *
 * board.c reads the spec and draws; board_rows.c turns rows into cells.
 */
#ifndef CP_FIGURE_BOARD_H
#define CP_FIGURE_BOARD_H

#include "figure/rows.h"
#include "figure/words.h"

/* More would be a table, or a mistake. */
enum { CP_BOARD_MOST = 60 };

typedef enum cp_board_order {
    CP_BOARD_ROWS,
    CP_BOARD_MOST_FIRST,
    CP_BOARD_LEAST_FIRST
} cp_board_order;

typedef struct cp_board_cell {
    bool there, marked;
    double value; /* NaN: none */
    cp_words label, number;
} cp_board_cell;

typedef struct cp_board {
    /* the spec */
    cp_row_source source;
    cp_node *x;
    cp_str y, label, value;
    cp_number_format format;
    int top, order, repeats;
    double strongest;
    cp_texts highlight;
    struct {
        cp_str field, format;
    } head;
    /* its cells, row by row */
    size_t columns, rows;
    cp_words *heads, *stubs; /* stubs NULL: the rows have no names */
    cp_board_cell *cells;
    double full; /* the size of the value that has the strongest tint */
} cp_board;

/* Fill in the cells from the rows; what is wrong with them is told at its place. */
bool cp_board_load(cp_board *board, cp_figure *figure, const cp_figure_env *env);

/* Behind faults of the spec: whether the rows have the columns it names. */
void cp_board_check(cp_board *board, const cp_figure_env *env);

static inline cp_board_cell *cp_board_at(const cp_board *board, size_t row, size_t column)
{
    return &board->cells[row * board->columns + column];
}

#endif
