/*
 * output.h - formats going out: pages drawn with cairo become a file's bytes.
 *
 * Each format is a const struct in its own file and a word in OUTPUTS.  Nothing
 * is written to disk here: the bytes come out whole or not at all, and whoever
 * asked puts them in place with cp_file_replace().
 *
 * The same input gives the same bytes: dates come from `created`.
 */
#ifndef CP_PAINT_OUTPUT_H
#define CP_PAINT_OUTPUT_H

#include "base/buf.h"
#include "base/geometry.h"
#include "base/report.h"
#include "spec/style.h"

#include <cairo.h>
#include <stdint.h>

typedef struct cp_document_info {
    cp_str title, author, subject, language; /* may be empty */
    int64_t created;                         /* seconds since 1970, UTC */
    cp_str digest;                           /* of all inputs, hexadecimal; may be empty */
} cp_document_info;

typedef struct cp_output_options {
    double dpi;                    /* of pixels; also the physical size that a PNG states */
    int pixel_width, pixel_height; /* exact pixels of a PNG, 0: from size and dpi */
    bool transparent;
    bool linear; /* a PDF's first page first, for the web */
} cp_output_options;

typedef struct cp_output_class cp_output_class;

/* Common head of every format's own struct. */
typedef struct cp_output {
    const cp_output_class *class;
    cp_arena *arena;
    cairo_surface_t *surface; /* set by open */
    cairo_t *cr;              /* of the page that is open */
    int pages;                /* begun so far */
    bool ended;               /* cairo is done */
    cairo_status_t status;    /* the first fault of all pages */
    cp_buf drawn;             /* what a surface made with cp_output_sink() wrote */
} cp_output;

struct cp_output_class {
    const char *name; /* "pdf", also the extension */
    bool many_pages;
    /* Give the format's struct with its surface, in points, y downward. */
    cp_output *(*open)(cp_arena *arena, cp_size page, const cp_document_info *info,
                       const cp_output_options *options, cp_report *report);
    void (*label)(cp_output *output, cp_str label);               /* NULL: has no such thing */
    void (*bookmark)(cp_output *output, int level, cp_str title); /* NULL: likewise */
    /* All drew well and the surface is finished: append the file. */
    bool (*finish)(cp_output *output, cp_buf *bytes, cp_report *report);
    void (*close)(cp_output *output); /* what it holds beside the surface; NULL: nothing */
};

const cp_output_class *cp_output_find(cp_str name); /* or NULL */
const char *const *cp_output_names(size_t *count);

cp_output *cp_output_open(const cp_output_class *class, cp_arena *arena, cp_size page,
                          const cp_document_info *info, const cp_output_options *options,
                          cp_report *report);

/* A fresh page in points, y downward.  A format without many_pages has one. */
cairo_t *cp_output_page(cp_output *output);
void cp_output_page_end(cp_output *output);

/* Of the page that is open; formats without such things pass over them.
 * Bookmarks have the levels 1 and 2. */
void cp_output_label(cp_output *output, cp_str label);
void cp_output_bookmark(cp_output *output, int level, cp_str title);

/* There are no more pages.  What is left for cp_output_finish() is none of cairo's and uses nothing
 * but the output, its arena and the pictures that were drawn: another thread may do it. */
void cp_output_end(cp_output *output);

/* Append the whole file to `bytes`, once; ends it where that was not done. */
bool cp_output_finish(cp_output *output, cp_buf *bytes, cp_report *report);
void cp_output_close(cp_output *output); /* also after a failure; NULL is nothing */

/* For formats: the cairo_write_func_t whose closure is the output's `drawn`. */
cairo_status_t cp_output_sink(void *drawn, const unsigned char *data, unsigned size);

/* The colour as cairo's source; the one place colours meet cairo. */
void cp_set_color(cairo_t *cr, cp_color color);

/* Stroke the path as a style's line, with butt ends; a width of 0 leaves no ink.  The pen is
 * without dashes behind it. */
void cp_stroke_path(cairo_t *cr, const cp_stroke *stroke);

#endif
