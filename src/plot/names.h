/* names.h - the different words of a column, numbered in order of appearance. */
#ifndef CP_PLOT_NAMES_H
#define CP_PLOT_NAMES_H

#include "base/str.h"

#include <stdint.h>

typedef struct cp_names {
    size_t count, most; /* no more than `most` are taken in */
    cp_str *name;
    uint32_t *slots; /* a name's index + 1 at its hash, 0: free */
    size_t slot_count;
} cp_names;

#define CP_NAMES_FULL UINT32_MAX

void cp_names_begin(cp_names *names, cp_arena *arena, size_t most);

/* The number of `name`, new or known; CP_NAMES_FULL for one too many. */
uint32_t cp_names_index(cp_names *names, cp_str name);

#endif
