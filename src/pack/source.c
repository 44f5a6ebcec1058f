#include "pack/source.h"

#include "base/border.h"
#include "base/file.h"
#include "base/guess.h"
#include "dataset/literal.h"
#include "pack/snapshot.h"
#include "spec/field.h"

#include <stdlib.h>
#include <string.h>

typedef struct source_spec {
    cp_str file, sheet, range, encoding, delimiter, odbc, sql;
    int header;
    cp_node *columns;
    cp_str date;
    int lag, every;
} source_spec;

static const char *const rhythms[] = { "day", "week", "month", "quarter", "none", NULL };

#define AT(member) offsetof(source_spec, member)

typedef struct column_spec {
    int type;
    cp_str unit;
} column_spec;

static const char *const type_words[] = { "text", "number", "date", NULL };

static const cp_field column_fields[] = {
    { "type", CP_FIELD_WORD, offsetof(column_spec, type), .words = type_words,
      .help = "what its cells are; default: found" },
    { "unit", CP_FIELD_TEXT, offsetof(column_spec, unit), .help = "of its numbers as stored" },
    { 0 },
};

const char *const cp_source_extensions[]
    = { "csv", "tsv", "txt", "xls", "xlsx", "xlsm", "db", "sqlite", NULL };

const cp_field cp_source_fields[] = {
    { "file", CP_FIELD_TEXT, AT(file), .help = "the file; default: data/NAME.*" },
    { "sheet", CP_FIELD_TEXT, AT(sheet),
      .help = "of a workbook, or the table of a database file; default: the first" },
    { "range", CP_FIELD_TEXT, AT(range), .help = "of a sheet, as B3:F200 or B:F; default: all" },
    { "encoding", CP_FIELD_TEXT, AT(encoding), .help = "as iconv names it; default: found" },
    { "delimiter", CP_FIELD_TEXT, AT(delimiter), .help = "one character; default: found" },
    { "header", CP_FIELD_INT, AT(header), .help = "the line of the column names; default: found",
      .least = 1, .most = 1000 },
    { "odbc", CP_FIELD_TEXT, AT(odbc),
      .help = "a database server's connection, as DSN=warehouse; its passwords stay out of packs" },
    { "sql", CP_FIELD_TEXT, AT(sql),
      .help = "the query that the server answers; without `odbc`: one over the pack's own tables" },
    { "columns", CP_FIELD_NODE, AT(columns), .fields = column_fields,
      .help = "a mapping of column names to their settings" },
    { "date", CP_FIELD_TEXT, AT(date),
      .help = "the column of its days; default: the only one of dates" },
    { "lag", CP_FIELD_INT, AT(lag), .help = "trading days that it comes late", .least = 0,
      .most = 250 },
    { "every", CP_FIELD_WORD, AT(every), .words = rhythms,
      .help = "how often a row comes, none: it need not be fresh; default: what its days show" },
    { 0 },
};

static bool read_columns(cp_arena *arena, const cp_node *map, cp_read_wish *wish, cp_report *report)
{
    cp_column_wish *wishes;
    bool ok = true;

    if (map->kind != CP_NODE_MAP)
        return cp_fail(report, map->place, "expected a mapping of column names, found %s",
                       cp_node_kind_name(map));
    wishes = cp_new_array(arena, cp_column_wish, map->count);
    for (const cp_node *node = map->first; node; node = node->next) {
        column_spec spec = { .type = -1 };

        ok = cp_fields_update(arena, column_fields, NULL, node, &spec, report) && ok;
        wishes[wish->column_count++] = (cp_column_wish){
            .name = node->key,
            .type = spec.type < 0 ? (cp_str){ 0 } : cp_str_from(type_words[spec.type]),
            .unit = spec.unit,
            .place = node->key_place,
        };
    }
    wish->columns = wishes;
    return ok;
}

static bool read_delimiter(cp_str text, cp_place at, char *out, cp_report *report)
{
    if (cp_str_is(text, "\\t") || cp_str_is(text, "tab"))
        *out = '\t';
    else if (text.size == 1 && strchr(",;:|\t", text.data[0]))
        *out = text.data[0];
    else
        return cp_fail(report, at, "'" CP_FMT "' is not a delimiter; expected , ; : | or tab",
                       CP_ARG(text));
    return true;
}

static cp_source *add_source(cp_sources *sources, cp_arena *arena, cp_str name, const char *path)
{
    cp_source *source;

    if (sources->count == sources->room) {
        size_t room = sources->room ? 2 * sources->room : 32;
        cp_source *items = cp_new_array(arena, cp_source, room);

        if (sources->count)
            memcpy(items, sources->item, sources->count * sizeof *items);
        sources->item = items;
        sources->room = room;
    }
    source = &sources->item[sources->count++];
    *source = (cp_source){
        .name = cp_str_copy(arena, name),
        .path = path,
        .place = { path, 0, 0 },
        .every = -1,
        .arena = arena,
    };
    return source;
}

static bool add_new(cp_sources *sources, cp_arena *arena, cp_str name, const char *path,
                    cp_str sheet, cp_report *report)
{
    const cp_source *twin = cp_source_named(sources, name);

    if (twin)
        return cp_fail(report, (cp_place){ path, 0, 0 },
                       "the table '" CP_FMT "' would have two files; the other is %s", CP_ARG(name),
                       twin->path);
    add_source(sources, arena, name, path)->wish.sheet = sheet;
    return true;
}

/* A file is a table by its own name, and each sheet of a workbook one behind a dot. */
static bool add_file(cp_sources *sources, cp_arena *arena, cp_str name, const char *path,
                     cp_report *report)
{
    size_t count;
    const cp_str *sheets;
    bool ok;

    if (!cp_border_check(report, path, (cp_place){ path, 0, 0 }))
        return false;
    sheets = cp_file_tables(arena, path, &count);
    ok = add_new(sources, arena, name, path, (cp_str){ 0 }, report);

    for (size_t i = 0; ok && i < count; i++)
        ok = add_new(sources, arena,
                     cp_str_printf(arena, CP_FMT "." CP_FMT, CP_ARG(name), CP_ARG(sheets[i])), path,
                     sheets[i], report);
    return ok;
}

static void take_days(cp_source *source, const cp_node *node, const source_spec *spec)
{
    source->place = node->key_place;
    source->date = spec->date;
    source->date_place = cp_field_place(node, "date");
    source->lag = spec->lag;
    source->every = spec->every;
}

static bool names_part_of_file(const source_spec *spec)
{
    return spec->file.size || spec->sheet.size || spec->range.size || spec->header;
}

/* A table that a server gives: its answer is kept as a file, and read from there. */
static bool add_server(cp_arena *arena, const char *folder, const cp_node *node,
                       const source_spec *spec, cp_sources *sources, cp_report *report)
{
    const char *path = cp_path_join(
        arena, folder, cp_printf(arena, "snapshots/" CP_FMT ".csv", CP_ARG(node->key)));
    cp_source *source;

    if (!spec->sql.size)
        return cp_fail(report, node->key_place,
                       "`odbc` wants the query beside it: `sql` is missing");
    if (names_part_of_file(spec))
        return cp_fail(report, node->key_place,
                       "`odbc` gives the whole table: no file, sheet, range or header beside it");
    if (cp_str_find(node->key, CP_STR("/"), 0) != SIZE_MAX)
        return cp_fail(report, node->key_place, "a table's name has no / in it");
    if (!add_new(sources, arena, node->key, path, (cp_str){ 0 }, report))
        return false;
    source = cp_source_named(sources, node->key);
    source->place = node->key_place;
    source->query = cp_new(arena, cp_odbc_query);
    *source->query = (cp_odbc_query){ .connection = spec->odbc,
                                      .sql = spec->sql,
                                      .connection_at = cp_field_place(node, "odbc"),
                                      .sql_at = cp_field_place(node, "sql") };
    source->wish = (cp_read_wish){ .encoding = CP_STR("utf-8"),
                                   .delimiter = ',',
                                   .header = CP_SNAPSHOT_HEADER,
                                   .place = node->place };
    return cp_odbc_check(source->query, report)
           && (!spec->columns || read_columns(arena, spec->columns, &source->wish, report));
}

/* A table that a query makes of the pack's others, once for all that ask for it.  Its days are as
 * new as theirs: it need not be fresh unless it says so. */
static bool add_query(cp_arena *arena, const cp_node *node, const source_spec *spec,
                      cp_sources *sources, cp_report *report)
{
    cp_source *source = cp_source_named(sources, node->key);

    if (source)
        return cp_fail(report, node->key_place,
                       "the table '" CP_FMT "' is the file %s; a query's needs a name of its own",
                       CP_ARG(node->key), source->path);
    if (names_part_of_file(spec) || spec->encoding.size || spec->delimiter.size || spec->columns)
        return cp_fail(report, node->key_place,
                       "`sql` gives the whole table: beside it only date, lag and every, or odbc");
    source = add_source(sources, arena, node->key, node->key_place.file);
    source->sql = spec->sql;
    source->sql_at = cp_field_place(node, "sql");
    take_days(source, node, spec);
    if (source->every < 0 && !source->lag)
        source->every = CP_EVERY_NONE;
    return true;
}

/* One entry of pack.yaml's data: it names a file, or speaks of one in data/. */
static bool read_entry(cp_arena *arena, const char *folder, const cp_node *node,
                       cp_sources *sources, cp_report *report)
{
    source_spec spec = { .every = -1 };
    cp_source *source = cp_source_named(sources, node->key);

    if (!cp_fields_update(arena, cp_source_fields, NULL, node, &spec, report))
        return false;
    if (spec.odbc.size)
        return add_server(arena, folder, node, &spec, sources, report);
    if (spec.sql.size)
        return add_query(arena, node, &spec, sources, report);
    if (spec.file.size) {
        const char *path = cp_path_join(arena, folder, cp_str_z(arena, spec.file));

        if (!cp_border_check(report, path, cp_field_place(node, "file")))
            return false;
        if (!cp_file_exists(path))
            return cp_fail(report, cp_field_place(node, "file"), "no file '%s'", path);
        if (source)
            source->path = path;
        else if (!add_file(sources, arena, node->key, path, report))
            return false;
        source = cp_source_named(sources, node->key);
    }
    if (!source)
        return cp_fail(report, node->key_place,
                       "no file of this name in data/; say which with `file:`");
    take_days(source, node, &spec);
    source->wish = (cp_read_wish){ .encoding = spec.encoding,
                                   .header = spec.header,
                                   .sheet = spec.sheet.size ? spec.sheet : source->wish.sheet,
                                   .range = spec.range,
                                   .place = node->place };
    return (!spec.delimiter.size
            || read_delimiter(spec.delimiter, cp_field_place(node, "delimiter"),
                              &source->wish.delimiter, report))
           && (!spec.columns || read_columns(arena, spec.columns, &source->wish, report));
}

static bool read_entries(cp_arena *arena, const char *folder, const cp_node *data,
                         cp_sources *sources, cp_report *report)
{
    bool ok = true;

    if (data->kind != CP_NODE_MAP)
        return cp_fail(report, data->place, "expected a mapping of table names, found %s",
                       cp_node_kind_name(data));
    for (const cp_node *node = data->first; node; node = node->next)
        ok = read_entry(arena, folder, node, sources, report) && ok;
    return ok;
}

static bool list_folder(cp_arena *arena, const char *folder, const char *const *names, size_t count,
                        cp_sources *sources, cp_report *report)
{
    bool ok = true;

    for (size_t i = 0; i < count; i++) {
        const char *path = cp_path_join(arena, folder, names[i]);

        if (!cp_is_folder(path))
            ok = add_file(sources, arena, cp_path_stem(path), path, report) && ok;
    }
    return ok;
}

bool cp_sources_find(cp_arena *arena, const char *folder, const cp_node *data, cp_sources *out,
                     cp_report *report)
{
    const char *data_folder = cp_path_join(arena, folder, "data");
    const char *const *names = NULL;
    size_t count = 0;
    bool ok;

    *out = (cp_sources){ 0 };
    if (cp_file_exists(data_folder) && !cp_is_folder(data_folder))
        return cp_fail(report, (cp_place){ data_folder, 0, 0 },
                       "is a file; expected the folder of the pack's tables");
    if (cp_is_folder(data_folder) && !(names = cp_folder_list(arena, data_folder, &count, report)))
        return false;
    ok = list_folder(arena, data_folder, names, count, out, report);
    return (!data || read_entries(arena, folder, data, out, report)) && ok;
}

static bool ask_server(const cp_sources *sources, const cp_source *source, cp_report *report)
{
    cp_odbc_query query = *source->query;

    if (!cp_sql_write_out(source->arena, sources->dataset, query.sql, query.sql_at, &query.sql,
                          report))
        return false;
    return sources->offline ? cp_snapshot_check(source->path, &query, report)
                            : cp_snapshot_take(source->path, &query, report);
}

/* What the query reads is not what reads the table. */
static const cp_table *make(cp_sources *sources, cp_source *source, cp_report *report)
{
    cp_reads *around = cp_dataset_trace(sources->dataset, NULL);
    cp_table *table
        = cp_dataset_query(source->arena, sources->dataset, source->sql, source->sql_at, report);

    cp_dataset_trace(sources->dataset, around);
    if (table) {
        table->name = source->name;
        table->file = source->path;
        table->place = source->place;
    }
    source->story = (cp_read_story){ .reader = "a query", .encoding = "" };
    return table;
}

static const cp_table *load(void *context, cp_str name, cp_report *report)
{
    cp_source *source = cp_source_named(context, name);

    if (source->sql.size)
        return source->table = make(context, source, report);
    if (source->query && !ask_server(context, source, report))
        return NULL;
    source->table = cp_table_read(source->arena, source->path, source->name, &source->wish,
                                  &source->story, report);
    return source->table;
}

void cp_sources_offer(cp_sources *sources, cp_dataset *dataset)
{
    sources->dataset = dataset;
    for (size_t i = 0; i < sources->count; i++)
        cp_dataset_offer(dataset, sources->item[i].name, load, sources);
}

cp_source *cp_source_named(const cp_sources *sources, cp_str name)
{
    for (size_t i = 0; i < sources->count; i++)
        if (cp_str_eq(sources->item[i].name, name))
            return &sources->item[i];
    return NULL;
}
