#include "apart.h"

/* A spec, its rows, and the one finding about it. */
typedef struct mistake {
    const char *spec, *csv, *finding;
} mistake;

static void check_mistakes(const mistake *mistakes, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        fixture f;

        begin(&f, mistakes[i].spec, mistakes[i].csv);
        CHECK(!f.bound);
        CHECK_STR(first_finding(&f), mistakes[i].finding);
        end(&f);
    }
}

TEST(mistakes_of_marks_are_told_at_their_place)
{
    static const mistake mistakes[] = {
        { "x: 日期\nmarks:\n  - {line: 周均成交}", "日期,周均\n2026-04-17,1\n",
          "c.yaml:3:12: error: no column '周均成交' in the result of `data`; did you mean "
          "'周均'?" },
        { "x: 日期\nmarks:\n  - {bar: 名}", "日期,名\n2026-04-17,甲\n",
          "c.yaml:3:11: error: column 名 is a text, bar needs numbers" },
        { "x: 日期\nmarks: [{line: 值}]", "日期,值,b\n2026-04-17,,1\n2026-04-16,,1\n",
          "c.yaml:2:16: error: column 值 holds no number" },
        { "x: 日期\nmarks: [{line: 值, color: upp}]", "日期,值\n2026-04-17,1\n",
          "c.yaml:2:26: error: 'upp' is neither a colour nor a column; did you mean 'up'?" },
        { "x: 日期\nmarks: [{rule: 高位}]", "日期,值\n2026-04-17,1\n",
          "c.yaml:2:16: error: '高位' is neither a number nor a place of x" },
        { "x: 日期\nmarks: [{line: 值}, {rule: 3000万股}]", "日期,值(亿元)\n2026-04-17,1\n",
          "c.yaml:2:27: error: '3000万股' cannot be shown in 亿元" },
        { "x: 日期\nmarks: [{rule: 2026-04-18}]", "日期,值\n2026-04-17,1\n",
          "c.yaml:2:16: error: 2026-04-18 is not within x, 2026-04-17 to 2026-04-17" },
        { "x: 日期\nmarks: [{line: 值}]", "日期,类,值\n2026-04-17,a,1\n2026-04-17,b,2\n",
          "c.yaml:2:16: error: column 值 has more than one row for 2026-04-17; group them in "
          "`sql`, or split them with `color: a column`" },
        { "x: n\nmarks: [{bar: [a, b], stack: true}]", "n,a,b\nx,1,3\n",
          "c.yaml:2:30: error: `stack` and `base` both say where 'b' begins; expected one" },
    };

    check_mistakes(mistakes, sizeof(mistakes) / sizeof(*mistakes));
}

TEST(mistakes_of_axes_are_told_at_their_place)
{
    static const mistake mistakes[] = {
        { "x: {field: 名, scale: days}\nmarks: [{line: 值}]", "名,值\n甲,1\n",
          "c.yaml:1:22: error: column 名 is a text, scale 'days' needs a date" },
        { "x: {field: 日期, format: \"%Q\"}\nmarks: [{line: 值}]", "日期,值\n2026-04-17,1\n",
          "c.yaml:1:24: error: '%Q' is no date format: '%Q'" },
        { "x: {field: 日期, domain: [2027-01-01, 2027-02-01]}\nmarks: [{line: 值}]",
          "日期,值\n2026-04-17,1\n", "c.yaml:1:12: error: no row has a 日期 to draw" },
        { "x: 日期\ny: {unit: 户}\nmarks: [{line: 值}]", "日期,值(亿元)\n2026-04-17,1\n",
          "c.yaml:2:11: error: column 值 is in 亿元, which cannot be shown in 户" },
        { "x: 日期\nmarks: [{line: 甲}, {line: 乙}]", "日期,甲(亿元),乙(万户)\n2026-04-17,1,2\n",
          "c.yaml:2:27: error: column 乙 is in 万户, its axis in 亿元: they need an axis each "
          "(`axis: right`)" },
        { "x: 日期\ny: {format: \".1%\"}\nmarks: [{line: 值}]", "日期,值(亿元)\n2026-04-17,1\n",
          "c.yaml:2:13: error: a percent format writes fractions, but the numbers are in 亿元" },
    };

    check_mistakes(mistakes, sizeof(mistakes) / sizeof(*mistakes));
}

TEST(all_marks_are_checked_in_one_run)
{
    fixture f;

    begin(&f, "x: 日期\nmarks: [{line: 甲}, {line: 乙}, {bar: 丙}]", "日期,值\n2026-04-17,1\n");
    CHECK_INT(f.report.errors, 3);
    end(&f);
}

TEST(newest_first_rows_come_out_in_the_order_of_time)
{
    fixture f;

    begin(&f, "x: 日期\nmarks: [{line: 值}]",
          "日期,值\n2026-04-17,3\n2026-04-16,2\n2026-04-15,1\n");
    CHECK(f.bound);
    CHECK_STR(numbers(&f, f.plot.series[0].x, 3), "0 1 2");
    CHECK_STR(numbers(&f, f.plot.series[0].y, 3), "1 2 3");
    end(&f);
}

TEST(a_day_without_a_row_takes_no_step_and_one_without_a_value_does)
{
    fixture f;

    begin(&f, "x: 日期\nmarks: [{line: 值}]",
          "日期,值\n2026-04-03,1\n2026-04-07,--\n2026-04-08,3\n");
    CHECK_INT(f.plot.x.scale.kind, CP_SCALE_DAYS);
    CHECK_INT(f.plot.x.scale.count, 3);
    CHECK_STR(numbers(&f, f.plot.series[0].y, 3), "1 - 3");
    end(&f);
}

TEST(the_type_of_x_chooses_its_scale_and_the_spec_may_choose_another)
{
    fixture f;

    begin(&f, "x: n\nmarks: [{dot: v}]", "n,v\n3,1\n1,2\n");
    CHECK_INT(f.plot.x.scale.kind, CP_SCALE_LINEAR);
    CHECK_STR(numbers(&f, f.plot.series[0].x, 2), "1 3");
    end(&f);
    begin(&f, "x: {field: n, scale: band}\nmarks: [{bar: v}]", "n,v\n3,1\n1,2\n");
    CHECK_INT(f.plot.x.scale.kind, CP_SCALE_BAND);
    CHECK(cp_str_is(f.plot.x.scale.names[0], "3"));
    end(&f);
    begin(&f, "x: {field: d, scale: time}\nmarks: [{line: v}]",
          "d,v\n2026-04-03,1\n2026-04-07,2\n");
    CHECK_INT(f.plot.x.scale.kind, CP_SCALE_TIME);
    CHECK_NEAR(f.plot.x.least, 4, 0);
    end(&f);
}

TEST(a_column_comes_to_the_unit_of_its_axis)
{
    fixture f;

    begin(&f, "x: d\ny: {unit: 亿元}\nmarks: [{line: v}]", "d,v(万元)\n2026-04-17,12345\n");
    CHECK_STR(numbers(&f, f.plot.series[0].y, 1), "1.2345");
    CHECK(cp_str_is(f.plot.y[0].head, "亿元"));
    end(&f);
}

TEST(percent_cells_and_percent_columns_meet_on_one_axis)
{
    fixture f;

    begin(&f, "x: d\nmarks: [{line: a}, {line: b}]", "d,a,b(%)\n2026-04-17,5.1%,5.1\n");
    CHECK(f.bound && f.plot.y[0].fraction);
    CHECK_STR(numbers(&f, f.plot.series[0].y, 1), "0.051");
    CHECK_STR(numbers(&f, f.plot.series[1].y, 1), "0.051");
    end(&f);
    begin(&f, "x: d\ny: {unit: \"%\"}\nmarks: [{line: a}, {line: b}]",
          "d,a,b(%)\n2026-04-17,5.1%,5.1\n");
    CHECK_STR(numbers(&f, f.plot.series[0].y, 1), "5.1");
    CHECK_STR(numbers(&f, f.plot.series[1].y, 1), "5.1");
    end(&f);
}

TEST(a_percent_format_never_shows_510_percent_for_5_1)
{
    fixture f;

    begin(&f, "x: d\nmarks: [{line: b, format: \".1%\"}]", "d,b(%)\n2026-04-17,5.1\n");
    CHECK(f.plot.y[0].fraction);
    CHECK_STR(numbers(&f, f.plot.series[0].y, 1), "0.051");
    end(&f);
}

TEST(bare_numbers_as_large_as_the_unit_are_doubted)
{
    fixture f;

    begin(&f, "x: d\ny: {unit: 亿元}\nmarks: [{line: v}]", "d,v\n2026-04-17,2348900000000\n");
    CHECK(f.bound);
    CHECK_STR(first_finding(&f),
              "c.yaml:2:11: warning: column v has no unit of its own and its numbers are taken "
              "to be in 亿元 already");
    end(&f);
}

TEST(numbers_with_magnitudes_in_their_cells_come_to_the_unit_of_the_axis)
{
    fixture f;

    begin(&f, "x: d\ny: {unit: 亿元}\nmarks: [{line: v}]",
          "d,v\n2026-04-16,1.2亿\n2026-04-17,500万\n");
    CHECK_STR(numbers(&f, f.plot.series[0].y, 2), "1.2 0.05");
    CHECK_STR(first_finding(&f), "");
    end(&f);
}

TEST(a_long_column_splits_a_mark_into_series)
{
    fixture f;

    begin(&f, "x: d\nmarks: [{line: v, color: k}]",
          "d,k,v\n2026-04-16,乙,1\n2026-04-16,甲,2\n2026-04-17,甲,3\n2026-04-17,乙,4\n");
    CHECK_INT(f.plot.series_count, 2);
    CHECK(cp_str_is(f.plot.series[0].name, "乙"));
    CHECK_STR(numbers(&f, f.plot.series[0].y, 2), "1 4");
    CHECK_STR(numbers(&f, f.plot.series[1].y, 2), "2 3");
    CHECK(!cp_color_eq(f.plot.series[0].color, f.plot.series[1].color));
    end(&f);
}

TEST(bars_stand_side_by_side_unless_they_never_meet)
{
    fixture f;

    begin(&f, "x: k\nmarks: [{bar: a}, {bar: b}, {bar: c}]", "k,a,b,c\n甲,1,2,-1\n乙,3,4,-2\n");
    CHECK_INT(f.plot.slots, 2);
    CHECK_INT(f.plot.series[1].slot, 1);
    CHECK_INT(f.plot.series[2].slot, 0);
    end(&f);
}

TEST(a_stack_grows_from_zero_up_and_down)
{
    fixture f;

    begin(&f, "x: k\nmarks: [{bar: a, stack: true}, {bar: b, stack: true}, {bar: c, stack: true}]",
          "k,a,b,c\n甲,1,-2,4\n乙,,5,-1\n");
    CHECK_INT(f.plot.slots, 1);
    CHECK_STR(numbers(&f, f.plot.series[1].base, 2), "0 0");
    CHECK_STR(numbers(&f, f.plot.series[1].y, 2), "-2 5");
    CHECK_STR(numbers(&f, f.plot.series[2].base, 2), "1 0");
    CHECK_STR(numbers(&f, f.plot.series[2].y, 2), "5 -1");
    CHECK_NEAR(f.plot.y[0].low, -2, 0);
    CHECK_NEAR(f.plot.y[0].high, 5, 0);
    end(&f);
}

TEST(bars_bring_zero_onto_their_axis_and_lines_do_not)
{
    fixture f;

    begin(&f, "x: k\nmarks: [{bar: a}, {line: b, axis: right}]", "k,a,b\n甲,5,7\n乙,6,8\n");
    CHECK_NEAR(f.plot.y[0].low, 0, 0);
    CHECK_NEAR(f.plot.y[1].low, 7, 0);
    end(&f);
}

TEST(bars_under_a_line_are_pale)
{
    fixture f;

    begin(&f, "x: k\nmarks: [{bar: a}, {line: b}]", "k,a,b\n甲,5,7\n");
    CHECK(cp_color_eq(f.plot.series[0].color, f.style->chart.under));
    CHECK(cp_color_eq(f.plot.series[1].color, f.style->chart.palette.item[0]));
    end(&f);
    begin(&f, "x: k\nmarks: [{bar: a, color: sign}, {line: b}]", "k,a,b\n甲,5,7\n");
    CHECK(cp_color_eq(f.plot.series[0].below, f.style->chart.down_pale));
    end(&f);
}

TEST(a_rule_is_a_level_of_y_or_a_place_of_x)
{
    fixture f;

    begin(&f, "x: d\nmarks: [{line: v}, {rule: 80%}, {rule: 2026-04-17}]",
          "d,v\n2026-04-16,50%\n2026-04-17,60%\n");
    CHECK_NEAR(f.plot.series[1].y[0], 0.8, 0);
    CHECK(isnan(f.plot.series[1].x[0]));
    CHECK_NEAR(f.plot.series[2].x[0], 1, 0);
    CHECK_NEAR(f.plot.y[0].high, 0.8, 0);
    end(&f);
}

TEST(rows_without_x_are_told_and_left_out)
{
    fixture f;

    begin(&f, "x: d\nmarks: [{line: v}]", "d,v\n2026-04-16,1\n--,2\n2026-04-17,3\n");
    CHECK(f.bound);
    CHECK_STR(first_finding(&f), "c.yaml:1:4: warning: 1 of 3 rows have no d and are not drawn");
    CHECK_STR(numbers(&f, f.plot.series[0].y, f.plot.series[0].count), "1 3");
    end(&f);
}

/* A gap of a calendar has neither: nothing of it is lost. */
TEST(rows_with_a_value_but_no_class_are_told_and_left_out)
{
    static const char rows[] = "d,c,v\n2026-04-16,A,1\n2026-04-16,,2\n2026-04-17,A,3\n"
                               "2026-04-20,,\n2026-04-21,B,4\n";
    static const char *const marks[] = { "dot", "bar", "line" };

    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
        cp_arena arena = { 0 };
        fixture f;

        begin(&f, cp_printf(&arena, "x: d\nmarks: [{%s: v, color: c}]", marks[i]), rows);
        CHECK(f.bound);
        CHECK_STR(strchr(first_finding(&f), ' '),
                  " warning: 1 of 5 rows have no c and are not drawn");
        CHECK(f.plot.series_count == 2);
        end(&f);
        cp_arena_free(&arena);
    }
}

TEST(numbers_beyond_drawing_are_told)
{
    static const mistake mistakes[] = {
        { "x: n\ny: {domain: [-1e308, 1e308]}\nmarks: [{line: v}]", "n,v\n1,2\n",
          "c.yaml:2:13: error: -1e+308 is too large to draw" },
        { "x: n\nmarks: [{line: v}]", "n,v\n1,1e305\n",
          "c.yaml:2:16: error: column v holds a number too large to draw" },
        { "x: n\nmarks: [{line: v}]", "n,v\n1e305,1\n",
          "c.yaml:1:4: error: column n holds a number too large to draw" },
        { "x: n\nmarks: [{dot: v}]", "n,v\n1,1\n2,2\n-1e301,3\n",
          "c.yaml:1:4: error: column n holds a number too large to draw" },
    };

    check_mistakes(mistakes, sizeof(mistakes) / sizeof(*mistakes));
}

TEST(a_stack_of_percent_is_shares_of_its_sum)
{
    fixture f;

    begin(&f, "x: n\nmarks:\n  - {bar: a, stack: percent}\n  - {bar: b, stack: percent}\n",
          "n,a(亿元),b(亿元)\nx,1,3\ny,2,2\n");
    CHECK(f.bound);
    CHECK_STR(numbers(&f, f.plot.series[0].y, 2), "0.25 0.5");
    CHECK_STR(numbers(&f, f.plot.series[1].y, 2), "1 1");
    CHECK_STR(numbers(&f, f.plot.series[1].base, 2), "0.25 0.5");
    CHECK(f.plot.y[0].fraction && f.plot.y[0].head.size == 0);
    end(&f);
}

TEST(a_share_cannot_be_negative_nor_of_two_units)
{
    fixture f;

    begin(&f, "x: n\nmarks:\n  - {bar: a, stack: percent}\n  - {bar: b, stack: percent}\n",
          "n,a,b\nx,1,-3\n");
    CHECK(!f.bound);
    CHECK_STR(first_finding(&f), "c.yaml:4:21: error: column b is -3 at x; a share of 100 % cannot "
                                 "be negative");
    end(&f);
    begin(&f, "x: n\nmarks:\n  - {bar: a, stack: percent}\n  - {bar: b, stack: percent}\n",
          "n,a(亿元),b(户)\nx,1,3\n");
    CHECK(!f.bound);
    CHECK_STR(first_finding(&f),
              "c.yaml:4:11: error: columns a and b are not of one unit: they have no sum");
    end(&f);
}

TEST(a_log_scale_has_no_zero_and_no_bars)
{
    fixture f;

    begin(&f, "x: n\ny: {scale: log}\nmarks:\n  - {line: a}\n", "n,a\nx,1\ny,0\nz,-2\n");
    CHECK(!f.bound);
    CHECK_STR(first_finding(&f), "c.yaml:2:12: error: column a has 2 values of zero or less, the "
                                 "first at y; a log scale has none, `scale: sqrt` has");
    end(&f);
    begin(&f, "x: n\ny: {scale: log}\nmarks:\n  - {bar: a}\n", "n,a\nx,1\n");
    CHECK(!f.bound);
    CHECK_STR(first_finding(&f), "c.yaml:2:12: error: bar a begins at zero, which a log scale does "
                                 "not have; use line or dot");
    end(&f);
}

TEST(an_area_between_two_columns_has_a_base_of_its_own)
{
    fixture f;

    begin(&f, "x: n\nmarks:\n  - {area: [a, b]}\n", "n,a,b\nx,3,5\ny,4,9\n");
    CHECK(f.bound);
    CHECK_STR(numbers(&f, f.plot.series[0].base, 2), "3 4");
    CHECK_STR(numbers(&f, f.plot.series[0].y, 2), "5 9");
    CHECK(f.plot.y[0].low == 3 && f.plot.y[0].high == 9);
    end(&f);
}

TEST(bars_from_a_column_begin_there_and_need_no_zero)
{
    fixture f;

    begin(&f, "x: n\nmarks:\n  - {bar: [a, b]}\n", "n,a,b\nx,30,50\ny,40,90\n");
    CHECK(f.bound);
    CHECK_STR(numbers(&f, f.plot.series[0].base, 2), "30 40");
    CHECK_STR(numbers(&f, f.plot.series[0].y, 2), "50 90");
    CHECK(f.plot.y[0].low == 30 && f.plot.y[0].high == 90);
    end(&f);
}

TEST(levels_are_computed_from_the_rows_that_are_drawn)
{
    fixture f;

    begin(&f,
          "x: n\nmarks:\n  - {rule: a, stat: mean, sigma: 2}\n  - {rule: a, stat: median}\n"
          "  - {rule: a, stat: last}\n",
          "n,a\nx,2\ny,4\nz,9\n");
    CHECK(f.bound);
    CHECK(f.plot.series[0].y[0] == 5);
    CHECK(fabs(f.plot.series[0].sigma - 2 * sqrt(13)) < 1e-12);
    CHECK(f.plot.series[1].y[0] == 4);
    CHECK(f.plot.series[2].y[0] == 9);
    end(&f);
}

TEST(a_change_says_what_lies_between_its_rows)
{
    fixture f;

    begin(&f,
          "x: n\nmarks:\n  - {change: a}\n  - {change: a, show: cagr}\n"
          "  - {change: a, from: y, show: difference}\n",
          "n,a\nx,100\ny,150\nz,121\n");
    CHECK(f.bound);
    CHECK(cp_str_is(f.plot.series[0].text[0], "+21.0%"));
    CHECK(cp_str_is(f.plot.series[1].text[0], "CAGR +10.0%"));
    CHECK(cp_str_is(f.plot.series[2].text[0], "−29.0"));
    CHECK_STR(numbers(&f, f.plot.series[2].x, 2), "1 2");
    end(&f);
}

TEST(a_change_without_its_rows_or_below_zero_is_told)
{
    fixture f;

    begin(&f, "x: n\nmarks:\n  - {change: a, from: w}\n", "n,a\nx,100\ny,150\n");
    CHECK_STR(first_finding(&f), "c.yaml:3:23: error: column a has no value at 'w'");
    end(&f);
    begin(&f, "x: n\nmarks:\n  - {change: a}\n", "n,a\nx,-100\ny,150\n");
    CHECK_STR(first_finding(&f), "c.yaml:3:5: error: growth from -100 to 150 is no percentage; use "
                                 "`show: difference`");
    end(&f);
}

TEST(hatched_rows_are_those_a_column_says)
{
    fixture f;

    begin(&f, "x: n\nmarks:\n  - {bar: a, pattern: 预测}\n", "n,a,预测\nx,1,\ny,2,是\nz,3,否\n");
    CHECK(f.bound);
    CHECK(!f.plot.series[0].hatched[0] && f.plot.series[0].hatched[1]
          && !f.plot.series[0].hatched[2]);
    end(&f);
    begin(&f, "x: n\nmarks:\n  - {bar: a, pattern: hach}\n", "n,a\nx,1\n");
    CHECK_STR(first_finding(&f), "c.yaml:3:23: error: 'hach' is neither `hatch` nor a column that "
                                 "says which rows are; did you mean 'hatch'?");
    end(&f);
}

TEST(days_at_the_turns_of_months_are_months_or_quarters)
{
    fixture f;

    begin(&f, "x: d\nmarks:\n  - {line: a}\n", "d,a\n2025-11-28,1\n2025-12-31,2\n2026-01-30,3\n");
    CHECK(f.plot.x.period == CP_PERIOD_MONTH);
    end(&f);
    begin(&f, "x: d\nmarks:\n  - {line: a}\n", "d,a\n2025-06-30,1\n2025-09-30,2\n2025-12-31,3\n");
    CHECK(f.plot.x.period == CP_PERIOD_QUARTER);
    end(&f);
    begin(&f, "x: d\nmarks:\n  - {line: a}\n",
          "d,a\n2026-01-30,1\n2026-02-27,2\n2026-03-31,3\n2026-04-17,4\n");
    CHECK(f.plot.x.period == CP_PERIOD_MONTH);
    end(&f);
    begin(&f, "x: d\nmarks:\n  - {line: a}\n",
          "d,a\n2026-01-30,1\n2026-02-17,2\n2026-03-31,3\n2026-04-17,4\n");
    CHECK(f.plot.x.period == CP_PERIOD_DAY);
    end(&f);
    begin(&f, "x: d\nmarks:\n  - {line: a}\n", "d,a\n2025-06-30,1\n2025-07-01,2\n2025-07-02,3\n");
    CHECK(f.plot.x.period == CP_PERIOD_DAY);
    end(&f);
}

TEST(a_rule_on_a_day_that_x_leaves_out_stands_between_those_around_it)
{
    const char *csv = "日期,值\n2026-04-03,1\n2026-04-07,2\n2026-04-08,3\n";
    fixture f;

    begin(&f, "x: 日期\nmarks: [{line: 值}, {rule: 2026-04-05}, {rule: 2026-04-07}]", csv);
    CHECK(f.bound);
    CHECK_NEAR(f.plot.series[1].x[0], 0.5, 0);
    CHECK_NEAR(f.plot.series[2].x[0], 1, 0);
    end(&f);
    check_finding("x: {field: 日期, scale: time}\nmarks: [{line: 值}, {rule: 2026-04-09}]", csv,
                  "c.yaml:2:27: error: 2026-04-09 is not within x, 2026-04-03 to 2026-04-08");
}

TEST(a_list_gives_both_ends_of_ranges)
{
    fixture f;

    begin(&f, "x: n\nmarks: [{range: [低, 高]}]", "n,低,高\na,1,3\nb,2,5\n");
    CHECK(f.bound);
    CHECK_STR(numbers(&f, f.plot.series[0].y, 2), "3 5");
    CHECK_STR(numbers(&f, f.plot.series[0].more[0], 2), "1 2");
    end(&f);
    check_finding(
        "x: n\nmarks: [{range: [低, 搞]}]", "n,低,高\na,1,3\n",
        "c.yaml:2:21: error: no column '搞' in the result of `data`; expected n, 低 or 高");
}

TEST(a_flipped_plot_has_steps_and_marks_that_turn)
{
    fixture f;

    begin(&f, "x: n\nmarks:\n  - {bar: a}\n", "n,a\n1,1\n2,3\n");
    CHECK(f.bound);
    f.plot.flip = true;
    CHECK(!cp_plot_bind(&f.arena, &f.plot,
                        cp_table_read_bytes(&f.arena, (cp_place){ "r.csv", 1, 1 },
                                            CP_STR("n,a\n1,1\n2,3\n"), CP_STR("rows"), NULL,
                                            &f.report),
                        "data", f.style, &f.report));
    CHECK_STR(first_finding(&f), "c.yaml:1:4: error: `flip` needs a step for each row of x; "
                                 "expected {field: n, scale: band}");
    end(&f);
}
