#include "figure/value.h"

#include <math.h>

#include "base/number.h"
#include "base/unit.h"
#include "plot/axis.h"

int cp_value_decimals(const cp_column *column, size_t rows, int power)
{
    int most = 0;

    for (size_t i = 0; i < rows; i++) {
        double value = cp_shift(column->number[i], power);
        int needed = isfinite(value) ? cp_decimals_needed(value, 2) : 0;

        most = needed > most ? needed : most;
    }
    return most;
}

bool cp_value_form_make(const cp_column *column, size_t rows, const cp_number_format *given,
                        cp_place at, cp_value_form *out, cp_report *report)
{
    cp_unit unit = cp_unit_parse(column->unit);
    bool bare = column->percent || column->unit.size == 0;
    bool ratio = !bare && unit.base.size == 0 && unit.power < 0;
    bool percent = given ? cp_number_format_is_percent(given) : column->percent || unit.power == -2;

    if (percent && !bare && !ratio)
        return cp_fail(report, at,
                       "a percent format writes fractions, but the numbers are in " CP_FMT,
                       CP_ARG(column->unit));
    *out = (cp_value_form){ .format = cp_number_format_usual(percent ? '%' : 'f', 1),
                            .power = percent && ratio ? unit.power : 0 };
    if (given)
        out->format = *given;
    else if (!percent)
        out->format.precision = cp_value_decimals(column, rows, 0);
    return true;
}

cp_str cp_value_write(cp_arena *arena, const cp_value_form *form, double value)
{
    cp_str number = cp_number_write(arena, &form->format, cp_shift(value, form->power));

    if (isnan(value) || form->unit.size == 0)
        return number;
    return cp_str_printf(arena, CP_FMT CP_FMT, CP_ARG(number), CP_ARG(form->unit));
}
