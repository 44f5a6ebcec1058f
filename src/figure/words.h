/*
 * words.h - short texts of figures that are no plots: measured once, drawn at any scale.
 *
 * Measures of text are in proportion to its size, so a figure measures its words at
 * the style's sizes while it is loaded and reckons its layout from these.  What no font
 * has is told then, and not again.
 */
#ifndef CP_FIGURE_WORDS_H
#define CP_FIGURE_WORDS_H

#include "figure/figure.h"

typedef struct cp_words {
    cp_str text;
    cp_ink ink;   /* the style's */
    cp_size size; /* in one line at the ink's size; zero for no text */
} cp_words;

/* What the drawing of a figure needs everywhere. */
typedef struct cp_canvas {
    const cp_figure_env *env;
    cairo_t *cr;
    cp_arena *page;
    cp_buf *dump; /* NULL: none wanted; a line for each text and box otherwise */
} cp_canvas;

cp_words cp_words_measure(const cp_figure_env *env, const cp_ink *ink, cp_str text, cp_place place);

/* `scale` times its size; broken into lines at `width` unless that is 0. */
cp_text *cp_words_set(const cp_words *words, const cp_figure_env *env, cp_arena *page, double scale,
                      double width, double line_height);

/* The width at its size in which its lines cannot break further; 0 for no text. */
double cp_words_least_width(const cp_words *words, const cp_figure_env *env);

/* One line: its left edge at x, the middle of its figures at y. */
void cp_words_draw(const cp_words *words, const cp_canvas *canvas, double scale, double x,
                   double y);

/* A set text with its top left corner at x, y. */
void cp_canvas_text(const cp_canvas *canvas, const cp_text *text, double x, double y);
void cp_canvas_fill(const cp_canvas *canvas, cp_rect rect, cp_color color);
void cp_canvas_frame(const cp_canvas *canvas, cp_rect rect, const cp_stroke *stroke); /* inside */
void cp_canvas_line(const cp_canvas *canvas, cp_point from, cp_point to, const cp_stroke *stroke);

/* "what x,y WIDTHxHEIGHT" in the dump. */
void cp_canvas_note(const cp_canvas *canvas, const char *what, cp_rect rect);

/* The scale at which the smallest of `count` inks comes to the smallest text of figures. */
double cp_least_scale(const cp_style *style, const cp_ink *inks, size_t count);

#endif
