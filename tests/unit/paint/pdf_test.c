#include "test.h"

#include "opened.h"

static void draw_page(cp_output *output, cairo_t *cr, int page)
{
    cp_output_label(output, page == 1 ? CP_STR("封面") : CP_STR("2"));
    if (page == 2)
        cp_output_bookmark(output, 1, CP_STR("市场回顾"));
    if (page >= 2)
        cp_output_bookmark(output, 2, page == 2 ? CP_STR("成交额") : CP_STR("两融"));
    cp_set_color(cr, (cp_color){ 1, 0, 0, 1 });
    cairo_rectangle(cr, 10 * page, 10, 100, 50);
    cairo_fill(cr);
}

static const drawing report_file = {
    .format = "pdf",
    .page = { 960, 540 },
    .info = { .title = { "策略周报", 12 },
              .author = { "张三", 6 },
              .subject = { "A股", 4 },
              .language = { "zh-cn", 5 },
              .created = 1776412800, /* 2026-04-17 08:00 UTC */
              .digest = { "0123abcd", 8 } },
    .pages = 3,
    .draw = draw_page,
};

TEST(a_pdf_tells_its_title_author_dates_and_inputs)
{
    opened file;

    open_drawing(&file, &report_file);
    CHECK_STR(text_of(&file, file.info, "/Title"), "策略周报");
    CHECK_STR(text_of(&file, file.info, "/Author"), "张三");
    CHECK_STR(text_of(&file, file.info, "/Subject"), "A股");
    CHECK_STR(text_of(&file, file.info, "/CreationDate"), "D:20260417080000Z");
    CHECK_STR(text_of(&file, file.info, "/ModDate"), "D:20260417080000Z");
    CHECK_STR(text_of(&file, file.info, "/InputDigest"), "0123abcd");
    CHECK_STR(text_of(&file, file.root, "/Lang"), "zh-cn");
    close_drawing(&file);
}

TEST(a_viewer_shows_the_title_the_bookmarks_and_whole_pages)
{
    opened file;
    qpdf_oh viewer;

    open_drawing(&file, &report_file);
    viewer = qpdf_oh_get_key(file.pdf, file.root, "/ViewerPreferences");
    CHECK(qpdf_oh_get_bool_value(file.pdf, qpdf_oh_get_key(file.pdf, viewer, "/DisplayDocTitle")));
    CHECK(qpdf_oh_is_name_and_equals(file.pdf, qpdf_oh_get_key(file.pdf, file.root, "/PageMode"),
                                     "/UseOutlines"));
    CHECK_STR(words_of(&file, file.root, "/PageLayout"), "/SinglePage");
    CHECK(strstr(words_of(&file, file.root, "/OpenAction"), " /Fit ]") != NULL);
    close_drawing(&file);
}

TEST(bookmarks_have_two_levels)
{
    opened file;
    qpdf_oh section, slide;

    open_drawing(&file, &report_file);
    section
        = qpdf_oh_get_key(file.pdf, qpdf_oh_get_key(file.pdf, file.root, "/Outlines"), "/First");
    CHECK_STR(text_of(&file, section, "/Title"), "市场回顾");
    CHECK(!qpdf_oh_has_key(file.pdf, section, "/Next"));
    slide = qpdf_oh_get_key(file.pdf, section, "/First");
    CHECK_STR(text_of(&file, slide, "/Title"), "成交额");
    slide = qpdf_oh_get_key(file.pdf, slide, "/Next");
    CHECK_STR(text_of(&file, slide, "/Title"), "两融");
    close_drawing(&file);
}

TEST(pages_have_their_size_and_label)
{
    opened file;
    qpdf_oh labels;

    open_drawing(&file, &report_file);
    CHECK_INT(qpdf_get_num_pages(file.pdf), 3);
    labels
        = qpdf_oh_get_key(file.pdf, qpdf_oh_get_key(file.pdf, file.root, "/PageLabels"), "/Nums");
    CHECK_STR(text_of(&file, qpdf_oh_get_array_item(file.pdf, labels, 1), "/P"), "封面");
    CHECK_STR(qpdf_oh_unparse_resolved(
                  file.pdf, qpdf_oh_get_key(file.pdf, qpdf_get_page_n(file.pdf, 0), "/MediaBox")),
              "[ 0 0 960 540 ]");
    close_drawing(&file);
}

TEST(a_pdf_passes_the_check_of_qpdf)
{
    opened file;

    open_drawing(&file, &report_file);
    CHECK_INT(qpdf_check_pdf(file.pdf), 0);
    CHECK(!qpdf_more_warnings(file.pdf));
    close_drawing(&file);
}

TEST(a_pdf_drawn_twice_has_the_same_bytes)
{
    cp_arena arena = { 0 };
    cp_report report = { .arena = &arena };
    cp_buf once = draw_bytes(&report_file, &arena, &report);
    cp_buf again = draw_bytes(&report_file, &arena, &report);

    CHECK(once.size > 0 && cp_str_eq(cp_buf_str(&once), cp_buf_str(&again)));
    CHECK(cp_str_find(cp_buf_str(&once), CP_STR("cairographics"), 0) == SIZE_MAX);
    cp_buf_free(&once);
    cp_buf_free(&again);
    cp_arena_free(&arena);
}

TEST(a_pdf_without_title_or_language_says_nothing_of_them)
{
    cp_arena arena = { 0 };
    cp_report report = { .arena = &arena };
    drawing plain = report_file;
    cp_buf bytes;

    plain.info = (cp_document_info){ 0 };
    bytes = draw_bytes(&plain, &arena, &report);
    CHECK(bytes.size > 0 && report.first == NULL);
    cp_buf_free(&bytes);
    cp_arena_free(&arena);
}

TEST(a_linear_pdf_begins_with_what_the_first_page_needs)
{
    drawing linear = report_file;
    opened file;

    linear.options.linear = true;
    open_drawing(&file, &linear);
    CHECK(qpdf_is_linearized(file.pdf));
    CHECK_INT(qpdf_get_num_pages(file.pdf), 3);
    close_drawing(&file);
    open_drawing(&file, &report_file);
    CHECK(!qpdf_is_linearized(file.pdf));
    close_drawing(&file);
}
