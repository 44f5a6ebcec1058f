#include "sample.h"
#include "test.h"

TEST(an_unknown_column_is_told_with_a_guess)
{
    CHECK_STR(outcome_of("select 日期, 成交量 from turnover"),
              "4:17: no column '成交量'; did you mean '成交额'?");
    CHECK_STR(outcome_of("select t.成交量 from turnover t"),
              "4:13: no column 't.成交量'; did you mean '成交额'?");
}

TEST(guesses_come_from_the_tables_that_the_query_speaks_of)
{
    CHECK_STR(outcome_of("select 余额 from turnover"),
              "4:13: no column '余额'; expected 日期, 成交额, 涨跌幅 or 备注");
}

TEST(a_name_in_double_quotes_is_never_a_text)
{
    CHECK_STR(outcome_of("select \"周均\" from turnover"),
              "4:13: no column '周均'; a text stands in single quotes: '周均'");
    CHECK_STR(outcome_of("select count(*) from turnover where 备注 = \"a\""),
              "4:47: no column 'a'; a text stands in single quotes: 'a'");
}

TEST(an_unknown_table_is_told_with_a_guess)
{
    CHECK_STR(outcome_of("select 1 from turnovr"),
              "4:20: no table 'turnovr'; did you mean 'turnover'?");
}

TEST(a_table_with_a_dot_wants_quotes)
{
    CHECK_STR(outcome_of("select * from 两融.余额"),
              "4:20: the table's name holds a dot: write \"两融.余额\" in double quotes");
}

TEST(an_unknown_function_is_told_with_a_guess)
{
    CHECK_STR(outcome_of("select medain(成交额) from turnover"),
              "4:13: no function 'medain'; did you mean 'median'?");
}

TEST(full_width_signs_are_told)
{
    CHECK_STR(outcome_of("select 日期，成交额 from turnover"),
              "4:15: the full-width '，' is part of a name here; SQL wants ','");
    CHECK_STR(outcome_of("select avg（成交额） from turnover"),
              "4:16: the full-width '（' is part of a name here; SQL wants '('");
    CHECK_STR(outcome_of("select 日期 from turnover　where 1"),
              "4:29: the full-width '　' is part of a name here; SQL wants ' '");
}

TEST(broken_grammar_is_told_at_its_word)
{
    CHECK_STR(outcome_of("select 日期 fro turnover"),
              "4:20: SQL does not go on with 'turnover' here");
    CHECK_STR(outcome_of("select (1 from turnover"), "4:16: SQL does not go on with 'from' here");
    CHECK_STR(outcome_of("select 日期 from turnover where"),
              "4:35: the query ends before it is complete");
    CHECK_STR(outcome_of("select 'abc"), "4:13: SQL does not go on with ''abc' here");
}

TEST(a_table_named_like_a_word_of_sql_wants_quotes)
{
    sample_set sample;

    sample_open(&sample);
    sample_add_long(&sample, "order", 1, 1, 1, 1);
    CHECK(!sample_query(&sample, "select n from order"));
    CHECK_STR(sample.report.first->text,
              "'order' is a word of SQL; as a table write \"order\" in double quotes");
    CHECK(sample_query(&sample, "select n from \"order\"") != NULL);
    sample_close(&sample);
}

TEST(what_else_sqlite_says_is_passed_on)
{
    CHECK_STR(outcome_of("select 日期 from turnover, \"两融.余额\""),
              "4:13: ambiguous column name: 日期");
    CHECK_STR(outcome_of("select sum(成交额, 1) from turnover"),
              "4:13: wrong number of arguments to function sum()");
}
