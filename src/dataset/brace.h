/* brace.h - one {{...}} while it is read and written: what braces.c, shown.c and difference.c share. */
#ifndef CP_DATASET_BRACE_H
#define CP_DATASET_BRACE_H

#include "base/buf.h"
#include "base/format.h"
#include "dataset/values.h"

typedef struct cp_brace {
    cp_values *values;
    cp_place at;
    cp_str rest; /* what is not read yet */
    cp_str format, words;
    cp_value_use *use;
} cp_brace;

/* A finding at the braces, with what stands in them.  Always false. */
bool cp_brace_fault(const cp_brace *b, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/* shown.c: of a value that has run */
const cp_column *cp_value_column(const cp_value *value);
cp_str cp_value_called(const cp_value *value); /* its name, else its query */
cp_str cp_value_unit(const cp_value *value);   /* its column's own, else what pack.yaml says */

bool cp_brace_format(const cp_brace *b, cp_str text, cp_number_format *out);

/* The power of ten from a value's numbers to what is shown. */
bool cp_shown_power(const cp_brace *b, const cp_value *value, const cp_number_format *format,
                    int *power);

/* The number that a reader of the shown text would take from it. */
double cp_as_shown(const cp_brace *b, const cp_number_format *format, double number);

bool cp_brace_date(const cp_brace *b, cp_date date, cp_str text, cp_buf *out);
bool cp_brace_value(cp_brace *b, const cp_value *value, cp_buf *out);

/* difference.c: change, pct, pp, bp of the two values of the use */
bool cp_brace_difference(cp_brace *b, cp_str form, cp_buf *out);

#endif
