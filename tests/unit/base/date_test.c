#include "base/date.h"

#include "test.h"

#define LENGTH(array) (sizeof(array) / sizeof *(array))

TEST(days_count_from_1970_in_the_gregorian_calendar)
{
    CHECK_INT(cp_date_from(1970, 1, 1), 0);
    CHECK_INT(cp_date_from(1969, 12, 31), -1);
    CHECK_INT(cp_date_from(2000, 2, 29), 11016);
    CHECK_INT(cp_date_from(2026, 4, 17), 20560);
    CHECK_INT(cp_date_from(1, 1, 1), -719162);
    CHECK_INT(cp_date_from(9999, 12, 31), 2932896);
}

TEST(days_that_do_not_exist_are_no_dates)
{
    CHECK_INT(cp_date_from(2026, 2, 29), CP_NO_DATE);
    CHECK_INT(cp_date_from(1900, 2, 29), CP_NO_DATE);
    CHECK_INT(cp_date_from(2026, 4, 31), CP_NO_DATE);
    CHECK_INT(cp_date_from(2026, 13, 1), CP_NO_DATE);
    CHECK_INT(cp_date_from(2026, 0, 1), CP_NO_DATE);
    CHECK_INT(cp_date_from(2026, 1, 0), CP_NO_DATE);
    CHECK_INT(cp_date_from(0, 1, 1), CP_NO_DATE);
    CHECK_INT(cp_date_from(10000, 1, 1), CP_NO_DATE);
}

TEST(every_day_of_four_centuries_comes_back)
{
    int weekday = cp_date_weekday(cp_date_from(1800, 1, 1));
    cp_date wanted = cp_date_from(1800, 1, 1);

    for (int year = 1800; year < 2210; year++)
        for (int month = 1; month <= 12; month++)
            for (int day = 1; day <= 31; day++) {
                cp_date date = cp_date_from(year, month, day);
                cp_civil civil = cp_date_civil(date);

                if (date == CP_NO_DATE)
                    continue;
                CHECK(date == wanted++);
                CHECK(civil.year == year && civil.month == month && civil.day == day);
                CHECK(cp_date_weekday(date) == weekday);
                weekday = weekday % 7 + 1;
            }
}

TEST(a_week_begins_on_monday)
{
    CHECK_INT(cp_date_weekday(cp_date_from(2026, 4, 17)), 5);
    CHECK_INT(cp_date_monday(cp_date_from(2026, 4, 19)), cp_date_from(2026, 4, 13));
    CHECK_INT(cp_date_monday(cp_date_from(2026, 4, 13)), cp_date_from(2026, 4, 13));
    CHECK_INT(cp_date_monday(cp_date_from(1960, 1, 1)), cp_date_from(1959, 12, 28));
}

TEST(iso_weeks_belong_to_the_year_of_their_thursday)
{
    int year;

    CHECK_INT(cp_date_iso_week(cp_date_from(2026, 4, 17), &year), 16);
    CHECK_INT(cp_date_iso_week(cp_date_from(2024, 12, 30), &year), 1);
    CHECK_INT(year, 2025);
    CHECK_INT(cp_date_iso_week(cp_date_from(2027, 1, 3), &year), 53);
    CHECK_INT(year, 2026);
    CHECK_INT(cp_date_iso_week(cp_date_from(2026, 1, 1), NULL), 1);
}

TEST(cells_are_dates_in_the_shapes_of_exports)
{
    static const struct {
        const char *cell, *iso;
        cp_date_form form;
    } cases[] = {
        { "2026-04-13", "2026-04-13", CP_DATE_ISO },
        { "2026-4-3", "2026-04-03", CP_DATE_ISO },
        { "2026/4/13", "2026-04-13", CP_DATE_SLASH },
        { "2013/01/04", "2013-01-04", CP_DATE_SLASH },
        { "2026.4.13", "2026-04-13", CP_DATE_DOT },
        { "20260413", "2026-04-13", CP_DATE_COMPACT },
        { "2026年4月13日", "2026-04-13", CP_DATE_HAN },
        { "2026-04", "2026-04-30", CP_DATE_MONTH },
        { "2024/2", "2024-02-29", CP_DATE_MONTH },
        { "2026.04", "2026-04-30", CP_DATE_MONTH },
        { "2026年12月", "2026-12-31", CP_DATE_MONTH },
        { "Jan 1 2000", "2000-01-01", CP_DATE_ENGLISH },
        { "January 1, 2000", "2000-01-01", CP_DATE_ENGLISH },
        { "1 Jan 2000", "2000-01-01", CP_DATE_ENGLISH },
        { "01-FEB-2000", "2000-02-01", CP_DATE_ENGLISH },
        { "Feb 2000", "2000-02-29", CP_DATE_MONTH },
        { " 2026-04-13 ", "2026-04-13", CP_DATE_ISO },
        { "2026-04-13 00:00:00", "2026-04-13", CP_DATE_ISO },
        { "2026/4/13 0:00", "2026-04-13", CP_DATE_SLASH },
        { "2026-04-13T00:00:00.000", "2026-04-13", CP_DATE_ISO },
        { "20260413 00:00", "2026-04-13", CP_DATE_COMPACT },
    };
    cp_arena arena = { 0 };

    for (size_t i = 0; i < LENGTH(cases); i++) {
        cp_date date = CP_NO_DATE;
        cp_date_form form = CP_DATE_FORMS;

        CHECK(cp_date_parse(cp_str_from(cases[i].cell), &date, &form));
        CHECK_STR(cp_str_z(&arena, cp_date_iso(&arena, date)), cases[i].iso);
        CHECK_INT(form, cases[i].form);
    }
    cp_arena_free(&arena);
}

TEST(cells_of_other_shapes_are_no_dates)
{
    static const char *const cells[] = {
        "",
        "2026",
        "2026.4",
        "2026-02-30",
        "2026-13-01",
        "20260231",
        "1899-12-31",
        "2200-01-01",
        "18991231",
        "2026-04-13 09:30",
        "2026-04-13 00",
        "2026-04/13",
        "2026/04-13",
        "2026-04-13x",
        "2026-04-130",
        "202604",
        "26-04-13",
        "4月13日",
        "2026年4月13",
        "2026年",
        "13.04.2026",
        "Foo 1 2000",
        "Jan 32 2000",
        "Jan",
        "12345678",
        "2026-04-",
        "2026--04",
        "Janua 1 2000",
        "1 2 2000",
        "Q1 2026",
        "2026-04-13 00:00:00:00",
        "600519.SH",
        "123456",
        "1 Jan",
    };

    for (size_t i = 0; i < LENGTH(cells); i++) {
        cp_date date;

        if (cp_date_parse(cp_str_from(cells[i]), &date, NULL))
            cp_test_fault(__FILE__, __LINE__, "'%s' became day %d", cells[i], date);
    }
}

TEST(iso_means_ten_characters)
{
    cp_date date;

    CHECK(cp_date_parse_iso(CP_STR("2026-04-17"), &date));
    CHECK_INT(date, cp_date_from(2026, 4, 17));
    CHECK(!cp_date_parse_iso(CP_STR("2026-4-17"), &date));
    CHECK(!cp_date_parse_iso(CP_STR("2026-04-31"), &date));
    CHECK(!cp_date_parse_iso(CP_STR(" 2026-04-1"), &date));
}

TEST(dates_are_written_by_the_words_of_strftime)
{
    static const struct {
        const char *format, *text;
    } cases[] = {
        { "%-m月%-d日", "4月7日" },
        { "%Y年%m月%d日", "2026年04月07日" },
        { "%y/%_m/%e", "26/ 4/ 7" },
        { "%a %A %b %B", "Tue Tuesday Apr April" },
        { "%j %-j %u %G-W%V", "097 97 2 2026-W15" },
        { "%F 100%%", "2026-04-07 100%" },
        { "", "" },
    };
    cp_arena arena = { 0 };
    cp_date date = cp_date_from(2026, 4, 7);
    cp_str bad;

    for (size_t i = 0; i < LENGTH(cases); i++) {
        CHECK(cp_date_format_valid(cp_str_from(cases[i].format), &bad));
        CHECK_STR(cp_str_z(&arena, cp_date_write(&arena, cp_str_from(cases[i].format), date)),
                  cases[i].text);
    }
    CHECK_STR(cp_str_z(&arena, cp_date_iso(&arena, CP_NO_DATE)), "");
    cp_arena_free(&arena);
}

TEST(unknown_words_of_a_format_are_named)
{
    static const struct {
        const char *format, *bad;
    } cases[] = { { "%Y-%Q", "%Q" }, { "%H:%M", "%H" }, { "%Y%", "%" },
                  { "%-", "%-" },    { "%月", "%月" },  { "%-日x", "%-日" } };
    cp_arena arena = { 0 };

    for (size_t i = 0; i < LENGTH(cases); i++) {
        cp_str bad = { 0 };

        CHECK(!cp_date_format_valid(cp_str_from(cases[i].format), &bad));
        CHECK_STR(cp_str_z(&arena, bad), cases[i].bad);
    }
    cp_arena_free(&arena);
}
