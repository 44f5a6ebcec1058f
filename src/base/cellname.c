#include "base/cellname.h"

enum { LETTERS = 26 };

cp_str cp_column_letters(cp_arena *arena, int column)
{
    char text[8];
    size_t at = sizeof text;

    for (; column > 0 && at > 0; column = (column - 1) / LETTERS)
        text[--at] = (char)('A' + (column - 1) % LETTERS);
    return cp_str_copy(arena, (cp_str){ text + at, sizeof text - at });
}

static int letter_of(char c)
{
    if (c >= 'a' && c <= 'z')
        c = (char)(c - 'a' + 'A');
    return c >= 'A' && c <= 'Z' ? c - 'A' + 1 : 0;
}

static size_t skip_dollar(cp_str text, size_t at)
{
    return at < text.size && text.data[at] == '$' ? at + 1 : at;
}

bool cp_cellname_parse(cp_str text, int *row, int *column)
{
    size_t at = skip_dollar(text, 0), digits;

    *row = *column = 0;
    for (; at < text.size && letter_of(text.data[at]); at++)
        if ((*column = *column * LETTERS + letter_of(text.data[at])) > CP_SHEET_COLUMNS)
            return false;
    at = *column ? skip_dollar(text, at) : at;
    for (digits = at; at < text.size && text.data[at] >= '0' && text.data[at] <= '9'; at++)
        if ((*row = *row * 10 + (text.data[at] - '0')) > CP_SHEET_ROWS)
            return false;
    return at == text.size && (*column > 0 || *row > 0) && (digits == at || *row > 0);
}
