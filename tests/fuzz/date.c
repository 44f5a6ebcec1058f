/* date.c - days in cells and in running text, and how they are written: LINE of a format, then text. */

#include "fuzz.h"

#include "base/dayword.h"

static void check_date(cp_arena *arena, cp_date date)
{
    cp_civil civil = cp_date_civil(date);
    cp_date again;
    int year, week = cp_date_iso_week(date, &year);

    HOLDS(cp_date_from(civil.year, civil.month, civil.day) == date);
    HOLDS(cp_date_parse_iso(cp_date_iso(arena, date), &again) && again == date);
    HOLDS(week >= 1 && week <= 53 && year >= civil.year - 1 && year <= civil.year + 1);
    HOLDS(cp_date_weekday(cp_date_monday(date)) == 1 && date - cp_date_monday(date) < 7);
}

static void check_words(cp_arena *arena, cp_str text)
{
    cp_dayword day;

    for (size_t at = 0; cp_dayword_find(text, at, 2026, &day); at = day.to) {
        HOLDS(day.from >= at && day.to > day.from && day.to <= text.size);
        check_date(arena, day.date);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    cp_arena arena = { 0 };
    cp_str text = fuzz_text(data, size), format, bad;
    cp_date date;
    cp_date_form form;
    int seconds;

    if (!cp_utf8_valid(text, NULL))
        return 0;
    format = cp_str_next(&text, '\n');
    if (text.data) {
        if (cp_date_parse(text, &date, &form)) {
            HOLDS(form < CP_DATE_FORMS);
            HOLDS(cp_moment_parse(text, &date, &form, &seconds) && seconds == 0);
        }
        if (cp_moment_parse(text, &date, &form, &seconds)) {
            HOLDS(seconds >= 0 && seconds < 86400);
            check_date(&arena, date);
        }
        check_words(&arena, text);
    }
    if (cp_date_format_valid(format, &bad))
        HOLDS(cp_utf8_valid(cp_date_write(&arena, format, cp_date_from(2026, 4, 17)), NULL));
    else
        HOLDS(bad.size > 0);
    cp_arena_free(&arena);
    return 0;
}
