/* treemap.h - the treemap inside: what treemap.c reads, treemap_layout.c places. */
#ifndef CP_FIGURE_TREEMAP_H
#define CP_FIGURE_TREEMAP_H

#include "figure/figure.h"

typedef struct cp_treemap_item {
    cp_str name, words; /* words: the value or change as shown; may be empty */
    double value;
    cp_color color;
    bool fallen; /* its change is below zero: lined where it has no words */
    cp_place place;
} cp_treemap_item;

typedef struct cp_treemap_group {
    cp_str name; /* empty: no head */
    size_t count;
    cp_treemap_item *item; /* descending */
    double total;
    cp_place place;
} cp_treemap_group;

typedef struct cp_treemap {
    size_t count;
    cp_treemap_group *group; /* descending */
    double total;
} cp_treemap;

typedef struct cp_treemap_cell {
    const cp_treemap_item *item;
    cp_rect box;
    cp_text *name, *words; /* NULL: no room */
    cp_point name_at, words_at;
} cp_treemap_cell;

typedef struct cp_treemap_layout {
    size_t count;
    cp_treemap_cell *cell;
    size_t heads;
    cp_text **head; /* of groups */
    cp_point *head_at;
    size_t left_out; /* cells without a name or without words */
    double named;    /* share of the whole in cells that have theirs */
    cp_text *note;   /* NULL: nothing is left out */
    cp_point note_at;
} cp_treemap_layout;

/* In a box at 0, 0. */
cp_treemap_layout cp_treemap_layout_make(const cp_treemap *map, const cp_figure_env *env,
                                         cp_size size, cp_arena *page);
cp_size cp_treemap_layout_least(const cp_treemap *map, const cp_figure_env *env, cp_arena *page);

#endif
