/*
 * format.h - d3-format: how numbers are shown, everywhere.
 *
 * [[fill]align][sign][symbol][0][width][,][.precision][~][type], as documented
 * by d3-format; types e f g r s % p d b o x X c n and none.  Differences, by our
 * contract: decimals are rounded half away from zero on the shortest decimal
 * form of the number (1.005 with ".2f" is 1.01), what shows as zero has no minus,
 * the minus is U+2212, and the currency symbol `$` is ¥.  Zeros to fill nothing
 * are no format: "0.00" is a spreadsheet's, and would show no decimals.
 */
#ifndef CP_BASE_FORMAT_H
#define CP_BASE_FORMAT_H

#include "base/str.h"

typedef struct cp_number_format {
    char fill[5]; /* one character, UTF-8 */
    char align;   /* > < ^ = */
    char sign;    /* - + ( or blank */
    char symbol;  /* $ # or 0 */
    bool zero, comma, trim;
    int width, precision; /* precision -1: none given */
    char type;            /* 0: none given */
} cp_number_format;

bool cp_number_format_parse(cp_str text, cp_number_format *out);

/* How numbers are written where nobody gave a format: 4,247.50. */
cp_number_format cp_number_format_usual(char type, int precision);

/* Whether it shows a fraction as percent. */
bool cp_number_format_is_percent(const cp_number_format *format);

/* "" for NaN; infinity as ∞. */
cp_str cp_number_write(cp_arena *arena, const cp_number_format *format, double value);

#endif
