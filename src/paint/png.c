/*
 * png.c - one page as pixels, with the physical size they stand for.
 *
 * Cairo's own writer tries all filters (54 ms for 1600 x 900) and states no
 * physical size.  Libpng writes the chunks; what it leaves to zlib would take
 * 8 ms of them on zlib's fast levels, ISA-L takes 1.2.
 */
#include "paint/output.h"
#include "paint/press.h"

#include <endian.h>
#include <math.h>
#include <setjmp.h>
#include <stdlib.h>
#include <string.h>

#include <png.h>

#define LARGEST_SIDE   32767 /* cairo's */
#define LARGEST_PIXELS 200e6

typedef struct png_output {
    cp_output base;
    int width, height; /* pixels */
    double dpi;
    bool transparent;
    unsigned char *data; /* ours, so that it outlives the surface */
    int stride;
} png_output;

/* An image surface that becomes rows of RGB or RGBA, alpha not multiplied in. */
typedef struct pixels {
    const unsigned char *data;
    int width, height, stride;
    bool alpha;
} pixels;

enum { PIECE = 1 << 16 };

/* Rows on their way into chunks of so many bytes or a few more. */
typedef struct press {
    cp_press *press;
    cp_buf piece;
    size_t size;                /* of a row */
    unsigned char *row, *above; /* as they are */
    unsigned char *line;  /* as it is pressed: its filter and what the filter leaves of the row */
    unsigned char room[]; /* for the three, each with a byte to spare */
} press;

static double pixel_count(int wanted, double points, double dpi)
{
    double count = wanted > 0 ? wanted : round(points * dpi / 72);

    return count < 1 ? 1 : count; /* not a number stays so, and is refused */
}

static bool check_pixels(double width, double height, cp_report *report)
{
    bool fits = width >= 1 && height >= 1 && width <= LARGEST_SIDE && height <= LARGEST_SIDE
                && width * height <= LARGEST_PIXELS;

    return fits
           || cp_fail(report, (cp_place){ 0 },
                      "a picture of %.0f x %.0f pixels is too large: at most %d a side and %.0f "
                      "million in all",
                      width, height, LARGEST_SIDE, LARGEST_PIXELS / 1e6);
}

static cairo_surface_t *lay_paper(png_output *png)
{
    cairo_format_t format = png->transparent ? CAIRO_FORMAT_ARGB32 : CAIRO_FORMAT_RGB24;
    size_t size;

    png->stride = cairo_format_stride_for_width(format, png->width);
    size = (size_t)png->stride * (size_t)png->height;
    png->data = cp_grow(NULL, size);
    /* White is what paper and PDF viewers show where nothing was painted. */
    memset(png->data, png->transparent ? 0 : 0xff, size);
    return cairo_image_surface_create_for_data(png->data, format, png->width, png->height,
                                               png->stride);
}

static cp_output *png_open(cp_arena *arena, cp_size page, const cp_document_info *info,
                           const cp_output_options *options, cp_report *report)
{
    double width = pixel_count(options->pixel_width, page.width, options->dpi);
    double height = pixel_count(options->pixel_height, page.height, options->dpi);
    png_output *png;

    (void)info;
    if (!check_pixels(width, height, report))
        return NULL;
    png = cp_new(arena, png_output);
    png->width = (int)width;
    png->height = (int)height;
    png->dpi = options->dpi;
    png->transparent = options->transparent;
    png->base.surface = lay_paper(png);
    cairo_surface_set_device_scale(png->base.surface, width / page.width, height / page.height);
    return &png->base;
}

static bool is_opaque(const pixels *image)
{
    for (int y = 0; y < image->height; y++) {
        const unsigned char *at = image->data + (size_t)y * (size_t)image->stride;
        uint32_t all = 0xff000000;

        for (int x = 0; x < image->width; x++) {
            uint32_t pixel;
            memcpy(&pixel, at + 4 * (size_t)x, 4);
            all &= pixel;
        }
        if (all >> 24 != 0xff)
            return false;
    }
    return true;
}

static unsigned char unmultiply(uint32_t part, uint32_t alpha)
{
    return alpha ? (unsigned char)((part * 255 + alpha / 2) / alpha) : 0;
}

/* Four bytes at once, of which the next pixel covers the last. */
static void take_opaque(const pixels *image, const unsigned char *from, unsigned char *to)
{
    const int width = image->width;

    for (int x = 0; x < width; x++, from += 4, to += 3) {
        uint32_t pixel;
        memcpy(&pixel, from, 4);
        pixel = htobe32(pixel << 8);
        memcpy(to, &pixel, 4);
    }
}

static void take_alpha(const pixels *image, const unsigned char *from, unsigned char *to)
{
    for (int x = 0; x < image->width; x++, from += 4, to += 4) {
        uint32_t pixel, alpha;
        memcpy(&pixel, from, 4);
        alpha = pixel >> 24;
        to[0] = unmultiply(pixel >> 16 & 0xff, alpha);
        to[1] = unmultiply(pixel >> 8 & 0xff, alpha);
        to[2] = unmultiply(pixel & 0xff, alpha);
        to[3] = (unsigned char)alpha;
    }
}

/* The "up" filter suits charts: flat areas and upright edges become zeros, and
 * nothing is tried out row by row. */
static void filter_up(const unsigned char *row, const unsigned char *above, size_t size,
                      unsigned char *restrict line)
{
    for (size_t i = 0; i < size; i++)
        line[i] = (unsigned char)(row[i] - above[i]);
}

static void take_row(press *p, const pixels *image, int y)
{
    const unsigned char *from = image->data + (size_t)y * (size_t)image->stride;
    unsigned char *above = p->row, *row = p->above;

    (image->alpha ? take_alpha : take_opaque)(image, from, row);
    filter_up(row, above, p->size, p->line + 1);
    p->above = above;
    p->row = row;
}

static void put_row(press *p, bool last, png_structp writer)
{
    cp_press_add(p->press, (cp_str){ (char *)p->line, 1 + p->size }, last, &p->piece);
    if (p->piece.size < PIECE && !last)
        return;
    png_write_chunk(writer, (png_const_bytep) "IDAT", (png_bytep)p->piece.data, p->piece.size);
    p->piece.size = 0;
}

static press *press_new(const pixels *image)
{
    size_t size = (size_t)(image->alpha ? 4 : 3) * (size_t)image->width;
    press *p = cp_grow(NULL, sizeof *p + 3 * (size + 1));

    *p = (press){ .press = cp_press_new(), .size = size };
    p->row = memset(p->room, 0, size);
    p->above = p->row + size + 1;
    p->line = p->above + size + 1;
    p->line[0] = PNG_FILTER_VALUE_UP;
    return p;
}

static void press_free(press *p)
{
    cp_press_free(p->press);
    cp_buf_free(&p->piece);
    free(p);
}

static void put_bytes(png_structp writer, png_bytep data, size_t size)
{
    cp_buf_add(png_get_io_ptr(writer), (cp_str){ (const char *)data, size });
}

static void flush_bytes(png_structp writer)
{
    (void)writer;
}

/* libpng warns on standard error unless told otherwise. */
static void stay_silent(png_structp writer, png_const_charp text)
{
    (void)writer;
    (void)text;
}

static void stop(png_structp writer, png_const_charp text)
{
    (void)text;
    png_longjmp(writer, 1);
}

static void put_header(png_structp writer, png_infop header, const pixels *image, double dpi)
{
    png_uint_32 per_metre = (png_uint_32)lround(fmin(dpi / 0.0254, 1e9));

    png_set_IHDR(writer, header, (png_uint_32)image->width, (png_uint_32)image->height, 8,
                 image->alpha ? PNG_COLOR_TYPE_RGB_ALPHA : PNG_COLOR_TYPE_RGB, PNG_INTERLACE_NONE,
                 PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
    png_set_sRGB(writer, header, PNG_sRGB_INTENT_PERCEPTUAL);
    if (per_metre)
        png_set_pHYs(writer, header, per_metre, per_metre, PNG_RESOLUTION_METER);
    png_write_info(writer, header);
}

static void put_pixels(png_structp writer, press *p, const pixels *image)
{
    for (int y = 0; y < image->height; y++) {
        take_row(p, image, y);
        put_row(p, y == image->height - 1, writer);
    }
    png_write_chunk(writer, (png_const_bytep) "IEND", NULL, 0);
}

static bool write_png(const pixels *image, press *p, double dpi, cp_buf *bytes)
{
    png_structp writer = png_create_write_struct(PNG_LIBPNG_VER_STRING, NULL, stop, stay_silent);
    png_infop header = writer ? png_create_info_struct(writer) : NULL;
    volatile bool ok = false;

    if (header && setjmp(png_jmpbuf(writer)) == 0) {
        png_set_write_fn(writer, bytes, put_bytes, flush_bytes);
        put_header(writer, header, image, dpi);
        put_pixels(writer, p, image);
        ok = true;
    }
    png_destroy_write_struct(&writer, &header);
    return ok;
}

static bool png_finish(cp_output *output, cp_buf *bytes, cp_report *report)
{
    png_output *png = (png_output *)output;
    pixels image
        = { .data = png->data, .width = png->width, .height = png->height, .stride = png->stride };
    press *p;
    bool ok;

    image.alpha = png->transparent && !is_opaque(&image);
    p = press_new(&image);
    ok = write_png(&image, p, png->dpi, bytes);
    press_free(p);
    free(png->data); /* now, for many may wait to be closed */
    png->data = NULL;
    return ok || cp_fail_system(report, (cp_place){ 0 }, "the picture cannot be written as PNG");
}

static void png_close(cp_output *output)
{
    free(((png_output *)output)->data);
}

const cp_output_class cp_output_png = {
    .name = "png",
    .open = png_open,
    .finish = png_finish,
    .close = png_close,
};
