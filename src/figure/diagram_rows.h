/* diagram_rows.h - groups below each other: a head at the left, the items beside it. */
#ifndef CP_FIGURE_DIAGRAM_ROWS_H
#define CP_FIGURE_DIAGRAM_ROWS_H

#include "figure/sketch.h"

/* A variant has its number plus one of items side by side. */
size_t cp_rows_variants(const cp_diagram *diagram);

/* From the first group down to a milestone and a base; or up, the first lowest, with
 * one arrow along them all. */
void cp_rows_lay(cp_sketch *sketch, size_t variant, cp_way way);

#endif
