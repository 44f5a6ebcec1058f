/*
 * axis_x.h - what the kinds of x axis share: room for ticks, and labels that stand apart.
 *
 * axis_days.c labels days and periods, axis_names.c names, axis_x.c numbers; each
 * leaves labels out rather than let them meet.
 */
#ifndef CP_PLOT_AXIS_X_H
#define CP_PLOT_AXIS_X_H

#include "plot/axis.h"

static inline const cp_ink *cp_x_ink(const cp_looks *looks)
{
    return &looks->style->chart.tick;
}

/* Between two labels at least. */
double cp_x_label_space(const cp_looks *looks);

/* The middle of a label, pushed in from the edges. */
double cp_x_within(double at, double width, double low, double high);

/* Room for so many ticks, and one more of them. */
void cp_x_ticks_begin(cp_arena *page, cp_x_ticks *ticks, size_t count);
void cp_x_ticks_add(cp_x_ticks *ticks, double at, cp_str words, cp_text *label);

/* Whether no two labels come nearer than that. */
bool cp_x_labels_apart(const cp_x_ticks *ticks, double space);

/* Days, and periods of months, quarters and years, which have a step each. */
void cp_x_days_label(cp_arena *page, const cp_plot *plot, const cp_looks *looks, double low,
                     double high, cp_x_ticks *out);

/* A period's name; the year is told where the label `before` (SIZE_MAX: none) does not. */
cp_str cp_x_period_words(cp_arena *page, const cp_plot *plot, const cp_looks *looks, size_t index,
                         size_t before);

/* Names on one line, broken, or every so many of them. */
void cp_x_names_label(cp_arena *page, const cp_plot *plot, const cp_looks *looks, double low,
                      double high, cp_x_ticks *out);

#endif
