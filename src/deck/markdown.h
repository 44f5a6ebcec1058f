/*
 * markdown.h - a Markdown file as a flat list of blocks, by cmark-gfm.
 *
 * What a slide can show becomes a block; everything else that Markdown knows
 * (code blocks, HTML but <br>, <sup>, <sub>, pictures inside of text) is a finding, so that
 * nothing vanishes and nothing is printed as raw marks.  {{...}} becomes the text of its value,
 * except in code.
 */
#ifndef CP_DECK_MARKDOWN_H
#define CP_DECK_MARKDOWN_H

#include "dataset/values.h"
#include "tabular/tabular.h"
#include "text/text.h"

typedef enum cp_block_kind {
    CP_BLOCK_HEADING,
    CP_BLOCK_TEXT,    /* a paragraph, in a list or not */
    CP_BLOCK_FIGURES, /* a paragraph of nothing but pictures: one row */
    CP_BLOCK_TABLE,
    CP_BLOCK_SOURCE, /* a paragraph of a quote: 资料来源：..., 备注：... */
    CP_BLOCK_BREAK,  /* --- */
    CP_BLOCK_WORD,   /* <!-- word: value --> */
    CP_BLOCK_NOTE    /* a footnote, behind the last block of the slide that refers to it */
} cp_block_kind;

typedef struct cp_spans {
    size_t count;
    cp_span *item;
} cp_spans;

typedef struct cp_image {
    cp_str caption; /* may be empty */
    cp_str alt;     /* in quotes behind the path; may be empty */
    cp_str path;
    cp_place place;
} cp_image;

typedef struct cp_block {
    cp_block_kind kind;
    cp_place place;
    int level;   /* of a heading; of a text the depth of its lists, 0 outside of them */
    int number;  /* of a list item that counts, 0: a bullet; of a footnote within its slide */
    bool marked; /* the item's first paragraph, which carries its bullet or number */
    bool close;  /* no gap ahead: a further item of a tight list */
    cp_spans spans;
    size_t image_count;
    cp_image *images;
    cp_tabular_spec table;
    cp_str word, value;
    struct cp_block *next;
} cp_block;

/* Read a file's text.  False with findings; all of them are told. */
bool cp_markdown_read(cp_arena *arena, const char *file, cp_str text, cp_values *values,
                      cp_block **out, cp_report *report);

/* The letters of spans, in one line. */
cp_str cp_spans_plain(cp_arena *arena, const cp_spans *spans);

#endif
