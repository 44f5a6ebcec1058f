/* tint.h - colours made of the style's: fades, and text that stands out from its ground. */
#ifndef CP_FIGURE_TINT_H
#define CP_FIGURE_TINT_H

#include "spec/style.h"

/* `part` (0..1) of `color` over `ground`. */
cp_color cp_color_fade(cp_color color, cp_color ground, double part);

/* `dark` or the page's own colour, whichever stands out more from `ground`. */
cp_color cp_color_on(const cp_style *style, cp_color ground, cp_color dark);

/* The ground itself, moved away from the text on it until that is legible. */
cp_color cp_color_ground(const cp_style *style, cp_color ground, cp_color dark);

#endif
