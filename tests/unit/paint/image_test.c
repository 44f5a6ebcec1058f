#include "test.h"

#include "base/file.h"
#include "draw.h"
#include "paint/image.h"

#include <qpdf/qpdf-c.h>
#include <stdlib.h>

#include "pictures.h"

#define FOLDER CP_BINARY_DIR "/test-pictures/"

static const cp_place asked = { "deck.md", 12, 3 };

static const char *put(cp_arena *arena, const char *name, cp_str bytes)
{
    cp_report report = { .arena = arena };
    const char *path = cp_printf(arena, FOLDER "%s", name);

    CHECK(cp_file_replace(path, bytes, &report));
    return path;
}

/* The picture of these bytes, which must open without a word. */
static cp_image *open_image(cp_arena *arena, const char *name, cp_str bytes)
{
    cp_report report = { .arena = arena };
    cp_image *image = cp_image_open(arena, put(arena, name, bytes), asked, &report);

    CHECK(image != NULL);
    if (report.first)
        CHECK_STR(cp_finding_line(arena, report.first), "");
    return image;
}

/* What is said of it, without its path. */
static const char *fault_of(cp_arena *arena, const char *name, cp_str bytes)
{
    cp_report report = { .arena = arena };
    const char *path = put(arena, name, bytes);
    cp_image *image = cp_image_open(arena, path, asked, &report);
    const char *text = report.first ? cp_finding_line(arena, report.first) : "no finding";
    const char *at = strstr(text, path);

    CHECK(image == NULL || report.worst < CP_ERROR);
    cp_image_close(image);
    return at && strncmp(text, "deck.md:12:3: ", 14) == 0 ? at + strlen(path) + 1 : text;
}

static cp_image *shown; /* by draw_image() */

static void draw_image(cp_output *output, cairo_t *cr, int page)
{
    (void)output;
    (void)page;
    cp_image_draw(shown, cr, (cp_rect){ 10, 10, 80, 80 });
}

static cp_buf draw_pages(cp_arena *arena, cp_image *image, const char *format, int pages)
{
    cp_report report = { .arena = arena };
    drawing what = { .format = format,
                     .page = { 100, 100 },
                     .options = { .dpi = 72 },
                     .pages = pages,
                     .draw = draw_image };
    cp_buf bytes;

    shown = image;
    bytes = draw_bytes(&what, arena, &report);
    CHECK(report.first == NULL);
    return bytes;
}

/* The pictures in a PDF: how they are stored and their bytes, in hexadecimal. */
static const char *images_in_pdf(cp_arena *arena, const cp_buf *bytes)
{
    qpdf_data pdf = qpdf_init();
    cp_buf text = { 0 };
    const char *found;

    CHECK_INT(qpdf_read_memory(pdf, "test", bytes->data, bytes->size, NULL), 0);
    CHECK_INT(qpdf_check_pdf(pdf), 0);
    for (int id = 1; id < 200; id++) {
        qpdf_oh object = qpdf_get_object_by_id(pdf, id, 0), map;
        unsigned char *data = NULL;
        size_t size = 0;
        if (!qpdf_oh_is_stream(pdf, object))
            continue;
        map = qpdf_oh_get_dict(pdf, object);
        if (!qpdf_oh_is_dictionary_of_type(pdf, map, "", "/Image"))
            continue;
        cp_buf_printf(&text, "%s",
                      qpdf_oh_unparse_resolved(pdf, qpdf_oh_get_key(pdf, map, "/Filter")));
        cp_buf_printf(&text, " %s",
                      qpdf_oh_unparse_resolved(pdf, qpdf_oh_get_key(pdf, map, "/ColorSpace")));
        cp_buf_printf(&text, "%s:", qpdf_oh_has_key(pdf, map, "/SMask") ? " masked" : "");
        qpdf_oh_get_stream_data(pdf, object, qpdf_dl_generalized, NULL, &data, &size);
        for (size_t i = 0; i < size && i < 24; i++)
            cp_buf_printf(&text, " %02x", data[i]);
        cp_buf_add_char(&text, '\n');
        free(data);
    }
    found = cp_printf(arena, "%s", text.data ? text.data : "");
    cp_buf_free(&text);
    qpdf_cleanup(&pdf);
    return found;
}

static const char *in_pdf(cp_arena *arena, cp_image *image)
{
    cp_buf bytes = draw_pages(arena, image, "pdf", 1);
    const char *found = images_in_pdf(arena, &bytes);

    cp_buf_free(&bytes);
    return found;
}

TEST(a_png_keeps_its_own_rows_in_a_pdf)
{
    cp_arena arena = { 0 };
    cp_image *color = open_image(&arena, "rgb.png", png_rgb(&arena));
    cp_image *gray = open_image(&arena, "gray.png", png_gray(&arena));
    cp_image *indexed = open_image(&arena, "indexed.png", png_indexed(&arena));

    CHECK_STR(in_pdf(&arena, color),
              "/FlateDecode /DeviceRGB: ff 00 00 00 ff 00 00 00 ff 10 20 30\n");
    CHECK_STR(in_pdf(&arena, gray), "/FlateDecode /DeviceGray: 00 80 c0 ff\n");
    CHECK_STR(in_pdf(&arena, indexed),
              "/FlateDecode [ /Indexed /DeviceRGB 1 <ff0000102030> ]: 40 80\n");
    cp_image_close(color);
    cp_image_close(gray);
    cp_image_close(indexed);
    cp_arena_free(&arena);
}

TEST(the_alpha_of_a_png_becomes_a_mask)
{
    cp_arena arena = { 0 };
    cp_image *image = open_image(&arena, "rgba.png", png_rgba(&arena, 0x80));
    cp_image *opaque = open_image(&arena, "opaque.png", png_rgba(&arena, 0xff));

    CHECK_STR(in_pdf(&arena, image),
              "/FlateDecode /DeviceRGB masked: ff 00 00 00 ff 00 00 00 ff 10 20 30\n"
              "/FlateDecode /DeviceGray: 80 ff ff ff\n");
    CHECK_STR(in_pdf(&arena, opaque),
              "/FlateDecode /DeviceRGB: ff 00 00 00 ff 00 00 00 ff 10 20 30\n");
    cp_image_close(image);
    cp_image_close(opaque);
    cp_arena_free(&arena);
}

TEST(an_interlaced_png_is_put_in_order_for_a_pdf)
{
    cp_arena arena = { 0 };
    cp_image *image = open_image(&arena, "adam7.png", png_interlaced(&arena));

    CHECK_STR(in_pdf(&arena, image),
              "/FlateDecode /DeviceRGB: ff 00 00 00 ff 00 00 00 ff 10 20 30\n");
    cp_image_close(image);
    cp_arena_free(&arena);
}

TEST(a_jpeg_keeps_its_own_bytes_in_a_pdf)
{
    cp_arena arena = { 0 };
    cp_str bytes = jpeg(&arena, 3, 0);
    cp_image *image = open_image(&arena, "a.jpg", bytes);
    cp_buf pdf = draw_pages(&arena, image, "pdf", 1);

    CHECK(cp_str_find(cp_buf_str(&pdf), bytes, 0) != SIZE_MAX);
    CHECK(strstr(images_in_pdf(&arena, &pdf), "/DCTDecode /DeviceRGB:") != NULL);
    cp_buf_free(&pdf);
    cp_image_close(image);
    cp_arena_free(&arena);
}

TEST(a_picture_on_many_pages_is_stored_once)
{
    cp_arena arena = { 0 };
    cp_image *image = open_image(&arena, "gray.png", png_gray(&arena));
    cp_buf pdf = draw_pages(&arena, image, "pdf", 5);

    CHECK_STR(images_in_pdf(&arena, &pdf), "/FlateDecode /DeviceGray: 00 80 c0 ff\n");
    cp_buf_free(&pdf);
    cp_image_close(image);
    cp_arena_free(&arena);
}

/* The colour in the outer part of each quarter of the box of draw_image(). */
static const char *quarters(cp_arena *arena, cp_image *image)
{
    cp_buf png = draw_pages(arena, image, "png", 1);
    cairo_surface_t *surface = surface_of_png(cp_buf_str(&png));
    const unsigned char *data = cairo_image_surface_get_data(surface);
    cp_buf text = { 0 };
    const char *found;

    for (int i = 0; i < 4; i++) {
        int x = i % 2 ? 80 : 20, y = i < 2 ? 20 : 80;
        const unsigned char *at = data + y * cairo_image_surface_get_stride(surface) + 4 * x;
        cp_buf_printf(&text, "%s%02x%02x%02x", i ? " " : "", at[2], at[1], at[0]);
    }
    found = cp_printf(arena, "%s", text.data);
    cairo_surface_destroy(surface);
    cp_buf_free(&text);
    cp_buf_free(&png);
    return found;
}

TEST(rasters_are_drawn_pixel_for_pixel)
{
    cp_arena arena = { 0 };
    cp_image *color = open_image(&arena, "rgb.png", png_rgb(&arena));
    cp_image *alpha = open_image(&arena, "rgba.png", png_rgba(&arena, 0x80));
    cp_image *adam7 = open_image(&arena, "adam7.png", png_interlaced(&arena));

    CHECK_STR(quarters(&arena, color), "ff0000 00ff00 0000ff 102030");
    CHECK_STR(quarters(&arena, adam7), "ff0000 00ff00 0000ff 102030");
    CHECK_STR(quarters(&arena, alpha), "ff7f7f 00ff00 0000ff 102030");
    cp_image_close(color);
    cp_image_close(alpha);
    cp_image_close(adam7);
    cp_arena_free(&arena);
}

TEST(a_photograph_is_turned_as_the_camera_says)
{
    /* The stored rows are dark above, light below. */
    static const struct {
        int turn;
        const char *quarters;
    } cases[] = {
        { 1, "000000 000000 ffffff ffffff" }, { 2, "000000 000000 ffffff ffffff" },
        { 3, "ffffff ffffff 000000 000000" }, { 4, "ffffff ffffff 000000 000000" },
        { 5, "000000 ffffff 000000 ffffff" }, { 6, "ffffff 000000 ffffff 000000" },
        { 7, "ffffff 000000 ffffff 000000" }, { 8, "000000 ffffff 000000 ffffff" },
    };
    cp_arena arena = { 0 };

    for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
        cp_image *image = open_image(&arena, "turned.jpg", jpeg(&arena, 1, cases[i].turn));
        CHECK_STR(quarters(&arena, image), cases[i].quarters);
        cp_image_close(image);
    }
    cp_arena_free(&arena);
}

TEST(the_natural_size_follows_the_resolution)
{
    cp_arena arena = { 0 };
    cp_image *plain = open_image(&arena, "rgb.png", png_rgb(&arena));
    cp_image *wide = open_image(&arena, "wide.jpg", jpeg_sized(&arena, 300, 100, 150, 1));
    cp_image *turned = open_image(&arena, "tall.jpg", jpeg_sized(&arena, 300, 100, 150, 6));

    CHECK_NEAR(cp_image_size(plain).width, 2 / 96.0 * 72, 1e-9);
    CHECK_NEAR(cp_image_size(wide).width, 144, 1e-9);
    CHECK_NEAR(cp_image_size(wide).height, 48, 1e-9);
    CHECK_NEAR(cp_image_size(turned).width, 48, 1e-9);
    CHECK_NEAR(cp_image_size(turned).height, 144, 1e-9);
    cp_image_close(plain);
    cp_image_close(wide);
    cp_image_close(turned);
    cp_arena_free(&arena);
}

TEST(a_picture_fits_its_box_in_the_middle)
{
    cp_arena arena = { 0 };
    cp_image *wide = open_image(&arena, "wide.jpg", jpeg_sized(&arena, 300, 100, 150, 1));
    cp_rect place = cp_image_place(wide, (cp_rect){ 10, 20, 90, 90 });

    CHECK_NEAR(place.x, 10, 1e-9);
    CHECK_NEAR(place.y, 50, 1e-9);
    CHECK_NEAR(place.width, 90, 1e-9);
    CHECK_NEAR(place.height, 30, 1e-9);
    cp_image_draw(wide, NULL, (cp_rect){ 0, 0, 0, 50 });
    cp_image_close(wide);
    cp_arena_free(&arena);
}

TEST(a_broken_picture_is_a_finding_where_it_is_asked_for)
{
    cp_arena arena = { 0 };
    cp_str png = png_rgb(&arena), photo = jpeg(&arena, 3, 0);
    char *flipped = (char *)cp_str_z(&arena, png);

    flipped[png.size - 20] ^= 1;
    CHECK_STR(fault_of(&arena, "cut.png", cp_str_slice(png, 0, png.size - 30)),
              "is a broken PNG: it is cut short");
    CHECK_STR(fault_of(&arena, "end.png", cp_str_slice(png, 0, png.size - 2)),
              "is a broken PNG: it is cut short");
    CHECK_STR(fault_of(&arena, "flipped.png", (cp_str){ flipped, png.size }),
              "is a broken PNG: IDAT: incorrect data check");
    CHECK_STR(fault_of(&arena, "cut.jpg", cp_str_slice(photo, 0, photo.size - 2)),
              "is a broken JPEG: it is cut short");
    CHECK_STR(fault_of(&arena, "head.jpg", cp_str_slice(photo, 0, 30)),
              "is a broken JPEG: its head makes no sense");
    CHECK(strncmp(fault_of(&arena, "cut.svg", CP_STR("<svg><g>")), "1:9 is a broken SVG: ", 21)
          == 0);
    cp_arena_free(&arena);
}

TEST(every_cut_of_a_picture_is_a_finding_not_a_crash)
{
    cp_arena arena = { 0 };
    cp_str pictures[] = { png_rgba(&arena, 3), png_indexed(&arena), jpeg(&arena, 3, 6) };

    for (size_t i = 0; i < 3; i++)
        for (size_t size = 0; size < pictures[i].size; size += 1 + size / 50) {
            cp_report report = { .arena = &arena };
            const char *path = put(&arena, "cut", cp_str_slice(pictures[i], 0, size));
            CHECK(cp_image_open(&arena, path, asked, &report) == NULL);
            CHECK_INT(report.errors, 1);
        }
    cp_arena_free(&arena);
}

TEST(what_is_no_picture_is_named)
{
    cp_arena arena = { 0 };

    CHECK_STR(fault_of(&arena, "a.png", CP_STR("GIF89a......")),
              "is a GIF: a picture is a PNG, a JPEG or an SVG");
    CHECK_STR(fault_of(&arena, "b.png", CP_STR("RIFF....WEBPVP8 ")),
              "is a WebP picture: a picture is a PNG, a JPEG or an SVG");
    CHECK_STR(fault_of(&arena, "c.png", CP_STR("version https://git-lfs.github.com/spec/v1\n")),
              "is a pointer of Git LFS, not the picture itself: a picture is a PNG, a JPEG or an "
              "SVG");
    CHECK_STR(fault_of(&arena, "d.png", CP_STR("")),
              "is empty: a picture is a PNG, a JPEG or an SVG");
    CHECK_STR(fault_of(&arena, "e.png", CP_STR("hello")),
              "is of an unknown format: a picture is a PNG, a JPEG or an SVG");
    cp_arena_free(&arena);
}

TEST(a_picture_that_is_too_large_is_refused_before_it_is_decoded)
{
    cp_arena arena = { 0 };

    CHECK_STR(
        fault_of(&arena, "vast.png", png_head_only(&arena, 20000, 20000)),
        "has 20000 x 20000 pixels: a picture may have 1 to 32767 a side, and 100 million in all");
    CHECK_STR(fault_of(&arena, "long.png", png_head_only(&arena, 40000, 1)),
              "has 40000 x 1 pixels: a picture may have 1 to 32767 a side, and 100 million in all");
    CHECK_STR(fault_of(&arena, "vast.svg",
                       CP_STR("<svg xmlns='http://www.w3.org/2000/svg' "
                              "width='1e9' height='10'/>")),
              "is an SVG of 1e+09 x 10 pixels: expected 1 to 100000");
    cp_arena_free(&arena);
}

TEST(a_jpeg_in_printing_colours_is_refused)
{
    cp_arena arena = { 0 };

    CHECK_STR(fault_of(&arena, "cmyk.jpg", jpeg(&arena, 4, 0)),
              "is a JPEG in printing colours (4 channels): save it in RGB");
    cp_arena_free(&arena);
}

TEST(an_svg_stays_vector_in_a_pdf)
{
    cp_arena arena = { 0 };
    cp_image *image = open_image(&arena, "a.svg",
                                 CP_STR("<svg xmlns='http://www.w3.org/2000/svg' width='40' "
                                        "height='40'><rect width='20' height='40' fill='red'/>"
                                        "</svg>"));

    CHECK_NEAR(cp_image_size(image).width, 30, 1e-9);
    CHECK_STR(in_pdf(&arena, image), "");
    CHECK_STR(quarters(&arena, image), "ff0000 ffffff ff0000 ffffff");
    cp_image_close(image);
    cp_arena_free(&arena);
}

TEST(an_svg_must_hold_all_it_shows)
{
    cp_arena arena = { 0 };

    CHECK_STR(fault_of(&arena, "out.svg",
                       CP_STR("<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'>"
                              "<image xlink:href='#a'/></svg>")),
              "is a broken SVG: 1:84: Namespace prefix xlink for href on image is not defined");
    CHECK_STR(fault_of(&arena, "out.svg",
                       CP_STR("<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'>"
                              "<image href='logo.png'/></svg>")),
              "refers to 'logo.png': an SVG must hold all it shows");
    CHECK(strncmp(fault_of(&arena, "text.svg",
                           CP_STR("<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'>"
                                  "<text>a</text></svg>")),
                  "holds text, which is set in whatever fonts", 42)
          == 0);
    cp_arena_free(&arena);
}
