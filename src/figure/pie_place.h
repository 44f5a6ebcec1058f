/* pie_place.h - inside the layout of a pie: labels are set, then placed in columns at its sides. */
#ifndef CP_FIGURE_PIE_PLACE_H
#define CP_FIGURE_PIE_PLACE_H

#include "figure/pie.h"

/* Beside the slices with words behind names; in columns with words behind names, below names, or
 * below those names that are long. */
typedef enum cp_pie_mode {
    CP_PIE_NEAR,
    CP_PIE_IN_LINE,
    CP_PIE_STACKED,
    CP_PIE_MIXED,
    CP_PIE_MODES
} cp_pie_mode;

typedef struct cp_pie_placing {
    const cp_pie *pie;
    const cp_figure_env *env;
    const cp_pie_style *style;
    cp_arena *page;
    cp_size size;
    double scale;
    cp_pie_layout *out;
    size_t right;    /* so many labels stand at the right */
    double width[2]; /* of the columns of labels: right, left */
    double lead[2];  /* of the leaders: likewise */
    double cap;      /* where names break into lines */
    cp_pie_mode mode;
} cp_pie_placing;

cp_ink cp_pie_ink(cp_ink ink, double scale);

/* Of a slice's middle, as a part of the turn from the top. */
double cp_pie_middle(const cp_pie *pie, const cp_pie_slice *slice);

/* The point in its direction, so far from the pie's middle. */
cp_point cp_pie_around(const cp_pie_placing *p, const cp_pie_slice *slice, double radius);

/* pie_label.c: those of the right side from the top, then those of the left; their texts, the
 * words below names that are wider than `cap` as the mode says. */
void cp_pie_order(cp_pie_placing *p);
void cp_pie_set_labels(cp_pie_placing *p, double cap);
double cp_pie_words_width(const cp_pie_placing *p, const cp_pie_slice *slice);

/* pie_near.c: without leaders, by the engine of all labels; false: not all have room so. */
bool cp_pie_place_near(const cp_pie_placing *p);

/* pie_side.c: both columns beside the pie, with their leaders; false: they are too high. */
bool cp_pie_place_sides(const cp_pie_placing *p);

/* The width that leaders take at a side. */
double cp_pie_leader(const cp_pie_style *style);

#endif
