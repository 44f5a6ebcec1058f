#include "test.h"

#include "draw.h"

#include <math.h>

static const char *refusal(cp_arena *arena, cp_size page, cp_output_options options,
                           const char *format)
{
    cp_report report = { .arena = arena };
    cp_output *output = cp_output_open(cp_output_find(cp_str_from(format)), arena, page,
                                       &(cp_document_info){ 0 }, &options, &report);

    cp_output_close(output);
    return report.first ? report.first->text : "";
}

TEST(formats_are_found_by_the_extension)
{
    size_t count;
    const char *const *names = cp_output_names(&count);

    CHECK_INT(count, 3);
    for (size_t i = 0; i < count; i++)
        CHECK(cp_output_find(cp_str_from(names[i])) != NULL);
    CHECK(cp_output_find(CP_STR("docx")) == NULL);
    CHECK(cp_output_find(CP_STR("PDF")) == NULL);
}

TEST(an_absurd_page_is_a_finding_not_a_crash)
{
    cp_arena arena = { 0 };
    cp_output_options options = { .dpi = 300 };

    CHECK_STR(refusal(&arena, (cp_size){ 0, 100 }, options, "pdf"),
              "a page of 0 x 100 pt cannot be drawn: its sides go from 1 to 14400 pt");
    CHECK_STR(refusal(&arena, (cp_size){ 100, 20000 }, options, "svg"),
              "a page of 100 x 20000 pt cannot be drawn: its sides go from 1 to 14400 pt");
    CHECK(*refusal(&arena, (cp_size){ NAN, 100 }, options, "pdf"));
    CHECK(*refusal(&arena, (cp_size){ INFINITY, 100 }, options, "png"));
    CHECK_STR(refusal(&arena, (cp_size){ 960, 540 }, options, "pdf"), "");
    cp_arena_free(&arena);
}

TEST(an_absurd_number_of_pixels_is_a_finding_not_a_crash)
{
    cp_arena arena = { 0 };
    cp_size page = { 960, 540 };

    CHECK_STR(refusal(&arena, page, (cp_output_options){ .dpi = 9600 }, "png"),
              "a picture of 128000 x 72000 pixels is too large: at most 32767 a side and 200 "
              "million in all");
    CHECK(*refusal(&arena, page, (cp_output_options){ .dpi = 1e300 }, "png"));
    CHECK(*refusal(&arena, page, (cp_output_options){ .dpi = NAN }, "png"));
    CHECK(*refusal(&arena, page, (cp_output_options){ .pixel_width = 20000, .pixel_height = 20000 },
                   "png"));
    CHECK_STR(refusal(&arena, page, (cp_output_options){ .dpi = 72 }, "png"), "");
    cp_arena_free(&arena);
}

static void draw_impossible(cp_output *output, cairo_t *cr, int page)
{
    (void)output;
    if (page == 1)
        cairo_scale(cr, 0, 0);
}

TEST(what_cairo_could_not_draw_is_told_at_the_end)
{
    cp_arena arena = { 0 };
    cp_report report = { .arena = &arena };
    drawing what = { .format = "pdf", .page = { 100, 100 }, .pages = 2, .draw = draw_impossible };
    cp_buf bytes = draw_bytes(&what, &arena, &report);

    CHECK_INT(bytes.size, 0);
    CHECK_INT(report.worst, CP_SYSTEM);
    CHECK_STR(report.first ? report.first->text : "",
              "the pdf cannot be drawn: invalid matrix (not invertible)");
    cp_buf_free(&bytes);
    cp_arena_free(&arena);
}

TEST(an_output_can_be_closed_in_the_middle_of_a_page)
{
    cp_arena arena = { 0 };
    cp_report report = { .arena = &arena };
    size_t count;
    const char *const *names = cp_output_names(&count);

    for (size_t i = 0; i < count; i++) {
        cp_output *output
            = cp_output_open(cp_output_find(cp_str_from(names[i])), &arena, (cp_size){ 100, 100 },
                             &(cp_document_info){ 0 }, &(cp_output_options){ .dpi = 72 }, &report);
        cairo_paint(cp_output_page(output));
        cp_output_close(output);
    }
    CHECK(report.first == NULL);
    cp_arena_free(&arena);
}
