/*
 * labels_ground.h - what stands before any label does: anchors, other ink, obstacles,
 * indexed by cells.
 */
#ifndef CP_PLOT_LABELS_GROUND_H
#define CP_PLOT_LABELS_GROUND_H

#include "plot/labels.h"
#include "plot/labels_shape.h"

#include <stdint.h>

/* Cells over the frame; what is outside falls into those at the edge. */
typedef struct cp_cells {
    double x, y, width, height;   /* of the first cell */
    double per_width, per_height; /* 1 / width: multiplying is faster */
    int columns, rows;
} cp_cells;

/* The nearest of `count` cells in a row; of what is no number, the first. */
static inline int cp_nearest_cell(double at, int count)
{
    return !(at > 0) ? 0 : at >= count ? count - 1 : (int)at;
}

static inline int cp_cells_column(const cp_cells *cells, double x)
{
    return cp_nearest_cell((x - cells->x) * cells->per_width, cells->columns);
}

static inline int cp_cells_row(const cp_cells *cells, double y)
{
    return cp_nearest_cell((y - cells->y) * cells->per_height, cells->rows);
}

cp_cells cp_cells_over(cp_rect frame, double width, double height);

/* The columns of a row that a line, thickened by `clear` on each side, may touch. */
static inline void cp_cells_of_line(const cp_cells *cells, cp_point a, cp_point b, double clear,
                                    int row, int *first, int *last)
{
    double low = cp_lesser(a.x, b.x), high = cp_greater(a.x, b.x), step = b.y - a.y;

    /* The edge rows hold what is above and below them too. */
    if (step != 0 && row > 0 && row < cells->rows - 1) {
        double top = cells->y + row * cells->height - clear;
        double bottom = cells->y + (row + 1) * cells->height + clear;
        double per_step = 1 / step;
        double one = a.x + (b.x - a.x) * cp_clamp((top - a.y) * per_step, 0, 1);
        double two = a.x + (b.x - a.x) * cp_clamp((bottom - a.y) * per_step, 0, 1);

        low = cp_lesser(one, two);
        high = cp_greater(one, two);
    }
    *first = cp_cells_column(cells, low - clear);
    *last = cp_cells_column(cells, high + clear);
}

/* What lies in a cell; discs are at hand here, for they are asked for most. */
typedef struct cp_ground_item {
    cp_point middle;
    double radius;  /* of a disc; negative: not a disc */
    uint32_t index; /* of an anchor, or behind those of an obstacle */
} cp_ground_item;

typedef struct cp_ground {
    cp_cells cells;
    size_t label_count;              /* their anchors come first */
    size_t anchor_count, item_count; /* obstacles are items behind the anchors */
    cp_anchor *anchor;
    const cp_rect *obstacle;
    double least, between;
    double radius;   /* of the thickest anchor */
    uint32_t *first; /* of a cell in `item`; one more than there are cells */
    cp_ground_item *item;
    uint32_t *seen, round; /* items met in this round of asking */
    size_t work;           /* steps taken where items lie in heaps */
} cp_ground;

/* Anchors by label first, then the task's ink; those that are not finite are nowhere. */
void cp_ground_begin(cp_arena *arena, cp_ground *ground, const cp_label_task *task);

/* From a box to the nearest points and lines that are not its label's own. */
typedef struct cp_gaps {
    double point, line;
} cp_gaps;

/* False where the box comes too near to anything.  Gaps over `most` are told as `most`. */
bool cp_ground_gaps(cp_ground *ground, cp_rect box, size_t label, double most, cp_gaps *gaps);

/* What a leader runs over. */
typedef struct cp_crossings {
    int lines, points;
} cp_crossings;

/* False where the leader may not run. */
bool cp_ground_crossings(cp_ground *ground, cp_point from, cp_point to, size_t label,
                         cp_crossings *crossings);

/* Whether at least `count` labels have points as near as `reach` to p. */
bool cp_ground_is_heap(const cp_ground *ground, cp_point p, double reach, int count);

bool cp_anchor_is_finite(const cp_anchor *anchor);

static inline bool cp_anchor_is_point(const cp_anchor *anchor)
{
    return anchor->a.x == anchor->b.x && anchor->a.y == anchor->b.y;
}

#endif
