#include "dataset/literal.h"
#include "sample.h"
#include "test.h"

static const char *written(sample_set *sample, const char *sql)
{
    cp_str out;
    cp_place at = { "pack.yaml", 7, 10 };

    CHECK(cp_sql_write_out(&sample->arena, sample->dataset, cp_str_from(sql), at, &out,
                           &sample->report));
    return out.data;
}

TEST(parameters_are_written_out_for_other_databases)
{
    sample_set sample;

    sample_open(&sample);
    cp_dataset_set_text(sample.dataset, CP_STR("quoted"), CP_STR("it's"));
    CHECK_STR(written(&sample, "select * from t where d >= :start and n > :least and x = :quoted"),
              "select * from t where d >= '2026-04-13' and n > 2 and x = 'it''s'");
    sample_close(&sample);
}

TEST(casts_quotes_and_comments_are_no_parameters)
{
    const char *sql = "select x::date, ':start', \":start\" from t -- :start\n/* :start */";
    sample_set sample;

    sample_open(&sample);
    CHECK_STR(written(&sample, sql), sql);
    sample_close(&sample);
}

TEST(a_parameter_that_is_none_is_told)
{
    cp_place at = { "pack.yaml", 7, 10 };
    sample_set sample;
    cp_str out;

    sample_open(&sample);
    CHECK(!cp_sql_write_out(&sample.arena, sample.dataset, CP_STR("select :strat"), at, &out,
                            &sample.report));
    CHECK_STR(cp_finding_line(&sample.arena, sample.report.first),
              "pack.yaml:7:10: error: no parameter ':strat'; did you mean ':start'?");
    sample_close(&sample);
}
