/* labels_board.h - the labels placed now, indexed by cells. */
#ifndef CP_PLOT_LABELS_BOARD_H
#define CP_PLOT_LABELS_BOARD_H

#include "plot/labels_room.h"
#include "plot/labels_spot.h"

typedef struct cp_board_list {
    int count, size;
    uint32_t *label;
} cp_board_list;

typedef struct cp_board_cell {
    cp_board_list boxes, leaders; /* those that touch it */
} cp_board_cell;

typedef struct cp_board_box {
    double left, top, right, bottom;
} cp_board_box;

typedef struct cp_board_leader {
    cp_point from, to;
} cp_board_leader;

typedef struct cp_board {
    cp_arena *arena;
    size_t count; /* of labels, placed or not */
    cp_cells cells;
    cp_room room;
    double between;
    cp_board_cell *cell;
    const cp_spot **at;      /* by label, NULL: not placed */
    cp_board_box *box;       /* of those placed: side by side in memory, for they are */
    cp_board_leader *leader; /* asked for millions of times */
    size_t work;
} cp_board;

/* Labels that a spot would hit, at most CP_HITS_MOST of them. */
enum { CP_HITS_MOST = 12 };

typedef struct cp_hits {
    double weight; /* of all; infinite if it is `most` or more, then the list may be short */
    int count;
    uint32_t label[CP_HITS_MOST], last; /* also if it is not in the list any more */
} cp_hits;

void cp_board_begin(cp_arena *arena, cp_board *board, const cp_label_task *task,
                    const cp_ground *ground);
/* Keeps a copy of the spot. */
void cp_board_put(cp_board *board, size_t label, const cp_spot *spot);
/* One that was on the board before. */
void cp_board_put_back(cp_board *board, size_t label, const cp_spot *spot);
void cp_board_take(cp_board *board, size_t label);

/* False as soon as the weights of what would be hit reach `most`. */
bool cp_board_hits(cp_board *board, size_t label, const cp_spot *spot, const double *weight,
                   double most, cp_hits *hits);

#endif
