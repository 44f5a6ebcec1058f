/*
 * axis.h - ticks of the axes: which values, what they say, where they stand.
 *
 * The y ticks follow from the data and the number of intervals alone, so that
 * their labels can be measured before there is a data area.
 */
#ifndef CP_PLOT_AXIS_H
#define CP_PLOT_AXIS_H

#include "plot/plot.h"

/* A label on one line whose figures stand in the middle of its height.  `asked`
 * is the node that asks for it, or NULL: where a missing glyph is told. */
cp_text *cp_label_set(cp_arena *page, const cp_looks *looks, const cp_ink *ink, cp_str text,
                      const cp_node *asked);

/* No axis has more ticks than this. */
enum { CP_TICKS_MOST = 100 };

/* The multiples of the range's step in it. */
double *cp_tick_values(cp_arena *page, const cp_nice *nice, size_t *count);

typedef struct cp_y_ticks {
    cp_scale scale; /* its range is the data area's, once there is one */
    double step;    /* between two ticks */
    size_t count;
    double *value;
    cp_str *words;
    cp_text **label; /* NULL: another stands there */
    double width;    /* of the widest label */
    bool named;      /* steps of names, which measure nothing: no lines across */
} cp_y_ticks;

/* How many intervals suit an axis of this height. */
int cp_y_intervals(const cp_style *style, double height);

/* `room`: the share of the axis that values beyond the ends of bars need. */
void cp_y_ticks_make(cp_arena *page, const cp_plot *plot, const cp_looks *looks, int intervals,
                     double room, cp_y_ticks ticks[2]);

typedef struct cp_x_ticks {
    cp_scale scale;
    size_t count;
    double *at;   /* centre of the label, in points */
    double *left; /* where it is drawn from */
    cp_text **label;
    cp_str *words;
    double *value;   /* of ticks of numbers */
    double height;   /* of the row of labels */
    size_t left_out; /* names without room for a label */
} cp_x_ticks;

/* Ticks between left and right, none of whose labels leave low..high. */
cp_x_ticks cp_x_ticks_make(cp_arena *page, const cp_plot *plot, const cp_looks *looks, double left,
                           double right, double low, double high);

/* A cloud's plane is ruled at the ticks of x, too, and at zero. */
bool cp_x_zero_line(const cp_plot *plot, const cp_scale *scale);
void cp_x_grid_draw(const cp_looks *looks, const cp_x_ticks *ticks, cp_rect area, cairo_t *cr);

/* Names down the side of a flipped plot, broken to `width`, between top and bottom. */
cp_x_ticks cp_x_names_make(cp_arena *page, const cp_plot *plot, const cp_looks *looks, double top,
                           double bottom, double width);

/* The width they want, at most `most`. */
double cp_x_names_width(cp_arena *page, const cp_plot *plot, const cp_looks *looks, double most);

/* What stands at the end of the x axis: its name, the unit of its numbers, or both. */
cp_str cp_x_head(cp_arena *arena, const cp_x_axis *axis);

/* Where a place stands on the x axis. */
double cp_x_at(const cp_scale *scale, double place);

/* The number's format on the axis: the spec's, or so many decimals. */
cp_number_format cp_y_format(const cp_y_axis *axis, int decimals);

/* What stands at its head: its name, its unit, or both; empty: nothing. */
cp_str cp_y_head(cp_arena *arena, const cp_y_axis *axis);

/* A value as the axis writes it: without a sign on an absolute one. */
cp_str cp_y_write(cp_arena *page, const cp_y_axis *axis, const cp_number_format *format,
                  double value);

/* The fewest decimals, at most `most`, that write the value without loss. */
int cp_decimals_needed(double value, int most);

/* In the coordinates of upright plots. */
void cp_grid_draw(const cp_looks *looks, const cp_y_ticks *ticks, cp_rect area, cairo_t *cr);

/* The line at zero, or at the foot of an area that does not show zero: what it is drawn with, and
 * its height; NULL: there is none. */
const cp_stroke *cp_base_line(const cp_looks *looks, const cp_y_ticks *ticks, cp_rect area,
                              double *y);
void cp_base_line_draw(const cp_looks *looks, const cp_y_ticks *ticks, cp_rect area, cairo_t *cr);
cp_rect cp_y_label_rect(const cp_looks *looks, const cp_y_ticks *ticks, size_t index, cp_side side,
                        cp_rect area);
void cp_y_labels_draw(const cp_looks *looks, const cp_y_ticks *ticks, cp_side side, cp_rect area,
                      cairo_t *cr);
void cp_x_labels_draw(const cp_looks *looks, const cp_x_ticks *ticks, cp_rect area, cairo_t *cr);

/* Of a flipped plot: values along the foot or the top, names down the side. */
void cp_along_labels_draw(const cp_looks *looks, const cp_y_ticks *ticks, bool top, cp_rect area,
                          cairo_t *cr);
void cp_names_draw(const cp_looks *looks, const cp_x_ticks *ticks, cp_rect area, cairo_t *cr);

#endif
