#include "fixture.h"

#include "plot/axis.h"

/* The words of the left axis's ticks, from the bottom up. */
static const char *ticks(const char *spec, const char *csv, int intervals, int side)
{
    static char words[400];
    fixture f;
    cp_y_ticks made[2];

    begin(&f, spec, csv);
    with_fonts(&f);
    CHECK(f.bound);
    cp_y_ticks_make(&f.page, &f.plot, &f.looks, intervals, 0, made);
    words[0] = '\0';
    for (size_t i = 0; i < made[side].count; i++)
        snprintf(words + strlen(words), sizeof(words) - strlen(words), "%s" CP_FMT,
                 i > 0 ? " " : "", CP_ARG(made[side].words[i]));
    end(&f);
    return words;
}

TEST(ticks_have_the_decimals_they_need_and_separators)
{
    CHECK_STR(ticks("x: d\nmarks: [{bar: v}]", "d,v\n2026-04-17,26000\n", 3, 0),
              "0 10,000 20,000 30,000");
    CHECK_STR(ticks("x: d\nmarks: [{line: v}]", "d,v\n2026-04-16,-0.31\n2026-04-17,0.32\n", 4, 0),
              "−0.4 −0.2 0.0 0.2 0.4");
}

TEST(very_small_and_very_large_ticks_are_written_with_exponents)
{
    CHECK_STR(
        ticks("x: d\ny: {domain: [0, 4e-12]}\nmarks: [{line: v}]", "d,v\n2026-04-17,0\n", 2, 0),
        "0 2e-12 4e-12");
    CHECK_STR(ticks("x: d\nmarks: [{bar: v}]", "d,v\n2026-04-17,2e30\n", 2, 0), "0 1e+30 2e+30");
}

TEST(ticks_closer_than_decimals_can_tell_are_told_apart)
{
    CHECK_STR(ticks("x: d\nmarks: [{line: v}]", "d,v\n2026-04-16,0\n2026-04-17,9e-8\n", 4, 0),
              "0 2.5e-8 5e-8 7.5e-8 1e-7");
    CHECK_STR(ticks("x: d\nmarks: [{line: v}]", "d,v\n2026-04-16,1.0001e-6\n2026-04-17,1.0099e-6\n",
                    4, 0),
              "0.000001 0.0000010025 0.000001005 0.0000010075 0.00000101");
}

TEST(fractions_read_as_percent)
{
    CHECK_STR(ticks("x: d\nmarks: [{bar: v}]", "d,v\n2026-04-16,-3.5%\n2026-04-17,1.9%\n", 3, 0),
              "−4% −2% 0% 2%");
}

TEST(a_format_that_would_make_ticks_alike_gets_fewer_ticks)
{
    CHECK_STR(ticks("x: d\ny: {format: \".0f\"}\nmarks: [{line: v}]",
                    "d,v\n2026-04-16,1\n2026-04-17,3\n", 6, 0),
              "1 2 3");
}

TEST(a_format_without_the_decimals_of_any_ticks_gives_way)
{
    CHECK_STR(ticks("x: d\ny: {breaks: [0.11, 0.115, 0.12], format: \".0%\"}\nmarks: [{line: v}]",
                    "d,v\n2026-04-16,11%\n2026-04-17,12%\n", 3, 0),
              "11.0% 11.5% 12.0%");
}

TEST(a_domain_is_kept_and_ticks_stand_on_round_numbers_within)
{
    CHECK_STR(ticks("x: d\ny: {domain: [3, 27]}\nmarks: [{line: v}]",
                    "d,v\n2026-04-16,11\n2026-04-17,12\n", 5, 0),
              "5 10 15 20 25");
}

TEST(two_axes_have_as_many_intervals_and_share_a_zero_they_both_cross)
{
    const char *spec = "x: d\nmarks: [{bar: a}, {line: b, axis: right}]";
    const char *csv = "d,a,b\n2026-04-16,-3800,-1.7%\n2026-04-17,3900,1.9%\n";

    CHECK_STR(ticks(spec, csv, 4, 0), "−4,000 −2,000 0 2,000 4,000");
    CHECK_STR(ticks(spec, csv, 4, 1), "−2% −1% 0% 1% 2%");
}

TEST(align_zero_brings_both_zeros_to_one_height)
{
    const char *spec = "x: d\ny: {align: zero}\nmarks: [{line: a}, {line: b, axis: right}]";
    const char *csv = "d,a,b\n2026-04-16,-10,3\n2026-04-17,30,5\n";

    CHECK_STR(ticks(spec, csv, 4, 0), "−10 0 10 20 30");
    CHECK_STR(ticks(spec, csv, 4, 1), "−2 0 2 4 6");
}

TEST(a_value_needs_no_more_decimals_than_it_has)
{
    CHECK_INT(cp_decimals_needed(23489, 4), 0);
    CHECK_INT(cp_decimals_needed(0.3, 4), 1);
    CHECK_INT(cp_decimals_needed(0.1 + 0.2, 4), 1);
    CHECK_INT(cp_decimals_needed(1.0 / 3, 4), 4);
    CHECK_INT(cp_decimals_needed(-2.25, 4), 2);
}

TEST(the_smallest_axis_still_has_an_interval)
{
    fixture f;

    begin(&f, "x: d\nmarks: [{bar: v}]", "d,v\n2026-04-17,26000\n");
    CHECK_INT(cp_y_intervals(f.style, 0), 1);
    CHECK(cp_y_intervals(f.style, 1e6) <= 10);
    end(&f);
}

static const char *x_ticks(const char *spec, const char *csv, double width)
{
    static char words[400];
    fixture f;
    cp_x_ticks made;

    begin(&f, spec, csv);
    with_fonts(&f);
    made = cp_x_ticks_make(&f.page, &f.plot, &f.looks, 0, width, 0, width);
    words[0] = '\0';
    for (size_t i = 0; i < made.count; i++)
        for (size_t line = 0; line < cp_text_lines(made.label[i]); line++)
            snprintf(words + strlen(words), sizeof(words) - strlen(words), "%s" CP_FMT,
                     line > 0 ? "/"
                     : i > 0  ? " "
                              : "",
                     CP_ARG(cp_text_line_slice(made.label[i], line)));
    end(&f);
    return words;
}

TEST(names_break_into_even_lines_before_any_is_left_out)
{
    const char *spec = "x: k\nmarks: [{bar: v}]";
    const char *csv = "k,v\n商业航天,1\n锂矿,2\n数据要素,3\n银行精选,4\n";

    CHECK_STR(x_ticks(spec, csv, 200), "商业航天 锂矿 数据要素 银行精选");
    CHECK_STR(x_ticks(spec, csv, 120), "商业/航天 锂矿 数据/要素 银行/精选");
    CHECK_STR(x_ticks(spec, csv, 78), "商业航天 银行精选");
    CHECK_STR(x_ticks(spec, csv, 30), "");
}

TEST(names_too_long_for_any_lines_are_cut)
{
    const char *csv
        = "k,v\n数据要素流通与数据资产入表相关服务,1\n面向工业场景的通用机器人本体与平台,2\n";

    CHECK_STR(x_ticks("x: k\nmarks: [{bar: v}]", csv, 84), "数据要… 面向工…");
}

TEST(numbers_along_x_are_round_and_stand_apart)
{
    CHECK_STR(x_ticks("x: n\nmarks: [{dot: v}]", "n,v\n0.4,1\n3.7,2\n", 90), "0 1 2 3 4");
    CHECK_STR(
        x_ticks("x: {field: n, format: \".1f\"}\nmarks: [{dot: v}]", "n,v\n0.4,1\n3.7,2\n", 60),
        "0.0 2.0 4.0");
}

TEST(days_are_written_as_the_spec_wants)
{
    CHECK_STR(x_ticks("x: {field: d, format: \"%m/%d\"}\nmarks: [{line: v}]",
                      "d,v\n2026-04-16,1\n2026-04-17,2\n", 200),
              "04/16 04/17");
}

/* Months, quarters or years from the start of 2018, with a bar each. */
static const char *period_ticks(int count, int months, double width)
{
    cp_arena arena = { 0 };
    const char *csv = "d,v\n", *words;

    for (int i = 0; i < count; i++) {
        int month = i * months;

        csv = cp_printf(&arena, "%s%d-%02d-01,%d\n", csv, 2018 + month / 12, month % 12 + 1, i + 1);
    }
    words = x_ticks("x: d\nmarks: [{bar: v}]", csv, width);
    cp_arena_free(&arena);
    return words;
}

TEST(months_quarters_and_years_have_a_label_each_or_five_to_eight)
{
    static const struct {
        int count, months;
        const char *labels;
    } bands[] = {
        { 12, 1, "2018年1月 2月 3月 4月 5月 6月 7月 8月 9月 10月 11月 12月" },
        { 14, 1, "2018年1月 3月 5月 7月 9月 11月 2019年1月" },
        { 24, 1, "2018年1月 4月 7月 10月 2019年1月 4月 7月 10月" },
        { 36, 1, "2018年1月 7月 2019年1月 7月 2020年1月 7月" },
        { 48, 1, "2018年1月 7月 2019年1月 7月 2020年1月 7月 2021年1月 7月" },
        { 96, 1,
          "2018年1月 2019年1月 2020年1月 2021年1月 2022年1月 2023年1月 2024年1月 2025年1月" },
        { 12, 3,
          "2018Q1 2018Q2 2018Q3 2018Q4 2019Q1 2019Q2 2019Q3 2019Q4 2020Q1 2020Q2 2020Q3 2020Q4" },
        { 16, 3, "2018Q1 2018Q3 2019Q1 2019Q3 2020Q1 2020Q3 2021Q1 2021Q3" },
        { 32, 3, "2018Q1 2019Q1 2020Q1 2021Q1 2022Q1 2023Q1 2024Q1 2025Q1" },
        { 9, 12, "2018 2019 2020 2021 2022 2023 2024 2025 2026" },
        { 20, 12, "2019 2022 2025 2028 2031 2034 2037" },
        { 60, 12, "2020 2030 2040 2050 2060 2070" },
    };

    for (size_t i = 0; i < sizeof bands / sizeof *bands; i++)
        CHECK_STR(period_ticks(bands[i].count, bands[i].months, 700), bands[i].labels);
}
