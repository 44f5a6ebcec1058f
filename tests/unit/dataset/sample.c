#include "sample.h"

#include "base/buf.h"
#include "test.h"

enum { DAYS = 9, ROWS = 4 };

static cp_date days[DAYS];
static double amounts[DAYS] = { 21000, 21300, 21360, 21668, 22400, 23000, 24000, 24045, 24000 };
static double changes[DAYS] = { 0.01, -0.02, 0.005, 0, 0.012, NAN, 0.003, -0.001, 0.02 };
static cp_str notes[DAYS] = { { "休市后", 9 }, { NULL, 0 }, { "", 0 },   { "12", 2 }, { "a", 1 },
                              { "b", 1 },      { "b", 1 },  { NULL, 0 }, { "c", 1 } };

static cp_column turnover_columns[] = {
    { .name = { "日期", 6 }, .type = CP_DATE, .date = days },
    { .name = { "成交额", 9 }, .unit = { "亿元", 6 }, .type = CP_NUMBER, .number = amounts },
    { .name = { "涨跌幅", 9 }, .type = CP_NUMBER, .percent = true, .number = changes },
    { .name = { "备注", 6 }, .type = CP_TEXT, .text = notes },
};

static cp_date margin_days[ROWS];
static cp_str margin_codes[ROWS]
    = { { "000001", 6 }, { "600000", 6 }, { "000001", 6 }, { "600000", 6 } };
static double margin_amounts[ROWS] = { 26687, NAN, 26500.5, 100 };

static cp_column margin_columns[] = {
    { .name = { "日期", 6 }, .type = CP_DATE, .date = margin_days },
    { .name = { "代码", 6 }, .type = CP_TEXT, .text = margin_codes },
    { .name = { "余额", 6 }, .unit = { "亿元", 6 }, .type = CP_NUMBER, .number = margin_amounts },
};

static const cp_table turnover
    = { .name = { "turnover", 8 }, .rows = DAYS, .column_count = 4, .columns = turnover_columns };
static const cp_table margin
    = { .name = { "两融.余额", 13 }, .rows = ROWS, .column_count = 3, .columns = margin_columns };

static const cp_table *give(void *context, cp_str name, cp_report *report)
{
    (void)name;
    (void)report;
    return context;
}

static const cp_table *refuse(void *context, cp_str name, cp_report *report)
{
    (void)name;
    cp_fail(report, (cp_place){ context, 3, 1 }, "this file is broken");
    return NULL;
}

void sample_open(sample_set *sample)
{
    cp_date monday = cp_date_from(2026, 4, 13);

    for (int i = 0; i < 4; i++)
        days[i] = monday - 6 + i;
    for (int i = 0; i < 5; i++)
        days[4 + i] = monday + i;
    margin_days[0] = margin_days[1] = monday + 3;
    margin_days[2] = margin_days[3] = monday + 2;
    sample->arena = (cp_arena){ 0 };
    sample->report = (cp_report){ .arena = &sample->arena };
    sample->dataset = cp_dataset_open(&sample->arena, NULL);
    cp_dataset_offer(sample->dataset, turnover.name, give, (void *)&turnover);
    cp_dataset_offer(sample->dataset, margin.name, give, (void *)&margin);
    cp_dataset_offer(sample->dataset, CP_STR("broken"), refuse, (void *)"data/broken.csv");
    cp_dataset_set_date(sample->dataset, CP_STR("start"), monday);
    cp_dataset_set_date(sample->dataset, CP_STR("end"), monday + 4);
    cp_dataset_set_number(sample->dataset, CP_STR("least"), 2);
    cp_dataset_set_number(sample->dataset, CP_STR("part"), 1.5);
    cp_dataset_set_text(sample->dataset, CP_STR("word"), CP_STR("x"));
}

void sample_close(sample_set *sample)
{
    cp_dataset_close(sample->dataset);
    cp_arena_free(&sample->arena);
}

void sample_add_long(sample_set *sample, const char *name, size_t rows, size_t step, size_t modulus,
                     size_t a_day)
{
    cp_table *table = cp_new(&sample->arena, cp_table);
    cp_column *columns = cp_new_array(&sample->arena, cp_column, 2);

    columns[0] = (cp_column){ .name = CP_STR("n"), .type = CP_NUMBER };
    columns[0].number = cp_new_array(&sample->arena, double, rows);
    columns[1] = (cp_column){ .name = CP_STR("d"), .type = CP_DATE };
    columns[1].date = cp_new_array(&sample->arena, cp_date, rows);
    for (size_t i = 0; i < rows; i++) {
        columns[0].number[i] = (double)(i * step % modulus);
        columns[1].date[i] = (cp_date)(i / a_day);
    }
    *table = (cp_table){
        .name = cp_str_from(name), .rows = rows, .column_count = 2, .columns = columns
    };
    cp_dataset_offer(sample->dataset, table->name, give, table);
}

cp_table *sample_query(sample_set *sample, const char *sql)
{
    return cp_dataset_query(&sample->arena, sample->dataset, cp_str_from(sql),
                            (cp_place){ "charts/a.yaml", 4, 6 }, &sample->report);
}

static void add_rows(cp_buf *text, cp_arena *arena, const cp_table *table)
{
    for (size_t row = 0; row < table->rows; row++)
        for (size_t i = 0; i < table->column_count; i++) {
            cp_str cell = cp_cell_plain(arena, &table->columns[i], row);

            cp_buf_printf(text, "%s" CP_FMT, i > 0 ? "," : row > 0 ? "|" : "", CP_ARG(cell));
        }
}

static void add_findings(cp_buf *text, const cp_report *report)
{
    for (const cp_finding *each = report->first; each; each = each->next)
        cp_buf_printf(text, "%s%d:%d: %s", each == report->first ? "" : "|", each->place.line,
                      each->place.column, each->text);
}

/* The text outlives its dataset until the next call. */
static const char *keep(const cp_buf *text)
{
    static char kept[4096];

    snprintf(kept, sizeof kept, "%s", text->data ? text->data : "");
    return kept;
}

const char *outcome_of(const char *sql)
{
    sample_set sample;
    cp_buf text = { 0 };
    const cp_table *table;
    const char *kept;

    sample_open(&sample);
    table = sample_query(&sample, sql);
    if (table)
        add_rows(&text, &sample.arena, table);
    add_findings(&text, &sample.report);
    if (!table && !sample.report.first)
        cp_test_fault(__FILE__, __LINE__, "no result and no finding: %s", sql);
    kept = keep(&text);
    cp_buf_free(&text);
    sample_close(&sample);
    return kept;
}

const char *columns_of(const char *sql)
{
    sample_set sample;
    cp_buf text = { 0 };
    const cp_table *table;
    const char *kept;

    sample_open(&sample);
    table = sample_query(&sample, sql);
    for (size_t i = 0; table && i < table->column_count; i++)
        cp_buf_printf(&text, "%s" CP_FMT " %s%s" CP_FMT "%s", i > 0 ? "|" : "",
                      CP_ARG(table->columns[i].name), cp_type_name(table->columns[i].type),
                      table->columns[i].unit.size ? " " : "", CP_ARG(table->columns[i].unit),
                      table->columns[i].percent ? " percent" : "");
    add_findings(&text, &sample.report);
    kept = keep(&text);
    cp_buf_free(&text);
    sample_close(&sample);
    return kept;
}
