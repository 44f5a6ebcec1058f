/*
 * event.h - dated call-outs: boxes of text above and below a line, each led to its day on it.
 *
 * The boxes stand in rows, in the order of their days, by turns above and below; the
 * scales of y leave the rows free, so that no box can hide what is drawn.  Leaders keep
 * the order too, and so never cross each other.  That is why their places are those of a
 * row (labels_row.h), not of the search for labels that may stand anywhere (labels.h): it would
 * have to know how much of the height is theirs before it begins, and its leaders are straight.
 * Boxes are wider than days are apart, so that only leaders that bend reach all of them: of ten
 * call-outs in one week the search places four.
 */
#ifndef CP_PLOT_EVENT_H
#define CP_PLOT_EVENT_H

#include "plot/layout.h"

/* The rows of a chart's `events`. */
typedef struct cp_event_rows {
    const cp_node *node;
    const char *origin; /* `data`, `sql` or `rows`: for findings */
    const cp_table *table;
    cp_str date, text; /* columns; empty: the first of days, the first of words */
} cp_event_rows;

typedef struct cp_event {
    double place; /* on x: its day, or on trading days the first one from then on */
    double value; /* of the line there; NaN: none */
    cp_date date;
    cp_str day, text;
    cp_place at;
} cp_event;

struct cp_events {
    const cp_node *node;
    cp_side side; /* of the line */
    size_t count;
    cp_event *item; /* by their days */
};

/* Hangs the events on a plot that is bound. */
bool cp_events_bind(cp_arena *arena, cp_plot *plot, const cp_event_rows *rows,
                    const cp_style *style, cp_report *report);

typedef struct cp_event_box {
    const cp_event *event;
    bool below;
    cp_rect rect;
    cp_text *text;
    cp_point lead[5]; /* from the box to the line */
    size_t leads;
} cp_event_box;

struct cp_event_boxes {
    double above, below; /* of the data area's height */
    bool fits;           /* false: less is left for the line than it should have */
    size_t count;
    cp_event_box *item;
};

/* In the layout's data area; leaders only once the scales of y have their range. */
void cp_events_place(cp_layout *layout);
void cp_events_lead(const cp_layout *layout);

/* The least data area for which no text has to shrink. */
cp_size cp_events_least(const cp_plot *plot, const cp_looks *looks, cp_arena *page);

/* The gap in the leaders where a label stands on them. */
void cp_events_clear(const cp_layout *layout, cp_rect rect, cairo_t *cr);

void cp_events_draw_leaders(const cp_layout *layout, cairo_t *cr);
void cp_events_draw_boxes(const cp_layout *layout, cairo_t *cr);
void cp_events_dump(const cp_layout *layout, cp_buf *out);

#endif
