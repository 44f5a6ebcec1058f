#include "read/head.h"

#include "test.h"

#include "reading.h"

static void check_head(const char *text, int header, int first_row, const char *columns)
{
    cp_reading reading = read_text(text);

    CHECK_STR(columns_of(&reading), columns);
    CHECK_INT(reading.story.header_line, header);
    CHECK_INT(reading.story.first_line, first_row);
    reading_free(&reading);
}

TEST(names_stand_above_values)
{
    check_head("日期,值\n2026-04-13,1\n", 1, 2, "日期:date 值:number");
    check_head("a,b\nx,y\n", 1, 2, "a:text b:text");
    check_head("a,b\n", 1, 0, "a:text b:text");
}

TEST(titles_above_the_names_are_passed_over)
{
    check_head("两市成交额统计\n\n日期,值\n2026-04-13,1\n", 3, 4, "日期:date 值:number");
    check_head("统计表,,\n截至 2026-04-17,,\n日期,a,b\n2026-04-13,1,2\n", 3, 4,
               "日期:date a:number b:number");
    check_head("002236 大华股份 日线\n   日期\t   开盘\n2008/05/20\t0.85\n", 2, 3,
               "日期:date 开盘:number");
}

TEST(dates_and_years_can_be_names)
{
    check_head("代码,2022-12-30,2023-01-06\nA,1.5,2.5\n", 1, 2,
               "代码:text 2022-12-30:number 2023-01-06:number");
    check_head("名称,2022,2023,2024\nA,1,2,3\nB,4,5,6\n", 1, 2,
               "名称:text 2022:number 2023:number 2024:number");
}

TEST(a_file_without_names_is_told_and_loses_no_row)
{
    cp_reading reading = read_text("A,1\nB,2\nC,3\n");

    CHECK_STR(columns_of(&reading), "列1:text 列2:number");
    CHECK_STR(cells_of(&reading, "列2"), "1|2|3");
    CHECK_STR(findings_of(&reading),
              "data/t.csv:1: note: no line of names was found, so the columns are called 列1, 列2 "
              "...; if there is one, say which line is the header");
    CHECK_INT(reading.story.header_line, 0);
    reading_free(&reading);
}

TEST(an_indicator_block_keeps_units_and_source)
{
    cp_reading reading = read_text("指标名称,成交额,换手率\n频率,日,日\n单位,亿元,%\n指标ID,M1,M2\n"
                                   "来源,Wind,Wind\n2026-04-13,23489,2.5\n2026-04-14,23490,2.6\n");

    CHECK_STR(columns_of(&reading), "指标名称:date 成交额:number[亿元] 换手率:number[%]");
    CHECK_STR(cells_of(&reading, "换手率"), "2.5|2.6");
    CHECK(cp_str_is(reading.story.source, "数据来源：Wind"));
    CHECK_INT(reading.story.first_line, 6);
    reading_free(&reading);
}

TEST(a_row_of_units_below_the_names_gives_the_units)
{
    check_head("日期,成交额,换手率\n,亿元,(%)\n2026-04-13,23489,2.5\n", 1, 3,
               "日期:date 成交额:number[亿元] 换手率:number[%]");
    check_head("指标,成交额\n单位,亿元\n2026-04-13,23489\n", 1, 3, "指标:date 成交额:number[亿元]");
}

TEST(the_pack_can_say_which_line_holds_the_names)
{
    cp_read_wish wish = { .header = 2, .place = { "pack.yaml", 9, 15 } };
    cp_reading reading = read_wished(CP_STR("x,y\n1,2\n3,4\n"), &wish);

    CHECK_STR(columns_of(&reading), "1:number 2:number");
    CHECK_STR(cells_of(&reading, "1"), "3");
    reading_free(&reading);
}

TEST(a_header_line_that_holds_nothing_is_told_where_it_was_asked_for)
{
    cp_read_wish wish = { .header = 2, .place = { "pack.yaml", 9, 15 } };
    cp_reading reading = read_wished(CP_STR("x,y\n\n1,2\n"), &wish);

    CHECK(!reading.table);
    CHECK_STR(
        findings_of(&reading),
        "pack.yaml:9:15: error: no names in line 2 of data/t.csv; the next row begins in line "
        "3");
    reading_free(&reading);

    wish.header = 7;
    reading = read_wished(CP_STR("x,y\n1,2\n"), &wish);
    CHECK_STR(findings_of(&reading),
              "pack.yaml:9:15: error: data/t.csv has no row in line 7 or behind it");
    reading_free(&reading);
}

TEST(lines_that_name_a_source_or_note_something_are_known)
{
    CHECK(cp_is_source(CP_STR("数据来源：Wind")));
    CHECK(cp_is_source(CP_STR("数据来源:通达信")));
    CHECK(cp_is_source(CP_STR("Source: Bloomberg")));
    CHECK(!cp_is_source(CP_STR("数据来源")));
    CHECK(!cp_is_source(CP_STR("来源于网络")));
    CHECK(cp_is_note(CP_STR("注：初步数")));
    CHECK(!cp_is_note(CP_STR("注册资本")));
}
