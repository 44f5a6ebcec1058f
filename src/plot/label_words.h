/*
 * label_words.h - which labels a series has, what they say, in which ink, and set.
 */
#ifndef CP_PLOT_LABEL_WORDS_H
#define CP_PLOT_LABEL_WORDS_H

#include "plot/label.h"

/* Least contrast of the bold words of labels to what they may stand on (WCAG 2, large text). */
#define CP_LABEL_LEGIBLE 3.0

/* The bits of cp_mark_label, `auto` resolved; none where words of its own stand instead. */
unsigned cp_label_wanted(const cp_plot *plot, const cp_series *series);

bool cp_label_writes_own(const cp_series *series);  /* by the mark itself */
bool cp_label_is_named(const cp_series *series);    /* a name at each of its points */
bool cp_label_is_constant(const cp_series *series); /* a rule */

/* Its last value, or its name, stands at its end. */
bool cp_label_has_end(const cp_plot *plot, const cp_series *series);

/* The last row that has a value; its count if there is none. */
size_t cp_label_last_row(const cp_series *series);

/* Rows whose values are written; the end is not among them. */
size_t cp_label_rows(const cp_plot *plot, const cp_series *series, size_t rows[4]);

double cp_label_value(const cp_series *series, size_t row);

/* The mark's own format, else the axis's as the user gave it. */
cp_number_format cp_label_format(const cp_plot *plot, const cp_series *series,
                                 const cp_y_ticks *ticks);

/* A name, a value, or both. */
cp_str cp_label_end_words(cp_arena *page, const cp_plot *plot, const cp_looks *looks,
                          const cp_series *series, double value, const cp_y_ticks *ticks);

/* A point's name, with its value where that is asked for, or where it lies beyond the axes. */
cp_str cp_label_point_words(cp_arena *page, const cp_plot *plot, const cp_series *series,
                            size_t row, const cp_y_ticks *ticks);

cp_ink cp_label_point_ink(const cp_looks *looks, const cp_series *series, size_t row);

/* What words on a series that fills stand on: areas are translucent. */
cp_color cp_label_ground(const cp_style *style, const cp_series *series);

/* On ink of this colour: the page's colour or the values' own. */
cp_color cp_label_color_on(const cp_style *style, cp_color ground);

/* In the series' ink, at most of this size; its rectangle has no place yet. */
cp_value_label cp_label_new(cp_arena *page, const cp_plot *plot, const cp_looks *looks,
                            const cp_series *series, cp_str words, double size);

/* Its words anew in its ink. */
void cp_label_set_text(cp_arena *page, const cp_looks *looks, cp_value_label *label);

#endif
