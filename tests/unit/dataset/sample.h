/* sample.h - a dataset with a few small tables, and queries whose outcome is one text. */
#ifndef CP_TESTS_DATASET_SAMPLE_H
#define CP_TESTS_DATASET_SAMPLE_H

#include "dataset/dataset.h"

typedef struct sample_set {
    cp_arena arena;
    cp_report report;
    cp_dataset *dataset;
} sample_set;

/* `turnover`: 日期 (2026-04-07 .. 04-17, its trading days), 成交额 (亿元), 涨跌幅 (percent), 备注 (text);
 * `两融.余额`: 日期 (newest first), 代码 (text), 余额 (亿元, one is missing);
 * `broken`: cannot be loaded.  :start and :end are 2026-04-13 and 2026-04-17, :least is 2, :word is "x". */
void sample_open(sample_set *sample);
void sample_close(sample_set *sample);

/* A table of one number column `n` = 0 .. rows-1, times `step` modulo `modulus`, and a date column
 * `d` that goes on a day every `a_day` rows. */
void sample_add_long(sample_set *sample, const char *name, size_t rows, size_t step, size_t modulus,
                     size_t a_day);

cp_table *sample_query(sample_set *sample, const char *sql); /* at charts/a.yaml:4:6 */

/* The rows as "a,b|c,d", or the findings as "4:6: ...|...". */
const char *outcome_of(const char *sql);

/* The columns as "name type unit percent" joined by "|". */
const char *columns_of(const char *sql);

#endif
