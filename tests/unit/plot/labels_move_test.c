#include "plot/labels_move.h"
#include "test.h"

#include <string.h>

#include "labels_cloud.h"

enum { COUNT = 5 };

typedef struct state {
    const cp_spot *at[COUNT];
    uint64_t taken; /* cells of the map of room, summed */
} state;

static state state_of(const cp_label_search *search)
{
    const cp_room *room = &search->board.room;
    state now = { .taken = 0 };

    memcpy(now.at, search->board.at, sizeof now.at);
    for (size_t i = 0; i < (size_t)room->rows * (size_t)room->words; i++)
        now.taken += (uint64_t)__builtin_popcountll(room->taken[i]);
    return now;
}

static void check_same(state a, state b)
{
    CHECK(memcmp(a.at, b.at, sizeof a.at) == 0);
    CHECK_INT(a.taken, b.taken);
}

static cp_spot spot_right_of(cp_label_search *search, size_t label)
{
    cp_point at = search->task->wish[label].anchor.a;

    return cp_spot_forced(&search->maker, label, at.x + 6, at.y - 3);
}

TEST(a_move_is_undone_and_redone_with_all_that_it_drove_out)
{
    cp_arena arena = { 0 };
    cp_label_task task = cloud_task(&arena, "uniform", COUNT, 1);
    const cp_hits hits = { .count = 2, .label = { 1, 3 } };
    cp_label_search search;
    cp_label_move move;
    state before, after;

    cp_label_search_begin(&arena, &search, &task);
    for (size_t i = 1; i < COUNT; i++)
        cp_board_put(&search.board, i, &(cp_spot){ .box = spot_right_of(&search, i).box });
    before = state_of(&search);
    cp_label_move_make(&search, &move, 0, &(cp_spot){ .box = spot_right_of(&search, 0).box },
                       &hits);
    cp_board_put(&search.board, 3, &(cp_spot){ .box = { 400, 200, 30, 8 } });
    after = state_of(&search);
    CHECK(after.at[0] && !after.at[1] && after.at[3] != before.at[3]);
    cp_label_move_undo(&search, &move);
    check_same(state_of(&search), before);
    cp_label_move_redo(&search, &move);
    check_same(state_of(&search), after);
    cp_arena_free(&arena);
}
