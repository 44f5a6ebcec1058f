#include "pictures.h"

#include "base/buf.h"

#include <png.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <jpeglib.h>

static const unsigned char rgb[] = { 0xff, 0, 0, 0, 0xff, 0, 0, 0, 0xff, 0x10, 0x20, 0x30 };

static void put_bytes(png_structp writer, png_bytep data, size_t size)
{
    cp_buf_add(png_get_io_ptr(writer), (cp_str){ (const char *)data, size });
}

typedef struct form {
    int depth, color, order;
    const unsigned char *rows;
    size_t row_size;
} form;

static cp_str make_png(cp_arena *arena, form made_of)
{
    static const png_color palette[] = { { 0xff, 0, 0 }, { 0x10, 0x20, 0x30 } };
    png_structp writer = png_create_write_struct(PNG_LIBPNG_VER_STRING, NULL, NULL, NULL);
    png_infop header = png_create_info_struct(writer);
    cp_buf bytes = { 0 };
    cp_str made;
    png_bytep rows[] = { (png_bytep)made_of.rows, (png_bytep)made_of.rows + made_of.row_size };

    png_set_write_fn(writer, &bytes, put_bytes, NULL);
    png_set_IHDR(writer, header, 2, 2, made_of.depth, made_of.color, made_of.order,
                 PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
    if (made_of.color == PNG_COLOR_TYPE_PALETTE)
        png_set_PLTE(writer, header, palette, 2);
    png_write_info(writer, header);
    png_write_image(writer, rows);
    png_write_end(writer, header);
    png_destroy_write_struct(&writer, &header);
    made = cp_str_copy(arena, cp_buf_str(&bytes));
    cp_buf_free(&bytes);
    return made;
}

cp_str png_rgb(cp_arena *arena)
{
    return make_png(arena, (form){ 8, PNG_COLOR_TYPE_RGB, PNG_INTERLACE_NONE, rgb, 6 });
}

cp_str png_interlaced(cp_arena *arena)
{
    return make_png(arena, (form){ 8, PNG_COLOR_TYPE_RGB, PNG_INTERLACE_ADAM7, rgb, 6 });
}

cp_str png_rgba(cp_arena *arena, int alpha)
{
    unsigned char rows[16];

    for (int i = 0; i < 4; i++) {
        memcpy(rows + 4 * i, rgb + 3 * i, 3);
        rows[4 * i + 3] = i == 0 ? (unsigned char)alpha : 0xff;
    }
    return make_png(arena, (form){ 8, PNG_COLOR_TYPE_RGB_ALPHA, PNG_INTERLACE_NONE, rows, 8 });
}

cp_str png_gray(cp_arena *arena)
{
    static const unsigned char rows[] = { 0, 0x80, 0xc0, 0xff };

    return make_png(arena, (form){ 8, PNG_COLOR_TYPE_GRAY, PNG_INTERLACE_NONE, rows, 2 });
}

cp_str png_indexed(cp_arena *arena)
{
    static const unsigned char rows[] = { 0x40, 0x80 };

    return make_png(arena, (form){ 1, PNG_COLOR_TYPE_PALETTE, PNG_INTERLACE_NONE, rows, 1 });
}

cp_str png_head_only(cp_arena *arena, unsigned columns, unsigned rows)
{
    png_structp writer = png_create_write_struct(PNG_LIBPNG_VER_STRING, NULL, NULL, NULL);
    png_infop header = png_create_info_struct(writer);
    cp_buf bytes = { 0 };
    cp_str made;

    png_set_write_fn(writer, &bytes, put_bytes, NULL);
    png_set_IHDR(writer, header, columns, rows, 8, PNG_COLOR_TYPE_RGB, PNG_INTERLACE_NONE,
                 PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
    png_write_info(writer, header);
    png_write_chunk(writer, (png_const_bytep) "IDAT", (png_const_bytep) "x", 1);
    png_destroy_write_struct(&writer, &header);
    made = cp_str_copy(arena, cp_buf_str(&bytes));
    cp_buf_free(&bytes);
    return made;
}

static void add_exif(struct jpeg_compress_struct *codec, int turn)
{
    unsigned char segment[] = { 'E',  'x',  'i', 'f', 0, 0, 'M', 'M', 0, 42, 0, 0, 0, 8, 0, 1,
                                0x01, 0x12, 0,   3,   0, 0, 0,   1,   0, 0,  0, 0, 0, 0, 0, 0 };

    segment[25] = (unsigned char)turn;
    jpeg_write_marker(codec, JPEG_APP0 + 1, segment, sizeof(segment));
}

typedef struct photo {
    int columns, rows, parts, dpi, turn;
} photo;

static cp_str make_jpeg(cp_arena *arena, photo taken)
{
    static const J_COLOR_SPACE spaces[]
        = { JCS_UNKNOWN, JCS_GRAYSCALE, JCS_UNKNOWN, JCS_RGB, JCS_CMYK };
    struct jpeg_compress_struct codec;
    struct jpeg_error_mgr errors;
    unsigned char *data = NULL;
    unsigned long size = 0;
    cp_str made;

    codec.err = jpeg_std_error(&errors);
    jpeg_create_compress(&codec);
    jpeg_mem_dest(&codec, &data, &size);
    codec.image_width = (unsigned)taken.columns;
    codec.image_height = (unsigned)taken.rows;
    codec.input_components = taken.parts;
    codec.in_color_space = spaces[taken.parts];
    jpeg_set_defaults(&codec);
    jpeg_set_quality(&codec, 100, TRUE);
    codec.density_unit = taken.dpi ? 1 : 0;
    codec.X_density = codec.Y_density = (UINT16)(taken.dpi ? taken.dpi : 1);
    jpeg_start_compress(&codec, TRUE);
    if (taken.turn)
        add_exif(&codec, taken.turn);
    for (int y = 0; y < taken.rows; y++) {
        JSAMPROW row = cp_alloc(arena, (size_t)(taken.columns * taken.parts));
        memset(row, y < taken.rows / 2 ? 0 : 0xff, (size_t)(taken.columns * taken.parts));
        jpeg_write_scanlines(&codec, &row, 1);
    }
    jpeg_finish_compress(&codec);
    jpeg_destroy_compress(&codec);
    made = cp_str_copy(arena, (cp_str){ (char *)data, size });
    free(data);
    return made;
}

cp_str jpeg(cp_arena *arena, int parts, int turn)
{
    return make_jpeg(arena, (photo){ 32, 32, parts, 0, turn });
}

cp_str jpeg_sized(cp_arena *arena, int columns, int rows, int dpi, int turn)
{
    return make_jpeg(arena, (photo){ columns, rows, 3, dpi, turn });
}

static cairo_status_t take_bytes(void *closure, unsigned char *data, unsigned size)
{
    cp_str *rest = closure;

    if (size > rest->size)
        return CAIRO_STATUS_READ_ERROR;
    memcpy(data, rest->data, size);
    *rest = cp_str_slice(*rest, size, rest->size);
    return CAIRO_STATUS_SUCCESS;
}

cairo_surface_t *surface_of_png(cp_str bytes)
{
    return cairo_image_surface_create_from_png_stream(take_bytes, &bytes);
}
