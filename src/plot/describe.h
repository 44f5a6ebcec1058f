/* describe.h - plots in one sentence, for readers who cannot see them. */
#ifndef CP_PLOT_DESCRIBE_H
#define CP_PLOT_DESCRIBE_H

#include "plot/panel.h"

/* "折线图：TITLE，…至…；系列最新…，较前值…，区间…至…。" of bound plots; of several their heads
 * tell which one is meant. */
cp_str cp_panels_describe(cp_arena *arena, const cp_panels *panels, cp_str title);

#endif
