/*
 * tabular.h - a drawn table: cells of text measured, columns solved, ink.
 *
 * For now the table of Markdown: one head row, body rows, a column's alignment.
 */
#ifndef CP_TABULAR_TABULAR_H
#define CP_TABULAR_TABULAR_H

#include "base/buf.h"
#include "spec/style.h"
#include "text/text.h"

typedef struct cp_tabular_cell {
    const cp_span *spans;
    size_t count;
} cp_tabular_cell;

typedef struct cp_tabular_spec {
    size_t columns, rows;        /* rows without the head */
    const cp_tabular_cell *head; /* [columns] */
    const cp_tabular_cell *body; /* [rows * columns], row by row */
    const cp_align *align;       /* [columns] */
    cp_place place;
} cp_tabular_spec;

/* A table laid out; lives in the arena, and the fonts and the style must outlive it. */
typedef struct cp_tabular cp_tabular;

/* Solve column widths for `width` at text sizes scaled by `scale` (1: the style's).
 * NULL and a finding if the words and numbers of the columns do not fit in. */
cp_tabular *cp_tabular_layout(cp_arena *arena, cp_fonts *fonts, const cp_style *style,
                              const cp_tabular_spec *spec, double width, double scale,
                              cp_report *report);
double cp_tabular_height(const cp_tabular *tabular);

/* Widen the rows below the head, within the style's limit, towards `height`. */
void cp_tabular_spread(cp_tabular *tabular, double height);

/* The smallest scale that keeps the style's smallest size. */
double cp_tabular_least_scale(const cp_style *style);

/* `dump`, if not NULL, takes a line a cell: row (0: the head), column, the cell's
 * box, the text's box, its lines. */
void cp_tabular_draw(const cp_tabular *tabular, cairo_t *cr, double x, double y, cp_buf *dump);

#endif
