/*
 * layout.h - a plot in its box: guides measured, the data area what is left,
 * series in points.  All of it lives in the page's arena.
 */
#ifndef CP_PLOT_LAYOUT_H
#define CP_PLOT_LAYOUT_H

#include "plot/axis.h"
#include "plot/legend.h"

typedef struct cp_event_boxes cp_event_boxes; /* event.h */

/* The name of an axis, where it stands in the figure; no text: nowhere. */
typedef struct cp_axis_name {
    cp_text *text;
    cp_str words;
    cp_rect box;
} cp_axis_name;

typedef struct cp_layout {
    const cp_plot *plot;
    const cp_looks *looks;
    cp_arena *page;
    cp_rect box, area; /* area: where the data are drawn */
    bool flipped;      /* series are placed as if upright, and drawn turned by cp_layout_turn() */
    cp_rect upright;   /* the area in which series are placed; `area` itself where not flipped */
    cp_margins margins;
    cp_y_ticks y[2];
    cp_x_ticks x;
    cp_legend legend;
    cp_axis_name x_name, y_name; /* y_name: within the plane of a cloud */
    cp_event_boxes *events;      /* NULL: none */
    cp_mark_view *views;         /* [series_count], once they are placed */
} cp_layout;

/* `least`, if not NULL: margins to be kept at the least. */
void cp_layout_make(cp_layout *out, const cp_plot *plot, const cp_looks *looks, cp_rect box,
                    const cp_margins *least, cp_arena *page);

/* Put keys that stand within the area where nothing is drawn; false: there is no such place. */
bool cp_legend_find_room(cp_layout *layout);

/* Between the page and where series are placed: the same unless flipped. */
cp_rect cp_layout_to_series(const cp_layout *layout, cp_rect on_page);
cp_point cp_layout_to_page(const cp_layout *layout, double x, double y);
void cp_layout_turn(const cp_layout *layout, cairo_t *cr);

/* The series in points: only drawing needs them. */
void cp_layout_place_series(cp_layout *layout);

#endif
