#include "test.h"

#include "base/file.h"
#include "figure/figure.h"

#define FILE_NAME CP_BINARY_DIR "/test-figures/wide.svg"

/* 200 x 100 CSS pixels, 150 x 75 pt. */
#define WIDE                                                                                       \
    "<svg xmlns='http://www.w3.org/2000/svg' width='200' height='100'>"                            \
    "<rect width='200' height='100' fill='#0000ff'/></svg>"

typedef struct opening {
    cp_arena arena;
    cp_report report;
    cp_style style;
    cp_figure_env env;
    cp_figure *figure;
} opening;

static void open_picture(opening *o, const char *text)
{
    *o = (opening){ .report = { .arena = &o->arena },
                    .style = { .body = { .smallest = 5, .tightest = 1.5 } } };
    CHECK(cp_file_replace(FILE_NAME, cp_str_from(text), &o->report));
    o->env = (cp_figure_env){ .arena = &o->arena, .report = &o->report, .style = &o->style };
    o->figure = cp_figure_picture(&o->env, FILE_NAME, (cp_place){ "deck.md", 8, 1 });
}

static void close_picture(opening *o)
{
    cp_figure_close(o->figure);
    cp_arena_free(&o->arena);
}

TEST(a_picture_keeps_its_proportions_in_the_middle_of_its_box)
{
    cairo_surface_t *surface = cairo_image_surface_create(CAIRO_FORMAT_ARGB32, 100, 100);
    cairo_t *cr = cairo_create(surface);
    cp_buf dump = { 0 };
    cp_arena page = { 0 };
    opening o;

    open_picture(&o, WIDE);
    CHECK(o.figure && o.report.first == NULL);
    CHECK(cp_figure_load(o.figure, &o.env));
    CHECK_NEAR(cp_figure_aspect(o.figure, &o.env), 2, 1e-9);
    cp_figure_draw(o.figure, &o.env, (cp_rect){ 10, 0, 80, 100 }, (cp_gutters){ .top = 20 }, cr,
                   &page, &dump);
    CHECK_STR(dump.data, "picture 10.00 40.00 80.00 40.00\n");
    CHECK(cairo_status(cr) == CAIRO_STATUS_SUCCESS);
    cp_buf_free(&dump);
    cairo_destroy(cr);
    cairo_surface_destroy(surface);
    cp_arena_free(&page);
    close_picture(&o);
}

TEST(a_picture_is_legible_at_some_lines_height_and_never_beyond_its_own)
{
    opening o;
    cp_size least;

    open_picture(&o, WIDE);
    least = cp_figure_least(o.figure, &o.env);
    CHECK_NEAR(least.height, 8 * 5 * 1.5, 1e-9);
    CHECK_NEAR(least.width, 2 * least.height, 1e-9);
    o.style.body.smallest = 50;
    least = cp_figure_least(o.figure, &o.env);
    CHECK_NEAR(least.height, 75, 1e-9);
    close_picture(&o);
}

TEST(a_broken_picture_is_told_where_deck_md_shows_it)
{
    opening o;

    open_picture(&o, "GIF89a");
    CHECK(o.figure == NULL);
    CHECK_STR(o.report.first ? cp_finding_line(&o.arena, o.report.first) : "",
              "deck.md:8:1: error: " FILE_NAME " is a GIF: a picture is a PNG, a JPEG or an SVG");
    close_picture(&o);
}
