/* chart_rows.h - rows that stand in the chart file itself become a table. */
#ifndef CP_FIGURE_CHART_ROWS_H
#define CP_FIGURE_CHART_ROWS_H

#include "figure/figure.h"

/* A list of mappings, one a row, typed as a reader would; or a block of CSV. */
const cp_table *cp_chart_rows(const cp_figure_env *env, const cp_node *rows);

#endif
