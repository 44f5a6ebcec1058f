#include "apart.h"

TEST(values_stand_beyond_the_dots_upright_and_turned)
{
    for (int flip = 0; flip <= 1; flip++) {
        fixture f;

        begin(&f, "x: 名\nmarks:\n  - {lollipop: 值, label: all}\n", "名,值\n甲,4\n乙,1\n丙,-3\n");
        f.plot.flip = flip;
        with_fonts(&f);
        CHECK(labels_apart(dump_of(&f, 300, 200), 300, 200) == 3);
        CHECK(!f.report.first);
        CHECK(f.plot.y[0].low == -3 && f.plot.y[0].high == 4);
        end(&f);
    }
}

TEST(no_value_is_written_unless_asked_for)
{
    fixture f;

    begin(&f, "x: 名\nmarks:\n  - {lollipop: 值}\n", "名,值\n甲,4\n");
    with_fonts(&f);
    CHECK_STR(lines_of(&f, dump_of(&f, 300, 200), "label "), "");
    end(&f);
}
