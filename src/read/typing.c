#include "read/typing.h"

#include <string.h>
#include <strings.h>

#include "base/utf8.h"

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static size_t count_digits(cp_str text)
{
    size_t count = 0;

    while (count < text.size && is_digit(text.data[count]))
        count++;
    return count;
}

/* The sheet's own marks of text in front of digits: '000012 and ="000012". */
static cp_str without_marks(cp_str text)
{
    cp_str inside = text;

    if (text.size > 1 && text.data[0] == '\'')
        inside = cp_str_slice(text, 1, text.size);
    else if (text.size > 3 && cp_str_starts(text, CP_STR("=\"")) && text.data[text.size - 1] == '"')
        inside = cp_str_slice(text, 2, text.size - 1);
    return count_digits(inside) == inside.size ? inside : text;
}

/* 2026-04-13, 2026/4/13: no number begins so. */
static bool looks_date(cp_str text, size_t whole)
{
    return whole == 4 && text.size > 4 && (text.data[4] == '-' || text.data[4] == '/');
}

/* The shapes that are a number to one and a date to the other: 20260413, 2026.04. */
static bool looks_either(cp_str text, size_t whole)
{
    if (whole == text.size)
        return whole == 8;
    return whole == 4 && text.data[4] == '.' && text.size > 5 && text.size < 8;
}

/* Days since 1899-12-30, from 1980 to 2099: what is left of a date that was
 * copied out of a sheet as a bare number. */
static bool looks_serial(const cp_cell *cell)
{
    enum { FIRST = 29221, LAST = 73050 };

    return cell->digits && cell->quantity.value >= FIRST && cell->quantity.value <= LAST;
}

static cp_date serial_date(double days)
{
    enum { DAY_OF_1970 = 25569 };

    return (cp_date)days - DAY_OF_1970;
}

static bool begins_like_number(cp_str text)
{
    size_t at = 0;

    while (at < text.size && at < 2 && strchr("+-(", text.data[at]))
        at++;
    return at < text.size && is_digit(text.data[at]);
}

static cp_cell_kind word_kind(cp_str text)
{
    if (cp_is_missing(text))
        return CP_CELL_MISSING;
    return begins_like_number(text) ? CP_CELL_LIKE : CP_CELL_WORD;
}

/* Codes and days in full-width characters; numbers in them are read as they are. */
static bool read_wide(cp_str text, cp_cell *cell)
{
    char room[64];
    cp_str narrow = cp_utf8_narrow(text, room, sizeof room);
    cp_cell read;

    if (narrow.data != room || narrow.size == text.size)
        return false;
    cp_cell_read(narrow, &read);
    if (read.kind != CP_CELL_CODE && read.kind != CP_CELL_DATE && read.kind != CP_CELL_MOMENT
        && read.kind != CP_CELL_EITHER && read.kind != CP_CELL_SERIAL && read.kind != CP_CELL_LONG)
        return false;
    *cell = read;
    cell->text = text;
    cell->quantity.unit = (cp_str){ text.data + text.size, 0 };
    return true;
}

static bool is_ascii_start(cp_str text)
{
    return !text.size || (signed char)text.data[0] >= 0;
}

void cp_cell_read(cp_str raw, cp_cell *cell)
{
    cp_str text = cp_str_trim(raw);
    size_t whole = count_digits(text);
    cp_date_form form;

    cell->text = text;
    cell->digits = whole == text.size && whole > 0;
    if (whole > 1 && text.data[0] == '0' && cell->digits) {
        cell->kind = CP_CELL_CODE;
        return;
    }
    if (!is_ascii_start(text) && read_wide(text, cell))
        return;
    if (!looks_date(text, whole) && cp_quantity_parse(text, &cell->quantity)) {
        cell->kind = looks_either(text, whole) && cp_date_parse(text, &cell->date, &form)
                         ? CP_CELL_EITHER
                         : CP_CELL_NUMBER;
        if (cp_loses_digits(text, cell->quantity.value))
            cell->kind = CP_CELL_LONG;
        if (looks_serial(cell)) {
            cell->kind = CP_CELL_SERIAL;
            cell->date = serial_date(cell->quantity.value);
        }
        return;
    }
    if (cp_moment_parse(text, &cell->date, &form, &cell->seconds)) {
        cell->kind = cell->seconds ? CP_CELL_MOMENT : CP_CELL_DATE;
        return;
    }
    if (is_ascii_start(text) && read_wide(text, cell))
        return;
    cell->text = without_marks(text);
    cell->kind = cell->text.size < text.size ? CP_CELL_CODE : word_kind(text);
}

static void add_either(cp_tally *tally, cp_date date)
{
    if (tally->kinds[CP_CELL_EITHER]++) {
        tally->rises = tally->rises && date > tally->last;
        tally->falls = tally->falls && date < tally->last;
    }
    tally->last = date;
}

static void add_moment(cp_tally *tally, int seconds)
{
    if (tally->kinds[CP_CELL_MOMENT]++)
        tally->times = tally->times || seconds != tally->seconds;
    else
        tally->seconds = seconds;
}

void cp_tally_add(cp_tally *tally, const cp_cell *cell)
{
    if (cell->kind == CP_CELL_EITHER)
        add_either(tally, cell->date);
    else if (cell->kind == CP_CELL_MOMENT)
        add_moment(tally, cell->seconds);
    else
        tally->kinds[cell->kind]++;
    tally->digits += cell->digits && cell->kind != CP_CELL_CODE && cell->kind != CP_CELL_LONG;
}

static bool speaks_of_dates(cp_str name)
{
    static const char *const parts[] = { "日期", "时间", "月份", "年月", "date", "Date", "DATE" };
    static const char *const wholes[] = { "日", "月", "day", "month", "time", "交易日", "报告日" };

    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
        if (cp_str_find(name, cp_str_from(parts[i]), 0) != SIZE_MAX)
            return true;
    for (size_t i = 0; i < sizeof wholes / sizeof *wholes; i++)
        if (name.size == strlen(wholes[i]) && strncasecmp(name.data, wholes[i], name.size) == 0)
            return true;
    return false;
}

/* More than to speak of dates: an update_count does not. */
static bool is_date_name(cp_str name)
{
    return cp_str_find(name, CP_STR("日期"), 0) != SIZE_MAX || cp_str_is(name, "交易日")
           || cp_str_is(name, "报告日")
           || (name.size == 4 && strncasecmp(name.data, "date", 4) == 0)
           || cp_str_ends(name, CP_STR("_date"));
}

/* Enough of the wanted kind to call the rest mistakes. */
static bool outweigh(size_t wanted, size_t likes, size_t words)
{
    enum { FOR_A_WORD = 3, FOR_A_LIKE = 2 };

    return wanted > 0 && wanted >= FOR_A_WORD * words && wanted >= FOR_A_LIKE * likes;
}

static size_t codes_of(const cp_tally *tally)
{
    return tally->kinds[CP_CELL_CODE] + tally->kinds[CP_CELL_LONG];
}

static bool is_dates(const cp_tally *tally, cp_str name, bool first)
{
    enum { SERIES = 3 };
    const size_t *kinds = tally->kinds;
    size_t either = kinds[CP_CELL_EITHER];
    bool serial = is_date_name(name) && !kinds[CP_CELL_NUMBER];
    size_t days = serial ? kinds[CP_CELL_SERIAL] : 0;
    size_t others = kinds[CP_CELL_NUMBER] + codes_of(tally) + kinds[CP_CELL_LIKE]
                    + kinds[CP_CELL_SERIAL] - days;
    size_t moments = kinds[CP_CELL_MOMENT];
    bool alone = others + kinds[CP_CELL_WORD] == 0;
    bool series = first && alone && either >= SERIES && (tally->rises || tally->falls);

    if (moments)
        return (first || is_date_name(name)) && !tally->times && !kinds[CP_CELL_DATE] && !either
               && outweigh(moments, others + days, kinds[CP_CELL_WORD]);
    if (either && !kinds[CP_CELL_DATE] && !series && !speaks_of_dates(name))
        return false;
    return outweigh(kinds[CP_CELL_DATE] + either + days, others, kinds[CP_CELL_WORD]);
}

cp_type cp_tally_type(const cp_tally *tally, cp_str name, bool first)
{
    const size_t *kinds = tally->kinds;
    size_t numbers = kinds[CP_CELL_NUMBER] + kinds[CP_CELL_EITHER] + kinds[CP_CELL_SERIAL];
    size_t codes = codes_of(tally), others = kinds[CP_CELL_DATE] + codes + kinds[CP_CELL_LIKE];

    if (codes && !kinds[CP_CELL_WORD] && numbers == tally->digits && others == codes)
        return CP_TEXT;
    if (is_dates(tally, name, first))
        return CP_DATE;
    others += kinds[CP_CELL_MOMENT];
    return outweigh(numbers, others, kinds[CP_CELL_WORD]) ? CP_NUMBER : CP_TEXT;
}
