/*
 * image_jpeg.c - photographs: looked through by their markers, decoded only for pixels.
 *
 * A PDF takes the file's own bytes.  Their inner damage is not seen here: viewers
 * show what there is, as they do with the file itself.
 */
#include "paint/imagekind.h"

#include <setjmp.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <jpeglib.h>

typedef struct jpeg_head {
    int frame; /* the SOF marker; 0: none met */
    int bits, rows, columns, parts;
    double dpi_x, dpi_y; /* 0: not said */
    int turn;
    size_t scan; /* where the first scan begins */
} jpeg_head;

enum { SOF0 = 0xc0, SOF2 = 0xc2, SOF15 = 0xcf, DHT = 0xc4, JPG = 0xc8, DAC = 0xcc };
enum { EOI = 0xd9, SOS = 0xda, APP0 = 0xe0, APP1 = 0xe1 };

static bool jpeg_matches(cp_str bytes)
{
    return cp_str_starts(bytes, CP_STR("\xff\xd8\xff"));
}

static int byte_at(cp_str bytes, size_t at)
{
    return at < bytes.size ? (unsigned char)bytes.data[at] : 0;
}

static int pair_at(cp_str bytes, size_t at)
{
    return byte_at(bytes, at) << 8 | byte_at(bytes, at + 1);
}

/* EXIF is a TIFF file of its own, in either byte order. */
static uint32_t tiff_number(cp_str tiff, size_t at, int size)
{
    bool little = byte_at(tiff, 0) == 'I';
    uint32_t value = 0;

    for (int i = 0; i < size; i++)
        value = value << 8 | (uint32_t)byte_at(tiff, at + (size_t)(little ? size - 1 - i : i));
    return value;
}

static int exif_turn(cp_str segment)
{
    enum { ORIENTATION = 0x0112, ENTRY = 12 };
    cp_str tiff = cp_str_slice(segment, 6, segment.size);
    size_t list = tiff_number(tiff, 4, 4);
    uint32_t count = tiff_number(tiff, list, 2);

    if (!cp_str_starts(segment, (cp_str){ "Exif\0\0", 6 }))
        return 1;
    for (uint32_t i = 0; i < count && list + 2 + ENTRY * ((size_t)i + 1) <= tiff.size; i++) {
        size_t entry = list + 2 + ENTRY * (size_t)i;
        uint32_t turn = tiff_number(tiff, entry + 8, 2);
        if (tiff_number(tiff, entry, 2) == ORIENTATION)
            return turn >= 1 && turn <= 8 ? (int)turn : 1;
    }
    return 1;
}

static void read_density(jpeg_head *head, cp_str segment)
{
    enum { PER_INCH = 1, PER_CENTIMETRE = 2 };
    int unit = byte_at(segment, 7);
    double inch = unit == PER_INCH ? 1 : unit == PER_CENTIMETRE ? 2.54 : 0;

    if (!cp_str_starts(segment, (cp_str){ "JFIF", 5 }))
        return;
    head->dpi_x = pair_at(segment, 8) * inch;
    head->dpi_y = pair_at(segment, 10) * inch;
}

static bool is_frame(int marker)
{
    return marker >= SOF0 && marker <= SOF15 && marker != DHT && marker != JPG && marker != DAC;
}

static void read_segment(jpeg_head *head, int marker, cp_str segment)
{
    if (is_frame(marker)) {
        head->frame = marker;
        head->bits = byte_at(segment, 0);
        head->rows = pair_at(segment, 1);
        head->columns = pair_at(segment, 3);
        head->parts = byte_at(segment, 5);
    } else if (marker == APP0) {
        read_density(head, segment);
    } else if (marker == APP1 && head->turn == 1) {
        head->turn = exif_turn(segment);
    }
}

/* Up to the first scan; false where the markers break off or make no sense. */
static bool read_head(cp_str bytes, jpeg_head *head)
{
    size_t at = 2;

    *head = (jpeg_head){ .turn = 1 };
    while (at + 4 <= bytes.size) {
        int marker = byte_at(bytes, at + 1);
        size_t size = (size_t)pair_at(bytes, at + 2);

        if (byte_at(bytes, at) != 0xff)
            return false;
        if (marker == 0xff) { /* padding */
            at++;
            continue;
        }
        if (size < 2 || at + 2 + size > bytes.size)
            return false;
        read_segment(head, marker, cp_str_slice(bytes, at + 4, at + 2 + size));
        at += 2 + size;
        if (marker == SOS) {
            head->scan = at;
            return head->frame != 0;
        }
    }
    return false;
}

static bool jpeg_open(cp_image *image, cp_report *report)
{
    cp_str bytes = cp_buf_str(&image->bytes);
    jpeg_head head;

    if (!read_head(bytes, &head))
        return cp_image_fail(image, report, "is a broken JPEG: its head makes no sense");
    if (cp_str_find(bytes, CP_STR("\xff\xd9"), head.scan) == SIZE_MAX)
        return cp_image_fail(image, report, "is a broken JPEG: it is cut short");
    if (head.frame > SOF2 || head.bits != 8)
        return cp_image_fail(image, report,
                             "is a JPEG of a rare kind (lossless, arithmetic or %d bits) that PDF "
                             "viewers cannot show: save it as a usual JPEG",
                             head.bits);
    if (head.parts != 1 && head.parts != 3)
        return cp_image_fail(image, report,
                             "is a JPEG in printing colours (%d channels): save it in RGB",
                             head.parts);
    if (!cp_image_check_pixels(image, head.columns, head.rows, report))
        return false;
    image->columns = head.columns;
    image->rows = head.rows;
    image->turn = head.turn;
    cp_image_set_size(image, head.dpi_x, head.dpi_y);
    image->own = cp_new(image->arena, jpeg_head);
    *(jpeg_head *)image->own = head;
    return true;
}

typedef struct jpeg_fault {
    struct jpeg_error_mgr base;
    jmp_buf out;
} jpeg_fault;

static void stop(j_common_ptr codec)
{
    longjmp(((jpeg_fault *)codec->err)->out, 1);
}

static void stay_silent(j_common_ptr codec)
{
    (void)codec;
}

static void stay_silent_at(j_common_ptr codec, int level)
{
    (void)codec;
    (void)level;
}

/* Damage inside that libjpeg gives up at leaves the rest white. */
static void decode_rows(struct jpeg_decompress_struct *codec, cairo_surface_t *surface)
{
    unsigned char *data = cairo_image_surface_get_data(surface);
    size_t stride = (size_t)cairo_image_surface_get_stride(surface);

    codec->out_color_space = JCS_EXT_BGRX; /* cairo's RGB24 on machines that are little-endian */
    jpeg_start_decompress(codec);
    while (codec->output_scanline < codec->output_height) {
        JSAMPROW row = data + stride * codec->output_scanline;
        jpeg_read_scanlines(codec, &row, 1);
    }
}

static cairo_surface_t *jpeg_decode(const cp_image *image)
{
    cairo_surface_t *surface
        = cairo_image_surface_create(CAIRO_FORMAT_RGB24, image->columns, image->rows);
    struct jpeg_decompress_struct codec;
    jpeg_fault fault;

    if (cairo_surface_status(surface) != CAIRO_STATUS_SUCCESS)
        return surface;
    memset(cairo_image_surface_get_data(surface), 0xff,
           (size_t)cairo_image_surface_get_stride(surface) * (size_t)image->rows);
    codec.err = jpeg_std_error(&fault.base);
    fault.base.error_exit = stop;
    fault.base.output_message = stay_silent;
    fault.base.emit_message = stay_silent_at;
    jpeg_create_decompress(&codec);
    if (setjmp(fault.out) == 0) {
        jpeg_mem_src(&codec, (const unsigned char *)image->bytes.data, image->bytes.size);
        jpeg_read_header(&codec, TRUE);
        if (codec.image_width == (unsigned)image->columns
            && codec.image_height == (unsigned)image->rows)
            decode_rows(&codec, surface);
    }
    jpeg_destroy_decompress(&codec);
    cairo_surface_mark_dirty(surface);
    return surface;
}

static void jpeg_embed(const cp_image *image, cp_embed *color, cp_embed *mask)
{
    const jpeg_head *head = image->own;

    (void)mask;
    *color = (cp_embed){ .width = image->columns,
                         .height = image->rows,
                         .bits = 8,
                         .parts = head->parts,
                         .colors = head->parts == 1 ? "/DeviceGray" : "/DeviceRGB",
                         .filter = "/DCTDecode" };
    cp_buf_add(&color->data, cp_buf_str(&image->bytes));
}

const cp_image_kind cp_image_jpeg = {
    .name = "JPEG",
    .matches = jpeg_matches,
    .open = jpeg_open,
    .decode = jpeg_decode,
    .embed = jpeg_embed,
};
