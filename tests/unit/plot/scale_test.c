#include "plot/scale.h"
#include "test.h"

static bool holds(cp_nice nice, double low, double high)
{
    double dust = nice.step * 1e-6;

    return nice.d0 <= low + dust && nice.d1 >= high - dust;
}

static double used(cp_nice nice, double low, double high)
{
    return (high - low) / (nice.d1 - nice.d0);
}

TEST(numbers_run_from_the_bottom_up)
{
    cp_scale y = { .kind = CP_SCALE_LINEAR, .d0 = 0, .d1 = 10, .r0 = 200, .r1 = 100 };

    CHECK_NEAR(cp_scale_number(&y, 0), 200, 0);
    CHECK_NEAR(cp_scale_number(&y, 7.5), 125, 1e-9);
    CHECK_NEAR(cp_scale_number(&y, 20), 0, 1e-9);
    CHECK(isnan(cp_scale_number(&y, NAN)));
}

TEST(a_domain_without_width_maps_to_the_middle)
{
    cp_scale x = { .kind = CP_SCALE_LINEAR, .d0 = 3, .d1 = 3, .r0 = 0, .r1 = 100 };

    CHECK_NEAR(cp_scale_number(&x, 3), 50, 0);
}

TEST(trading_days_have_equal_steps_and_others_no_place)
{
    cp_date friday = cp_date_from(2026, 4, 10);
    cp_date days[] = { friday - 1, friday, friday + 3, friday + 4 };
    cp_scale x = { .kind = CP_SCALE_DAYS, .r0 = 0, .r1 = 400, .count = 4, .days = days };

    CHECK_NEAR(cp_scale_date(&x, friday), 150, 1e-9);
    CHECK_NEAR(cp_scale_date(&x, friday + 3), 250, 1e-9);
    CHECK(isnan(cp_scale_date(&x, friday + 1)));
    CHECK(isnan(cp_scale_date(&x, friday + 9)));
    CHECK(isnan(cp_scale_date(&x, CP_NO_DATE)));
    CHECK_NEAR(cp_scale_step(&x), 100, 0);
}

TEST(calendar_time_keeps_weekends)
{
    cp_date friday = cp_date_from(2026, 4, 10);
    cp_scale x = { .kind = CP_SCALE_TIME, .d0 = friday, .d1 = friday + 10, .r0 = 0, .r1 = 100 };

    CHECK_NEAR(cp_scale_date(&x, friday + 3), 30, 1e-9);
    CHECK_NEAR(cp_scale_step(&x), 10, 1e-9);
}

TEST(names_stand_in_the_middle_of_their_bands)
{
    cp_str names[] = { CP_STR("银行"), CP_STR("煤炭") };
    cp_scale x = { .kind = CP_SCALE_BAND, .r0 = 10, .r1 = 110, .count = 2, .names = names };

    CHECK_NEAR(cp_scale_index(&x, 1), 85, 1e-9);
}

TEST(an_empty_scale_has_no_places)
{
    cp_scale x = { .kind = CP_SCALE_DAYS, .r0 = 0, .r1 = 100 };

    CHECK(isnan(cp_scale_index(&x, 0)));
    CHECK(isnan(cp_scale_date(&x, 1)));
    CHECK_NEAR(cp_scale_step(&x), 100, 0);
}

TEST(distinct_days_are_sorted_once_each_and_present)
{
    cp_arena arena = { 0 };
    cp_date dates[] = { 30, 10, CP_NO_DATE, 20, 10, 30 };
    const cp_date *days;

    CHECK_INT(cp_days_distinct(&arena, dates, 6, &days), 3);
    CHECK_INT(days[0], 10);
    CHECK_INT(days[1], 20);
    CHECK_INT(days[2], 30);
    CHECK_INT(cp_days_distinct(&arena, dates, 0, &days), 0);
    cp_arena_free(&arena);
}

TEST(a_range_ends_on_round_numbers)
{
    static const struct {
        double low, high, d0, d1, step;
    } cases[] = {
        { 0, 23489, 0, 25000, 5000 },
        { 0, 100, 0, 100, 20 },
        { 0, 87, 0, 100, 20 },
        { 0.2, 0.97, 0.2, 1, 0.2 },
        { -3.2, 4.1, -4, 6, 2 },
        { 87.3, 91.2, 87, 92, 1 },
        { -0.031, -0.002, -0.035, 0, 0.005 },
        { 1.2e9, 3.9e9, 1e9, 4e9, 5e8 },
    };

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        cp_nice nice = cp_nice_range(cases[i].low, cases[i].high, 5);

        CHECK_NEAR(nice.d0, cases[i].d0, 0);
        CHECK_NEAR(nice.d1, cases[i].d1, 0);
        CHECK_NEAR(nice.step, cases[i].step, 0);
    }
}

TEST(ugly_data_still_get_a_range_that_holds_them)
{
    static const double cases[][2] = {
        { 5, 5 },           { -5, -5 },        { 0, 0 },           { 1e-12, 3e-12 },
        { 1e15, 2e15 },     { -1e300, 1e300 }, { 1e-280, 2e-280 }, { 99.99, 100.01 },
        { 23489, 23489.5 }, { 1e9, 1e9 + 1 },  { 7, -7 },          { 0, 1e-300 },
        { 0.1 + 0.2, 0.3 }, { -1e-9, 1e9 },    { 3, 1e6 },
    };

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        double low = fmin(cases[i][0], cases[i][1]), high = fmax(cases[i][0], cases[i][1]);

        for (int wanted = 1; wanted <= 10; wanted++) {
            cp_nice nice = cp_nice_range(cases[i][0], cases[i][1], wanted);

            CHECK(holds(nice, low, high));
            CHECK(nice.intervals >= 1 && nice.intervals <= 2 * (wanted < 2 ? 2 : wanted));
            CHECK_NEAR(nice.d0 + nice.intervals * nice.step, nice.d1, nice.step * 1e-6);
        }
    }
}

TEST(a_range_of_one_value_shows_it_away_from_the_edges)
{
    cp_nice nice = cp_nice_range(1.4, 1.4, 5);

    CHECK(nice.d0 < 1.35 && nice.d0 > 0 && nice.d1 > 1.45 && nice.d1 < 2.8);
}

TEST(what_is_no_number_gives_the_unit_range)
{
    cp_nice nan = cp_nice_range(NAN, 5, 5), inf = cp_nice_range(-INFINITY, INFINITY, 5);

    CHECK_NEAR(nan.d0, 0, 0);
    CHECK_NEAR(nan.d1, 1, 0);
    CHECK(isfinite(inf.d0) && isfinite(inf.d1) && inf.d0 < inf.d1);
}

TEST(ticks_are_the_nearest_doubles_to_their_decimals)
{
    cp_nice nice = cp_nice_range(-0.3, 0.3, 6);

    CHECK_INT(nice.intervals, 6);
    CHECK_INT(nice.decimals, 1);
    CHECK_NEAR(cp_nice_tick(&nice, 0), -0.3, 0);
    CHECK_NEAR(cp_nice_tick(&nice, 3), 0, 0);
    CHECK(!signbit(cp_nice_tick(&nice, 3)));
    CHECK_NEAR(cp_nice_tick(&nice, 6), 0.3, 0);
    nice = cp_nice_range(0, 10, 4);
    CHECK_NEAR(nice.step, 2.5, 0);
    CHECK_INT(nice.decimals, 1);
}

TEST(a_low_axis_has_four_intervals_rather_than_two)
{
    CHECK_NEAR(cp_nice_range(0, 491, 3).step, 100, 0);
    CHECK_NEAR(cp_nice_range(0, 97, 3).step, 25, 0);
    CHECK_NEAR(cp_nice_range(0, 3, 3).step, 1, 0);
    CHECK_NEAR(cp_nice_range(0, 491, 2).step, 250, 0);
}

TEST(two_axes_have_the_same_number_of_intervals)
{
    static const double cases[][4] = {
        { 0, 30211, 0.083, 0.117 },  { 2.31, 2.57, 3800, 4120 },
        { 26000, 26690, -120, 250 }, { 5, 5, 0, 0 },
        { 1e-9, 2e-9, 1e12, 7e12 },  { -7, -3, 0.2, 0.3 },
    };

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const double *c = cases[i];
        cp_nice nice[2];

        cp_nice_pair((double[]){ c[0], c[2] }, (double[]){ c[1], c[3] }, 5, false, nice);
        CHECK_INT(nice[0].intervals, nice[1].intervals);
        CHECK(nice[0].intervals >= 3 && nice[0].intervals <= 8);
        CHECK(holds(nice[0], c[0], c[1]) && holds(nice[1], c[2], c[3]));
        CHECK(c[0] == c[1] || used(nice[0], c[0], c[1]) > 0.6);
        CHECK(c[2] == c[3] || used(nice[1], c[2], c[3]) > 0.6);
        CHECK(c[0] < 0 || nice[0].d0 >= 0);
    }
}

TEST(two_axes_share_their_zero_and_waste_little)
{
    static const double cases[][5] = {
        /* low and high of both, the least use of the better and the worse together */
        { -2.4, 3.1, -3500, 4200, 1.5 }, { -0.021, 0.0248, -1904, 3417, 1.3 },
        { 0, 30211, 0, 0.117, 1.65 },    { -120, 250, 0, 0.117, 1.2 },
        { -10, 1000, -1000, 10, 1.0 },   { -5, -1, -0.2, -0.1, 1.6 },
        { 0, 101, 0, 1.01, 1.6 },        { -33, 33, -1.7, 1.7, 1.6 },
    };

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const double *c = cases[i];
        double low1 = fmin(c[0], 0), high1 = fmax(c[1], 0);
        double low2 = fmin(c[2], 0), high2 = fmax(c[3], 0);
        cp_nice nice[2];

        cp_nice_pair((double[]){ c[0], c[2] }, (double[]){ c[1], c[3] }, 5, true, nice);
        CHECK_INT(nice[0].intervals, nice[1].intervals);
        CHECK(holds(nice[0], low1, high1) && holds(nice[1], low2, high2));
        CHECK_NEAR(nice[0].d0 / nice[0].step, nice[1].d0 / nice[1].step, 1e-9);
        CHECK_NEAR(used(nice[0], low1, high1) + used(nice[1], low2, high2), 2, 2 - c[4]);
    }
}
