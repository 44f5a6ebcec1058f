#include "read/lookalike.h"

#include "test.h"

#include "reading.h"

/* The findings of a file with a column of these cells, one a line. */
static const char *told(const char *cells)
{
    static char words[500];
    char text[300];
    cp_reading reading;

    snprintf(text, sizeof text, "名;价\n%s", cells);
    reading = read_text(text);
    CHECK_STR(columns_of(&reading), "名:text 价:text");
    snprintf(words, sizeof words, "%s", findings_of(&reading));
    reading_free(&reading);
    return words;
}

TEST(amounts_with_a_currency_sign_stay_text_and_that_is_told)
{
    CHECK_STR(told("a;￥12.3\nb;￥-13\nc;--\n"),
              "data/t.csv:2:3: note: amounts with a currency sign, as '￥12.3', stay text (column "
              "价); write the numbers alone, and their unit in the column's name");
    CHECK(strstr(told("a;12.3\nb;¥1,234.50\nc;(¥14)\n"), "t.csv:3:3: note: amounts with a"));
    CHECK(strstr(told("a;-$3.4\nb;US$ 5\nc;HK$6亿\n"), "as '-$3.4', stay text"));
}

TEST(a_day_that_may_be_a_month_stays_text_and_that_is_told)
{
    CHECK_STR(told("a;09/04/2026\nb;10/04/2026\n"),
              "data/t.csv:2:3: note: '09/04/2026' does not tell the day from the month, so the "
              "column stays text (column 价); write the year first, as 2026-04-13");
    CHECK(strstr(told("a;2026-04-09\nb;4-13-2026 15:00\n"), "t.csv:3:3: note: '4-13-2026 15:00'"));
}

TEST(words_with_such_cells_among_them_are_words)
{
    CHECK_STR(told("a;￥12.3\nb;面议\n"), "");
    CHECK_STR(told("a;$AAPL\nb;￥\n"), "");
    CHECK_STR(told("a;09/04/2026\nb;待定\n"), "");
    CHECK_STR(told("a;1/2/3\nb;32/13/2026\n"), "");
    CHECK_STR(told("a;面议\nb;待定\n"), "");
}
