/*
 * calendar.h - the days on which an exchange trades: which they are, which comes next, how many.
 *
 * A calendar is a list of days.  Before its first and behind its last one the
 * weekdays are taken for trading days; so a zeroed cp_calendar is one of
 * weekdays alone.
 */
#ifndef CP_BASE_CALENDAR_H
#define CP_BASE_CALENDAR_H

#include "base/date.h"

typedef struct cp_calendar {
    size_t count;
    const cp_date *days; /* rising */
} cp_calendar;

/* Whether the list itself says what `date` is: no weekday on or before it lies outside. */
bool cp_calendar_knows(const cp_calendar *calendar, cp_date date);

bool cp_calendar_trades(const cp_calendar *calendar, cp_date date);

/* The trading day `n` days after `date`, before it where n < 0; with 0 the day itself if it
 * trades, else the last one before. */
cp_date cp_calendar_move(const cp_calendar *calendar, cp_date date, int n);

/* Trading days from `first` to `last`, both counted; below zero where they stand in the other
 * order. */
int cp_calendar_count(const cp_calendar *calendar, cp_date first, cp_date last);

/* The first and the last trading day of the date's week, Monday to Sunday; Monday and Friday
 * where it has none. */
cp_date cp_calendar_week(const cp_calendar *calendar, cp_date date);
cp_date cp_calendar_week_end(const cp_calendar *calendar, cp_date date);

#endif
