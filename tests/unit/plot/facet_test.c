#include "fixture.h"

#include "plot/facet.h"

TEST(plots_with_different_days_come_to_one_axis)
{
    fixture one, other;
    const char *spec = "x: 日期\nmarks:\n  - {line: 值}\n";

    begin(&one, spec, "日期,值\n2026-04-13,1\n2026-04-15,2\n");
    begin(&other, spec, "日期,值\n2026-04-14,3\n2026-04-15,4\n2026-04-16,5\n");

    cp_plot plots[2] = { one.plot, other.plot };

    cp_plots_share_x(&one.arena, plots, 2);
    cp_plots_share_y(plots, 2);
    CHECK_INT(plots[0].x.scale.count, 4);
    CHECK_INT(plots[1].x.scale.count, 4);
    CHECK_STR(numbers(&one, plots[0].series[0].x, 2), "0 2");
    CHECK_STR(numbers(&one, plots[1].series[0].x, 3), "1 2 3");
    CHECK_NEAR(plots[0].y[0].low, 1, 0);
    CHECK_NEAR(plots[0].y[0].high, 5, 0);
    end(&other);
    end(&one);
}

TEST(names_missing_in_one_plot_keep_their_step)
{
    fixture one, other;
    const char *spec = "x: 名\nmarks:\n  - {bar: 值}\n";

    begin(&one, spec, "名,值\n甲,1\n丙,2\n");
    begin(&other, spec, "名,值\n乙,3\n丙,4\n");

    cp_plot plots[2] = { one.plot, other.plot };

    cp_plots_share_x(&one.arena, plots, 2);
    CHECK_INT(plots[1].x.scale.count, 3);
    CHECK_STR(numbers(&one, plots[0].series[0].x, 2), "0 2");
    CHECK_STR(numbers(&one, plots[1].series[0].x, 2), "1 2");
    end(&other);
    end(&one);
}

TEST(rows_stay_in_the_order_of_x_where_plots_disagree_on_it)
{
    fixture one, other;
    const char *spec = "x: 名\nmarks:\n  - {bar: 值}\n";

    begin(&one, spec, "名,值\n甲,1\n乙,2\n");
    begin(&other, spec, "名,值\n乙,3\n甲,4\n");

    cp_plot plots[2] = { one.plot, other.plot };

    cp_plots_share_x(&one.arena, plots, 2);
    CHECK_STR(numbers(&one, plots[1].series[0].x, 2), "0 1");
    CHECK_STR(numbers(&one, plots[1].series[0].y, 2), "4 3");
    end(&other);
    end(&one);
}

TEST(the_axis_in_common_keeps_the_room_that_the_highest_words_need)
{
    fixture one, other;
    const char *bars = "x: 名\nmarks:\n  - {bar: 值, label: all}\n";
    const char *change = "x: 名\nmarks:\n  - {bar: 值}\n  - {change: 值, from: 甲, to: 乙}\n";

    begin(&one, bars, "名,值\n甲,1\n乙,2\n");
    begin(&other, change, "名,值\n甲,3\n乙,4\n");

    cp_plot plots[2] = { one.plot, other.plot };

    cp_plots_share_y(plots, 2);
    CHECK_NEAR(plots[0].y[0].room_above, 2, 0);
    CHECK_NEAR(plots[1].y[0].room_above, 2, 0);
    end(&other);
    end(&one);
}
