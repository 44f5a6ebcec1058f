/* chart_places.h - the files that keep where a chart's names stand. */
#ifndef CP_FIGURE_CHART_PLACES_H
#define CP_FIGURE_CHART_PLACES_H

#include "figure/chart_parts.h"

/* Before rows are bound; `plot` is the chart's own. */
bool cp_chart_places_open(const cp_chart_parts *parts, const cp_plot *plot,
                          const cp_figure_env *env);

/* As the chart was drawn last. */
bool cp_chart_places_save(const cp_panels *drawn, const cp_figure_env *env);

#endif
