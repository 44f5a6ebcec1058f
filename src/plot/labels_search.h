/*
 * labels_search.h - which label gets which spot.
 *
 * Labels are put one by one at their cheapest free spot; where many wait at the frame's edge,
 * the fans of these heaps come first (labels_heap.h).  One that finds none drives out
 * those that stand in one of its cheapest, be it near its point or far away with a leader on
 * the clearest way out, and they look again, those far away beside where they stood, too; who
 * was hard to place gets harder to drive out, so that the search does not turn in circles.
 * The fewest left out so far is remembered.  A search that gets stuck behind fans begins anew
 * with wider ones.  What is left of the work then goes into better spots: a label moves to a
 * cheaper one if those it drives out lose less than it gains.
 */
#ifndef CP_PLOT_LABELS_SEARCH_H
#define CP_PLOT_LABELS_SEARCH_H

#include "plot/labels_rose.h"

typedef struct cp_label_search {
    cp_arena *arena;
    const cp_label_task *task;
    cp_spot_maker maker;
    cp_board board;
    cp_rose rose;
    cp_spots *spots;
    double *hardness; /* of a label to drive out; infinite: fixed */
    double *ones;     /* 1 for each but the fixed, which are infinite */
    double *walls;    /* infinite for each */
    uint64_t random;
    bool crowd; /* so many find nothing at their points that far places are needed */
    size_t work_most;
} cp_label_search;

/* Puts the fixed labels on the board. */
void cp_label_search_begin(cp_arena *arena, cp_label_search *search, const cp_label_task *task);

/* Places those it can: goes on for `longer` when hardly any is left out. */
void cp_label_search_place(cp_label_search *search, size_t longer);

/* Better spots for those that stand far away; for each; for all around those that stand worst. */
void cp_label_search_draw_in(cp_label_search *search);
void cp_label_search_improve(cp_label_search *search);
void cp_label_search_rebuild(cp_label_search *search);

/* Looks all over the frame for places of those left out. */
void cp_label_search_scan(cp_label_search *search);

size_t cp_label_search_work(const cp_label_search *search);

/* More than was allowed: it goes on because hardly any is left out. */
bool cp_label_search_is_late(const cp_label_search *search);

#endif
