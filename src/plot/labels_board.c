#include "plot/labels_board.h"

#include <math.h>
#include <string.h>

#include "plot/labels_shape.h"

static const double slack = 1e-7;

void cp_board_begin(cp_arena *arena, cp_board *board, const cp_label_task *task)
{
    double width = 1, height = 1;

    for (size_t i = 0; i < task->count; i++) {
        width += task->wish[i].size.width / (double)task->count;
        height += task->wish[i].size.height / (double)task->count;
    }
    *board = (cp_board){ .arena = arena, .between = task->rules.between };
    board->cells = cp_cells_over(task->frame, width, height * 1.5);
    board->cell = cp_new_array(arena, cp_board_cell,
                               (size_t)board->cells.columns * (size_t)board->cells.rows);
    board->at = cp_new_array(arena, const cp_spot *, task->count);
    board->now = cp_new_array(arena, cp_spot, task->count);
    board->seen = cp_new_array(arena, uint32_t, task->count);
}

static void cell_add(cp_arena *arena, cp_board_cell *cell, size_t label)
{
    if (cell->count == cell->size) {
        int size = cell->size ? cell->size * 2 : 8;
        uint32_t *grown = cp_new_array(arena, uint32_t, (size_t)size);

        if (cell->count > 0)
            memcpy(grown, cell->label, (size_t)cell->count * sizeof *grown);
        cell->label = grown;
        cell->size = size;
    }
    cell->label[cell->count++] = (uint32_t)label;
}

static void cell_remove(cp_board_cell *cell, size_t label)
{
    for (int i = 0; i < cell->count; i++)
        if (cell->label[i] == label) {
            cell->label[i] = cell->label[--cell->count];
            return;
        }
}

typedef struct span {
    int first, last;
} span;

static span columns_of_box(const cp_cells *cells, cp_rect box, double clear)
{
    return (span){ cp_cells_column(cells, box.x - clear),
                   cp_cells_column(cells, box.x + box.width + clear) };
}

static span rows_of_box(const cp_cells *cells, cp_rect box, double clear)
{
    return (span){ cp_cells_row(cells, box.y - clear),
                   cp_cells_row(cells, box.y + box.height + clear) };
}

static span rows_of_leader(const cp_cells *cells, const cp_spot *spot, double clear)
{
    return (span){ cp_cells_row(cells, cp_lesser(spot->from.y, spot->to.y) - clear),
                   cp_cells_row(cells, cp_greater(spot->from.y, spot->to.y) + clear) };
}

static cp_board_cell *cell_at(cp_board *board, int row, int column)
{
    return &board->cell[(size_t)row * (size_t)board->cells.columns + (size_t)column];
}

static void mark_cells(cp_board *board, size_t label, int row, span columns, bool put)
{
    for (int column = columns.first; column <= columns.last; column++)
        if (put)
            cell_add(board->arena, cell_at(board, row, column), label);
        else
            cell_remove(cell_at(board, row, column), label);
}

/* A cell that holds both the box and the leader has the label twice. */
static void mark_label(cp_board *board, size_t label, bool put)
{
    const cp_spot *spot = &board->now[label];
    const cp_cells *cells = &board->cells;
    span rows = rows_of_box(cells, spot->box, 0), columns = columns_of_box(cells, spot->box, 0);

    for (int row = rows.first; row <= rows.last; row++)
        mark_cells(board, label, row, columns, put);
    if (!spot->led)
        return;
    rows = rows_of_leader(cells, spot, 0);
    for (int row = rows.first; row <= rows.last; row++) {
        cp_cells_of_line(cells, spot->from, spot->to, 0, row, &columns.first, &columns.last);
        mark_cells(board, label, row, columns, put);
    }
}

void cp_board_put(cp_board *board, size_t label, const cp_spot *spot)
{
    board->at[label] = spot;
    board->now[label] = *spot;
    mark_label(board, label, true);
}

void cp_board_take(cp_board *board, size_t label)
{
    mark_label(board, label, false);
    board->at[label] = NULL;
}

static bool clash(const cp_spot *a, const cp_spot *b, double between)
{
    if (cp_boxes_near(a->box, b->box, between))
        return true;
    if (a->led && cp_line_meets_box(a->from, a->to, cp_rect_grown(b->box, between)))
        return true;
    if (!b->led)
        return false;
    return cp_line_meets_box(b->from, b->to, cp_rect_grown(a->box, between))
           || (a->led && cp_lines_distance(a->from, a->to, b->from, b->to) < between);
}

typedef struct question {
    const cp_spot *spot;
    const double *weight;
    double most;
    cp_hits *hits;
} question;

static bool ask_cells(cp_board *board, int row, span columns, const question *of)
{
    for (int column = columns.first; column <= columns.last; column++) {
        const cp_board_cell *cell = cell_at(board, row, column);

        for (int i = 0; i < cell->count; i++) {
            uint32_t other = cell->label[i];

            if (board->seen[other] == board->round)
                continue;
            board->seen[other] = board->round;
            if (!clash(of->spot, &board->now[other], board->between - slack))
                continue;
            of->hits->weight += of->weight[other];
            if (of->hits->weight >= of->most || of->hits->count == CP_HITS_MOST)
                return false;
            of->hits->label[of->hits->count++] = other;
        }
    }
    return true;
}

bool cp_board_hits(cp_board *board, size_t label, const cp_spot *spot, const double *weight,
                   double most, cp_hits *hits)
{
    const question of = { spot, weight, most, hits };
    const cp_cells *cells = &board->cells;
    double clear = board->between;
    span rows = rows_of_box(cells, spot->box, clear);
    span columns = columns_of_box(cells, spot->box, clear);

    hits->count = 0;
    hits->weight = 0;
    board->work++;
    board->seen[label] = ++board->round; /* a label does not hit itself */
    for (int row = rows.first; row <= rows.last; row++)
        if (!ask_cells(board, row, columns, &of))
            return false;
    if (!spot->led)
        return true;
    rows = rows_of_leader(cells, spot, clear);
    for (int row = rows.first; row <= rows.last; row++) {
        cp_cells_of_line(cells, spot->from, spot->to, clear, row, &columns.first, &columns.last);
        if (!ask_cells(board, row, columns, &of))
            return false;
    }
    return true;
}
