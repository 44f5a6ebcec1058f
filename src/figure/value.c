#include "figure/value.h"

#include <math.h>

#include "base/decimal.h"
#include "base/number.h"
#include "base/unit.h"

static bool writes_percent(const cp_number_format *format)
{
    return format->type == '%' || format->type == 'p';
}

/* How many decimals the numbers have, up to two. */
static int decimals_of(const cp_column *column, size_t rows)
{
    int most = 0;

    for (size_t i = 0; i < rows && most < 2; i++) {
        cp_decimal decimal;

        if (!isfinite(column->number[i]))
            continue;
        decimal = cp_decimal_from(column->number[i]);
        if (decimal.count - decimal.point > most)
            most = decimal.count - decimal.point;
    }
    return most > 2 ? 2 : most;
}

static cp_number_format usual_format(cp_arena *arena, bool percent, int decimals)
{
    cp_number_format format = { 0 };

    cp_number_format_parse(percent ? CP_STR(".1%") : cp_str_printf(arena, ",.%df", decimals),
                           &format);
    return format;
}

bool cp_value_form_make(cp_arena *arena, const cp_column *column, size_t rows,
                        const cp_number_format *given, cp_place at, cp_value_form *out,
                        cp_report *report)
{
    cp_unit unit = cp_unit_parse(column->unit);
    bool bare = column->percent || column->unit.size == 0;
    bool ratio = !bare && unit.base.size == 0 && unit.power < 0;
    bool percent = given ? writes_percent(given) : column->percent || unit.power == -2;

    if (percent && !bare && !ratio)
        return cp_fail(report, at,
                       "a percent format writes fractions, but the numbers are in " CP_FMT,
                       CP_ARG(column->unit));
    *out = (cp_value_form){ .format = given
                                          ? *given
                                          : usual_format(arena, percent, decimals_of(column, rows)),
                            .power = percent && ratio ? unit.power : 0 };
    return true;
}

cp_str cp_value_write(cp_arena *arena, const cp_value_form *form, double value)
{
    return cp_number_write(arena, &form->format,
                           form->power ? cp_shift(value, form->power) : value);
}
