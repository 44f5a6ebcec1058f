/*
 * deck.h - deck.md becomes slides, slides become pages.
 *
 *   cp_deck_read()    Markdown -> slides with titles, blocks and figure references
 *   cp_deck_load()    figures opened and loaded
 *   cp_deck_check()   the house's rules; words against numbers
 *   cp_deck_layout()  slides -> pages: every box placed, every text fitted
 *   cp_deck_draw()    ink of one page
 *
 * Each stage tells all its findings and goes on after errors, so that one run
 * tells all; a slide with a figure that could not be loaded is not laid out.
 */
#ifndef CP_DECK_DECK_H
#define CP_DECK_DECK_H

#include "figure/figure.h"

/* What the pack says of itself, for cover, header and metadata. */
typedef struct cp_deck_facts {
    cp_str title, subtitle, organization;
    cp_texts authors;
    cp_date date, start, end;                                                /* the period */
    cp_place title_place, subtitle_place, organization_place, authors_place; /* file NULL: none */
} cp_deck_facts;

typedef struct cp_deck cp_deck;

/* `files` in order, as paths that open from the working directory.  What could
 * be read comes back even after errors. */
cp_deck *cp_deck_read(cp_arena *arena, const cp_deck_facts *facts, const char *const *files,
                      size_t count, cp_values *values, cp_report *report);

/* The figures of the deck, each file once, in order of their first use. */
size_t cp_deck_figure_count(const cp_deck *deck);
const char *cp_deck_figure_path(const cp_deck *deck, size_t index); /* relative to the pack */
const cp_figure *cp_deck_figure(const cp_deck *deck, size_t index); /* once loaded, else NULL */

bool cp_deck_load(cp_deck *deck, const cp_figure_env *env);

/* Whether the deck keeps what its style asks for; what it does not keep are warnings.  Once all
 * its figures are loaded. */
bool cp_deck_check(const cp_deck *deck, const cp_figure_env *env);

bool cp_deck_layout(cp_deck *deck, const cp_figure_env *env);

typedef struct cp_page_facts {
    cp_str title;      /* of its slide, （续） included; a NUL stands behind the texts */
    cp_str section;    /* may be empty */
    const char *class; /* "cover", "section", "content", ... */
    cp_str label;      /* the page number as shown; may be empty */
    int bookmark;      /* level 1 or 2; 0: none */
    cp_str notes;      /* the speaker's, a paragraph a line; may be empty */
    cp_place notes_place;
    cp_place place;
    size_t figure_count; /* that are files: charts and pictures */
} cp_page_facts;

size_t cp_deck_page_count(const cp_deck *deck); /* after layout */
cp_page_facts cp_deck_page(const cp_deck *deck, size_t index);

/* `page` is for passing memory: reset it after each page. `dump` as in figure.h. */
void cp_deck_draw(const cp_deck *deck, const cp_figure_env *env, size_t index, cairo_t *cr,
                  cp_arena *page, cp_buf *dump);
void cp_deck_close(cp_deck *deck);

#endif
