#include "table/table.h"

#include "base/number.h"
#include "base/unit.h"

#include <math.h>

const char *cp_type_name(cp_type type)
{
    static const char *const names[]
        = { [CP_TEXT] = "text", [CP_NUMBER] = "number", [CP_DATE] = "date" };

    return names[type];
}

const cp_column *cp_table_column(const cp_table *table, cp_str name)
{
    for (size_t i = 0; i < table->column_count; i++)
        if (cp_str_eq(table->columns[i].name, name))
            return &table->columns[i];
    return NULL;
}

const char *const *cp_table_column_names(cp_arena *arena, const cp_table *table)
{
    const char **names = cp_new_array(arena, const char *, table->column_count + 1);

    for (size_t i = 0; i < table->column_count; i++)
        names[i] = cp_str_z(arena, table->columns[i].name);
    return names;
}

cp_place cp_table_place(const cp_table *table, size_t row)
{
    if (!table->file || !table->lines || row >= table->rows)
        return table->place;
    return (cp_place){ .file = table->place.file, .line = (int)table->lines[row] };
}

bool cp_column_like(const cp_column *one, const cp_column *other)
{
    return one->percent == other->percent && one->ones == other->ones
           && cp_str_eq(one->unit, other->unit);
}

static bool is_bare(const cp_column *column)
{
    return column->unit.size == 0 && !column->percent && !column->ones;
}

static cp_str written_unit(const cp_column *column)
{
    return column->percent ? CP_STR("%") : column->unit;
}

/* Of one in the numbers as stored; those of percent cells are fractions. */
static int stored_power(const cp_column *column)
{
    return column->percent ? 0 : cp_unit_parse(column->unit).power;
}

int cp_column_apart(const cp_column *one, const cp_column *other)
{
    int power;

    if (is_bare(one) || is_bare(other)
        || !cp_unit_convert(written_unit(one), written_unit(other), &power))
        return 0;
    return stored_power(one) - stored_power(other);
}

bool cp_column_power(const cp_column *column, cp_str unit, int *power)
{
    *power = 0;
    if (is_bare(column))
        return true;
    if (!cp_unit_convert(written_unit(column), unit, power))
        return false;
    *power = stored_power(column) - cp_unit_parse(unit).power;
    return true;
}

bool cp_column_doubtful(const cp_column *column, size_t rows, cp_str unit)
{
    double one = cp_shift(1, cp_unit_parse(unit).power);

    if (column->type != CP_NUMBER || !is_bare(column) || one <= 1)
        return false;
    for (size_t i = 0; i < rows; i++)
        if (fabs(column->number[i]) >= one)
            return true;
    return false;
}

void cp_column_doubt(const cp_column *column, size_t rows, cp_str unit, cp_place place,
                     cp_report *report)
{
    if (unit.size > 0 && cp_column_doubtful(column, rows, unit))
        cp_warn(report, place,
                "column " CP_FMT
                " has no unit of its own and its numbers are taken to be in " CP_FMT " already",
                CP_ARG(column->name), CP_ARG(unit));
}

bool cp_cell_missing(const cp_column *column, size_t row)
{
    switch (column->type) {
    case CP_NUMBER:
        return isnan(column->number[row]);
    case CP_DATE:
        return column->date[row] == CP_NO_DATE;
    default:
        return !column->text[row].data;
    }
}

cp_str cp_cell_plain(cp_arena *arena, const cp_column *column, size_t row)
{
    if (cp_cell_missing(column, row))
        return CP_STR("");
    switch (column->type) {
    case CP_NUMBER:
        return cp_number_plain(arena, column->number[row]);
    case CP_DATE:
        return cp_date_iso(arena, column->date[row]);
    default:
        return column->text[row];
    }
}
