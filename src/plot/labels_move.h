/* labels_move.h - a label put somewhere, others driven out: a move to be taken back and redone. */
#ifndef CP_PLOT_LABELS_MOVE_H
#define CP_PLOT_LABELS_MOVE_H

#include "plot/labels_search.h"

typedef struct cp_label_move {
    int count; /* the label first, then those driven out */
    uint32_t label[CP_HITS_MOST + 1];
    const cp_spot *before[CP_HITS_MOST + 1]; /* NULL: it had no place */
    const cp_spot *after[CP_HITS_MOST + 1];  /* noted when it is undone */
} cp_label_move;

/* The label stands there; who is hit has no place. */
void cp_label_move_make(cp_label_search *search, cp_label_move *move, size_t label,
                        const cp_spot *spot, const cp_hits *hits);

/* All stand again as they did before it, and as they did when it was undone. */
void cp_label_move_undo(cp_label_search *search, cp_label_move *move);
void cp_label_move_redo(cp_label_search *search, const cp_label_move *move);

#endif
