/* rows.h - what several commands print alike: a table's rows, the columns that something reads, names
 * of files in JSON. */
#ifndef CP_CLI_ROWS_H
#define CP_CLI_ROWS_H

#include "chartpack/chartpack.h"

#include <jansson.h>

/* The first and the last rows, each behind `indent`; ... stands for those in between. */
void cp_print_rows(chartpack_table *table, const char *indent);

/* "market: 日期, 成交额", a line for each table, the first behind `head`. */
void cp_print_reads(const chartpack_read *reads, const char *head);
json_t *cp_json_reads(const chartpack_read *reads);

/* The name of a file or of its table, which on the disk may be of any bytes, as JSON can hold it;
 * null for NULL. */
json_t *cp_json_name(const char *name);

#endif
