/* number.c - cells as numbers, units and codes: what is read back from what is written. */

#include "fuzz.h"

#include "base/cellname.h"
#include "base/decimal.h"
#include "base/number.h"
#include "base/unit.h"

#include <math.h>
#include <string.h>

static void check_number(cp_arena *arena, double value)
{
    cp_str plain = cp_number_plain(arena, value);
    double again;

    HOLDS(isfinite(value));
    HOLDS(cp_number_parse(plain, &again) && again == value);
    for (int power = -22; power <= 22; power += 11)
        HOLDS(!isnan(cp_shift(value, power)));
}

static void check_units(cp_str text)
{
    cp_unit unit = cp_unit_parse(text);
    cp_str name, inside;
    int power;

    HOLDS(unit.base.size <= text.size || !cp_unit_known(text) || unit.base.size < 16);
    HOLDS(cp_unit_convert(text, text, &power) && power == 0);
    if (cp_unit_split(text, &name, &inside))
        HOLDS(inside.size > 0 && name.size + inside.size < text.size);
    cp_unit_in_cell(text);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    cp_arena arena = { 0 };
    cp_str text = fuzz_text(data, size);
    cp_quantity quantity;
    double value;
    int row, column;

    if (cp_utf8_valid(text, NULL)) {
        if (cp_quantity_parse(text, &quantity)) {
            check_number(&arena, quantity.value);
            HOLDS(!cp_is_missing(text) && quantity.decimals >= 0);
        }
        if (cp_number_parse(text, &value))
            check_number(&arena, value);
        cp_is_code(text);
        check_units(text);
        if (cp_cellname_parse(text, &row, &column))
            HOLDS(row >= 0 && row <= CP_SHEET_ROWS && column >= 0 && column <= CP_SHEET_COLUMNS);
    }
    if (size == sizeof value) {
        memcpy(&value, data, size);
        if (isfinite(value))
            check_number(&arena, value);
    }
    cp_arena_free(&arena);
    return 0;
}
