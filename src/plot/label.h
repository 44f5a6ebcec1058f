/*
 * label.h - values written beside their marks: at the end of lines, at bars.
 *
 * The last value of a line stands right of its end, in a margin of its own; on
 * a plot with a right axis, or where a line ends early, it stands above or
 * below the line, where it covers least.  Values of bars stand beyond their
 * ends, within them where there is no room, smaller where there is little.
 */
#ifndef CP_PLOT_LABEL_H
#define CP_PLOT_LABEL_H

#include "plot/layout.h"

typedef struct cp_value_label {
    const cp_series *series;
    cp_str words;
    cp_ink ink;
    cp_text *text;
    cp_rect rect; /* on the page */
} cp_value_label;

typedef struct cp_value_labels {
    size_t count, left_out;   /* left_out: no room without covering another */
    const cp_series *crowded; /* one whose labels are left out */
    cp_value_label *item;
} cp_value_labels;

/* The width that labels at the ends of lines need right of the data area, in a
 * box so wide. */
double cp_end_labels_width(cp_arena *page, const cp_plot *plot, const cp_looks *looks,
                           const cp_y_ticks ticks[2], double box_width);

/* The widest value that stands beyond the end of a bar. */
double cp_value_labels_width(const cp_layout *layout);

cp_value_labels cp_value_labels_make(const cp_layout *layout);
void cp_value_labels_draw(const cp_value_labels *labels, cairo_t *cr);

#endif
