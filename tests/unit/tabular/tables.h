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
    cp_tabular_column *columns; /* of the table made last; to change before it is laid out */
    cp_tabular_row *rows;
    cp_tabular_cell *cells;
} setting;

void open_setting(setting *s);
void close_setting(setting *s);

/* `texts`: cells, NULL behind each row, NULL at the end; "^" and "<" belong to the cell above
 * and at the left; `align`: l, c, r, . (the point) or s (the stub) a column. */
cp_tabular *make_table(setting *s, const char *const *texts, const char *align);
const char *dump_page(setting *s, const cp_tabular_page *page);

/* NULL where there is no layout. */
const char *dump_table(setting *s, const char *const *texts, const char *align, double width,
                       double scale);
double table_height(setting *s, const char *const *texts, const char *align, double width,
                    double scale);

/* The colour at a point of a table of 100 pt, drawn at ORIGIN_X, ORIGIN_Y. */
cp_color pixel_of(setting *s, const char *const *texts, const char *align, int x, int y);

cp_rect cell_box(const char *dump, size_t row, size_t column);
double cell_left(const char *dump, size_t row, size_t column);
double cell_right(const char *dump, size_t row, size_t column);
double text_left(const char *dump, size_t row, size_t column);
double text_right(const char *dump, size_t row, size_t column);
const char *cell_text(setting *s, const char *dump, size_t row, size_t column);

/* The first line of the dump whose text or inset leaves its cell, or whose cell overlaps
 * another; "" if there is none and the cells fill their table without a hole. */
const char *misplaced(const char *dump);

#endif
