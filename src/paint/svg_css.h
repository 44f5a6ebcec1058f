/*
 * svg_css.h - just enough of a drawing's style sheets to tell which elements a rule may style.
 *
 * Where a selector says more than a name, a class or an id, it is taken to select all.
 */
#ifndef CP_PAINT_SVG_CSS_H
#define CP_PAINT_SVG_CSS_H

#include "base/str.h"

/* Without comments and without braces in quotes, with escapes as the letters they stand for. */
cp_str cp_css_plain(cp_arena *arena, cp_str text);

/* The next rule of a plain text; false: there is none. */
bool cp_css_next(cp_str *rest, cp_str *selectors, cp_str *body);

/* Whether one of the selectors may select an element. */
bool cp_css_selects(cp_str selectors, cp_str name, cp_str id, cp_str classes);

#endif
