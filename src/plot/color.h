/* color.h - the words a spec may use for colours. */
#ifndef CP_PLOT_COLOR_H
#define CP_PLOT_COLOR_H

#include "spec/style.h"

/* What a word means: `below` is for values under zero and differs from `above`
 * where the word asks for the sign. */
typedef struct cp_color_pair {
    cp_color above, below;
} cp_color_pair;

/* up, down, flat, up-pale, down-pale, sign, sign-pale, bar, navy, orange, a
 * number (that colour of the palette, from 1), #RRGGBB. */
bool cp_color_word(const cp_style *style, cp_str word, cp_color_pair *out);

/* The colour, as dark as words on the page need it. */
cp_color cp_color_to_read(const cp_style *style, cp_color color);

const char *const *cp_color_words(size_t *count);

#endif
