#include "pack/period.h"

#include "test.h"

/* The trading days from 23 March to 30 April 2026, without 清明 (6 April). */
static cp_date days[40];

static const cp_calendar *spring(void)
{
    static cp_calendar calendar;

    calendar = (cp_calendar){ 0, days };
    for (cp_date date = cp_date_from(2026, 3, 23); date <= cp_date_from(2026, 4, 30); date++)
        if (cp_date_weekday(date) <= 5 && date != cp_date_from(2026, 4, 6))
            days[calendar.count++] = date;
    return &calendar;
}

static const char *written(cp_period period)
{
    static cp_arena arena;
    static char text[64];

    snprintf(text, sizeof text, "%s..%s, %s..%s", cp_date_iso(&arena, period.start).data,
             cp_date_iso(&arena, period.end).data, cp_date_iso(&arena, period.prev_start).data,
             cp_date_iso(&arena, period.prev_end).data);
    cp_arena_free(&arena);
    return text;
}

static const char *period_of(int month, int day)
{
    return written(cp_period_of(spring(), cp_date_from(2026, month, day)));
}

TEST(the_period_is_the_last_week_that_is_over)
{
    CHECK_STR(period_of(4, 19), "2026-04-13..2026-04-17, 2026-04-07..2026-04-10");
    CHECK_STR(period_of(4, 17), "2026-04-13..2026-04-17, 2026-04-07..2026-04-10");
    CHECK_STR(period_of(4, 16), "2026-04-07..2026-04-10, 2026-03-30..2026-04-03");
    CHECK_STR(period_of(4, 6), "2026-03-30..2026-04-03, 2026-03-23..2026-03-27");
}

TEST(as_many_trading_weeks_lie_before)
{
    cp_arena arena = { 0 };
    cp_report report = { .arena = &arena };
    cp_period period;

    CHECK(cp_period_read(spring(), CP_STR("2026-04-07..2026-04-17"), (cp_place){ 0 }, &period,
                         &report));
    CHECK_STR(written(period), "2026-04-07..2026-04-17, 2026-03-23..2026-04-03");
    cp_arena_free(&arena);
}

TEST(a_period_that_is_none_is_refused)
{
    cp_arena arena = { 0 };
    cp_report report = { .arena = &arena };
    cp_place at = { "pack.yaml", 3, 9 };
    cp_period period;

    CHECK(!cp_period_read(spring(), CP_STR("2026-04-13"), at, &period, &report));
    CHECK_STR(cp_finding_line(&arena, report.first),
              "pack.yaml:3:9: error: '2026-04-13' is not a period; expected "
              "2026-04-13..2026-04-17");
    CHECK(!cp_period_read(spring(), CP_STR("2026-04-17..2026-04-13"), at, &period, &report));
    CHECK_STR(report.last->text, "the period ends before it begins");
    CHECK_INT(period.start, CP_NO_DATE);
    cp_arena_free(&arena);
}
