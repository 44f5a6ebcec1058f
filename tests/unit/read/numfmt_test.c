#include "read/numfmt.h"

#include "test.h"

static cp_numfmt format_of(const char *code)
{
    return cp_numfmt_read(cp_str_from(code));
}

static const char *text_of(cp_numfmt format, const char *stored, bool from_1904)
{
    static char text[64];
    cp_arena arena = { 0 };

    snprintf(text, sizeof text, CP_FMT,
             CP_ARG(cp_numfmt_text(&arena, format, cp_str_from(stored), from_1904)));
    cp_arena_free(&arena);
    return text;
}

TEST(formats_by_number_are_those_of_all_countries_sheets)
{
    static const int days[]
        = { 14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58 };
    static const int times[] = { 18, 19, 20, 21, 32, 33, 34, 35, 45, 46, 47, 55, 56 };
    static const int plain[] = { 0, 1, 4, 11, 13, 23, 26, 37, 44, 48, 49, 59, 164, -1 };

    for (size_t i = 0; i < sizeof days / sizeof *days; i++)
        CHECK_INT(cp_numfmt_builtin(days[i]), CP_NUMFMT_DATE);
    for (size_t i = 0; i < sizeof times / sizeof *times; i++)
        CHECK_INT(cp_numfmt_builtin(times[i]), CP_NUMFMT_TIME);
    for (size_t i = 0; i < sizeof plain / sizeof *plain; i++)
        CHECK_INT(cp_numfmt_builtin(plain[i]), CP_NUMFMT_PLAIN);
    CHECK_INT(cp_numfmt_builtin(9), CP_NUMFMT_PERCENT);
    CHECK_INT(cp_numfmt_builtin(10), CP_NUMFMT_PERCENT);
}

TEST(formats_that_a_desk_writes_are_days)
{
    CHECK_INT(format_of("yyyy-mm-dd;@"), CP_NUMFMT_DATE);
    CHECK_INT(format_of("[$-804]yyyy\"年\"m\"月\"d\"日\";@"), CP_NUMFMT_DATE);
    CHECK_INT(format_of("yyyy/m/d h:mm"), CP_NUMFMT_DATE);
    CHECK_INT(format_of("mm-dd"), CP_NUMFMT_DATE);
    CHECK_INT(format_of("[DBNum1]m"), CP_NUMFMT_DATE);
}

TEST(times_and_spans_are_no_days)
{
    CHECK_INT(format_of("h:mm AM/PM"), CP_NUMFMT_TIME);
    CHECK_INT(format_of("[h]:mm:ss"), CP_NUMFMT_TIME);
    CHECK_INT(format_of("mm:ss.0"), CP_NUMFMT_TIME);
}

TEST(letters_in_quotes_colours_and_later_sections_mean_nothing)
{
    CHECK_INT(format_of("General"), CP_NUMFMT_PLAIN);
    CHECK_INT(format_of("#,##0.00_);[Red]\\(#,##0.00\\)"), CP_NUMFMT_PLAIN);
    CHECK_INT(format_of("0.0\"day\""), CP_NUMFMT_PLAIN);
    CHECK_INT(format_of("0\\d"), CP_NUMFMT_PLAIN);
    CHECK_INT(format_of("0;d"), CP_NUMFMT_PLAIN);
    CHECK_INT(format_of("0.0%"), CP_NUMFMT_PERCENT);
    CHECK_INT(format_of("0.0\"%\""), CP_NUMFMT_PLAIN);
    CHECK_INT(format_of("0\"unclosed"), CP_NUMFMT_PLAIN);
    CHECK_INT(format_of("0["), CP_NUMFMT_PLAIN);
    CHECK_INT(format_of("0\\"), CP_NUMFMT_PLAIN);
}

TEST(a_stored_day_is_written_as_one)
{
    CHECK_STR(text_of(CP_NUMFMT_DATE, "46125", false), "2026-04-13");
    CHECK_STR(text_of(CP_NUMFMT_DATE, "44663", true), "2026-04-13");
    CHECK_STR(text_of(CP_NUMFMT_DATE, "46125.395833333336", false), "2026-04-13 09:30:00");
    CHECK_STR(text_of(CP_NUMFMT_DATE, "1", false), "1900-01-01");
    CHECK_STR(text_of(CP_NUMFMT_TIME, "0.395833333333333", false), "09:30:00");
}

TEST(a_share_keeps_the_digits_that_are_stored)
{
    CHECK_STR(text_of(CP_NUMFMT_PERCENT, "0.0114", false), "1.14%");
    CHECK_STR(text_of(CP_NUMFMT_PERCENT, "1.1400000000000000E-2", false), "1.14%");
    CHECK_STR(text_of(CP_NUMFMT_PLAIN, "0.0114", false), "0.0114");
}
