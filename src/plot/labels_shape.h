/*
 * labels_shape.h - distances between boxes and lines, for the placing of labels.
 *
 * The small ones are asked millions of times and so stand here, to be inlined.
 */
#ifndef CP_PLOT_LABELS_SHAPE_H
#define CP_PLOT_LABELS_SHAPE_H

#include "base/geometry.h"

#include <math.h>

/* Between a leader and all else at least, whatever is asked for: what touches seems to be one. */
#define CP_LEADER_CLEAR 1e-3

/* The shortest way from a line (or a point, a == b) to a box; no length where they meet. */
typedef struct cp_link {
    cp_point on_line, on_box;
    double length;
} cp_link;

cp_link cp_link_to_box(cp_point a, cp_point b, cp_rect box);

/* 0 where they cross. */
double cp_lines_distance(cp_point a, cp_point b, cp_point c, cp_point d);
bool cp_lines_closer(cp_point a, cp_point b, cp_point c, cp_point d, double clear);

/* Without the care for NaN that makes fmin and fmax calls. */
static inline double cp_lesser(double a, double b)
{
    return a < b ? a : b;
}

static inline double cp_greater(double a, double b)
{
    return a > b ? a : b;
}

static inline double cp_clamp(double value, double low, double high)
{
    return value < low ? low : value > high ? high : value;
}

static inline double cp_square_distance(cp_point a, cp_point b)
{
    double x = a.x - b.x, y = a.y - b.y;

    return x * x + y * y;
}

static inline double cp_square_to_box(cp_point p, cp_rect box)
{
    double x = p.x - cp_clamp(p.x, box.x, box.x + box.width);
    double y = p.y - cp_clamp(p.y, box.y, box.y + box.height);

    return x * x + y * y;
}

/* The point of the line next to `p`. */
static inline cp_point cp_line_nearest(cp_point a, cp_point b, cp_point p)
{
    double x = b.x - a.x, y = b.y - a.y, square = x * x + y * y;
    double ahead = (p.x - a.x) * x + (p.y - a.y) * y;

    if (ahead <= 0)
        return a;
    return ahead >= square ? b : (cp_point){ a.x + ahead / square * x, a.y + ahead / square * y };
}

static inline cp_rect cp_rect_grown(cp_rect rect, double by)
{
    return (cp_rect){ rect.x - by, rect.y - by, rect.width + 2 * by, rect.height + 2 * by };
}

/* Closer to each other than `clear` on both axes. */
static inline bool cp_boxes_near(cp_rect a, cp_rect b, double clear)
{
    return a.x < b.x + b.width + clear && b.x < a.x + a.width + clear
           && a.y < b.y + b.height + clear && b.y < a.y + a.height + clear;
}

/* Whether the box has points on both sides of the line, or on it, in the line's reach. */
static inline bool cp_line_meets_box(cp_point a, cp_point b, cp_rect box)
{
    double x = b.x - a.x, y = b.y - a.y;
    double middle_x = box.x + box.width / 2 - a.x, middle_y = box.y + box.height / 2 - a.y;

    if (cp_greater(a.x, b.x) < box.x || cp_lesser(a.x, b.x) > box.x + box.width
        || cp_greater(a.y, b.y) < box.y || cp_lesser(a.y, b.y) > box.y + box.height)
        return false;
    return fabs(x * middle_y - y * middle_x) <= (fabs(x) * box.height + fabs(y) * box.width) / 2;
}

#endif
