/*
 * arrange.h - where the text and the items of a slide stand.
 *
 * Every way to stand (text beside, above or below; items in rows of so many) is
 * tried against what each item needs; the best that leaves all of them legible
 * is taken.  Nothing is set or drawn here: heights are asked for.
 */
#ifndef CP_DECK_ARRANGE_H
#define CP_DECK_ARRANGE_H

#include "deck/slide.h"

/* What an item asks of its cell. */
typedef struct cp_want {
    cp_size least;        /* of a figure, without its caption */
    bool reflows;         /* a figure whose least height goes by its width: ask for it */
    double aspect;        /* width over height it likes; 0: any */
    double caption_width; /* of the caption on one line; 0: it has none */
    double source_width;  /* of the source below it, likewise */
    bool table;
} cp_want;

/* Texts from..to-1 of the slide that stand together. */
typedef struct cp_text_group {
    size_t from, to;
    cp_rect box;
} cp_text_group;

typedef struct cp_task {
    const cp_slide *slide;
    const cp_style *style;
    const cp_body_style *text; /* the looks of the slide's texts */
    cp_rect body;
    const cp_want *wants;
    double caption_line; /* height of one line of a caption */
    double source_line;
    /* The height of texts in a width, and of a table: INFINITY if it cannot be that narrow. */
    double (*text_height)(void *context, cp_text_group group, double width, int step);
    double (*table_height)(void *context, size_t item, double width, double scale);
    /* The least height of a figure that reflows; likewise. */
    double (*figure_height)(void *context, size_t item, double width);
    double least_scale, most_scale; /* of tables; they grow where they are alone */
    void *context;
} cp_task;

extern const double cp_table_step; /* of tables: from one size that is tried to the next */

/* One way to stand. */
typedef struct cp_plan {
    cp_text_side side;
    double share;
    cp_rows rows;
    int step; /* of the text's size, see flow.h */
} cp_plan;

typedef struct cp_places {
    bool fits;
    double score;      /* less is better */
    double text_miss;  /* points of height that the text lacks */
    size_t short_item; /* an item whose cell is too small, SIZE_MAX: none */
    cp_size short_need, short_have;
    size_t group_count;
    cp_text_group groups[CP_MOST_ITEMS + 1];
    cp_rect cells[CP_MOST_ITEMS];   /* of the items with their captions */
    double captions[CP_MOST_ITEMS]; /* height of the caption's bar, the same along a row */
    double sources[CP_MOST_ITEMS];  /* of the source's bar below */
    double scales[CP_MOST_ITEMS];   /* of tables */
} cp_places;

/* The best plan by `task`, which may work with estimates. */
cp_plan cp_arrange(const cp_task *task);

/* A plan in points. */
cp_places cp_arrange_places(const cp_task *task, const cp_plan *plan);

#endif
