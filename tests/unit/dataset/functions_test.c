#include "dataset/function.h"
#include "sample.h"
#include "test.h"

TEST(sums_and_counts_are_real)
{
    CHECK_STR(outcome_of("select sum(成交额 > 24000) / count(*) from turnover"),
              "0.1111111111111111");
    CHECK_STR(outcome_of("select count(备注), count(*), count(distinct 备注) from turnover"),
              "7,9,6");
}

TEST(missing_cells_are_passed_over)
{
    CHECK_STR(outcome_of("select count(余额), sum(余额), avg(余额) from \"两融.余额\" "
                         "where 代码 = '600000'"),
              "1,100,100");
}

TEST(nothing_has_no_mean_and_a_total_of_zero)
{
    CHECK_STR(outcome_of("select sum(成交额), avg(成交额), total(成交额), median(成交额), "
                         "stddev(成交额), count(*) from turnover where 成交额 < 0"),
              ",,0,,,0");
}

TEST(text_is_refused_where_numbers_are_summed)
{
    CHECK_STR(outcome_of("select sum(nullif(备注, '')) from turnover"),
              "4:13: sum() was given the text '休市后'; it takes numbers");
    CHECK_STR(outcome_of("select avg(备注 || '') over () from turnover"),
              "4:13: avg() was given the text '休市后'; it takes numbers");
    CHECK_STR(outcome_of("select stddev(substr(日期, 1, 4)) from turnover"),
              "4:13: stddev() was given the text '2026'; it takes numbers");
}

TEST(every_function_of_ours_says_what_it_takes_and_gives)
{
    const cp_function *function;
    size_t count = 0;

    for (; (function = cp_function_at(count)); count++) {
        CHECK(function->help && function->help[0] && function->takes && function->gives);
        CHECK(function->least <= function->most);
        CHECK(function->scalar ? !function->step
                               : function->step && function->inverse && function->value);
        CHECK(cp_function_find(cp_str_from(function->name)) == function);
    }
    CHECK(count > 15);
}

TEST(weekly_means_hit_the_printed_figures)
{
    CHECK_STR(outcome_of("select distinct avg(成交额) over (partition by trading_week(日期)) as m "
                         "from turnover order by 1"),
              "21332|23489");
}

TEST(a_window_that_slides_far_is_as_good_as_a_fresh_one)
{
    sample_set sample;
    cp_table *table;

    sample_open(&sample);
    sample_add_long(&sample, "long", 20000, 7919, 10007, 1);
    table = sample_query(&sample, "select avg(n / 10) over (order by d rows 4 preceding) a, "
                                  "stddev(n / 10) over (order by d rows 4 preceding) s, "
                                  "median(n / 10) over (order by d rows 4 preceding) m "
                                  "from long order by d desc limit 1");
    /* the last five: 965.1, 756.3, 547.5, 338.7, 129.9 */
    CHECK(table != NULL);
    CHECK(table && table->columns[0].number[0] == 547.5);
    CHECK_NEAR(table ? table->columns[1].number[0] : 0, 330.1417877215788, 1e-12);
    CHECK(table && table->columns[2].number[0] == 547.5);
    sample_close(&sample);
}
