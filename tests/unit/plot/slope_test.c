#include "apart.h"

static const char spec[] = "x: 季\nmarks:\n  - {slope: 占比, of: 业, format: \".1%\"}\n";

TEST(names_at_both_ends_keep_apart_though_their_points_do_not)
{
    fixture f;
    const char *dump;

    begin(&f, spec,
          "季,业,占比\n去年,电子,10.1%\n去年,电力,10.2%\n去年,医药,10.0%\n"
          "今年,电子,14%\n今年,电力,9.9%\n今年,医药,10%\n");
    with_fonts(&f);
    dump = dump_of(&f, 400, 240);
    CHECK(labels_apart(dump, 400, 240) == 6);
    CHECK(strstr(dump, "label 电子 10.1%") && strstr(dump, "label 14.0% 电子"));
    CHECK(!f.report.first);
    end(&f);
}

TEST(lines_lead_to_names_that_cannot_stand_beside_their_ends)
{
    fixture f;
    const char *dump;

    begin(&f, spec,
          "季,业,占比\n去年,电子,10.1%\n去年,电力,10.2%\n去年,医药,10.0%\n去年,银行,10.3%\n"
          "去年,煤炭,9.9%\n今年,电子,14%\n今年,电力,2%\n今年,医药,6%\n今年,银行,10%\n今年,煤炭,18%"
          "\n");
    with_fonts(&f);
    dump = dump_of(&f, 400, 240);
    CHECK(labels_apart(dump, 400, 240) == 10);
    CHECK(strstr(dump, "leader 银行 10.3%") && strstr(dump, "leader 煤炭 9.9%"));
    CHECK(!strstr(dump, "leader 电子 10.1%")); /* in the middle of the heap */
    CHECK(!strstr(dump, "leader 10.0% 银行") && !strstr(dump, "leader 18.0% 煤炭"));
    end(&f);
}

TEST(two_values_of_a_name_at_one_place_are_told)
{
    check_finding(spec, "季,业,占比\n去年,电子,10%\n去年,电子,11%\n",
                  "c.yaml:3:13: error: 去年: 电子 has more than one value there");
}
