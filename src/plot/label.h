/*
 * label.h - values and names written beside their marks: at points, bars, the ends of lines.
 *
 * The last value of a line stands right of its end, in a margin of its own, where labels keep
 * the order of the lines.  Values of bars stand beyond their ends; where there is no room or a
 * line would strike them through, within them or a little further out; over a line at the worst.
 * All others, of points, of lines and of rules, float: one engine (labels.h) finds places for all
 * of them together, beside what is placed already.  Where not all have room, all are set smaller,
 * down to the style's smallest text; what then is left out is counted.
 */
#ifndef CP_PLOT_LABEL_H
#define CP_PLOT_LABEL_H

#include "plot/ink.h"
#include "plot/labels.h"
#include "plot/layout.h"

typedef struct cp_value_label {
    const cp_series *series;
    size_t row; /* of the series, for labels that float */
    cp_str words;
    cp_ink ink;
    cp_text *text;
    cp_rect rect; /* on the page */
    bool floats;
    cp_label_wish wish; /* of one that floats */
    bool led;           /* by a line from its point */
    cp_point from, to;
} cp_value_label;

typedef struct cp_value_labels {
    size_t count, left_out;   /* left_out: no room without covering another */
    size_t names, all_names;  /* of those left out, and of all: names of points */
    const cp_series *crowded; /* one whose labels are left out */
    double size;              /* of their text, at the most */
    cp_plot_ink ink;          /* the chart's; values of bars are not struck through by its lines */
    cp_value_label *item;
} cp_value_labels;

/* A label of the series has no room. */
static inline void cp_value_labels_leave_out(cp_value_labels *labels, const cp_series *series)
{
    labels->left_out++;
    labels->crowded = series;
}

/* The width that labels at the ends of lines need right of the data area, once there are ticks. */
double cp_end_labels_width(const cp_layout *layout);

/* The widest value that stands beyond the end of a bar. */
double cp_value_labels_width(const cp_layout *layout);

/* The area of a plane in which the names of points find places, as a rule; 0: there are none. */
double cp_names_area(cp_arena *page, const cp_plot *plot, const cp_looks *looks);

cp_value_labels cp_value_labels_make(const cp_layout *layout);
void cp_value_labels_draw(const cp_layout *layout, const cp_value_labels *labels, cairo_t *cr);

#endif
