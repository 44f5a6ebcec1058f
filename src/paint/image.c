#include "paint/image.h"

#include <math.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/file.h"
#include "paint/imagekind.h"

#define KINDS(X)                                                                                   \
    X(png)                                                                                         \
    X(jpeg)                                                                                        \
    X(svg)

#define DECLARE(name) extern const cp_image_kind cp_image_##name;
KINDS(DECLARE)

#define ROW(name) &cp_image_##name,
static const cp_image_kind *const kinds[] = { KINDS(ROW) };

#define ONE(name) +1
enum { KIND_COUNT = 0 KINDS(ONE) };

#define MB              1048576.0
#define LARGEST_FILE_MB 256

#define LARGEST_SIDE 32767 /* cairo's */
#define MOST_PIXELS  100e6

#define USUAL_DPI 96.0

/* What people take for a picture: how it begins, and what it is. */
static const struct {
    size_t at;
    const char *head, *what;
} strangers[] = {
    { 0, "GIF8", "a GIF" },
    { 8, "WEBP", "a WebP picture" },
    { 0, "BM", "a BMP picture" },
    { 0, "II*", "a TIFF picture" },
    { 0, "MM", "a TIFF picture" },
    { 4, "ftyp", "a HEIC or AVIF picture or a film" },
    { 0, "%PDF", "a PDF" },
    { 0, "version https://git-lfs", "a pointer of Git LFS, not the picture itself" },
    { 0, "<!DOCTYPE html", "a web page" },
    { 0, "<!doctype html", "a web page" },
    { 0, "<html", "a web page" },
};

bool cp_image_fail(const cp_image *image, cp_report *report, const char *format, ...)
{
    char text[400];
    va_list list;

    va_start(list, format);
    vsnprintf(text, sizeof(text), format, list);
    va_end(list);
    for (char *at = text; *at; at++) /* libraries' words may have several lines */
        if (*at == '\n')
            *at = ' ';
    return cp_fail(report, image->at, "%s %s", image->path, text);
}

bool cp_image_check_pixels(const cp_image *image, double columns, double rows, cp_report *report)
{
    bool sane = columns >= 1 && rows >= 1 && columns <= LARGEST_SIDE && rows <= LARGEST_SIDE
                && columns * rows <= MOST_PIXELS;

    return sane
           || cp_image_fail(image, report,
                            "has %.0f x %.0f pixels: a picture may have 1 to %d a side, and %.0f "
                            "million in all",
                            columns, rows, LARGEST_SIDE, MOST_PIXELS / 1e6);
}

void cp_image_set_size(cp_image *image, double dpi_x, double dpi_y)
{
    bool turned = image->turn >= 5;
    /* Below 10 dpi stand cameras' and converters' place holders. */
    double x = dpi_x >= 10 ? dpi_x : USUAL_DPI;
    double y = dpi_y >= 10 ? dpi_y : x;
    double width = image->columns / x * 72, height = image->rows / y * 72;

    image->size = turned ? (cp_size){ height, width } : (cp_size){ width, height };
}

static const char *stranger(cp_str bytes)
{
    for (size_t i = 0; i < sizeof(strangers) / sizeof(*strangers); i++)
        if (bytes.size > strangers[i].at
            && cp_str_starts(cp_str_slice(bytes, strangers[i].at, bytes.size),
                             cp_str_from(strangers[i].head)))
            return strangers[i].what;
    return bytes.size ? "of an unknown format" : "empty";
}

static bool find_kind(cp_image *image, cp_report *report)
{
    cp_str bytes = cp_buf_str(&image->bytes);

    for (size_t i = 0; i < KIND_COUNT && !image->kind; i++)
        if (kinds[i]->matches(bytes))
            image->kind = kinds[i];
    return image->kind
           || cp_image_fail(image, report, "is %s: a picture is a PNG, a JPEG or an SVG",
                            stranger(bytes));
}

bool cp_image_open_raster(cp_image *image, cp_report *report)
{
    if (!find_kind(image, report))
        return false;
    if (!image->kind->decode)
        return cp_image_fail(image, report, "is an %s: expected a PNG or a JPEG",
                             image->kind->name);
    return image->kind->open(image, report);
}

/* A file that is not there is left to cp_file_read(). */
static bool check_file(const cp_image *image, cp_report *report)
{
    struct stat file;

    return stat(image->path, &file) != 0 || (double)file.st_size / MB <= LARGEST_FILE_MB
           || cp_image_fail(image, report, "is %.0f MB large: a picture may have up to %d",
                            (double)file.st_size / MB, LARGEST_FILE_MB);
}

cp_image *cp_image_open(cp_arena *arena, const char *path, cp_place at, cp_report *report)
{
    cp_image *image = cp_new(arena, cp_image);
    bool ok;

    *image
        = (cp_image){ .arena = arena, .path = cp_printf(arena, "%s", path), .at = at, .turn = 1 };
    ok = check_file(image, report) && cp_file_read(path, at, &image->bytes, report)
         && find_kind(image, report) && image->kind->open(image, report);
    if (ok)
        return image;
    cp_image_close(image);
    return NULL;
}

void cp_image_close(cp_image *image)
{
    if (!image)
        return;
    if (image->kind && image->kind->close)
        image->kind->close(image);
    cairo_surface_destroy(image->surface);
    cp_buf_free(&image->bytes);
    *image = (cp_image){ 0 };
}

cp_size cp_image_size(const cp_image *image)
{
    return image->size;
}

cp_rect cp_image_place(const cp_image *image, cp_rect box)
{
    double scale = fmin(box.width / image->size.width, box.height / image->size.height);
    double width = image->size.width * scale, height = image->size.height * scale;

    return (cp_rect){ box.x + (box.width - width) / 2, box.y + (box.height - height) / 2, width,
                      height };
}

/* The unit square as stored onto the unit square as shown. */
static cairo_matrix_t turn_matrix(int turn)
{
    static const cairo_matrix_t turns[] = {
        { 1, 0, 0, 1, 0, 0 }, { -1, 0, 0, 1, 1, 0 }, { -1, 0, 0, -1, 1, 1 }, { 1, 0, 0, -1, 0, 1 },
        { 0, 1, 1, 0, 0, 0 }, { 0, 1, -1, 0, 1, 0 }, { 0, -1, -1, 0, 1, 1 }, { 0, -1, 1, 0, 0, 1 },
    };

    return turns[turn - 1];
}

static const cairo_user_data_key_t stand_ins_key;

void cp_stand_ins_attach(cp_stand_ins *list, cairo_surface_t *surface)
{
    cairo_surface_set_user_data(surface, &stand_ins_key, list, NULL);
}

void cp_stand_ins_free(cp_stand_ins *list)
{
    for (size_t i = 0; i < list->count; i++)
        cairo_surface_destroy(list->item[i].surface);
    free(list->item);
    *list = (cp_stand_ins){ 0 };
}

static cairo_surface_t *new_stand_in(size_t index)
{
    cairo_surface_t *surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, 2, 1);
    uint32_t pixels[2] = { CP_STAND_IN_COLOR, (uint32_t)index };

    if (cairo_surface_status(surface) == CAIRO_STATUS_SUCCESS) {
        memcpy(cairo_image_surface_get_data(surface), pixels, sizeof(pixels));
        cairo_surface_mark_dirty(surface);
    }
    return surface;
}

/* One for each picture, however often it is drawn: cairo knows it again. */
static cairo_surface_t *stand_in_for(cp_stand_ins *list, const cp_image *image)
{
    size_t i = 0;

    while (i < list->count && list->item[i].image != image)
        i++;
    if (i < list->count)
        return list->item[i].surface;
    if (list->count == list->room) {
        list->room = list->room ? 2 * list->room : 8;
        list->item = cp_grow(list->item, list->room * sizeof(*list->item));
    }
    list->item[list->count++] = (cp_stand_in){ image, new_stand_in(i) };
    return list->item[i].surface;
}

/* The surface laid over the unit square. */
static void paint_unit(cairo_t *cr, cairo_surface_t *surface, int columns, int rows)
{
    cairo_scale(cr, 1.0 / columns, 1.0 / rows);
    cairo_set_source_surface(cr, surface, 0, 0);
}

static void draw_raster(cp_image *image, cairo_t *cr)
{
    cp_stand_ins *list = cairo_surface_get_user_data(cairo_get_target(cr), &stand_ins_key);
    cairo_matrix_t turn = turn_matrix(image->turn);

    cairo_scale(cr, image->size.width, image->size.height);
    cairo_transform(cr, &turn);
    if (list) {
        paint_unit(cr, stand_in_for(list, image), 2, 1);
        cairo_paint(cr);
        return;
    }
    if (!image->surface)
        image->surface = image->kind->decode(image);
    paint_unit(cr, image->surface, image->columns, image->rows);
    /* Without this the edges of an enlarged picture fade into the page. */
    cairo_pattern_set_extend(cairo_get_source(cr), CAIRO_EXTEND_PAD);
    cairo_rectangle(cr, 0, 0, image->columns, image->rows);
    cairo_fill(cr);
}

void cp_image_draw(cp_image *image, cairo_t *cr, cp_rect box)
{
    cp_rect place = cp_image_place(image, box);

    if (!(place.width > 0 && place.height > 0))
        return;
    cairo_save(cr);
    cairo_translate(cr, place.x, place.y);
    cairo_scale(cr, place.width / image->size.width, place.height / image->size.height);
    if (image->kind->draw)
        image->kind->draw(image, cr);
    else
        draw_raster(image, cr);
    cairo_restore(cr);
}
