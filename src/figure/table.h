/*
 * table.h - a table as a figure: from its spec over rows and columns to a grid of cells.
 *
 * table.c reads the spec, table_head.c its columns and spanners; table_load.c binds them to
 * the rows; table_lines.c says which lines the table has (rows, side by side where there
 * are blocks; sections; sums); table_grid.c makes the cells that tabular/ lays out.
 */
#ifndef CP_FIGURE_TABLE_H
#define CP_FIGURE_TABLE_H

#include "figure/cell/cell.h"
#include "figure/rows.h"
#include "figure/table_rule.h"

enum { CP_TABLE_MOST_COLUMNS = 60, CP_TABLE_MOST_BLOCKS = 6, CP_TABLE_MOST_LEVELS = 6 };

/* A spanner over columns first..first + count - 1; level 0 is the uppermost. */
typedef struct cp_table_spanner {
    cp_str label;
    cp_place place;
    size_t first, count, level;
} cp_table_spanner;

/* A line of the table below its head. */
typedef struct cp_table_line {
    cp_tabular_part part;
    size_t rows[CP_TABLE_MOST_BLOCKS]; /* of a body line: the row of each block; SIZE_MAX: none */
    size_t from, to;                   /* of a summary: the rows that it sums */
    cp_str text;                       /* of a section, a summary, a footnote */
    cp_place place;                    /* of the text */
    bool breaks;                       /* no merged cell goes on from the line above */
} cp_table_line;

typedef struct cp_table_spec {
    /* the spec */
    cp_row_source source;
    cp_node *columns_node, *rules_node;
    cp_str blocks, group, subtotal, total, missing;
    cp_texts footnotes;
    int look;
    /* read */
    const cp_node *map;
    size_t column_count, spanner_count, levels; /* levels: of spanners */
    cp_cell_column **columns;
    size_t *column_levels; /* of each column: the spanners over it */
    cp_table_spanner *spanners;
    cp_table_rules rules;
    /* loaded */
    const cp_table *table;
    const cp_column *group_data; /* NULL: no groups */
    size_t block_count;          /* 1 without blocks */
    cp_str *block_names;
    size_t *block_of; /* [table->rows]: the block of each row */
    size_t line_count;
    cp_table_line *lines;
    cp_tabular *tabular;
} cp_table_spec;

/* Read `columns`; without it all columns of the rows are shown, as texts. */
bool cp_table_head_read(cp_table_spec *spec, cp_figure *figure, const cp_figure_env *env);
bool cp_table_head_default(cp_table_spec *spec, cp_figure *figure, const cp_figure_env *env);

/* Find the columns' data, how they are written, what their colours mean. */
bool cp_table_bind(cp_table_spec *spec, const cp_figure_env *env);

void cp_table_lines(cp_table_spec *spec, const cp_figure_env *env);

const cp_tabular_spec *cp_table_grid(cp_table_spec *spec, const cp_figure_env *env);

#endif
