#include "test.h"

#include "figure/mask.h"

static cp_mask full(cp_arena *arena, int width, int height)
{
    cp_mask mask = cp_mask_make(arena, width, height);

    for (int i = 0; i < width * height; i++)
        cp_mask_ink(&mask, i % width, i / width);
    return mask;
}

TEST(a_mask_grows_around_its_ink_alone)
{
    cp_arena arena = { 0 };
    cp_mask mask = cp_mask_make(&arena, 30, 20), grown;

    cp_mask_ink(&mask, 7, 5);
    cp_mask_ink(&mask, 9, 5);
    grown = cp_mask_grow(&arena, &mask, 2, 1);
    CHECK_INT(grown.width, 7);
    CHECK_INT(grown.height, 3);
    CHECK(cp_mask_has(&grown, 0, 0) && cp_mask_has(&grown, 6, 2));
    CHECK(!cp_mask_has(&grown, 7, 0));
    cp_arena_free(&arena);
}

TEST(masks_meet_at_their_ink_across_words_of_bits)
{
    cp_arena arena = { 0 };
    cp_mask board = cp_mask_make(&arena, 200, 10), mask = full(&arena, 70, 3);

    cp_mask_stamp(&board, &mask, 60, 2);
    CHECK(cp_mask_has(&board, 60, 2) && cp_mask_has(&board, 129, 4));
    CHECK(!cp_mask_has(&board, 59, 2) && !cp_mask_has(&board, 130, 4));
    CHECK(!cp_mask_fits(&board, &mask, 129, 2));
    CHECK(cp_mask_fits(&board, &mask, 130, 2));
    CHECK(cp_mask_fits(&board, &mask, 60, 5));
    CHECK(!cp_mask_fits(&board, &mask, 131, 2)); /* beyond the board */
    cp_arena_free(&arena);
}

TEST(what_is_placed_lies_within_the_board_and_on_nothing_else)
{
    enum { COUNT = 60, WIDTH = 300, HEIGHT = 170 };
    cp_arena arena = { 0 };
    cp_mask mask[COUNT], board = cp_mask_make(&arena, WIDTH, HEIGHT);
    cp_mask_spot spot[COUNT];

    for (int i = 0; i < COUNT; i++)
        mask[i] = full(&arena, 60 - i / 2, 14 - i / 6);
    CHECK(cp_mask_place(&arena, mask, COUNT, WIDTH, HEIGHT, spot));
    for (int i = 0; i < COUNT; i++) {
        CHECK(cp_mask_fits(&board, &mask[i], spot[i].x, spot[i].y));
        cp_mask_stamp(&board, &mask[i], spot[i].x, spot[i].y);
    }
    CHECK_INT(spot[0].x, 120); /* the first one in the middle */
    CHECK_INT(spot[0].y, 78);
    cp_arena_free(&arena);
}

TEST(what_has_no_room_is_told)
{
    cp_arena arena = { 0 };
    cp_mask mask[] = { full(&arena, 20, 20), full(&arena, 20, 20) };
    cp_mask_spot spot[2];

    CHECK(cp_mask_place(&arena, mask, 1, 30, 30, spot));
    CHECK(!cp_mask_place(&arena, mask, 2, 30, 30, spot));
    CHECK(!cp_mask_place(&arena, mask, 1, 19, 30, spot));
    cp_arena_free(&arena);
}
