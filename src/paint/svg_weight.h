/*
 * svg_weight.h - how many elements a drawing draws, what it refers to drawn each time anew.
 *
 * Ten elements that use the ten before them, nine times over, are a billion in a few lines; the
 * drawer would follow them all.
 */
#ifndef CP_PAINT_SVG_WEIGHT_H
#define CP_PAINT_SVG_WEIGHT_H

#include "base/str.h"

/* Infinite where references go round or very deep.  False where the text is no XML that expat
 * reads: `fault` says why. */
bool cp_svg_weight(cp_str text, double *weight, const char **fault);

#endif
