/* table_load.c - the columns of a table find their data, and how these are written. */
#include "figure/table.h"

#include <math.h>
#include <string.h>

/* How numbers are written, in the unit asked for. */
static bool form_numbers(cp_cell_column *column, size_t rows, const cp_figure_env *env)
{
    cp_place at = cp_field_place(column->node, "format");
    cp_column shown = *column->data;
    bool formatted = column->format.size > 0;
    cp_number_format given;
    int power = 0;

    if (formatted && !cp_number_format_parse(column->format, &given))
        return cp_fail(env->report, at, "'" CP_FMT "' is no number format (d3-format)",
                       CP_ARG(column->format));
    if (column->unit.size > 0 && !cp_column_power(column->data, column->unit, &power))
        return cp_fail(
            env->report, cp_field_place(column->node, "unit"),
            "column '" CP_FMT "' is in '" CP_FMT "', which does not convert to '" CP_FMT "'",
            CP_ARG(column->data->name),
            CP_ARG(column->data->percent ? CP_STR("%") : column->data->unit), CP_ARG(column->unit));
    if (column->unit.size > 0) {
        shown.unit = column->unit;
        shown.percent = false;
    }
    if (!cp_value_form_make(&shown, rows, formatted ? &given : NULL, at, &column->form,
                            env->report))
        return false;
    if (!formatted && power != 0 && column->form.format.type != '%')
        column->form.format.precision = cp_value_decimals(column->data, rows, power);
    column->form.power += power;
    cp_column_doubt(column->data, rows, column->unit, cp_field_place(column->node, "unit"),
                    env->report);
    return true;
}

static bool form_days(const cp_cell_column *column, const cp_figure_env *env)
{
    cp_str bad;

    return column->format.size == 0 || cp_date_format_valid(column->format, &bad)
           || cp_fail(env->report, cp_field_place(column->node, "format"),
                      "'" CP_FMT "' in '" CP_FMT "' is no word of date formats (strftime)",
                      CP_ARG(bad), CP_ARG(column->format));
}

/* What only numbers can have. */
static bool check_words(const cp_cell_column *column, const cp_figure_env *env)
{
    static const char *const keys[] = { "unit", "format", "strongest" };
    bool ok = true;

    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
        if (cp_node_child(column->node, keys[i]) && !(i == 1 && column->data->type == CP_DATE))
            ok = cp_fail(env->report, cp_field_place(column->node, keys[i]),
                         "column '" CP_FMT "' holds %ss, which have no `%s`",
                         CP_ARG(column->data->name), cp_type_name(column->data->type), keys[i]);
    if (cp_str_is(column->fill, "scale") || cp_str_is(column->fill, "sign"))
        ok = cp_fail(env->report, cp_field_place(column->node, "fill"),
                     "column '" CP_FMT "' holds %ss, a fill by %s is for numbers",
                     CP_ARG(column->data->name), cp_type_name(column->data->type),
                     cp_str_z(env->arena, column->fill));
    if (column->summary != CP_SUMMARY_NONE && column->summary != CP_SUMMARY_COUNT)
        ok = cp_fail(env->report, cp_field_place(column->node, "summary"),
                     "column '" CP_FMT "' holds %ss, they have no %s", CP_ARG(column->data->name),
                     cp_type_name(column->data->type), cp_column_summaries[column->summary]);
    return ok;
}

static void find_ranges(cp_cell_column *column, const cp_table_spec *spec, const cp_figure_env *env)
{
    cp_range none = { INFINITY, -INFINITY };

    column->range = none;
    column->blocks = cp_new_array(env->arena, cp_range, spec->block_count);
    for (size_t i = 0; i < spec->block_count; i++)
        column->blocks[i] = none;
    for (size_t i = 0; column->data->type == CP_NUMBER && i < spec->table->rows; i++) {
        double value = column->data->number[i];
        cp_range *block = &column->blocks[spec->block_of[i]];

        column->range
            = (cp_range){ fmin(column->range.low, value), fmax(column->range.high, value) };
        *block = (cp_range){ fmin(block->low, value), fmax(block->high, value) };
    }
}

/* Numbers end at one edge, by their points where they have not the same decimals. */
static cp_tabular_align usual_align(const cp_cell_column *column)
{
    const cp_number_format *format = &column->form.format;
    bool even = format->type == 'f' || format->type == '%' || format->type == 'd';

    if (column->class->align != CP_TABULAR_AS_COLUMN)
        return column->class->align;
    if (column->data->type != CP_NUMBER)
        return CP_TABULAR_LEFT;
    return even && !format->trim && format->sign != '(' ? CP_TABULAR_RIGHT : CP_TABULAR_POINT;
}

static bool settle_colors(cp_cell_column *column, const cp_figure_env *env)
{
    column->signed_ink = column->color.size > 0;
    return !column->signed_ink
           || cp_table_ink(column->color, cp_field_place(column->node, "color"), &column->ink, env);
}

static bool bind_column(cp_cell_column *column, cp_table_spec *spec, const cp_figure_env *env)
{
    cp_row_source at = spec->source;
    bool ok;

    at.map = column->node;
    column->data = cp_row_source_column(&at, spec->table, "field", column->field, env);
    if (!column->data)
        return false;
    if (column->class->numbers && column->data->type != CP_NUMBER)
        return cp_fail(env->report, cp_field_place(column->node, "field"),
                       "column '" CP_FMT "' holds %ss, a %s is for numbers",
                       CP_ARG(column->data->name), cp_type_name(column->data->type),
                       column->class->name);
    if (column->faulty) {
        cp_table_rules_bind(&column->looks, &at, spec->table, column->data, env);
        return false;
    }
    ok = column->data->type == CP_NUMBER ? form_numbers(column, spec->table->rows, env)
                                         : check_words(column, env);
    if (column->data->type == CP_DATE)
        ok = form_days(column, env) && ok;
    ok = settle_colors(column, env) && ok;
    ok = cp_table_rules_bind(&column->looks, &at, spec->table, column->data, env) && ok;
    find_ranges(column, spec, env);
    column->place.align = column->align ? (cp_tabular_align)column->align : usual_align(column);
    if (column->class->load)
        ok = column->class->load(column, spec->table->rows, env) && ok;
    return ok;
}

/* ---- blocks ---- */

static size_t find_block(cp_table_spec *spec, cp_str name)
{
    size_t block = 0;

    while (block < spec->block_count && !cp_str_eq(spec->block_names[block], name))
        block++;
    if (block < CP_TABLE_MOST_BLOCKS && block == spec->block_count)
        spec->block_names[spec->block_count++] = name;
    return block;
}

/* The distinct values of `blocks` in the order of the rows. */
static bool bind_blocks(cp_table_spec *spec, const cp_figure_env *env)
{
    const cp_column *column = NULL;

    spec->block_of = cp_new_array(env->arena, size_t, spec->table->rows);
    spec->block_names = cp_new_array(env->arena, cp_str, CP_TABLE_MOST_BLOCKS);
    spec->block_count = 1;
    if (spec->blocks.size == 0)
        return true;
    column = cp_row_source_column(&spec->source, spec->table, "blocks", spec->blocks, env);
    spec->block_count = 0;
    for (size_t i = 0; column && i < spec->table->rows; i++) {
        spec->block_of[i] = find_block(spec, cp_cell_plain(env->arena, column, i));
        if (spec->block_of[i] == CP_TABLE_MOST_BLOCKS)
            return cp_fail(env->report, cp_field_place(spec->map, "blocks"),
                           "column '" CP_FMT "' has more than %d values; blocks stand side by side",
                           CP_ARG(spec->blocks), (int)CP_TABLE_MOST_BLOCKS);
    }
    return column != NULL;
}

bool cp_table_bind(cp_table_spec *spec, const cp_figure_env *env)
{
    bool ok = bind_blocks(spec, env);

    if (!ok) {
        spec->block_count = 1; /* so that columns have ranges to be in */
        memset(spec->block_of, 0, spec->table->rows * sizeof *spec->block_of);
    }
    spec->group_data = cp_row_source_column(&spec->source, spec->table, "group", spec->group, env);
    ok = (spec->group_data || spec->group.size == 0) && ok;
    for (size_t i = 0; i < spec->column_count; i++)
        ok = bind_column(spec->columns[i], spec, env) && ok;
    return cp_table_rules_bind(&spec->rules, &spec->source, spec->table, NULL, env) && ok;
}
