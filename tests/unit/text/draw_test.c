#include "fixture.h"

#include "base/buf.h"
#include "base/file.h"

#include <cairo-pdf.h>

static const char mixed[]
    = "交易热度：本周市场震荡上行，万得全A周涨幅2.48%，日均成交额23489亿元；“十五五”规划提出"
      "“人工智能+”行动（Token）“十大”任务——以AI Agent为代表的智能体加速落地，占比61%……融资净"
      "买入−12.3亿元。特朗普·唐纳德将于2026年4月17日与中国展开磋商；it’s “quoted” text—ok.";

static cairo_status_t keep(void *closure, const unsigned char *data, unsigned size)
{
    cp_buf_add(closure, (cp_str){ (const char *)data, size });
    return CAIRO_STATUS_SUCCESS;
}

/* The page of a text, with a place in it that links can go to. */
static cairo_status_t draw_page(const cp_text *text, cp_buf *pdf)
{
    cairo_surface_t *page = cairo_pdf_surface_create_for_stream(keep, pdf, 400, 800);
    cairo_t *cr = cairo_create(page);
    cairo_status_t status;

    cairo_pdf_surface_set_metadata(page, CAIRO_PDF_METADATA_CREATE_DATE, "2026-04-19T00:00:00Z");
    cairo_tag_begin(cr, CAIRO_TAG_DEST, "name='page-1'");
    cairo_tag_end(cr, CAIRO_TAG_DEST);
    cp_text_draw(text, cr, 20, 20);
    cairo_destroy(cr);
    cairo_surface_finish(page);
    status = cairo_surface_status(page);
    cairo_surface_destroy(page);
    return status;
}

/* What a reader finds in the page, its lines joined by '|'. */
static const char *extracted(fixture *it, const cp_text *text)
{
    const char *path = CP_BINARY_DIR "/unit_text_draw.pdf";
    cp_buf pdf = { 0 }, found = { 0 };
    const char *all;
    FILE *pipe;
    int byte;

    CHECK(draw_page(text, &pdf) == CAIRO_STATUS_SUCCESS);
    CHECK(cp_file_replace(path, cp_buf_str(&pdf), &it->report));
    pipe = popen(cp_printf(&it->arena, "pdftotext -raw '%s' -", path), "r");
    CHECK(pipe != NULL);
    while (pipe && (byte = getc(pipe)) != EOF)
        if (byte != '\f')
            cp_buf_add_char(&found, byte == '\n' ? '|' : (char)byte);
    if (pipe)
        pclose(pipe);
    all = cp_printf(&it->arena, CP_FMT, CP_ARG(cp_buf_str(&found)));
    cp_buf_free(&pdf);
    cp_buf_free(&found);
    return all;
}

/* What it should find: the lines as set. */
static const char *lines_as_set(fixture *it, const cp_text *text)
{
    const char *all = "";

    for (size_t i = 0; i < cp_text_lines(text); i++)
        all = cp_printf(&it->arena, "%s" CP_FMT "|", all, CP_ARG(cp_text_line_slice(text, i)));
    return all;
}

TEST(a_label_is_read_back_from_a_pdf_as_it_was_written)
{
    fixture it;

    set_up(&it);
    CHECK_STR(extracted(&it, set_line(&it, "融资净买入 −12.3亿元 AVToken（右）")),
              "融资净买入 −12.3亿元 AVToken（右）|");
    tear_down(&it);
}

TEST(justified_text_is_read_back_whatever_its_gaps)
{
    static const double widths[] = { 90, 130, 173, 240, 360 };
    fixture it;

    set_up(&it);
    for (size_t i = 0; i < sizeof widths / sizeof *widths; i++) {
        cp_text *text = set_box(&it, mixed, widths[i], CP_ALIGN_JUSTIFY);

        CHECK_STR(extracted(&it, text), lines_as_set(&it, text));
    }
    tear_down(&it);
}

TEST(gaps_that_readers_take_for_blanks_are_told_to_them)
{
    fixture it;
    cp_text *text;

    set_up(&it);
    text = set_box(&it, "一二三四五六七", 58, CP_ALIGN_JUSTIFY);
    CHECK(text->lines[0].loose);
    CHECK_STR(extracted(&it, text), "一二三四五|六七|");
    tear_down(&it);
}

TEST(gaps_between_han_and_latin_letters_are_no_blanks_to_readers)
{
    static const double widths[] = { 90, 130, 173, 240, 360 };
    fixture it;

    set_up(&it);
    for (size_t i = 0; i < sizeof widths / sizeof *widths; i++) {
        cp_text_box box = { .width = widths[i], .align = CP_ALIGN_JUSTIFY, .latin_gap = 0.25 };
        cp_span span = { .text = cp_str_from(mixed) };
        cp_text *text = cp_text_set(&it.arena, it.fonts, &it.ink, &box, &span, 1, &it.report);

        CHECK_STR(extracted(&it, text), lines_as_set(&it, text));
    }
    tear_down(&it);
}

TEST(raised_letters_are_small_and_emphasis_has_a_dot_a_character)
{
    fixture it;
    cp_text_box box = { 0 };
    cp_span spans[] = { { .text = CP_STR("m") },
                        { .text = CP_STR("2"), .script = CP_SCRIPT_SUPER },
                        { .text = CP_STR("重点，a"), .dotted = true } };
    cp_text *text;

    set_up(&it);
    text = cp_text_set(&it.arena, it.fonts, &it.ink, &box, spans, 3, &it.report);
    CHECK_NEAR(text->pieces[1].right - text->pieces[1].left, 5.55 * cp_script_scale(&spans[1]),
               1e-6);
    CHECK(text->pieces[1].glyphs[0].y < text->pieces[0].glyphs[0].y - 3);
    CHECK_INT((long long)text->dot_count, 2);
    tear_down(&it);
}

TEST(the_same_text_gives_the_same_bytes)
{
    cp_buf pdf[2] = { 0 };

    for (int i = 0; i < 2; i++) {
        fixture it;

        set_up(&it);
        draw_page(set_box(&it, mixed, 200, CP_ALIGN_JUSTIFY), &pdf[i]);
        tear_down(&it);
    }
    CHECK(pdf[0].size > 5000 && cp_str_eq(cp_buf_str(&pdf[0]), cp_buf_str(&pdf[1])));
    cp_buf_free(&pdf[0]);
    cp_buf_free(&pdf[1]);
}

TEST(links_are_written_whatever_characters_they_have)
{
    fixture it;
    cp_buf pdf = { 0 };
    cp_text_box box = { 0 };
    cp_span spans[] = {
        { .text = CP_STR("外"), .link = CP_STR("https://example.com/a?b='c'&d=\\路") },
        { .text = CP_STR("内"), .link = CP_STR("#page-1") },
    };

    set_up(&it);
    CHECK(draw_page(cp_text_set(&it.arena, it.fonts, &it.ink, &box, spans, 2, &it.report), &pdf)
          == CAIRO_STATUS_SUCCESS);
    CHECK(
        cp_str_find(cp_buf_str(&pdf), CP_STR("(https://example.com/a?b=%27c%27&d=%5C%E8%B7%AF)"), 0)
        != SIZE_MAX);
    CHECK(cp_str_find(cp_buf_str(&pdf), CP_STR("/Link"), 0) != SIZE_MAX);
    cp_buf_free(&pdf);
    tear_down(&it);
}

/* Columns and rows of the ink in a picture of the text at `scale` pixels a point. */
static cp_rect ink_of(const cp_text *text, double scale)
{
    enum { WIDTH = 600, HEIGHT = 200 };
    cairo_surface_t *picture = cairo_image_surface_create(CAIRO_FORMAT_A8, WIDTH, HEIGHT);
    cairo_t *cr = cairo_create(picture);
    const unsigned char *row;
    int left = WIDTH, right = 0, top = HEIGHT, bottom = 0;

    cairo_scale(cr, scale, scale);
    cp_text_draw(text, cr, 10, 10);
    cairo_destroy(cr);
    cairo_surface_flush(picture);
    row = cairo_image_surface_get_data(picture);
    for (int y = 0; y < HEIGHT; y++, row += cairo_image_surface_get_stride(picture))
        for (int x = 0; x < WIDTH; x++)
            if (row[x] > 60) {
                left = x < left ? x : left;
                right = x + 1 > right ? x + 1 : right;
                top = y < top ? y : top;
                bottom = y + 1 > bottom ? y + 1 : bottom;
            }
    cairo_surface_destroy(picture);
    return (cp_rect){ left / scale, top / scale, (right - left) / scale, (bottom - top) / scale };
}

TEST(a_picture_shows_the_text_alike_at_any_resolution)
{
    fixture it;
    cp_text *text;
    cp_rect small, large;

    set_up(&it);
    text = set_line(&it, "1111111111111111111111");
    small = ink_of(text, 1);
    large = ink_of(text, 4);
    CHECK_NEAR(small.width, large.width, 1.3);
    CHECK_NEAR(large.width, 22 * 5.55, 2);
    tear_down(&it);
}

TEST(ink_stays_within_the_measured_box)
{
    fixture it;
    cp_text *text;
    cp_rect ink;

    set_up(&it);
    it.ink.size = 40;
    text = set_line(&it, "国(gl，");
    ink = ink_of(text, 1);
    CHECK(ink.y >= 9 && ink.y + ink.height <= 11 + cp_text_size(text).height);
    CHECK(ink.x >= 9 && ink.x + ink.width <= 11 + cp_text_size(text).width);
    tear_down(&it);
}
