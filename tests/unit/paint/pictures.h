/*
 * pictures.h - small pictures made in memory, all with the same four pixels:
 * red, green / blue, #102030; the grey one is 00 80 / c0 ff.
 */
#ifndef CP_TESTS_PAINT_PICTURES_H
#define CP_TESTS_PAINT_PICTURES_H

#include "base/str.h"

#include <cairo.h>

cp_str png_rgb(cp_arena *arena);
cp_str png_rgba(cp_arena *arena, int alpha); /* of the red pixel */
cp_str png_gray(cp_arena *arena);
cp_str png_indexed(cp_arena *arena); /* one bit a pixel, red and #102030 crosswise */
cp_str png_interlaced(cp_arena *arena);
cp_str png_head_only(cp_arena *arena, unsigned columns, unsigned rows);

/* 32 x 32 pixels, dark above and light below; turn 0: without EXIF. */
cp_str jpeg(cp_arena *arena, int parts, int turn);
cp_str jpeg_sized(cp_arena *arena, int columns, int rows, int dpi, int turn);

cairo_surface_t *surface_of_png(cp_str bytes);

#endif
