#include "cli/command.h"
#include "cli/rows.h"

#include "base/utf8.h"

#include <jansson.h>
#include <stdio.h>
#include <string.h>

static const cp_option options[] = {
    { "sheet", 0, "NAME", "of a workbook or a database file; default: the first", false },
    { "json", 0, NULL, "what was understood and all rows, as JSON", false },
    { "csv", 0, NULL, "the table as read: numbers unformatted, dates ISO", false },
    { 0 },
};

static const int name_cells_most = 60;

static void print_padded(const char *text, int cells)
{
    int missing = cells - cp_utf8_cells(cp_str_from(text));

    printf("%s%*s", text, missing > 0 ? missing : 0, "");
}

static int name_cells(chartpack_table *table, size_t count)
{
    int widest = 24;

    for (size_t i = 0; i < count; i++) {
        int cells = cp_utf8_cells(cp_str_from(chartpack_table_column(table, i).name));

        widest = cells > widest ? cells : widest;
    }
    return widest < name_cells_most ? widest : name_cells_most;
}

static void print_columns(chartpack_table *table, size_t count)
{
    int cells = name_cells(table, count);

    printf("\n  ");
    print_padded("column", cells);
    printf(" %-8s %-8s %-8s %s\n", "type", "unit", "missing", "range");
    for (size_t i = 0; i < count; i++) {
        chartpack_column column = chartpack_table_column(table, i);

        printf("  ");
        print_padded(column.name, cells);
        printf(" %-8s ", column.type);
        print_padded(column.percent ? "(%)" : column.unit, 8);
        printf(" %-8zu %s%s%s\n", column.missing, column.least, column.least[0] ? " .. " : "",
               column.most);
    }
}

static void print_story(const chartpack_table_facts *about)
{
    const char *line = about->sheet[0] ? "row" : "line";

    if (about->file)
        printf("%s: %s%s%s%s%s%s%s\n", about->file, about->reader, about->sheet[0] ? ", " : "",
               about->sheet, about->encoding[0] ? ", " : "", about->encoding,
               about->delimiter[0] ? ", " : "", about->delimiter);
    if (about->header_line)
        printf("names in %s %d, ", line, about->header_line);
    if (about->first_line)
        printf("rows in %ss %d to %d%s\n", line, about->first_line, about->last_line,
               about->newest_first ? ", newest first" : "");
    if (about->source[0])
        printf("%s\n", about->source);
}

static void print_text(chartpack_table *table)
{
    chartpack_table_facts about = chartpack_table_about(table);

    print_story(&about);
    printf("%zu row%s, %zu column%s\n", about.rows, cp_plural(about.rows), about.columns,
           cp_plural(about.columns));
    print_columns(table, about.columns);
    putchar('\n');
    cp_print_rows(table, "  ");
}

static void print_csv_cell(const char *cell)
{
    if (!cell || !strpbrk(cell, ",\"\r\n")) {
        fputs(cell ? cell : "", stdout);
        return;
    }
    putchar('"');
    for (; *cell; cell++) {
        if (*cell == '"')
            putchar('"');
        putchar(*cell);
    }
    putchar('"');
}

static void print_csv(chartpack_table *table)
{
    chartpack_table_facts about = chartpack_table_about(table);

    for (size_t i = 0; i < about.columns; i++) {
        if (i)
            putchar(',');
        print_csv_cell(chartpack_table_column(table, i).name);
    }
    putchar('\n');
    for (size_t row = 0; row < about.rows; row++) {
        for (size_t i = 0; i < about.columns; i++) {
            if (i)
                putchar(',');
            print_csv_cell(chartpack_table_cell(table, row, i));
        }
        putchar('\n');
    }
}

static json_t *json_columns(chartpack_table *table, size_t count)
{
    json_t *list = json_array();

    for (size_t i = 0; i < count; i++) {
        chartpack_column column = chartpack_table_column(table, i);

        json_array_append_new(
            list, json_pack("{s:s, s:s, s:s, s:b, s:i, s:s, s:s}", "name", column.name, "type",
                            column.type, "unit", column.unit, "percent", column.percent, "missing",
                            (int)column.missing, "least", column.least, "most", column.most));
    }
    return list;
}

/* Numbers go out as their own shortest text, which a JSON library would lengthen. */
static void print_json_cell(const char *cell, bool is_number)
{
    json_t *text;

    if (!cell || is_number) {
        fputs(cell ? cell : "null", stdout);
        return;
    }
    text = json_string(cell);
    json_dumpf(text, stdout, JSON_ENCODE_ANY);
    json_decref(text);
}

static void print_json_rows(chartpack_table *table, size_t rows, size_t columns)
{
    for (size_t row = 0; row < rows; row++) {
        fputs(row ? ",\n  [" : "\n  [", stdout);
        for (size_t i = 0; i < columns; i++) {
            fputs(i ? ", " : "", stdout);
            print_json_cell(chartpack_table_cell(table, row, i),
                            strcmp(chartpack_table_column(table, i).type, "number") == 0);
        }
        putchar(']');
    }
}

static void print_json(chartpack_table *table)
{
    chartpack_table_facts about = chartpack_table_about(table);
    json_t *head
        = json_pack("{s:o, s:o, s:s, s:s, s:s, s:s, s:s, s:i, s:i, s:i, s:b, s:o}", "name",
                    cp_json_name(about.name), "file", cp_json_name(about.file), "sheet",
                    about.sheet, "reader", about.reader, "encoding", about.encoding, "delimiter",
                    about.delimiter, "source", about.source, "header_line", about.header_line,
                    "first_line", about.first_line, "last_line", about.last_line, "newest_first",
                    about.newest_first, "columns", json_columns(table, about.columns));

    putchar('{');
    json_dumpf(head, stdout, JSON_EMBED | JSON_INDENT(1));
    printf(", \"rows\": [");
    print_json_rows(table, about.rows, about.columns);
    printf("\n]}\n");
    json_decref(head);
}

static int run(const cp_call *call)
{
    chartpack *job = cp_call_job(call);
    chartpack_table *table = chartpack_data(job, call->words[0]);

    if (table && cp_call_has(call, "csv"))
        print_csv(table);
    else if (table && cp_call_has(call, "json"))
        print_json(table);
    else if (table)
        print_text(table);
    return cp_call_end(call, job);
}

const cp_command cp_command_data = {
    .name = "data",
    .summary = "Show what a reader made of a table or file, or what a query gives",
    .words = "TABLE|FILE|\"select ...\"",
    .least_words = 1,
    .most_words = 1,
    .options = options,
    .run = run,
};
