#include "deck/layout.h"

#include "base/guess.h"

#include <stdlib.h>
#include <string.h>

static const char *const side_words[]
    = { "text-left", "text-top", "text-right", "text-bottom", "rows", NULL };

static const cp_text_side sides[]
    = { CP_SIDE_LEFT, CP_SIDE_TOP, CP_SIDE_RIGHT, CP_SIDE_BOTTOM, CP_SIDE_ROWS };

static bool is_digit(char byte)
{
    return byte >= '1' && byte <= '9';
}

/* 45%: between a fifth and four fifths, so that either side can be read. */
static bool read_percent(cp_str word, double *out)
{
    char digits[3] = { 0 };

    if (word.size != 3 || word.data[2] != '%' || !is_digit(word.data[0]))
        return false;
    memcpy(digits, word.data, 2);
    *out = strtol(digits, NULL, 10) / 100.0;
    return *out >= 0.2 && *out <= 0.8;
}

static bool read_share(cp_str word, cp_layout *out)
{
    return read_percent(word, &out->share);
}

/* 2x2: columns by rows. */
static bool read_grid(cp_str word, cp_layout *out)
{
    if (word.size != 3 || word.data[1] != 'x' || !is_digit(word.data[0]) || !is_digit(word.data[2]))
        return false;
    out->rows.count = word.data[2] - '0';
    for (int i = 0; i < out->rows.count; i++)
        out->rows.of[i] = word.data[0] - '0';
    return true;
}

/* 2+1: so many in each row, from the top. */
static bool read_sum(cp_str word, cp_layout *out)
{
    if (word.size < 3 || word.size % 2 == 0 || word.size > (size_t)2 * CP_MOST_ITEMS)
        return false;
    for (size_t i = 0; i < word.size; i++)
        if (i % 2 ? word.data[i] != '+' : !is_digit(word.data[i]))
            return false;
    out->rows.count = 0;
    for (size_t i = 0; i < word.size; i += 2)
        out->rows.of[out->rows.count++] = word.data[i] - '0';
    return true;
}

static bool read_word(cp_arena *arena, cp_str word, cp_layout *out, cp_report *report)
{
    for (size_t i = 0; side_words[i]; i++) {
        if (cp_str_is(word, side_words[i])) {
            out->side = sides[i];
            return true;
        }
    }
    if (read_share(word, out) || read_grid(word, out) || read_sum(word, out))
        return true;
    return cp_fail(report, out->place,
                   "layout: '" CP_FMT
                   "' is not understood%s (text-left 45%%, text-top, 2+1, 2x2, rows)",
                   CP_ARG(word), cp_guess_text(arena, word, side_words, 5));
}

bool cp_layout_read(cp_arena *arena, cp_str value, cp_place place, cp_layout *out,
                    cp_report *report)
{
    cp_layout layout = { .place = place };
    bool ok = true;

    for (size_t i = 0, from = 0; i <= value.size; i++) {
        if (i < value.size && !strchr(" \t,", value.data[i]))
            continue;
        if (i > from)
            ok = read_word(arena, cp_str_slice(value, from, i), &layout, report) && ok;
        from = i + 1;
    }
    if (!value.size)
        ok = cp_fail(report, place,
                     "layout: without a value; expected text-left 45%%, 2+1, rows ...");
    *out = layout;
    return ok;
}

bool cp_widths_read(cp_str value, cp_place place, double *out, size_t *count, cp_report *report)
{
    double sum = 0;

    *count = 0;
    for (size_t i = 0, from = 0; i <= value.size; i++) {
        cp_str word = cp_str_slice(value, from, i);

        if (i < value.size && !strchr(" \t,", value.data[i]))
            continue;
        from = i + 1;
        if (!word.size)
            continue;
        if (*count == CP_MOST_ITEMS || !read_percent(word, &out[*count]))
            return cp_fail(report, place,
                           "width: '" CP_FMT "' is not understood; expected a part of the row for "
                           "each figure, of 20%% to 80%%: 40%% 60%%",
                           CP_ARG(word));
        sum += out[(*count)++];
    }
    return sum <= 1.0001
           || cp_fail(report, place, "width: %g%% of a row is more than there is", sum * 100);
}

cp_str cp_rows_name(cp_arena *arena, const cp_rows *rows)
{
    const char *name = "";

    for (int i = 0; i < rows->count; i++)
        name = cp_printf(arena, "%s%s%d", name, i ? "+" : "", rows->of[i]);
    return cp_str_from(name);
}
