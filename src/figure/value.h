/*
 * value.h - numbers as a figure writes them: aware of percent, with their unit behind.
 *
 * A form is made once for all values that are to look alike.
 */
#ifndef CP_FIGURE_VALUE_H
#define CP_FIGURE_VALUE_H

#include "base/format.h"
#include "base/report.h"
#include "table/table.h"

typedef struct cp_value_form {
    cp_number_format format;
    int power;   /* of ten, from the number as stored to the one that `format` takes */
    cp_str unit; /* behind the number; empty: none */
} cp_value_form;

/* For the numbers of a column, their unit told elsewhere.  `given` is the user's format,
 * found at `at`; NULL: percent as percent, else up to two decimals, the same for all.  A
 * percent format over 亿元 is a finding. */
bool cp_value_form_make(const cp_column *column, size_t rows, const cp_number_format *given,
                        cp_place at, cp_value_form *out, cp_report *report);

/* How many decimals the numbers have, `power` of ten times as large: up to two. */
int cp_value_decimals(const cp_column *column, size_t rows, int power);

/* With its unit: 4,247亿元; "" for NaN. */
cp_str cp_value_write(cp_arena *arena, const cp_value_form *form, double value);

#endif
