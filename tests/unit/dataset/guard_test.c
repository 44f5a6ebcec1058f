#include "sample.h"
#include "test.h"

static const char *finding_within(cp_dataset_limits limits, const char *sql)
{
    static char kept[512];
    cp_arena arena = { 0 };
    cp_report report = { .arena = &arena };
    cp_dataset *dataset = cp_dataset_open(&arena, &limits);
    const cp_table *table = cp_dataset_query(&arena, dataset, cp_str_from(sql),
                                             (cp_place){ "a.yaml", 1, 1 }, &report);

    snprintf(kept, sizeof kept, "%s", report.first ? report.first->text : "");
    CHECK(!table == (report.first != NULL));
    cp_dataset_close(dataset);
    cp_arena_free(&arena);
    return kept;
}

TEST(chance_and_clock_are_refused)
{
    CHECK_STR(outcome_of("select random()"),
              "4:13: random is refused: a result must be the same each time");
    CHECK_STR(outcome_of("select 日期 from turnover order by random()"),
              "4:39: random is refused: a result must be the same each time");
    CHECK_STR(outcome_of("select hex(randomblob(4))"),
              "4:17: randomblob is refused: a result must be the same each time");
    CHECK_STR(outcome_of("select current_date"),
              "4:13: current_date is refused: a result must be the same each time");
    CHECK_STR(outcome_of("select strftime('%Y')"),
              "4:13: the clock is refused: a result must be the same each time");
    CHECK_STR(outcome_of("select 1 where date('NOW', '-7 days') > '2026-01-01'"),
              "4:26: the clock is refused: a result must be the same each time; :end is the "
              "period's end");
}

TEST(a_clock_in_disguise_is_refused)
{
    CHECK_STR(outcome_of("select date('n' || 'ow')"),
              "4:6: the clock is refused: a result must be the same each time");
    CHECK_STR(outcome_of("select date(w) from (select 'now' as w)"),
              "4:34: the clock is refused: a result must be the same each time");
}

TEST(steps_are_limited)
{
    cp_dataset_limits limits = cp_dataset_default_limits;

    limits.steps = 1e6;
    CHECK_STR(finding_within(limits, "with recursive n(i) as (select 1 union all select i + 1 "
                                     "from n) select count(*) from n"),
              "the query needs more than 1 million steps");
}

TEST(work_inside_a_function_counts_as_steps)
{
    cp_dataset_limits limits = cp_dataset_default_limits;

    limits.steps = 3e5;
    CHECK_STR(finding_within(limits, "with recursive n(i) as (select 1 union all select i + 1 "
                                     "from n limit 2000) select median(i) over (order by i) m "
                                     "from n"),
              "the query needs more than 0.3 million steps");
}

TEST(texts_are_limited)
{
    cp_dataset_limits limits = cp_dataset_default_limits;

    limits.length = 1000;
    CHECK_STR(finding_within(limits, "select replace(hex(zeroblob(400)), '0', 'aaaa')"),
              "the query makes or meets a text of more than 1000 bytes");
}

TEST(a_text_that_printf_makes_is_limited)
{
    CHECK_STR(finding_within(cp_dataset_default_limits, "select printf('%1000001d', 5)"),
              "the query makes or meets a text of more than 1000000 bytes");
    CHECK_STR(finding_within(cp_dataset_default_limits, "select printf('%.*c', 2147483647, 'x')"),
              "the query makes or meets a text of more than 1000000 bytes");
}

TEST(memory_is_limited)
{
    cp_dataset_limits limits = cp_dataset_default_limits;

    limits.heap = (size_t)4 << 20;
    CHECK_STR(finding_within(limits,
                             "with recursive n(i, t) as (select 1, hex(zeroblob(4000)) union all "
                             "select i + 1, t from n limit 20000) select t from n order by i"),
              "the query needs more than 4 MB of memory");
    CHECK_STR(finding_within(cp_dataset_default_limits, "select 1"), "");
}

TEST(rows_are_limited)
{
    cp_dataset_limits limits = cp_dataset_default_limits;

    limits.rows = 2;
    CHECK_STR(finding_within(limits, "values (1), (2)"), "");
    CHECK_STR(finding_within(limits, "values (1), (2), (3)"), "the query gives more than 2 rows");
}

TEST(the_query_itself_has_a_length)
{
    cp_dataset_limits limits = cp_dataset_default_limits;

    limits.length = 20;
    CHECK_STR(finding_within(limits, "select 1 -- and so on and on"),
              "the query is longer than 20 bytes");
}
