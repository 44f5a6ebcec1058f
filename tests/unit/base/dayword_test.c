#include "base/dayword.h"
#include "test.h"

static cp_str words(cp_arena *arena, const char *text)
{
    cp_str found = { "", 0 };
    cp_dayword day = { 0 };

    while (cp_dayword_find(cp_str_from(text), day.to, 2026, &day))
        found = cp_str_printf(arena, CP_FMT "%s%s", CP_ARG(found), found.size ? " " : "",
                              cp_date_iso(arena, day.date).data);
    return found;
}

TEST(days_are_found_in_a_running_text_however_they_are_written)
{
    cp_arena arena = { 0 };

    CHECK_STR(
        words(&arena, "4月13日开盘，2026年4月14日、2026-04-15和2026/4/16，截至2026.4.17").data,
        "2026-04-13 2026-04-14 2026-04-15 2026-04-16 2026-04-17");
    cp_arena_free(&arena);
}

TEST(what_is_no_day_is_passed_over)
{
    cp_arena arena = { 0 };

    CHECK_STR(words(&arena, "4月排产、2月30日、13-15家、2026-04、10.1.2、2026年4月，20260413").data,
              "");
    cp_arena_free(&arena);
}
