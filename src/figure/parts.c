#include "figure/parts.h"

#include <math.h>
#include <stdlib.h>

#include "base/number.h"
#include "base/unit.h"
#include "plot/axis.h"

enum { MOST_TOLD = 10 };

/* Sums beyond this are no longer exact to a share's last digit. */
static const double largest = 1e15;

typedef struct reading {
    cp_parts *parts;
    const cp_row_source *source;
    const cp_part_wish *wish;
    const cp_figure_env *env;
    const cp_column *name, *value;
    int power; /* from the column's unit to the one shown */
} reading;

static bool check_value(const reading *r, const cp_part *part, cp_place at)
{
    cp_report *report = r->env->report;

    if (isnan(part->value))
        return cp_fail(report, at, "'" CP_FMT "' has no value in column " CP_FMT,
                       CP_ARG(part->name), CP_ARG(r->value->name));
    if (part->value < 0)
        return cp_fail(report, at, "'" CP_FMT "' is %g, and a %s shows no negative values",
                       CP_ARG(part->name), part->value, r->source->kind);
    return part->value <= largest
           || cp_fail(report, at, "'" CP_FMT "' is %g, beyond what can be added up",
                      CP_ARG(part->name), part->value);
}

static bool read_part(const reading *r, size_t row, cp_part *part)
{
    cp_place at = cp_table_place(r->parts->table, row);

    part->row = row;
    part->value = r->value->number[row];
    if (cp_cell_missing(r->name, row))
        return cp_fail(r->env->report, at, "column " CP_FMT " has no name here",
                       CP_ARG(r->name->name));
    part->name = cp_str_trim(cp_cell_plain(r->env->arena, r->name, row));
    return check_value(r, part, at);
}

static int compare_names(const void *a, const void *b)
{
    const cp_part *const *one = a, *const *two = b;
    int order = cp_str_compare((*one)->name, (*two)->name);

    return order ? order : ((*one)->row > (*two)->row) - ((*one)->row < (*two)->row);
}

static bool check_repeats(const reading *r)
{
    cp_parts *parts = r->parts;
    const cp_part **sorted = cp_new_array(r->env->arena, const cp_part *, parts->count);
    int told = 0;

    for (size_t i = 0; i < parts->count; i++)
        sorted[i] = &parts->item[i];
    qsort(sorted, parts->count, sizeof *sorted, compare_names);
    for (size_t i = 1; i < parts->count && told < MOST_TOLD; i++)
        if (sorted[i]->name.size > 0 && cp_str_eq(sorted[i - 1]->name, sorted[i]->name)) {
            told++;
            cp_fail(r->env->report, cp_table_place(parts->table, sorted[i]->row),
                    "'" CP_FMT "' comes twice; add its values up, as by `group by`",
                    CP_ARG(sorted[i]->name));
        }
    return told == 0;
}

static bool read_parts(const reading *r)
{
    cp_parts *parts = r->parts;
    bool ok = true;
    int told = 0;

    parts->item = cp_new_array(r->env->arena, cp_part, parts->table->rows);
    for (size_t i = 0; i < parts->table->rows && told < MOST_TOLD; i++) {
        cp_part *part = &parts->item[parts->count++];

        if (!read_part(r, i, part)) {
            ok = false;
            told++;
            continue;
        }
        part->value = cp_shift(part->value, r->power);
        parts->total += part->value;
    }
    if (!r->wish->repeats)
        ok = check_repeats(r) && ok;
    if (!ok)
        return false;
    return parts->total > 0
           || cp_fail(r->env->report, cp_field_place(r->source->map, r->wish->value_key),
                      "all values of column " CP_FMT " are zero", CP_ARG(r->value->name));
}

/* Shares come as fractions, whether cells or heads have the %. */
static bool settle_unit(reading *r)
{
    const cp_column *column = r->value;
    cp_str wanted = r->wish->unit;
    bool bare = wanted.size > 0 && column->unit.size == 0 && !column->percent && !column->ones;
    cp_str unit = bare ? wanted : column->unit;

    if (column->percent || cp_str_is(unit, "%")) {
        r->parts->percent = true;
        r->power = column->percent ? 0 : -2;
        if (wanted.size == 0 || cp_str_is(wanted, "%"))
            return true;
    } else if (wanted.size == 0 || cp_column_power(column, wanted, &r->power)) {
        r->parts->unit = wanted.size > 0 ? wanted : unit;
        cp_column_doubt(column, r->parts->table->rows, wanted,
                        cp_field_place(r->source->map, "unit"), r->env->report);
        return true;
    }
    return cp_fail(r->env->report, cp_field_place(r->source->map, "unit"),
                   "column " CP_FMT " is in " CP_FMT ", which cannot be shown in " CP_FMT,
                   CP_ARG(column->name), CP_ARG(r->parts->percent ? CP_STR("%") : unit),
                   CP_ARG(wanted));
}

bool cp_parts_load(cp_parts *parts, cp_row_source *source, const cp_part_wish *wish,
                   const cp_figure_env *env)
{
    const cp_table *table = cp_row_source_load(source, env);
    reading r = { parts, source, wish, env, NULL, NULL, 0 };

    *parts = (cp_parts){ .table = table };
    if (!table)
        return false;
    r.name = cp_row_source_column(source, table, wish->name_key, wish->name, env);
    r.value = cp_row_source_column(source, table, wish->value_key, wish->value, env);
    if (!r.name || !r.value)
        return false;
    if (r.value->type != CP_NUMBER)
        return cp_fail(env->report, cp_field_place(source->map, wish->value_key),
                       "column " CP_FMT " holds %s; numbers are wanted", CP_ARG(r.value->name),
                       r.value->type == CP_DATE ? "dates" : "text");
    if (table->rows > wish->most)
        return cp_fail(env->report, cp_field_place(source->map, source->origin),
                       "%zu rows are too many for a %s; at most %zu", table->rows, source->kind,
                       wish->most);
    return settle_unit(&r) && read_parts(&r);
}

static int compare_values(const void *a, const void *b)
{
    const cp_part *one = a, *two = b;

    if (one->value != two->value)
        return one->value < two->value ? 1 : -1;
    return (one->row > two->row) - (one->row < two->row);
}

void cp_parts_sort(cp_parts *parts)
{
    qsort(parts->item, parts->count, sizeof *parts->item, compare_values);
}

cp_value_form cp_parts_form(const cp_parts *parts, const cp_number_format *given)
{
    int decimals = 0;

    for (size_t i = 0; i < parts->count; i++) {
        double shown = cp_shift(parts->item[i].value, parts->percent ? 2 : 0);
        int needed = cp_decimals_needed(shown, 2);

        decimals = needed > decimals ? needed : decimals;
    }
    return (cp_value_form){
        .format = given ? *given : cp_number_format_usual(parts->percent ? '%' : 'f', decimals),
        .unit = parts->unit
    };
}
