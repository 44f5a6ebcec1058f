/* labels_choice.h - the cheapest spot of a label, and who must leave for it. */
#ifndef CP_PLOT_LABELS_CHOICE_H
#define CP_PLOT_LABELS_CHOICE_H

#include "plot/labels_search.h"

typedef struct cp_choice {
    bool found;
    cp_spot spot;
    double cost; /* with those driven out */
    cp_hits hits;
} cp_choice;

/* What a label asks of its spots. */
typedef struct cp_terms {
    const double *weight; /* of those driven out, by label */
    double factor;        /* cost of their weight */
    double unsure;        /* how much of that cost is left to chance */
} cp_terms;

/* The cheapest spot below `most`, tiers made as they may pay. */
cp_choice cp_label_choose(cp_label_search *search, size_t label, const cp_terms *terms,
                          double most);

/* The spots of that tier. */
const cp_spot_list *cp_label_tier(cp_label_search *search, size_t label, int tier);

/* Puts the label at its cheapest spot below `most` that nobody has to leave, if any. */
bool cp_label_put_free(cp_label_search *search, size_t label, double most);

/* Not fixed. */
bool cp_label_is_movable(const cp_label_search *search, size_t label);
double cp_label_weight(const cp_label_search *search, size_t label);

/* Labels to place, first come first. */
typedef struct cp_label_queue {
    uint32_t *label;
    size_t size, first, count;
} cp_label_queue;

cp_label_queue cp_label_queue_new(cp_label_search *search);
void cp_label_queue_add(cp_label_queue *queue, size_t label);
size_t cp_label_queue_take(cp_label_queue *queue);

/* The next one of the queue stands at its best spot; who had to leave is in the queue. */
void cp_label_place_next(cp_label_search *search, cp_label_queue *queue);

/* All labels as they stood. */
void cp_label_restore(cp_label_search *search, const cp_spot *const *at);

#endif
