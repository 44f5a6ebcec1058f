#include "read/bad.h"

#include "test.h"

#include "reading.h"

TEST(a_cell_that_is_no_number_is_told_at_its_line_and_column)
{
    cp_reading reading
        = read_text("日期,成交额\n2026-04-13,1\n2026-04-14,\"12,3x\"\n2026-04-15,3\n");

    CHECK_STR(findings_of(&reading),
              "data/t.csv:3:12: error: '12,3x' is not a number (column 成交额)");
    CHECK_STR(cells_of(&reading, "成交额"), "1||3");
    reading_free(&reading);
}

TEST(columns_count_in_characters_and_behind_blanks)
{
    cp_reading reading = read_text("名称,a,b\n平安银行,1,1\n万科,  x,2\n银行,2,3\n地产,4,1.2.3\n");

    CHECK_STR(findings_of(&reading), "data/t.csv:3:6: error: 'x' is not a number (column a)\n"
                                     "data/t.csv:5:6: error: '1.2.3' is not a number (column b)");
    reading_free(&reading);
}

TEST(a_cell_behind_a_quoted_line_break_is_told_in_its_own_line)
{
    cp_reading reading = read_text("t,a\n\"x\ny\",1\nz,2\n\"u,\n\"\"v\",3z\n");

    CHECK_STR(findings_of(&reading), "data/t.csv:6:6: error: '3z' is not a number (column a)");
    reading_free(&reading);
}

TEST(a_code_among_numbers_is_told_by_what_makes_it_one)
{
    cp_reading reading = read_text("a\n1.5\n2.5\n3.5\n4.5\n9007199254740993\n'600000\n");

    CHECK_STR(findings_of(&reading),
              "data/t.csv:6:1: error: '9007199254740993' has more digits than a number keeps "
              "(column a); if these are codes, say so in pack.yaml: columns: {a: {type: text}}\n"
              "data/t.csv:7:1: error: '600000' is marked as text among numbers (column a)");
    reading_free(&reading);
}

TEST(other_reasons_have_their_own_words)
{
    cp_reading reading = read_text("日期,a\n2026-04-13,1.5\n2026-04-14,2.5\n2026-04-31,3.5\n"
                                   "2026-05-01,007\n");

    CHECK_STR(findings_of(&reading),
              "data/t.csv:4:1: error: '2026-04-31' is not a date (column 日期)\n"
              "data/t.csv:5:12: error: '007' has leading zeros among numbers (column a)");
    reading_free(&reading);
}

TEST(findings_come_in_the_files_order_and_twenty_are_enough)
{
    cp_buf text = { 0 };
    cp_reading reading;
    int told = 0;

    cp_buf_add(&text, CP_STR("a,b\n"));
    for (int i = 0; i < 100; i++)
        cp_buf_printf(&text, "%s,%s\n", i % 4 == 0 ? "1x" : "1", i % 4 == 1 ? "2x" : "2");
    reading = read_wished(cp_buf_str(&text), NULL);
    for (const cp_finding *finding = reading.report.first; finding; finding = finding->next)
        told++;
    CHECK_INT(told, 21);
    CHECK_STR(reading.report.first->text, "'1x' is not a number (column a)");
    CHECK_STR(reading.report.first->next->text, "'2x' is not a number (column b)");
    CHECK_STR(reading.report.last->text, "30 more cells are not understood");
    reading_free(&reading);
    cp_buf_free(&text);
}

TEST(a_long_cell_is_quoted_in_part_and_in_one_line)
{
    cp_reading reading
        = read_text("t,a\nx,1\ny,2\nz,3\nw,\"一\n二三四五六七八九十一二三四五六七八九十"
                    "一二三四五六七八九十一二三四五六七八九十一二三四五六\"\n");

    CHECK_STR(
        reading.report.first->text,
        "'一 二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九…' is "
        "not a number (column a)");
    reading_free(&reading);
}
