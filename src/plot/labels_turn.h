/*
 * labels_turn.h - the turns of the search: who comes next, and what happens then.
 *
 * The next label takes one of its cheapest spots.  Those it drives out stand near their
 * points again if there is room; where not, they look further in turns of their own.
 */
#ifndef CP_PLOT_LABELS_TURN_H
#define CP_PLOT_LABELS_TURN_H

#include "plot/labels_search.h"

/* Labels to place, first come first. */
typedef struct cp_label_queue {
    uint32_t *label;
    size_t size, first, count;
} cp_label_queue;

cp_label_queue cp_label_queue_new(cp_label_search *search);
void cp_label_queue_add(cp_label_queue *queue, size_t label);
size_t cp_label_queue_take(cp_label_queue *queue);
size_t cp_label_queue_at(const cp_label_queue *queue, size_t index);

/* One turn of the label taken from the queue: who is driven out and finds no place is in it then.
 * False: there is no place for the label, whoever leaves. */
bool cp_label_place_next(cp_label_search *search, cp_label_queue *queue);

#endif
