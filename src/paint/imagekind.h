/*
 * imagekind.h - what a format of pictures gives; for the files of this room.
 *
 * Each format is a const struct in its own file and a word in KINDS (image.c).
 */
#ifndef CP_PAINT_IMAGEKIND_H
#define CP_PAINT_IMAGEKIND_H

#include "base/buf.h"
#include "paint/image.h"

/* A raster as a PDF holds it; who asks frees `data`. */
typedef struct cp_embed {
    int width, height, bits;
    int parts;          /* numbers a pixel */
    const char *colors; /* its colour space, in PDF's own words */
    const char *filter; /* "/FlateDecode", "/DCTDecode" */
    bool predicted;     /* rows begin with PNG's filter bytes */
    cp_buf data;
} cp_embed;

typedef struct cp_image_kind {
    const char *name;
    bool (*matches)(cp_str bytes);
    /* Check all, set size, columns and rows.  Findings go to image->at. */
    bool (*open)(cp_image *image, cp_report *report);
    /* Rasters: the pixels, as cairo draws them. */
    cairo_surface_t *(*decode)(const cp_image *image);
    /* Rasters: as they go into a PDF; `mask` gets no data if all is opaque. */
    void (*embed)(const cp_image *image, cp_embed *color, cp_embed *mask);
    /* Vectors: ink at natural size, from the origin. */
    void (*draw)(const cp_image *image, cairo_t *cr);
    void (*close)(cp_image *image); /* NULL: nothing */
} cp_image_kind;

struct cp_image {
    const cp_image_kind *kind;
    cp_arena *arena;
    const char *path;
    cp_place at;
    cp_buf bytes;             /* the file */
    cp_size size;             /* as shown, points */
    int columns, rows;        /* of a raster, as stored */
    int turn;                 /* EXIF's orientation, 1..8 */
    cairo_surface_t *surface; /* decoded, once needed */
    void *own;                /* the kind's */
};

/* Tells a finding on the picture, and returns false. */
bool cp_image_fail(const cp_image *image, cp_report *report, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

/* Whether a raster of this size may be decoded; a finding otherwise. */
bool cp_image_check_pixels(const cp_image *image, double columns, double rows, cp_report *report);

/* Open the raster whose bytes the image has; SVG and unknown formats are findings. */
bool cp_image_open_raster(cp_image *image, cp_report *report);

/* Natural size of a raster from its pixels an inch; 0 where it does not say. */
void cp_image_set_size(cp_image *image, double dpi_x, double dpi_y);

/*
 * Stand-ins: a PDF that cairo makes holds a tiny picture wherever a raster was
 * drawn, and cp_pdf_amend() puts the true one in its place.  So cairo neither
 * decodes nor compresses anything, and the PNG's or JPEG's own data are kept.
 *
 * A stand-in is two pixels: a colour of ours, and its index as a colour.
 */
#define CP_STAND_IN_COLOR 0xc4a27au

typedef struct cp_stand_in {
    const cp_image *image;
    cairo_surface_t *surface;
} cp_stand_in;

typedef struct cp_stand_ins {
    cp_stand_in *item;
    size_t count, room;
} cp_stand_ins;

/* From now on rasters drawn to `surface` leave stand-ins in `list`. */
void cp_stand_ins_attach(cp_stand_ins *list, cairo_surface_t *surface);
void cp_stand_ins_free(cp_stand_ins *list);

#endif
