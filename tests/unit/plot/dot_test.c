#include "apart.h"

static const char rows[]
    = "增速,估值,市值(亿元),名,类\n1,10,100,甲,一\n2,30,400,乙,二\n3,20,50,丙,一\n";

TEST(a_disc_of_a_round_value_tells_all_sizes)
{
    fixture f;

    begin(&f, "x: 增速\nmarks:\n  - {dot: 估值, size: 市值}\n", rows);
    with_fonts(&f);
    CHECK(f.bound);
    CHECK(strstr(dump_of(&f, 300, 200), "legend 市值 100亿元 dot"));
    CHECK(f.plot.series[0].value_low == 50 && f.plot.series[0].value_high == 400);
    end(&f);
}

TEST(sizes_mean_the_same_in_all_series_of_a_mark)
{
    fixture f;

    begin(&f, "x: 增速\nmarks:\n  - {dot: 估值, size: 市值, color: 类}\n", rows);
    CHECK(f.plot.series_count == 2);
    CHECK(f.plot.series[0].value_high == 400 && f.plot.series[1].value_high == 400);
    CHECK(f.plot.series[1].index == 1 && f.plot.series[1].split);
    end(&f);
}

TEST(names_stand_beside_their_dots_and_apart)
{
    fixture f;

    begin(&f, "x: 增速\nmarks:\n  - {dot: 估值, names: 名, color: 类}\n", rows);
    with_fonts(&f);
    CHECK(labels_apart(dump_of(&f, 300, 200), 300, 200) == 3);
    end(&f);
}

TEST(a_size_below_zero_and_an_unknown_shape_are_told)
{
    check_finding("x: 增速\nmarks:\n  - {dot: 估值, size: 市值}\n", "增速,估值,市值\n1,10,-4\n",
                  "c.yaml:3:11: error: 1: a size below zero has no area");
    check_finding("x: 增速\nmarks:\n  - {dot: 估值, shape: squar}\n", rows,
                  "c.yaml:3:22: error: unknown shape 'squar'; did you mean 'square'?");
}
