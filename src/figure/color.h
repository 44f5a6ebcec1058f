/* color.h - a colour that a figure's file asks for by a word. */
#ifndef CP_FIGURE_COLOR_H
#define CP_FIGURE_COLOR_H

#include "figure/figure.h"
#include "plot/color.h"

/* False and a finding at `at`, with a guess, where plot/color.h knows no such word. */
bool cp_figure_color(const cp_figure_env *env, cp_str word, cp_place at, cp_color_pair *out);

#endif
