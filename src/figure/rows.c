#include "figure/rows.h"

#include "base/border.h"
#include "base/file.h"
#include "base/guess.h"
#include "figure/chart_rows.h"
#include "read/reader.h"

bool cp_row_source_read(cp_row_source *source, const cp_figure *figure, const cp_node *map,
                        const cp_figure_env *env)
{
    int given = (source->data.size > 0) + (source->sql.size > 0) + (source->rows != NULL);
    const char *second = source->rows ? "rows" : "sql";

    source->map = map;
    source->kind = figure->class->name;
    source->known = given == 1;
    if (source->known)
        return true;
    if (given == 0)
        return cp_fail(env->report, map->place,
                       "a %s has its rows by one of `data`, `sql` or `rows`", source->kind);
    return cp_fail(env->report, cp_field_place(map, second),
                   "a %s has its rows by one of `data`, `sql` or `rows`, not by two", source->kind);
}

/* A word with a slash, or that is a file of the pack, is no table's name. */
static bool is_file(const cp_figure_env *env, cp_str data, const char **path)
{
    *path = cp_path_join(env->arena, env->folder ? env->folder : ".", cp_str_z(env->arena, data));
    return cp_str_find(data, CP_STR("/"), 0) != SIZE_MAX
           || (cp_str_find(data, CP_STR("."), 0) != SIZE_MAX && cp_file_exists(*path));
}

static bool names(const cp_node *node, cp_str word)
{
    if (cp_str_eq(node->key, word) || (node->kind == CP_NODE_SCALAR && cp_str_eq(node->text, word)))
        return true;
    for (const cp_node *child = node->first; child; child = child->next)
        if (names(child, word))
            return true;
    return false;
}

/* Of a whole table a figure reads the columns that its spec names. */
static const cp_table *table_of_the_pack(cp_row_source *source, const cp_figure_env *env)
{
    const cp_table *table = cp_dataset_table(env->dataset, source->data,
                                             cp_field_place(source->map, "data"), env->report);

    for (size_t i = 0; table && i < table->column_count; i++)
        if (names(source->map, table->columns[i].name))
            cp_dataset_read(env->dataset, table->name, table->columns[i].name);
    return table;
}

static const cp_table *find_table(cp_row_source *source, const cp_figure_env *env)
{
    const char *path;

    if (source->rows) {
        source->origin = "rows";
        return cp_chart_rows(env, source->rows);
    }
    if (source->sql.size > 0) {
        source->origin = "sql";
        return cp_dataset_query(env->arena, env->dataset, source->sql,
                                cp_node_text_place(cp_node_child(source->map, "sql"), 0),
                                env->report);
    }
    source->origin = "data";
    if (is_file(env, source->data, &path))
        return cp_border_check(env->report, path, cp_field_place(source->map, "data"))
                   ? cp_table_read(env->arena, path, cp_path_stem(path), NULL, NULL, env->report)
                   : NULL;
    return table_of_the_pack(source, env);
}

const cp_table *cp_row_source_load(cp_row_source *source, const cp_figure_env *env)
{
    const cp_table *table = find_table(source, env);

    if (table && table->rows == 0) {
        cp_fail(env->report, cp_field_place(source->map, source->origin), "`%s` gives no rows",
                source->origin);
        return NULL;
    }
    return table;
}

const cp_column *cp_row_source_column(const cp_row_source *source, const cp_table *table,
                                      const char *key, cp_str name, const cp_figure_env *env)
{
    const cp_column *column = cp_table_column(table, name);

    if (!column && name.size > 0)
        cp_fail(env->report, cp_field_place(source->map, key),
                "no column '" CP_FMT "' in the result of `%s`%s", CP_ARG(name), source->origin,
                cp_guess_text(env->arena, name, cp_table_column_names(env->arena, table),
                              table->column_count));
    return column;
}
