#include "base/date.h"

#include "base/buf.h"

#include <string.h>

enum {
    FIRST_YEAR = 1900,
    LAST_YEAR = 2199, /* of what is read from cells */
    DAYS_IN_400_YEARS = 146097,
    DAYS_IN_100_YEARS = 36524,
    DAYS_IN_4_YEARS = 1461,
    DAYS_0000_03_01 = -719468 /* 1 March of year 0, counted from 1970-01-01 */
};

static bool is_leap(int year)
{
    return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

static int days_in_month(int year, int month)
{
    static const int days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };

    return days[month - 1] + (month == 2 && is_leap(year));
}

/* Days from 1 March to the 1st of the month that is `months` later. */
static int days_before(int months)
{
    return (153 * months + 2) / 5;
}

cp_date cp_date_from(int year, int month, int day)
{
    int since_march = (month + 9) % 12;
    int years;

    if (year < 1 || year > 9999 || month < 1 || month > 12 || day < 1
        || day > days_in_month(year, month))
        return CP_NO_DATE;
    years = month < 3 ? year - 1 : year;
    return DAYS_0000_03_01 + years * 365 + years / 4 - years / 100 + years / 400
           + days_before(since_march) + day - 1;
}

bool cp_date_in_reach(cp_date date)
{
    return date >= cp_date_from(1, 1, 1) && date <= cp_date_from(9999, 12, 31);
}

cp_civil cp_date_civil(cp_date date)
{
    int64_t days = (int64_t)date - DAYS_0000_03_01;
    int64_t era = (days < 0 ? days - DAYS_IN_400_YEARS + 1 : days) / DAYS_IN_400_YEARS;
    int rest = (int)(days - era * DAYS_IN_400_YEARS);
    int centuries = rest / DAYS_IN_100_YEARS;
    int fours, years, months;
    cp_civil civil;

    /* The last day of 400 and of 4 years is a leap day, one more than even shares. */
    centuries -= centuries == 4;
    rest -= centuries * DAYS_IN_100_YEARS;
    fours = rest / DAYS_IN_4_YEARS;
    rest -= fours * DAYS_IN_4_YEARS;
    years = rest / 365;
    years -= years == 4;
    rest -= years * 365;
    months = (5 * rest + 2) / 153;

    civil.year = (int)(era * 400) + centuries * 100 + fours * 4 + years + (months >= 10);
    civil.month = months < 10 ? months + 3 : months - 9;
    civil.day = rest - days_before(months) + 1;
    return civil;
}

int cp_date_weekday(cp_date date)
{
    /* 1970-01-01 was a Thursday. */
    int from_monday = (int)(((int64_t)date + 3) % 7);

    return (from_monday + 7) % 7 + 1;
}

cp_date cp_date_monday(cp_date date)
{
    return date - (cp_date_weekday(date) - 1);
}

int cp_date_iso_week(cp_date date, int *year)
{
    /* A week belongs to the year of its Thursday. */
    cp_date thursday = cp_date_monday(date) + 3;
    int own = cp_date_civil(thursday).year;

    if (year)
        *year = own;
    return (thursday - cp_date_from(own, 1, 1)) / 7 + 1;
}

/* Reads up to `most` digits at `*at`: how many; their number in `*out`. */
static int digits(cp_str text, size_t *at, int most, int *out)
{
    int count = 0;

    *out = 0;
    while (count < most && *at < text.size && text.data[*at] >= '0' && text.data[*at] <= '9') {
        *out = *out * 10 + (text.data[(*at)++] - '0');
        count++;
    }
    return count;
}

static bool take(cp_str text, size_t *at, cp_str word)
{
    if (!cp_str_starts(cp_str_slice(text, *at, text.size), word))
        return false;
    *at += word.size;
    return true;
}

/* "Z", "+08:00", "-0500" behind a time. */
static void take_zone(cp_str text, size_t *at)
{
    int hours, minutes;

    if (take(text, at, CP_STR("Z"))
        || !(take(text, at, CP_STR("+")) || take(text, at, CP_STR("-"))))
        return;
    digits(text, at, 2, &hours);
    take(text, at, CP_STR(":"));
    digits(text, at, 2, &minutes);
}

/* What may follow a day: nothing, or a time as " 15:00", "T09:30:00", " 0:00:00.000".  A zone may
 * stand behind midnight only: with any other time the day depends on it. */
static bool take_time(cp_str text, size_t at, int *seconds)
{
    enum { DAY = 24 * 60 * 60 };
    size_t start = at;
    int number, parts = 0, unit = 60 * 60;

    *seconds = 0;
    if (at == text.size)
        return true;
    if (!take(text, &at, CP_STR("T")))
        while (take(text, &at, CP_STR(" ")))
            continue;
    if (at == start)
        return false;
    do {
        if (!digits(text, &at, 2, &number) || number >= (parts ? 60 : 24))
            return false;
        *seconds += number * unit;
        unit /= 60;
        parts++;
    } while (parts < 3 && take(text, &at, CP_STR(":")));
    if (parts == 3 && take(text, &at, CP_STR(".")))
        while (at < text.size && text.data[at] == '0')
            at++;
    if (*seconds == 0)
        take_zone(text, &at);
    return at == text.size && parts >= 2 && *seconds < DAY;
}

static bool finish(int year, int month, int day, cp_date *out)
{
    if (year < FIRST_YEAR || year > LAST_YEAR)
        return false;
    *out = cp_date_from(year, month, day);
    return *out != CP_NO_DATE;
}

static bool month_end(int year, int month, cp_date *out)
{
    return month >= 1 && month <= 12 && finish(year, month, days_in_month(year, month), out);
}

static bool parse_compact(cp_str text, cp_date *out, int *seconds)
{
    size_t at = 0;
    int year, month, day;

    return digits(text, &at, 4, &year) == 4 && digits(text, &at, 2, &month) == 2
           && digits(text, &at, 2, &day) == 2 && take_time(text, at, seconds)
           && finish(year, month, day, out);
}

/* "2026年4月13日", "2026年4月" */
static bool parse_han(cp_str text, cp_date *out, cp_date_form *form, int *seconds)
{
    size_t at = 4 + sizeof("年") - 1, year_at = 0;
    int year, month, day;

    digits(text, &year_at, 4, &year);
    if (!digits(text, &at, 2, &month) || !take(text, &at, CP_STR("月")))
        return false;
    *form = at == text.size ? CP_DATE_MONTH : CP_DATE_HAN;
    if (*form == CP_DATE_MONTH)
        return month_end(year, month, out);
    return digits(text, &at, 2, &day) && take(text, &at, CP_STR("日"))
           && take_time(text, at, seconds) && finish(year, month, day, out);
}

/* "2026-4-13", "2026/04/13", "2026.4.13", and their months. */
static bool parse_separated(cp_str text, cp_date *out, cp_date_form *form, int *seconds)
{
    char separator = text.data[4];
    size_t at = 5, year_at = 0;
    int year, month, day, month_digits;

    digits(text, &year_at, 4, &year);
    month_digits = digits(text, &at, 2, &month);
    if (!month_digits)
        return false;
    if (at == text.size) {
        *form = CP_DATE_MONTH;
        /* 2026.4 is a number; only 2026.04 cannot but be a month as well. */
        return (separator != '.' || month_digits == 2) && month_end(year, month, out);
    }
    *form = separator == '-' ? CP_DATE_ISO : separator == '/' ? CP_DATE_SLASH : CP_DATE_DOT;
    return text.data[at++] == separator && digits(text, &at, 2, &day)
           && take_time(text, at, seconds) && finish(year, month, day, out);
}

static const char *const month_names[]
    = { "January", "February", "March",     "April",   "May",      "June",
        "July",    "August",   "September", "October", "November", "December" };
static const char *const day_names[]
    = { "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday" };

static bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/* A month's name, whole or its first three letters, in any case: 1..12, or 0. */
static int english_month(cp_str text, size_t *at)
{
    size_t size = 0;

    while (*at + size < text.size && is_letter(text.data[*at + size]))
        size++;
    for (int month = 0; month < 12 && size >= 3; month++) {
        const char *name = month_names[month];
        size_t same = 0;

        while (same < size && name[same] && (text.data[*at + same] | 32) == (name[same] | 32))
            same++;
        if (same == size && (size == 3 || !name[size])) {
            *at += size;
            return month + 1;
        }
    }
    return 0;
}

static void skip_gap(cp_str text, size_t *at)
{
    while (*at < text.size && strchr(" ,.-", text.data[*at]) && text.data[*at])
        ++*at;
}

/* "Jan 1 2000", "1 Jan 2000", "1-Jan-2000", "Jan 2000" */
static bool parse_english(cp_str text, cp_date *out, cp_date_form *form, int *seconds)
{
    size_t at = 0, year_at;
    int day = 0, year, month, day_digits;

    day_digits = digits(text, &at, 2, &day);
    skip_gap(text, &at);
    month = english_month(text, &at);
    skip_gap(text, &at);
    if (!month)
        return false;
    year_at = at;
    if (digits(text, &at, 4, &year) == 4) {
        *form = day_digits ? CP_DATE_ENGLISH : CP_DATE_MONTH;
        return take_time(text, at, seconds)
               && (day_digits ? finish(year, month, day, out) : month_end(year, month, out));
    }
    at = year_at;
    if (day_digits || !digits(text, &at, 2, &day))
        return false;
    skip_gap(text, &at);
    *form = CP_DATE_ENGLISH;
    return digits(text, &at, 4, &year) == 4 && take_time(text, at, seconds)
           && finish(year, month, day, out);
}

bool cp_moment_parse(cp_str cell, cp_date *out, cp_date_form *form, int *seconds)
{
    cp_str text = cp_str_trim(cell);
    cp_date_form found = CP_DATE_COMPACT;
    size_t at = 0;
    int year;
    bool ok;

    *seconds = 0;
    if (text.size < 6)
        return false;
    if (digits(text, &at, 4, &year) < 4)
        ok = parse_english(text, out, &found, seconds);
    else if (text.data[4] == '-' || text.data[4] == '/' || text.data[4] == '.')
        ok = parse_separated(text, out, &found, seconds);
    else if (take(text, &at, CP_STR("年")))
        ok = parse_han(text, out, &found, seconds);
    else
        ok = parse_compact(text, out, seconds);
    if (ok && form)
        *form = found;
    return ok;
}

bool cp_date_parse(cp_str cell, cp_date *out, cp_date_form *form)
{
    int seconds;

    return cp_moment_parse(cell, out, form, &seconds) && seconds == 0;
}

bool cp_date_parse_iso(cp_str text, cp_date *out)
{
    size_t at = 0;
    int year, month, day;

    if (text.size != 10 || digits(text, &at, 4, &year) != 4 || !take(text, &at, CP_STR("-"))
        || digits(text, &at, 2, &month) != 2 || !take(text, &at, CP_STR("-"))
        || digits(text, &at, 2, &day) != 2)
        return false;
    *out = cp_date_from(year, month, day);
    return *out != CP_NO_DATE;
}

cp_str cp_date_iso(cp_arena *arena, cp_date date)
{
    return cp_date_write(arena, CP_STR("%F"), date);
}

/* The word at `at` (on its %): its letter and flag, and where it ends; letter 0
 * where there is no such word. */
static char date_word(cp_str format, size_t at, char *flag, size_t *end)
{
    *end = at + 1;
    *flag = 0;
    if (*end < format.size && (format.data[*end] == '-' || format.data[*end] == '_'))
        *flag = format.data[(*end)++];
    if (*end >= format.size)
        return 0;
    return strchr("YymdejbBaAuVGFq%", format.data[(*end)++]) ? format.data[*end - 1] : 0;
}

bool cp_date_format_valid(cp_str format, cp_str *bad)
{
    for (size_t at = 0; at < format.size;) {
        size_t end = at + 1;
        char flag;

        if (format.data[at] == '%' && !date_word(format, at, &flag, &end)) {
            /* A word may end inside a character: show the whole of it. */
            while (end < format.size && ((unsigned char)format.data[end] & 0xC0) == 0x80)
                end++;
            *bad = cp_str_slice(format, at, end);
            return false;
        }
        at = end;
    }
    return true;
}

static void write_number(cp_buf *out, int number, int width, char pad, char flag)
{
    if (flag == '-')
        cp_buf_printf(out, "%d", number);
    else if (flag == '_' || pad == ' ')
        cp_buf_printf(out, "%*d", width, number);
    else
        cp_buf_printf(out, "%0*d", width, number);
}

static void write_word(cp_buf *out, char letter, char flag, cp_date date)
{
    cp_civil civil = cp_date_civil(date);
    int weekday = cp_date_weekday(date), week_year;
    int week = cp_date_iso_week(date, &week_year);

    switch (letter) {
    case 'Y':
        write_number(out, civil.year, 4, '0', flag);
        break;
    case 'y':
        write_number(out, civil.year % 100, 2, '0', flag);
        break;
    case 'm':
        write_number(out, civil.month, 2, '0', flag);
        break;
    case 'd':
        write_number(out, civil.day, 2, '0', flag);
        break;
    case 'e':
        write_number(out, civil.day, 2, ' ', flag);
        break;
    case 'j':
        write_number(out, date - cp_date_from(civil.year, 1, 1) + 1, 3, '0', flag);
        break;
    case 'b':
        cp_buf_printf(out, "%.3s", month_names[civil.month - 1]);
        break;
    case 'B':
        cp_buf_printf(out, "%s", month_names[civil.month - 1]);
        break;
    case 'a':
        cp_buf_printf(out, "%.3s", day_names[weekday - 1]);
        break;
    case 'A':
        cp_buf_printf(out, "%s", day_names[weekday - 1]);
        break;
    case 'q':
        write_number(out, (civil.month + 2) / 3, 1, '0', flag);
        break;
    case 'u':
        write_number(out, weekday, 1, '0', flag);
        break;
    case 'V':
        write_number(out, week, 2, '0', flag);
        break;
    case 'G':
        write_number(out, week_year, 4, '0', flag);
        break;
    case 'F':
        cp_buf_printf(out, "%04d-%02d-%02d", civil.year, civil.month, civil.day);
        break;
    default:
        cp_buf_add_char(out, '%');
    }
}

cp_str cp_date_write(cp_arena *arena, cp_str format, cp_date date)
{
    cp_buf out = { 0 };
    cp_str text;

    if (date == CP_NO_DATE)
        return CP_STR("");
    for (size_t at = 0; at < format.size;) {
        size_t end = at + 1;
        char flag, letter = 0;

        if (format.data[at] == '%')
            letter = date_word(format, at, &flag, &end);
        if (letter)
            write_word(&out, letter, flag, date);
        else
            cp_buf_add(&out, cp_str_slice(format, at, end));
        at = end;
    }
    text = cp_str_copy(arena, cp_buf_str(&out));
    cp_buf_free(&out);
    return text;
}
