#include "sample.h"
#include "test.h"

static const cp_table *give(void *context, cp_str name, cp_report *report)
{
    (void)name;
    (void)report;
    return context;
}

TEST(dates_of_all_times_come_through)
{
    cp_date dates[]
        = { cp_date_from(1900, 1, 1),   cp_date_from(1969, 12, 31), cp_date_from(2199, 12, 31),
            cp_date_from(1899, 12, 31), cp_date_from(2200, 1, 1),   CP_NO_DATE };
    cp_column column = { .name = CP_STR("d"), .type = CP_DATE, .date = dates };
    cp_table table = { .rows = 6, .column_count = 1, .columns = &column };
    sample_set sample;
    cp_table *result;

    sample_open(&sample);
    cp_dataset_offer(sample.dataset, CP_STR("t"), give, &table);
    result = sample_query(&sample, "select d from t where d is null or d > '1800-01-01'");
    CHECK(result && result->rows == 6 && result->columns[0].type == CP_DATE);
    for (size_t i = 0; result && i < result->rows; i++)
        CHECK_INT(result->columns[0].date[i], dates[i]);
    sample_close(&sample);
}
