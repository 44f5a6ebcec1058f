/*
 * bind.h - inside cp_plot_bind(): columns are found and checked, x becomes
 * places, units are settled, rows become series.
 */
#ifndef CP_PLOT_BIND_H
#define CP_PLOT_BIND_H

#include "plot/plot.h"

/* The columns of one mark. */
typedef struct cp_bound {
    const cp_column *y, *text, *split;
    int power;         /* of ten, to the unit of its axis */
    double at_x, at_y; /* of a mark that stands at a constant; NaN */
} cp_bound;

typedef struct cp_binder {
    cp_arena *arena;
    cp_plot *plot;
    const cp_table *table;
    const char *origin;
    const cp_style *style;
    cp_report *report;
    cp_bound *bound;     /* [mark_count] */
    const double *place; /* [count] places on x, ascending */
    const uint32_t *row; /* [count] their rows in the table; NULL: all, as they stand */
    size_t count;
} cp_binder;

/* The column called `name`, asked for at `place`; a finding with a guess if there is none. */
const cp_column *cp_bind_column(const cp_binder *binder, cp_str name, cp_place place);

bool cp_bind_x(cp_binder *binder);
double cp_bind_x_value(const cp_binder *binder,
                       cp_str text); /* a value as written: its place or NaN */
bool cp_bind_units(cp_binder *binder);
bool cp_bind_series(cp_binder *binder);
void cp_bind_stacks(cp_binder *binder);
void cp_bind_colors(cp_binder *binder);

#endif
