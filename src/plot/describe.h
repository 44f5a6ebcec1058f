/* describe.h - a plot in one sentence, for readers who cannot see it. */
#ifndef CP_PLOT_DESCRIBE_H
#define CP_PLOT_DESCRIBE_H

#include "plot/plot.h"

/* "折线图：TITLE，从…至…；系列最新…，区间…至…。" of a bound plot. */
cp_str cp_plot_describe(cp_arena *arena, const cp_plot *plot, cp_str title);

#endif
