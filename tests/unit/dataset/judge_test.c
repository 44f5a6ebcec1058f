#include "sample.h"
#include "test.h"

TEST(columns_keep_type_unit_and_percent)
{
    CHECK_STR(columns_of("select * from turnover"),
              "日期 date|成交额 number 亿元|涨跌幅 number percent|备注 text");
    CHECK_STR(columns_of("select 日期 d, 成交额 'a b', t.成交额 as \"x.y\" from turnover t"),
              "d date|a b number 亿元|x.y number 亿元");
    CHECK_STR(columns_of("select 日期, 成交额 from turnover where 0"),
              "日期 date|成交额 number 亿元");
}

TEST(functions_of_one_column_keep_its_unit)
{
    CHECK_STR(columns_of("select avg(成交额), sum(成交额), min(成交额), max(日期), count(成交额), "
                         "median(涨跌幅) from turnover"),
              "avg(成交额) number 亿元|sum(成交额) number 亿元|min(成交额) number 亿元|"
              "max(日期) date|count(成交额) number|median(涨跌幅) number percent");
    CHECK_STR(columns_of("select avg(成交额) over (partition by trading_week(日期)) as 周均, "
                         "lag(成交额, 1) over w as 前日, round(成交额, 1) r, abs(涨跌幅) a "
                         "from turnover window w as (order by 日期)"),
              "周均 number 亿元|前日 number 亿元|r number 亿元|a number percent");
}

TEST(calculations_keep_a_unit_only_where_it_is_sure)
{
    CHECK_STR(columns_of("select 成交额 - lag(成交额) over () d, 成交额 / 1e4 q, 成交额 * 2 m, "
                         "成交额 + 涨跌幅 s, 涨跌幅 + 1 p, -成交额 n from turnover"),
              "d number 亿元|q number|m number|s number|p number|n number 亿元");
    CHECK_STR(columns_of("select sum(case when 代码 = '000001' then 余额 else 0 end) a, "
                         "coalesce(余额, 0) b, iif(余额 > 1, 余额, null) c, ifnull(余额, 1) d "
                         "from \"两融.余额\""),
              "a number 亿元|b number 亿元|c number 亿元|d number");
}

TEST(units_pass_through_subqueries)
{
    CHECK_STR(columns_of("with w as (select trading_week(日期) as 周, avg(成交额) as 均 "
                         "from turnover group by 1) "
                         "select 周, 均, 均 - lag(均) over (order by 周) as 变化 from w"),
              "周 date|均 number 亿元|变化 number 亿元");
    CHECK_STR(columns_of("select avg(均) m from (select 成交额 / 1e4 as 均 from turnover)"),
              "m number");
    CHECK_STR(columns_of("with t(d, v) as (select 日期, 成交额 from turnover) select v from t"),
              "v number 亿元");
    CHECK_STR(columns_of("select (select avg(成交额) from turnover) m"), "m number 亿元");
    CHECK_STR(columns_of("with a as (with b as (select 成交额 from turnover) select * from b) "
                         "select 成交额 from a"),
              "成交额 number 亿元");
}

TEST(parts_of_a_union_must_agree_on_the_unit)
{
    CHECK_STR(columns_of("select 成交额 from turnover union all select 余额 from \"两融.余额\""),
              "成交额 number 亿元");
    CHECK_STR(columns_of("select 成交额 from turnover union all select 涨跌幅 from turnover"),
              "成交额 number");
}

TEST(joins_show_shared_columns_once)
{
    CHECK_STR(columns_of("select * from turnover join \"两融.余额\" using (日期)"),
              "日期 date|成交额 number 亿元|涨跌幅 number percent|备注 text|代码 text|"
              "余额 number 亿元");
    CHECK_STR(columns_of("select * from turnover natural left join \"两融.余额\""),
              "日期 date|成交额 number 亿元|涨跌幅 number percent|备注 text|代码 text|"
              "余额 number 亿元");
    CHECK_STR(columns_of("select t.*, 余额 from turnover as t, \"两融.余额\" m "
                         "where t.日期 = m.日期"),
              "日期 date|成交额 number 亿元|涨跌幅 number percent|备注 text|余额 number 亿元");
}

TEST(an_alias_does_not_hide_the_column_it_is_made_of)
{
    CHECK_STR(columns_of("select avg(成交额) as 成交额, sum(成交额) s from turnover"),
              "成交额 number 亿元|s number 亿元");
}

TEST(a_recursive_table_is_typed_by_its_first_part)
{
    CHECK_STR(outcome_of("with recursive n(i) as (select 1 union all select i + 1 from n "
                         "where i < 5) select i / 2 from n"),
              "4:91: '/' of two integers drops the fraction; make one real, as in 1.0 * a / b");
    CHECK_STR(outcome_of("with recursive n(i) as (select 1.0 union all select i + 1 from n "
                         "where i < 3) select i / 2 from n"),
              "0.5|1|1.5");
}

TEST(the_judge_finds_its_way_through_all_clauses)
{
    CHECK_STR(
        outcome_of("select distinct t.备注 as b, count(*) filter (where t.成交额 > 1) as n "
                   "from turnover as t not indexed left outer join (select 日期 as e from "
                   "turnover) as u on t.日期 is not distinct from u.e and 1 "
                   "where t.备注 not in ('', '12') and t.备注 not like 'x%' escape '!' "
                   "and not exists (select 1 from \"两融.余额\" m where m.日期 = '1999-01-01') "
                   "group by t.备注 having n > 1 order by n desc nulls last, 1 "
                   "limit 3 offset 0"),
        "b,2");
}
