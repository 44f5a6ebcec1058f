/*
 * scale.h - domain to range: numbers, calendar time, trading days, categories.
 *
 * A scale maps data values to points along one axis.  Ranges may run either
 * way (y scales run from the bottom up: r0 > r1).  No drawing, no text here.
 */
#ifndef CP_PLOT_SCALE_H
#define CP_PLOT_SCALE_H

#include "base/date.h"
#include "base/str.h"

typedef enum cp_scale_kind {
    CP_SCALE_LINEAR, /* numbers */
    CP_SCALE_TIME,   /* days on the calendar, gaps for weekends and holidays */
    CP_SCALE_DAYS,   /* one equal step for each day there is: trading days */
    CP_SCALE_BAND,   /* one equal step for each name */
    CP_SCALE_LOG,    /* numbers above zero, by their logarithms */
    CP_SCALE_SQRT    /* numbers, by their square roots; below zero mirrored */
} cp_scale_kind;

typedef struct cp_scale {
    cp_scale_kind kind;
    double d0, d1;       /* LINEAR, LOG, SQRT, TIME: the domain's ends */
    double r0, r1;       /* the range in points */
    size_t count;        /* DAYS, BAND: categories */
    const cp_date *days; /* DAYS: ascending, distinct */
    const cp_str *names; /* BAND: in order of appearance */
} cp_scale;

/* Whether its places are steps of one width, and whether they are days. */
bool cp_scale_has_steps(const cp_scale *scale); /* DAYS, BAND */
bool cp_scale_is_dated(const cp_scale *scale);  /* DAYS, TIME */

double cp_scale_number(const cp_scale *scale, double value); /* NaN stays NaN */
double cp_scale_date(const cp_scale *scale, cp_date date);  /* TIME, DAYS: NaN for an unknown day */
double cp_scale_index(const cp_scale *scale, size_t index); /* DAYS, BAND: the centre of a step */
double cp_scale_step(const cp_scale *scale); /* DAYS, BAND: a step's width; TIME: a day's */

/* The days of `dates` once each, ascending, missing ones left out. */
size_t cp_days_distinct(cp_arena *arena, const cp_date *dates, size_t count, const cp_date **days);

/* How many of them, which ascend, are before `date`. */
size_t cp_days_before(const cp_date *days, size_t count, cp_date date);

/* A range of round numbers around data, with its ticks d0, d0 + step, ... d1. */
typedef struct cp_nice {
    double d0, d1, step;
    int intervals;
    int decimals; /* of the ticks */
} cp_nice;

/* Around low..high (equal or swapped is fine, NaN gives 0..1), about `wanted`
 * intervals; steps are 1, 2, 2.5, 5 times a power of ten. */
cp_nice cp_nice_range(double low, double high, int wanted);

/* Likewise with steps of a size that is given. */
cp_nice cp_nice_steps(double low, double high, double step);

/* Two ranges with the same number of intervals; with `zeros`, the same place of zero. */
void cp_nice_pair(const double low[2], const double high[2], int wanted, bool zeros,
                  cp_nice nice[2]);

/* A tick's value without the dust of repeated addition: exactly 0 at zero. */
double cp_nice_tick(const cp_nice *nice, int index);

#endif
