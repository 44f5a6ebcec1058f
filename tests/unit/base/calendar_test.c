#include "base/calendar.h"

#include "test.h"

/* April 2026 around 清明: Friday the 3rd, then Tuesday the 7th to Friday the 10th. */
static const cp_date april[] = { 20546, 20550, 20551, 20552, 20553 };
static const cp_calendar known = { 5, april };
static const cp_calendar weekdays = { 0 };

static const char *iso(cp_date date)
{
    static cp_arena arena;
    static char text[16];

    snprintf(text, sizeof text, "%s", cp_date_iso(&arena, date).data);
    cp_arena_free(&arena);
    return text;
}

static cp_date day(int number)
{
    return cp_date_from(2026, 4, number);
}

TEST(a_holiday_is_no_trading_day)
{
    CHECK(cp_calendar_trades(&known, day(3)));
    CHECK(!cp_calendar_trades(&known, day(4)));
    CHECK(!cp_calendar_trades(&known, day(6)));
    CHECK(cp_calendar_trades(&known, day(7)));
    CHECK(cp_calendar_trades(&weekdays, day(6)));
    CHECK(!cp_calendar_trades(&weekdays, day(5)));
}

TEST(the_days_around_are_counted_past_holidays)
{
    CHECK_STR(iso(cp_calendar_move(&known, day(7), -1)), "2026-04-03");
    CHECK_STR(iso(cp_calendar_move(&known, day(6), -1)), "2026-04-03");
    CHECK_STR(iso(cp_calendar_move(&known, day(6), 0)), "2026-04-03");
    CHECK_STR(iso(cp_calendar_move(&known, day(7), 0)), "2026-04-07");
    CHECK_STR(iso(cp_calendar_move(&known, day(3), 2)), "2026-04-08");
    CHECK_STR(iso(cp_calendar_move(&known, day(10), -4)), "2026-04-03");
}

TEST(weekdays_stand_in_where_the_list_ends)
{
    CHECK_STR(iso(cp_calendar_move(&known, day(10), 1)), "2026-04-13");
    CHECK_STR(iso(cp_calendar_move(&known, day(10), 6)), "2026-04-20");
    CHECK_STR(iso(cp_calendar_move(&known, day(14), -3)), "2026-04-09");
    CHECK_STR(iso(cp_calendar_move(&known, day(3), -1)), "2026-04-02");
    CHECK_STR(iso(cp_calendar_move(&weekdays, day(6), -1)), "2026-04-03");
    CHECK_STR(iso(cp_calendar_move(&weekdays, cp_date_from(1969, 12, 29), -1)), "1969-12-26");
    CHECK(cp_calendar_knows(&known, day(3)) && cp_calendar_knows(&known, day(12)));
    CHECK(!cp_calendar_knows(&known, day(2)) && !cp_calendar_knows(&known, day(13)));
    CHECK(!cp_calendar_knows(&weekdays, day(3)));
}

TEST(both_ends_count)
{
    CHECK_INT(cp_calendar_count(&known, day(3), day(10)), 5);
    CHECK_INT(cp_calendar_count(&known, day(4), day(6)), 0);
    CHECK_INT(cp_calendar_count(&known, day(7), day(7)), 1);
    CHECK_INT(cp_calendar_count(&known, day(10), day(3)), -5);
    CHECK_INT(cp_calendar_count(&known, day(1), day(14)), 9);
    CHECK_INT(cp_calendar_count(&weekdays, cp_date_from(1969, 12, 1), cp_date_from(1970, 1, 31)),
              45);
}

TEST(every_move_comes_back)
{
    for (cp_date date = day(1) - 30; date < day(30); date++)
        for (int n = 1; n < 12; n++)
            if (cp_calendar_trades(&known, date)) {
                cp_date there = cp_calendar_move(&known, date, n);

                CHECK_INT(cp_calendar_move(&known, there, -n), date);
                CHECK_INT(cp_calendar_count(&known, date, there), n + 1);
            }
}

TEST(a_week_runs_from_its_first_to_its_last_trading_day)
{
    CHECK_STR(iso(cp_calendar_week(&known, day(10))), "2026-04-07");
    CHECK_STR(iso(cp_calendar_week(&known, day(12))), "2026-04-07");
    CHECK_STR(iso(cp_calendar_week_end(&known, day(6))), "2026-04-10");
    CHECK_STR(iso(cp_calendar_week(&known, day(16))), "2026-04-13");
}

TEST(a_week_without_trading_keeps_its_monday_and_friday)
{
    static const cp_date around[] = { 20545, 20560 }; /* 2 and 17 April */
    const cp_calendar calendar = { 2, around };

    CHECK_STR(iso(cp_calendar_week(&calendar, day(8))), "2026-04-06");
    CHECK_STR(iso(cp_calendar_week_end(&calendar, day(8))), "2026-04-10");
}
