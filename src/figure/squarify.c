#include "figure/squarify.h"

#include <math.h>

/* The worst proportion of sides in a row with the area `sum` along a side so long. */
static double worst(double largest, double smallest, double sum, double side)
{
    return fmax(side * side * largest / (sum * sum), sum * sum / (side * side * smallest));
}

/* One row along the box's shorter side; the box loses it. */
static void place_row(const double *value, size_t count, double factor, cp_rect *box, cp_rect *cell)
{
    bool across = box->width < box->height;
    double side = across ? box->width : box->height;
    double sum = 0, depth, at = 0;

    for (size_t i = 0; i < count; i++)
        sum += value[i];
    depth = side > 0 ? sum * factor / side : 0;
    for (size_t i = 0; i < count; i++) {
        double length = side * value[i] / sum;

        cell[i] = across ? (cp_rect){ box->x + at, box->y, length, depth }
                         : (cp_rect){ box->x, box->y + at, depth, length };
        at += length;
    }
    *box = across ? cp_rect_inset(*box, depth, 0, 0, 0) : cp_rect_inset(*box, 0, 0, 0, depth);
}

void cp_squarify(const double *value, size_t count, cp_rect box, cp_rect *cell)
{
    double total = 0, factor;
    size_t begin = 0;

    for (size_t i = 0; i < count; i++)
        total += value[i];
    factor = total > 0 ? box.width * box.height / total : 0;
    while (begin < count && value[begin] > 0) {
        double side = fmin(box.width, box.height), sum = value[begin] * factor;
        size_t end = begin + 1;

        while (end < count && value[end] > 0
               && worst(value[begin] * factor, value[end] * factor, sum + value[end] * factor, side)
                      <= worst(value[begin] * factor, value[end - 1] * factor, sum, side))
            sum += value[end++] * factor;
        place_row(value + begin, end - begin, factor, &box, cell + begin);
        begin = end;
    }
    for (; begin < count; begin++)
        cell[begin] = (cp_rect){ box.x, box.y, 0, 0 };
}
