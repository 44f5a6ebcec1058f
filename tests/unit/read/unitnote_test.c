#include "test.h"

#include "reading.h"

static void check(const char *text, const char *columns, const char *findings)
{
    cp_reading reading = read_text(text);

    CHECK_STR(columns_of(&reading), columns);
    CHECK_STR(findings_of(&reading), findings);
    reading_free(&reading);
}

/* The unit that one column takes from a note, in brackets; "" for none. */
static void check_unit(const char *note, const char *column, const char *unit)
{
    cp_arena arena = { 0 };
    cp_reading reading
        = read_text(cp_printf(&arena, "%s,,\n日期,%s,余额(股)\n2026-04-13,2.1,26\n", note, column));

    CHECK_STR(columns_of(&reading),
              cp_printf(&arena, "日期:date %s:number%s 余额:number[股]", column, unit));
    reading_free(&reading);
    cp_arena_free(&arena);
}

TEST(a_unit_above_the_names_is_that_of_columns_without_one_and_is_told)
{
    check("两融余额\n单位：亿元,,\n日期,占比,余额,买入(万元)\n2026-04-13,2.1,26687,3\n",
          "日期:date 占比:number 余额:number[亿元] 买入:number[万元]",
          "data/t.csv:2:1: note: '单位：亿元' is taken as the unit of 余额 and not of 占比; say in "
          "pack.yaml where that is wrong: columns: {...: {unit: ...}}");
}

TEST(the_note_may_stand_behind_a_title_and_name_the_currency)
{
    check_unit("两融（单位：亿元）", "余额合计", "[亿元]");
    check_unit("(金额单位: 万元)", "余额合计", "[万元]");
    check_unit("单位:百万美元 币种：美元", "余额合计", "[百万美元]");
    check_unit("Unit: USD", "amount", "[USD]");
}

TEST(shares_and_ranks_take_no_unit_and_counts_none_of_money)
{
    check_unit("单位：亿元", "换手率", "");
    check_unit("单位：亿元", "市盈率(TTM)", "");
    check_unit("单位：亿元", "排名", "");
    check_unit("单位：亿元", "上涨家数", "");
    check_unit("单位：万户", "新增户数", "[万户]");
    check_unit("单位：亿元", "收盘价", "");
    check_unit("单位：元", "收盘价", "[元]");
    check_unit("单位：%", "同比", "[%]");
    check_unit("单位：%", "上涨家数", "");
}

TEST(two_units_in_one_note_or_in_two_are_given_to_nobody)
{
    static const char *const notes[]
        = { "单位：亿元/%,,", "单位：亿元，%,,", "单位：CPO,,", "单位：亿元,单位：万元," };

    for (size_t i = 0; i < sizeof notes / sizeof *notes; i++) {
        cp_arena arena = { 0 };
        cp_reading reading
            = read_text(cp_printf(&arena, "%s\n日期,a,b\n2026-04-13,2,3\n", notes[i]));

        CHECK_STR(columns_of(&reading), "日期:date a:number b:number");
        CHECK(strstr(findings_of(&reading), "is given to no column; say in pack.yaml which it is "
                                            "meant for: columns: {a, b: {unit: ...}}"));
        reading_free(&reading);
        cp_arena_free(&arena);
    }
}

TEST(cells_with_units_of_their_own_keep_them)
{
    check(
        "单位：亿元,,\n日期,a,b\n2026-04-13,12.3%,3\n2026-04-14,1.3%,1\n",
        "日期:date a:number% b:number[亿元]",
        "data/t.csv:1:1: note: '单位：亿元' is taken as the unit of b; say in pack.yaml where that "
        "is wrong: columns: {...: {unit: ...}}");
    check("单位：亿元,\n日期,a\n2026-04-13,1.2亿\n2026-04-14,3000万\n", "日期:date a:number", "");
}

TEST(a_unit_of_the_pack_wins_and_so_does_none)
{
    cp_column_wish columns[] = { { .name = CP_STR("a"), .unit = CP_STR("股") },
                                 { .name = CP_STR("b"), .unit = CP_STR("") } };
    cp_read_wish wish = { .columns = columns, .column_count = 2 };
    cp_reading reading
        = read_wished(CP_STR("单位：亿元,,,\n日期,a,b,c\n2026-04-13,2,3,4\n"), &wish);

    CHECK_STR(columns_of(&reading), "日期:date a:number[股] b:number c:number[亿元]");
    reading_free(&reading);
}

TEST(a_note_above_the_header_that_the_pack_names_counts_too)
{
    cp_read_wish wish = { .header = 3 };
    cp_reading reading = read_wished(CP_STR("两融\n单位：亿元\n日期,余额\n2026-04-13,3\n"), &wish);

    CHECK_STR(columns_of(&reading), "日期:date 余额:number[亿元]");
    reading_free(&reading);
}
