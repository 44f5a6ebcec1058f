#include "figure/chart_parts.h"

#include "base/guess.h"
#include "plot/event.h"
#include "plot/facet.h"

enum { MOST_PANELS = 6, Y_SHARED = 0 };

static const char *const y_words[] = { "shared", "free", NULL };

const cp_field cp_chart_facet_fields[] = {
    { .key = "field",
      .type = CP_FIELD_TEXT,
      .offset = offsetof(cp_chart_parts, by.column),
      .fallback = "!",
      .help = "the column that has a plot for each of its values" },
    { .key = "columns",
      .type = CP_FIELD_INT,
      .offset = offsetof(cp_chart_parts, by.columns),
      .fallback = "0",
      .help = "plots beside each other; 0: as suits the box",
      .least = 0,
      .most = 12 },
    { .key = "y",
      .type = CP_FIELD_WORD,
      .offset = offsetof(cp_chart_parts, by.y),
      .fallback = "shared",
      .words = y_words,
      .help = "whether all plots have the same reach of y" },
    { 0 },
};

const cp_field cp_chart_event_fields[] = {
    CP_ROW_FIELDS(cp_chart_parts, event.source),
    { .key = "date",
      .type = CP_FIELD_TEXT,
      .offset = offsetof(cp_chart_parts, event.date),
      .help = "the column of their days; default: the first one of dates" },
    { .key = "text",
      .type = CP_FIELD_TEXT,
      .offset = offsetof(cp_chart_parts, event.text),
      .help = "the column of their words; default: the first one of texts" },
    { 0 },
};

typedef struct panel_spec {
    cp_str title;
    cp_node *y, *right, *marks;
    double share;
    int legend;
} panel_spec;

const char *const cp_chart_legend_words[] = { "none", "top", "bottom", "right", "inside", NULL };

const cp_field cp_chart_panel_fields[] = {
    { .key = "title",
      .type = CP_FIELD_TEXT,
      .offset = offsetof(panel_spec, title),
      .help = "what stands above it" },
    { .key = "marks",
      .type = CP_FIELD_NODE,
      .offset = offsetof(panel_spec, marks),
      .fallback = "!",
      .help = "what is drawn, as in a chart" },
    { .key = "y",
      .type = CP_FIELD_NODE,
      .offset = offsetof(panel_spec, y),
      .help = "its left axis, as in a chart" },
    { .key = "right",
      .type = CP_FIELD_NODE,
      .offset = offsetof(panel_spec, right),
      .help = "its right axis" },
    { .key = "share",
      .type = CP_FIELD_NUMBER,
      .offset = offsetof(panel_spec, share),
      .fallback = "1",
      .help = "its part of the height, beside the others'",
      .least = 0.05,
      .most = 20 },
    { .key = "legend",
      .type = CP_FIELD_WORD,
      .offset = offsetof(panel_spec, legend),
      .fallback = "top",
      .words = cp_chart_legend_words,
      .help = "where the keys of its series stand" },
    { 0 },
};

bool cp_chart_marks_read(cp_plot *plot, const cp_node *marks, const cp_figure_env *env)
{
    bool ok = true;

    if (marks->kind != CP_NODE_LIST || marks->count == 0)
        return cp_fail(env->report, marks->place,
                       "expected a list of marks such as - {line: column}, found %s",
                       marks->kind == CP_NODE_LIST ? "none" : cp_node_kind_name(marks));
    plot->marks = cp_new_array(env->arena, cp_mark, marks->count);
    for (const cp_node *node = marks->first; node; node = node->next) {
        cp_mark *mark = &plot->marks[plot->mark_count];

        ok = cp_mark_read(env->arena, node, mark, env->report) && ok;
        plot->mark_count += mark->class != NULL;
    }
    return ok;
}

static bool read_panel(cp_plot *plot, const cp_node *node, cp_str *head, double *share,
                       const cp_figure_env *env)
{
    panel_spec spec;
    bool ok = cp_fields_read(env->arena, cp_chart_panel_fields, NULL, node, &spec, env->report),
         left, right;

    *head = spec.title;
    *share = spec.share;
    plot->legend = spec.legend;
    left = cp_y_axis_read(env->arena, spec.y, &plot->y[CP_SIDE_LEFT], env->report);
    right = cp_y_axis_read(env->arena, spec.right, &plot->y[CP_SIDE_RIGHT], env->report);
    return spec.marks && cp_chart_marks_read(plot, spec.marks, env) && ok && left && right;
}

/* What each panel has of its own cannot stand above them all. */
static bool check_alone(const cp_node *map, const cp_figure_env *env)
{
    static const char *const own[] = { "marks", "y", "right", "legend", "facet" };
    bool ok = true;

    for (size_t i = 0; i < sizeof(own) / sizeof(*own); i++)
        if (cp_node_child(map, own[i]))
            ok = cp_fail(env->report, cp_field_place(map, own[i]),
                         i + 1 == sizeof(own) / sizeof(*own)
                             ? "a chart has `panels` or `facet`, not both"
                             : "`%s` stands within each of the `panels`",
                         own[i]);
    return ok;
}

static bool read_panels(cp_chart_parts *parts, const cp_plot *plot, const cp_node *map,
                        const cp_figure_env *env)
{
    const cp_node *list = parts->panels;
    size_t at = 0;
    bool ok, named = false;

    if (!list)
        return true;
    if (list->kind != CP_NODE_LIST || list->count == 0 || list->count > MOST_PANELS)
        return cp_fail(env->report, list->place,
                       "expected a list of 1 to %d panels such as - {marks: [{line: column}]}, "
                       "found %s",
                       (int)MOST_PANELS,
                       list->kind != CP_NODE_LIST ? cp_node_kind_name(list)
                       : list->count == 0         ? "none"
                                                  : "more");

    cp_str *heads = cp_new_array(env->arena, cp_str, list->count);
    double *shares = cp_new_array(env->arena, double, list->count);

    ok = check_alone(map, env);
    parts->drawn.plots = cp_new_array(env->arena, cp_plot, list->count);
    for (const cp_node *node = list->first; node; node = node->next, at++) {
        parts->drawn.plots[at] = *plot;
        ok = read_panel(&parts->drawn.plots[at], node, &heads[at], &shares[at], env) && ok;
        named = named || heads[at].size > 0;
    }
    parts->drawn.count = list->count;
    parts->drawn.shares = shares;
    parts->drawn.heads = named ? heads : NULL;
    return ok;
}

static bool read_facet(cp_chart_parts *parts, const cp_figure_env *env)
{
    const cp_node *node = parts->facet;

    if (!node)
        return true;
    if (node->kind == CP_NODE_SCALAR) {
        parts->by.column = node->text;
        return node->text.size > 0
               || cp_fail(env->report, node->place, "expected the name of a column, found nothing");
    }
    return cp_fields_read(env->arena, cp_chart_facet_fields, NULL, node, parts, env->report);
}

static bool read_events(cp_chart_parts *parts, const cp_figure *figure, const cp_figure_env *env)
{
    const cp_node *node = parts->events;

    if (!node)
        return true;
    if (parts->facet)
        return cp_fail(env->report, node->place, "small multiples have no room for `events`");
    if (node->kind == CP_NODE_SCALAR) {
        parts->event.source.data = node->text;
        parts->event.source.map = node;
        return node->text.size > 0
               || cp_fail(env->report, node->place, "expected the name of a table, found nothing");
    }
    return cp_fields_read(env->arena, cp_chart_event_fields, NULL, node, parts, env->report)
           && cp_row_source_read(&parts->event.source, figure, node, env);
}

bool cp_chart_parts_read(cp_chart_parts *parts, const cp_plot *plot, const cp_figure *figure,
                         const cp_node *map, const cp_figure_env *env)
{
    bool facet = read_facet(parts, env), events = read_events(parts, figure, env);

    return read_panels(parts, plot, map, env) && facet && events;
}

/* Names down the side are each plot's own. */
static bool has_names(const cp_plot *plot)
{
    for (size_t i = 0; i < plot->mark_count; i++)
        for (const cp_channel_def *def = plot->marks[i].class->channels; def->key; def++)
            if (def->channel == CP_CHANNEL_NAME)
                return true;
    return false;
}

static bool bind_plot(cp_plot *plot, const cp_table *table, const char *origin,
                      const cp_figure_env *env)
{
    plot->x.trading = env->calendar;
    return cp_plot_bind(env->arena, plot, table, origin, env->style, env->report);
}

static cp_place facet_place(const cp_chart_parts *parts)
{
    return cp_field_place(parts->facet, "field");
}

static const cp_column *find_facet_column(const cp_chart_parts *parts, const cp_table *table,
                                          const char *origin, const cp_figure_env *env)
{
    const cp_column *column = cp_table_column(table, parts->by.column);

    if (!column)
        cp_fail(env->report, facet_place(parts), "no column '" CP_FMT "' in the result of `%s`%s",
                CP_ARG(parts->by.column), origin,
                cp_guess_text(env->arena, parts->by.column,
                              cp_table_column_names(env->arena, table), table->column_count));
    return column;
}

static bool bind_facets(cp_chart_parts *parts, const cp_plot *plot, const cp_table *table,
                        const char *origin, const cp_figure_env *env)
{
    const cp_column *column = find_facet_column(parts, table, origin, env);
    cp_panels *drawn = &parts->drawn;
    cp_facet *facets;
    cp_str *heads;

    if (!column)
        return false;
    facets
        = cp_facets_make(env->arena, table, column, facet_place(parts), &drawn->count, env->report);
    if (!facets)
        return false;
    drawn->plots = cp_new_array(env->arena, cp_plot, drawn->count);
    heads = cp_new_array(env->arena, cp_str, drawn->count);
    for (size_t i = 0; i < drawn->count; i++) {
        drawn->plots[i] = *plot;
        drawn->plots[i].whole = table;
        heads[i] = facets[i].name;
        if (!bind_plot(&drawn->plots[i], facets[i].table, origin, env))
            return false;
    }
    drawn->heads = heads;
    drawn->columns = (size_t)parts->by.columns;
    drawn->shared_y = parts->by.y == Y_SHARED && !has_names(plot);
    cp_plots_share_x(env->arena, drawn->plots, drawn->count);
    if (drawn->shared_y)
        cp_plots_share_y(drawn->plots, drawn->count);
    cp_plots_share_colors(env->arena, drawn->plots, drawn->count, table, env->style);
    drawn->key = cp_plots_key(env->arena, drawn->plots, drawn->count);
    return true;
}

static bool bind_panels(cp_chart_parts *parts, const cp_table *table, const char *origin,
                        const cp_figure_env *env)
{
    cp_panels *drawn = &parts->drawn;

    for (size_t i = 0; i < drawn->count; i++)
        if (!bind_plot(&drawn->plots[i], table, origin, env))
            return false;
    cp_plots_share_x(env->arena, drawn->plots, drawn->count);
    return true;
}

static bool bind_events(cp_chart_parts *parts, const cp_figure_env *env)
{
    cp_event_rows rows
        = { .node = parts->events, .date = parts->event.date, .text = parts->event.text };

    if (!parts->events)
        return true;
    rows.table = cp_row_source_load(&parts->event.source, env);
    rows.origin = parts->event.source.origin;
    return rows.table
           && cp_events_bind(env->arena, parts->drawn.plots, &rows, env->style, env->report);
}

bool cp_chart_parts_bind(cp_chart_parts *parts, cp_plot *plot, const cp_table *table,
                         const char *origin, const cp_figure_env *env)
{
    if (parts->facet)
        return bind_facets(parts, plot, table, origin, env);
    if (parts->panels)
        return bind_panels(parts, table, origin, env) && bind_events(parts, env);
    parts->drawn.plots = plot;
    parts->drawn.count = 1;
    return bind_plot(plot, table, origin, env) && bind_events(parts, env);
}

void cp_chart_parts_check(const cp_chart_parts *parts, cp_plot *plot, const cp_table *table,
                          const char *origin, const cp_figure_env *env)
{
    if (parts->facet && parts->by.column.size > 0)
        find_facet_column(parts, table, origin, env);
    cp_plot_check(env->arena, plot, table, origin, env->style, env->report);
    for (size_t i = 0; i < parts->drawn.count; i++) {
        cp_plot panel = parts->drawn.plots[i];

        panel.x.node = NULL; /* theirs is the chart's */
        cp_plot_check(env->arena, &panel, table, origin, env->style, env->report);
    }
}
