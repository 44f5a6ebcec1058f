/*
 * rows.h - where a figure's rows come from: one of `data`, `sql` and `rows`.
 *
 * A kind that draws rows has a cp_row_source in its spec and CP_ROW_FIELDS in its
 * fields, checks it in its read() and gets the table in its load().
 */
#ifndef CP_FIGURE_ROWS_H
#define CP_FIGURE_ROWS_H

#include "figure/figure.h"

typedef struct cp_row_source {
    cp_str data, sql;
    cp_node *rows;
    const cp_node *map; /* the figure's, for places */
    const char *kind;   /* the figure's class */
    bool known;         /* one of the three is given */
    const char *origin; /* the key that gave the rows, once they are loaded */
} cp_row_source;

#define CP_ROW_FIELDS(owner, member)                                                               \
    { .key = "data",                                                                               \
      .type = CP_FIELD_TEXT,                                                                       \
      .offset = offsetof(owner, member.data),                                                      \
      .help = "the table, or a data file, whose rows are drawn" },                                 \
        { .key = "sql",                                                                            \
          .type = CP_FIELD_TEXT,                                                                   \
          .offset = offsetof(owner, member.sql),                                                   \
          .help = "the query whose rows are drawn" },                                              \
    {                                                                                              \
        .key = "rows", .type = CP_FIELD_NODE, .offset = offsetof(owner, member.rows),              \
        .help = "the rows themselves: a list of mappings, or a block of CSV"                       \
    }

/* In read(): whether one of the three is given. */
bool cp_row_source_read(cp_row_source *source, const cp_figure *figure, const cp_node *map,
                        const cp_figure_env *env);

/* In load(): the table, with one row at least; NULL and a finding otherwise. */
const cp_table *cp_row_source_load(cp_row_source *source, const cp_figure_env *env);

/* The column that the spec's `key` calls `name`; NULL and a finding with a guess.  Without a name,
 * which was told when it was read, NULL alone. */
const cp_column *cp_row_source_column(const cp_row_source *source, const cp_table *table,
                                      const char *key, cp_str name, const cp_figure_env *env);

#endif
