/* Published values are the examples of Microsoft's pages on MEDIAN, PERCENTILE.INC, PERCENTILE.EXC,
 * PERCENTRANK.INC and PERCENTRANK.EXC (support.microsoft.com). */
#include "sample.h"
#include "test.h"

#define TEN  "(values (13), (12), (11), (8), (4), (3), (2), (1), (1), (1))"
#define NINE "(values (1), (2), (3), (6), (6), (6), (7), (8), (9))"

TEST(the_median_lies_in_the_middle)
{
    CHECK_STR(outcome_of("select median(column1) from (values (3), (1), (2))"), "2");
    CHECK_STR(outcome_of("select median(column1) from (values (4), (1), (null), (2), (10))"), "3");
    CHECK_STR(outcome_of("select median(column1) from (values (5))"), "5");
    CHECK_STR(outcome_of("select median(column1) from (values (1), (2), (3), (4), (5), (6))"),
              "3.5");
    CHECK_STR(outcome_of("select median(成交额) over (order by 日期 rows 2 preceding) m "
                         "from turnover limit 4"),
              "21000|21150|21300|21360");
}

TEST(percentiles_are_those_of_excel)
{
    CHECK_STR(outcome_of("select percentile_inc(column1, 0.3) from (values (1), (3), (2), (4))"),
              "1.9");
    CHECK_STR(
        outcome_of("select percentile_inc(column1, 0), percentile_inc(column1, 1) from " NINE),
        "1,9");
    CHECK_STR(outcome_of("select percentile_exc(column1, 0.25), percentile_exc(column1, 0.01) "
                         "from " NINE),
              "2.5,");
    CHECK_STR(outcome_of("select percentile_inc(column1, 0.5) from (values (null))"), "");
}

TEST(a_share_lies_between_0_and_1)
{
    CHECK_STR(outcome_of("select percentile_inc(column1, 30) from " NINE),
              "4:13: percentile_inc() wants a share from 0 to 1, not 30");
}

TEST(percent_ranks_of_a_value_are_those_of_excel)
{
    CHECK_STR(
        outcome_of("select percentrank_inc(column1, 2, 3), percentrank_inc(column1, 4, 3), "
                   "percentrank_inc(column1, 8, 3), percentrank_inc(column1, 5, 3) from " TEN),
        "0.333,0.555,0.666,0.583");
    CHECK_STR(
        outcome_of("select percentrank_exc(column1, 7, 3), percentrank_exc(column1, 5.43, 3), "
                   "percentrank_exc(column1, 5.43, 1) from " NINE),
        "0.7,0.381,0.3");
    CHECK_STR(outcome_of("select percentrank_inc(column1, 14, 3) from " TEN), "");
}

TEST(a_percent_rank_over_a_window_is_of_its_last_row)
{
    CHECK_STR(outcome_of("select percentrank_inc(column1) over (order by column1 desc "
                         "rows 3 preceding) p from " TEN " limit 4"),
              "|0|0|0");
    CHECK_STR(outcome_of("select percentrank_inc(column1, 2) over (rows 249 preceding) p from "
                         "(values (1), (2), (1.5), (1.75), (3), (null), (0))"),
              "|1|0.5|0.66|1||0");
    CHECK_STR(outcome_of("select percentrank_exc(column1) over (rows 2 preceding) p from "
                         "(values (1), (2), (1.5), (1.75))"),
              "0.5|0.666|0.5|0.5");
}

TEST(a_percent_rank_is_cut_not_rounded)
{
    CHECK_STR(outcome_of("with recursive n(i) as (select 0 union all select i + 1 from n "
                         "where i < 249) select percentrank_inc(i, 218, 3), "
                         "percentrank_inc(i, 218, 4) from n"),
              "0.875,0.8755");
    /* 29 of 100: 0.29 * 100 is 28.999999999999996 in binary. */
    CHECK_STR(outcome_of("with recursive n(i) as (select 0 union all select i + 1 from n "
                         "where i < 100) select percentrank_inc(i, 29, 2) from n"),
              "0.29");
}

TEST(digits_are_few)
{
    CHECK_STR(outcome_of("select percentrank_inc(column1, 30) from " NINE),
              "4:13: percentrank_inc() wants a whole number from 1 to 9, not 30");
}
