#include "table/table.h"

#include "base/number.h"

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
