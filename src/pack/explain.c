/* explain.c - how a value came about: its query, the rows that went in, where it is shown. */

#include "base/guess.h"
#include "dataset/explain.h"
#include "pack/pack.h"

static cp_value *find_value(chartpack *job, cp_str name)
{
    cp_value *value = cp_value_named(&job->values, name);
    const char **names = cp_new_array(&job->arena, const char *, job->values.count + 1);

    for (size_t i = 0; i < job->values.count; i++)
        names[i] = cp_str_z(&job->arena, job->values.item[i].name);
    if (!value)
        cp_fail(&job->report, job->manifest.place, "no value '" CP_FMT "'%s", CP_ARG(name),
                cp_guess_text(&job->arena, name, names, job->values.count));
    return value;
}

/* The query's own rows; what it cannot say stays unsaid. */
static chartpack_table *rows_of(chartpack *job, const cp_value *value)
{
    cp_str input = cp_query_input(&job->arena, value->sql);
    cp_report unsaid = { .arena = &job->arena };
    const cp_table *table = NULL;

    if (input.data)
        table = cp_dataset_query(&job->arena, job->dataset, input, value->at, &unsaid);
    return table ? cp_pack_view(job, table) : NULL;
}

static const chartpack_function *functions_of(cp_arena *arena, cp_str sql)
{
    size_t count;
    const cp_function *const *functions = cp_query_functions(arena, sql, &count);
    chartpack_function *list = cp_new_array(arena, chartpack_function, count + 1);

    for (size_t i = 0; i < count; i++)
        list[i] = cp_pack_function(functions[i]);
    return list;
}

static const chartpack_use *uses_of(chartpack *job, const cp_value *value)
{
    size_t count = 0;
    chartpack_use *list;

    for (const cp_value_use *use = job->values.first_use; use; use = use->next)
        count++;
    list = cp_new_array(&job->arena, chartpack_use, count + 1);
    count = 0;
    for (const cp_value_use *use = job->values.first_use; use; use = use->next)
        if (use->of[0] == value || use->of[1] == value)
            list[count++] = (chartpack_use){
                .file = use->place.file,
                .line = use->place.line,
                .column = use->place.column,
                .braces = use->inside.data,
                .shown = use->shown.data,
            };
    return list;
}

bool chartpack_explain(chartpack *job, const char *name, chartpack_explanation *out)
{
    cp_arena *arena = &job->arena;
    cp_value *value;

    if (!job->folder && !chartpack_open(job, NULL))
        return false;
    value = find_value(job, cp_str_from(name));
    if (!value || !cp_value_run(&job->values, value, value->place))
        return false;
    /* The deck shows where it is used; what is wrong there is told, too. */
    if (cp_pack_looks(job))
        cp_pack_deck(job);
    *out = (chartpack_explanation){
        .name = cp_str_z(arena, value->name),
        .file = value->place.file,
        .line = value->place.line,
        .sql = cp_str_z(arena, cp_str_trim(value->sql)),
        .parameters = cp_str_z(arena, cp_query_parameters(arena, job->dataset, value->sql)),
        .reads = cp_pack_reads(arena, &value->reads),
        .functions = functions_of(arena, value->sql),
        .rows = rows_of(job, value),
        .result = cp_pack_view(job, value->table),
        .unit = cp_str_z(arena, value->unit),
        .format = cp_str_z(arena, value->format),
        .uses = uses_of(job, value),
    };
    return true;
}
