/* table_head.c - the columns of a table and the spanners over them. */
#include "figure/table.h"

#include <math.h>

#include "base/guess.h"
#include "base/number.h"

typedef struct spanner_fields {
    cp_str spanner;
    cp_node *columns;
} spanner_fields;

static const cp_field span_fields[] = {
    { .key = "spanner",
      .type = CP_FIELD_TEXT,
      .offset = offsetof(spanner_fields, spanner),
      .fallback = "!",
      .help = "the head over the columns" },
    { .key = "columns",
      .type = CP_FIELD_NODE,
      .offset = offsetof(spanner_fields, columns),
      .fallback = "!",
      .help = "the columns below it, and further spanners" },
    { 0 },
};

static const cp_cell_class *find_class(const cp_node *map, const cp_figure_env *env)
{
    const cp_node *word = cp_node_child(map, "cell");
    cp_str name = word ? word->text : (cp_str){ 0 };
    const cp_cell_class *class = cp_cell_find(name);
    size_t count;
    const char *const *names = cp_cell_names(&count);

    if (!class)
        cp_fail(env->report, (word ? word : map)->place, "no kind of cell is called '" CP_FMT "'%s",
                CP_ARG(name), cp_guess_text(env->arena, name, names, count));
    return class;
}

/* fit, 90pt, or a number of parts. */
static bool read_width(cp_cell_column *column, const cp_figure_env *env)
{
    cp_str text = column->width;
    cp_tabular_column *place = &column->place;

    if (text.size == 0)
        return true;
    if (cp_str_is(text, "fit")) {
        place->width = CP_TABULAR_FIT;
        return true;
    }
    place->width = CP_TABULAR_SHARE;
    if (cp_str_ends(text, CP_STR("pt"))) {
        place->width = CP_TABULAR_FIXED;
        text.size -= 2;
    }
    if (cp_number_parse(cp_str_trim(text), &place->amount) && place->amount > 0
        && place->amount <= 10000)
        return true;
    return cp_fail(env->report, cp_field_place(column->node, "width"),
                   "'" CP_FMT "' is no width; expected fit, 90pt, or a number of parts",
                   CP_ARG(column->width));
}

static bool read_column(cp_table_spec *spec, cp_figure *figure, const cp_node *node, size_t level,
                        const cp_figure_env *env)
{
    const cp_cell_class *class = find_class(node, env);
    cp_cell_column *column;
    bool ok;

    if (!class)
        return false;
    column = cp_alloc(env->arena, class->options_size);
    ok = cp_fields_read(env->arena, class->fields, NULL, node, column, env->report);
    column->class = class;
    column->node = node;
    ok = read_width(column, env) && ok;
    ok = cp_table_rules_read(column->rules, false, &column->looks, env) && ok;
    if (class->read)
        ok = class->read(column, figure, env) && ok;
    column->faulty = !ok;
    spec->column_levels[spec->column_count] = level;
    spec->columns[spec->column_count++] = column;
    return ok;
}

/* A bare name is {field: name}. */
static const cp_node *spelled_out(const cp_node *name, const cp_figure_env *env)
{
    cp_node *map = cp_new(env->arena, cp_node), *field = cp_new(env->arena, cp_node);

    *map = *field = *name;
    field->key = CP_STR("field");
    field->key_place = name->place;
    field->next = NULL;
    map->kind = CP_NODE_MAP;
    map->count = 1;
    map->first = field;
    return map;
}

/* A tree of spanners and columns on its way to flat lists. */
typedef struct walk {
    cp_table_spec *spec;
    cp_figure *figure;
    const cp_figure_env *env;
} walk;

static bool read_list(const walk *w, const cp_node *list, size_t level);

static bool read_spanner(const walk *w, const cp_node *node, size_t level)
{
    cp_table_spec *spec = w->spec;
    spanner_fields fields = { 0 };
    bool ok = cp_fields_read(w->env->arena, span_fields, NULL, node, &fields, w->env->report);
    cp_table_spanner *spanner;

    if (!ok)
        return false;
    if (level + 1 >= CP_TABLE_MOST_LEVELS || spec->spanner_count >= CP_TABLE_MOST_COLUMNS)
        return cp_fail(w->env->report, node->place, "too many spanners, or one over another");
    spanner = &spec->spanners[spec->spanner_count++];
    *spanner = (cp_table_spanner){ .label = fields.spanner,
                                   .place = cp_field_place(node, "spanner"),
                                   .first = spec->column_count,
                                   .level = level };
    if (level + 1 > spec->levels)
        spec->levels = level + 1;
    ok = read_list(w, fields.columns, level + 1);
    spanner->count = spec->column_count - spanner->first;
    return ok;
}

static bool read_item(const walk *w, const cp_node *node, size_t level)
{
    if (w->spec->column_count == CP_TABLE_MOST_COLUMNS)
        return cp_fail(w->env->report, node->place, "more than %d columns",
                       (int)CP_TABLE_MOST_COLUMNS);
    if (node->kind == CP_NODE_SCALAR && node->text.size > 0)
        return read_column(w->spec, w->figure, spelled_out(node, w->env), level, w->env);
    if (node->kind != CP_NODE_MAP)
        return cp_fail(w->env->report, node->place,
                       "expected a column's name, {field: ...} or {spanner: ..., columns: ...}, "
                       "found %s",
                       cp_node_kind_name(node));
    if (cp_node_child(node, "spanner") || cp_node_child(node, "columns"))
        return read_spanner(w, node, level);
    return read_column(w->spec, w->figure, node, level, w->env);
}

static bool read_list(const walk *w, const cp_node *list, size_t level)
{
    bool ok = true;

    if (list->kind != CP_NODE_LIST || list->count == 0)
        return cp_fail(w->env->report, list->place, "expected a list of columns, found %s",
                       list->kind == CP_NODE_LIST ? "an empty one" : cp_node_kind_name(list));
    for (const cp_node *node = list->first; node; node = node->next)
        ok = read_item(w, node, level) && ok;
    return ok;
}

static void make_lists(cp_table_spec *spec, const cp_figure_env *env)
{
    spec->columns = cp_new_array(env->arena, cp_cell_column *, CP_TABLE_MOST_COLUMNS);
    spec->column_levels = cp_new_array(env->arena, size_t, CP_TABLE_MOST_COLUMNS);
    spec->spanners = cp_new_array(env->arena, cp_table_spanner, CP_TABLE_MOST_COLUMNS);
}

bool cp_table_head_read(cp_table_spec *spec, cp_figure *figure, const cp_figure_env *env)
{
    walk w = { spec, figure, env };

    make_lists(spec, env);
    return !spec->columns_node || read_list(&w, spec->columns_node, 0);
}

bool cp_table_head_default(cp_table_spec *spec, cp_figure *figure, const cp_figure_env *env)
{
    walk w = { spec, figure, env };
    bool ok = true;

    for (size_t i = 0; i < spec->table->column_count; i++) {
        cp_node name = { .kind = CP_NODE_SCALAR,
                         .place = spec->map->place,
                         .text = spec->table->columns[i].name };

        ok = read_item(&w, &name, 0) && ok;
    }
    return ok;
}
