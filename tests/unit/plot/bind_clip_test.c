#include "fixture.h"

static const char rows[] = "变化,位置,名\n0.1,0.5,甲\n0.7,0.4,乙\n-0.2,0.02,丙\n0.9,1.3,丁\n";

#define DOTS "marks:\n  - {dot: 位置, names: 名}\n"

TEST(points_beyond_a_domain_stand_at_its_edge_with_their_values)
{
    fixture f;
    const char *dump;

    begin(&f,
          "x: {field: 变化, domain: [-0.5, 0.5], format: \".0%\"}\ny: {domain: [0.2, 1.1]}\n" DOTS,
          rows);
    with_fonts(&f);
    CHECK(f.bound && !f.report.first);
    dump = dump_of(&f, 300, 200);
    CHECK(strstr(dump, "label 甲 "));
    CHECK(strstr(dump, "label 乙 70% "));
    CHECK(strstr(dump, "label 丙 0.02 "));
    CHECK(strstr(dump, "label 丁 90%, 1.3 "));
    CHECK(f.plot.series[0].beyond[0] == CP_BEYOND_BELOW);
    CHECK(f.plot.series[0].beyond[3] == (CP_BEYOND_RIGHT | CP_BEYOND_ABOVE));
    end(&f);
}

TEST(a_point_at_the_edge_has_a_value_though_points_have_no_names)
{
    fixture f;
    const char *dump;

    begin(&f, "x: 变化\ny: {domain: [0.2, 1.1]}\nmarks:\n  - {dot: 位置}\n", rows);
    with_fonts(&f);
    dump = dump_of(&f, 300, 200);
    CHECK(strstr(dump, "label 0.02 ") && strstr(dump, "label 1.3 "));
    CHECK(!strstr(dump, "label 0.5 "));
    end(&f);
}

/* Were it written as the edge is, it would read as a value within. */
TEST(a_value_close_beyond_the_edge_has_the_decimals_that_tell_it)
{
    static const char near[] = "变化,位置,名\n0.1,-0.001%,甲\n0.3,100.00001%,乙\n"
                               "0.5,100.2%,丙\n1.0004,134%,丁\n";
    fixture f;
    const char *dump;

    begin(&f,
          "x: {field: 变化, domain: [0, 1], format: \".0%\"}\n"
          "y: {domain: [0, 1], format: \".0%\"}\n" DOTS,
          near);
    with_fonts(&f);
    CHECK(f.bound);
    dump = dump_of(&f, 400, 300);
    CHECK(strstr(dump, "label 甲 −0.001% "));
    CHECK(strstr(dump, "label 乙 100.00001% "));
    CHECK(strstr(dump, "label 丙 100.2% "));
    CHECK(strstr(dump, "label 丁 100.04%, 134% "));
    end(&f);
    begin(&f, "x: 变化\ny: {domain: [0, 1]}\nmarks:\n  - {dot: 位置, names: 名, format: \".0%\"}\n",
          near);
    with_fonts(&f);
    CHECK(strstr(dump_of(&f, 400, 300), "label 丙 100.2% "));
    end(&f);
}

TEST(an_axis_that_grows_downward_has_its_low_end_on_top)
{
    fixture f;

    begin(&f, "x: 变化\ny: {domain: [0.2, 1.1], reverse: true}\n" DOTS, rows);
    CHECK(f.plot.series[0].beyond[0] == CP_BEYOND_ABOVE);
    end(&f);
}

TEST(dropped_points_are_told_with_their_number)
{
    fixture f;

    begin(&f, "x: 变化\ny: {domain: [0.2, 1.1], clip: drop}\n" DOTS, rows);
    CHECK(f.bound && isnan(f.plot.series[0].y[0]) && isnan(f.plot.series[0].y[3]));
    CHECK_STR(first_finding(&f), "c.yaml:2:13: note: 2 values lie beyond 0.2 to 1.1 and are left "
                                 "out, the first is 丙 with 0.02");
    end(&f);
}

TEST(points_beyond_may_be_refused)
{
    fixture f;

    begin(&f, "x: {field: 变化, domain: [-0.5, 0.5], clip: error}\n" DOTS, rows);
    CHECK(!f.bound);
    CHECK_STR(first_finding(&f),
              "c.yaml:1:24: error: 2 values lie beyond -0.5 to 0.5, the first is "
              "乙 with 0.7");
    end(&f);
}

TEST(bars_that_end_at_the_edge_are_told)
{
    fixture f;

    begin(&f, "x: 名\ny: {domain: [0, 1]}\nmarks:\n  - {bar: 位置}\n", rows);
    CHECK(f.bound && !f.plot.series[0].beyond);
    CHECK_STR(first_finding(&f), "c.yaml:2:13: note: 1 value lies beyond 0 to 1 and is cut there, "
                                 "the first is 1.3 at 丁 (bar)");
    end(&f);
}

TEST(a_line_over_numbers_keeps_to_the_ends_of_x)
{
    fixture f;

    begin(&f, "x: {field: 变化, domain: [-0.5, 0.5]}\nmarks:\n  - {line: 位置}\n", rows);
    CHECK(f.bound && f.plot.x.scale.d0 == -0.5 && f.plot.x.scale.d1 == 0.5);
    CHECK_STR(first_finding(&f), "c.yaml:1:24: note: 2 values lie beyond -0.5 to 0.5 and are left "
                                 "out, the first is 0.7 at 0.7 (line)");
    end(&f);
}

/* The dot at the edge is not what is left out, though it shows the same number. */
TEST(what_is_left_out_is_told_by_its_mark)
{
    fixture f;

    begin(&f, "x: {field: 变化, domain: [-0.5, 0.8]}\n" DOTS "  - {line: 位置}\n", rows);
    CHECK(f.bound && f.plot.series[0].beyond && !f.plot.series[1].beyond);
    CHECK_STR(first_finding(&f), "c.yaml:1:24: note: 1 value lies beyond -0.5 to 0.8 and is left "
                                 "out, the first is 0.9 at 0.9 (line)");
    CHECK(!f.report.first->next);
    end(&f);
}

TEST(the_ends_of_x_ascend)
{
    fixture f;

    begin(&f, "x: {field: 变化, domain: [0.5, -0.5]}\n" DOTS, rows);
    CHECK(!f.bound);
    CHECK_STR(first_finding(&f),
              "c.yaml:1:24: error: the lower end is to be less than the upper one");
    end(&f);
}
