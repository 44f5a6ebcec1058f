/*
 * image.h - pictures coming from the user: PNG, JPEG, SVG; size first, ink later.
 *
 * All that can be wrong with a picture is told when it is opened; drawing
 * cannot fail.  Nothing is decoded before its size is known to be sane.
 *
 * In a PDF a JPEG stands as its own bytes, a PNG with its own compression (or
 * one as good), an SVG stays vector.
 */
#ifndef CP_PAINT_IMAGE_H
#define CP_PAINT_IMAGE_H

#include "base/geometry.h"
#include "base/report.h"

#include <cairo.h>

typedef struct cp_image cp_image;

/* Contents decide the format, not the name.  `at` is who asks for the picture. */
cp_image *cp_image_open(cp_arena *arena, const char *path, cp_place at, cp_report *report);

/* An image must outlive the outputs it was drawn to.  NULL is nothing. */
void cp_image_close(cp_image *image);

cp_size cp_image_size(const cp_image *image); /* natural size, points (at 96 dpi if it says none) */

/* Where it stands in `box`: as large as fits, centred, its proportions kept. */
cp_rect cp_image_place(const cp_image *image, cp_rect box);
void cp_image_draw(cp_image *image, cairo_t *cr, cp_rect box);

#endif
