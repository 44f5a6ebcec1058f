/* chart.c - the figure that most are: rows as marks between axes. */

#include "figure/figure.h"

#include "base/file.h"
#include "figure/chart_rows.h"
#include "plot/plot.h"
#include "read/reader.h"

typedef struct chart_spec {
    cp_str data, sql;
    cp_node *rows, *x, *y, *right, *marks;
    int legend;
    const cp_node *map;
    cp_plot plot;
} chart_spec;

static const char *const legend_words[] = { "top", "none", NULL };

static const cp_field chart_fields[] = {
    { .key = "data",
      .type = CP_FIELD_TEXT,
      .offset = offsetof(chart_spec, data),
      .help = "the table, or a data file, whose rows are drawn" },
    { .key = "sql",
      .type = CP_FIELD_TEXT,
      .offset = offsetof(chart_spec, sql),
      .help = "the query whose rows are drawn" },
    { .key = "rows",
      .type = CP_FIELD_NODE,
      .offset = offsetof(chart_spec, rows),
      .help = "the rows themselves: a list of mappings, or a block of CSV" },
    { .key = "x",
      .type = CP_FIELD_NODE,
      .offset = offsetof(chart_spec, x),
      .fallback = "!",
      .help = "the column along the axis, or {field, scale, format, domain}" },
    { .key = "y",
      .type = CP_FIELD_NODE,
      .offset = offsetof(chart_spec, y),
      .help = "the left axis: {unit, format, domain, breaks, align}" },
    { .key = "right",
      .type = CP_FIELD_NODE,
      .offset = offsetof(chart_spec, right),
      .help = "the right axis, of marks with `axis: right`; as y" },
    { .key = "marks",
      .type = CP_FIELD_NODE,
      .offset = offsetof(chart_spec, marks),
      .fallback = "!",
      .help = "what is drawn, a list: {line: column, name: ..., axis: right, ...}" },
    { .key = "legend",
      .type = CP_FIELD_WORD,
      .offset = offsetof(chart_spec, legend),
      .fallback = "top",
      .words = legend_words,
      .help = "where the keys of the series stand" },
    { 0 },
};

static bool read_sources(const chart_spec *chart, const cp_figure_env *env)
{
    int given = (chart->data.size > 0) + (chart->sql.size > 0) + (chart->rows != NULL);
    const char *second = chart->rows ? "rows" : "sql";

    if (given == 1)
        return true;
    if (given == 0)
        return cp_fail(env->report, chart->map->place,
                       "a chart has its rows by one of `data`, `sql` or `rows`");
    return cp_fail(env->report, cp_field_place(chart->map, second),
                   "a chart has its rows by one of `data`, `sql` or `rows`, not by two");
}

static bool read_marks(chart_spec *chart, const cp_figure_env *env)
{
    cp_plot *plot = &chart->plot;
    bool ok = true;

    if (!chart->marks)
        return false;
    if (chart->marks->kind != CP_NODE_LIST || chart->marks->count == 0)
        return cp_fail(env->report, chart->marks->place,
                       "expected a list of marks such as - {line: column}, found %s",
                       chart->marks->kind == CP_NODE_LIST ? "none"
                                                          : cp_node_kind_name(chart->marks));
    plot->marks = cp_new_array(env->arena, cp_mark, chart->marks->count);
    for (const cp_node *node = chart->marks->first; node; node = node->next)
        ok = cp_mark_read(env->arena, node, &plot->marks[plot->mark_count++], env->report) && ok;
    return ok;
}

static bool chart_read(cp_figure *figure, const cp_node *map, const cp_figure_env *env)
{
    chart_spec *chart = figure->spec;
    cp_plot *plot = &chart->plot;
    bool x, left, right, marks, sources;

    chart->map = map;
    sources = read_sources(chart, env);
    x = chart->x && cp_x_axis_read(env->arena, chart->x, &plot->x, env->report);
    left = cp_y_axis_read(env->arena, chart->y, &plot->y[CP_SIDE_LEFT], env->report);
    right = cp_y_axis_read(env->arena, chart->right, &plot->y[CP_SIDE_RIGHT], env->report);
    marks = read_marks(chart, env);
    plot->legend = chart->legend == 0;
    return sources && x && left && right && marks;
}

/* A word with a slash, or that is a file of the pack, is no table's name. */
static bool is_file(const cp_figure_env *env, cp_str data, const char **path)
{
    *path = cp_path_join(env->arena, env->folder ? env->folder : ".", cp_str_z(env->arena, data));
    return cp_str_find(data, CP_STR("/"), 0) != SIZE_MAX
           || (cp_str_find(data, CP_STR("."), 0) != SIZE_MAX && cp_file_exists(*path));
}

static const cp_table *load_table(const chart_spec *chart, const cp_figure_env *env,
                                  const char **origin)
{
    const char *path;

    if (chart->rows) {
        *origin = "rows";
        return cp_chart_rows(env, chart->rows);
    }
    if (chart->sql.size > 0) {
        *origin = "sql";
        return cp_dataset_query(env->arena, env->dataset, chart->sql,
                                cp_node_text_place(cp_node_child(chart->map, "sql"), 0),
                                env->report);
    }
    *origin = "data";
    if (is_file(env, chart->data, &path))
        return cp_table_read(env->arena, path, cp_path_stem(path), NULL, NULL, env->report);
    return cp_dataset_table(env->dataset, chart->data, cp_field_place(chart->map, "data"),
                            env->report);
}

static bool chart_load(cp_figure *figure, const cp_figure_env *env)
{
    chart_spec *chart = figure->spec;
    const char *origin;
    const cp_table *table = load_table(chart, env, &origin);

    if (!table)
        return false;
    if (table->rows == 0)
        return cp_fail(env->report, cp_field_place(chart->map, origin), "`%s` gives no rows",
                       origin);
    return cp_plot_bind(env->arena, &chart->plot, table, origin, env->style, env->report);
}

static cp_looks looks_of(const cp_figure_env *env)
{
    return (cp_looks){ env->style, env->fonts, env->report };
}

static cp_size chart_least(const cp_figure *figure, const cp_figure_env *env)
{
    const chart_spec *chart = figure->spec;
    cp_looks looks = looks_of(env);

    return cp_plot_least(&chart->plot, &looks, env->arena);
}

static cp_gutters chart_gutters(const cp_figure *figure, const cp_figure_env *env, cp_size size,
                                cp_arena *page)
{
    const chart_spec *chart = figure->spec;
    cp_looks looks = looks_of(env);
    cp_margins margins = cp_plot_margins(&chart->plot, &looks, size, page);

    return (cp_gutters){ margins.top, margins.right, margins.bottom, margins.left };
}

static void chart_draw(const cp_figure *figure, const cp_figure_env *env, cp_rect box,
                       cp_gutters gutters, cairo_t *cr, cp_arena *page, cp_buf *dump)
{
    const chart_spec *chart = figure->spec;
    cp_looks looks = looks_of(env);
    cp_margins margins = { gutters.top, gutters.right, gutters.bottom, gutters.left };

    cp_plot_draw(&chart->plot, &looks, box, margins, cr, page, dump);
}

const cp_figure_class cp_figure_chart = {
    .name = "chart",
    .summary = "rows as bars, lines and other marks between axes",
    .fields = chart_fields,
    .spec_size = sizeof(chart_spec),
    .read = chart_read,
    .load = chart_load,
    .least = chart_least,
    .gutters = chart_gutters,
    .draw = chart_draw,
};
