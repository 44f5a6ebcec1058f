#include "pack/period.h"

static const cp_period no_period = { CP_NO_DATE, CP_NO_DATE, CP_NO_DATE, CP_NO_DATE };

/* The first day of the trading week before the one that `date` is in. */
static cp_date week_before(const cp_calendar *calendar, cp_date date)
{
    cp_date last = cp_calendar_move(calendar, cp_calendar_week(calendar, date), -1);

    return cp_calendar_week(calendar, last);
}

static void find_previous(const cp_calendar *calendar, cp_period *period)
{
    cp_date first = cp_calendar_week(calendar, period->start);
    cp_date week = cp_calendar_week(calendar, period->end);

    period->prev_end = cp_calendar_move(calendar, first, -1);
    period->prev_start = week_before(calendar, first);
    while (week > first) {
        week = week_before(calendar, week);
        period->prev_start = week_before(calendar, period->prev_start);
    }
}

cp_period cp_period_of(const cp_calendar *calendar, cp_date date)
{
    cp_period period = no_period;

    if (cp_calendar_week_end(calendar, date) > date)
        date = cp_calendar_move(calendar, cp_date_monday(date), -1);
    period.end = cp_calendar_move(calendar, date, 0);
    period.start = cp_calendar_week(calendar, period.end);
    find_previous(calendar, &period);
    return period;
}

bool cp_period_read(const cp_calendar *calendar, cp_str words, cp_place at, cp_period *out,
                    cp_report *report)
{
    cp_str dots = CP_STR("..");
    size_t cut = cp_str_find(words, dots, 0);
    cp_period period = no_period;

    *out = no_period;
    if (cut == SIZE_MAX
        || !cp_date_parse_iso(cp_str_trim(cp_str_slice(words, 0, cut)), &period.start)
        || !cp_date_parse_iso(cp_str_trim(cp_str_slice(words, cut + dots.size, words.size)),
                              &period.end))
        return cp_fail(report, at, "'" CP_FMT "' is not a period; expected 2026-04-13..2026-04-17",
                       CP_ARG(words));
    if (period.end < period.start)
        return cp_fail(report, at, "the period ends before it begins");
    find_previous(calendar, &period);
    *out = period;
    return true;
}

bool cp_period_in_reach(const cp_period *period)
{
    return cp_date_in_reach(period->start) && cp_date_in_reach(period->end)
           && cp_date_in_reach(period->prev_start) && cp_date_in_reach(period->prev_end);
}
