#include "dataset/index.h"

#include "test.h"

enum { ROWS = 6 };

static double up[ROWS] = { NAN, 1, 2, 2, 5, 9 };
static double mixed[ROWS] = { 3, -0.0, NAN, 0, -7, 3 };
static cp_str texts[ROWS] = { { "b", 1 }, { "aaaaaaaaab", 10 }, { NULL, 0 },
                              { "", 0 },  { "aaaaaaaaaa", 10 }, { "b", 1 } };
static cp_date down[ROWS] = { 9, 8, 8, 3, 1, CP_NO_DATE };

static cp_column columns[] = {
    { .type = CP_NUMBER, .number = up },
    { .type = CP_NUMBER, .number = mixed },
    { .type = CP_TEXT, .text = texts },
    { .type = CP_DATE, .date = down },
};
static const cp_table table = { .rows = ROWS, .column_count = 4, .columns = columns };

/* The rows within bounds, as digits, once the index is willing. */
static const char *rows_of(const size_t *keys, size_t count, const cp_bounds *bounds)
{
    static char digits[ROWS + 1];
    cp_arena arena = { 0 };
    cp_dataset dataset = { .arena = &arena };
    cp_offer offer = { .dataset = &dataset, .table = &table };
    cp_row_index *index = cp_index_of(&offer, keys, count);
    size_t from, to, size = 0;

    CHECK(cp_index_of(&offer, keys, count) == index);
    while (!cp_index_ready(&arena, index))
        continue;
    cp_index_find(index, bounds, &from, &to);
    for (; from < to; from++)
        digits[size++] = (char)('0' + cp_index_row(index, from));
    digits[size] = '\0';
    cp_arena_free(&arena);
    return digits;
}

static cp_order order_of(size_t column)
{
    cp_arena arena = { 0 };
    cp_dataset dataset = { .arena = &arena };
    cp_offer offer = { .dataset = &dataset, .table = &table };
    cp_order order = cp_index_of(&offer, &column, 1)->order;

    cp_arena_free(&arena);
    return order;
}

TEST(rows_that_stand_in_order_are_known)
{
    CHECK(order_of(0) == CP_ORDER_UP);
    CHECK(order_of(1) == CP_ORDER_NONE);
    CHECK(order_of(2) == CP_ORDER_NONE);
    CHECK(order_of(3) == CP_ORDER_DOWN);
}

TEST(missing_cells_come_first_and_equal_ones_as_they_stand)
{
    cp_bounds all = { 0 };

    CHECK_STR(rows_of((size_t[]){ 0 }, 1, &all), "012345");
    CHECK_STR(rows_of((size_t[]){ 1 }, 1, &all), "241305");
    CHECK_STR(rows_of((size_t[]){ 2 }, 1, &all), "234105");
    CHECK_STR(rows_of((size_t[]){ 3 }, 1, &all), "543210");
    CHECK_STR(rows_of((size_t[]){ 2, 3 }, 2, &all), "234150");
}

TEST(bounds_count_as_inside)
{
    cp_bounds range = { .has_low = true, .has_high = true, .low.number = 0, .high.number = 3 };
    cp_bounds above = { .has_low = true, .low.number = 2 };
    cp_bounds none = { .has_low = true, .has_high = true, .low.number = 6, .high.number = 4 };

    CHECK_STR(rows_of((size_t[]){ 1 }, 1, &range), "1305");
    CHECK_STR(rows_of((size_t[]){ 0 }, 1, &above), "2345");
    CHECK_STR(rows_of((size_t[]){ 0 }, 1, &none), "");
}

TEST(several_columns_narrow_down_together)
{
    cp_bounds b = { .equal = 1, .keys = { { .text = CP_STR("b") } } };
    cp_bounds b_early
        = { .equal = 1, .keys = { { .text = CP_STR("b") } }, .has_high = true, .high.date = 8 };

    CHECK_STR(rows_of((size_t[]){ 2 }, 1, &b), "05");
    CHECK_STR(rows_of((size_t[]){ 2, 3 }, 2, &b_early), "5");
}

TEST(a_few_lookups_are_scans)
{
    cp_arena arena = { 0 };
    cp_dataset dataset = { .arena = &arena };
    cp_offer offer = { .dataset = &dataset, .table = &table };
    cp_row_index *index = cp_index_of(&offer, (size_t[]){ 1 }, 1);

    CHECK(!cp_index_ready(&arena, index));
    CHECK(!index->rows);
    for (int i = 0; i < 9; i++)
        cp_index_ready(&arena, index);
    CHECK(index->rows != NULL);
    cp_arena_free(&arena);
}

/* The rows in the order of a column, as digits, asked for at once. */
static const char *sorted_by(const size_t *keys, size_t count)
{
    static char digits[ROWS + 1];
    cp_arena arena = { 0 };
    cp_dataset dataset = { .arena = &arena };
    cp_offer offer = { .dataset = &dataset, .table = &table };
    cp_row_index *index = cp_index_of(&offer, keys, count);

    cp_index_sort(&arena, index);
    for (size_t i = 0; i < ROWS; i++)
        digits[i] = (char)('0' + cp_index_row(index, i));
    cp_arena_free(&arena);
    return digits;
}

TEST(an_order_that_is_asked_for_is_there_at_once_and_keeps_equal_rows_as_they_stand)
{
    CHECK_STR(sorted_by((size_t[]){ 0 }, 1), "012345");
    CHECK_STR(sorted_by((size_t[]){ 1 }, 1), "241305");
    CHECK_STR(sorted_by((size_t[]){ 2 }, 1), "234105");
    CHECK_STR(sorted_by((size_t[]){ 3 }, 1), "543120");
    CHECK_STR(sorted_by((size_t[]){ 2, 3 }, 2), "234150");
}
