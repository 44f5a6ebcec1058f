/*
 * image.h - pictures coming from the user: PNG, JPEG, SVG; size first, ink later.
 *
 * A JPEG goes into a PDF as its own bytes, an SVG stays vector.  Size limits
 * refuse a picture before it is decoded.
 */
#ifndef CP_PAINT_IMAGE_H
#define CP_PAINT_IMAGE_H

#include "base/geometry.h"
#include "base/report.h"

#include <cairo.h>

typedef struct cp_image cp_image;

/* Contents decide the format.  The image lives until cp_image_close(). */
cp_image *cp_image_open(cp_arena *arena, const char *path, cp_place at, cp_report *report);
void cp_image_close(cp_image *image);

cp_size cp_image_size(const cp_image *image); /* natural size in points (96 dpi when it does not say) */

/* Fit into `box`, centred, its proportions kept. */
void cp_image_draw(cp_image *image, cairo_t *cr, cp_rect box);

#endif
