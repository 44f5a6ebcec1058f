#include "dataset/explain.h"
#include "sample.h"
#include "test.h"

static const char *input_of(const char *sql)
{
    static char text[512];
    cp_arena arena = { 0 };

    snprintf(text, sizeof text, CP_FMT, CP_ARG(cp_query_input(&arena, cp_str_from(sql))));
    cp_arena_free(&arena);
    return text;
}

TEST(the_rows_that_go_in_are_those_of_the_same_tables_and_conditions)
{
    CHECK_STR(input_of("select avg(a) from t where b > 1"), "select * from t where b > 1");
    CHECK_STR(input_of("select a, sum(b) from t group by a order by 2"), "select * from t ");
    CHECK_STR(input_of("with x as (select 1 as a from u) select max(a) from x"),
              "with x as (select 1 as a from u) select * from x");
}

TEST(order_and_limit_pick_the_rows_unless_they_are_summed_up)
{
    CHECK_STR(input_of("select a from t order by d desc limit 1"),
              "select * from t order by d desc limit 1");
    CHECK_STR(input_of("select avg(a) from t limit 1"), "select * from t ");
}

TEST(joins_give_the_columns_that_the_query_names)
{
    CHECK_STR(input_of("select b.x / a.x - 1 from t a, t b where a.d = :start"),
              "select b.x as \"b.x\", a.x as \"a.x\", a.d as \"a.d\" from t a, t b where a.d = "
              ":start");
}

TEST(several_selects_have_no_rows_of_their_own)
{
    CHECK_STR(input_of("select a from t union select b from u"), "");
    CHECK_STR(input_of("select 14"), "");
    CHECK_STR(input_of("values (1), (2)"), "");
}

TEST(parameters_are_told_once)
{
    sample_set sample;

    sample_open(&sample);
    CHECK_STR(cp_str_z(&sample.arena,
                       cp_query_parameters(&sample.arena, sample.dataset,
                                           CP_STR("select :start, :least, :word, :start, :nix"))),
              ":start = 2026-04-13, :least = 2, :word = x");
    sample_close(&sample);
}

TEST(what_a_query_reads_is_traced)
{
    sample_set sample;
    cp_reads reads = { 0 };

    sample_open(&sample);
    cp_dataset_trace(sample.dataset, &reads);
    sample_query(&sample, "select sum(成交额) from turnover where 日期 > :start and 成交额 > 0");
    cp_dataset_trace(sample.dataset, NULL);
    sample_query(&sample, "select 备注 from turnover");
    CHECK(reads.first && reads.first->next == reads.last && !reads.last->next);
    CHECK_STR(reads.first ? reads.first->column.data : NULL, "成交额");
    CHECK_STR(reads.last ? reads.last->column.data : NULL, "日期");
    sample_close(&sample);
}

TEST(the_functions_of_ours_that_a_query_calls_are_told_once)
{
    cp_arena arena = { 0 };
    size_t count;
    const cp_function *const *found = cp_query_functions(
        &arena, CP_STR("select median(a), upper(b), Median(a), avg from t where ema(a, 2) > 1"),
        &count);

    CHECK_INT(count, 2);
    CHECK_STR(count == 2 ? found[0]->name : NULL, "median");
    CHECK_STR(count == 2 ? found[1]->name : NULL, "ema");
    cp_arena_free(&arena);
}
