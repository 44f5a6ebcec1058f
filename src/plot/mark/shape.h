/* shape.h - the shapes of dots, of about one area, which tell classes apart without colour. */
#ifndef CP_PLOT_MARK_SHAPE_H
#define CP_PLOT_MARK_SHAPE_H

#include <cairo.h>

typedef enum cp_shape {
    CP_SHAPE_CIRCLE,
    CP_SHAPE_SQUARE,
    CP_SHAPE_DIAMOND,
    CP_SHAPE_TRIANGLE,
    CP_SHAPE_DOWN, /* a triangle on its tip */
    CP_SHAPE_CROSS,
    CP_SHAPE_HEXAGON,
    CP_SHAPE_STAR,
    CP_SHAPE_SALTIRE, /* a cross that lies on its side */
    CP_SHAPES
} cp_shape;

/* "auto", then the shapes: for a field of a mark. */
extern const char *const cp_shape_words[];

/* Add the shape whose disc has this diameter to cairo's path. */
void cp_shape_path(cp_shape shape, double x, double y, double diameter, cairo_t *cr);

/* From its middle to the tips of that shape, and to its edge in a direction. */
double cp_shape_radius(cp_shape shape, double diameter);
double cp_shape_reach(cp_shape shape, double diameter, double angle);

#endif
