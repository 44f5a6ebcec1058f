/* layout.h - the laid-out table inside: what layout.c solves and draw.c paints. */
#ifndef CP_TABULAR_LAYOUT_H
#define CP_TABULAR_LAYOUT_H

#include "tabular/tabular.h"

/* A cell may lie over several rows and columns; texts are set once. */
typedef struct cp_tabular_box {
    size_t row, column;
    cp_rect box;
    cp_text *text; /* NULL: an empty cell */
    cp_point at;   /* where cp_text_draw() puts it */
    cp_rect ink;   /* the text's own box */
} cp_tabular_box;

struct cp_tabular {
    const cp_tabular_style *style;
    size_t columns, rows; /* rows with the head, which is row 0 */
    double *x, *y;        /* the columns' and rows' edges, one more than there are */
    size_t count;
    cp_tabular_box *boxes;
};

#endif
