/*
 * view.h - a series in points: what its mark draws from.
 *
 * A view holds as soon as the scales of a layout have their ranges, and no longer than these.
 */
#ifndef CP_PLOT_VIEW_H
#define CP_PLOT_VIEW_H

#include "plot/layout.h"

cp_mark_view cp_view_of(const cp_layout *layout, const cp_series *series);

#endif
