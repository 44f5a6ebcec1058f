/*
 * slide.h - blocks of Markdown become slides.
 *
 * A slide here is one page as it was written: --- begins a further part of the
 * same slide.  Texts and items (figures, tables) keep their order: an item
 * knows how many texts stand ahead of it.
 */
#ifndef CP_DECK_SLIDE_H
#define CP_DECK_SLIDE_H

#include "deck/deck.h"
#include "deck/markdown.h"

enum { CP_MOST_CLASSES = 10 };
enum { CP_MOST_ITEMS = 9 }; /* figures and tables of one slide */

typedef enum cp_slide_kind {
    CP_SLIDE_COVER,
    CP_SLIDE_SECTION,
    CP_SLIDE_CONTENTS,  /* the list of sections, made from the deck */
    CP_SLIDE_STATEMENT, /* its title in large letters */
    CP_SLIDE_BLANK,     /* a body without head and foot */
    CP_SLIDE_CONTENT
} cp_slide_kind;

/* What <!-- class: name --> makes of a slide. */
typedef struct cp_slide_class {
    const char *name;
    cp_slide_kind kind;
    size_t style; /* of its texts: offset of a cp_class_style in cp_style, 0: the body's */
} cp_slide_class;

typedef enum cp_text_side {
    CP_SIDE_AUTO,
    CP_SIDE_LEFT,
    CP_SIDE_TOP,
    CP_SIDE_RIGHT,
    CP_SIDE_BOTTOM,
    CP_SIDE_ROWS /* texts and rows of items in the order they are written */
} cp_text_side;

/* How the items stand: rows from the top, so many in each. */
typedef struct cp_rows {
    int count; /* 0: as it fits best */
    int of[CP_MOST_ITEMS];
} cp_rows;

typedef struct cp_layout {
    cp_text_side side;
    double share; /* of the body's width for the text; 0: the style's */
    cp_rows rows;
    cp_place place; /* file NULL: nothing was asked for */
} cp_layout;

/* A figure's file, once a deck however often it is shown. */
typedef struct cp_figure_use {
    const char *path; /* relative to the pack */
    cp_place place;   /* of its first use */
    cp_figure *figure;
    bool loaded;
    struct cp_figure_use *next;
} cp_figure_use;

typedef struct cp_item {
    const cp_figure_use *use;     /* NULL: a table */
    const cp_tabular_spec *table; /* of Markdown */
    cp_tabular *tabular;          /* a table, by then measured: such a one, or a figure's */
    size_t from, to;              /* its rows on this page */
    cp_str caption;               /* as written; may be empty */
    size_t number;                /* of figures or of tables; 0: not counted */
    cp_str alt;                   /* what the figure shows, in words; may be empty */
    cp_place place;
    size_t row;    /* items of one paragraph share it */
    size_t texts;  /* texts ahead of it */
    double share;  /* of its row's width; 0: as much as others */
    bool crop;     /* fills its box, and what reaches beyond is cut: of a picture */
    cp_point kept; /* of what is cut: the parts at the left and above, 0..1 */
} cp_item;

typedef struct cp_slide {
    cp_slide_kind kind;
    const cp_slide_class *class;
    cp_spans title;
    cp_str name;    /* the title's letters */
    size_t part;    /* 0: the first page of its slide */
    size_t section; /* its number from 1; 0: ahead of all sections */
    cp_str section_name;
    cp_place place;
    cp_layout layout;
    size_t text_count, item_count, note_count;
    const cp_block **texts;
    const cp_block **notes; /* footnotes */
    cp_item *items;
    cp_str source, note; /* the slide's own, without their heads */
    cp_place source_place;
    cp_str spoken; /* the speaker's notes, a paragraph a line; empty: none */
    cp_place spoken_place;
    double split_scale; /* of its table, which goes over several pages; 0: it does not */
    bool signs;         /* numbers with a sign are coloured by it */
    struct cp_slide *next;
} cp_slide;

typedef struct cp_slides {
    cp_slide *first, *last;
    size_t count, sections;
    cp_figure_use *first_use, *last_use;
    size_t uses;
} cp_slides;

/* Add the slides of a file's blocks.  False with findings. */
bool cp_slides_add(cp_arena *arena, cp_slides *slides, const cp_block *blocks, cp_report *report);

/* The classes by name; "section" and "alone" are not for the writer. */
const cp_slide_class *cp_slide_class_find(const char *name);

/* Count figures and tables through the deck, if the style wants numbers, and let words
 * that name a figure give its own.  Figures are loaded. */
bool cp_slides_number(cp_slides *slides, bool numbered, cp_report *report);

/* Whether all of its figures could be loaded. */
bool cp_slide_is_whole(const cp_slide *slide);

/* Whether an item is a table, drawn by a figure or written as one. */
bool cp_item_is_table(const cp_item *item);

/* A number may follow: 图： 表： 图3： 表 12：. */
bool cp_has_caption_head(cp_str text);

#endif
