/* reading.h - for the tests of this room: a text is read, and asked about. */
#ifndef CP_TESTS_READING_H
#define CP_TESTS_READING_H

#include "read/reader.h"

typedef struct cp_reading {
    cp_arena arena;
    cp_report report;
    cp_read_story story;
    cp_table *table; /* NULL: there was none */
} cp_reading;

/* The bytes as the file data/t.csv.  A `wish` may be NULL. */
cp_reading read_wished(cp_str bytes, const cp_read_wish *wish);
cp_reading read_text(const char *text);

/* "日期:date 成交额:number[亿元]", a % behind a column of shares. */
const char *columns_of(cp_reading *reading);

/* The cells of a column, plain, with | between them; "no column" without one. */
const char *cells_of(cp_reading *reading, const char *column);

/* The cells of a row, plain, with | between them. */
const char *row_of(cp_reading *reading, size_t row);

/* All findings as one text of lines, without a line end at the end. */
const char *findings_of(cp_reading *reading);

void reading_free(cp_reading *reading);

#endif
