/* labels_random.h - 0..1, the same numbers in each run. */
#ifndef CP_PLOT_LABELS_RANDOM_H
#define CP_PLOT_LABELS_RANDOM_H

#include <stdint.h>

static inline double cp_label_random(uint64_t *state)
{
    uint64_t bits = *state += 0x9e3779b97f4a7c15u;

    bits = (bits ^ (bits >> 30)) * 0xbf58476d1ce4e5b9u;
    bits = (bits ^ (bits >> 27)) * 0x94d049bb133111ebu;
    return (double)((bits ^ (bits >> 31)) >> 11) / 9007199254740992.0;
}

#endif
