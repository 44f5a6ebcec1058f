/* period.h - "this week" and the one before, in trading days. */
#ifndef CP_PACK_PERIOD_H
#define CP_PACK_PERIOD_H

#include "base/calendar.h"
#include "base/report.h"

typedef struct cp_period {
    cp_date start, end, prev_start, prev_end; /* CP_NO_DATE: not known */
} cp_period;

/* The last trading week that is over on `date`, and the one before. */
cp_period cp_period_of(const cp_calendar *calendar, cp_date date);

/* "2026-04-13..2026-04-17", and as many trading weeks before. */
bool cp_period_read(const cp_calendar *calendar, cp_str words, cp_place at, cp_period *out,
                    cp_report *report);

/* All four days are of the years 1 to 9999; those of an unknown period are not. */
bool cp_period_in_reach(const cp_period *period);

#endif
