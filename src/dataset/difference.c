/* difference.c - one value against another, in words: those of the numbers as shown. */

#include "dataset/brace.h"

#include "base/number.h"
#include "base/unit.h"

#include <math.h>
#include <stdint.h>

/* The three words: `up/down/same`. */
static bool split_words(const cp_brace *b, cp_str out[3])
{
    cp_str rest = b->words;

    out[0] = b->values->more;
    out[1] = b->values->less;
    out[2] = b->values->same;
    if (!rest.size)
        return true;
    for (int i = 0; i < 3; i++)
        out[i] = cp_str_next(&rest, '/');
    return (out[2].data && !rest.data)
           || cp_brace_fault(
               b, "'" CP_FMT "' is not three words; expected more/less/same: 增加/减少/持平",
               CP_ARG(b->words));
}

static bool is_number(const cp_brace *b, const cp_value *value)
{
    if (cp_value_column(value)->type == CP_NUMBER && value->table->rows == 1)
        return true;
    return cp_brace_fault(b, "a difference is of two numbers; '" CP_FMT "' is %s",
                          CP_ARG(cp_value_called(value)),
                          value->table->rows > 1 ? "a list" : "no number");
}

/* The number in percent: as its unit says, else it is taken for a share of 1. */
static bool in_percent(const cp_brace *b, const cp_value *value, double *out)
{
    const cp_column *column = cp_value_column(value);
    cp_str own = cp_value_unit(value);
    cp_unit unit = cp_unit_parse(own);

    *out = column->number[0];
    if (unit.base.size)
        return cp_brace_fault(b, "'" CP_FMT "' is in " CP_FMT ", not a share or in percent",
                              CP_ARG(cp_value_called(value)), CP_ARG(own));
    if (!own.size && !column->percent && fabs(*out) > 1.5)
        return cp_brace_fault(
            b,
            "'" CP_FMT "' is %g without a unit: is it a share or in percent? A unit of %% in "
            "its column's name or in pack.yaml tells",
            CP_ARG(cp_value_called(value)), *out);
    *out = cp_shift(*out, 2 + unit.power);
    return true;
}

static bool in_points(cp_str form)
{
    return cp_str_is(form, "pp") || cp_str_is(form, "bp");
}

static bool units_agree(const cp_brace *b, const cp_value *const of[2])
{
    cp_str first = cp_value_unit(of[0]), second = cp_value_unit(of[1]);
    int power;

    return (first.size > 0) == (second.size > 0) && cp_unit_convert(first, second, &power)
                   && power == 0
               ? true
               : cp_brace_fault(b, "the two are in different units: '" CP_FMT "' and '" CP_FMT "'",
                                CP_ARG(first), CP_ARG(second));
}

/* a and b in the terms of the form; for pct the growth stands in *a, 0 in *b. */
static bool settle_terms(const cp_brace *b, cp_str form, const cp_value *const of[2], double *first,
                         double *second)
{
    int power = cp_str_is(form, "bp") ? 2 : 0;

    *first = cp_value_column(of[0])->number[0];
    *second = of[1] ? cp_value_column(of[1])->number[0] : 0;
    if (!of[1])
        return true;
    if (in_points(form)) {
        if (!in_percent(b, of[0], first) || !in_percent(b, of[1], second))
            return false;
        *first = cp_shift(*first, power);
        *second = cp_shift(*second, power);
        return true;
    }
    if (!units_agree(b, of))
        return false;
    if (!cp_str_is(form, "pct"))
        return true;
    if (!(*second > 0))
        return cp_brace_fault(b, "growth is from a number above 0, not from %g", *second);
    *first = *first / *second - 1;
    *second = 0;
    return true;
}

/* Words with # have the number there, others ahead of it. */
static void write_words(const cp_brace *b, cp_str word, bool flat, cp_str number, cp_buf *out)
{
    bool placed = cp_str_find(word, CP_STR("#"), 0) != SIZE_MAX;

    cp_buf_add(out, placed ? cp_str_replace(b->values->arena, word, CP_STR("#"), number) : word);
    if (!placed && !flat)
        cp_buf_add(out, number);
}

bool cp_brace_difference(cp_brace *b, cp_str form, cp_buf *out)
{
    const cp_value *const *of = b->use->of;
    double first, second, difference;
    cp_number_format format;
    cp_str words[3];
    int power = 0;

    if (!is_number(b, of[0]) || (of[1] && !is_number(b, of[1])) || !split_words(b, words)
        || !settle_terms(b, form, of, &first, &second))
        return false;
    if (!b->format.size)
        return cp_brace_fault(b, "say how many digits to show, as in {{" CP_FMT ":.0f}}",
                              CP_ARG(b->use->inside));
    if (!cp_brace_format(b, b->format, &format))
        return false;
    if (in_points(form) && cp_number_format_is_percent(&format))
        format.type = 'f';
    if (cp_str_is(form, "change") && !cp_shown_power(b, of[0], &format, &power))
        return false;
    format.sign = '-';
    difference = cp_as_shown(b, &format, cp_shift(first, power))
                 - cp_as_shown(b, &format, cp_shift(second, power));
    b->use->number = cp_as_shown(b, &format, difference);
    write_words(b,
                words[b->use->number > 0   ? 0
                      : b->use->number < 0 ? 1
                                           : 2],
                b->use->number == 0, cp_number_write(b->values->arena, &format, fabs(difference)),
                out);
    return true;
}
