#include "figure/chart_rows.h"

#include <math.h>

#include "base/number.h"
#include "base/unit.h"
#include "read/reader.h"

enum { MOST_COLUMNS = 200 };

static bool check_row(const cp_figure_env *env, const cp_node *row)
{
    bool ok
        = row->kind == CP_NODE_MAP
          || cp_fail(env->report, row->place, "expected a row such as {日期: 2026-04-17}, found %s",
                     cp_node_kind_name(row));

    for (const cp_node *cell = row->kind == CP_NODE_MAP ? row->first : NULL; cell;
         cell = cell->next)
        if (cell->kind != CP_NODE_SCALAR)
            ok = cp_fail(env->report, cell->place, "a cell holds a value, not %s",
                         cp_node_kind_name(cell));
    return ok;
}

/* Names in order of appearance; quadratic in a few. */
static bool add_names(const cp_figure_env *env, const cp_node *row, cp_table *table)
{
    for (const cp_node *cell = row->first; cell; cell = cell->next) {
        if (cp_table_column(table, cell->key))
            continue;
        if (table->column_count == MOST_COLUMNS)
            return cp_fail(env->report, cell->key_place, "more than %d columns", MOST_COLUMNS);
        table->columns[table->column_count++].name = cell->key;
    }
    return true;
}

static cp_str cell_text(const cp_node *row, cp_str name)
{
    for (const cp_node *cell = row->first; cell; cell = cell->next)
        if (cp_str_eq(cell->key, name))
            return !cell->quoted && cp_is_missing(cell->text) ? (cp_str){ 0 } : cell->text;
    return (cp_str){ 0 };
}

static bool is_quoted(const cp_node *row, cp_str name)
{
    for (const cp_node *cell = row->first; cell; cell = cell->next)
        if (cp_str_eq(cell->key, name))
            return cell->quoted;
    return false;
}

static cp_type type_of(const cp_node *rows, cp_str name)
{
    bool dates = true, numbers = true;

    for (const cp_node *row = rows->first; row; row = row->next) {
        cp_str text = cell_text(row, name);
        cp_quantity quantity;
        cp_date date;
        cp_date_form form;

        if (!text.data)
            continue;
        dates = dates && !is_quoted(row, name) && cp_date_parse(text, &date, &form);
        numbers = numbers && !is_quoted(row, name) && !cp_is_code(text)
                  && cp_quantity_parse(text, &quantity);
    }
    return dates ? CP_DATE : numbers ? CP_NUMBER : CP_TEXT;
}

/* A unit in the cells is applied: what is left of 亿元 is 元, of % fractions. */
static void number_cell(cp_column *column, size_t at, cp_str text)
{
    cp_quantity quantity;

    column->number[at] = NAN;
    if (!text.data || !cp_quantity_parse(text, &quantity))
        return;
    column->number[at] = quantity.value;
    if (cp_str_is(quantity.unit, "%"))
        column->percent = true;
    else if (quantity.unit.size > 0)
        column->unit = cp_unit_parse(quantity.unit).base;
}

static void fill_column(cp_arena *arena, const cp_node *rows, size_t count, cp_column *column)
{
    cp_str unit;
    size_t at = 0;
    cp_str name = column->name;

    column->type = type_of(rows, name);
    if (column->type == CP_NUMBER)
        column->number = cp_new_array(arena, double, count);
    else if (column->type == CP_DATE)
        column->date = cp_new_array(arena, cp_date, count);
    else
        column->text = cp_new_array(arena, cp_str, count);
    for (const cp_node *row = rows->first; row; row = row->next, at++) {
        cp_str text = cell_text(row, name);
        cp_date_form form;

        if (column->type == CP_NUMBER)
            number_cell(column, at, text);
        else if (column->type == CP_TEXT)
            column->text[at] = text;
        else if (!text.data || !cp_date_parse(text, &column->date[at], &form))
            column->date[at] = CP_NO_DATE;
    }
    if (column->type == CP_NUMBER && column->unit.size == 0 && cp_unit_split(name, &name, &unit)) {
        column->name = name;
        column->unit = unit;
    }
}

static const cp_table *table_of_list(const cp_figure_env *env, const cp_node *rows)
{
    cp_table *table = cp_new(env->arena, cp_table);
    uint32_t *lines = cp_new_array(env->arena, uint32_t, rows->count);
    bool ok = true;

    *table = (cp_table){ .name = CP_STR("rows"),
                         .file = rows->place.file,
                         .place = rows->place,
                         .rows = rows->count,
                         .lines = lines,
                         .columns = cp_new_array(env->arena, cp_column, MOST_COLUMNS) };
    for (const cp_node *row = rows->first; row; row = row->next) {
        *lines++ = (uint32_t)row->place.line;
        if (!check_row(env, row) || !add_names(env, row, table))
            ok = false;
    }
    for (size_t i = 0; ok && i < table->column_count; i++)
        fill_column(env->arena, rows, rows->count, &table->columns[i]);
    return ok ? table : NULL;
}

const cp_table *cp_chart_rows(const cp_figure_env *env, const cp_node *rows)
{
    if (rows->kind == CP_NODE_SCALAR)
        return cp_table_read_bytes(env->arena, cp_node_text_place(rows, 0), rows->text,
                                   CP_STR("rows"), NULL, env->report);
    if (rows->kind == CP_NODE_LIST && rows->count > 0)
        return table_of_list(env, rows);
    cp_fail(env->report, rows->place, "expected a list of rows or a block of CSV, found %s",
            rows->kind == CP_NODE_LIST ? "an empty list" : cp_node_kind_name(rows));
    return NULL;
}
