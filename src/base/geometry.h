/* geometry.h - points, sizes, boxes in points (1/72 inch), y downward; colours. */
#ifndef CP_BASE_GEOMETRY_H
#define CP_BASE_GEOMETRY_H

#include "base/str.h"

typedef struct cp_point {
    double x, y;
} cp_point;

typedef struct cp_size {
    double width, height;
} cp_size;

typedef struct cp_rect {
    double x, y, width, height;
} cp_rect;

/* Without `left`, `top`, ... points of its edges; never a negative size. */
cp_rect cp_rect_inset(cp_rect rect, double top, double right, double bottom, double left);
bool cp_rects_overlap(cp_rect a, cp_rect b, double tolerance); /* by more than `tolerance` */

static inline bool cp_rect_inside(cp_rect inner, cp_rect outer, double tolerance)
{
    return inner.x >= outer.x - tolerance && inner.y >= outer.y - tolerance
           && inner.x + inner.width <= outer.x + outer.width + tolerance
           && inner.y + inner.height <= outer.y + outer.height + tolerance;
}

/* sRGB, each part 0..1. */
typedef struct cp_color {
    double red, green, blue, alpha;
} cp_color;

/* "#RRGGBB" or "#RRGGBBAA". */
bool cp_color_parse(cp_str text, cp_color *out);
bool cp_color_eq(cp_color a, cp_color b);

/* WCAG 2 contrast ratio of two opaque colours, 1..21. */
double cp_color_contrast(cp_color a, cp_color b);

#endif
