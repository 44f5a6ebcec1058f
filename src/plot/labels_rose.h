/*
 * labels_rose.h - which way out for a label that finds no place at its point.
 *
 * The rose goes along the ways that the sight shows to be clearest, to lines with room for
 * the label, and keeps the best.  What it says of them is a good guess; the board knows.
 */
#ifndef CP_PLOT_LABELS_ROSE_H
#define CP_PLOT_LABELS_ROSE_H

#include "plot/labels_sight.h"

enum { CP_ROSE_KEPT = 192 };

/* How long to look: the more ways, the better the best of them. */
typedef enum cp_rose_care { CP_ROSE_BRIEF, CP_ROSE_USUAL, CP_ROSE_LONG } cp_rose_care;

typedef struct cp_rose {
    cp_sight sight;
    cp_point way[CP_SIGHT_WAYS]; /* of length 1 */
    double reach;                /* of leaders, from the anchor's edge */
    cp_room_line *line;          /* of the room, read when asked for */
    uint32_t *read, round;
    uint64_t random;
    const struct cp_rose_effort *care;
    double dear; /* what costs as much is not offered */
    int count;   /* of what is offered, best first */
    struct cp_rose_offer {
        double x, y; /* top left corner */
        float cost;
    } offer[CP_ROSE_KEPT];
} cp_rose;

/* No leader is longer than `leader_most`; 0: any. */
void cp_rose_begin(cp_arena *arena, cp_rose *rose, const cp_board *board, double leader_most);

/* Looks for the label with weights by label; `factor` is the cost of weight 1.  What costs `most`
 * by its length and who is in the way is not offered. */
void cp_rose_look(cp_rose *rose, cp_board *board, size_t label, const cp_label_wish *wish,
                  const double *weight, double factor, double most, cp_rose_care care);

#endif
