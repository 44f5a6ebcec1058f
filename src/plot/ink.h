/*
 * ink.h - what stands in the data area, as labels see it: points and lines to keep clear of,
 * boxes that are taken.
 */
#ifndef CP_PLOT_INK_H
#define CP_PLOT_INK_H

#include "plot/labels.h"
#include "plot/layout.h"

typedef struct cp_plot_ink {
    cp_arena *arena;
    size_t count, size;
    cp_anchor *item; /* lines, and behind them points */
    size_t lines;    /* how many of them a label may cover where there is no other room */
    size_t box_count, box_size;
    cp_rect *box; /* bars, and behind them what is never covered */
    size_t bars;
} cp_plot_ink;

/* What is not ink for the labels that ask: points and rules that they hang on themselves
 * (row 0), and bars on which the words of all of them can be read. */
typedef struct cp_ink_asked {
    bool (*hangs)(const void *context, size_t series, size_t row);
    bool (*reads)(const void *context, cp_color ground);
    const void *context;
} cp_ink_asked;

/* `asked` may be NULL: all is ink. */
cp_plot_ink cp_plot_ink_of(const cp_layout *layout, const cp_ink_asked *asked);

void cp_plot_ink_take(cp_plot_ink *ink, cp_rect box);

/* Whether a line or a point comes into a box. */
bool cp_plot_ink_strikes(const cp_plot_ink *ink, cp_rect box);

/* Whether nothing stands in a box. */
bool cp_plot_ink_leaves(const cp_plot_ink *ink, cp_rect box);

#endif
