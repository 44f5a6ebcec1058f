/*
 * flow.h - the running text of a slide: paragraphs and lists set to a width.
 *
 * How tight a text is set goes in steps: 0 is the style's own size and line
 * height, CP_FLOW_TIGHTEST the smallest of both, negative steps grow to the
 * largest.
 */
#ifndef CP_DECK_FLOW_H
#define CP_DECK_FLOW_H

#include "deck/markdown.h"
#include "deck/signs.h"

enum { CP_FLOW_LARGEST = -6, CP_FLOW_TIGHTEST = 8 };

typedef struct cp_flow {
    const cp_block *const *texts;
    size_t count;
    const cp_signs *signs; /* NULL: numbers are not coloured */
} cp_flow;

typedef struct cp_flow_measure {
    double size, line_height, gap; /* points; gap: between paragraphs */
} cp_flow_measure;

cp_flow_measure cp_flow_measure_at(const cp_body_style *style, int step);

/* A paragraph in its place, relative to the box of the text. */
typedef struct cp_flow_piece {
    const cp_text *text;
    double x, y;
    const cp_text *number; /* of a list that counts; NULL: none */
    cp_rect bullet;        /* width 0: none */
    double number_x;
} cp_flow_piece;

typedef struct cp_flow_set {
    double height;
    cp_flow_measure measure;
    size_t count;
    cp_flow_piece *piece;
} cp_flow_set;

/* The height without setting the text, from the widths of its characters: good
 * to a line or two. */
double cp_flow_estimate(const cp_flow *flow, const cp_body_style *style, double width, int step);

cp_flow_set cp_flow_lay(cp_arena *arena, cp_fonts *fonts, const cp_body_style *style,
                        const cp_flow *flow, double width, int step, cp_report *report);

/* Widen the gaps, within the style's limit, towards `height`. */
void cp_flow_stretch(cp_flow_set *set, const cp_flow *flow, const cp_body_style *style,
                     double height);

/* Spans in the colours that the style has for strong, emphasis, code and links. */
cp_spans cp_spans_tint(cp_arena *arena, const cp_body_style *style, const cp_spans *spans);

#endif
