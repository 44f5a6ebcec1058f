#include "plot/labels_row.h"

#include <math.h>

typedef struct pool {
    double sum; /* of what its boxes want */
    size_t count;
} pool;

static double mean(const pool *of)
{
    return of->sum / (double)of->count;
}

/*
 * With the room that the boxes before it take subtracted, a box may stand
 * anywhere not before its neighbour: a monotone regression, which merging
 * neighbours that are out of order solves; the limits then only clamp it.
 */
bool cp_labels_row(cp_arena *arena, size_t count, const double *middle, const double *length,
                   double gap, double low, double high, double *begin)
{
    pool *pools = cp_new_array(arena, pool, count);
    size_t used = 0, at = 0;
    double before = 0, room;

    for (size_t i = 0; i < count; i++) {
        pools[used++] = (pool){ middle[i] - length[i] / 2 - before, 1 };
        before += length[i] + gap;
        while (used > 1 && mean(&pools[used - 2]) > mean(&pools[used - 1])) {
            used--;
            pools[used - 1].sum += pools[used].sum;
            pools[used - 1].count += pools[used].count;
        }
    }
    room = high - low - (before - gap);
    before = 0;
    for (size_t i = 0; i < used; i++) {
        double place = fmax(low, fmin(mean(&pools[i]), low + room));

        for (size_t k = 0; k < pools[i].count; k++, at++) {
            begin[at] = place + before;
            before += length[at] + gap;
        }
    }
    return count == 0 || room >= -1e-9;
}
