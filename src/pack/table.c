/* table.c - tables for people: what a reader made of a file, what a query gives. */

#include "base/file.h"
#include "pack/pack.h"

#include <math.h>
#include <string.h>
#include <strings.h>

struct chartpack_table {
    chartpack *job;
    const cp_table *table;
    const cp_read_story *story; /* NULL for a query's result */
    chartpack_column *columns;
    size_t row; /* whose cells' texts stand in the page arena */
};

static bool is_query(cp_str text)
{
    static const char *const heads[] = { "select", "with", "values" };

    text = cp_str_trim(text);
    for (size_t i = 0; i < sizeof heads / sizeof *heads; i++) {
        size_t size = cp_str_from(heads[i]).size;

        if (text.size > size && strncasecmp(text.data, heads[i], size) == 0
            && !((unsigned char)text.data[size] & 0x80) && text.data[size] <= ' ')
            return true;
    }
    return false;
}

/* The source of the pack that a file belongs to, whose entry in pack.yaml says how it is read. */
static const cp_source *source_of(chartpack *job, const char *path)
{
    const cp_sources *sources = &job->sources;

    if (!job->folder && (!cp_pack_find(&job->arena, path) || !chartpack_open(job, path)))
        return NULL;
    for (size_t i = 0; i < sources->count; i++)
        if (cp_is_same_file(sources->item[i].path, path))
            return &sources->item[i];
    return NULL;
}

static bool read_file(chartpack *job, const char *path, chartpack_table *out)
{
    const cp_source *source = source_of(job, path);
    cp_read_story *story = cp_new(&job->arena, cp_read_story);
    cp_read_wish wish = { 0 };
    cp_str stem = cp_str_copy(&job->arena, cp_path_stem(path));

    cp_pack_allow(job, path);
    if (source)
        wish = source->wish;
    if (job->options.sheet)
        wish.sheet = cp_str_from(job->options.sheet);
    out->story = story;
    out->table = cp_table_read(&job->arena, path, stem, &wish, story, &job->report);
    return out->table != NULL;
}

/* A word that can only be meant as a file, by its folder or its ending. */
static bool names_file(const char *what)
{
    return cp_path_ends_in(what, cp_source_extensions) || strchr(what, '/') != NULL;
}

static bool no_file(chartpack *job, const char *what)
{
    if (cp_is_folder(what))
        return cp_fail(&job->report, (cp_place){ 0 }, "'%s' is a folder; name a file in it", what);
    return cp_fail(&job->report, (cp_place){ 0 }, "no file '%s'", what);
}

static bool open_pack(chartpack *job)
{
    return job->folder || chartpack_open(job, NULL);
}

static bool read_named(chartpack *job, cp_str name, chartpack_table *out)
{
    cp_source *source;

    if (!open_pack(job))
        return false;
    if (job->options.sheet)
        name = cp_str_printf(&job->arena, CP_FMT ".%s", CP_ARG(name), job->options.sheet);
    out->table = cp_dataset_table(job->dataset, name, (cp_place){ 0 }, &job->report);
    source = cp_source_named(&job->sources, name);
    out->story = source ? &source->story : NULL;
    return out->table != NULL;
}

static bool run_query(chartpack *job, cp_str sql, chartpack_table *out)
{
    if (job->options.sheet)
        return cp_pack_misused(job, "--sheet is for a file or a table, not for a query");
    if (!open_pack(job))
        return false;
    out->table = cp_dataset_query(&job->arena, job->dataset, sql, (cp_place){ "query", 1, 1 },
                                  &job->report);
    return out->table != NULL;
}

/* -1, 0, 1 as the number or date in cell `a` is below, like or above that in cell `b`. */
static int compare_cells(const cp_column *column, size_t a, size_t b)
{
    if (column->type == CP_NUMBER)
        return (column->number[a] > column->number[b]) - (column->number[a] < column->number[b]);
    return (column->date[a] > column->date[b]) - (column->date[a] < column->date[b]);
}

static chartpack_column describe(cp_arena *arena, const cp_column *column, size_t rows)
{
    size_t least = 0, most = 0, missing = 0, present = 0;
    bool ranged;

    for (size_t row = 0; row < rows; row++) {
        if (cp_cell_missing(column, row)) {
            missing++;
            continue;
        }
        if (!present++)
            least = most = row;
        if (column->type == CP_TEXT)
            continue;
        if (compare_cells(column, row, least) < 0)
            least = row;
        if (compare_cells(column, row, most) > 0)
            most = row;
    }
    ranged = present > 0 && column->type != CP_TEXT;
    return (chartpack_column){
        .name = cp_str_z(arena, column->name),
        .unit = cp_str_z(arena, column->unit),
        .type = cp_type_name(column->type),
        .percent = column->percent,
        .missing = missing,
        .least = ranged ? cp_str_z(arena, cp_cell_plain(arena, column, least)) : "",
        .most = ranged ? cp_str_z(arena, cp_cell_plain(arena, column, most)) : "",
    };
}

static void describe_columns(chartpack_table *table)
{
    const cp_table *source = table->table;

    table->columns = cp_new_array(&table->job->arena, chartpack_column, source->column_count);
    for (size_t i = 0; i < source->column_count; i++)
        table->columns[i] = describe(&table->job->arena, &source->columns[i], source->rows);
}

chartpack_table *chartpack_data(chartpack *job, const char *what)
{
    chartpack_table *table = cp_new(&job->arena, chartpack_table);
    cp_str name = cp_str_copy(&job->arena, cp_str_from(what));
    bool ok;

    table->job = job;
    if (is_query(name))
        ok = run_query(job, name, table);
    else if ((cp_file_exists(what) && !cp_is_folder(what)) || cp_str_is(name, "-"))
        ok = read_file(job, name.data, table);
    else if (names_file(what))
        ok = no_file(job, what);
    else
        ok = read_named(job, name, table);
    if (ok)
        describe_columns(table);
    return ok && cp_pack_passes(job) ? table : NULL;
}

static const char *delimiter_name(char delimiter)
{
    static const struct {
        char delimiter;
        const char *name;
    } names[] = { { ',', "comma" }, { '\t', "tab" }, { ';', "semicolon" }, { '|', "bar" } };

    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (names[i].delimiter == delimiter)
            return names[i].name;
    return "";
}

chartpack_table_facts chartpack_table_about(const chartpack_table *table)
{
    static const cp_read_story none = { .reader = "", .encoding = "", .sheet = { "", 0 } };
    const cp_read_story *story = table->story ? table->story : &none;
    cp_arena *arena = &table->job->arena;

    return (chartpack_table_facts){
        .name = cp_str_z(arena, table->table->name),
        .file = table->table->file,
        .reader = story->reader,
        .encoding = story->encoding,
        .sheet = cp_str_z(arena, story->sheet),
        .delimiter = delimiter_name(story->delimiter),
        .source = cp_str_z(arena, story->source),
        .header_line = story->header_line,
        .first_line = story->first_line,
        .last_line = story->last_line,
        .newest_first = story->newest_first,
        .rows = table->table->rows,
        .columns = table->table->column_count,
    };
}

chartpack_column chartpack_table_column(const chartpack_table *table, size_t column)
{
    return table->columns[column];
}

const char *chartpack_table_cell(chartpack_table *table, size_t row, size_t column)
{
    const cp_column *cells = &table->table->columns[column];

    if (row != table->row)
        cp_arena_reset(&table->job->page);
    table->row = row;
    if (cp_cell_missing(cells, row))
        return NULL;
    return cp_str_z(&table->job->page, cp_cell_plain(&table->job->page, cells, row));
}

chartpack_table *cp_pack_view(chartpack *job, const cp_table *table)
{
    chartpack_table *view = cp_new(&job->arena, chartpack_table);

    *view = (chartpack_table){ .job = job, .table = table };
    describe_columns(view);
    return view;
}

chartpack_function cp_pack_function(const cp_function *function)
{
    if (!function)
        return (chartpack_function){ 0 };
    return (chartpack_function){ .name = function->name,
                                 .takes = function->takes,
                                 .help = function->help,
                                 .over_rows = function->scalar == NULL };
}

chartpack_function chartpack_function_at(size_t index)
{
    return cp_pack_function(cp_function_at(index));
}

size_t chartpack_source_count(const chartpack *job)
{
    return job->sources.count;
}

const char *chartpack_source_at(const chartpack *job, size_t index)
{
    return job->sources.item[index].name.data;
}
