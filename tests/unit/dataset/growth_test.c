#include "sample.h"
#include "test.h"

TEST(growth_by_the_year_is_excels_rri)
{
    /* Microsoft's page on RRI: RRI(96, 10000, 11000) is 0.0009933. */
    CHECK_STR(outcome_of("select round(cagr(10000, 11000, 96), 7)"), "0.0009933");
    CHECK_STR(outcome_of("select cagr(7.53, 7.53, 3), cagr(0, 5, 3), cagr(null, 5, 3)"), "0,,");
}

TEST(an_exponential_mean_begins_with_the_first_number)
{
    /* By hand: 2 / (3 + 1) is a half. */
    CHECK_STR(outcome_of("select ema(column2, 3) over (order by column1) e from "
                         "(values (1, 10), (2, 20), (3, null), (4, 11))"),
              "10|15|15|13");
}

TEST(an_exponential_mean_has_no_frame)
{
    CHECK_STR(outcome_of("select ema(column1, 3) over (rows 1 preceding) e from "
                         "(values (1), (2), (3))"),
              "4:13: ema() goes on from the first row: its window is over (order by ...) without "
              "a frame");
}
