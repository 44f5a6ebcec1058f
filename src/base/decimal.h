/*
 * decimal.h - a double as the shortest decimal that reads back as the same
 * double, and decimals as doubles: the one place where the two meet.
 *
 * Rounding a number for display works on these digits, so 1.005 is a tie; and on no more than
 * fifteen of them, as sheets do, so that 0.35 + 0.1 is one, too.
 */
#ifndef CP_BASE_DECIMAL_H
#define CP_BASE_DECIMAL_H

#include <stdbool.h>
#include <stdint.h>

/* 0.DDDD x 10^point, without the sign; no digits is zero. */
typedef struct cp_decimal {
    char digits[20]; /* '0'..'9', the first and the last not '0' */
    int count, point;
} cp_decimal;

/* `value` is finite; its sign is left out. */
cp_decimal cp_decimal_from(double value);

/* Halves away from zero, to `places` digits behind the point (may be negative)
 * or to `figures` significant ones. */
cp_decimal cp_decimal_places(cp_decimal decimal, int places);
cp_decimal cp_decimal_figures(cp_decimal decimal, int figures);

/* The double nearest to digits x 10^power; infinity when it is too large. */
double cp_decimal_double(uint64_t digits, int power);

/* 10^power, exactly: 0 <= power <= 22. */
double cp_power_of_ten(int power);

#endif
