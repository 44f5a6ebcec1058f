/*
 * label_float.h - labels that float: what each of them hangs on, and the engine that finds
 * places for all together.
 */
#ifndef CP_PLOT_LABEL_FLOAT_H
#define CP_PLOT_LABEL_FLOAT_H

#include "plot/label.h"

/* What a value says of where it likes to stand. */
typedef enum cp_float_kind {
    CP_FLOAT_NAME,
    CP_FLOAT_VALUE,
    CP_FLOAT_LEAST,
    CP_FLOAT_RULE
} cp_float_kind;

/* Hangs a label, its text set, on a row of series `number`. */
void cp_label_hang(const cp_layout *layout, size_t number, size_t row, cp_float_kind kind,
                   cp_value_label *label);

/* Places all that float; those without room go out of the list and are counted. */
void cp_labels_float(const cp_layout *layout, cp_value_labels *labels);

#endif
