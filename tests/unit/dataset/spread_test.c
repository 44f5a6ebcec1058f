/* Published values are the examples of Microsoft's pages on STDEV.S, STDEV.P and STANDARDIZE. */
#include "sample.h"
#include "test.h"

#define STRENGTH                                                                                   \
    "(values (1345), (1301), (1368), (1322), (1310), (1370), (1318), (1350), (1303), (1299))"

TEST(the_deviation_is_that_of_a_sample)
{
    CHECK_STR(outcome_of("select stddev(column1), stddev_samp(column1) from "
                         "(values (2), (4), (4), (4), (5), (5), (7), (9), (5))"),
              "2,2");
    CHECK_STR(outcome_of("select stddev(column1) from (values (1e9 + 1), (1e9 + 2), (1e9 + 3))"),
              "1");
    CHECK_STR(outcome_of("select stddev(column1) from (values (5))"), "");
}

TEST(deviations_are_those_of_excel)
{
    CHECK_STR(outcome_of("select round(stddev_samp(column1), 8), round(stddev_pop(column1), 8) "
                         "from " STRENGTH),
              "27.46391572,26.05455814");
    CHECK_STR(outcome_of("select stddev_pop(column1) from (values (5))"), "0");
}

TEST(a_zscore_is_of_the_windows_last_row)
{
    /* STANDARDIZE(1299, 1328.6, 27.46391572) */
    CHECK_STR(outcome_of("select round(zscore(column1), 6) from " STRENGTH), "-1.077778");
    CHECK_STR(outcome_of("select zscore(column1) over (rows 2 preceding) z from "
                         "(values (1), (2), (3), (null), (5), (5), (5))"),
              "|0.7071067811865475|1||0.7071067811865475||");
}

TEST(deviations_of_huge_and_tiny_numbers_are_as_exact)
{
    CHECK_STR(outcome_of("select stddev(column1) / 1e200, stddev_pop(column1) / 1e200, "
                         "zscore(column1) from (values (1e200), (3e200))"),
              "1.4142135623730951,1,0.7071067811865475");
    CHECK_STR(outcome_of("select stddev_pop(column1) * 1e200 from (values (1e-200), (3e-200))"),
              "1");
    CHECK_STR(outcome_of("select round(stddev_pop(column1) / 1e200, 12) from "
                         "(values (0), (1), (2), (4e200), (0))"),
              "1.6");
    CHECK_STR(outcome_of("select stddev_pop(column1) from (values (-1.7e308), (1.7e308))"),
              "4:13: result column 'stddev_pop(column1)' overflows in its row 1: a number beyond "
              "1e308");
}
