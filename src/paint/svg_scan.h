/*
 * svg_scan.h - what a drawing is made of, read once, as who draws it reads it: with its entities
 * filled in.
 *
 * Ten elements that use the ten before them, nine times over, are a billion in a few lines; the
 * drawer would follow them all.  What it would have to fetch it leaves out without a word.  Some
 * steps of filters take as long as their numbers are large, or end the program: those are named.
 */
#ifndef CP_PAINT_SVG_SCAN_H
#define CP_PAINT_SVG_SCAN_H

#include "base/str.h"

/* How many elements a step of a filter takes the time of, and the use of a filter. */
#define CP_SVG_FILTER_WEIGHT 250

/* Likewise of a letter. */
#define CP_SVG_LETTER_WEIGHT 10

/* Beyond so many tries of selectors only they are told of a drawing. */
#define CP_SVG_MOST_TRIES 5e8

typedef struct cp_svg_spot {
    int line, column; /* from 1 */
} cp_svg_spot;

/* A picture that an <image> holds in its address. */
typedef struct cp_svg_picture {
    cp_svg_spot at;
    cp_str bytes; /* no text: it is no base64 */
    struct cp_svg_picture *next;
} cp_svg_picture;

typedef struct cp_svg_facts {
    double weight; /* elements drawn, those referred to anew each time, filters and letters as
                            so many; infinite where references go round or very deep */
    const char
        *outside; /* the first thing it refers to that it does not hold, in words; NULL: none */
    double tries; /* letters of style sheets' selectors, once for each element */
    const char *refused; /* the first step of a filter or size of letters that may not be, in words;
                         NULL: none */
    cp_svg_spot at;      /* of what is refused, or of the fault */
    cp_svg_picture *pictures; /* the last one first */
    bool has_text;
} cp_svg_facts;

/* False where the text is no XML that expat reads: `fault` says why. */
bool cp_svg_scan(cp_arena *arena, cp_str text, cp_svg_facts *facts, const char **fault);

#endif
