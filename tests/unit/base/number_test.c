#include "base/number.h"

#include "test.h"

#define LENGTH(array) (sizeof(array) / sizeof *(array))

TEST(cells_are_numbers_in_the_shapes_of_exports)
{
    static const struct {
        const char *cell;
        double value;
        const char *unit;
        int decimals;
    } cases[] = {
        { "23489", 23489, "", 0 },
        { "-0.53", -0.53, "", 2 },
        { "+5.15%", 0.0515, "%", 2 },
        { "12.3%", 0.123, "%", 1 },
        { "0.65‰", 0.00065, "‰", 2 },
        { "1,234.5", 1234.5, "", 1 },
        { "1,234,567", 1234567, "", 0 },
        { "1,2345,6789", 123456789, "", 0 },
        { "(2.40)", -2.4, "", 2 },
        { "（2.4%）", -0.024, "%", 1 },
        { "(2.4)%", -0.024, "%", 1 },
        { "−3", -3, "", 0 },
        { "1e-3", 0.001, "", 0 },
        { "1.5E+2", 150, "", 1 },
        { "1.2亿", 120000000, "亿", 1 },
        { "0.1亿", 10000000, "亿", 1 },
        { "3,400万", 34000000, "万", 0 },
        { "303.56亿元", 30356000000, "亿元", 2 },
        { "4.25万亿元", 4250000000000, "万亿元", 2 },
        { "1.2 亿元", 120000000, "亿元", 1 },
        { "55600股", 55600, "股", 0 },
        { "35bp", 0.0035, "bp", 0 },
        { "62640↓", 62640, "", 0 },
        { "+5.15% ↑", 0.0515, "%", 2 },
        { "１２３．４％", 1.234, "％", 1 },
        { "－１，２３４", -1234, "", 0 },
        { "\xE3\x80\x80 7.5\xC2\xA0", 7.5, "", 1 },
        { ".5", 0.5, "", 1 },
        { "5.", 5, "", 0 },
        { "-0", 0, "", 0 },
        { "000001", 1, "", 0 },
    };

    for (size_t i = 0; i < LENGTH(cases); i++) {
        cp_arena arena = { 0 };
        cp_quantity found = { -999, { 0 }, -1 };

        CHECK(cp_quantity_parse(cp_str_from(cases[i].cell), &found));
        CHECK_NEAR(found.value, cases[i].value, 0);
        CHECK_STR(cp_str_z(&arena, found.unit), cases[i].unit);
        CHECK_INT(found.decimals, cases[i].decimals);
        cp_arena_free(&arena);
    }
}

TEST(cells_of_other_shapes_are_no_numbers)
{
    static const char *const cells[] = {
        "",         " ",     "12,3x",     "1.2.3",      "1,23",      "12,34,567",     "1,234,5678",
        "1234,567", "0,123", ",123",      "2026-04-13", "2026/4/13", "2026年4月13日", "4月",
        "3月",      "10年",  "7天",       "3连板2天",   "--5",       "- 5",           "1 234",
        "(2.4",     "2.4)",  "(-2.4)",    "-(2.4)",     "()",        "(%)",           "%",
        "亿",       "12x",   "688180.SH", "0x10",       "nan",       "inf",           "1e",
        "1e400",    "-",     ".",         "-.",         "1.2亿x",    "贵州茅台",      "1\xFF",
        "5%%",      "3/4",   "12:30",     "1,",         "\xEF\xBC",  "(1)(2)",        "1e-400",
        "1e-323%",
    };

    for (size_t i = 0; i < LENGTH(cells); i++) {
        cp_quantity found;

        if (cp_quantity_parse(cp_str_from(cells[i]), &found))
            cp_test_fault(__FILE__, __LINE__, "'%s' became %g", cells[i], found.value);
    }
}

TEST(long_numbers_are_rounded_once)
{
    cp_quantity found;
    char long_half[1000] = "9007199254740993";

    CHECK(cp_quantity_parse(CP_STR("12345678901234567890123.5"), &found));
    CHECK_NEAR(found.value, 12345678901234567890123.5, 0);
    CHECK(cp_quantity_parse(CP_STR("0.1000000000000000055511151231257827021181583404541015625"),
                            &found));
    CHECK_NEAR(found.value, 0.1, 0);
    CHECK(cp_quantity_parse(CP_STR("100000000000000000000亿"), &found));
    CHECK_NEAR(found.value, 1e28, 0);
    CHECK(cp_quantity_parse(CP_STR("0.00000000000000000000000000000001"), &found));
    CHECK_NEAR(found.value, 1e-32, 0);
    CHECK(cp_quantity_parse(CP_STR("5e-324"), &found));
    CHECK(found.value > 0);
    CHECK(cp_quantity_parse(CP_STR("0e-400"), &found));
    CHECK_NEAR(found.value, 0, 0);

    /* A tie goes to the even double, unless the 900th digit behind says more. */
    long_half[16] = '.';
    memset(long_half + 17, '0', 900);
    CHECK(cp_quantity_parse(cp_str_from(long_half), &found));
    CHECK_NEAR(found.value, 9007199254740992, 0);
    long_half[917] = '1';
    CHECK(cp_quantity_parse(cp_str_from(long_half), &found));
    CHECK_NEAR(found.value, 9007199254740994, 0);
}

TEST(programs_write_plain_decimals)
{
    static const char *const wrong[]
        = { "",      "1,234", "12%", " 1", "1 ", "nan", "inf",     "0x10",    "１",
            "1e400", "(1)",   "+",   "e5", "1e", "1e+", "-1e-400", "0.1e-400" };
    double value = 0;

    CHECK(cp_number_parse(CP_STR("-1.5e3"), &value));
    CHECK_NEAR(value, -1500, 0);
    CHECK(cp_number_parse(CP_STR("+.25"), &value));
    CHECK_NEAR(value, 0.25, 0);
    for (size_t i = 0; i < LENGTH(wrong); i++)
        if (cp_number_parse(cp_str_from(wrong[i]), &value))
            cp_test_fault(__FILE__, __LINE__, "'%s' became %g", wrong[i], value);
}

TEST(a_negative_zero_is_zero)
{
    cp_quantity found;
    double value;

    CHECK(cp_quantity_parse(CP_STR("-0.00"), &found) && !signbit(found.value));
    CHECK(cp_quantity_parse(CP_STR("(0)"), &found) && !signbit(found.value));
    CHECK(cp_number_parse(CP_STR("-0e5"), &value) && !signbit(value));
}

TEST(digits_beyond_those_a_number_keeps_are_no_number)
{
    CHECK(cp_loses_digits(CP_STR("9007199254740993"), 9007199254740993.0));
    CHECK(cp_loses_digits(CP_STR("12345678901234567890"), 12345678901234567890.0));
    CHECK(!cp_loses_digits(CP_STR("9007199254740992"), 9007199254740992.0));
    CHECK(!cp_loses_digits(CP_STR("123456789012345000"), 123456789012345000.0));
    CHECK(!cp_loses_digits(CP_STR("0.12345678901234567890"), 0.12345678901234567890));
}

TEST(codes_have_leading_zeros)
{
    CHECK(cp_is_code(CP_STR("000001")));
    CHECK(cp_is_code(CP_STR(" 0700 ")));
    CHECK(!cp_is_code(CP_STR("0")));
    CHECK(!cp_is_code(CP_STR("600519")));
    CHECK(!cp_is_code(CP_STR("0.5")));
    CHECK(!cp_is_code(CP_STR("")));
}

TEST(exports_have_many_words_for_nothing)
{
    static const char *const missing[]
        = { "",    "  ",   "-",  "--",  "---", "—",    "——",   "－",   "−",    "–",
            "N/A", "#N/A", "NA", "nan", "NaN", "None", "null", "NULL", " -- ", "\xE3\x80\x80" };
    static const char *const present[] = { "0", "-5", "—5", "nano", "无", "N", "#N/A!", "a-" };

    for (size_t i = 0; i < LENGTH(missing); i++)
        if (!cp_is_missing(cp_str_from(missing[i])))
            cp_test_fault(__FILE__, __LINE__, "'%s' is not taken for missing", missing[i]);
    for (size_t i = 0; i < LENGTH(present); i++)
        if (cp_is_missing(cp_str_from(present[i])))
            cp_test_fault(__FILE__, __LINE__, "'%s' is taken for missing", present[i]);
    CHECK(cp_is_missing((cp_str){ 0 }));
}

TEST(shifting_the_point_rounds_once)
{
    CHECK_NEAR(cp_shift(23489, -4), 2.3489, 0);
    CHECK_NEAR(cp_shift(0.1, 8), 1e7, 0);
    CHECK_NEAR(cp_shift(7, 0), 7, 0);
    CHECK_NEAR(cp_shift(1, 300) / 1e300, 1, 1e-14);
    CHECK(isnan(cp_shift(NAN, 3)));
}

TEST(plain_text_is_the_shortest_that_reads_back)
{
    static const struct {
        double value;
        const char *text;
    } cases[] = {
        { 0.1, "0.1" },
        { 23489, "23489" },
        { 1e20, "1e+20" },
        { -0.0, "0" },
        { -2.5, "-2.5" },
        { 0.1 + 0.2, "0.30000000000000004" },
        { 1e-5, "0.00001" },
        { 1.5e-6, "1.5e-06" },
        { 12345678901234567890.0, "12345678901234567000" },
        { 5e-324, "5e-324" },
        { NAN, "" },
        { -INFINITY, "-inf" },
        { 1.7976931348623157e308, "1.7976931348623157e+308" },
    };
    cp_arena arena = { 0 };

    for (size_t i = 0; i < LENGTH(cases); i++)
        CHECK_STR(cp_str_z(&arena, cp_number_plain(&arena, cases[i].value)), cases[i].text);
    cp_arena_free(&arena);
}
