/*
 * plot.h - the data area of a chart: rows bound to scales, guides around, ink inside.
 *
 * A plot goes through three stages, each a function below:
 *
 *   cp_x_axis_read(), cp_y_axis_read(), cp_mark_read()   what the spec asks for
 *   cp_plot_bind()                                       rows become series in domain units
 *   cp_plot_margins(), cp_plot_draw()                    series become points, points ink
 *
 * After cp_plot_bind() a plot does not change and can be drawn any number of
 * times in any box.  What is made for one drawing lives in the page's arena.
 */
#ifndef CP_PLOT_PLOT_H
#define CP_PLOT_PLOT_H

#include "base/buf.h"
#include "base/calendar.h"
#include "plot/mark/mark.h"
#include "plot/scale.h"
#include "table/table.h"

typedef enum cp_period {
    CP_PERIOD_DAY,
    CP_PERIOD_MONTH,
    CP_PERIOD_QUARTER,
    CP_PERIOD_YEAR
} cp_period;

/* The x axis.  On a scale of steps (days, names) a place is a step's index, on
 * the others a number or a day. */
typedef struct cp_x_axis {
    /* the spec */
    const cp_node *node;
    cp_str column;
    int wanted; /* CP_X_AUTO or a cp_scale_kind + 1 */
    cp_str format, name;
    cp_texts domain;
    double step;   /* between two ticks; 0: as suits */
    int clip;      /* cp_clip */
    bool calendar; /* a trading day without a row is a gap */
    /* the pack */
    const cp_calendar *trading; /* NULL: not known */
    /* the data */
    cp_scale scale; /* without its range */
    cp_str unit;    /* of numbers that are not written as percent */
    cp_number_format number;
    bool formatted;
    double least;     /* the least distance between two places; 1 on steps */
    cp_period period; /* of days that stand for months, quarters or years */
} cp_x_axis;

enum { CP_X_AUTO };

/* What becomes of rows beyond a domain that the spec gives: points are marked at the edge with
 * their values, lines and bars end there; or all are left out; or they are a finding. */
typedef enum cp_clip { CP_CLIP_MARK, CP_CLIP_DROP, CP_CLIP_ERROR } cp_clip;

typedef enum cp_y_scale { CP_Y_LINEAR, CP_Y_LOG, CP_Y_SQRT } cp_y_scale;

enum { CP_ALIGN_ZERO_AUTO, CP_ALIGN_ZERO, CP_ALIGN_ZERO_NONE };

typedef struct cp_y_axis {
    /* the spec */
    const cp_node *node;
    cp_str unit, name;
    double step; /* between two ticks; 0: as suits */
    int clip;    /* cp_clip */
    cp_number_format format;
    bool formatted;
    cp_numbers domain, breaks;
    int align;
    int wanted;    /* cp_y_scale */
    bool reverse;  /* grows downward */
    bool absolute; /* numbers below zero are written without their sign */
    cp_str color;  /* of its tick labels: `mark`, or a colour's word */
    /* the data */
    bool used;
    bool fraction;    /* its numbers are fractions that are shown as percent */
    cp_str head;      /* the unit to show, or empty */
    double low, high; /* of the values, in the unit shown; zero included where ink starts there */
    double room_below, room_above; /* lines of words beyond the ends of its bars */
    cp_color ink;                  /* of its tick labels, where `color` is given */
    size_t name_count;             /* where a mark has names for its y: a value is a name's index */
    const cp_str *names;
} cp_y_axis;

/* `inside` is where nothing is drawn, else on top. */
typedef enum cp_legend_place {
    CP_LEGEND_NONE,
    CP_LEGEND_TOP,
    CP_LEGEND_BOTTOM,
    CP_LEGEND_RIGHT,
    CP_LEGEND_INSIDE
} cp_legend_place;

/* Rows of one mark in one colour. */
typedef struct cp_series {
    const cp_mark *mark;
    cp_str name;
    bool keyed; /* stands in the legend */
    cp_side side;
    cp_color color, below;
    size_t count;
    const double *x;    /* places, ascending */
    const double *y;    /* in the unit of the axis; NaN: missing */
    const double *base; /* where a stacked one begins; NULL: zero */
    bool ranged;        /* its base is a column of its own, nothing it is stacked upon */
    bool whole;         /* stacked to 100 %: shares of all */
    const bool *hatched;
    bool mark_hatched;           /* all of it is */
    const bool *strong;          /* rows that `emphasis` names; NULL: none */
    const unsigned char *beyond; /* cp_beyond of each row; NULL: all within the axes */
    double sigma;                /* of a rule: half the height of a band around it */
    const cp_str *text;
    const double *more[CP_MARK_MORE];
    const double *value; /* off the axes; NULL: none */
    const cp_column *value_column;
    double value_low, value_high; /* of all series of its mark */
    size_t index;                 /* among the series of its mark */
    bool split;
    int slot; /* its place in the step, 0 .. the plot's slots - 1 */
} cp_series;

typedef struct cp_events cp_events; /* event.h */

typedef struct cp_plot {
    cp_x_axis x;
    cp_y_axis y[2]; /* by cp_side */
    size_t mark_count;
    cp_mark *marks;
    int legend;              /* cp_legend_place */
    bool flip;               /* x runs down the page, values to the right */
    bool bare_x, bare_left;  /* without labels: a plot below or beside it has the same */
    const cp_events *events; /* NULL: none */
    const cp_table *whole;   /* of which its rows are a part; NULL: they are all */
    size_t series_count;
    cp_series *series;
    int slots; /* that stand beside each other in a step */
} cp_plot;

/* Points alone over two axes of numbers: a cloud, whose plane is ruled both ways. */
bool cp_plot_is_cloud(const cp_plot *plot);

/* On its side, with the right axis along the top. */
bool cp_plot_has_top_axis(const cp_plot *plot);

/* What an axis takes; `node` may be NULL (for y): all defaults. */
extern const cp_field cp_x_axis_fields[], cp_y_axis_fields[];
bool cp_x_axis_read(cp_arena *arena, const cp_node *node, cp_x_axis *out, cp_report *report);
bool cp_y_axis_read(cp_arena *arena, const cp_node *node, cp_y_axis *out, cp_report *report);

/* The rows of `table`, which `origin` gave (`data`, `sql`, `rows`: for findings),
 * as series.  The table must outlive the plot. */
bool cp_plot_bind(cp_arena *arena, cp_plot *plot, const cp_table *table, const char *origin,
                  const cp_style *style, cp_report *report);

/* Behind faults of the spec: whether the rows have the columns it names, of the right types. */
void cp_plot_check(cp_arena *arena, cp_plot *plot, const cp_table *table, const char *origin,
                   const cp_style *style, cp_report *report);

/* Room around the data area in a box of this size. */
cp_margins cp_plot_margins(const cp_plot *plot, const cp_looks *looks, cp_size size,
                           cp_arena *page);

/* The smallest box in which all guides stay legible. */
cp_size cp_plot_least(const cp_plot *plot, const cp_looks *looks, cp_arena *page);

/* `margins` are at least the plot's own.  `dump`, if not NULL, takes one line for
 * each box, tick, entry and series. */
void cp_plot_draw(const cp_plot *plot, const cp_looks *looks, cp_rect box, cp_margins margins,
                  cairo_t *cr, cp_arena *page, cp_buf *dump);

#endif
