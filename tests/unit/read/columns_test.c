#include "read/columns.h"

#include "test.h"

#include "reading.h"

static void check_columns(const char *text, const char *columns)
{
    cp_reading reading = read_text(text);

    CHECK_STR(columns_of(&reading), columns);
    CHECK_STR(findings_of(&reading), "");
    reading_free(&reading);
}

TEST(a_unit_in_brackets_goes_from_the_name_to_the_column)
{
    check_columns("日期,成交额(亿元),涨跌幅（%）,光模块(CPO)\n2026-04-13,1,2,3\n",
                  "日期:date 成交额:number[亿元] 涨跌幅:number[%] 光模块(CPO):number");
}

TEST(names_that_differ_by_their_unit_alone_keep_it)
{
    check_columns("代码,净利润(亿元),净利润(%)\nA,1,2\n",
                  "代码:text 净利润(亿元):number[亿元] 净利润(%):number[%]");
}

TEST(a_name_loses_blanks_line_breaks_and_the_byte_order_mark)
{
    check_columns("\xEF\xBB\xBF  日期  ,\"成交额\n(亿元)\",\"net\nflow\"\n2026-04-13,1,2\n",
                  "日期:date 成交额:number[亿元] net flow:number");
}

TEST(a_column_without_a_name_is_called_by_its_place)
{
    check_columns(",名称,价,\n0,A,5,6\n1,B,7,8\n", "列1:number 名称:text 价:number 列4:number");
}

TEST(a_column_without_a_name_and_a_cell_is_left_out)
{
    check_columns("代码\t价格\t\nA\t1\t\nB\t2\t\n", "代码:text 价格:number");
    check_columns("a,,b\n1,,2\n", "a:number b:number");
}

TEST(a_second_column_of_one_name_is_numbered_and_told)
{
    cp_reading reading = read_text("日期,收盘,收盘,收盘_2,收盘\n2026-04-13,1,2,3,4\n");

    CHECK_STR(columns_of(&reading),
              "日期:date 收盘:number 收盘_3:number 收盘_2:number 收盘_4:number");
    CHECK_STR(findings_of(&reading),
              "data/t.csv:1:7: warning: a second column 收盘; it is called 收盘_3\n"
              "data/t.csv:1:15: warning: a second column 收盘; it is called 收盘_4");
    reading_free(&reading);
}

TEST(the_pack_can_say_what_a_column_is)
{
    cp_column_wish columns[] = {
        { .name = CP_STR("代码"), .type = CP_STR("text") },
        { .name = CP_STR("成交额(万元)"), .unit = CP_STR("亿元") },
        { .name = CP_STR("天"), .type = CP_STR("date") },
    };
    cp_read_wish wish = { .columns = columns, .column_count = 3 };
    cp_reading reading = read_wished(CP_STR("代码,成交额(万元),天\n1,5,20260413\n2,6,--\n"), &wish);

    CHECK_STR(columns_of(&reading), "代码:text 成交额:number[亿元] 天:date");
    CHECK_STR(cells_of(&reading, "代码"), "1|2");
    CHECK_STR(cells_of(&reading, "天"), "2026-04-13|");
    CHECK_STR(findings_of(&reading), "");
    reading_free(&reading);
}

TEST(a_wish_for_what_is_not_there_is_told_with_a_guess)
{
    cp_column_wish columns[] = {
        { .name = CP_STR("成交量"), .place = { "pack.yaml", 5, 9 } },
        { .name = CP_STR("成交额"), .type = CP_STR("numbr"), .place = { "pack.yaml", 6, 9 } },
    };
    cp_read_wish wish = { .columns = columns, .column_count = 2 };
    cp_reading reading = read_wished(CP_STR("日期,成交额\n2026-04-13,5\n"), &wish);

    CHECK(!reading.table);
    CHECK_STR(findings_of(&reading),
              "pack.yaml:5:9: error: no column '成交量' in data/t.csv; did you mean '成交额'?\n"
              "pack.yaml:6:9: error: no type 'numbr'; did you mean 'number'?");
    reading_free(&reading);
}

TEST(a_number_that_the_pack_calls_text_keeps_its_zeros_and_its_form)
{
    cp_column_wish column = { .name = CP_STR("x"), .type = CP_STR("text") };
    cp_read_wish wish = { .columns = &column, .column_count = 1 };
    cp_reading reading = read_wished(CP_STR("x,y\n1.50,1\n1e3,2\n"), &wish);

    CHECK_STR(cells_of(&reading, "x"), "1.50|1e3");
    reading_free(&reading);
}
