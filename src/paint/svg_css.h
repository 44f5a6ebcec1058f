/*
 * svg_css.h - just enough of a drawing's style sheets to tell which elements a rule may style,
 * and what a style refers to.
 *
 * Where a selector says more than a name, a class or an id, it is taken to select all.
 */
#ifndef CP_PAINT_SVG_CSS_H
#define CP_PAINT_SVG_CSS_H

#include "base/str.h"

/* Without comments and without braces in quotes, with escapes as the letters they stand for. */
cp_str cp_css_plain(cp_arena *arena, cp_str text);

/* Where a word stands, in capitals or not; SIZE_MAX: nowhere. */
size_t cp_css_find(cp_str text, cp_str word, size_t from);

/* Whether an address names nothing (""), a part of the drawing (#a) or holds its data itself, and
 * those are no drawing of which it names a part (data:...#a). */
bool cp_css_is_inside(cp_str address);

/* The first address in a url() of a plain text that is not inside; no text: none. */
cp_str cp_css_outside(cp_str plain);

/* The next rule of a plain text; false: there is none. */
bool cp_css_next(cp_str *rest, cp_str *selectors, cp_str *body);

/* Whether one of the selectors may select an element. */
bool cp_css_selects(cp_str selectors, cp_str name, cp_str id, cp_str classes);

#endif
