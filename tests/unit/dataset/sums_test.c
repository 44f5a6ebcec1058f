#include "sample.h"
#include "test.h"

TEST(sums_means_and_counts_are_real_numbers)
{
    CHECK_STR(outcome_of("select sum(column1) / count(*) from (values (1), (2))"), "1.5");
    CHECK_STR(outcome_of("select avg(column1), total(column1) from (values (1), (2), (null))"),
              "1.5,3");
    CHECK_STR(outcome_of("select count(column1), count(*) from (values (1), (null))"), "1,2");
}

TEST(nothing_has_no_sum_but_a_total)
{
    CHECK_STR(outcome_of("select sum(column1) from (values (null))"), "");
    CHECK_STR(outcome_of("select avg(column1) from (values (null))"), "");
    CHECK_STR(outcome_of("select total(column1) from (values (null))"), "0");
}

TEST(a_sum_keeps_what_large_numbers_would_swallow)
{
    CHECK_STR(outcome_of("select sum(column1) from (values (1e16), (1), (-1e16))"), "1");
}

TEST(a_window_that_slides_is_as_good_as_a_fresh_one)
{
    CHECK_STR(outcome_of("select sum(column1) over (rows 1 preceding) s from "
                         "(values (1e16), (1), (2), (3))"),
              "10000000000000000|10000000000000000|3|5");
}

TEST(a_sum_that_overflows_is_told)
{
    CHECK_STR(outcome_of("select sum(column1) s from (values (1e308), (1.7e308))"),
              "4:13: result column 's' overflows in its row 1: a number beyond 1e308");
    CHECK_STR(outcome_of("select total(column1) s from (values (-1e308), (-1.7e308), (1))"),
              "4:13: result column 's' overflows in its row 1: a number beyond 1e308");
    CHECK_STR(outcome_of("select avg(column1) s from (values (1e308), (1.7e308), (-1.7e308))"),
              "4:13: result column 's' overflows in its row 1: a number beyond 1e308");
}
