#include "fixture.h"

#include "plot/mark/path.h"

/* The corners of the way through y at x = 10, 20, ... with steps of 10. */
static void check_path(cp_curve curve, bool connect, const double *y, size_t rows, const char *xs,
                       const char *ys)
{
    static const double x[] = { 10, 20, 30, 40, 50, 60 };
    fixture f = { .report = { .arena = &f.arena } };
    cp_mark_view view
        = { .page = &f.page, .rows = rows, .x = x, .y = y, .step = 10, .stepped = true };
    cp_path path = cp_path_make(&view, y, curve, connect);

    CHECK_STR(numbers(&f, path.x, path.count), xs);
    CHECK_STR(numbers(&f, path.y, path.count), ys);
    end(&f);
}

static const double gappy[] = { 1, NAN, 2, 2, NAN, 3 };

TEST(a_line_breaks_where_a_value_is_missing)
{
    check_path(CP_CURVE_LINEAR, false, gappy, 6, "10 10 30 40 40 60", "1 - 2 2 - 3");
}

TEST(a_line_goes_on_over_gaps_where_it_is_told_to)
{
    check_path(CP_CURVE_LINEAR, true, gappy, 6, "10 30 40 60", "1 2 2 3");
}

TEST(a_step_spans_the_whole_steps_of_its_days)
{
    static const double weeks[] = { 5, 5, 5, 7, 7 };

    check_path(CP_CURVE_STEP, false, weeks, 5, "5 35 35 55", "5 5 7 7");
}

TEST(a_step_after_holds_from_its_row_to_the_next)
{
    static const double rate[] = { 3, 2 };

    check_path(CP_CURVE_STEP_AFTER, false, rate, 2, "10 20 20 25", "3 3 2 2");
    check_path(CP_CURVE_STEP_BEFORE, false, rate, 2, "5 10 10 20", "3 3 2 2");
}

TEST(nothing_makes_no_path)
{
    static const double none[] = { NAN, NAN };

    check_path(CP_CURVE_STEP, false, none, 2, "", "");
    check_path(CP_CURVE_LINEAR, true, none, 0, "", "");
}

TEST(a_monotone_curve_never_leaves_the_values_it_goes_between)
{
    cp_arena page = { 0 };
    const double x[] = { 0, 10, 20, 30, 45, 50 }, y[] = { 5, 5, 40, 38, 2, 2 };
    cp_mark_view view = { .page = &page, .rows = 6, .x = x, .y = y };
    cp_path path = cp_path_make(&view, y, CP_CURVE_MONOTONE, false);
    size_t row = 0;

    CHECK(path.count > 30);
    for (size_t i = 0; i < path.count; i++) {
        while (row < 4 && path.x[i] > x[row + 1] + 1e-9)
            row++;
        CHECK(path.y[i] >= fmin(y[row], y[row + 1]) - 1e-9);
        CHECK(path.y[i] <= fmax(y[row], y[row + 1]) + 1e-9);
    }
    CHECK(path.x[path.count - 1] == 50 && path.y[path.count - 1] == 2);
    cp_arena_free(&page);
}
