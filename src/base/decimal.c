#include "base/decimal.h"

#include <assert.h>
#include <float.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { EXACT_POWER = 22 };

double cp_power_of_ten(int power)
{
    static const double exact[EXACT_POWER + 1]
        = { 1e0,  1e1,  1e2,  1e3,  1e4,  1e5,  1e6,  1e7,  1e8,  1e9,  1e10, 1e11,
            1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22 };

    assert(power >= 0 && power <= EXACT_POWER);
    return exact[power];
}

double cp_decimal_double(uint64_t digits, int power)
{
    char text[48];

    if (digits == 0)
        return 0;
    /* Both operands are exact, so there is one rounding. */
    if (digits < UINT64_C(1) << 53 && power >= -EXACT_POWER && power <= EXACT_POWER)
        return power < 0 ? (double)digits / cp_power_of_ten(-power)
                         : (double)digits * cp_power_of_ten(power);
    snprintf(text, sizeof text, "%llue%d", (unsigned long long)digits, power);
    return strtod(text, NULL);
}

/* Digits of text like "1234500", exponent of the last of them. */
static cp_decimal from_digits(const char *digits, int count, int power)
{
    cp_decimal decimal = { .point = count + power };

    while (count > 0 && digits[count - 1] == '0')
        count--;
    memcpy(decimal.digits, digits, (size_t)count);
    decimal.count = count;
    return decimal;
}

/* Two decimals of up to 15 digits are never the same double, so the first one
 * of those that fits is the shortest. */
static bool short_decimal(double value, cp_decimal *out)
{
    for (int places = 0; places <= 9; places++) {
        double scaled = value * cp_power_of_ten(places);
        uint64_t whole;
        char text[24];

        if (scaled >= 1e15)
            return false;
        whole = (uint64_t)(scaled + 0.5);
        if ((double)whole / cp_power_of_ten(places) == value) {
            int count = snprintf(text, sizeof text, "%llu", (unsigned long long)whole);

            *out = from_digits(text, count, -places);
            return true;
        }
    }
    return false;
}

cp_decimal cp_decimal_from(double value)
{
    cp_decimal decimal = { 0 };
    char text[32], digits[20];
    int figures, count = 0;

    value = fabs(value);
    if (value == 0 || short_decimal(value, &decimal))
        return decimal;
    /* A subnormal number may need far fewer digits than the others. */
    figures = value < DBL_MIN ? 1 : 15;
    do
        snprintf(text, sizeof text, "%.*e", figures - 1, value);
    while (figures++ < 17 && strtod(text, NULL) != value);
    for (const char *at = text; *at != 'e'; at++)
        if (*at >= '0' && *at <= '9')
            digits[count++] = *at;
    return from_digits(digits, count, atoi(strchr(text, 'e') + 1) + 1 - count);
}

static cp_decimal rounded(cp_decimal decimal, int figures)
{
    bool up;

    if (figures >= decimal.count)
        return decimal;
    if (figures < 0)
        return (cp_decimal){ 0 };
    up = decimal.digits[figures] >= '5';
    decimal.count = figures;
    while (up && decimal.count > 0 && decimal.digits[decimal.count - 1] == '9')
        decimal.count--;
    if (up && decimal.count > 0) {
        decimal.digits[decimal.count - 1]++;
        return decimal;
    }
    if (up) {
        decimal.digits[decimal.count++] = '1';
        decimal.point++;
        return decimal;
    }
    while (decimal.count > 0 && decimal.digits[decimal.count - 1] == '0')
        decimal.count--;
    return decimal.count ? decimal : (cp_decimal){ 0 };
}

/* The digits that sums and quotients leave at the end of a double would decide ties: 0.35 + 0.1
 * is 0.44999999999999996.  Fifteen are sure; who asks for more gets them as they are. */
static cp_decimal without_dust(cp_decimal decimal, int figures)
{
    enum { SURE = 15 };

    return figures < SURE ? rounded(decimal, SURE) : decimal;
}

cp_decimal cp_decimal_figures(cp_decimal decimal, int figures)
{
    return rounded(without_dust(decimal, figures), figures);
}

cp_decimal cp_decimal_places(cp_decimal decimal, int places)
{
    cp_decimal clean = without_dust(decimal, decimal.point + places);

    return rounded(clean, clean.point + places);
}
