/*
 * bind.h - inside cp_plot_bind(): columns are found and checked, x becomes
 * places, units are settled, rows become series.
 */
#ifndef CP_PLOT_BIND_H
#define CP_PLOT_BIND_H

#include "plot/plot.h"

/* `stat` of a rule. */
typedef enum cp_stat {
    CP_STAT_NONE,
    CP_STAT_MEAN,
    CP_STAT_MEDIAN,
    CP_STAT_MAX,
    CP_STAT_MIN,
    CP_STAT_LAST
} cp_stat;

/* Which points of a mark bear their names, beside those that are emphasized. */
typedef struct cp_choice {
    bool all, bottom;
    size_t most;
    enum { CP_BY_X, CP_BY_Y, CP_BY_SIZE } by;
} cp_choice;

/* The columns of one mark. */
typedef struct cp_bound {
    const cp_column *y, *text, *split, *base, *name, *value;
    const cp_column *more[CP_MARK_MORE];
    size_t more_count;
    const cp_column *hatch; /* says which rows are hatched */
    bool hatched;           /* all of them are */
    cp_choice choice;
    int power;         /* of ten, to the unit of its axis */
    double at_x, at_y; /* of a mark that stands at a constant; NaN */
    double to_x, to_y; /* its other end, where it has one */
    double sigma;      /* half the height of the band around at_y; 0: none */
} cp_bound;

#define CP_NO_ROW UINT32_MAX

/* Beyond this the width of a domain would no longer be a number. */
#define CP_BIND_LARGEST 1e300

typedef struct cp_binder {
    cp_arena *arena;
    cp_plot *plot;
    const cp_table *table;
    const char *origin;
    const cp_style *style;
    cp_report *report;
    cp_bound *bound;     /* [mark_count] */
    const double *place; /* [count] places on x, ascending */
    const uint32_t *row; /* [count] their rows in the table, CP_NO_ROW: a gap, which has none;
                            NULL: all, as they stand */
    size_t count;
} cp_binder;

/* The table's row, or CP_NO_ROW. */
static inline size_t cp_bind_row(const cp_binder *binder, size_t index)
{
    return binder->row ? binder->row[index] : index;
}

/* The column called `name`, asked for at `place`; a finding with a guess if there is none. */
const cp_column *cp_bind_column(const cp_binder *binder, cp_str name, cp_place place);

/* Rows without a place or a class are not drawn, which is told; those without the `value`, if there
 * is one, have nothing to lose: gaps of a calendar, as a rule. */
void cp_bind_tell_missing(const cp_binder *binder, const cp_column *column, const cp_column *value,
                          cp_place place);

/* A column of numbers holds none beyond CP_BIND_LARGEST. */
bool cp_bind_drawable(const cp_binder *binder, const cp_column *column, cp_place place);

bool cp_bind_x(cp_binder *binder);

/* Of a scale of days: their steps, and each row's. */
void cp_bind_days(const cp_binder *binder, const cp_column *column, double *place);

/* Among rows in order: a gap for each step without one. */
void cp_bind_gaps(cp_binder *binder);

/* The step of a day, looked for behind the last one found; NaN: there is none. */
double cp_day_index(const cp_scale *scale, cp_date date, size_t *near);

/* The place of a row's x as it is written; NaN: there is no such row. */
double cp_bind_x_value(const cp_binder *binder, cp_str text);

/* The same of what needs no row: a day that x leaves out is between those around it. */
double cp_bind_x_spot(const cp_binder *binder, cp_str text);

/* From the outer edge of the first step at or after `from` to that of the last at or before
 * `to`.  NaN: no places of x. */
void cp_bind_x_stretch(const cp_binder *binder, cp_str from, cp_str to, double *first,
                       double *last);
bool cp_bind_names(cp_binder *binder);
double cp_bind_name_index(const cp_y_axis *axis, cp_str name); /* NaN: none of them */
/* Keep the two rows of a mark that goes between them, with what it says. */
bool cp_bind_change(const cp_binder *binder, cp_series *series);

bool cp_bind_units(cp_binder *binder);
bool cp_bind_constants(cp_binder *binder);
bool cp_bind_series(cp_binder *binder);

/* What `labels: {only}` and `emphasis` ask for, beside the columns; and to the series, once it is
 * known which of their points are drawn. */
bool cp_bind_naming(const cp_binder *binder, const cp_mark *mark, cp_bound *bound);
void cp_bind_named(const cp_binder *binder);

/* A row's cell as the mark writes it. */
cp_str cp_bind_written(const cp_binder *binder, const cp_mark *mark, const cp_column *column,
                       size_t row);

/* Rows beyond the domains of their axes, as `clip` says. */
bool cp_bind_clip(const cp_binder *binder);
bool cp_bind_stacks(cp_binder *binder);
bool cp_bind_colors(cp_binder *binder);

/* What a scale cannot hold: a log scale no zero. */
bool cp_bind_check_scales(const cp_binder *binder);

/* How far the values reach on each axis, and what room words beyond them need. */
void cp_bind_reach(cp_plot *plot);

/* How the marks of one kind and side are stacked (cp_stack). */
typedef enum cp_stack { CP_STACK_NONE, CP_STACK_SUM, CP_STACK_SHARE } cp_stack;
cp_stack cp_mark_stack(const cp_mark *mark);

/* What a place on x is called, for findings. */
cp_str cp_bind_place_name(const cp_binder *binder, double place);

/* Whether a mark is a rule with `stat`. */
bool cp_rule_is_stat(const cp_mark *mark);

/* The value that it asks for, of the rows that are drawn, NaN: there are none; and half the height
 * of the band around it. */
double cp_bind_stat(const cp_binder *binder, const cp_mark *mark, const cp_column *column,
                    double *sigma);

#endif
