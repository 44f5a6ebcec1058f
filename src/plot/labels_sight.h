/*
 * labels_sight.h - what stands in the way of a label that looks for one out.
 *
 * Seen from its point, each label and each leader on the board covers some directions, from
 * its distance on.  The sight sums what is covered, by direction and distance, at the
 * weights of who would have to leave.
 */
#ifndef CP_PLOT_LABELS_SIGHT_H
#define CP_PLOT_LABELS_SIGHT_H

#include "plot/labels_board.h"

#include <math.h>

/* Stands for infinite weights, which would spoil the sums. */
#define CP_SIGHT_WALL 1e6f

enum {
    CP_SIGHT_WAYS = 1024,
    CP_SIGHT_SECTOR = 8, /* ways side by side */
    CP_SIGHT_SHELLS = 4
};

/* One for each shell, reckoned with all at once. */
typedef float cp_shells __attribute__((vector_size(CP_SIGHT_SHELLS * sizeof(float))));

/* Corners of boxes and ends of leaders, seen from the point: by lists of one coordinate,
 * for the compiler to take several at a time. */
typedef struct cp_sight_list {
    size_t count;
    float *left, *top, *right, *bottom; /* of a leader: from x, y to x, y */
    float *one, *two, *square;          /* directions between which it covers, distance */
    float *weight, *round;              /* in these; and in direction 0, where it lies in between */
    int *first, *behind, *shell;        /* whole directions, and from which shell on */
} cp_sight_list;

typedef struct cp_sight {
    cp_shells shell;                                  /* squares of the radii: set by who looks */
    cp_shells covered[CP_SIGHT_WAYS + 1];             /* up to the shell's radius */
    cp_shells least[CP_SIGHT_WAYS / CP_SIGHT_SECTOR]; /* of each sector */
    cp_sight_list boxes, leaders;
} cp_sight;

void cp_sight_begin(cp_arena *arena, cp_sight *sight, size_t labels);

/* Looks from p for the label, with weights by label. */
void cp_sight_look(cp_sight *sight, const cp_board *board, size_t label, cp_point p,
                   const double *weight);

/* From 0 to CP_SIGHT_WAYS, growing with the angle as a walk around a square on its corner does.
 * Both branches are worked out, so that it can be done for several at a time. */
static inline float cp_sight_direction(float x, float y)
{
    float part = y / (fabsf(x) + fabsf(y) + 1e-30f), below = 4 + part, leftward = 2 - part;
    float rightward = y >= 0 ? part : below;

    return (x >= 0 ? rightward : leftward) * (CP_SIGHT_WAYS / 4.0f);
}

/* The lesser of each two. */
static inline cp_shells cp_shells_least(cp_shells a, cp_shells b)
{
    typedef int mask __attribute__((vector_size(sizeof(cp_shells))));
    mask less = a < b;

    return (cp_shells)(((mask)a & less) | ((mask)b & ~less));
}

/* The shell of what is at that distance, squared. */
int cp_sight_shell(const cp_sight *sight, float square);

#endif
