/*
 * svg_data.h - pictures that a drawing holds in its own text: data:image/png;base64,iVBOR...
 */
#ifndef CP_PAINT_SVG_DATA_H
#define CP_PAINT_SVG_DATA_H

#include "base/str.h"

/* The bytes of an address; "no text" where it is no base64. */
cp_str cp_svg_data(cp_arena *arena, cp_str address);

#endif
