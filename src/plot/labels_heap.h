/*
 * labels_heap.h - heaps of points at the frame's edge, where more names wait than find room.
 *
 * Values beyond an axis are drawn at its edge and lie in rows there, with no room on the far
 * side: their names go out in fans.
 */
#ifndef CP_PLOT_LABELS_HEAP_H
#define CP_PLOT_LABELS_HEAP_H

#include "plot/labels_search.h"
#include "plot/labels_turn.h"

enum { CP_HEAPS_MOST = 4 };

typedef struct cp_heaps {
    uint8_t *heap; /* by label, from 1 on; 0: in none */
    int count;
    cp_point middle[CP_HEAPS_MOST];
    double reach; /* from there, in both directions: who waits there joins */
} cp_heaps;

/* Heaps of labels that wait. */
cp_heaps cp_heaps_of(cp_label_search *search, const cp_label_queue *waiting);

/* Who waits beside a heap belongs to it, too. */
void cp_heaps_join(const cp_label_search *search, const cp_label_queue *waiting, cp_heaps *heaps);

/* In fans; those that find no place in theirs have none then. */
void cp_heaps_put(cp_label_search *search, const cp_heaps *heaps);

#endif
