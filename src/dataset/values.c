#include "dataset/values.h"

#include "base/buf.h"
#include "spec/field.h"

#include <stdint.h>

typedef struct value_spec {
    cp_str sql, unit, format;
} value_spec;

const cp_field cp_value_fields[] = {
    { "sql", CP_FIELD_TEXT, offsetof(value_spec, sql), .fallback = "!",
      .help = "a query that gives one cell, or one column" },
    { "unit", CP_FIELD_TEXT, offsetof(value_spec, unit),
      .help = "what it is shown in, from its column's own unit" },
    { "format", CP_FIELD_TEXT, offsetof(value_spec, format),
      .help = "how it is shown where the text does not say" },
    { 0 },
};

static bool read_value(cp_values *values, const cp_node *node, cp_value *value)
{
    const cp_node *sql = node;
    value_spec spec = { 0 };

    *value = (cp_value){ .name = node->key, .place = node->key_place };
    if (node->kind == CP_NODE_MAP) {
        if (!cp_fields_read(values->arena, cp_value_fields, NULL, node, &spec, values->report))
            return false;
        sql = cp_node_child(node, "sql");
    }
    if (sql->kind != CP_NODE_SCALAR || !sql->text.size)
        return cp_fail(values->report, node->key_place,
                       "the value '" CP_FMT "' has no query; expected select ...",
                       CP_ARG(node->key));
    value->sql = sql->text;
    value->at = sql->place;
    value->unit = spec.unit;
    value->format = spec.format;
    return true;
}

bool cp_values_read(cp_values *values, const cp_node *map)
{
    bool ok = true;

    if (map->kind != CP_NODE_MAP)
        return cp_fail(values->report, map->place,
                       "expected a mapping of names to queries, found %s", cp_node_kind_name(map));
    values->item = cp_new_array(values->arena, cp_value, map->count);
    for (const cp_node *node = map->first; node; node = node->next)
        if (read_value(values, node, &values->item[values->count]))
            values->count++;
        else
            ok = false;
    return ok;
}

cp_value *cp_value_named(const cp_values *values, cp_str name)
{
    for (size_t i = 0; i < values->count; i++)
        if (cp_str_eq(values->item[i].name, name))
            return &values->item[i];
    return NULL;
}

/* "the value 'x'", or "the query" where it stands in the text. */
static const char *called(const cp_values *values, const cp_value *value)
{
    return value->name.size
               ? cp_printf(values->arena, "the value '" CP_FMT "'", CP_ARG(value->name))
               : "the query";
}

static bool is_one_column(cp_values *values, const cp_value *value, cp_place at,
                          const cp_table *table)
{
    if (table->column_count != 1)
        return cp_fail(values->report, at, "%s gives %zu columns; expected one",
                       called(values, value), table->column_count);
    if (table->rows == 0)
        return cp_fail(values->report, at, "%s gives no row", called(values, value));
    for (size_t row = 0; row < table->rows; row++)
        if (cp_cell_missing(&table->columns[0], row))
            return cp_fail(values->report, at, "%s is missing: it gives an empty cell",
                           called(values, value));
    return true;
}

static void doubt(cp_values *values, const cp_value *value)
{
    const cp_table *table = value->table;

    if (value->unit.size && cp_column_doubtful(&table->columns[0], table->rows, value->unit))
        cp_warn(values->report, value->place,
                "the value '" CP_FMT "' has no unit of its own and is taken to be in " CP_FMT
                " already",
                CP_ARG(value->name), CP_ARG(value->unit));
}

bool cp_value_run(cp_values *values, cp_value *value, cp_place at)
{
    cp_reads *around;
    cp_table *table;

    if (value->run)
        return value->table != NULL;
    value->run = true;
    around = cp_dataset_trace(values->dataset, &value->reads);
    table = cp_dataset_query(values->arena, values->dataset, value->sql, value->at, values->report);
    cp_dataset_trace(values->dataset, around);
    if (table && is_one_column(values, value, value->name.size ? value->place : at, table))
        value->table = table;
    if (value->table)
        doubt(values, value);
    return value->table != NULL;
}

bool cp_values_run(cp_values *values)
{
    bool ok = true;

    for (size_t i = 0; i < values->count; i++)
        ok = cp_value_run(values, &values->item[i], values->item[i].place) && ok;
    return ok;
}

/* ---- braces ---- */

size_t cp_braces_find(cp_str text, size_t from, size_t *end)
{
    for (size_t at = from; at + 1 < text.size; at++) {
        size_t close;

        if (text.data[at] == '\\') {
            at++;
            continue;
        }
        if (text.data[at] != '{' || text.data[at + 1] != '{')
            continue;
        close = cp_str_find(text, CP_STR("}}"), at + 2);
        if (close == SIZE_MAX)
            return SIZE_MAX;
        if (cp_str_find(cp_str_slice(text, at, close), CP_STR("\n"), 0) != SIZE_MAX)
            continue;
        *end = close + 2;
        return at;
    }
    return SIZE_MAX;
}

static bool fill_text(cp_values *values, cp_node *node)
{
    cp_buf out = { 0 };
    size_t from = 0, at, end;
    bool ok = true;

    while ((at = cp_braces_find(node->text, from, &end)) != SIZE_MAX) {
        cp_str shown = { 0 };

        cp_buf_add(&out, cp_str_slice(node->text, from, at));
        ok = cp_braces_write(values, cp_str_slice(node->text, at + 2, end - 2),
                             cp_node_text_place(node, at), &shown)
             && ok;
        cp_buf_add(&out, shown);
        from = end;
    }
    if (from > 0) {
        cp_buf_add(&out, cp_str_slice(node->text, from, node->text.size));
        node->text = cp_str_copy(values->arena, cp_buf_str(&out));
    }
    cp_buf_free(&out);
    return ok;
}

bool cp_values_fill(cp_values *values, cp_node *root)
{
    bool ok = true;

    if (root->kind == CP_NODE_SCALAR)
        return cp_str_is(root->key, "sql") || fill_text(values, root);
    for (cp_node *node = root->first; node; node = node->next)
        ok = cp_values_fill(values, node) && ok;
    return ok;
}
