#include "plot/reduce.h"

#include <math.h>
#include <string.h>

/* Points a column may have before leaving some out pays. */
enum { KEPT_IN_COLUMN = 4 };

static bool drawn(double x, double y)
{
    return isfinite(x) && isfinite(y);
}

static size_t copy_all(const double *x, const double *y, size_t count, cp_point *out)
{
    for (size_t i = 0; i < count; i++)
        out[i] = (cp_point){ x[i], y[i] };
    return count;
}

/* The end of the points from `from` that are drawn in the same column. */
static size_t column_end(const double *x, const double *y, size_t from, size_t count, double pixel,
                         size_t *lowest, size_t *highest)
{
    double right = (floor(x[from] / pixel) + 1) * pixel;
    double low = y[from], high = y[from];
    size_t i;

    *lowest = *highest = from;
    for (i = from + 1; i < count && x[i] < right && isfinite(y[i]); i++) {
        if (y[i] < low) {
            low = y[i];
            *lowest = i;
        } else if (y[i] > high) {
            high = y[i];
            *highest = i;
        }
    }
    return i;
}

static size_t keep_column(const double *x, const double *y, size_t from, size_t end, size_t lowest,
                          size_t highest, cp_point *out)
{
    size_t kept[KEPT_IN_COLUMN] = { from, lowest < highest ? lowest : highest,
                                    lowest < highest ? highest : lowest, end - 1 };
    size_t size = 0;

    for (int k = 0; k < KEPT_IN_COLUMN; k++)
        if (k == 0 || kept[k] != kept[k - 1])
            out[size++] = (cp_point){ x[kept[k]], y[kept[k]] };
    return size;
}

size_t cp_reduce_line(cp_arena *arena, const double *x, const double *y, size_t count, double pixel,
                      cp_point **out)
{
    cp_point *points = cp_new_array(arena, cp_point, count);
    double width = count ? fabs(x[count - 1] - x[0]) : 0;
    size_t size = 0;

    *out = points;
    if (!(pixel > 0) || (double)count <= KEPT_IN_COLUMN * (width / pixel + 1))
        return copy_all(x, y, count, points);
    for (size_t i = 0; i < count;) {
        size_t lowest, highest, end;

        if (!drawn(x[i], y[i])) {
            if (size && !isnan(points[size - 1].y))
                points[size++] = (cp_point){ x[i], NAN };
            i++;
            continue;
        }
        end = column_end(x, y, i, count, pixel, &lowest, &highest);
        size += keep_column(x, y, i, end, lowest, highest, points + size);
        i = end;
    }
    return size;
}
