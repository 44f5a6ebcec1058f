/*
 * number.h - numbers as people write them in files.
 *
 * Parsing is exact: digits and exponent are put together before the one
 * conversion to double, so "12.3%" is the double nearest to 0.123 and a unit
 * never adds a rounding of its own.  The locale plays no part.
 */
#ifndef CP_BASE_NUMBER_H
#define CP_BASE_NUMBER_H

#include "base/str.h"

/* A number as a cell shows it, its unit applied: 1.2亿 is 120000000, 12.3% is 0.123. */
typedef struct cp_quantity {
    double value;
    cp_str unit; /* the word behind the number as written: "亿", "亿元", "%", "股"; may be empty */
    int decimals; /* digits behind the point, as written */
} cp_quantity;

/*
 * The shapes of exports: 1,234.5  +5.15%  0.65‰  (2.40)  −3  1e-3  1.2亿
 * 3,400万  303.56亿元  55600股  62640↓ .  Full-width digits, signs and spaces
 * around count as their plain forms.  False for everything else: "12,3x",
 * "1.2.3", "1,23" (groups of three, or of four throughout), dates, blank, and
 * what no double keeps: 1e400, 1e-400.
 */
bool cp_quantity_parse(cp_str cell, cp_quantity *out);

/* The same number counted in `unit`: 1.2亿 is 12000 in 万元, 5% is 5 in %.  One without a unit of its
 * own is in it already.  False where the two measure different things. */
bool cp_quantity_in(const cp_quantity *quantity, cp_str unit, double *out);

/* A plain decimal as programs write it: sign, digits, point, exponent. */
bool cp_number_parse(cp_str text, double *out);

/* The same, of a whole number from `least` to `most`. */
bool cp_count_parse(cp_str text, size_t least, size_t most, size_t *out);

/* Digits with leading zeros that are a code, not a number: 000001, 0700. */
bool cp_is_code(cp_str cell);

/* Digits alone, more than `value`, which they became, keeps: the number of an order or of a card. */
bool cp_loses_digits(cp_str cell, double value);

/* How exports write "nothing here": blank, --, -, —, N/A, #N/A, NA, nan, None, null. */
bool cp_is_missing(cp_str cell);

/* value * 10^power with one rounding where the power is exact (|power| <= 22). */
double cp_shift(double value, int power);

/* The shortest decimal that reads back as the same double ("0.1", "23489",
 * "1e+20"); no minus on zero.  In the arena. */
cp_str cp_number_plain(cp_arena *arena, double value);

#endif
