/*
 * composer.h - blocks of Markdown on their way to slides: what the parts of slide.c share.
 *
 * slide.c lets slides begin and end and takes their texts, slide_words.c the comments that say
 * something of them, slide_items.c figures and tables, slide_source.c the source line.
 */
#ifndef CP_DECK_COMPOSER_H
#define CP_DECK_COMPOSER_H

#include "deck/slide.h"

/* Texts and items of a slide while they come in. */
typedef struct cp_composer {
    cp_arena *arena;
    cp_report *report;
    cp_slides *slides;
    cp_slide *slide; /* the one that grows; NULL ahead of the first */
    size_t rows;
    bool full;                    /* no more texts; told */
    cp_str caption;               /* of the table that follows */
    double widths[CP_MOST_ITEMS]; /* of the items that follow, by width: */
    size_t width_count, widths_used;
    const cp_block *table_word;   /* said of it; NULL: nothing */
    const cp_block *picture_word; /* of the pictures that follow */
    cp_place last_word;           /* a class or layout that nothing has followed yet */
    bool ok;
} cp_composer;

/* A slide of a class that begins here; what comes next is a part of it. */
cp_slide *cp_composer_begin(cp_composer *c, const char *class, cp_place place);

/* Whether the slide takes texts and figures on pages of its own, whether it has none yet. */
bool cp_slide_has_body(const cp_slide *slide);
bool cp_slide_is_empty(const cp_slide *slide);

/* Whether content may come here: a slide has begun. */
bool cp_composer_has_slide(cp_composer *c, const cp_block *block, const char *what);

/* Whether such a block is what comes next, but for words. */
bool cp_block_is_ahead_of(const cp_block *block, cp_block_kind kind);

void cp_composer_word(cp_composer *c, const cp_block *block);
void cp_composer_figures(cp_composer *c, const cp_block *block);
void cp_composer_table(cp_composer *c, const cp_block *block);
void cp_composer_source(cp_composer *c, const cp_block *block);

#endif
