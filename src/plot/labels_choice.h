/* labels_choice.h - the cheapest spots of a label, and who must leave for them. */
#ifndef CP_PLOT_LABELS_CHOICE_H
#define CP_PLOT_LABELS_CHOICE_H

#include "plot/labels_search.h"

typedef struct cp_choice {
    cp_spot spot;
    double cost; /* with those driven out */
    cp_hits hits;
} cp_choice;

enum { CP_CHOICES_MOST = 4 };

/* The cheapest first; behind one that drives nobody out there is none. */
typedef struct cp_choices {
    int count;
    double most; /* what costs as much is none any more */
    cp_choice item[CP_CHOICES_MOST];
} cp_choices;

/* What a label asks of its spots. */
typedef struct cp_terms {
    const double *weight; /* of those driven out, by label */
    double factor;        /* cost of their weight */
    double unsure;        /* how much of that cost is left to chance */
} cp_terms;

/* The cheapest spots below `most`, tiers made as they may pay. */
void cp_label_choose(cp_label_search *search, size_t label, const cp_terms *terms, double most,
                     cp_choices *choices);

/* The spots of that tier. */
const cp_spot_list *cp_label_tier(cp_label_search *search, size_t label, int tier);

/* Puts the label at its cheapest spot below `most` that nobody has to leave, if any. */
bool cp_label_put_free(cp_label_search *search, size_t label, double most);

/* There, with a leader, if nobody has to leave. */
bool cp_label_put_led(cp_label_search *search, size_t label, double x, double y);

/* Not fixed. */
bool cp_label_is_movable(const cp_label_search *search, size_t label);
double cp_label_weight(const cp_label_search *search, size_t label);

/* All labels as they stood. */
void cp_label_restore(cp_label_search *search, const cp_spot *const *at);

#endif
