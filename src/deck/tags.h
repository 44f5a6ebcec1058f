/* tags.h - what the pieces of a page mean: headings, paragraphs, lists, tables, figures. */
#ifndef CP_DECK_TAGS_H
#define CP_DECK_TAGS_H

#include "deck/page.h"

/* The lists that are open while the pieces of a page are drawn in turn. */
typedef struct cp_tagger {
    cairo_t *cr;
    int lists;            /* within each other */
    bool body;            /* the innermost item is behind its number */
    const cp_block *item; /* whose item that is */
    bool contents;        /* a list of contents: */
    bool entry;           /* one of its entries is open */
    bool divides;         /* a cover or a section's page: its title stands above those of slides */
} cp_tagger;

/* A page begins, which links reach as #page-N, N counting from 1. */
void cp_tagger_begin(cp_tagger *tagger, cairo_t *cr, const cp_page *page, size_t index);
void cp_tagger_end(cp_tagger *tagger);

/* Around the ink of one piece. */
void cp_tagger_begin_piece(cp_tagger *tagger, const cp_piece *piece);
void cp_tagger_end_piece(cp_tagger *tagger, const cp_piece *piece);

#endif
