/*
 * alone.h - one figure as a picture of its own, for other documents.
 *
 * Caption and source line look as on a slide; nothing else of a slide is there.
 */
#ifndef CP_DECK_ALONE_H
#define CP_DECK_ALONE_H

#include "deck/deck.h"

typedef struct cp_alone {
    cp_size size;       /* points */
    double most;        /* the width where a figure of its own size begins to wrap */
    bool title, source; /* caption above, source line below */
    bool transparent;   /* no background */
} cp_alone;

/* `alone->size`, or larger where the figure needs it; one of its own size has that. */
cp_size cp_alone_fit(const cp_figure *figure, const cp_figure_env *env, const cp_deck_facts *facts,
                     const cp_alone *alone);

/* False with a finding where the figure needs more room. */
bool cp_alone_draw(const cp_figure *figure, const cp_figure_env *env, const cp_deck_facts *facts,
                   const cp_alone *alone, cairo_t *cr, cp_arena *scratch);

#endif
