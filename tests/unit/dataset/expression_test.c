#include "sample.h"
#include "test.h"

#define DROPS    "'/' of two integers drops the fraction; make one real, as in 1.0 * a / b"
#define MAY_DROP "'/' may meet two integers and drop the fraction; make one real, as in 1.0 * a / b"

TEST(dividing_two_integers_is_told_at_its_sign)
{
    CHECK_STR(outcome_of("select 1/3"), "4:14: " DROPS);
    CHECK_STR(outcome_of("select (1 + 2) / (3 - 1)"), "4:21: " DROPS);
    CHECK_STR(outcome_of("select max(成交额 > 1) / 2 from turnover"), "4:26: " DROPS);
    CHECK_STR(outcome_of("select row_number() over (order by 日期) / 2 from turnover"),
              "4:45: " DROPS);
    CHECK_STR(outcome_of("select case when 1 then 2 else 3 end / 4"), "4:43: " DROPS);
    CHECK_STR(outcome_of("select cast(成交额 as integer) / 2 from turnover"), "4:34: " DROPS);
    CHECK_STR(outcome_of("select 日期 from turnover where 1 / 2 > 成交额"), "4:38: " DROPS);
}

TEST(what_may_be_an_integer_counts_as_one)
{
    CHECK_STR(outcome_of("select coalesce(sum(成交额), 0) / 2 from turnover"), "4:35: " MAY_DROP);
    CHECK_STR(outcome_of("select strftime('%m', 日期) / 3 from turnover"), "4:32: " MAY_DROP);
    CHECK_STR(outcome_of("select value / 2 from json_each('[1, 2]')"), "4:19: " MAY_DROP);
}

TEST(one_real_side_is_enough)
{
    CHECK_STR(outcome_of("select 成交额 / 2, 7 / 2.0, 1e0 / 4 from turnover limit 1"),
              "10500,3.5,0.25");
    CHECK_STR(outcome_of("select count(*) / 2, 1.0 * 3 / 2 from turnover"), "4.5,1.5");
    CHECK_STR(outcome_of("select length(备注) / :part from turnover limit 1"), "2");
}

TEST(a_whole_parameter_is_an_integer_and_equals_a_text_of_its_digits)
{
    CHECK_STR(outcome_of("select length(备注) / :least from turnover limit 1"), "4:24: " DROPS);
    CHECK_STR(outcome_of("select 成交额 / :least from turnover limit 1"), "10500");
    CHECK_STR(outcome_of("select name from (select cast('2' as text) as name) where name = :least"),
              "2");
}

TEST(text_and_dates_do_not_calculate)
{
    CHECK_STR(outcome_of("select 日期 - 1 from turnover"),
              "4:13: '日期' is a date, which does not calculate; julianday() counts its days");
    CHECK_STR(outcome_of("select 2 * 备注 from turnover"),
              "4:17: '备注' is text, which does not calculate");
    CHECK_STR(outcome_of("select '12%' + 1"), "4:13: '12%' is text, which does not calculate");
    CHECK_STR(outcome_of("select -备注 from turnover"),
              "4:14: '备注' is text, which does not calculate");
    CHECK_STR(outcome_of("select julianday(:end) - julianday(:start)"), "4");
}

TEST(sums_over_text_are_told_before_they_run)
{
    CHECK_STR(outcome_of("select sum(备注) from turnover"),
              "4:17: sum() takes numbers; '备注' is a text");
    CHECK_STR(outcome_of("select avg(日期) over () from turnover"),
              "4:17: avg() takes numbers; '日期' is a date");
}

TEST(a_date_is_compared_with_iso_dates_only)
{
    CHECK_STR(outcome_of("select 1 from turnover where 日期 = '20260413'"),
              "4:40: '日期' is a date, and '20260413' is not an ISO date like '2026-04-13'");
    CHECK_STR(outcome_of("select 1 from turnover where '2026/4/13' <= 日期"),
              "4:35: '日期' is a date, and '2026/4/13' is not an ISO date like '2026-04-13'");
    CHECK_STR(outcome_of("select 1 from turnover where 日期 between '2026-4-1' and '2026-04'"),
              "4:46: '日期' is a date, and '2026-4-1' is not an ISO date like '2026-04-13'|"
              "4:61: '日期' is a date, and '2026-04' is not an ISO date like '2026-04-13'");
    CHECK_STR(outcome_of("select 1 from turnover where 日期 in ('2026-04-13', '4月14日')"),
              "4:56: '日期' is a date, and '4月14日' is not an ISO date like '2026-04-13'");
    CHECK_STR(outcome_of("select 1 from turnover where 日期 is not '13.4.2026'"),
              "4:45: '日期' is a date, and '13.4.2026' is not an ISO date like '2026-04-13'");
    CHECK_STR(outcome_of("select case 日期 when '' then 1 end from turnover"),
              "4:26: '日期' is a date, and '' is not an ISO date like '2026-04-13'");
    CHECK_STR(outcome_of("select 1 from turnover where 日期 > 20260413"),
              "4:40: '日期' is a date, and 20260413 is a number; expected an ISO date like "
              "'2026-04-13'");
    CHECK_STR(outcome_of("select 1 from turnover where 日期 = 备注"),
              "4:40: '日期' is a date, and '备注' is a text column");
}

TEST(the_date_of_a_subquery_is_a_date)
{
    CHECK_STR(outcome_of("with w as (select trading_week(日期) as 周 from turnover) "
                         "select count(*) from w where 周 = '2026年'"),
              "4:94: this is a date, and '2026年' is not an ISO date like '2026-04-13'");
}

TEST(patterns_on_dates_are_no_comparison)
{
    CHECK_STR(outcome_of("select count(*) from turnover where 日期 like '2026-04-1%'"), "6");
    CHECK_STR(outcome_of("select count(*) from turnover where 日期 glob '2026-04-1*'"), "6");
    CHECK_STR(outcome_of("select count(*) from turnover where strftime('%Y-%m', 日期) = '2026-04'"),
              "9");
}

TEST(a_number_is_not_compared_with_a_word)
{
    CHECK_STR(outcome_of("select 1 from turnover where 成交额 > '两万'"),
              "4:41: '成交额' is a number, and '两万' is a text");
    CHECK_STR(outcome_of("select count(*) from turnover where 成交额 > '22000'"), "5");
    CHECK_STR(outcome_of("select count(*) c from turnover having c > '5'"),
              "4:49: this is a number, and '5' is a text");
}

TEST(all_findings_come_at_once)
{
    CHECK_STR(outcome_of("select sum(备注), 1/2 from turnover where 日期 > 'x'"),
              "4:17: sum() takes numbers; '备注' is a text|4:23: " DROPS
              "|4:51: '日期' is a date, and 'x' is not an ISO date like '2026-04-13'");
}
