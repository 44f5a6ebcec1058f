#include "read/numfmt.h"

#include "base/date.h"
#include "base/decimal.h"
#include "base/number.h"

#include <math.h>
#include <string.h>

cp_numfmt cp_numfmt_builtin(int id)
{
    static const struct {
        int first, last;
        cp_numfmt format;
    } known[] = {
        { 9, 10, CP_NUMFMT_PERCENT }, { 14, 17, CP_NUMFMT_DATE }, { 18, 21, CP_NUMFMT_TIME },
        { 22, 22, CP_NUMFMT_DATE },   { 27, 31, CP_NUMFMT_DATE }, { 32, 35, CP_NUMFMT_TIME },
        { 36, 36, CP_NUMFMT_DATE },   { 45, 47, CP_NUMFMT_TIME }, { 50, 54, CP_NUMFMT_DATE },
        { 55, 56, CP_NUMFMT_TIME },   { 57, 58, CP_NUMFMT_DATE },
    };

    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        if (id >= known[i].first && id <= known[i].last)
            return known[i].format;
    return CP_NUMFMT_PLAIN;
}

/* The letters of a format's first section that stand for something. */
typedef struct letters {
    bool year_or_day, month_or_minute, hour_or_second, percent;
} letters;

/* Behind the bracket: [Red], [$-804], [>=100]; [h], [mm] and [s] count as hours and seconds. */
static size_t skip_bracket(cp_str code, size_t at, letters *found)
{
    size_t end = cp_str_find(code, CP_STR("]"), at);
    cp_str inside = cp_str_slice(code, at + 1, end);
    bool elapsed = inside.size > 0;

    for (size_t i = 0; i < inside.size; i++)
        elapsed = elapsed && strchr("hmsHMS", inside.data[i]);
    found->hour_or_second = found->hour_or_second || elapsed;
    return end == SIZE_MAX ? code.size : end + 1;
}

static size_t skip_quoted(cp_str code, size_t at)
{
    size_t end = cp_str_find(code, CP_STR("\""), at + 1);

    return end == SIZE_MAX ? code.size : end + 1;
}

static void note_letter(char c, letters *found)
{
    switch (c) {
    case 'y':
    case 'Y':
    case 'd':
    case 'D':
        found->year_or_day = true;
        break;
    case 'm':
    case 'M':
        found->month_or_minute = true;
        break;
    case 'h':
    case 'H':
    case 's':
    case 'S':
        found->hour_or_second = true;
        break;
    case '%':
        found->percent = true;
        break;
    }
}

static size_t next_sign(cp_str code, size_t at, letters *found)
{
    cp_str rest = cp_str_slice(code, at, code.size);

    switch (code.data[at]) {
    case '[':
        return skip_bracket(code, at, found);
    case '"':
        return skip_quoted(code, at);
    case '\\':
    case '_':
    case '*':
        return at + 2;
    }
    if (cp_str_starts(rest, CP_STR("AM/PM")) || cp_str_starts(rest, CP_STR("am/pm")))
        return at + strlen("AM/PM");
    note_letter(code.data[at], found);
    return at + 1;
}

cp_numfmt cp_numfmt_read(cp_str code)
{
    letters found = { 0 };

    if (cp_str_is(code, "General") || cp_str_is(code, "GENERAL") || cp_str_is(code, "Standard"))
        return CP_NUMFMT_PLAIN;
    for (size_t at = 0; at < code.size && code.data[at] != ';';)
        at = next_sign(code, at, &found);
    if (found.year_or_day || (found.month_or_minute && !found.hour_or_second))
        return CP_NUMFMT_DATE;
    if (found.hour_or_second)
        return CP_NUMFMT_TIME;
    return found.percent ? CP_NUMFMT_PERCENT : CP_NUMFMT_PLAIN;
}

/* 0.0114 as "1.14%": the digits stay, only the point moves. */
static cp_str percent_text(cp_arena *arena, double value)
{
    cp_decimal decimal = cp_decimal_from(value);
    int point = decimal.point + 2, whole = point > 0 ? point : 0;

    if (!decimal.count)
        return CP_STR("0%");
    if (point > 15 || point < -15)
        return cp_str_printf(arena, "%s0.%.*sE%d%%", value < 0 ? "-" : "", decimal.count,
                             decimal.digits, point);
    if (whole >= decimal.count)
        return cp_str_printf(arena, "%s%.*s%.*s%%", value < 0 ? "-" : "", decimal.count,
                             decimal.digits, whole - decimal.count, "0000000000000000");
    return cp_str_printf(arena, "%s%s%.*s.%.*s%.*s%%", value < 0 ? "-" : "", whole ? "" : "0",
                         whole, decimal.digits, point < 0 ? -point : 0, "0000000000000000",
                         decimal.count - whole, decimal.digits + whole);
}

/* Days since 1970 of a sheet's day number; CP_NO_DATE for one that no sheet shows as a day. */
static cp_date day_of(double serial, bool from_1904)
{
    enum { FIRST_1900 = -25569, FIRST_1904 = -24107, LEAP_THAT_WAS_NONE = 60, LAST = 110000 };
    double whole = floor(serial);

    if (!(whole >= 0 && whole < LAST))
        return CP_NO_DATE;
    if (from_1904)
        return FIRST_1904 + (cp_date)whole;
    if (whole == 0 || whole == LEAP_THAT_WAS_NONE)
        return CP_NO_DATE;
    /* Sheets count a 29 February 1900, so the days before it are one off. */
    return FIRST_1900 + (cp_date)whole + (whole < LEAP_THAT_WAS_NONE ? 1 : 0);
}

static cp_str day_text(cp_arena *arena, double serial, bool from_1904)
{
    const long day_seconds = 86400;
    double whole = floor(serial);
    long seconds = lround((serial - whole) * (double)day_seconds);
    cp_date date = day_of(seconds == day_seconds ? whole + 1 : whole, from_1904);

    seconds %= day_seconds;
    if (date == CP_NO_DATE)
        return (cp_str){ 0 };
    if (!seconds)
        return cp_date_iso(arena, date);
    return cp_str_printf(arena, CP_FMT " %02ld:%02ld:%02ld", CP_ARG(cp_date_iso(arena, date)),
                         seconds / 3600, seconds / 60 % 60, seconds % 60);
}

static cp_str time_text(cp_arena *arena, double serial)
{
    long seconds;

    if (serial < 0)
        return (cp_str){ 0 };
    seconds = lround(serial * 86400);
    return cp_str_printf(arena, "%02ld:%02ld:%02ld", seconds / 3600, seconds / 60 % 60,
                         seconds % 60);
}

cp_str cp_numfmt_text(cp_arena *arena, cp_numfmt format, cp_str stored, bool from_1904)
{
    enum { LONGEST_TIME = 366 };
    cp_str text;
    double value;

    stored = cp_str_trim(stored);
    if (format == CP_NUMFMT_PLAIN || !cp_number_parse(stored, &value) || !isfinite(value))
        return cp_str_copy(arena, stored);
    if (format == CP_NUMFMT_PERCENT)
        return percent_text(arena, value);
    /* A day of which only the time is shown is a day all the same. */
    text = format == CP_NUMFMT_DATE || value > LONGEST_TIME ? day_text(arena, value, from_1904)
                                                            : time_text(arena, value);
    return text.data ? text : cp_str_copy(arena, stored);
}
