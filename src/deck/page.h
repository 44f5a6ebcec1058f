/*
 * page.h - a slide as a page: pieces of ink in their places, in reading order.
 *
 * All that is decided about a page is decided here; drawing and dumps go along
 * the list.
 */
#ifndef CP_DECK_PAGE_H
#define CP_DECK_PAGE_H

#include "deck/inline.h"
#include "deck/slide.h"
#include "tabular/tabular.h"

typedef enum cp_piece_kind {
    CP_PIECE_FILL,
    CP_PIECE_RULE, /* a line along the middle of its box, as thick as the box is high */
    CP_PIECE_TEXT,
    CP_PIECE_EMBLEM, /* a figure that says nothing */
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
    const cp_block *block; /* what the text is in Markdown; NULL: of the frame */
    const cp_figure *figure;
    cp_rect whole; /* of a figure that is cut to its box: where all of it would be; width 0: none */
    cp_str alt;    /* what the figure shows, in words; may be empty */
    cp_gutters gutters;
    cp_tabular_page tabular;
    struct cp_piece *next;
} cp_piece;

typedef struct cp_page {
    const cp_slide *slide;
    size_t number; /* from 1 */
    cp_page_facts facts;
    cp_color background;
    cp_piece *first, *last;
    struct cp_page *next;
} cp_page;

/* The size of all texts of a class, where the style wants them alike. */
typedef struct cp_class_step {
    const cp_slide_class *class;
    int step; /* see flow.h */
} cp_class_step;

/* What pages of one deck share. */
typedef struct cp_pages {
    const cp_figure_env *env;
    const cp_deck_facts *facts;
    const cp_slides *slides;
    cp_figure *emblem; /* the house's mark; NULL: none */
    cp_page *first, *last;
    size_t count;
    cp_class_step alike[CP_MOST_CLASSES];
    size_t alike_count;
} cp_pages;

/* For tests: the pieces of a page after the layout. */
const cp_piece *cp_deck_page_pieces(const cp_deck *deck, size_t index);

/* The pages of all slides but those with a figure that could not be loaded.  False with findings. */
bool cp_pages_lay(cp_pages *pages);

/* Building blocks, for the kinds of page. */
cp_page *cp_page_new(cp_pages *pages, const cp_slide *slide, cp_color background);
void cp_page_count_figures(cp_page *page); /* once its slide is settled */
cp_piece *cp_page_piece(const cp_pages *pages, cp_page *page, cp_piece_kind kind, const char *role,
                        cp_rect box);
void cp_page_fill(const cp_pages *pages, cp_page *page, const char *role, cp_rect box,
                  cp_color color);
void cp_page_rule(const cp_pages *pages, cp_page *page, const char *role, double x, double y,
                  double width, const cp_stroke *stroke);
cp_piece *cp_page_text(const cp_pages *pages, cp_page *page, const char *role, const cp_text *text,
                       double x, double y);

/* The house's mark, where the style has one. */
void cp_page_emblem(const cp_pages *pages, cp_page *page, cp_rect box);

/* Words on one line that lead to a page; shortened, and no link, where `width` is too little. */
const cp_text *cp_page_linked(const cp_pages *pages, const cp_ink *ink, cp_str words,
                              const cp_page *to, double width);

/* A slide's words for findings: "slide 两融情况". */
const char *cp_slide_words(cp_arena *arena, const cp_slide *slide);

/* The words of an item's caption, 图： or 表： ahead; may be empty. */
cp_str cp_page_caption(const cp_pages *pages, const cp_item *item);
cp_place cp_page_caption_place(const cp_item *item); /* its words may be the figure's own */

/* The line below a figure, where the style wants one and the slide has none of its own; may
 * be empty. */
cp_str cp_page_item_source(const cp_pages *pages, const cp_slide *slide, size_t item);

/* The slide's line: its own, else those of its figures; empty where nothing has a source. */
cp_str cp_page_source(const cp_pages *pages, const cp_slide *slide);
cp_place cp_page_source_place(const cp_slide *slide); /* of the first of its words */

/* The kinds of page. */
bool cp_cover_lay(cp_pages *pages, const cp_slide *slide);
bool cp_statement_lay(cp_pages *pages, const cp_slide *slide);
bool cp_content_lay(cp_pages *pages, const cp_slide *slide);
void cp_content_align(cp_pages *pages); /* find the sizes of classes that are set alike */

/* Those that name other pages are filled when all are there. */
bool cp_section_fill(cp_pages *pages, cp_page *page);
bool cp_contents_fill(cp_pages *pages, cp_page *page);

/* The page of a section's divider. */
const cp_page *cp_pages_section(const cp_pages *pages, size_t section);

/* The looks of a slide's texts. */
cp_body_style cp_page_body(const cp_pages *pages, const cp_slide *slide);

/* Footnotes of a slide, set to stand one below the other. */
typedef struct cp_notes {
    double height; /* with the rule and the gaps above; 0: none */
    size_t count;
    const cp_text *texts[CP_MOST_NOTES];
} cp_notes;

cp_notes cp_notes_set(cp_pages *pages, const cp_slide *slide, double width);
void cp_notes_add(cp_pages *pages, cp_page *page, const cp_notes *notes, double x, double bottom);

/* Title and section above, source line and number below: the first and the last in reading order. */
bool cp_head_lay(cp_pages *pages, cp_page *page);
bool cp_foot_lay(cp_pages *pages, cp_page *page);

#endif
