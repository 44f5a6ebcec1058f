/*
 * sketch.h - a diagram on its way to ink: boxes, arrows and lines with their texts set.
 *
 * A layout measures its texts at the sketch's scale, tells the height it needs, and,
 * unless this is only a trial, adds its parts.  All lengths follow the scale, so that
 * one number tells how legible a layout is in a box.
 */
#ifndef CP_FIGURE_SKETCH_H
#define CP_FIGURE_SKETCH_H

#include "figure/diagram.h"

typedef enum cp_shape {
    CP_SHAPE_HEAD,
    CP_SHAPE_ITEM,
    CP_SHAPE_LIST,  /* items below each other in one box */
    CP_SHAPE_PANEL, /* behind items */
    CP_SHAPE_CENTER,
    CP_SHAPE_BASE,
    CP_SHAPE_MILESTONE,
    CP_SHAPE_STEP, /* a head with a point to the right */
    CP_SHAPE_ARROW,
    CP_SHAPE_LINK,
} cp_shape;

typedef enum cp_way { CP_WAY_RIGHT, CP_WAY_DOWN, CP_WAY_UP } cp_way;

enum { CP_LINK_POINTS = 4 };

typedef struct cp_set_words {
    cp_text *text;
    cp_point at;
    bool bullet;
} cp_set_words;

typedef struct cp_sketch_part {
    cp_shape shape;
    cp_rect rect;
    cp_color fill;
    size_t count;
    cp_set_words *words;
    cp_way way;   /* of an arrow */
    double depth; /* of a step's point */
    bool notched; /* a step that follows another */
    bool pointed; /* a link that ends in an arrow's head */
    size_t points;
    cp_point point[CP_LINK_POINTS];
    struct cp_sketch_part *next;
} cp_sketch_part;

struct cp_sketch {
    const cp_diagram *diagram;
    const cp_diagram_style *style;
    cp_color paper;
    cp_fonts *fonts;
    cp_arena *arena;
    cp_report report; /* of trials: what is wrong with a text was told when it was loaded */
    double smallest;  /* text size */
    double scale;
    cp_rect box;
    bool trial;   /* measure only */
    double need;  /* height, set by the layout */
    bool narrow;  /* some word is wider than its box */
    double waste; /* the part of the layout's box that stays empty, set by the layout */
    bool turned;  /* rows where one would expect columns, set by the layout */
    size_t texts;
    double wrapped; /* of them, by how much it hurts */
    cp_sketch_part *first, *last;
};

double cp_sketch_length(const cp_sketch *sketch, double points);
bool cp_sketch_is_wide(const cp_sketch *sketch); /* its box, where columns are expected */

/* The height of a box of `width` with `words` in it; 0 without any. */
double cp_sketch_height(cp_sketch *sketch, cp_shape shape, cp_diagram_text words, double width);
double cp_sketch_list_height(cp_sketch *sketch, const cp_diagram_texts *list, double width);
double cp_sketch_width(cp_sketch *sketch, cp_shape shape, cp_diagram_text words); /* on one line */
double cp_sketch_tallest(const cp_sketch *sketch, cp_shape shape); /* where a box stops to grow */

/* Heights of heads and of what is below them, the most of all groups. */
typedef struct cp_card_size {
    double head, body;
    double text; /* what the longest list needs of the body */
} cp_card_size;

cp_card_size cp_sketch_card_size(cp_sketch *sketch, double width);
double cp_card_height(cp_card_size size);

/* As high as `room` lets it, within reason. */
cp_card_size cp_sketch_stretch(const cp_sketch *sketch, cp_card_size size, double room);

void cp_sketch_box(cp_sketch *sketch, cp_shape shape, cp_rect rect, cp_diagram_text words,
                   const cp_diagram_group *group);
/* The list begins where one of height `tallest` would that stands in the box' middle. */
void cp_sketch_list(cp_sketch *sketch, cp_rect rect, const cp_diagram_texts *list, double tallest);
void cp_sketch_card(cp_sketch *sketch, cp_rect rect, cp_card_size size,
                    const cp_diagram_group *group);
void cp_sketch_step(cp_sketch *sketch, cp_rect rect, double depth, bool notched,
                    const cp_diagram_group *group);
void cp_sketch_arrow(cp_sketch *sketch, cp_rect room, cp_way way); /* in the middle of the room */
void cp_sketch_long_arrow(cp_sketch *sketch, cp_rect rect, cp_way way); /* that fills it */
void cp_sketch_link(cp_sketch *sketch, const cp_point *points, size_t count);

void cp_sketch_panel(cp_sketch *sketch, cp_rect rect);

/* How many boxes a row is divided into that has `here` of `across`: fewer and wider ones
 * where these still end on the grid of the others. */
size_t cp_sketch_share(size_t across, size_t here);

/* Items in rows of `across` boxes. */
void cp_sketch_grid(cp_sketch *sketch, cp_rect rect, const cp_diagram_texts *list, size_t across,
                    double height);
void cp_sketch_paper_grid(cp_sketch *sketch, cp_rect rect, const cp_diagram_texts *list,
                          size_t across, double height); /* on a panel */

/* The best layout of the diagram in a box; its parts in `arena`. */
cp_sketch *cp_sketch_best(cp_arena *arena, const cp_diagram *diagram, const cp_figure_env *env,
                          cp_rect box);

/* The least box, of a chart's usual proportions. */
cp_size cp_sketch_least(const cp_diagram *diagram, const cp_figure_env *env);

/* The least height in a box of this width; INFINITY where a word is wider than its box. */
double cp_sketch_least_height(const cp_diagram *diagram, const cp_figure_env *env, double width);

void cp_sketch_draw(const cp_sketch *sketch, cairo_t *cr, cp_buf *dump);

#endif
