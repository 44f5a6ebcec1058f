#include "base/number.h"

#include "base/decimal.h"
#include "base/unit.h"

#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
    FIGURES = 19,       /* decimal digits that always fit 64 bits */
    LONG_FIGURES = 800, /* beyond these a digit only says whether the rest is zero */
    FAR_POWER = 1000000 /* an exponent that is surely zero or infinity */
};

/* A number while it is read.  `digits` holds the first 19 significant ones. */
typedef struct scan {
    cp_str text;
    size_t at;
    size_t from, to; /* its digits, with the point and commas, in `text` */
    uint64_t digits;
    int figures; /* significant digits, counted on past 19 */
    int power;   /* of the last digit that `digits` holds */
    int decimals;
    bool any; /* a digit was seen */
} scan;

/* The ASCII character at `at` or the one that a full-width form or U+2212
 * stands for; 0 for any other and for the end. */
static char wide_at(cp_str text, size_t at, size_t *size)
{
    const unsigned char *p = (const unsigned char *)text.data + at;

    *size = 3;
    if (at + 3 > text.size)
        return 0;
    if (p[0] == 0xE2 && p[1] == 0x88 && p[2] == 0x92)
        return '-';
    if (p[0] == 0xEF && p[1] == 0xBC && p[2] >= 0x81 && p[2] <= 0xBF)
        return (char)(p[2] - 0x81 + '!');
    return p[0] == 0xEF && p[1] == 0xBD && p[2] >= 0x80 && p[2] <= 0x9E ? (char)(p[2] - 0x80 + '`')
                                                                        : 0;
}

static char peek(const scan *s, size_t *size)
{
    if (s->at >= s->text.size)
        return 0;
    *size = 1;
    return (signed char)s->text.data[s->at] >= 0 ? s->text.data[s->at]
                                                 : wide_at(s->text, s->at, size);
}

static bool take(scan *s, char wanted)
{
    size_t size;

    if (peek(s, &size) != wanted)
        return false;
    s->at += size;
    return true;
}

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static void add_digit(scan *s, int digit, bool behind_point)
{
    s->any = true;
    s->decimals += behind_point;
    if (s->figures < FIGURES) {
        s->digits = s->digits * 10 + (uint64_t)digit;
        s->figures += s->digits > 0;
        s->power -= behind_point;
    } else {
        s->figures++;
        s->power += !behind_point;
    }
}

/* Digits up to the next other character: how many. */
static int take_digits(scan *s, bool behind_point)
{
    int count = 0;
    size_t size;
    char c;

    while (is_digit(c = peek(s, &size))) {
        add_digit(s, c - '0', behind_point);
        s->at += size;
        count++;
    }
    return count;
}

/* Digits before the point.  Commas divide them in threes, or in fours
 * throughout; a group before a comma that is 0 is a decimal comma by its looks. */
static bool take_whole(scan *s)
{
    int first = take_digits(s, false), group = 0;

    if (!take(s, ','))
        return true;
    if (first < 1 || s->figures != first)
        return false;
    do {
        int count = take_digits(s, false);

        if ((group && count != group) || (count != 3 && count != 4))
            return false;
        group = count;
    } while (take(s, ','));
    return first <= group;
}

/* The exponent, if there is one: an `e` without digits belongs to the unit. */
static void take_exponent(scan *s)
{
    size_t start = s->at, size;
    int exponent = 0;
    bool minus, any = false;
    char c;

    if (!take(s, 'e') && !take(s, 'E'))
        return;
    minus = take(s, '-');
    if (!minus)
        take(s, '+');
    while (is_digit(c = peek(s, &size))) {
        exponent = exponent < FAR_POWER ? exponent * 10 + (c - '0') : exponent;
        s->at += size;
        any = true;
    }
    if (any)
        s->power += minus ? -exponent : exponent;
    else
        s->at = start;
}

static bool take_number(scan *s)
{
    s->from = s->at;
    if (!take_whole(s))
        return false;
    if (take(s, '.'))
        take_digits(s, true);
    s->to = s->at;
    if (s->any)
        take_exponent(s);
    return s->any;
}

/* More digits than 64 bits hold: all of them to strtod.  No point is written,
 * so the locale plays no part. */
static double long_value(const scan *s, int power)
{
    char text[LONG_FIGURES + 32];
    scan again = { .text = s->text, .at = s->from };
    int count = 0, dropped = 0;
    bool rest = false;
    size_t size = 0;

    while (again.at < s->to) {
        char c = peek(&again, &size);

        again.at += size;
        if (!is_digit(c) || (c == '0' && count == 0))
            continue;
        if (count < LONG_FIGURES) {
            text[count++] = c;
        } else {
            rest = rest || c != '0';
            dropped++;
        }
    }
    if (rest)
        text[count - 1] = text[count - 1] == '0' ? '1' : text[count - 1];
    snprintf(text + count, sizeof text - (size_t)count, "e%d",
             power - (s->figures - FIGURES) + dropped);
    return strtod(text, NULL);
}

static double value_of(const scan *s, bool minus, int power)
{
    double value = s->figures > FIGURES ? long_value(s, s->power + power)
                                        : cp_decimal_double(s->digits, s->power + power);

    return minus && value != 0 ? -value : value;
}

/* Neither too large for a double nor so small that nothing is left of it. */
static bool is_kept(const scan *s, double value)
{
    return isfinite(value) && (value != 0 || s->digits == 0);
}

static bool sign(scan *s)
{
    if (take(s, '-'))
        return true;
    take(s, '+');
    return false;
}

/* Most cells of most files: an ASCII sign, digits, a point, all within 64 bits.
 * False sends the rest of the shapes on their way. */
static inline bool plain_cell(cp_str text, double *out, int *decimals)
{
    const char *at = text.data, *end = at + text.size, *point = NULL;
    bool minus = text.size && *at == '-';
    uint64_t digits = 0;

    at += minus;
    if (text.size > FIGURES || at == end || !is_digit(end[-1]))
        return false;
    for (; at < end; at++) {
        if (is_digit(*at))
            digits = digits * 10 + (uint64_t)(*at - '0');
        else if (*at == '.' && !point)
            point = at + 1;
        else
            return false;
    }
    *decimals = point ? (int)(end - point) : 0;
    *out = cp_decimal_double(digits, -*decimals);
    if (minus && digits)
        *out = -*out;
    return true;
}

bool cp_number_parse(cp_str text, double *out)
{
    scan s = { .text = text };
    bool minus;
    int decimals;

    if (plain_cell(text, out, &decimals))
        return true;
    minus = sign(&s);
    /* Programs write ASCII, and no commas. */
    for (size_t i = 0; i < text.size; i++)
        if ((signed char)text.data[i] < 0 || text.data[i] == ',')
            return false;
    if (!take_number(&s) || s.at != text.size)
        return false;
    *out = value_of(&s, minus, 0);
    return is_kept(&s, *out);
}

bool cp_count_parse(cp_str text, size_t least, size_t most, size_t *out)
{
    double number;

    if (!cp_number_parse(text, &number) || !(number >= (double)least && number <= (double)most)
        || number != floor(number))
        return false;
    *out = (size_t)number;
    return true;
}

/* What stands behind the number: a unit, arrows of a quote's last move. */
static bool take_unit(cp_str tail, cp_quantity *out, int *power)
{
    static const char *const arrows[] = { "↑", "↓" };

    tail = cp_str_trim(tail);
    for (size_t i = 0; i < 2; i++)
        if (cp_str_ends(tail, cp_str_from(arrows[i])))
            tail = cp_str_trim(cp_str_slice(tail, 0, tail.size - strlen(arrows[i])));
    out->unit = tail;
    *power = 0;
    if (!tail.size)
        return true;
    *power = cp_unit_parse(tail).power;
    return cp_unit_in_cell(tail);
}

/* "(2.40)" and "(2.40%)" are negative, as bookkeepers write it. */
static bool take_bookkeeping(scan *s, cp_quantity *out, int *power)
{
    cp_str inside, tail;
    size_t start, end;

    if (!take_number(s))
        return false;
    start = end = s->at;
    while (!take(s, ')') && s->at < s->text.size)
        end = ++s->at;
    inside = cp_str_trim(cp_str_slice(s->text, start, end));
    tail = cp_str_trim(cp_str_slice(s->text, s->at, s->text.size));
    return s->at > end && (!inside.size || !tail.size)
           && take_unit(inside.size ? inside : tail, out, power);
}

bool cp_quantity_parse(cp_str cell, cp_quantity *out)
{
    scan s = { 0 };
    bool minus, ok;
    int power = 0;

    if (plain_cell(cell, &out->value, &out->decimals)) {
        out->unit = (cp_str){ cell.data + cell.size, 0 };
        return true;
    }
    s.text = cp_str_trim(cell);
    minus = sign(&s);
    out->unit = (cp_str){ s.text.data + s.text.size, 0 };
    if (!s.at && take(&s, '(')) {
        minus = true;
        ok = take_bookkeeping(&s, out, &power);
    } else {
        ok = take_number(&s)
             && (s.at == s.text.size
                 || take_unit(cp_str_slice(s.text, s.at, s.text.size), out, &power));
    }
    if (!ok)
        return false;
    out->value = value_of(&s, minus, power);
    out->decimals = s.decimals;
    return is_kept(&s, out->value);
}

/* value * 10^power as if the decimal that was read had been written so. */
static double shift_decimal(double value, int power)
{
    cp_decimal decimal = cp_decimal_from(value);
    uint64_t digits = 0;

    for (int i = 0; i < decimal.count; i++)
        digits = digits * 10 + (uint64_t)(decimal.digits[i] - '0');
    return copysign(cp_decimal_double(digits, decimal.point - decimal.count + power), value);
}

bool cp_quantity_in(const cp_quantity *quantity, cp_str unit, double *out)
{
    int power;

    *out = quantity->value;
    if (!quantity->unit.size)
        return true;
    if (!cp_unit_convert(quantity->unit, unit, &power))
        return false;
    *out = shift_decimal(quantity->value, -cp_unit_parse(unit).power);
    return true;
}

static bool is_digits(cp_str text)
{
    for (size_t i = 0; i < text.size; i++)
        if (!is_digit(text.data[i]))
            return false;
    return true;
}

bool cp_is_code(cp_str cell)
{
    cp_str text = cp_str_trim(cell);

    return text.size > 1 && text.data[0] == '0' && is_digits(text);
}

bool cp_loses_digits(cp_str cell, double value)
{
    enum { ALWAYS_KEPT = 15 };
    cp_decimal kept;

    if (cell.size <= ALWAYS_KEPT || !is_digits(cell))
        return false;
    kept = cp_decimal_from(value);
    if ((size_t)kept.point != cell.size)
        return true;
    for (size_t i = 0; i < cell.size; i++)
        if (cell.data[i] != (i < (size_t)kept.count ? kept.digits[i] : '0'))
            return true;
    return false;
}

static bool is_word(cp_str text, const char *lower)
{
    if (text.size != strlen(lower))
        return false;
    for (size_t i = 0; i < text.size; i++) {
        char c = text.data[i];

        if ((c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c) != lower[i])
            return false;
    }
    return true;
}

bool cp_is_missing(cp_str cell)
{
    static const char *const words[] = { "n/a", "#n/a", "na", "#na", "nan", "none", "null" };
    static const char *const dashes[] = { "-", "—", "–", "−", "－" };
    cp_str text = cp_str_trim(cell), rest = text;
    size_t size = 1;

    if (text.size && is_digit(text.data[text.size - 1]))
        return false;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (is_word(text, words[i]))
            return true;
    while (rest.size && size) {
        size = 0;
        for (size_t i = 0; i < sizeof dashes / sizeof *dashes && !size; i++)
            if (cp_str_starts(rest, cp_str_from(dashes[i])))
                size = strlen(dashes[i]);
        rest = cp_str_slice(rest, size, rest.size);
    }
    return !rest.size;
}

double cp_shift(double value, int power)
{
    enum { STEP = 22 };

    for (; power > STEP; power -= STEP)
        value *= cp_power_of_ten(STEP);
    for (; power < -STEP; power += STEP)
        value /= cp_power_of_ten(STEP);
    return power < 0 ? value / cp_power_of_ten(-power) : value * cp_power_of_ten(power);
}

/* Plain digits where they stay readable: 0.00001 .. 10^20, else an exponent. */
cp_str cp_number_plain(cp_arena *arena, double value)
{
    const char *minus = value < 0 ? "-" : "";
    cp_decimal d;

    if (isnan(value))
        return CP_STR("");
    if (isinf(value))
        return cp_str_printf(arena, "%sinf", minus);
    d = cp_decimal_from(value);
    if (!d.count)
        return CP_STR("0");
    if (d.point > 20 || d.point < -4)
        return cp_str_printf(arena, "%s%c%s%.*se%+03d", minus, d.digits[0], d.count > 1 ? "." : "",
                             d.count - 1, d.digits + 1, d.point - 1);
    if (d.point <= 0)
        return cp_str_printf(arena, "%s0.%.*s%.*s", minus, -d.point, "0000", d.count, d.digits);
    if (d.point >= d.count)
        return cp_str_printf(arena, "%s%.*s%.*s", minus, d.count, d.digits, d.point - d.count,
                             "00000000000000000000");
    return cp_str_printf(arena, "%s%.*s.%.*s", minus, d.point, d.digits, d.count - d.point,
                         d.digits + d.point);
}
