#include "sample.h"
#include "test.h"

TEST(a_column_is_of_one_kind)
{
    CHECK_STR(outcome_of("select 成交额 > 22000 as a, case when 成交额 > 24000 then 1 else 'x' end "
                         "as c from turnover"),
              "4:31: result column 'c' mixes text and numbers: row 8 holds 1");
    CHECK_STR(outcome_of("select 1 as a union all select 'b'"),
              "4:13: result column 'a' mixes numbers and text: row 2 holds 'b'");
}

TEST(texts_that_are_all_dates_are_dates)
{
    CHECK_STR(columns_of("select date(日期, '+1 day') as d, substr(日期, 1, 7) as m, "
                         "'2026-04-13' as c from turnover"),
              "d date|m text|c date");
    CHECK_STR(columns_of("select column1 as a from (values (null), ('2026-04-13'), ('x'))"),
              "a text");
    CHECK_STR(outcome_of("select column1 as a from (values (null), ('2026-04-13'), ('x'))"),
              "|2026-04-13|x");
}

TEST(a_text_column_stays_text_whatever_it_holds)
{
    CHECK_STR(columns_of("select 备注 from turnover where 备注 = '12'"), "备注 text");
}

TEST(empty_and_missing_texts_stay_apart)
{
    sample_set sample;
    cp_table *table;

    sample_open(&sample);
    table = sample_query(&sample, "select 备注 from turnover limit 3");
    CHECK(table && !table->columns[0].text[1].data && table->columns[0].text[2].data);
    sample_close(&sample);
}

TEST(a_column_without_values_is_of_the_type_it_would_have)
{
    CHECK_STR(columns_of("select null as a, trading_week(null) as b, upper(null) as c, "
                         "日期, 备注 from turnover where 0"),
              "a number|b date|c text|日期 date|备注 text");
    CHECK_STR(outcome_of("select null as a, null as b"), ",");
}

TEST(two_columns_of_one_name_are_told)
{
    CHECK_STR(outcome_of("select 日期, 成交额 as 日期 from turnover"),
              "4:17: two result columns are called '日期'; name one with `as`");
}

TEST(what_a_table_cannot_hold_is_told)
{
    CHECK_STR(outcome_of("select 9007199254740993 as a"),
              "4:13: result column 'a' holds 9007199254740993, a whole number too long to be kept "
              "exactly");
    CHECK_STR(outcome_of("select 1e308 * 10 as a"),
              "4:13: result column 'a' overflows in its row 1: a number beyond 1e308");
    CHECK_STR(outcome_of("select x'00' as a"), "4:13: result column 'a' holds bytes, not text");
}

TEST(a_text_with_a_nul_is_told)
{
    CHECK_STR(outcome_of("select 'a' || char(0) || 'b' t"),
              "4:13: result column 't' holds a NUL character in its row 1");
}
