#include "plot/dateticks.h"

#include "base/buf.h"
#include "base/utf8.h"
#include "test.h"

enum { EM = 9 };

static const cp_date_formats formats
    = { { "%-m月%-d日", 12 }, { "%Y年%-m月", 11 }, { "%-m月", 6 }, { "%Y", 2 } };

/* Digits are half as wide as Han. */
static double width_of(void *context, cp_str label)
{
    (void)context;
    return cp_utf8_cells(label) * EM / 2.0;
}

static cp_arena arena;

/* Weekdays from `from` to `to`, both counted. */
static cp_scale trading_days(cp_date from, cp_date to, double width)
{
    cp_date *days = cp_new_array(&arena, cp_date, (size_t)(to - from + 1));
    size_t count = 0;

    for (cp_date day = from; day <= to; day++)
        if (cp_date_weekday(day) <= 5)
            days[count++] = day;
    return (cp_scale){ CP_SCALE_DAYS, .r0 = 0, .r1 = width, .count = count, .days = days };
}

static cp_scale calendar(cp_date from, cp_date to, double width)
{
    return (cp_scale){ CP_SCALE_TIME, .d0 = from, .d1 = to, .r0 = 0, .r1 = width };
}

static cp_date_ticks choose_within(const cp_scale *scale, double space, double low, double high)
{
    cp_date_setting how = { formats, space, low, high, width_of, NULL };

    return cp_date_ticks_choose(&arena, scale, &how);
}

static cp_date_ticks choose(cp_scale scale)
{
    return choose_within(&scale, EM, scale.r0, scale.r1);
}

static const char *labels(cp_scale scale)
{
    cp_date_ticks ticks = choose(scale);
    cp_buf out = { 0 };
    const char *text;

    for (size_t i = 0; i < ticks.count; i++)
        cp_buf_printf(&out, "%s" CP_FMT, i ? " " : "", CP_ARG(ticks.ticks[i].label));
    text = cp_str_z(&arena, cp_buf_str(&out));
    cp_buf_free(&out);
    return text;
}

#define DAY(year, month, day) cp_date_from(year, month, day)

TEST(a_tick_stands_at_the_first_trading_day_of_its_period)
{
    /* 6 April was a holiday. */
    cp_scale x = trading_days(DAY(2026, 3, 16), DAY(2026, 4, 17), 400);
    cp_date *days = (cp_date *)x.days;

    memmove(days + 15, days + 16, (x.count - 16) * sizeof *days);
    x.count--;
    CHECK_STR(labels(x), "3月16日 3月23日 3月30日 4月7日 4月13日");
    CHECK_NEAR(choose(x).ticks[3].at, cp_scale_date(&x, DAY(2026, 4, 7)), 1e-9);
    cp_arena_free(&arena);
}

TEST(each_span_has_the_periods_that_give_five_to_eight_labels)
{
    static const struct {
        const char *from, *to, *labels;
    } spans[] = {
        { "2026-04-13", "2026-04-17", "4月13日 4月14日 4月15日 4月16日 4月17日" },
        { "2026-04-06", "2026-04-17", "4月6日 4月8日 4月10日 4月14日 4月16日" },
        { "2026-03-23", "2026-04-17",
          "3月23日 3月26日 3月30日 4月2日 4月6日 4月9日 4月13日 4月16日" },
        { "2026-03-09", "2026-04-17", "3月9日 3月16日 3月23日 3月30日 4月6日 4月13日" },
        { "2026-02-09", "2026-04-17", "2月9日 2月23日 3月9日 3月23日 4月6日" },
        { "2026-01-19", "2026-04-17", "1月19日 2月2日 2月16日 3月2日 3月16日 3月30日 4月13日" },
        { "2025-12-15", "2026-04-17",
          "12月29日 1月12日 1月26日 2月9日 2月23日 3月9日 3月23日 4月6日" },
        { "2025-11-17", "2026-03-27",
          "12月1日 12月16日 1月1日 1月16日 2月2日 2月16日 3月2日 3月16日" },
        { "2025-11-03", "2026-04-17", "2025年11月 12月 2026年1月 2月 3月 4月" },
        { "2025-07-01", "2026-04-17", "2025年7月 9月 11月 2026年1月 3月" },
        { "2025-01-02", "2026-04-17", "2025年1月 4月 7月 10月 2026年1月 4月" },
        { "2024-04-18", "2026-04-17", "2024年7月 10月 2025年1月 4月 7月 10月 2026年1月 4月" },
        { "2024-01-02", "2026-04-17", "2024年1月 7月 2025年1月 7月 2026年1月" },
        { "2023-01-03", "2026-04-17", "2023年1月 7月 2024年1月 7月 2025年1月 7月 2026年1月" },
        { "2021-08-02", "2025-12-31", "2022年1月 7月 2023年1月 7月 2024年1月 7月 2025年1月 7月" },
        { "2021-01-04", "2026-04-17", "2021 2022 2023 2024 2025 2026" },
        { "2016-09-01", "2026-04-17", "2017 2019 2021 2023 2025" },
        { "2006-01-04", "2026-04-17", "2006 2010 2015 2020 2025" },
    };

    for (size_t i = 0; i < sizeof spans / sizeof *spans; i++) {
        cp_date from, to;

        CHECK(cp_date_parse_iso(cp_str_from(spans[i].from), &from));
        CHECK(cp_date_parse_iso(cp_str_from(spans[i].to), &to));
        CHECK_STR(labels(trading_days(from, to, 500)), spans[i].labels);
    }
    cp_arena_free(&arena);
}

/* As wide as half a slide, and as a whole one. */
TEST(there_are_five_to_eight_labels_from_five_days_to_twenty_years)
{
    static const double widths[] = { 430, 900 };
    static const int back[] = { 0, 11, 40, 77, 100, 133, 200, 270, 300 };

    for (int days = 5; days < 20 * 366; days += 1 + days / 40)
        for (size_t i = 0; i < 2 * sizeof back / sizeof *back; i++) {
            cp_date to = DAY(2026, 4, 17) - back[i / 2];
            cp_scale x = trading_days(to - days, to, widths[i % 2]);
            cp_scale time = calendar(to - days, to, widths[i % 2]);

            CHECK(x.count < 5 || (choose(x).count >= 5 && choose(x).count <= 8));
            CHECK(choose(time).count >= 5 && choose(time).count <= 8);
            cp_arena_reset(&arena);
        }
    cp_arena_free(&arena);
}

TEST(a_week_is_labelled_daily)
{
    CHECK_STR(labels(trading_days(DAY(2026, 4, 13), DAY(2026, 4, 17), 300)),
              "4月13日 4月14日 4月15日 4月16日 4月17日");
    cp_arena_free(&arena);
}

TEST(where_few_labels_fit_months_are_better_than_weeks)
{
    CHECK_STR(labels(trading_days(DAY(2026, 1, 19), DAY(2026, 4, 17), 200)), "2月 3月 4月");
    cp_arena_free(&arena);
}

TEST(months_within_one_year_leave_the_year_out)
{
    CHECK_STR(labels(trading_days(DAY(2025, 5, 6), DAY(2025, 12, 31), 400)),
              "5月 6月 7月 8月 9月 10月 11月 12月");
    cp_arena_free(&arena);
}

TEST(calendar_time_puts_months_on_their_first_day)
{
    cp_scale x = calendar(DAY(2025, 9, 20), DAY(2026, 4, 17), 500);

    CHECK_STR(labels(x), "2025年10月 11月 12月 2026年1月 2月 3月 4月");
    CHECK_NEAR(choose(x).ticks[0].at, cp_scale_date(&x, DAY(2025, 10, 1)), 1e-9);
    cp_arena_free(&arena);
}

TEST(centuries_are_labelled_too)
{
    CHECK_STR(labels(calendar(DAY(1900, 1, 1), DAY(2199, 12, 31), 500)),
              "1900 1950 2000 2050 2100 2150");
    cp_arena_free(&arena);
}

TEST(one_day_has_one_label_and_no_days_have_none)
{
    cp_scale none = { .kind = CP_SCALE_DAYS, .r1 = 100 }, unknown = calendar(0, 0, 100);

    unknown.d0 = unknown.d1 = NAN;
    CHECK_STR(labels(trading_days(DAY(2026, 4, 17), DAY(2026, 4, 17), 100)), "4月17日");
    CHECK_STR(labels(calendar(DAY(2026, 4, 17), DAY(2026, 4, 17), 100)), "4月17日");
    CHECK_STR(labels(none), "");
    CHECK_STR(labels(unknown), "");
    cp_arena_free(&arena);
}

TEST(a_label_that_would_leave_the_figure_is_pushed_in)
{
    cp_scale x = trading_days(DAY(2026, 4, 13), DAY(2026, 4, 17), 230);
    cp_date_ticks ticks = choose_within(&x, 2, 10, 220);

    CHECK_INT(ticks.count, 5);
    CHECK_NEAR(ticks.shift[0], 10 - (23 - 15.75), 1e-9);
    CHECK_NEAR(ticks.shift[2], 0, 0);
    CHECK_NEAR(ticks.shift[4], -ticks.shift[0], 1e-9);
    cp_arena_free(&arena);
}

TEST(labels_never_overlap_or_leave_at_any_length_and_width)
{
    for (int days = 1; days < 6000; days += 1 + days / 7) {
        for (double width = 20; width < 900; width *= 1.3) {
            cp_date to = DAY(2026, 4, 17);
            cp_scale x = trading_days(to - days, to, width), back = calendar(to - days, to, width);
            cp_date_ticks ticks;

            back.r0 = width;
            back.r1 = 0;
            for (int turn = 0; turn < 2; turn++) {
                const cp_scale *scale = turn ? &back : &x;
                double edge = turn ? INFINITY : -INFINITY;

                ticks = choose_within(scale, EM, 0, width);
                CHECK(ticks.count > 0 || width < 7 * EM || days < 3);
                for (size_t i = 0; i < ticks.count; i++) {
                    double wide = width_of(NULL, ticks.ticks[i].label);
                    double start = ticks.ticks[i].at + ticks.shift[i] - wide / 2;

                    CHECK(start >= -1e-6 && start + wide <= width + 1e-6);
                    CHECK(turn ? start + wide + EM <= edge + 1e-6 : start >= edge + EM - 1e-6);
                    edge = turn ? start : start + wide;
                }
            }
            cp_arena_reset(&arena);
        }
    }
    cp_arena_free(&arena);
}
