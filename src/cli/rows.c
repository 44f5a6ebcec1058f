#include "cli/rows.h"

#include "base/utf8.h"

#include <stdio.h>
#include <string.h>

static const size_t head_rows = 5; /* shown of a long table's beginning and end */

/* A cell on one line: its own line breaks and other controls show as blanks. */
static void print_flat(const char *cell)
{
    for (; *cell; cell++)
        putchar((unsigned char)*cell < ' ' || *cell == 0x7F ? ' ' : *cell);
}

static void print_some(chartpack_table *table, const char *indent, size_t from, size_t to)
{
    size_t columns = chartpack_table_about(table).columns;

    for (size_t row = from; row < to; row++) {
        for (size_t i = 0; i < columns; i++) {
            const char *cell = chartpack_table_cell(table, row, i);

            fputs(i ? " | " : indent, stdout);
            print_flat(cell ? cell : "");
        }
        putchar('\n');
    }
}

void cp_print_rows(chartpack_table *table, const char *indent)
{
    size_t rows = chartpack_table_about(table).rows;
    size_t head = rows < head_rows ? rows : head_rows;
    size_t tail = rows > 2 * head_rows ? rows - head_rows : head;

    print_some(table, indent, 0, head);
    if (tail > head)
        printf("%s...\n", indent);
    print_some(table, indent, tail, rows);
}

void cp_print_reads(const chartpack_read *reads, const char *head)
{
    const char *table = NULL;

    for (; reads->table; reads++) {
        if (table && strcmp(reads->table, table) == 0)
            printf(", %s", reads->column);
        else if (table)
            printf("\n%*s%s: %s", (int)strlen(head), "", reads->table, reads->column);
        else
            printf("%s%s: %s", head, reads->table, reads->column);
        table = reads->table;
    }
    if (table)
        putchar('\n');
}

json_t *cp_json_reads(const chartpack_read *reads)
{
    json_t *list = json_array();

    for (; reads->table; reads++)
        json_array_append_new(
            list, json_pack("{s:s, s:s}", "table", reads->table, "column", reads->column));
    return list;
}

json_t *cp_json_name(const char *name)
{
    cp_arena arena = { 0 };
    json_t *text = name ? json_string(cp_utf8_line(&arena, cp_str_from(name)).data) : json_null();

    cp_arena_free(&arena);
    return text;
}
