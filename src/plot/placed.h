/* placed.h - rows in the order of their places on x. */
#ifndef CP_PLOT_PLACED_H
#define CP_PLOT_PLACED_H

#include <stddef.h>
#include <stdint.h>

typedef struct cp_placed {
    double place;
    uint32_t row;
} cp_placed;

/* Ascending; rows of one place stay as they are. */
void cp_placed_sort(cp_placed *placed, size_t count);

#endif
