#include "apart.h"

static const char spec[] = "x: 项\nmarks:\n  - {waterfall: 额, total: 合计}\n";

TEST(each_change_begins_where_the_one_before_it_ended)
{
    fixture f;

    begin(&f, spec, "项,额,合计\n年初,86,是\n销量,20,\n成本,-30,否\n年末,,是\n");
    CHECK(f.bound);
    CHECK_STR(numbers(&f, f.plot.series[0].y, 4), "86 106 76 76");
    CHECK_STR(numbers(&f, f.plot.series[0].base, 4), "0 86 106 0");
    end(&f);
}

TEST(a_format_writes_no_totals)
{
    fixture f;

    begin(&f, "x: 项\nmarks:\n  - {waterfall: 额, total: 合计, format: .1f}\n",
          "项,额,合计\n年初,86,1\n销量,20,0\n年末,,1\n");
    CHECK(f.bound);
    CHECK_STR(numbers(&f, f.plot.series[0].y, 3), "86 106 106");
    end(&f);
}

TEST(a_total_that_the_changes_do_not_make_is_told)
{
    check_finding(spec, "项,额,合计\n年初,86,是\n销量,20,\n年末,120,是\n",
                  "c.yaml:3:17: error: 年末: the total is 120, the rows before it add up to 106");
}

TEST(changes_that_cancel_out_make_a_total_of_zero)
{
    fixture f;

    begin(&f, spec, "项,额,合计\n甲,0.1,\n乙,0.2,\n丙,-0.3,\n年末,0,是\n");
    CHECK(f.bound);
    CHECK_STR(numbers(&f, &f.plot.series[0].y[3], 1), "0");
    end(&f);
}

TEST(changes_have_their_sign_totals_have_none_and_no_two_values_meet)
{
    fixture f;
    const char *dump;

    begin(&f, spec, "项,额,合计\n年初,86,是\n销量,20,\n成本,-30,\n年末,,是\n");
    with_fonts(&f);
    dump = dump_of(&f, 300, 200);
    CHECK(strstr(dump, "label 86 ") && strstr(dump, "label +20 ") && strstr(dump, "label −30 "));
    CHECK(labels_apart(dump, 300, 200) == 4);
    end(&f);
}
