#include "sample.h"
#include "test.h"

/* A dataset with tables `a` and `b` of 20,000 rows that may take this many steps a query. */
static void open_long(sample_set *sample, double steps)
{
    cp_dataset_limits limits = cp_dataset_default_limits;

    limits.steps = steps;
    sample_open(sample);
    cp_dataset_close(sample->dataset);
    sample->dataset = cp_dataset_open(&sample->arena, &limits);
    sample_add_long(sample, "a", 20000, 7919, 20011, 10);
    sample_add_long(sample, "b", 20000, 104729, 20011, 10);
}

static double only_number(sample_set *sample, const char *sql)
{
    cp_table *table = sample_query(sample, sql);
    double number = table ? table->columns[0].number[0] : NAN;

    for (cp_finding *each = sample->report.first; each; each = each->next)
        cp_test_fault(__FILE__, __LINE__, "%s", each->text);
    return number;
}

TEST(a_join_of_20000_with_20000_rows_is_quick)
{
    sample_set sample;

    open_long(&sample, 1e6);
    CHECK_NEAR(only_number(&sample, "select count(*) from a join b on a.n = b.n"), 19989, 0);
    CHECK_NEAR(only_number(&sample, "select count(*) from a join b on a.n = b.n and a.d = b.d"),
               0 + only_number(&sample, "select count(*) from a join b on a.d = b.d and a.n = b.n"),
               0);
    CHECK_NEAR(only_number(&sample, "select count(*) from a left join b on a.n = b.n and b.n < 0"),
               20000, 0);
    sample_close(&sample);
}

TEST(a_range_of_a_sorted_column_reads_its_rows_only)
{
    sample_set sample;

    open_long(&sample, 10000);
    CHECK_NEAR(only_number(&sample, "select count(*) from a where d >= '1971-01-01' "
                                    "and d < '1971-01-11'"),
               100, 0);
    CHECK_NEAR(only_number(&sample, "select count(*) from a where d in ('1971-01-01', "
                                    "'1972-01-01', '2172-01-01')"),
               20, 0);
    CHECK_NEAR(only_number(&sample, "select count(*) from a where d > null"), 0, 0);
    sample_close(&sample);
}

TEST(an_order_in_which_rows_stand_is_not_sorted_again)
{
    sample_set sample;
    cp_table *table;

    open_long(&sample, 110000);
    table = sample_query(&sample, "select d from a order by d desc");
    CHECK(table && table->columns[0].date[0] == 1999);
    CHECK(table && table->columns[0].date[19999] == 0);
    table = sample_query(&sample, "select d from a order by d");
    CHECK(table && table->columns[0].date[19999] == 1999);
    CHECK_INT(sample.report.errors, 0);
    CHECK(!sample_query(&sample, "select n from a order by n desc"));
    sample_close(&sample);
}

TEST(rows_in_another_order_are_sorted_without_the_steps_of_sqlite)
{
    sample_set sample;
    cp_table *table;
    size_t falls = 0;

    open_long(&sample, 110000);
    table = sample_query(&sample, "select n from a order by n");
    CHECK(table && table->rows == 20000);
    for (size_t row = 1; table && row < table->rows; row++)
        falls += table->columns[0].number[row] <= table->columns[0].number[row - 1];
    CHECK_INT(falls, 0);
    CHECK_INT(sample.report.errors, 0);
    sample_close(&sample);
}

TEST(rows_that_are_alike_stay_as_they_stand_in_an_order_upward)
{
    CHECK_STR(outcome_of("select 日期, 代码 from \"两融.余额\" order by 代码"),
              "2026-04-16,000001|2026-04-15,000001|2026-04-16,600000|2026-04-15,600000");
    CHECK_STR(outcome_of("select 日期, 代码 from \"两融.余额\" order by 代码, 日期"),
              "2026-04-15,000001|2026-04-16,000001|2026-04-15,600000|2026-04-16,600000");
    CHECK_STR(outcome_of("select distinct 代码 from \"两融.余额\" where 代码 > '0' order by 代码"),
              "000001|600000");
    CHECK_STR(outcome_of("select 日期, 代码 from \"两融.余额\" where 日期 <> '2026-04-14' "
                         "order by 代码, 日期"),
              "2026-04-15,000001|2026-04-16,000001|2026-04-15,600000|2026-04-16,600000");
}

/* A plus keeps a column from any index. */
TEST(orders_of_texts_and_missing_cells_are_those_of_sqlite)
{
    static const char *const keys[][2] = { { "备注", "+备注" },
                                           { "涨跌幅, 备注", "+涨跌幅, +备注" },
                                           { "备注 nulls last", "+备注 nulls last" },
                                           { "备注 collate nocase", "+备注 collate nocase" },
                                           { "备注, 日期 desc", "+备注, +日期 desc" } };
    cp_arena arena = { 0 };

    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
        static const char query[] = "select 日期, 备注, 涨跌幅 from turnover order by %s";
        const char *ours
            = cp_printf(&arena, "%s", outcome_of(cp_printf(&arena, query, keys[i][0])));

        CHECK_STR(ours, outcome_of(cp_printf(&arena, query, keys[i][1])));
    }
    cp_arena_free(&arena);
}

TEST(rows_that_stand_newest_first_come_in_either_order)
{
    CHECK_STR(outcome_of("select 日期 from \"两融.余额\" order by 日期 limit 3"),
              "2026-04-15|2026-04-15|2026-04-16");
    CHECK_STR(outcome_of("select 代码 from \"两融.余额\" where 日期 < '2026-04-16' "
                         "order by 日期 desc"),
              "000001|600000");
    CHECK_STR(outcome_of("select 日期, 代码 from \"两融.余额\" order by 日期, 代码 desc"),
              "2026-04-15,600000|2026-04-15,000001|2026-04-16,600000|2026-04-16,000001");
}

TEST(an_index_gives_what_a_scan_gives)
{
    static const char *const queries[] = {
        "select count(*) from turnover x join turnover y on x.备注 = y.备注",
        "select count(*) from turnover x join turnover y on x.涨跌幅 > y.涨跌幅",
        "select count(*) from turnover x join turnover y on x.涨跌幅 <= y.涨跌幅 "
        "and y.涨跌幅 < 0.012",
        "select count(*) from turnover x join turnover y on x.备注 = y.备注 and x.日期 < y.日期",
        "select count(*) from turnover x join turnover y on x.备注 >= y.备注",
        "select count(*) from turnover x join turnover y on x.日期 = y.日期 and x.成交额 = "
        "y.成交额",
    };
    /* unary plus keeps a column from any index */
    static const char *const scans[] = {
        "select count(*) from turnover x join turnover y on +x.备注 = +y.备注",
        "select count(*) from turnover x join turnover y on +x.涨跌幅 > +y.涨跌幅",
        "select count(*) from turnover x join turnover y on +x.涨跌幅 <= +y.涨跌幅 "
        "and +y.涨跌幅 < 0.012",
        "select count(*) from turnover x join turnover y on x.备注 || '' = y.备注 || '' "
        "and x.日期 || '' < y.日期 || ''",
        "select count(*) from turnover x join turnover y on x.备注 || '' >= y.备注 || ''",
        "select 9",
    };

    for (size_t i = 0; i < sizeof queries / sizeof *queries; i++) {
        char found[64];

        snprintf(found, sizeof found, "%s", outcome_of(queries[i]));
        CHECK_STR(found, outcome_of(scans[i]));
    }
}

TEST(a_date_met_with_other_text_while_it_runs_is_told)
{
    CHECK_STR(outcome_of("select 1 from turnover where 日期 > :word"),
              "4:35: the date column '日期' is compared with 'x'; expected an ISO date like "
              "'2026-04-13'");
    CHECK_STR(outcome_of("select 1 from turnover t join turnover u on t.日期 = u.备注 || ''"),
              "4:52: the date column '日期' is compared with '休市后'; expected an ISO date like "
              "'2026-04-13'");
    CHECK_STR(outcome_of("select 1 from turnover where 成交额 = 21000 and 日期 <> '' || 5"), "1");
}

TEST(codes_keep_their_zeros)
{
    CHECK_STR(outcome_of("select count(*) from \"两融.余额\" where 代码 = '000001'"), "2");
    CHECK_STR(outcome_of("select count(*) from \"两融.余额\" where 代码 = 600000"), "2");
}

TEST(names_that_differ_in_case_only_are_told)
{
    sample_set sample;

    sample_open(&sample);
    sample_add_long(&sample, "Long", 1, 1, 1, 1);
    sample_add_long(&sample, "long", 1, 1, 1, 1);
    CHECK(!sample_query(&sample, "select * from long"));
    CHECK_STR(sample.report.first->text,
              "the tables 'Long' and 'long' differ in case only, which SQL does not see");
    sample_close(&sample);
}

static cp_column twins[]
    = { { .name = { "n", 1 }, .type = CP_NUMBER }, { .name = { "N", 1 }, .type = CP_NUMBER } };
static const cp_table twin_table = { .column_count = 2, .columns = twins };

static const cp_table *give_twins(void *context, cp_str name, cp_report *report)
{
    (void)context;
    (void)name;
    (void)report;
    return &twin_table;
}

TEST(a_table_that_does_not_fit_sql_is_told)
{
    sample_set sample;

    sample_open(&sample);
    cp_dataset_offer(sample.dataset, CP_STR("双"), give_twins, NULL);
    CHECK(!sample_query(&sample, "select * from 双"));
    CHECK_STR(
        cp_finding_line(&sample.arena, sample.report.first),
        "charts/a.yaml:4:20: error: the table '双' does not fit SQL: duplicate column name: N");
    sample_close(&sample);
}
