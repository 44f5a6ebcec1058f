/* event_way.h - how the boxes of call-outs are set: their text's size, their width, their rows. */
#ifndef CP_PLOT_EVENT_WAY_H
#define CP_PLOT_EVENT_WAY_H

#include "plot/event.h"

/* Two rows a side: the leaders of the outer one pass between the boxes of the inner. */
enum { CP_EVENT_ROWS = 2 };

/* One way to set all boxes. */
typedef struct cp_event_way {
    double size; /* of the text */
    size_t rows; /* on each side */
    double width;
    double height[2][CP_EVENT_ROWS]; /* by side, from the line outward */
    double side[2];                  /* what a side takes of the height */
    bool cut;                        /* a word is wider than its box */
} cp_event_way;

/* What boxes are set with. */
typedef struct cp_event_setting {
    const cp_events *events;
    const cp_looks *looks;
    cp_arena *page;
    double width, height; /* of the data area */
} cp_event_setting;

/* By turns above and below, and on each side from row to row. */
size_t cp_event_side(size_t index);
size_t cp_event_row(const cp_event_way *w, size_t index);

/* Its text, with as many lines as the width gives, but as even as can be where the last one is
 * short. */
cp_text *cp_event_set(const cp_event_setting *s, const cp_event_way *w, const cp_event *event);

/* The largest text, then the fewest rows; false: the smallest, and still too high. */
bool cp_event_way_choose(const cp_event_setting *s, cp_event_way *w);

#endif
