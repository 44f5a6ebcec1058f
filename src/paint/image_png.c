/*
 * image_png.c - screenshots and logos: every row is checked when opened, so that
 * a PDF can take the file's own compressed rows unseen.
 *
 * Rows with alpha or in Adam7's order are decoded and packed anew for a PDF.
 */
#include "paint/imagekind.h"

#include <setjmp.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <png.h>
#include <zlib.h>

typedef struct png_head {
    int depth, color;
    bool interlaced, alpha; /* alpha: of whatever kind */
} png_head;

/* One reading of the file's bytes, from the start. */
typedef struct png_reading {
    const cp_image *image;
    cp_str rest;
    const char *fault; /* libpng's words */
    jmp_buf out;
    png_structp reader;
    png_infop header;
} png_reading;

typedef bool png_work(png_reading *reading, void *closure);

static bool png_matches(cp_str bytes)
{
    return cp_str_starts(bytes, CP_STR("\x89PNG\r\n\x1a\n"));
}

static void take_bytes(png_structp reader, png_bytep data, size_t size)
{
    png_reading *reading = png_get_io_ptr(reader);

    if (size > reading->rest.size)
        png_error(reader, "it is cut short");
    memcpy(data, reading->rest.data, size);
    reading->rest = cp_str_slice(reading->rest, size, reading->rest.size);
}

static void stop(png_structp reader, png_const_charp text)
{
    png_reading *reading = png_get_error_ptr(reader);

    reading->fault = cp_printf(reading->image->arena, "%s", text);
    longjmp(reading->out, 1);
}

static void stay_silent(png_structp reader, png_const_charp text)
{
    (void)reader;
    (void)text;
}

/* False if libpng gave up (then there is a fault), or the work's own result. */
static bool with_reader(png_reading *reading, png_work *work, void *closure)
{
    volatile bool ok = false;

    reading->rest = cp_buf_str(&reading->image->bytes);
    reading->reader = png_create_read_struct(PNG_LIBPNG_VER_STRING, reading, stop, stay_silent);
    reading->header = reading->reader ? png_create_info_struct(reading->reader) : NULL;
    if (reading->header && setjmp(reading->out) == 0) {
        png_set_read_fn(reading->reader, reading, take_bytes);
        png_read_info(reading->reader, reading->header);
        ok = work(reading, closure);
    }
    png_destroy_read_struct(&reading->reader, &reading->header, NULL);
    return ok;
}

static void read_rows(png_reading *reading, unsigned char *data, size_t stride)
{
    int passes = png_set_interlace_handling(reading->reader);

    png_read_update_info(reading->reader, reading->header);
    for (int pass = 0; pass < passes; pass++)
        for (int y = 0; y < reading->image->rows; y++)
            png_read_row(reading->reader, data + stride * (size_t)y, NULL);
    png_read_end(reading->reader, NULL);
}

/* Each row over the one before: only whether they can be read matters. */
static void check_rows(png_reading *reading)
{
    size_t size = png_get_rowbytes(reading->reader, reading->header);

    read_rows(reading, cp_alloc(reading->image->arena, size), 0);
}

typedef struct opening {
    cp_image *image;
    cp_report *report;
} opening;

static bool open_head(png_reading *reading, void *closure)
{
    opening *to = closure;
    png_head *head = cp_new(to->image->arena, png_head);
    png_uint_32 columns, rows, per_metre_x = 0, per_metre_y = 0;
    int order, unit = PNG_RESOLUTION_UNKNOWN;
    double inch;

    png_get_IHDR(reading->reader, reading->header, &columns, &rows, &head->depth, &head->color,
                 &order, NULL, NULL);
    if (!cp_image_check_pixels(to->image, columns, rows, to->report))
        return false;
    head->interlaced = order != PNG_INTERLACE_NONE;
    head->alpha = (head->color & PNG_COLOR_MASK_ALPHA)
                  || png_get_valid(reading->reader, reading->header, PNG_INFO_tRNS);
    to->image->own = head;
    to->image->columns = (int)columns;
    to->image->rows = (int)rows;
    png_get_pHYs(reading->reader, reading->header, &per_metre_x, &per_metre_y, &unit);
    inch = unit == PNG_RESOLUTION_METER ? 0.0254 : 0;
    cp_image_set_size(to->image, per_metre_x * inch, per_metre_y * inch);
    check_rows(reading);
    return true;
}

static bool png_open(cp_image *image, cp_report *report)
{
    png_reading reading = { .image = image };
    opening to = { image, report };

    if (with_reader(&reading, open_head, &to))
        return true;
    return reading.fault && cp_image_fail(image, report, "is a broken PNG: %s", reading.fault);
}

static uint32_t multiply(uint32_t part, uint32_t alpha)
{
    return (part * alpha + 127) / 255;
}

static void premultiply(unsigned char *row, int columns)
{
    for (int x = 0; x < columns; x++, row += 4)
        for (int part = 0; part < 3; part++)
            row[part] = (unsigned char)multiply(row[part], row[3]);
}

/* Bytes in the order B, G, R, A: cairo's pixels on machines that are little-endian. */
static void ask_for_bgra(png_reading *reading)
{
    png_set_expand(reading->reader);
    png_set_scale_16(reading->reader);
    png_set_gray_to_rgb(reading->reader);
    png_set_bgr(reading->reader);
    png_set_add_alpha(reading->reader, 0xff, PNG_FILLER_AFTER);
}

typedef struct pixels {
    unsigned char *data;
    size_t stride;
} pixels;

static bool decode_rows(png_reading *reading, void *closure)
{
    pixels *to = closure;

    ask_for_bgra(reading);
    read_rows(reading, to->data, to->stride);
    return true;
}

static cairo_surface_t *png_decode(const cp_image *image)
{
    const png_head *head = image->own;
    cairo_surface_t *surface = cairo_image_surface_create(
        head->alpha ? CAIRO_FORMAT_ARGB32 : CAIRO_FORMAT_RGB24, image->columns, image->rows);
    png_reading reading = { .image = image };
    pixels to;

    if (cairo_surface_status(surface) != CAIRO_STATUS_SUCCESS)
        return surface;
    to = (pixels){ cairo_image_surface_get_data(surface),
                   (size_t)cairo_image_surface_get_stride(surface) };
    with_reader(&reading, decode_rows, &to);
    for (int y = 0; head->alpha && y < image->rows; y++)
        premultiply(to.data + to.stride * (size_t)y, image->columns);
    cairo_surface_mark_dirty(surface);
    return surface;
}

static const char *palette(const cp_image *image, cp_str entries)
{
    char *hex = cp_alloc(image->arena, 2 * entries.size + 1);

    for (size_t i = 0; i < entries.size; i++)
        snprintf(hex + 2 * i, 3, "%02x", (unsigned char)entries.data[i]);
    return cp_printf(image->arena, "[/Indexed /DeviceRGB %zu <%s>]", entries.size / 3 - 1, hex);
}

static uint32_t big_endian(const char *at)
{
    const unsigned char *byte = (const unsigned char *)at;

    return (uint32_t)byte[0] << 24 | (uint32_t)byte[1] << 16 | (uint32_t)byte[2] << 8 | byte[3];
}

/* The file's own rows, still compressed.  png_open() has read all chunks already. */
static void keep_rows(const cp_image *image, cp_embed *color)
{
    enum { SIGNATURE = 8, HEAD = 8, CHECKSUM = 4 };
    cp_str bytes = cp_buf_str(&image->bytes);

    for (size_t at = SIGNATURE; at + HEAD <= bytes.size;) {
        size_t size = big_endian(bytes.data + at);
        cp_str type = cp_str_slice(bytes, at + 4, at + HEAD);
        cp_str data = cp_str_slice(bytes, at + HEAD, at + HEAD + size);

        if (cp_str_is(type, "IDAT"))
            cp_buf_add(&color->data, data);
        else if (cp_str_is(type, "PLTE") && color->parts == 1)
            color->colors = palette(image, data);
        at += HEAD + size + CHECKSUM;
    }
}

/* Numbers of each pixel that go together. */
typedef struct plane {
    int parts;
    unsigned char at[3]; /* in B, G, R, A */
} plane;

/* Behind the filter "up", but for the first row, which has none above it. */
static void filter_row(const plane *of, const unsigned char *pixel, const unsigned char *above,
                       int columns, unsigned char *filtered)
{
    enum { NONE = 0, UP = 2 };

    *filtered++ = above ? UP : NONE;
    for (int x = 0; x < columns; x++)
        for (int part = 0; part < of->parts; part++) {
            int at = 4 * x + of->at[part];
            *filtered++ = (unsigned char)(pixel[at] - (above ? above[at] : 0));
        }
}

static void deflate_all(z_stream *press, int flush, cp_buf *out)
{
    enum { PIECE = 1 << 16 };

    do {
        cp_buf_reserve(out, PIECE);
        press->next_out = (Bytef *)out->data + out->size;
        press->avail_out = PIECE;
        deflate(press, flush);
        out->size += PIECE - press->avail_out;
    } while (press->avail_out == 0);
}

/* Its filtered rows, deflated: the form that `predicted` tells of.  A row at a time, for the pixels
 * of a screenshot alone may fill the memory. */
static void pack_plane(const plane *of, const unsigned char *pixel, const cp_image *image,
                       cp_buf *out)
{
    size_t stride = 4 * (size_t)image->columns;
    size_t size = 1 + (size_t)of->parts * (size_t)image->columns;
    unsigned char *filtered = cp_grow(NULL, size);
    z_stream press = { 0 };

    deflateInit(&press, Z_DEFAULT_COMPRESSION);
    for (int y = 0; y < image->rows; y++, pixel += stride) {
        filter_row(of, pixel, y > 0 ? pixel - stride : NULL, image->columns, filtered);
        press.next_in = filtered;
        press.avail_in = (uInt)size;
        deflate_all(&press, y + 1 < image->rows ? Z_NO_FLUSH : Z_FINISH, out);
    }
    deflateEnd(&press);
    free(filtered);
}

static bool is_opaque(const unsigned char *pixel, size_t count)
{
    unsigned char all = 0xff;

    for (size_t i = 0; i < count; i++)
        all &= pixel[4 * i + 3];
    return all == 0xff;
}

static void pack_anew(const cp_image *image, cp_embed *color, cp_embed *mask)
{
    static const plane colors = { 3, { 2, 1, 0 } }, alpha = { 1, { 3 } };
    size_t count = (size_t)image->columns * (size_t)image->rows;
    unsigned char *pixel = cp_grow(NULL, 4 * count);
    png_reading reading = { .image = image };

    memset(pixel, 0xff, 4 * count);
    with_reader(&reading, decode_rows, &(pixels){ pixel, 4 * (size_t)image->columns });
    pack_plane(&colors, pixel, image, &color->data);
    if (!is_opaque(pixel, count))
        pack_plane(&alpha, pixel, image, &mask->data);
    free(pixel);
}

static void png_embed(const cp_image *image, cp_embed *color, cp_embed *mask)
{
    const png_head *head = image->own;
    bool colored = head->color & PNG_COLOR_MASK_COLOR;
    bool indexed = head->color & PNG_COLOR_MASK_PALETTE;
    bool keep = !head->alpha && !head->interlaced;
    cp_embed form = { .width = image->columns,
                      .height = image->rows,
                      .bits = 8,
                      .parts = 1,
                      .colors = "/DeviceGray",
                      .filter = "/FlateDecode",
                      .predicted = true };

    *color = *mask = form;
    if (!keep || (colored && !indexed)) {
        color->parts = 3;
        color->colors = "/DeviceRGB";
    }
    if (keep) {
        color->bits = head->depth;
        keep_rows(image, color);
    } else {
        pack_anew(image, color, mask);
    }
}

const cp_image_kind cp_image_png = {
    .name = "PNG",
    .matches = png_matches,
    .open = png_open,
    .decode = png_decode,
    .embed = png_embed,
};
