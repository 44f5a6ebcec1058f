/* inside.h - a table inside: what measure.c finds, layout.c solves and page.c places. */
#ifndef CP_TABULAR_INSIDE_H
#define CP_TABULAR_INSIDE_H

#include "tabular/tabular.h"

/* All lengths here are those at scale 1: a layout at a scale of 0.8 in 400 pt is one
 * in 500 pt that is drawn smaller. */

typedef struct cp_tabular_measure {
    double least;  /* what no line divides */
    double widest; /* of its texts, each on one line */
    double head;   /* points: the widest part before the point, */
    double tail;   /* and from the point on */
    double beside; /* room of the widest inset with its gap */
    bool grows;    /* an inset takes the room to spare */
} cp_tabular_measure;

struct cp_tabular {
    cp_arena *arena;
    cp_fonts *fonts;
    const cp_style *style;
    const cp_tabular_style *own;
    const cp_tabular_look *look;
    const cp_tabular_spec *spec;
    size_t columns, rows; /* rows with those of the head */
    double *natural;      /* [rows * columns]: a cell's width on one line, insets included */
    double *tail;         /* [rows * columns]: of it, from the decimal point on */
    bool *odd;            /* [rows]: those that zebra stripes are on */
    cp_tabular_measure *column;
    cp_tabular_layout *layouts;
};

struct cp_tabular_layout {
    cp_tabular *of;
    double scale, width; /* as asked for */
    double pad_y;        /* above and below a cell's text: less where the table is small */
    double head_y;       /* likewise in the head */
    double line;         /* of a cell with one line, times the type's size: likewise */
    double *widths;      /* [columns] between the paddings */
    double *x;           /* [columns + 1]: edges */
    double *insets;      /* [columns]: room kept free at the right of numbers */
    double *heights;     /* [rows] */
    cp_tabular_layout *next;
};

/* How a cell's text is set: width 0 is one line; `line`: the line height, times the type's size, 0:
 * the style's; `continued`: with （续） behind. */
typedef struct cp_tabular_setting {
    double width, line;
    bool continued;
} cp_tabular_setting;

cp_text *cp_tabular_set(const cp_tabular *tabular, size_t index, cp_tabular_setting how,
                        cp_arena *arena, cp_report *report);
const cp_ink *cp_tabular_ink(const cp_tabular *tabular, size_t row);
cp_tabular_align cp_tabular_align_of(const cp_tabular *tabular, size_t index);

/* Passing memory of a loop over cells is reset now and then. */
void cp_tabular_tidy(cp_arena *scratch, size_t index);

/* The cell that lies over a cell: itself or one above or at its left. */
size_t cp_tabular_owner(const cp_tabular *tabular, size_t row, size_t column);

/* The room that a cell's inset takes beside its text, and adds to its height. */
double cp_tabular_beside(const cp_tabular *tabular, const cp_tabular_cell *cell);

/* The height that a cell needs if its text has `lines`, paddings included. */
double cp_tabular_cell_height(const cp_tabular_layout *layout, size_t index, size_t lines);
size_t cp_tabular_cell_lines(const cp_tabular_layout *layout, size_t index, bool continued,
                             cp_arena *scratch);

/* The rows of a page, those of the head first: their numbers and edges. */
typedef struct cp_tabular_rows {
    size_t count;
    size_t *row; /* [count]: of the table */
    double *y;   /* [count + 1] */
} cp_tabular_rows;

cp_tabular_rows cp_tabular_rows_of(const cp_tabular_page *page, cp_arena *arena);

/* A cell in its place on a page; what goes on from page to page is there once on each. */
typedef struct cp_tabular_box {
    size_t index;       /* of the cell */
    size_t row, column; /* on the page */
    size_t down;        /* further rows on this page */
    bool continued;     /* began on an earlier page */
    bool cut;           /* goes on to a later one */
    cp_rect box, ink, inset;
    cp_text *text; /* NULL: nothing is written in it */
    cp_point at;   /* where cp_text_draw() puts it */
} cp_tabular_box;

cp_tabular_box *cp_tabular_boxes(const cp_tabular_page *page, const cp_tabular_rows *rows,
                                 cp_arena *arena, size_t *count);

#endif
