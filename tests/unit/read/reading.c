#include "reading.h"

extern const cp_reader cp_reader_csv;

cp_reading read_wished(cp_str bytes, const cp_read_wish *wish)
{
    static const cp_read_wish none = { 0 };
    cp_place at = { "data/t.csv", 1, 1 };
    cp_reading result = { 0 };

    result.report.arena = &result.arena;
    result.story.source = CP_STR("");
    result.table = cp_reader_csv.read(&result.arena, at, bytes, wish ? wish : &none, &result.story,
                                      &result.report);
    /* Its arena moves with the struct; nothing is reported any more. */
    result.report.arena = NULL;
    return result;
}

cp_reading read_text(const char *text)
{
    return read_wished(cp_str_from(text), NULL);
}

const char *columns_of(cp_reading *reading)
{
    cp_buf out = { 0 };
    const char *text;

    for (size_t i = 0; reading->table && i < reading->table->column_count; i++) {
        const cp_column *column = &reading->table->columns[i];

        cp_buf_printf(&out, "%s" CP_FMT ":%s", i ? " " : "", CP_ARG(column->name),
                      cp_type_name(column->type));
        if (column->unit.size)
            cp_buf_printf(&out, "[" CP_FMT "]", CP_ARG(column->unit));
        if (column->percent)
            cp_buf_add_char(&out, '%');
    }
    text = cp_str_copy(&reading->arena, cp_buf_str(&out)).data;
    cp_buf_free(&out);
    return text;
}

const char *cells_of(cp_reading *reading, const char *name)
{
    const cp_column *column
        = reading->table ? cp_table_column(reading->table, cp_str_from(name)) : NULL;
    cp_buf out = { 0 };
    const char *text;

    if (!column)
        return "no column";
    for (size_t row = 0; row < reading->table->rows; row++) {
        if (row)
            cp_buf_add_char(&out, '|');
        cp_buf_add(&out, cp_cell_plain(&reading->arena, column, row));
    }
    text = cp_str_copy(&reading->arena, cp_buf_str(&out)).data;
    cp_buf_free(&out);
    return text;
}

const char *row_of(cp_reading *reading, size_t row)
{
    cp_buf out = { 0 };
    const char *text;

    for (size_t i = 0; i < reading->table->column_count; i++) {
        if (i)
            cp_buf_add_char(&out, '|');
        cp_buf_add(&out, cp_cell_plain(&reading->arena, &reading->table->columns[i], row));
    }
    text = cp_str_copy(&reading->arena, cp_buf_str(&out)).data;
    cp_buf_free(&out);
    return text;
}

const char *findings_of(cp_reading *reading)
{
    cp_buf out = { 0 };
    const char *text;

    for (const cp_finding *finding = reading->report.first; finding; finding = finding->next)
        cp_buf_printf(&out, "%s%s", out.size ? "\n" : "",
                      cp_finding_line(&reading->arena, finding));
    text = cp_str_copy(&reading->arena, cp_buf_str(&out)).data;
    cp_buf_free(&out);
    return text;
}

void reading_free(cp_reading *reading)
{
    cp_arena_free(&reading->arena);
}
