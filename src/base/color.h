/*
 * color.h - colours made of others: mixed, and moved until they can be read.
 *
 * Contrast is cp_color_contrast() (geometry.h); all colours are opaque there.
 */
#ifndef CP_BASE_COLOR_H
#define CP_BASE_COLOR_H

#include "base/geometry.h"

/* `share` (0..1) of the one, the rest of the other. */
cp_color cp_color_mix(cp_color one, cp_color other, double share);

/* Which of two inks to take on `ground`: the usual one unless the other stands out more. */
cp_color cp_color_clearer(cp_color usual, cp_color other, cp_color ground);

/* The colour itself, or as far towards black or white as the contrast to `ground` asks. */
cp_color cp_color_readable(cp_color color, cp_color ground, double contrast);

/* The other way round: the ground itself, or as far away from the clearer of two inks
 * (see above) towards the other one as that needs to be read on it. */
cp_color cp_color_ground(cp_color ground, cp_color usual, cp_color other, double contrast);

#endif
