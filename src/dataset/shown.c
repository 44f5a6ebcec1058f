/* shown.c - how a value is written: numbers with their units, dates, texts, lists of them. */

#include "dataset/brace.h"

#include "base/number.h"
#include "base/unit.h"

enum { LONGEST_NUMBER = 12 }; /* letters of a number that needs no format */

const cp_column *cp_value_column(const cp_value *value)
{
    return &value->table->columns[0];
}

cp_str cp_value_called(const cp_value *value)
{
    return value->name.size ? value->name : value->sql;
}

/* Its column's own, else what pack.yaml says. */
cp_str cp_value_unit(const cp_value *value)
{
    const cp_column *column = cp_value_column(value);

    return column->unit.size || column->ones ? column->unit : value->unit;
}

bool cp_brace_format(const cp_brace *b, cp_str text, cp_number_format *out)
{
    return cp_number_format_parse(text, out)
           || cp_brace_fault(b, "'" CP_FMT "' is not a number format; expected .0f, ,.2f, .1%%",
                             CP_ARG(text));
}

/* Percent and share are never taken for each other. */
static bool percent_fits(const cp_brace *b, const cp_value *value, bool percent)
{
    cp_str own = cp_value_unit(value);
    cp_unit unit = cp_unit_parse(own);

    if (cp_value_column(value)->percent && !percent)
        return cp_brace_fault(
            b, "the number is a percentage; its format writes percent, as .1%% does");
    if (percent && own.size && (unit.base.size || unit.power > 0))
        return cp_brace_fault(b, "a percent format, but the number is in " CP_FMT, CP_ARG(own));
    return true;
}

/* The power of ten from a value's numbers to what is shown: its unit's, or from percent to a
 * share where the format makes percent of it. */
bool cp_shown_power(const cp_brace *b, const cp_value *value, const cp_number_format *format,
                    int *power)
{
    cp_str own = cp_value_unit(value);
    bool percent = cp_number_format_is_percent(format);

    *power = 0;
    if (!percent_fits(b, value, percent))
        return false;
    if (percent && own.size)
        *power = cp_unit_parse(own).power;
    if (percent || !value->unit.size || cp_unit_convert(own, value->unit, power))
        return true;
    return cp_fail(b->values->report, value->place,
                   "the unit '" CP_FMT "' cannot be had from '" CP_FMT "'", CP_ARG(value->unit),
                   CP_ARG(own));
}

double cp_as_shown(const cp_brace *b, const cp_number_format *format, double number)
{
    cp_number_format plain = *format;
    cp_quantity quantity;

    plain.sign = '-';
    plain.symbol = 0;
    plain.width = 0;
    return cp_quantity_parse(cp_number_write(b->values->arena, &plain, number), &quantity)
               ? quantity.value
               : number;
}

static cp_str plain_number(const cp_brace *b, double number, bool *ok)
{
    cp_str text = cp_number_plain(b->values->arena, number);

    if (text.size > LONGEST_NUMBER)
        *ok = cp_brace_fault(
            b, "%.12g has many digits; say how many to show, as in {{" CP_FMT ":.1f}}", number,
            CP_ARG(b->use->inside));
    return cp_str_replace(b->values->arena, text, CP_STR("-"), CP_STR("−"));
}

static bool write_numbers(cp_brace *b, const cp_value *value, cp_str text, cp_buf *out)
{
    const cp_column *column = cp_value_column(value);
    cp_number_format format = { 0 };
    bool ok = true;
    int power;

    if (text.size && !cp_brace_format(b, text, &format))
        return false;
    if (!cp_shown_power(b, value, &format, &power))
        return false;
    for (size_t row = 0; row < value->table->rows; row++) {
        double number = cp_shift(column->number[row], power);

        if (row)
            cp_buf_add(out, CP_STR("、"));
        cp_buf_add(out, text.size ? cp_number_write(b->values->arena, &format, number)
                                  : plain_number(b, number, &ok));
        b->use->number = text.size ? cp_as_shown(b, &format, number) : number;
    }
    return ok;
}

/* ---- dates and texts ---- */

bool cp_brace_date(const cp_brace *b, cp_date date, cp_str text, cp_buf *out)
{
    cp_str format = text.size ? text : CP_STR("%Y-%m-%d"), bad;

    if (!cp_date_format_valid(format, &bad))
        return cp_brace_fault(
            b, "'" CP_FMT "' is not known in a date's format; expected %%-m月%%-d日", CP_ARG(bad));
    cp_buf_add(out, cp_date_write(b->values->arena, format, date));
    return true;
}

bool cp_brace_value(cp_brace *b, const cp_value *value, cp_buf *out)
{
    const cp_column *column = cp_value_column(value);
    cp_str format = b->format.size ? b->format : value->format;
    bool ok = true;

    if (column->type == CP_NUMBER)
        return write_numbers(b, value, format, out);
    if (column->type == CP_TEXT && b->format.size)
        return cp_brace_fault(b, "a text takes no format");
    for (size_t row = 0; ok && row < value->table->rows; row++) {
        if (row)
            cp_buf_add(out, CP_STR("、"));
        if (column->type == CP_DATE)
            ok = cp_brace_date(b, column->date[row], format, out);
        else
            cp_buf_add(out, column->text[row]);
    }
    return ok;
}
