/*
 * dateticks.h - which days get a label under a date axis, and what it says.
 *
 * Ticks stand at the first day present of each period: day, week, month, quarter,
 * year and the periods between them, whichever gives 5 to 8 labels where these fit,
 * never overlapping, none leaving the axis.  Labels are written by the formats of the
 * style: days (4月7日), months (2026年3月, or 3月 where the year is told), years (2026).
 */
#ifndef CP_PLOT_DATETICKS_H
#define CP_PLOT_DATETICKS_H

#include "plot/scale.h"

typedef struct cp_date_formats {
    cp_str day, month, short_month, year; /* strftime's words */
} cp_date_formats;

typedef struct cp_tick {
    double at; /* points */
    cp_str label;
} cp_tick;

/* The width of a label in points, as the caller would set it. */
typedef double (*cp_label_width)(void *context, cp_str label);

/* How labels are set: `space` points apart, from `low` to `high` (the figure's edges). */
typedef struct cp_date_setting {
    cp_date_formats formats;
    double space, low, high;
    cp_label_width width;
    void *context; /* of `width` */
} cp_date_setting;

/*
 * Ticks for a TIME or DAYS scale.  Labels are centred on their ticks; one that would leave
 * the figure is pushed in, by `at` staying and `shift` telling how far.
 */
typedef struct cp_date_ticks {
    size_t count;
    cp_tick *ticks;
    double *shift;
} cp_date_ticks;

cp_date_ticks cp_date_ticks_choose(cp_arena *arena, const cp_scale *scale,
                                   const cp_date_setting *how);

#endif
