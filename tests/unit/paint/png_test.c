#include "test.h"

#include "draw.h"

#include <png.h>
#include <stdlib.h>

typedef struct picture {
    png_uint_32 width, height, per_metre;
    int depth, color, intent;
    unsigned char *rgba;
} picture;

static void take_bytes(png_structp reader, png_bytep data, size_t size)
{
    cp_str *rest = png_get_io_ptr(reader);

    if (size > rest->size)
        png_error(reader, "short");
    memcpy(data, rest->data, size);
    *rest = cp_str_slice(*rest, size, rest->size);
}

/* Any fault of the file makes libpng abort() here, which fails the test. */
static picture read_picture(cp_arena *arena, cp_str bytes)
{
    png_structp reader = png_create_read_struct(PNG_LIBPNG_VER_STRING, NULL, NULL, NULL);
    png_infop header = png_create_info_struct(reader);
    picture found = { 0 };
    png_uint_32 per_metre_y;
    int unit;

    png_set_read_fn(reader, &bytes, take_bytes);
    png_read_info(reader, header);
    png_get_IHDR(reader, header, &found.width, &found.height, &found.depth, &found.color, NULL,
                 NULL, NULL);
    png_get_pHYs(reader, header, &found.per_metre, &per_metre_y, &unit);
    if (!png_get_sRGB(reader, header, &found.intent))
        found.intent = -1;
    png_set_add_alpha(reader, 0xff, PNG_FILLER_AFTER);
    found.rgba = cp_alloc_array(arena, found.height, 4 * (size_t)found.width);
    for (png_uint_32 y = 0; y < found.height; y++)
        png_read_row(reader, found.rgba + 4 * (size_t)y * found.width, NULL);
    png_read_end(reader, NULL);
    png_destroy_read_struct(&reader, &header, NULL);
    return found;
}

static const char *pixel(cp_arena *arena, const picture *from, unsigned x, unsigned y)
{
    const unsigned char *at = from->rgba + 4 * ((size_t)y * from->width + x);

    return cp_printf(arena, "%02x%02x%02x%02x", at[0], at[1], at[2], at[3]);
}

/* A quarter of the page in half transparent red, at the left top. */
static void draw_quarter(cp_output *output, cairo_t *cr, int page)
{
    (void)output;
    (void)page;
    cp_set_color(cr, (cp_color){ 1, 0.2, 0, 0.5 });
    cairo_rectangle(cr, 0, 0, 36, 18);
    cairo_fill(cr);
}

static void draw_all(cp_output *output, cairo_t *cr, int page)
{
    (void)output;
    (void)page;
    cp_set_color(cr, (cp_color){ 0, 0, 1, 1 });
    cairo_paint(cr);
}

static picture draw_picture(cp_arena *arena, drawing what)
{
    cp_report report = { .arena = arena };
    cp_buf bytes;
    picture found;

    what.format = "png";
    what.page = (cp_size){ 72, 36 };
    what.pages = 1;
    bytes = draw_bytes(&what, arena, &report);
    CHECK(report.first == NULL);
    found = read_picture(arena, cp_buf_str(&bytes));
    cp_buf_free(&bytes);
    return found;
}

TEST(a_picture_has_the_pixels_of_its_dpi_and_says_how_large_they_are)
{
    cp_arena arena = { 0 };
    picture found
        = draw_picture(&arena, (drawing){ .options = { .dpi = 300 }, .draw = draw_quarter });

    CHECK_INT(found.width, 300);
    CHECK_INT(found.height, 150);
    CHECK_INT(found.per_metre, 11811);
    CHECK_INT(found.intent, PNG_sRGB_INTENT_PERCEPTUAL);
    CHECK_INT(found.depth, 8);
    cp_arena_free(&arena);
}

TEST(pixels_asked_for_are_given_exactly)
{
    cp_arena arena = { 0 };
    picture found = draw_picture(
        &arena, (drawing){ .options = { .dpi = 299.9, .pixel_width = 301, .pixel_height = 149 },
                           .draw = draw_quarter });

    CHECK_INT(found.width, 301);
    CHECK_INT(found.height, 149);
    cp_arena_free(&arena);
}

TEST(points_are_scaled_to_the_pixels)
{
    cp_arena arena = { 0 };
    picture found
        = draw_picture(&arena, (drawing){ .options = { .dpi = 144 }, .draw = draw_quarter });

    CHECK_STR(pixel(&arena, &found, 0, 0), "ff987fff");
    CHECK_STR(pixel(&arena, &found, 71, 35), "ff987fff");
    CHECK_STR(pixel(&arena, &found, 72, 35), "ffffffff");
    CHECK_STR(pixel(&arena, &found, 71, 36), "ffffffff");
    cp_arena_free(&arena);
}

TEST(an_opaque_picture_has_no_alpha)
{
    cp_arena arena = { 0 };
    drawing what = { .options = { .dpi = 72 }, .draw = draw_quarter };

    CHECK_INT(draw_picture(&arena, what).color, PNG_COLOR_TYPE_RGB);
    what.options.transparent = true;
    CHECK_INT(draw_picture(&arena, what).color, PNG_COLOR_TYPE_RGB_ALPHA);
    what.draw = draw_all;
    CHECK_INT(draw_picture(&arena, what).color, PNG_COLOR_TYPE_RGB);
    cp_arena_free(&arena);
}

TEST(alpha_is_not_multiplied_into_the_colours)
{
    cp_arena arena = { 0 };
    picture found = draw_picture(
        &arena, (drawing){ .options = { .dpi = 72, .transparent = true }, .draw = draw_quarter });

    CHECK_STR(pixel(&arena, &found, 3, 3), "ff320080");
    CHECK_STR(pixel(&arena, &found, 50, 30), "00000000");
    cp_arena_free(&arena);
}

TEST(a_picture_drawn_twice_has_the_same_bytes)
{
    cp_arena arena = { 0 };
    cp_report report = { .arena = &arena };
    drawing what = { .format = "png",
                     .page = { 72, 36 },
                     .options = { .dpi = 96 },
                     .pages = 1,
                     .draw = draw_quarter };
    cp_buf once = draw_bytes(&what, &arena, &report);
    cp_buf again = draw_bytes(&what, &arena, &report);

    CHECK(once.size > 0 && cp_str_eq(cp_buf_str(&once), cp_buf_str(&again)));
    cp_buf_free(&once);
    cp_buf_free(&again);
    cp_arena_free(&arena);
}
