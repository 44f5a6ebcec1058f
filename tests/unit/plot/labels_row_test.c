#include "test.h"

#include "plot/labels_row.h"

static const double height[] = { 10, 10, 10, 10 };

TEST(labels_with_room_stand_where_they_are_wanted)
{
    cp_arena arena = { 0 };
    double middle[] = { 20, 40, 80 }, top[3];

    CHECK(cp_labels_row(&arena, 3, middle, height, 2, 0, 100, top));
    CHECK_NEAR(top[0], 15, 1e-9);
    CHECK_NEAR(top[1], 35, 1e-9);
    CHECK_NEAR(top[2], 75, 1e-9);
    cp_arena_free(&arena);
}

TEST(crowded_labels_stand_around_the_middle_of_what_they_want)
{
    cp_arena arena = { 0 };
    double middle[] = { 50, 50, 50 }, top[3];

    CHECK(cp_labels_row(&arena, 3, middle, height, 2, 0, 100, top));
    CHECK_NEAR(top[0], 33, 1e-9);
    CHECK_NEAR(top[1], 45, 1e-9);
    CHECK_NEAR(top[2], 57, 1e-9);
    cp_arena_free(&arena);
}

TEST(labels_stay_between_the_limits_and_keep_their_order)
{
    cp_arena arena = { 0 };
    double middle[] = { -30, -30, 130, 131 }, top[4];

    CHECK(cp_labels_row(&arena, 4, middle, height, 2, 0, 100, top));
    CHECK_NEAR(top[0], 0, 1e-9);
    CHECK_NEAR(top[1], 12, 1e-9);
    CHECK_NEAR(top[2], 78, 1e-9);
    CHECK_NEAR(top[3], 90, 1e-9);
    cp_arena_free(&arena);
}

TEST(too_many_labels_are_told_and_begin_at_the_top)
{
    cp_arena arena = { 0 };
    double middle[] = { 5, 5, 5, 5 }, top[4];

    CHECK(!cp_labels_row(&arena, 4, middle, height, 2, 0, 40, top));
    CHECK_NEAR(top[0], 0, 1e-9);
    CHECK_NEAR(top[3], 36, 1e-9);
    CHECK(cp_labels_row(&arena, 0, middle, height, 2, 0, 40, top));
    cp_arena_free(&arena);
}
