/*
 * labels_room.h - where there is room for a box: a map of bits.
 *
 * The frame in small cells, a bit each, set where a disc, an obstacle or a label's box
 * touches it.  The map is read by lines, as far apart as those of a text, so that names
 * that stand far out stand in columns.  It may say that there is none where there is a
 * little room; what it calls free of labels and discs is free.
 */
#ifndef CP_PLOT_LABELS_ROOM_H
#define CP_PLOT_LABELS_ROOM_H

#include "plot/labels_ground.h"

enum { CP_ROOM_WORDS = 8 /* at most, of 64 cells side by side */ };

typedef struct cp_room {
    cp_rect frame;
    double space, between; /* kept free right of and below each box */
    double width, height;  /* of a cell */
    int columns, rows, words;
    int lines;
    uint64_t *taken; /* by row and word */
    uint32_t *count; /* of labels and of what is on the ground, by cell that they touch */
} cp_room;

void cp_room_begin(cp_arena *arena, cp_room *room, const cp_label_task *task,
                   const cp_ground *ground);
void cp_room_put(cp_room *room, cp_rect box);
void cp_room_take(cp_room *room, cp_rect box);

/* A bit for each column in which the left edge of a box may stand. */
typedef struct cp_room_line {
    uint64_t bit[CP_ROOM_WORDS];
} cp_room_line;

double cp_room_line_height(const cp_room *room);
double cp_room_line_top(const cp_room *room, int line);
cp_room_line cp_room_free(const cp_room *room, int line, cp_size size);

bool cp_room_is_free(const cp_room *room, const cp_room_line *line, int column);

/* Left edges of the next free places from x on, to the right and to the left; NAN: none. */
double cp_room_after(const cp_room *room, const cp_room_line *line, double x);
double cp_room_before(const cp_room *room, const cp_room_line *line, double x);

#endif
