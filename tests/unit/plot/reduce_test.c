#include "plot/reduce.h"
#include "test.h"

#include <stdlib.h>
#include <time.h>

enum { MANY = 1000000 };

static double *series(size_t count, double (*of)(size_t))
{
    double *values = malloc(count * sizeof *values);

    for (size_t i = 0; i < count; i++)
        values[i] = of(i);
    return values;
}

static double across_500(size_t i)
{
    return (double)i * 500 / MANY;
}

static double noise(size_t i)
{
    return (double)((i * 2654435761u) % 10007);
}

TEST(few_points_come_back_as_they_are)
{
    cp_arena arena = { 0 };
    double x[] = { 0, 1, 2, 3 }, y[] = { 5, NAN, NAN, 6 };
    cp_point *points;

    CHECK_INT(cp_reduce_line(&arena, x, y, 4, 1, &points), 4);
    CHECK(isnan(points[2].y));
    CHECK_NEAR(points[3].y, 6, 0);
    CHECK_INT(cp_reduce_line(&arena, x, y, 0, 1, &points), 0);
    cp_arena_free(&arena);
}

TEST(a_column_keeps_its_first_lowest_highest_and_last_point_in_order)
{
    cp_arena arena = { 0 };
    double x[] = { 0, .1, .2, .3, .4, .5, .6, .7, .8 }, y[] = { 3, 4, 9, 5, 1, 2, 6, 5, 4 };
    cp_point *points;
    size_t count = cp_reduce_line(&arena, x, y, 9, 1, &points);

    CHECK_INT(count, 4);
    CHECK_NEAR(points[0].y, 3, 0);
    CHECK_NEAR(points[1].y, 9, 0);
    CHECK_NEAR(points[2].y, 1, 0);
    CHECK_NEAR(points[3].y, 4, 0);
    CHECK_NEAR(points[2].x, .4, 0);
    cp_arena_free(&arena);
}

TEST(a_gap_parts_runs_and_is_kept_once)
{
    cp_arena arena = { 0 };
    double x[] = { 0, .1, .2, .3, .4, .5, .6, .7, .8 };
    double y[] = { NAN, 1, 1, NAN, NAN, INFINITY, 2, 2, 2 };
    cp_point *points;
    size_t count = cp_reduce_line(&arena, x, y, 9, 1, &points);

    CHECK_INT(count, 5);
    CHECK_NEAR(points[1].y, 1, 0);
    CHECK(isnan(points[2].y));
    CHECK_NEAR(points[3].y, 2, 0);
    cp_arena_free(&arena);
}

TEST(a_flat_column_keeps_its_ends)
{
    cp_arena arena = { 0 };
    double x[9] = { 0 }, y[9] = { 0 };
    cp_point *points;

    CHECK_INT(cp_reduce_line(&arena, x, y, 9, 1, &points), 2);
    cp_arena_free(&arena);
}

/* Each column's lowest and highest value, which is what ink shows. */
static void bounds(const cp_point *points, size_t count, double low[501], double high[501])
{
    for (int i = 0; i <= 500; i++) {
        low[i] = INFINITY;
        high[i] = -INFINITY;
    }
    for (size_t i = 0; i < count; i++) {
        int column = (int)points[i].x;

        low[column] = fmin(low[column], points[i].y);
        high[column] = fmax(high[column], points[i].y);
    }
}

TEST(a_million_points_become_few_with_the_same_bounds_in_every_column)
{
    cp_arena arena = { 0 };
    double *x = series(MANY, across_500), *y = series(MANY, noise);
    cp_point *all = cp_new_array(&arena, cp_point, MANY), *points;
    double low[501], high[501], kept_low[501], kept_high[501];
    clock_t start = clock();
    size_t count = cp_reduce_line(&arena, x, y, MANY, 1, &points);
    double seconds = (double)(clock() - start) / CLOCKS_PER_SEC;

    CHECK(count <= 4 * 501);
    CHECK(seconds < 0.5); /* well under 0.02 in a release build */
    for (size_t i = 0; i < MANY; i++)
        all[i] = (cp_point){ x[i], y[i] };
    bounds(all, MANY, low, high);
    bounds(points, count, kept_low, kept_high);
    for (int i = 0; i < 500; i++)
        CHECK(low[i] == kept_low[i] && high[i] == kept_high[i]);
    free(x);
    free(y);
    cp_arena_free(&arena);
}
