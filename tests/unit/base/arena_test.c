#include "base/arena.h"

#include "test.h"

#include <stdlib.h>

#include <stdint.h>

static bool zero(const char *data, size_t size)
{
    while (size > 0 && !data[size - 1])
        size--;
    return size == 0;
}

TEST(memory_is_zeroed_and_aligned_at_any_size)
{
    cp_arena arena = { 0 };

    for (size_t size = 0; size < 100000; size = size * 3 / 2 + 1) {
        char *piece = cp_alloc(&arena, size);

        CHECK(piece && zero(piece, size));
        CHECK_INT((uintptr_t)piece % 16, 0);
        memset(piece, 'x', size);
    }
    cp_arena_free(&arena);
}

TEST(large_pieces_are_zeroed_and_keep_what_they_hold)
{
    enum { SIZE = 9 * 1024 * 1024 };
    cp_arena arena = { 0 };
    char *piece = cp_alloc(&arena, SIZE), *grown = cp_grow(NULL, SIZE);

    CHECK_INT(piece[0] | piece[SIZE / 2] | piece[SIZE - 1], 0);
    grown[SIZE - 1] = 'z';
    grown = cp_grow(grown, 2 * SIZE);
    CHECK_INT(grown[SIZE - 1], 'z');
    free(grown);
    cp_arena_free(&arena);
}

TEST(pieces_do_not_touch)
{
    cp_arena arena = { 0 };
    char *one = cp_new_array(&arena, char, 24), *big = cp_new_array(&arena, char, 50000);
    char *two = cp_new_array(&arena, char, 24);

    memset(one, '1', 24);
    memset(big, 'b', 50000);
    memset(two, '2', 24);
    CHECK(one[0] == '1' && one[23] == '1' && big[0] == 'b' && big[49999] == 'b' && two[0] == '2');
    cp_arena_free(&arena);
}

TEST(a_reset_gives_clean_memory_again)
{
    cp_arena arena = { 0 };
    char *first = cp_alloc(&arena, 1000), *again;

    memset(first, 'x', 1000);
    memset(cp_alloc(&arena, 100000), 'x', 100000);
    cp_arena_reset(&arena);
    again = cp_alloc(&arena, 1000);
    CHECK(again == first);
    CHECK(zero(again, 1000));
    cp_arena_free(&arena);
    CHECK(!arena.block);
}

TEST(an_empty_arena_can_be_reset_and_freed)
{
    cp_arena arena = { 0 };

    cp_arena_reset(&arena);
    cp_arena_free(&arena);
    CHECK(!arena.block);
}

TEST(text_of_any_length_is_printed)
{
    cp_arena arena = { 0 };

    CHECK_STR(cp_printf(&arena, "%s %d", "第", 5), "第 5");
    CHECK_INT(strlen(cp_printf(&arena, "%90000d", 1)), 90000);
    cp_arena_free(&arena);
}
