#include "plot/mark/shape.h"

#include <math.h>
#include <stddef.h>

const char *const cp_shape_words[] = { "auto",  "circle",  "square", "diamond", "triangle", "down",
                                       "cross", "hexagon", "star",   "saltire", NULL };

/* Corners around the centre, upward is negative, of the area of a disc of diameter 1
 * but for the star, which would look too large. */
typedef struct corners {
    size_t count;
    double at[12][2];
} corners;

static const corners shapes[CP_SHAPES] = {
    [CP_SHAPE_SQUARE]
    = { 4, { { -.443, -.443 }, { .443, -.443 }, { .443, .443 }, { -.443, .443 } } },
    [CP_SHAPE_DIAMOND] = { 4, { { 0, -.627 }, { .627, 0 }, { 0, .627 }, { -.627, 0 } } },
    [CP_SHAPE_TRIANGLE] = { 3, { { 0, -.707 }, { .641, .404 }, { -.641, .404 } } },
    [CP_SHAPE_DOWN] = { 3, { { 0, .707 }, { -.641, -.404 }, { .641, -.404 } } },
    [CP_SHAPE_CROSS] = { 12,
                         { { -.198, -.594 },
                           { .198, -.594 },
                           { .198, -.198 },
                           { .594, -.198 },
                           { .594, .198 },
                           { .198, .198 },
                           { .198, .594 },
                           { -.198, .594 },
                           { -.198, .198 },
                           { -.594, .198 },
                           { -.594, -.198 },
                           { -.198, -.198 } } },
    [CP_SHAPE_HEXAGON] = { 6,
                           { { 0, -.55 },
                             { .476, -.275 },
                             { .476, .275 },
                             { 0, .55 },
                             { -.476, .275 },
                             { -.476, -.275 } } },
    [CP_SHAPE_STAR] = { 10,
                        { { 0, -.7 },
                          { .18, -.247 },
                          { .666, -.216 },
                          { .291, .094 },
                          { .411, .566 },
                          { 0, .306 },
                          { -.411, .566 },
                          { -.291, .094 },
                          { -.666, -.216 },
                          { -.18, -.247 } } },
    [CP_SHAPE_SALTIRE] = { 12,
                           { { 0, -.28 },
                             { .28, -.56 },
                             { .56, -.28 },
                             { .28, 0 },
                             { .56, .28 },
                             { .28, .56 },
                             { 0, .28 },
                             { -.28, .56 },
                             { -.56, .28 },
                             { -.28, 0 },
                             { -.56, -.28 },
                             { -.28, -.56 } } },
};

void cp_shape_path(cp_shape shape, double x, double y, double diameter, cairo_t *cr)
{
    const corners *outline = &shapes[shape];

    cairo_new_sub_path(cr);
    if (shape == CP_SHAPE_CIRCLE) {
        cairo_arc(cr, x, y, diameter / 2, 0, 2 * acos(-1));
        return;
    }
    for (size_t i = 0; i < outline->count; i++)
        cairo_line_to(cr, x + outline->at[i][0] * diameter, y + outline->at[i][1] * diameter);
    cairo_close_path(cr);
}

double cp_shape_radius(cp_shape shape, double diameter)
{
    double radius = shape == CP_SHAPE_CIRCLE ? 0.5 : 0;

    for (size_t i = 0; i < shapes[shape].count; i++)
        radius = fmax(radius, hypot(shapes[shape].at[i][0], shapes[shape].at[i][1]));
    return radius * diameter;
}

/* All its edge is seen from the middle, so there is one side between whose corners the angle
 * lies: the ray meets it where its areas to both corners add up to that of the side. */
double cp_shape_reach(cp_shape shape, double diameter, double angle)
{
    const corners *outline = &shapes[shape];
    double x = cos(angle), y = sin(angle);

    for (size_t i = 0; i < outline->count; i++) {
        const double *a = outline->at[i], *b = outline->at[(i + 1) % outline->count];
        double from = a[0] * y - a[1] * x, to = x * b[1] - y * b[0];

        if (from >= 0 && to >= 0 && from + to > 0)
            return (a[0] * b[1] - a[1] * b[0]) / (from + to) * diameter;
    }
    return diameter / 2;
}
