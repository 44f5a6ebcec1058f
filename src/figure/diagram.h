/*
 * diagram.h - what a diagram's file says, and the ways to lay it out.
 *
 * A layout is a const struct in its own file and a word in LAYOUTS (diagram.c).  It
 * has some variants (columns or rows, how many boxes side by side); cp_sketch_best()
 * tries them and takes the one that is best legible in the box at hand.
 */
#ifndef CP_FIGURE_DIAGRAM_H
#define CP_FIGURE_DIAGRAM_H

#include "figure/figure.h"

typedef struct cp_diagram_text {
    cp_str text; /* no text: there is none */
    cp_place place;
} cp_diagram_text;

typedef struct cp_diagram_texts {
    size_t count;
    cp_diagram_text *item;
} cp_diagram_texts;

typedef struct cp_diagram_group {
    cp_diagram_text title;
    cp_diagram_texts items; /* a group has a title or items */
    bool colored;
    cp_color color;
} cp_diagram_group;

typedef struct cp_sketch cp_sketch;

typedef struct cp_diagram cp_diagram;

typedef struct cp_diagram_layout {
    const char *name;
    size_t fewest; /* groups */
    bool center, base, milestone, sides;
    const char *alt;                               /* begins the description: 产业链图 */
    const char *next;                              /* between two groups there */
    size_t (*variants)(const cp_diagram *diagram); /* the better liked first */
    void (*lay)(cp_sketch *sketch, size_t variant);
} cp_diagram_layout;

struct cp_diagram {
    const cp_diagram_layout *layout;
    bool arrows;
    size_t count;
    cp_diagram_group *groups;
    cp_diagram_text center, base, milestone;
    cp_diagram_texts inputs, outputs;
};

size_t cp_diagram_most_items(const cp_diagram *diagram); /* of any group */

#endif
