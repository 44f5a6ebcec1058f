#include "dataset/dataset.h"

#include "sample.h"
#include "test.h"

TEST(a_query_gives_rows)
{
    CHECK_STR(outcome_of("select 日期, 成交额 from turnover where 成交额 > 24000"),
              "2026-04-16,24045");
}

TEST(names_with_dots_and_chinese_stand_in_double_quotes)
{
    CHECK_STR(outcome_of("select 代码, 余额 from \"两融.余额\" where 日期 = '2026-04-16'"),
              "000001,26687|600000,");
}

TEST(names_are_found_in_either_case)
{
    CHECK_STR(outcome_of("select count(*) from TurnOver"), "9");
}

TEST(parameters_have_the_period)
{
    CHECK_STR(outcome_of("select avg(成交额) from turnover where 日期 between :start and :end"),
              "23489");
    CHECK_STR(outcome_of("select :least, :word, :start"), "2,x,2026-04-13");
}

TEST(a_parameter_changes_for_the_next_query)
{
    sample_set sample;
    cp_table *table;

    sample_open(&sample);
    cp_dataset_set_date(sample.dataset, CP_STR("start"), cp_date_from(2026, 4, 17));
    table = sample_query(&sample, "select count(*) from turnover where 日期 >= :start");
    CHECK(table && table->columns[0].number[0] == 1);
    sample_close(&sample);
}

TEST(an_unknown_parameter_is_told_at_its_place)
{
    CHECK_STR(outcome_of("select :strat"), "4:13: no parameter ':strat'; did you mean ':start'?");
    CHECK_STR(outcome_of("select ?"), "4:13: '?' is not a parameter; write :name");
    CHECK_STR(outcome_of("select @start"), "4:13: '@start' is not a parameter; write :name");
}

TEST(a_loader_is_called_once_and_its_fault_is_told_once)
{
    sample_set sample;

    sample_open(&sample);
    CHECK(!sample_query(&sample, "select * from broken"));
    CHECK(!sample_query(&sample, "select count(*) from broken, turnover"));
    CHECK(!cp_dataset_table(sample.dataset, CP_STR("broken"), (cp_place){ 0 }, &sample.report));
    CHECK_INT(sample.report.errors, 1);
    CHECK_STR(sample.report.first->text, "this file is broken");
    CHECK_STR(sample.report.first->place.file, "data/broken.csv");
    sample_close(&sample);
}

TEST(a_table_is_given_by_its_name)
{
    sample_set sample;
    const cp_table *table;

    sample_open(&sample);
    table = cp_dataset_table(sample.dataset, CP_STR("turnover"), (cp_place){ 0 }, &sample.report);
    CHECK(table && table->rows == 9);
    CHECK(!cp_dataset_table(sample.dataset, CP_STR("turnovr"), (cp_place){ "a.yaml", 2, 7 },
                            &sample.report));
    CHECK_STR(cp_finding_line(&sample.arena, sample.report.first),
              "a.yaml:2:7: error: no table 'turnovr'; did you mean 'turnover'?");
    sample_close(&sample);
}

TEST(only_one_query_that_reads)
{
    CHECK_STR(outcome_of("select 1;  "), "1");
    CHECK_STR(outcome_of("select 1; select 2"),
              "4:16: a second query stands behind the ';'; expected one");
    CHECK_STR(outcome_of("delete from turnover"),
              "4:6: a query begins with select, with or values, not 'delete'");
    CHECK_STR(outcome_of("pragma table_info(turnover)"),
              "4:6: a query begins with select, with or values, not 'pragma'");
    CHECK_STR(outcome_of("attach 'x.db' as x"),
              "4:6: a query begins with select, with or values, not 'attach'");
    CHECK_STR(outcome_of("explain select 1"),
              "4:6: a query begins with select, with or values, not 'explain'");
    CHECK_STR(outcome_of("with a as (select 1) insert into turnover select * from a"),
              "4:6: a query only reads; this one would change something");
    CHECK_STR(outcome_of(" -- nothing"), "4:6: the query is empty; expected select ...");
    CHECK_STR(outcome_of("values (1, 'a'), (2, 'b')"), "1,a|2,b");
}

TEST(sqlite_s_own_tables_are_not_there)
{
    CHECK_STR(outcome_of("select * from sqlite_master"), "4:6: no table 'sqlite_master'");
    CHECK_STR(outcome_of("select * from pragma_table_info('a')"),
              "4:6: no table 'pragma_table_info'");
    CHECK_STR(outcome_of("select * from dbstat"),
              "4:20: no table 'dbstat'; expected turnover, 两融.余额 or broken");
}

TEST(a_text_that_is_no_text_is_refused)
{
    sample_set sample;

    sample_open(&sample);
    CHECK(!sample_query(&sample, "select '\xff'"));
    CHECK_STR(sample.report.first->text, "the query is not valid UTF-8 at its byte 9");
    CHECK(!cp_dataset_query(&sample.arena, sample.dataset, (cp_str){ "select 1\0", 9 },
                            (cp_place){ 0 }, &sample.report));
    CHECK_STR(sample.report.last->text, "the query holds a NUL character");
    sample_close(&sample);
}

TEST(two_datasets_live_side_by_side)
{
    sample_set a, b;

    sample_open(&a);
    sample_open(&b);
    CHECK(sample_query(&a, "select trading_week(日期) from turnover") != NULL);
    CHECK(sample_query(&b, "select trading_week(日期) from turnover") != NULL);
    sample_close(&a);
    CHECK(sample_query(&b, "select count(*) from turnover") != NULL);
    sample_close(&b);
}
