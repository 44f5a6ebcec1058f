#include "read/lines.h"

#include "base/buf.h"

#include "test.h"

TEST(cr_lf_and_crlf_each_end_one_line_in_any_mixture)
{
    cp_lines lines = { .text = CP_STR("a\nb\r\nc\rd\n\re") };
    const char *expected[] = { "a\n", "b\r\n", "c\r", "d\n", "\r", "e" };
    cp_str line;

    for (size_t i = 0; i < 6; i++) {
        CHECK(cp_lines_next(&lines, &line));
        CHECK(cp_str_is(line, expected[i]));
        CHECK_INT(lines.number, i + 1);
    }
    CHECK(!cp_lines_next(&lines, &line));
}

TEST(a_text_of_lone_crs_is_walked_without_searching_its_rest_for_each_line)
{
    enum { LINES = 200000 };
    cp_buf text = { 0 };
    cp_lines lines = { 0 };
    cp_str line;

    for (int i = 0; i < LINES; i++)
        cp_buf_add(&text, CP_STR("x\r"));
    lines.text = cp_buf_str(&text);
    while (cp_lines_next(&lines, &line))
        CHECK_INT(line.size, 2);
    CHECK_INT(lines.number, LINES);
    cp_buf_free(&text);
}

TEST(a_blank_line_holds_white_space_of_any_width)
{
    CHECK(cp_line_blank(CP_STR("")));
    CHECK(cp_line_blank(CP_STR(" \t\r\n")));
    CHECK(cp_line_blank(CP_STR("\u3000\n")));
    CHECK(!cp_line_blank(CP_STR(",\n")));
    CHECK(!cp_line_blank(CP_STR("日\n")));
}

TEST(a_place_counts_characters_and_lines_from_the_origin)
{
    cp_place at = cp_text_place((cp_place){ "a.csv", 1, 1 }, CP_STR("日期,x\n2026,y\n"),
                                strlen("日期,x\n2026,"));

    CHECK_INT(at.line, 2);
    CHECK_INT(at.column, 6);
    at = cp_text_place((cp_place){ "a.csv", 1, 1 }, CP_STR("日期,x"), strlen("日期,"));
    CHECK_INT(at.column, 4);
}

TEST(a_block_inside_a_file_keeps_its_first_line_and_its_indentation)
{
    cp_place at = cp_text_place((cp_place){ "c.yaml", 10, 5 }, CP_STR("a,b\n1,2\n"), 6);

    CHECK_INT(at.line, 11);
    CHECK_INT(at.column, 7);
}

TEST(the_place_behind_a_line_end_is_the_head_of_the_next_line)
{
    cp_place at = cp_text_place((cp_place){ "a.csv", 1, 1 }, CP_STR("a\nb\n"), 4);

    CHECK_INT(at.line, 3);
    CHECK_INT(at.column, 1);
    at = cp_text_place((cp_place){ "a.csv", 1, 1 }, CP_STR(""), 0);
    CHECK_INT(at.line, 1);
    CHECK_INT(at.column, 1);
}

TEST(a_line_is_found_by_its_number)
{
    cp_str text = CP_STR("a\r\nbc\rd\n");

    CHECK_INT(cp_line_start(text, 1), 0);
    CHECK_INT(cp_line_start(text, 2), 3);
    CHECK_INT(cp_line_start(text, 3), 6);
    CHECK_INT(cp_line_start(text, 9), 8);
}
