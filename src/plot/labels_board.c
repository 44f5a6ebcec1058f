#include "plot/labels_board.h"

#include <math.h>
#include <string.h>

#include "plot/labels_shape.h"

static const double slack = 1e-7;

void cp_board_begin(cp_arena *arena, cp_board *board, const cp_label_task *task,
                    const cp_ground *ground)
{
    double width = 1, height = 1;

    for (size_t i = 0; i < task->count; i++) {
        width += task->wish[i].size.width / (double)task->count;
        height += task->wish[i].size.height / (double)task->count;
    }
    *board = (cp_board){ .arena = arena, .between = task->rules.between, .count = task->count };
    board->cells = cp_cells_over(task->frame, width * 0.5, height);
    board->cell = cp_new_array(arena, cp_board_cell,
                               (size_t)board->cells.columns * (size_t)board->cells.rows);
    board->at = cp_new_array(arena, const cp_spot *, task->count);
    board->box = cp_new_array(arena, cp_board_box, task->count);
    board->leader = cp_new_array(arena, cp_board_leader, task->count);
    cp_room_begin(arena, &board->room, task, ground);
}

static void list_add(cp_arena *arena, cp_board_list *list, size_t label)
{
    if (list->count == list->size) {
        int size = list->size ? list->size * 2 : 8;
        uint32_t *grown = cp_new_array(arena, uint32_t, (size_t)size);

        if (list->count > 0)
            memcpy(grown, list->label, (size_t)list->count * sizeof *grown);
        list->label = grown;
        list->size = size;
    }
    list->label[list->count++] = (uint32_t)label;
}

static void list_remove(cp_board_list *list, size_t label)
{
    for (int i = 0; i < list->count; i++)
        if (list->label[i] == label) {
            list->label[i] = list->label[--list->count];
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

static void change(cp_board *board, cp_board_list *list, size_t label, bool put)
{
    if (put)
        list_add(board->arena, list, label);
    else
        list_remove(list, label);
}

static void mark_label(cp_board *board, size_t label, const cp_spot *spot, bool put)
{
    const cp_cells *cells = &board->cells;
    span rows = rows_of_box(cells, spot->box, 0), columns = columns_of_box(cells, spot->box, 0);

    for (int row = rows.first; row <= rows.last; row++)
        for (int column = columns.first; column <= columns.last; column++)
            change(board, &cell_at(board, row, column)->boxes, label, put);
    if (!spot->led)
        return;
    rows = rows_of_leader(cells, spot, 0);
    for (int row = rows.first; row <= rows.last; row++) {
        cp_cells_of_line(cells, spot->from, spot->to, 0, row, &columns.first, &columns.last);
        for (int column = columns.first; column <= columns.last; column++)
            change(board, &cell_at(board, row, column)->leaders, label, put);
    }
}

void cp_board_put(cp_board *board, size_t label, const cp_spot *spot)
{
    cp_board_put_back(board, label, memcpy(cp_new(board->arena, cp_spot), spot, sizeof *spot));
}

void cp_board_put_back(cp_board *board, size_t label, const cp_spot *spot)
{
    const cp_rect box = spot->box;

    board->at[label] = spot;
    board->box[label] = (cp_board_box){ box.x, box.y, box.x + box.width, box.y + box.height };
    board->leader[label] = (cp_board_leader){ spot->from, spot->to };
    mark_label(board, label, spot, true);
    cp_room_put(&board->room, spot->box);
}

void cp_board_take(cp_board *board, size_t label)
{
    mark_label(board, label, board->at[label], false);
    cp_room_take(&board->room, board->at[label]->box);
    board->at[label] = NULL;
}

/* A spot and what it asks of the board. */
typedef struct question {
    size_t label;
    cp_point from, to;
    cp_board_box near;    /* the box, grown by what is to lie between it and labels */
    cp_rect clear;        /* the box, grown by what is to lie between it and leaders */
    double between, most; /* leaders and all else */
    const double *weight;
    cp_hits *hits;
} question;

static question question_of(const cp_board *board, size_t label, const cp_spot *spot,
                            const double *weight, double most, cp_hits *hits)
{
    double between = cp_greater(board->between, CP_LEADER_CLEAR) - slack;
    double beside = board->room.space - slack, above = board->between - slack;
    const cp_rect box = spot->box;
    const cp_board_box near
        = { box.x - beside, box.y - above, box.x + box.width + beside, box.y + box.height + above };

    return (question){
        .label = label,
        .from = spot->from,
        .to = spot->to,
        .near = near,
        .clear = cp_rect_grown(box, between),
        .between = between,
        .most = most,
        .weight = weight,
        .hits = hits,
    };
}

/* Met in several cells, a label counts once. */
static bool is_known(const question *of, uint32_t label)
{
    if (label == of->label)
        return true;
    for (int i = 0; i < of->hits->count; i++)
        if (of->hits->label[i] == label)
            return true;
    return false;
}

/* False when that is enough. */
static bool add_hit(const question *of, uint32_t label)
{
    if (is_known(of, label))
        return true;
    of->hits->last = label;
    of->hits->weight += of->weight[label];
    if (of->hits->weight >= of->most || of->hits->count == CP_HITS_MOST)
        return false;
    of->hits->label[of->hits->count++] = label;
    return true;
}

static bool boxes_meet(const cp_board_box *a, const cp_board_box *b)
{
    return (a->left < b->right) & (b->left < a->right) & (a->top < b->bottom)
           & (b->top < a->bottom);
}

static bool ask_box(const cp_board *board, const cp_board_cell *cell, const question *of)
{
    for (int i = 0; i < cell->boxes.count; i++) {
        uint32_t other = cell->boxes.label[i];

        if (boxes_meet(&of->near, &board->box[other]) && !add_hit(of, other))
            return false;
    }
    for (int i = 0; i < cell->leaders.count; i++) {
        uint32_t other = cell->leaders.label[i];
        const cp_board_leader *leader = &board->leader[other];

        if (cp_line_meets_box(leader->from, leader->to, of->clear) && !add_hit(of, other))
            return false;
    }
    return true;
}

static bool leader_meets(const question *of, const cp_board_box *box)
{
    const double clear = of->between;

    return cp_line_meets_box(of->from, of->to,
                             (cp_rect){ box->left - clear, box->top - clear,
                                        box->right - box->left + 2 * clear,
                                        box->bottom - box->top + 2 * clear });
}

/* Leaders that begin side by side cannot but be near there; from there on they part. */
static bool leaders_meet(const question *of, const cp_board_leader *other)
{
    double apart;

    if (!cp_lines_closer(of->from, of->to, other->from, other->to, of->between))
        return false;
    apart = 0.9 * sqrt(cp_square_distance(of->from, other->from));
    return apart >= of->between
           || cp_lines_closer(of->from, of->to, other->from, other->to,
                              cp_greater(apart, CP_LEADER_CLEAR));
}

static bool ask_leader(const cp_board *board, const cp_board_cell *cell, const question *of)
{
    for (int i = 0; i < cell->boxes.count; i++) {
        uint32_t other = cell->boxes.label[i];

        if (leader_meets(of, &board->box[other]) && !add_hit(of, other))
            return false;
    }
    for (int i = 0; i < cell->leaders.count; i++) {
        uint32_t other = cell->leaders.label[i];

        if (leaders_meet(of, &board->leader[other]) && !add_hit(of, other))
            return false;
    }
    return true;
}

static bool ask_cells_of_box(cp_board *board, const question *of)
{
    span rows = rows_of_box(&board->cells, of->clear, 0);
    span columns
        = columns_of_box(&board->cells, of->clear, cp_greater(board->room.space - of->between, 0));

    for (int row = rows.first; row <= rows.last; row++)
        for (int column = columns.first; column <= columns.last; column++)
            if (!ask_box(board, cell_at(board, row, column), of))
                return false;
    return true;
}

/* From the point on, where most stands in the way. */
static bool ask_cells_of_leader(cp_board *board, const question *of, const cp_spot *spot)
{
    const cp_cells *cells = &board->cells;
    span rows = rows_of_leader(cells, spot, of->between);
    bool down = spot->to.y > spot->from.y;

    for (int i = 0; i <= rows.last - rows.first; i++) {
        int row = down ? rows.first + i : rows.last - i;
        span columns;

        cp_cells_of_line(cells, spot->from, spot->to, of->between, row, &columns.first,
                         &columns.last);
        for (int column = columns.first; column <= columns.last; column++)
            if (!ask_leader(board, cell_at(board, row, column), of))
                return false;
    }
    return true;
}

bool cp_board_hits(cp_board *board, size_t label, const cp_spot *spot, const double *weight,
                   double most, cp_hits *hits)
{
    const question of = question_of(board, label, spot, weight, most, hits);

    hits->count = 0;
    hits->weight = 0;
    board->work++;
    return ask_cells_of_box(board, &of) && (!spot->led || ask_cells_of_leader(board, &of, spot));
}
