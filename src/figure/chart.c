/* chart.c - the figure that most are: rows as marks between axes. */

#include "figure/figure.h"

#include "figure/rows.h"
#include "plot/describe.h"
#include "plot/plot.h"

typedef struct chart_spec {
    cp_row_source source;
    cp_node *x, *y, *right, *marks;
    int legend; /* cp_legend_place */
    bool flip;
    cp_plot plot;
} chart_spec;

static const char *const legend_words[] = { "none", "top", "bottom", "right", "inside", NULL };

static const cp_field chart_fields[] = {
    CP_ROW_FIELDS(chart_spec, source),
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
      .help = "where the keys of the series stand; inside: where nothing is drawn, else on top" },
    { .key = "flip",
      .type = CP_FIELD_BOOL,
      .offset = offsetof(chart_spec, flip),
      .fallback = "false",
      .help = "x runs down the side and values to the right: bars with long names" },
    { 0 },
};

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

    sources = cp_row_source_read(&chart->source, figure, map, env);
    x = chart->x && cp_x_axis_read(env->arena, chart->x, &plot->x, env->report);
    left = cp_y_axis_read(env->arena, chart->y, &plot->y[CP_SIDE_LEFT], env->report);
    right = cp_y_axis_read(env->arena, chart->right, &plot->y[CP_SIDE_RIGHT], env->report);
    marks = read_marks(chart, env);
    plot->legend = chart->legend;
    plot->flip = chart->flip;
    return sources && x && left && right && marks;
}

static bool chart_load(cp_figure *figure, const cp_figure_env *env)
{
    chart_spec *chart = figure->spec;
    const cp_table *table = cp_row_source_load(&chart->source, env);

    if (!table
        || !cp_plot_bind(env->arena, &chart->plot, table, chart->source.origin, env->style,
                         env->report))
        return false;
    if (figure->alt.size == 0)
        figure->alt = cp_plot_describe(env->arena, &chart->plot, figure->title);
    return true;
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
