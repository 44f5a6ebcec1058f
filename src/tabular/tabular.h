/*
 * tabular.h - a drawn table: cells in, boxes and ink out.
 *
 *     heading                        the caption; the slide's
 *     ------------------------------
 *              spanner               head: spanners lie over the columns they gather,
 *     column    column    column           column labels stand below; as many rows as
 *     label     label     label            spanners nest
 *     ------------------------------
 *     section                        body: a section is a row of one cell; the stub are
 *     stub      cell      cell             the cells that name a row; a cell may lie over
 *     stub      cell      cell             several rows and columns
 *     summary   sum       sum        summary: behind a group of rows, or at the end
 *     ------------------------------
 *     footnote                       below the last row
 *     source note                    the slide's
 *
 * Who makes a table fills a grid: rows of cells, those of the head first.  The
 * table is measured once, laid out for as many widths and scales as are asked
 * for, and drawn page by page:
 *
 *   cp_tabular_new()     texts measured: widths on one line, widths of what no line divides
 *   cp_tabular_lay()     widths of columns, heights of rows, in a width at a scale
 *   cp_tabular_break()   how many rows fit on a page
 *   cp_tabular_draw()    ink of some of the rows, below the head
 *
 * A scale is the size of all that is in the table (texts, paddings, fixed widths) to that
 * of the style; lines between rows keep their widths.
 */
#ifndef CP_TABULAR_TABULAR_H
#define CP_TABULAR_TABULAR_H

#include "base/buf.h"
#include "spec/style.h"
#include "text/text.h"

typedef enum cp_tabular_part {
    CP_TABULAR_BODY,
    CP_TABULAR_HEAD,
    CP_TABULAR_SECTION,
    CP_TABULAR_SUMMARY,
    CP_TABULAR_FOOTNOTE
} cp_tabular_part;

typedef enum cp_tabular_align {
    CP_TABULAR_AS_COLUMN, /* of a cell; a column's own: left */
    CP_TABULAR_LEFT,
    CP_TABULAR_CENTER,
    CP_TABULAR_RIGHT,
    CP_TABULAR_POINT /* decimal points one below the other; a head ends with the longest */
} cp_tabular_align;

typedef enum cp_tabular_width {
    CP_TABULAR_AUTO,  /* so that the table gets least high */
    CP_TABULAR_FIT,   /* its widest text on one line */
    CP_TABULAR_FIXED, /* `amount` points between the paddings */
    CP_TABULAR_SHARE  /* `amount` parts of what the others leave */
} cp_tabular_width;

typedef struct cp_tabular_column {
    cp_tabular_align align;
    cp_tabular_width width;
    double amount;
    bool stub; /* has the stub's ground */
    bool gap;  /* nothing stands in it: it parts two blocks */
} cp_tabular_column;

typedef enum cp_inset_side { CP_INSET_BEFORE, CP_INSET_BEHIND } cp_inset_side;

/* Ink of a cell beside its text, or behind it: a bar, an arrow, a sparkline, a badge. */
typedef struct cp_tabular_inset {
    cp_inset_side side;
    double width, height; /* least; of one behind the text, what it adds to the text's size */
    bool grows;           /* takes all that the column's texts leave */
    void (*draw)(const void *data, const cp_style *style, cairo_t *cr, cp_rect box);
    const void *data;
} cp_tabular_inset;

/* A zeroed cell is an empty one. */
typedef struct cp_tabular_cell {
    const cp_span *spans;
    size_t count;
    uint32_t down, across; /* further rows and columns that it lies over */
    bool covered;          /* another cell lies over this one */
    bool whole;            /* never broken into lines: a number */
    bool sum;              /* of a merged cell that pages divide: stands in the last part only */
    cp_tabular_align align;
    cp_color fill; /* alpha 0: none of its own */
    const cp_tabular_inset *inset;
} cp_tabular_cell;

typedef struct cp_tabular_row {
    cp_tabular_part part;
    cp_color fill; /* alpha 0: none of its own */
} cp_tabular_row;

typedef struct cp_tabular_spec {
    size_t columns, head, rows;      /* head: its rows, which come first; rows: all others */
    const cp_tabular_column *column; /* [columns] */
    const cp_tabular_row *row;       /* [head + rows] */
    const cp_tabular_cell *cell;     /* [(head + rows) * columns], row by row */
    int look;                        /* a cp_look; CP_LOOK_USUAL: the style's */
} cp_tabular_spec;

/* A table whose texts are measured; in one layout of it. Both live in the arena; fonts,
 * style and spec must outlive them. */
typedef struct cp_tabular cp_tabular;
typedef struct cp_tabular_layout cp_tabular_layout;

/* What no font has is told here, once. */
cp_tabular *cp_tabular_new(cp_arena *arena, cp_fonts *fonts, const cp_style *style,
                           const cp_tabular_spec *spec, cp_report *report);

const cp_tabular_spec *cp_tabular_spec_of(const cp_tabular *tabular);

/* NULL if what no line divides is wider.  Layouts are kept: to ask again costs nothing. */
const cp_tabular_layout *cp_tabular_lay(cp_tabular *tabular, double width, double scale);
double cp_tabular_least_width(const cp_tabular *tabular, double scale);

/* All texts on one line, at scale 1. */
double cp_tabular_widest(const cp_tabular *tabular);

/* The smallest scale that keeps the style's smallest size, and where growing ends. */
double cp_tabular_least_scale(const cp_style *style);
double cp_tabular_most_scale(const cp_style *style);

/* The largest scale up to `most` at which all rows fit into a box, 0 if none does. */
double cp_tabular_fit(cp_tabular *tabular, cp_size box, double most);

/* Some of the rows below the head: `from`..`to` - 1 of the spec's `rows`. */
typedef struct cp_tabular_page {
    const cp_tabular_layout *layout;
    size_t from, to;
    double spread; /* points more for each row */
} cp_tabular_page;

cp_tabular_page cp_tabular_all(const cp_tabular_layout *layout);
double cp_tabular_height(const cp_tabular_page *page);

/* Where the page that begins with row `from` ends, in a height: not between a section and
 * its first row, nor just ahead of a summary, nor in a merged cell if that costs little room.
 * `from` itself if not a single row fits. */
size_t cp_tabular_break(const cp_tabular_layout *layout, size_t from, double height);

/* Widen the rows below the head, within the style's limit, towards `height`. */
void cp_tabular_spread(cp_tabular_page *page, double height);

/* The first words of a row, for findings. */
cp_str cp_tabular_row_words(cp_arena *arena, const cp_tabular_spec *spec, size_t row);

/* `scratch` is for passing memory.  `dump`, if not NULL, takes a line a cell: row (0: the first
 * of the head), column, the cell's box, the text's box, its lines; and one for each inset. */
void cp_tabular_draw(const cp_tabular_page *page, cairo_t *cr, double x, double y,
                     cp_arena *scratch, cp_buf *dump);

#endif
