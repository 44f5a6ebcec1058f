/* chart.c - the figure that most are: rows as marks between axes. */

#include "figure/figure.h"

#include "figure/chart_parts.h"
#include "figure/chart_places.h"
#include "plot/describe.h"

typedef struct chart_spec {
    cp_row_source source;
    cp_node *x, *y, *right, *marks;
    int legend; /* cp_legend_place */
    bool flip;
    cp_plot plot;
    cp_chart_parts parts;
} chart_spec;

#define MARKS_HELP "what is drawn, a list: {line: column, name: ..., axis: right, ...}"

static const cp_field chart_fields[] = {
    CP_ROW_FIELDS(chart_spec, source),
    { .key = "x",
      .type = CP_FIELD_NODE,
      .offset = offsetof(chart_spec, x),
      .fallback = "!",
      .fields = cp_x_axis_fields,
      .help = "the column along the axis, or its settings" },
    { .key = "y",
      .type = CP_FIELD_NODE,
      .offset = offsetof(chart_spec, y),
      .fields = cp_y_axis_fields,
      .help = "the left axis" },
    { .key = "right",
      .type = CP_FIELD_NODE,
      .offset = offsetof(chart_spec, right),
      .help = "the right axis, of marks with `axis: right`; as y" },
    { .key = "marks",
      .type = CP_FIELD_NODE,
      .offset = offsetof(chart_spec, marks),
      .help = MARKS_HELP },
    { .key = "legend",
      .type = CP_FIELD_WORD,
      .offset = offsetof(chart_spec, legend),
      .fallback = "top",
      .words = cp_chart_legend_words,
      .help = "where the keys of the series stand; inside: where nothing is drawn, else on top" },
    { .key = "flip",
      .type = CP_FIELD_BOOL,
      .offset = offsetof(chart_spec, flip),
      .fallback = "false",
      .help = "x runs down the side and values to the right: bars with long names" },
    CP_CHART_PART_FIELDS(chart_spec, parts),
    { 0 },
};

static bool read_marks(chart_spec *chart, const cp_node *map, const cp_figure_env *env)
{
    if (chart->marks && !chart->parts.panels)
        return cp_chart_marks_read(&chart->plot, chart->marks, env);
    return chart->parts.panels
           || cp_fail(env->report, map->place, "missing key 'marks': " MARKS_HELP);
}

static bool chart_read(cp_figure *figure, const cp_node *map, const cp_figure_env *env)
{
    chart_spec *chart = figure->spec;
    cp_plot *plot = &chart->plot;
    bool x, left, right, marks, sources, parts;

    sources = cp_row_source_read(&chart->source, figure, map, env);
    x = chart->x && cp_x_axis_read(env->arena, chart->x, &plot->x, env->report);
    left = cp_y_axis_read(env->arena, chart->y, &plot->y[CP_SIDE_LEFT], env->report);
    right = cp_y_axis_read(env->arena, chart->right, &plot->y[CP_SIDE_RIGHT], env->report);
    marks = read_marks(chart, map, env);
    plot->legend = chart->legend;
    plot->flip = chart->flip;
    parts = cp_chart_parts_read(&chart->parts, plot, figure, map, env);
    return sources && x && left && right && marks && parts;
}

static bool chart_load(cp_figure *figure, const cp_figure_env *env)
{
    chart_spec *chart = figure->spec;
    const cp_table *table = cp_row_source_load(&chart->source, env);
    bool places = cp_chart_places_open(&chart->parts, &chart->plot, env);

    if (!table
        || !cp_chart_parts_bind(&chart->parts, &chart->plot, table, chart->source.origin, env)
        || !places)
        return false;
    if (figure->alt.size == 0)
        figure->alt = cp_panels_describe(env->arena, &chart->parts.drawn, figure->title);
    return true;
}

static void chart_check(const cp_figure *figure, const cp_figure_env *env)
{
    chart_spec *chart = figure->spec;
    const cp_table *table = chart->source.known ? cp_row_source_load(&chart->source, env) : NULL;

    cp_chart_places_open(&chart->parts, &chart->plot, env);
    if (table)
        cp_chart_parts_check(&chart->parts, &chart->plot, table, chart->source.origin, env);
}

static cp_looks looks_of(const cp_figure_env *env)
{
    return (cp_looks){ env->style, env->fonts, env->report };
}

static cp_size chart_least(const cp_figure *figure, const cp_figure_env *env)
{
    const chart_spec *chart = figure->spec;
    cp_looks looks = looks_of(env);
    cp_arena measures = { 0 }; /* some 90 KB, for each page that shows it */
    cp_size least = cp_panels_least(&chart->parts.drawn, &looks, &measures);

    cp_arena_free(&measures);
    return least;
}

static cp_gutters chart_gutters(const cp_figure *figure, const cp_figure_env *env, cp_size size,
                                cp_arena *page)
{
    const chart_spec *chart = figure->spec;
    cp_looks looks = looks_of(env);
    cp_margins margins = cp_panels_margins(&chart->parts.drawn, &looks, size, page);

    return (cp_gutters){ margins.top, margins.right, margins.bottom, margins.left };
}

static void chart_draw(const cp_figure *figure, const cp_figure_env *env, cp_rect box,
                       cp_gutters gutters, cairo_t *cr, cp_arena *page, cp_buf *dump)
{
    const chart_spec *chart = figure->spec;
    cp_looks looks = looks_of(env);
    cp_margins margins = { gutters.top, gutters.right, gutters.bottom, gutters.left };

    cp_panels_draw(&chart->parts.drawn, &looks, box, margins, cr, page, dump);
}

static bool chart_save(const cp_figure *figure, const cp_figure_env *env)
{
    return cp_chart_places_save(&((const chart_spec *)figure->spec)->parts.drawn, env);
}

const cp_figure_class cp_figure_chart = {
    .name = "chart",
    .summary = "rows as bars, lines and other marks between axes",
    .fields = chart_fields,
    .spec_size = sizeof(chart_spec),
    .read = chart_read,
    .load = chart_load,
    .check = chart_check,
    .least = chart_least,
    .gutters = chart_gutters,
    .draw = chart_draw,
    .save = chart_save,
};
