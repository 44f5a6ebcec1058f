#include "base/calendar.h"

enum { MONDAY = -3 /* 1969-12-29, from which weekdays are counted */ };

static int floor_divide(int a, int b)
{
    return a / b - (a % b < 0);
}

/* The number of the last weekday on or before the date. */
static int weekday_number(cp_date date)
{
    int week = floor_divide(date - MONDAY, 7), day = date - MONDAY - 7 * week;

    return 5 * week + (day < 5 ? day : 4);
}

static cp_date weekday_of(int number)
{
    int week = floor_divide(number, 5);

    return MONDAY + 7 * week + number - 5 * week;
}

/* How many days of the list are on or before the date. */
static int listed(const cp_calendar *calendar, cp_date date)
{
    size_t low = 0, high = calendar->count;

    while (low < high) {
        size_t middle = low + (high - low) / 2;

        if (calendar->days[middle] <= date)
            low = middle + 1;
        else
            high = middle;
    }
    return (int)low;
}

/*
 * Trading days have numbers: the list's from 1, the weekdays around it go on
 * below and above.  This is the number of the last one on or before the date.
 */
static int number_of(const cp_calendar *calendar, cp_date date)
{
    cp_date first, last;

    if (calendar->count == 0)
        return weekday_number(date);
    first = calendar->days[0];
    last = calendar->days[calendar->count - 1];
    if (date < first)
        return weekday_number(date) - weekday_number(first - 1);
    if (date > last)
        return (int)calendar->count + weekday_number(date) - weekday_number(last);
    return listed(calendar, date);
}

static cp_date day_of(const cp_calendar *calendar, int number)
{
    int count = (int)calendar->count;

    if (count == 0)
        return weekday_of(number);
    if (number < 1)
        return weekday_of(weekday_number(calendar->days[0] - 1) + number);
    if (number > count)
        return weekday_of(weekday_number(calendar->days[count - 1]) + number - count);
    return calendar->days[number - 1];
}

bool cp_calendar_knows(const cp_calendar *calendar, cp_date date)
{
    return calendar->count > 0 && date >= calendar->days[0]
           && weekday_of(weekday_number(date)) <= calendar->days[calendar->count - 1];
}

bool cp_calendar_trades(const cp_calendar *calendar, cp_date date)
{
    return cp_calendar_count(calendar, date, date) > 0;
}

cp_date cp_calendar_move(const cp_calendar *calendar, cp_date date, int n)
{
    return n < 0 ? day_of(calendar, number_of(calendar, date - 1) + n + 1)
                 : day_of(calendar, number_of(calendar, date) + n);
}

int cp_calendar_count(const cp_calendar *calendar, cp_date first, cp_date last)
{
    if (last < first)
        return -cp_calendar_count(calendar, last, first);
    return number_of(calendar, last) - number_of(calendar, first - 1);
}

cp_date cp_calendar_week(const cp_calendar *calendar, cp_date date)
{
    cp_date monday = cp_date_monday(date), first = cp_calendar_move(calendar, monday - 1, 1);

    return first <= monday + 6 ? first : monday;
}

cp_date cp_calendar_week_end(const cp_calendar *calendar, cp_date date)
{
    cp_date monday = cp_date_monday(date), last = cp_calendar_move(calendar, monday + 6, 0);

    return last >= monday ? last : monday + 4;
}
