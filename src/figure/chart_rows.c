#include "figure/chart_rows.h"

#include "read/grid.h"

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

static const cp_node *find_cell(const cp_node *row, cp_str name)
{
    for (const cp_node *cell = row->first; cell; cell = cell->next)
        if (cp_str_eq(cell->key, name))
            return cell;
    return NULL;
}

/* The list as a reader's grid.  Its first line are the names, each row is one further line. */
typedef struct listed {
    cp_grid grid;
    const cp_node *rows;
    const cp_table *named;
} listed;

static bool walk_list(const cp_grid *grid, cp_sink *sink, cp_report *report)
{
    const listed *list = (const listed *)grid;
    const cp_table *named = list->named;

    (void)report;
    sink->spanned = false;
    sink->line = 1;
    for (size_t i = 0; i < named->column_count; i++)
        sink->cell(sink, named->columns[i].name);
    for (const cp_node *row = list->rows->first; sink->row(sink) && row; row = row->next) {
        sink->line++;
        for (size_t i = 0; i < named->column_count; i++) {
            const cp_node *cell = find_cell(row, named->columns[i].name);

            /* Readers look at the bytes of cells, even where there are none. */
            sink->cell(sink, cell && cell->text.size ? cell->text : CP_STR(""));
        }
    }
    return true;
}

static cp_place place_in_list(const cp_grid *grid, uint32_t line, size_t field)
{
    const listed *list = (const listed *)grid;
    const cp_node *row = list->rows->first, *cell;

    while (line-- > 2)
        row = row->next;
    cell = find_cell(row, list->named->columns[field].name);
    return cell ? cell->place : row->place;
}

/* What stands in quotes is text, and so is its column. */
static bool has_quoted(const cp_node *rows, cp_str name)
{
    for (const cp_node *row = rows->first; row; row = row->next) {
        const cp_node *cell = find_cell(row, name);

        if (cell && cell->quoted)
            return true;
    }
    return false;
}

static cp_read_wish quoted_are_texts(cp_arena *arena, const listed *list)
{
    const cp_table *named = list->named;
    cp_column_wish *texts = cp_new_array(arena, cp_column_wish, named->column_count);
    cp_read_wish wish = { .header = 1, .columns = texts, .place = list->rows->place };

    for (size_t i = 0; i < named->column_count; i++)
        if (has_quoted(list->rows, named->columns[i].name))
            texts[wish.column_count++] = (cp_column_wish){ .name = named->columns[i].name,
                                                           .type = CP_STR("text"),
                                                           .place = list->rows->place };
    return wish;
}

/* The file's lines of the rows that the table has: one without any cell is left out. */
static const uint32_t *lines_of(cp_arena *arena, const cp_node *rows, const cp_table *table)
{
    uint32_t *lines = cp_new_array(arena, uint32_t, table->rows), line = 2;
    const cp_node *row = rows->first;

    for (size_t i = 0; i < table->rows; i++) {
        for (; line < table->lines[i]; line++)
            row = row->next;
        lines[i] = (uint32_t)row->place.line;
    }
    return lines;
}

static const cp_table *read_list(const cp_figure_env *env, const listed *list)
{
    cp_read_wish wish = quoted_are_texts(env->arena, list);
    cp_read_story unheard;
    cp_table *table = cp_grid_table(env->arena, &list->grid, &wish, &unheard, env->report);

    if (!table)
        return NULL;
    table->name = CP_STR("rows");
    table->place = list->rows->place;
    table->lines = lines_of(env->arena, list->rows, table);
    return table;
}

static const cp_table *table_of_list(const cp_figure_env *env, const cp_node *rows)
{
    cp_table named = { .columns = cp_new_array(env->arena, cp_column, MOST_COLUMNS) };
    listed list = { .rows = rows, .named = &named };
    bool ok = true;

    for (const cp_node *row = rows->first; row; row = row->next)
        if (!check_row(env, row) || !add_names(env, row, &named))
            ok = false;
    if (!ok)
        return NULL;
    list.grid = (cp_grid){ .origin = { .file = rows->place.file, .line = 1 },
                           .lines = (uint32_t)rows->count + 1,
                           .bytes = rows->count * named.column_count,
                           .width = named.column_count,
                           .walk = walk_list,
                           .place = place_in_list };
    return read_list(env, &list);
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
