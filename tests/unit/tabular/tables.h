/* tables.h - what the tests of tables share: fonts, a style, tables of plain texts, their dumps. */
#ifndef CP_TESTS_TABULAR_TABLES_H
#define CP_TESTS_TABULAR_TABLES_H

#include "tabular/tabular.h"

#define ORIGIN_X 10
#define ORIGIN_Y 20

typedef struct setting {
    cp_arena arena;
    cp_report report;
    cp_style *style;
    cp_fonts *fonts;
} setting;

void open_setting(setting *s);
void close_setting(setting *s);

/* `texts`: cells, NULL behind each row, NULL at the end; `align`: l, c or r a column.
 * NULL where there is no layout. */
const char *dump_table(setting *s, const char *const *texts, const char *align, double width,
                       double scale);
double table_height(setting *s, const char *const *texts, const char *align, double width,
                    double scale);

/* The colour at a point of a table of 100 pt, drawn at ORIGIN_X, ORIGIN_Y. */
cp_color pixel_of(setting *s, const char *const *texts, const char *align, int x, int y);

double cell_left(const char *dump, size_t row, size_t column);
double cell_right(const char *dump, size_t row, size_t column);
double text_left(const char *dump, size_t row, size_t column);
double text_right(const char *dump, size_t row, size_t column);
const char *cell_text(setting *s, const char *dump, size_t row, size_t column);

/* The first line of the dump whose text leaves its cell, or whose cell overlaps the
 * one before; "" if there is none. */
const char *misplaced(const char *dump);

#endif
