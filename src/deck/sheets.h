/*
 * sheets.h - slides go onto the pages of an output: one each, several on a sheet of
 * paper, or one on a sheet with the speaker's notes below.
 *
 * Bookmarks, labels and anchors of links follow the sheets; of a deck drawn in
 * part a section whose own page is left out still has its bookmark.
 */
#ifndef CP_DECK_SHEETS_H
#define CP_DECK_SHEETS_H

#include "deck/deck.h"
#include "paint/output.h"

typedef struct cp_sheets {
    const cp_deck *deck;
    const cp_figure_env *env;
    const bool *picked; /* [pages of the deck]; those to draw */
    int columns, rows;  /* of slides on a sheet; 0: each slide is a page of its own */
    bool notes;         /* a slide and its notes on a sheet */
    size_t next;        /* page of the deck to look at */
    cp_str section;     /* the last that has a bookmark */
} cp_sheets;

cp_size cp_sheets_size(const cp_sheets *sheets);

/* Draw the next page of the output; false, and nothing drawn, where none is left. */
bool cp_sheets_draw(cp_sheets *sheets, cp_output *output, cp_arena *scratch);

#endif
