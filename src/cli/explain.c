#include "cli/command.h"
#include "cli/rows.h"

#include <jansson.h>
#include <stdio.h>

static const cp_option options[] = {
    { "json", 0, NULL, "as JSON", false },
    { 0 },
};

/* The names of a table's columns in one line, with their units. */
static void print_names(chartpack_table *table, const char *indent)
{
    size_t count = chartpack_table_about(table).columns;

    for (size_t i = 0; i < count; i++) {
        chartpack_column column = chartpack_table_column(table, i);

        printf("%s%s%s%s%s", i ? " | " : indent, column.name, column.unit[0] ? "(" : "",
               column.unit, column.unit[0] ? ")" : "");
    }
    putchar('\n');
}

static void print_query(const char *sql)
{
    printf("  query     ");
    for (; *sql; sql++) {
        putchar(*sql);
        if (*sql == '\n')
            printf("            ");
    }
    putchar('\n');
}

static void print_result(const chartpack_explanation *about)
{
    chartpack_column column = chartpack_table_column(about->result, 0);
    size_t rows = chartpack_table_about(about->result).rows;

    printf("  gives     ");
    for (size_t i = 0; i < rows; i++)
        printf("%s%s", i ? ", " : "", chartpack_table_cell(about->result, i, 0));
    printf("%s%s%s\n", column.unit[0] ? " " : "", column.unit,
           column.percent ? " (a share, shown as percent)" : "");
    if (about->unit[0])
        printf("  in        %s\n", about->unit);
    if (about->format[0])
        printf("  format    %s\n", about->format);
}

static void print_text(const chartpack_explanation *about)
{
    printf("%s, %s:%d\n", about->name, about->file, about->line);
    print_query(about->sql);
    if (about->parameters[0])
        printf("  where     %s\n", about->parameters);
    cp_print_reads(about->reads, "  reads     ");
    for (const chartpack_function *function = about->functions; function->name; function++)
        printf("  method    %s(%s): %s\n", function->name, function->takes, function->help);
    if (about->rows) {
        size_t rows = chartpack_table_about(about->rows).rows;

        printf("  from      %zu row%s\n", rows, cp_plural(rows));
        print_names(about->rows, "            ");
        cp_print_rows(about->rows, "            ");
    }
    print_result(about);
    for (const chartpack_use *use = about->uses; use->file; use++)
        printf("  shown     %s:%d:%d: {{%s}} as %s\n", use->file, use->line, use->column,
               use->braces, use->shown);
}

static json_t *json_cells(chartpack_table *table)
{
    chartpack_table_facts about = chartpack_table_about(table);
    json_t *rows = json_array();

    for (size_t row = 0; row < about.rows; row++) {
        json_t *cells = json_object();

        for (size_t i = 0; i < about.columns; i++) {
            const char *cell = chartpack_table_cell(table, row, i);

            json_object_set_new(cells, chartpack_table_column(table, i).name,
                                cell ? json_string(cell) : json_null());
        }
        json_array_append_new(rows, cells);
    }
    return rows;
}

static json_t *json_uses(const chartpack_use *use)
{
    json_t *list = json_array();

    for (; use->file; use++)
        json_array_append_new(list,
                              json_pack("{s:o, s:i, s:i, s:s, s:s}", "file",
                                        cp_json_name(use->file), "line", use->line, "column",
                                        use->column, "braces", use->braces, "shown", use->shown));
    return list;
}

static void print_json(const chartpack_explanation *about)
{
    json_t *all;

    all = json_pack("{s:s, s:o, s:i, s:s, s:s, s:o, s:o, s:o, s:o}", "name", about->name, "file",
                    cp_json_name(about->file), "line", about->line, "sql", about->sql, "parameters",
                    about->parameters, "reads", cp_json_reads(about->reads), "rows",
                    about->rows ? json_cells(about->rows) : json_null(), "result",
                    json_cells(about->result), "uses", json_uses(about->uses));
    json_dumpf(all, stdout, JSON_INDENT(2));
    putchar('\n');
    json_decref(all);
}

static int run(const cp_call *call)
{
    chartpack *job = cp_call_job(call);
    chartpack_explanation about;

    if (chartpack_explain(job, call->words[0], &about)) {
        if (cp_call_has(call, "json"))
            print_json(&about);
        else
            print_text(&about);
    }
    return cp_call_end(call, job);
}

const cp_command cp_command_explain = {
    .name = "explain",
    .summary = "Show how a value came about: its query, the rows that went in, where it is shown",
    .words = "VALUE",
    .least_words = 1,
    .most_words = 1,
    .options = options,
    .run = run,
};
