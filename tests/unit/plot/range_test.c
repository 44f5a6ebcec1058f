#include "apart.h"

TEST(a_range_reaches_from_low_to_high)
{
    fixture f;

    begin(&f, "x: 名\nmarks:\n  - {range: 高, low: 低}\n", "名,低,高\n甲,-3,5\n乙,1,9\n");
    CHECK(f.bound);
    CHECK(f.plot.y[0].low == -3 && f.plot.y[0].high == 9);
    CHECK_STR(numbers(&f, f.plot.series[0].more[0], 2), "-3 1");
    end(&f);
}

TEST(a_range_takes_none_of_the_palette)
{
    fixture f;

    begin(&f, "x: 名\nmarks:\n  - {range: 高, low: 低}\n  - {dot: 低}\n", "名,低,高\n甲,-3,5\n");
    CHECK(cp_color_eq(f.plot.series[1].color, f.style->chart.palette.item[0]));
    end(&f);
}

TEST(ends_in_the_wrong_order_or_in_other_units_are_told)
{
    check_finding("x: 名\nmarks:\n  - {range: 低, low: 高}\n", "名,低,高\n甲,-3,5\n",
                  "c.yaml:3:13: error: 甲: `low` is above the upper end");
    check_finding("x: 名\nmarks:\n  - {range: 高, low: 低}\n", "名,低(%),高(亿元)\n甲,3,5\n",
                  "c.yaml:3:5: error: columns 高 and 低 are in different units");
}
