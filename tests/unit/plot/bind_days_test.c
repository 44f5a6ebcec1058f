#include "fixture.h"

/* Monday to Friday, and the Monday after a week's break. */
#define MONDAY 20556 /* 2026-04-13 */

static const cp_date week[]
    = { MONDAY, MONDAY + 1, MONDAY + 2, MONDAY + 3, MONDAY + 4, MONDAY + 14 };
static const cp_calendar trading = { sizeof(week) / sizeof(*week), week };

static void begin_trading(fixture *f, const char *spec, const char *csv)
{
    f->trading = &trading;
    begin_on(f, spec, csv);
}

#define THURSDAY_MISSING                                                                           \
    "日期,值\n2026-04-13,1\n2026-04-14,2\n2026-04-15,3\n2026-04-17,5\n2026-04-27,6\n"

TEST(a_trading_day_without_a_row_is_a_gap_a_closed_day_is_none)
{
    fixture f = { 0 };

    begin_trading(&f, "x: 日期\nmarks: [{line: 值}]", THURSDAY_MISSING);
    CHECK(f.bound);
    CHECK_INT(f.plot.x.scale.count, 6);
    CHECK_STR(numbers(&f, f.plot.series[0].y, f.plot.series[0].count), "1 2 3 - 5 6");
    CHECK_STR(numbers(&f, f.plot.series[0].x, f.plot.series[0].count), "0 1 2 3 4 5");
    end(&f);
}

TEST(names_of_cells_come_from_rows_alone_not_from_gaps)
{
    fixture f = { 0 };

    begin_trading(&f, "x: 日期\nmarks: [{cell: 值, y: 名}]",
                  "日期,值,名\n2026-04-13,1,甲\n2026-04-14,2,乙\n2026-04-15,3,甲\n"
                  "2026-04-17,5,丙\n2026-04-27,6,丁\n");
    CHECK(f.bound);
    CHECK_INT(f.plot.y[0].name_count, 4);
    end(&f);
}

TEST(an_axis_can_do_without_the_calendar)
{
    fixture f = { 0 };

    begin_trading(&f, "x: {field: 日期, calendar: false}\nmarks: [{line: 值}]", THURSDAY_MISSING);
    CHECK_STR(numbers(&f, f.plot.series[0].y, f.plot.series[0].count), "1 2 3 5 6");
    end(&f);
}

TEST(rows_of_some_days_of_a_week_have_no_gaps)
{
    fixture f = { 0 };

    begin_trading(&f, "x: 日期\nmarks: [{bar: 值}]", "日期,值\n2026-04-13,1\n2026-04-17,2\n");
    CHECK_INT(f.plot.x.scale.count, 2);
    end(&f);
}

TEST(gaps_reach_from_a_series_first_to_its_last_row)
{
    fixture f = { 0 };

    begin_trading(&f, "x: 日期\nmarks: [{line: 值, color: 类}]",
                  "日期,类,值\n2026-04-13,甲,1\n2026-04-14,甲,2\n2026-04-15,乙,3\n"
                  "2026-04-17,乙,5\n2026-04-27,甲,6\n");
    CHECK_STR(numbers(&f, f.plot.series[0].y, f.plot.series[0].count), "1 2 - 6");
    CHECK_STR(numbers(&f, f.plot.series[1].y, f.plot.series[1].count), "3 - 5");
    end(&f);
}

TEST(a_mean_and_a_stack_pass_over_a_gap)
{
    fixture f = { 0 };

    begin_trading(&f,
                  "x: 日期\nmarks: [{bar: 值, stack: true}, {bar: 值, stack: true}, "
                  "{rule: 值, stat: mean}]",
                  THURSDAY_MISSING);
    CHECK_STR(numbers(&f, f.plot.series[1].y, f.plot.series[1].count), "2 4 6 - 10 12");
    CHECK_STR(numbers(&f, f.plot.series[2].y, 1), "3.4");
    end(&f);
}
