#include "apart.h"

static const char days[] = "日期,开,高,低,收\n"
                           "2026-04-13,10,12,9,11\n"
                           "2026-04-14,11,11.5,8,9\n";

TEST(the_axis_holds_the_highest_and_the_lowest_price)
{
    fixture f;

    begin(&f, "x: 日期\nmarks:\n  - {candle: 收, open: 开, high: 高, low: 低}\n", days);
    CHECK(f.bound);
    CHECK(f.plot.y[0].low == 8 && f.plot.y[0].high == 12);
    CHECK(cp_color_eq(f.plot.series[0].color, f.style->chart.up));
    CHECK(cp_color_eq(f.plot.series[0].below, f.style->chart.down));
    end(&f);
}

TEST(columns_that_are_swapped_are_told_with_their_day)
{
    check_finding("x: 日期\nmarks:\n  - {candle: 收, open: 开, high: 低, low: 高}\n", days,
                  "c.yaml:3:14: error: 2026-04-13: `high` is below the opening or closing price");
    check_finding("x: 日期\nmarks:\n  - {candle: 收, open: 开, high: 高, low: 底}\n", days,
                  "c.yaml:3:40: error: no column '底' in the result of `data`; expected "
                  "日期, 开, 高, 低 or 收");
}

TEST(candles_stand_in_their_days_beside_lines_of_their_own_colours)
{
    fixture f;
    const char *dump;

    begin(&f,
          "x: 日期\nmarks:\n  - {candle: 收, open: 开, high: 高, low: 低}\n"
          "  - {line: 收, name: 均线}\n",
          days);
    with_fonts(&f);
    dump = dump_of(&f, 300, 200);
    CHECK(strstr(dump, "mark candle 收 rows=2"));
    CHECK(cp_color_eq(f.plot.series[1].color, f.style->chart.palette.item[0]));
    CHECK(!f.report.first);
    end(&f);
}
