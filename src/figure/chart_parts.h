/*
 * chart_parts.h - what a chart may have beyond one plot: small multiples by `facet`,
 * stacked `panels` above one x axis, call-outs by `events`.
 */
#ifndef CP_FIGURE_CHART_PARTS_H
#define CP_FIGURE_CHART_PARTS_H

#include "figure/rows.h"
#include "plot/panel.h"

typedef struct cp_chart_parts {
    cp_node *facet, *panels, *events; /* the spec's */
    struct {
        cp_str column;
        int columns, y;
    } by; /* facet */
    struct {
        cp_row_source source;
        cp_str date, text;
    } event;
    cp_panels drawn; /* once rows are bound: one plot at the least */
} cp_chart_parts;

/* What the parts below take, and where keys may stand. */
extern const cp_field cp_chart_facet_fields[], cp_chart_panel_fields[], cp_chart_event_fields[];
extern const char *const cp_chart_legend_words[];

#define CP_CHART_PART_FIELDS(owner, member)                                                        \
    { .key = "facet",                                                                              \
      .type = CP_FIELD_NODE,                                                                       \
      .offset = offsetof(owner, member.facet),                                                     \
      .fields = cp_chart_facet_fields,                                                             \
      .help = "a small plot for each value of this column, or its settings" },                     \
        { .key = "panels",                                                                         \
          .type = CP_FIELD_NODE,                                                                   \
          .offset = offsetof(owner, member.panels),                                                \
          .fields = cp_chart_panel_fields,                                                         \
          .help = "plots above each other that share x: a list" },                                 \
    {                                                                                              \
        .key = "events", .type = CP_FIELD_NODE, .offset = offsetof(owner, member.events),          \
        .fields = cp_chart_event_fields,                                                           \
        .help = "dated call-outs around the first line: a table of days and words, or its "        \
                "settings; what happened on a day without trading stands at the next"              \
    }

/* A list of marks. */
bool cp_chart_marks_read(cp_plot *plot, const cp_node *marks, const cp_figure_env *env);

/* `plot` is the chart's own, read already: what all plots begin with. */
bool cp_chart_parts_read(cp_chart_parts *parts, const cp_plot *plot, const cp_figure *figure,
                         const cp_node *map, const cp_figure_env *env);

/* Behind faults of the spec: whether the rows have the columns it names. */
void cp_chart_parts_check(const cp_chart_parts *parts, cp_plot *plot, const cp_table *table,
                          const char *origin, const cp_figure_env *env);

/* The rows as series of all plots. */
bool cp_chart_parts_bind(cp_chart_parts *parts, cp_plot *plot, const cp_table *table,
                         const char *origin, const cp_figure_env *env);

#endif
