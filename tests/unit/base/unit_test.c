#include "base/unit.h"

#include "test.h"

#define LENGTH(array) (sizeof(array) / sizeof *(array))

TEST(a_unit_is_a_power_of_ten_of_a_base)
{
    static const struct {
        const char *text;
        int power;
        const char *base;
    } cases[] = {
        { "元", 0, "元" },         { "亿元", 8, "元" },
        { "万户", 4, "户" },       { "百万", 6, "" },
        { "千亿", 11, "" },        { "万亿元", 12, "元" },
        { "%", -2, "" },           { "％", -2, "" },
        { "‰", -3, "" },           { "BP", -4, "" },
        { "基点", -4, "" },        { "百分点", -2, "" },
        { "点", 0, "点" },         { "美元/桶", 0, "美元/桶" },
        { "万元/吨", 4, "元/吨" }, { "亿元人民币", 8, "元" },
        { "亿美元", 8, "美元" },   { "", 0, "" },
        { " 亿元 ", 8, "元" },
    };
    cp_arena arena = { 0 };

    for (size_t i = 0; i < LENGTH(cases); i++) {
        cp_unit unit = cp_unit_parse(cp_str_from(cases[i].text));

        CHECK_INT(unit.power, cases[i].power);
        CHECK_STR(cp_str_z(&arena, unit.base), cases[i].base);
    }
    cp_arena_free(&arena);
}

TEST(units_convert_within_their_base)
{
    static const struct {
        const char *from, *to;
        int power;
    } cases[] = {
        { "元", "亿元", -8 }, { "亿元", "万元", 4 }, { "亿", "亿元", 0 },    { "", "亿元", -8 },
        { "亿元", "亿", 0 },  { "", "%", 2 },        { "%", "bp", 2 },       { "%", "", -2 },
        { "户", "万户", -4 }, { "", "", 0 },         { "百万", "亿元", -2 },
    };
    int power;

    for (size_t i = 0; i < LENGTH(cases); i++) {
        power = 99;
        CHECK(cp_unit_convert(cp_str_from(cases[i].from), cp_str_from(cases[i].to), &power));
        CHECK_INT(power, cases[i].power);
    }
    CHECK(!cp_unit_convert(CP_STR("元"), CP_STR("户"), &power));
    CHECK(!cp_unit_convert(CP_STR("元"), CP_STR("美元"), &power));
    CHECK(!cp_unit_convert(CP_STR("%"), CP_STR("亿元"), &power));
    CHECK(!cp_unit_convert(CP_STR("%"), CP_STR("亿"), &power));
    CHECK(!cp_unit_convert(CP_STR("元"), CP_STR("%"), &power));
}

TEST(a_header_ends_with_its_unit_in_brackets)
{
    static const struct {
        const char *header, *name, *unit;
    } cases[] = {
        { "成交额(亿元)", "成交额", "亿元" },
        { "收益率（%）", "收益率", "%" },
        { "成交量[股]", "成交量", "股" },
        { "成交额(百万)", "成交额", "百万" },
        { " 油价 (美元/桶) ", "油价", "美元/桶" },
        { "余额(单位：亿元)", "余额", "亿元" },
        { "A股(沪市)成交额(亿元)", "A股(沪市)成交额", "亿元" },
        { "期限【年】", "期限", "年" },
        { "(亿元)", "", "亿元" },
    };
    cp_arena arena = { 0 };

    for (size_t i = 0; i < LENGTH(cases); i++) {
        cp_str name, unit;

        CHECK(cp_unit_split(cp_str_from(cases[i].header), &name, &unit));
        CHECK_STR(cp_str_z(&arena, name), cases[i].name);
        CHECK_STR(cp_str_z(&arena, unit), cases[i].unit);
    }
    cp_arena_free(&arena);
}

TEST(brackets_without_a_unit_belong_to_the_name)
{
    static const char *const headers[]
        = { "光模块(CPO)", "市盈率(TTM)", "成交额",  "()", "指数(贵州)",
            "成交额(亿元", "亿元)",       "(万科A)", "",   "预告日期[20240630]",
            "比值(元/)" };
    cp_arena arena = { 0 };

    for (size_t i = 0; i < LENGTH(headers); i++) {
        cp_str name, unit;

        CHECK(!cp_unit_split(cp_str_from(headers[i]), &name, &unit));
        CHECK_STR(cp_str_z(&arena, name), headers[i]);
        CHECK_INT(unit.size, 0);
    }
    cp_arena_free(&arena);
}

TEST(words_of_time_make_a_cell_a_label)
{
    CHECK(cp_unit_in_cell(CP_STR("股")) && cp_unit_in_cell(CP_STR("元/日")));
    CHECK(cp_unit_known(CP_STR("年")) && !cp_unit_in_cell(CP_STR("年")));
    CHECK(!cp_unit_in_cell(CP_STR("个月")) && !cp_unit_in_cell(CP_STR("x")));
    CHECK(!cp_unit_in_cell(CP_STR("")) && !cp_unit_known(CP_STR("")));
}
