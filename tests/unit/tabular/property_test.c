/*
 * property_test.c - tables made by chance: whatever stands in them, at every width, scale and
 * height of a page, no text leaves its cell, the cells tile the page and every row is drawn once.
 */
#include "test.h"

#include <stddef.h>
#include <stdint.h>

#include "tables.h"

enum { TABLES = 40, MOST_COLUMNS = 6, MOST_ROWS = 45 };

static uint32_t state;

/* From 0 to `most`. */
static size_t chance(size_t most)
{
    state = state * 1664525u + 1013904223u;
    return (state >> 8) % (most + 1);
}

static const char *words(setting *s)
{
    static const char *const pieces[] = {
        "锂电池", "净流入（亿元）", "−1,234.56", "OpenAI", "，",       "《登月》", "12.5%",
        "、",     "高位上行",       "extradeep", " ",      "“十五五”",
    };
    const char *text = "";

    for (size_t count = chance(6) ? chance(4) : chance(30); count > 0; count--)
        text = cp_printf(&s->arena, "%s%s", text, pieces[chance(11)]);
    return text;
}

/* The first column has a cell for each row; in others "^" goes on with the cell above, "<" with
 * the one at the left: never both in one merged cell. */
static const char *cell(setting *s, const char *const *texts, size_t row, size_t column,
                        size_t columns)
{
    const char *const *at = texts + row * (columns + 1) + column;

    if (row > 1 && column > 0 && strcmp(at[-(ptrdiff_t)columns - 1], "<") != 0 && chance(3) == 0)
        return "^";
    if (row > 1 && column > 1 && strcmp(at[-1], "^") != 0 && chance(6) == 0)
        return "<";
    return words(s);
}

/* A cell that others belong to at its right must not get some from below. */
static void keep_apart(const char **texts, size_t rows, size_t columns)
{
    for (size_t row = 2; row < rows; row++)
        for (size_t i = 1; i < columns; i++) {
            const char **at = texts + row * (columns + 1) + i;
            const char *beside = i + 1 < columns ? at[-(ptrdiff_t)columns] : "";

            if (strcmp(*at, "^") == 0 && strcmp(beside, "<") == 0)
                *at = "甲";
            if (strcmp(*at, "<") == 0 && strcmp(at[-1], "^") == 0)
                *at = "乙";
        }
}

static cp_tabular *make(setting *s, size_t columns, size_t rows)
{
    const char **texts = cp_new_array(&s->arena, const char *, (columns + 1) * (rows + 1) + 1);
    char align[MOST_COLUMNS + 1] = { 0 };
    cp_tabular *table;

    for (size_t i = 0; i < columns; i++)
        align[i] = "lcr."[chance(3)];
    for (size_t row = 0; row <= rows; row++)
        for (size_t i = 0; i < columns; i++)
            texts[row * (columns + 1) + i] = cell(s, texts, row, i, columns);
    keep_apart(texts, rows + 1, columns);
    table = make_table(s, texts, align);
    for (size_t i = 0; i < columns; i++)
        s->columns[i] = (cp_tabular_column){ .align = s->columns[i].align,
                                             .width = (cp_tabular_width)(chance(2) ? 0 : chance(3)),
                                             .amount = 1 + (double)chance(60) };
    for (size_t row = 1; row <= rows; row++)
        s->rows[row].part = chance(9) ? CP_TABULAR_BODY : CP_TABULAR_SECTION;
    return cp_tabular_new(&s->arena, s->fonts, s->style, cp_tabular_spec_of(table), &s->report);
}

static size_t lines_that_begin(const char *dump, const char *words)
{
    size_t count = 0;

    for (const char *at = dump; (at = strstr(at, words)); at++)
        count += at == dump || at[-1] == '\n';
    return count;
}

/* All pages of a layout.  A row that is higher than a page has one of its own. */
static void check_pages(setting *s, const cp_tabular_layout *layout, size_t rows, double height)
{
    size_t drawn[MOST_ROWS] = { 0 };

    for (size_t from = 0, to; from < rows; from = to) {
        cp_tabular_page page = { .layout = layout, .from = from };
        const char *dump;

        to = cp_tabular_break(layout, from, height);
        page.to = to = to > from ? to : from + 1;
        dump = dump_page(s, &page);
        CHECK_STR(misplaced(dump), "");
        for (size_t row = 0; row < rows; row++)
            drawn[row] += lines_that_begin(dump, cp_printf(&s->arena, "cell %zu 0 ", row + 1));
    }
    for (size_t row = 0; row < rows; row++)
        CHECK_INT((long long)drawn[row], 1);
}

TEST(tables_made_by_chance_keep_their_texts_and_rows)
{
    size_t laid = 0;

    for (uint32_t seed = 1; seed <= TABLES; seed++) {
        setting s;
        size_t columns, rows;
        cp_tabular *table;

        open_setting(&s);
        state = seed;
        columns = 1 + chance(MOST_COLUMNS - 1);
        rows = 1 + chance(MOST_ROWS - 1);
        table = make(&s, columns, rows);
        for (double width = 90; width < 2000; width *= 1.9) {
            double scale = 0.78 + 0.1 * (double)chance(5);
            const cp_tabular_layout *layout = cp_tabular_lay(table, width, scale);

            if (layout)
                check_pages(&s, layout, rows, 60 + (double)chance(400));
            laid += layout != NULL;
        }
        close_setting(&s);
    }
    CHECK(laid > TABLES / 2);
}
