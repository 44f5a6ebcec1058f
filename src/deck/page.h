/*
 * page.h - a slide as a page: pieces of ink in their places, in reading order.
 *
 * All that is decided about a page is decided here; drawing and dumps go along
 * the list.
 */
#ifndef CP_DECK_PAGE_H
#define CP_DECK_PAGE_H

#include "deck/slide.h"
#include "tabular/tabular.h"

typedef enum cp_piece_kind {
    CP_PIECE_FILL,
    CP_PIECE_RULE, /* a line along the middle of its box, as thick as the box is high */
    CP_PIECE_TEXT,
    CP_PIECE_FIGURE,
    CP_PIECE_TABLE
} cp_piece_kind;

typedef struct cp_piece {
    cp_piece_kind kind;
    const char *role; /* "title", "caption", "text", "source", ... */
    cp_rect box;
    cp_color color;
    double dash;
    const cp_text *text;
    const cp_figure *figure;
    cp_gutters gutters;
    cp_tabular_page tabular;
    struct cp_piece *next;
} cp_piece;

typedef struct cp_page {
    const cp_slide *slide;
    cp_page_facts facts;
    cp_color background;
    cp_piece *first, *last;
    struct cp_page *next;
} cp_page;

/* What pages of one deck share. */
typedef struct cp_pages {
    const cp_figure_env *env;
    const cp_deck_facts *facts;
    const cp_slides *slides;
    cp_page *first, *last;
    size_t count;
} cp_pages;

/* For tests: the pieces of a page after the layout. */
const cp_piece *cp_deck_page_pieces(const cp_deck *deck, size_t index);

/* The pages of a slide, added to `pages`.  False with findings. */
bool cp_pages_add(cp_pages *pages, const cp_slide *slide);

/* Building blocks, for the kinds of page. */
cp_page *cp_page_new(cp_pages *pages, const cp_slide *slide, cp_color background);
void cp_page_name_figures(const cp_pages *pages, cp_page *page); /* once its slide is settled */
cp_piece *cp_page_piece(const cp_pages *pages, cp_page *page, cp_piece_kind kind, const char *role,
                        cp_rect box);
void cp_page_fill(const cp_pages *pages, cp_page *page, const char *role, cp_rect box,
                  cp_color color);
void cp_page_rule(const cp_pages *pages, cp_page *page, const char *role, double x, double y,
                  double width, const cp_stroke *stroke);
cp_piece *cp_page_text(const cp_pages *pages, cp_page *page, const char *role, const cp_text *text,
                       double x, double y);

/* A slide's words for findings: "slide 两融情况". */
const char *cp_slide_words(cp_arena *arena, const cp_slide *slide);

/* The words of an item's caption, 图： or 表： ahead; may be empty. */
cp_str cp_page_caption(const cp_pages *pages, const cp_item *item);
cp_place cp_page_caption_place(const cp_item *item); /* its words may be the figure's own */

/* The line at the foot; empty where nothing has a source. */
cp_str cp_page_source(const cp_pages *pages, const cp_slide *slide);

/* The kinds of page. */
bool cp_cover_lay(cp_pages *pages, const cp_slide *slide);
bool cp_section_lay(cp_pages *pages, const cp_slide *slide);
bool cp_content_lay(cp_pages *pages, const cp_slide *slide);

/* Title and section above, source line and number below: the first and the last in reading order. */
bool cp_head_lay(cp_pages *pages, cp_page *page);
bool cp_foot_lay(cp_pages *pages, cp_page *page);

#endif
