/* pie.h - the pie inside: what pie.c reads, pie_layout.c places and pie_draw.c paints. */
#ifndef CP_FIGURE_PIE_H
#define CP_FIGURE_PIE_H

#include "figure/figure.h"

enum { CP_PIE_MOST = 24 };

typedef struct cp_pie_slice {
    cp_str name, words; /* words: share or value as shown */
    cp_str share;       /* as shown */
    double from, to;    /* parts of the turn, clockwise from the pie's start */
    cp_color color;
    cp_place place;
} cp_pie_slice;

typedef struct cp_pie {
    size_t count;
    cp_pie_slice *slice;
    double hole;  /* of the radius */
    double start; /* part of the turn, clockwise from the top */
    bool inside;  /* shares stand in the slices where they fit */
    size_t lines; /* in the hole */
    cp_str *line;
    cp_place center_place;
} cp_pie;

typedef struct cp_pie_label {
    const cp_pie_slice *slice;
    cp_text *text;
    cp_rect box;
    bool right;
    cp_point path[4]; /* of its leader, from the rim */
    int points;
} cp_pie_label;

typedef struct cp_pie_layout {
    bool fits; /* at this scale of the texts */
    cp_point middle;
    double radius, hole;
    size_t count;
    cp_pie_label *label; /* beside the pie: those of the right side from the top, then the left's */
    cp_text **inside;    /* of each slice; NULL: none */
    cp_point *inside_at; /* their upper left corners */
    size_t lines;
    cp_text **line; /* in the hole */
    cp_point *line_at;
} cp_pie_layout;

/* In a box at 0, 0.  Texts shrink as far as the style lets them. */
cp_pie_layout cp_pie_layout_make(const cp_pie *pie, const cp_figure_env *env, cp_size size,
                                 cp_arena *page);
cp_size cp_pie_layout_least(const cp_pie *pie, const cp_figure_env *env, cp_arena *page);

void cp_pie_draw(const cp_pie *pie, const cp_figure_env *env, cp_rect box, cairo_t *cr,
                 cp_arena *page, cp_buf *dump);

#endif
