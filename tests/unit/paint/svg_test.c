#include "test.h"

#include "draw.h"

static void draw_shapes(cp_output *output, cairo_t *cr, int page)
{
    cairo_surface_t *picture = cairo_image_surface_create(CAIRO_FORMAT_RGB24, 2, 2);

    (void)output;
    (void)page;
    cairo_set_source_surface(cr, picture, 5, 5);
    cairo_paint_with_alpha(cr, 0.5);
    cairo_surface_destroy(picture);
    cp_set_color(cr, (cp_color){ 0, 0, 1, 0.5 });
    cairo_rectangle(cr, 1, 2, 30, 40);
    cairo_fill(cr);
}

static const drawing shapes = { .format = "svg",
                                .page = { 72, 36 },
                                .info = { .title = { "A<B & C", 7 } },
                                .pages = 1,
                                .draw = draw_shapes };

static bool has(const cp_buf *bytes, const char *text)
{
    return cp_str_find(cp_buf_str(bytes), cp_str_from(text), 0) != SIZE_MAX;
}

TEST(an_svg_states_its_size_in_points_and_its_title)
{
    cp_arena arena = { 0 };
    cp_report report = { .arena = &arena };
    cp_buf bytes = draw_bytes(&shapes, &arena, &report);

    CHECK(report.first == NULL);
    CHECK(has(&bytes, "width=\"72pt\" height=\"36pt\""));
    CHECK(has(&bytes, "<title>A&lt;B &amp; C</title>"));
    CHECK(has(&bytes, "</svg>"));
    CHECK(!has(&bytes, "<text"));
    cp_buf_free(&bytes);
    cp_arena_free(&arena);
}

TEST(an_svg_drawn_twice_has_the_same_bytes)
{
    cp_arena arena = { 0 };
    cp_report report = { .arena = &arena };
    cp_buf once = draw_bytes(&shapes, &arena, &report);
    cp_buf again = draw_bytes(&shapes, &arena, &report);

    CHECK(once.size > 0);
    CHECK_STR(again.data, once.data);
    cp_buf_free(&once);
    cp_buf_free(&again);
    cp_arena_free(&arena);
}
