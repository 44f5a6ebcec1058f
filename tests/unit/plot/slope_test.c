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

TEST(two_values_of_a_name_at_one_place_are_told)
{
    check_finding(spec, "季,业,占比\n去年,电子,10%\n去年,电子,11%\n",
                  "c.yaml:3:13: error: 去年: 电子 has more than one value there");
}
