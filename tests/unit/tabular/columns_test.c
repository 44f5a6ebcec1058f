#include "test.h"

#include "tabular/columns.h"

#define WASTE 5

TEST(short_texts_share_the_room_in_proportion)
{
    cp_arena arena = { 0 };
    const double natural[] = { 50, 30, 20, /**/ 40, 100, 10 }, least[] = { 10, 10, 10 };
    cp_columns task = { 3, 2, natural, least, 340, WASTE, NULL };
    double widths[3];

    CHECK(cp_columns_solve(&task, &arena, widths));
    CHECK_NEAR(widths[0], 100, 1e-9);
    CHECK_NEAR(widths[1], 200, 1e-9);
    CHECK_NEAR(widths[2], 40, 1e-9);
    cp_arena_free(&arena);
}

TEST(empty_columns_share_evenly)
{
    cp_arena arena = { 0 };
    const double natural[] = { 0, 0 }, least[] = { 0, 0 };
    cp_columns task = { 2, 1, natural, least, 100, WASTE, NULL };
    double widths[2];

    CHECK(cp_columns_solve(&task, &arena, widths));
    CHECK_NEAR(widths[0], 50, 1e-9);
    CHECK_NEAR(widths[1], 50, 1e-9);
    cp_arena_free(&arena);
}

TEST(a_long_text_takes_what_short_columns_can_spare)
{
    cp_arena arena = { 0 };
    const double natural[] = { 60, 80, 2000, /**/ 60, 80, 1500 }, least[] = { 20, 20, 20 };
    cp_columns task = { 3, 2, natural, least, 700, WASTE, NULL };
    double widths[3];

    CHECK(cp_columns_solve(&task, &arena, widths));
    CHECK(widths[0] >= 60 && widths[1] >= 80);
    CHECK(widths[2] >= 520);
    CHECK_NEAR(widths[0] + widths[1] + widths[2], 700, 1e-6);
    cp_arena_free(&arena);
}

TEST(a_column_is_broken_where_that_saves_more_lines_elsewhere)
{
    cp_arena arena = { 0 };
    /* 400 is enough for the second in three lines once the first takes two. */
    const double natural[] = { 180, 1100 }, least[] = { 20, 20 };
    cp_columns task = { 2, 1, natural, least, 500, WASTE, NULL };
    double widths[2];

    CHECK(cp_columns_solve(&task, &arena, widths));
    CHECK(widths[0] < 180);
    CHECK(widths[1] > 1100 / 3.0);
    cp_arena_free(&arena);
}

TEST(no_column_is_narrower_than_its_words)
{
    cp_arena arena = { 0 };
    const double natural[] = { 90, 5000 }, least[] = { 90, 40 };
    cp_columns task = { 2, 1, natural, least, 200, WASTE, NULL };
    double widths[2];

    CHECK(cp_columns_solve(&task, &arena, widths));
    CHECK(widths[0] >= 90);
    CHECK(widths[1] >= 40);
    task.width = 130;
    CHECK(cp_columns_solve(&task, &arena, widths));
    CHECK_NEAR(widths[0], 90, 1e-6);
    task.width = 129;
    CHECK(!cp_columns_solve(&task, &arena, widths));
    cp_arena_free(&arena);
}

TEST(a_table_of_a_hundred_columns_and_thousands_of_rows_is_solved_in_bounded_time)
{
    enum { COLUMNS = 100, ROWS = 5000 };
    cp_arena arena = { 0 };
    double *natural = cp_new_array(&arena, double, COLUMNS *ROWS);
    double *least = cp_new_array(&arena, double, COLUMNS);
    double *widths = cp_new_array(&arena, double, COLUMNS), total = 0;
    cp_columns task = { COLUMNS, ROWS, natural, least, 880, WASTE, NULL };

    for (size_t i = 0; i < COLUMNS * ROWS; i++)
        natural[i] = (double)(i * 7919 % 101);
    for (size_t i = 0; i < COLUMNS; i++)
        least[i] = 3;
    CHECK(cp_columns_solve(&task, &arena, widths));
    for (size_t i = 0; i < COLUMNS; i++) {
        CHECK(widths[i] >= 3 - 1e-9);
        total += widths[i];
    }
    CHECK_NEAR(total, 880, 1e-6);
    cp_arena_free(&arena);
}
