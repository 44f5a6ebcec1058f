#include "read/lookalike.h"

#include <string.h>

#include "base/date.h"
#include "base/number.h"

static size_t sign_size(cp_str text)
{
    static const char *const signs[] = { "￥", "¥", "$", "€", "£", "US$", "HK$" };

    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
        if (cp_str_starts(text, cp_str_from(signs[i])))
            return strlen(signs[i]);
    return 0;
}

/* ￥12.3, -$1,234, ($3.4), ¥1.2亿: a number once the sign is out. */
static bool is_amount(cp_str text)
{
    char room[64];
    size_t head = text.size && strchr("+-(", text.data[0]) ? 1 : 0;
    size_t sign = sign_size(cp_str_slice(text, head, text.size));
    cp_quantity quantity;

    if (!sign || text.size > sizeof room)
        return false;
    memcpy(room, text.data, head);
    memcpy(room + head, text.data + head + sign, text.size - head - sign);
    return cp_quantity_parse((cp_str){ room, text.size - sign }, &quantity);
}

static bool is_number(cp_str text)
{
    cp_quantity quantity;

    return cp_quantity_parse(text, &quantity);
}

/* A number up to `most` of so many digits at most, from `*at` on, which goes behind it. */
static bool take_part(cp_str text, size_t *at, size_t digits, size_t most)
{
    size_t from = *at, value;

    while (*at < text.size && *at - from < digits && strchr("0123456789", text.data[*at]))
        ++*at;
    return cp_count_parse(cp_str_slice(text, from, *at), 1, most, &value);
}

/* 09/04/2026, 4-13-2026, 13.04.2026, a time behind it or not. */
static bool is_day(cp_str text)
{
    size_t at = 0, first;
    char mark;

    if (!take_part(text, &at, 2, 31) || at == text.size || !strchr("/-.", text.data[at]))
        return false;
    mark = text.data[at++];
    if (!take_part(text, &at, 2, 31) || at == text.size || text.data[at++] != mark)
        return false;
    first = at;
    return take_part(text, &at, 4, 2199) && at == first + 4
           && (at == text.size || text.data[at] == ' ');
}

static bool is_date(cp_str text)
{
    cp_date_form form;
    cp_date date;

    return cp_date_parse(text, &date, &form);
}

/* The first row whose cell is `such`, if all others are, too, or are what it looks like;
 * SIZE_MAX: there is none, or another cell. */
static size_t find_such(const cp_column *column, size_t rows, bool (*such)(cp_str),
                        bool (*like)(cp_str))
{
    size_t found = SIZE_MAX;

    for (size_t row = 0; row < rows; row++) {
        cp_str text = column->text[row];

        if (!text.data)
            continue;
        if (!such(text) && !like(text))
            return SIZE_MAX;
        if (found == SIZE_MAX && such(text))
            found = row;
    }
    return found;
}

void cp_lookalike_tell(const cp_grid *grid, const cp_column *column, const uint32_t *lines,
                       size_t rows, size_t field, cp_report *report)
{
    size_t row = find_such(column, rows, is_amount, is_number);

    if (row != SIZE_MAX)
        cp_note(report, grid->place(grid, lines[row], field),
                "amounts with a currency sign, as '" CP_FMT "', stay text (column " CP_FMT
                "); write the numbers alone, and their unit in the column's name",
                CP_ARG(column->text[row]), CP_ARG(column->name));
    row = find_such(column, rows, is_day, is_date);
    if (row != SIZE_MAX)
        cp_note(report, grid->place(grid, lines[row], field),
                "'" CP_FMT "' does not tell the day from the month, so the column stays text "
                "(column " CP_FMT "); write the year first, as 2026-04-13",
                CP_ARG(column->text[row]), CP_ARG(column->name));
}

static bool is_sum(cp_str text)
{
    static const char *const words[] = { "合计", "合 计", "总计",  "总 计", "小计",     "小 计",
                                         "共计", "汇总",  "Total", "TOTAL", "Subtotal", "total" };

    if (text.size > sizeof "Subtotal" - 1) /* most texts are longer than any of them */
        return false;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (cp_str_is(text, words[i]))
            return true;
    return false;
}

void cp_sum_row_tell(const cp_table *table, cp_report *report)
{
    const cp_column *column = table->columns, *end = column + table->column_count;

    while (column < end && column->type != CP_TEXT)
        column++;
    for (size_t row = 1; column < end && row < table->rows; row++) {
        if (!column->text[row].data || !is_sum(column->text[row]))
            continue;
        cp_note(report, cp_table_place(table, row),
                "'" CP_FMT
                "' is read as a row like the others: a query that adds them up leaves it "
                "out by where " CP_FMT " <> '" CP_FMT "'",
                CP_ARG(column->text[row]), CP_ARG(column->name), CP_ARG(column->text[row]));
        return;
    }
}
