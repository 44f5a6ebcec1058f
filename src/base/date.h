/* date.h - days: civil dates, the shapes exports write them in, ISO weeks, strftime words. */
#ifndef CP_BASE_DATE_H
#define CP_BASE_DATE_H

#include "base/str.h"

#include <stdint.h>

/* Days since 1970-01-01 in the proleptic Gregorian calendar. */
typedef int32_t cp_date;

#define CP_NO_DATE INT32_MIN

typedef struct cp_civil {
    int year, month, day; /* month and day count from 1 */
} cp_civil;

cp_date cp_date_from(int year, int month, int day); /* CP_NO_DATE if there is no such day */
cp_civil cp_date_civil(cp_date date);

/* A day of the years 1 to 9999: those that four digits write.  CP_NO_DATE is none. */
bool cp_date_in_reach(cp_date date);
int cp_date_weekday(cp_date date); /* Monday 1 .. Sunday 7 */

/* The Monday of the date's week: the name of a trading week. */
cp_date cp_date_monday(cp_date date);

/* ISO 8601 week; `*year` is the week's own year. */
int cp_date_iso_week(cp_date date, int *year);

/* How a date was written.  Forms with a month only stand for its last day
 * (a month's figure is known at its end). */
typedef enum cp_date_form {
    CP_DATE_ISO,     /* 2026-04-13, also 2026-4-13 */
    CP_DATE_SLASH,   /* 2026/4/13 */
    CP_DATE_DOT,     /* 2026.4.13 */
    CP_DATE_COMPACT, /* 20260413 */
    CP_DATE_HAN,     /* 2026年4月13日 */
    CP_DATE_MONTH,   /* 2026-04, 2026/4, 2026.04, 2026年4月 */
    CP_DATE_ENGLISH, /* Jan 1 2000, 1 Jan 2000, Jan 2000 (a month) */
    CP_DATE_FORMS
} cp_date_form;

/* A whole cell as a date between 1900 and 2199; a time of 00:00 or 00:00:00
 * behind it is passed over, any other time makes it no date.  The compact form
 * is eight digits that are a real day. */
bool cp_date_parse(cp_str cell, cp_date *out, cp_date_form *form);

/* The same with any time of day behind it; `*seconds` since midnight. */
bool cp_moment_parse(cp_str cell, cp_date *out, cp_date_form *form, int *seconds);

/* Strictly YYYY-MM-DD. */
bool cp_date_parse_iso(cp_str text, cp_date *out);
cp_str cp_date_iso(cp_arena *arena, cp_date date);

/* strftime's words for days, without a locale: %Y %y %m %d %e %j %b %B %a %A %u
 * %V %G %F %%, and %q for the quarter, with the GNU flags - (no padding) and _ (blanks): "%-m月%-d日".
 * cp_date_format_valid() names the first word it does not know in `*bad`. */
bool cp_date_format_valid(cp_str format, cp_str *bad);
cp_str cp_date_write(cp_arena *arena, cp_str format, cp_date date);

#endif
