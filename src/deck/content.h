/*
 * content.h - a slide of text and figures on its way to a page: what the parts of content.c share.
 *
 * content_want.c tells the arrangement what texts and items ask for, content_place.c makes the
 * pieces of what was arranged, content_rows.c lets a long table go on to further pages; content.c
 * settles the size of the text and is the conductor.
 */
#ifndef CP_DECK_CONTENT_H
#define CP_DECK_CONTENT_H

#include "deck/arrange.h"
#include "deck/flow.h"
#include "deck/page.h"

/* No page can hold more rows of a table in a legible size. */
enum { CP_MOST_ROWS_ON_PAGE = 64 };

/* The height of a text that was set to try a step, kept while others are tried. */
typedef struct cp_tried_text {
    size_t from, to;
    double width, height;
    int step;
    struct cp_tried_text *next;
} cp_tried_text;

/* The least height of a figure that was asked for, kept while plans are tried. */
typedef struct cp_asked_height {
    size_t item;
    double width, height;
    struct cp_asked_height *next;
} cp_asked_height;

typedef struct cp_content {
    cp_pages *pages;
    cp_page *page;
    const cp_slide *slide;
    cp_body_style body;
    cp_signs signs;
    cp_notes notes;
    int least_step; /* where the slides of a class are set alike, else CP_FLOW_LARGEST */
    cp_task task;
    cp_want wants[CP_MOST_ITEMS];
    cp_text *captions[CP_MOST_ITEMS]; /* on one line; NULL: none */
    cp_text *sources[CP_MOST_ITEMS];  /* below items, likewise */
    cp_gutters gutters[CP_MOST_ITEMS];
    cp_tried_text *texts;
    cp_asked_height *heights;
    bool exact;         /* ask for real heights of texts, not for estimates */
    double split_scale; /* of the table if it goes over pages: as large on each */
    bool tall_row;      /* one of its rows is higher than a page */
} cp_content;

/* Between head and foot; a slide without them has the page but for its margins. */
cp_rect cp_content_body(const cp_content *c);

/* Fill the task: what texts and items of the slide need. */
void cp_content_want(cp_content *c);
bool cp_content_fits(cp_content *c, const cp_plan *plan);

cp_flow cp_content_flow(const cp_content *c, size_t from, size_t to);

/* False where its words do not fit the width. */
bool cp_content_lay_table(const cp_content *c, size_t item, double width, double scale,
                          cp_tabular_page *out);

/* What stands above an item and below it, in a width (0: on one line); NULL: nothing. */
cp_text *cp_content_caption(const cp_content *c, size_t index, double width);
cp_text *cp_content_source(const cp_content *c, size_t index, double width);

/* Texts and items in the order they are written. */
void cp_content_place(cp_content *c, const cp_places *places, int step);

/* The table at the slide's end; NULL: it has none. */
const cp_item *cp_content_last_table(const cp_slide *slide);

/* A copy of the slide whose last table has the rows from..to-1 only. */
cp_slide *cp_content_with_rows(const cp_content *c, const cp_slide *slide, size_t from, size_t to);

/*
 * A table that is too long: the page keeps the rows that fit, the others go on
 * to a further page, which is returned; NULL if not a single row fits a page of
 * its own.  Where less than two fit below the text, the whole table goes on.
 */
const cp_slide *cp_content_split(cp_content *c, const cp_slide *whole, cp_plan plan);

#endif
