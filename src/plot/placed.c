#include "plot/placed.h"

#include <stdlib.h>

static int placed_compare(const void *a, const void *b)
{
    const cp_placed *one = a, *other = b;

    if (one->place != other->place)
        return one->place < other->place ? -1 : 1;
    return one->row < other->row ? -1 : one->row > other->row;
}

void cp_placed_sort(cp_placed *placed, size_t count)
{
    qsort(placed, count, sizeof(*placed), placed_compare);
}
