#include "plot/labels_rose.h"
#include "test.h"

#include <math.h>

enum { COUNT = 13 };

typedef struct scene {
    cp_arena arena;
    cp_label_wish wish[COUNT];
    cp_label_task task;
    cp_spot_maker maker;
    cp_board board;
    cp_rose rose;
    double weight[COUNT];
} scene;

/* A point in the middle, and labels of others in a wall around it but for one side. */
static void begin_scene(scene *s, double open_from, double open_to)
{
    *s = (scene){ 0 };
    for (int i = 0; i < COUNT; i++) {
        s->wish[i].anchor = (cp_anchor){ { 5 + 8 * i, 3 }, { 5 + 8 * i, 3 }, 2 };
        s->wish[i].size = (cp_size){ 24, 8 };
        s->weight[i] = 1;
    }
    s->wish[0].anchor = (cp_anchor){ { 200, 100 }, { 200, 100 }, 2 };
    s->task = (cp_label_task){ .frame = { 0, 0, 400, 200 },
                               .rules = { .near = 1, .least = 1, .between = 1, .leader_from = 8 },
                               .wish = s->wish,
                               .count = COUNT };
    cp_spot_maker_begin(&s->arena, &s->maker, &s->task);
    cp_board_begin(&s->arena, &s->board, &s->task, &s->maker.ground);
    cp_rose_begin(&s->arena, &s->rose, &s->board, 0);
    for (size_t i = 1; i < COUNT; i++) {
        double turn = 2 * acos(-1) * (double)(i - 1) / (COUNT - 1);
        cp_spot spot = { .box = { 200 + 26 * cos(turn) - 12, 100 + 26 * sin(turn) - 4, 24, 8 } };

        if (turn < open_from || turn > open_to)
            cp_board_put(&s->board, i, &spot);
    }
}

static cp_hits hits_of(scene *s, int offer, bool *counted)
{
    cp_hits hits;
    cp_spot spot = cp_spot_forced(&s->maker, 0, s->rose.offer[offer].x, s->rose.offer[offer].y);

    *counted = cp_board_hits(&s->board, 0, &spot, s->weight, INFINITY, &hits);
    return hits;
}

TEST(the_best_way_out_goes_through_the_gap_in_the_wall)
{
    for (int side = 0; side < 4; side++) {
        double middle = acos(-1) / 2 * side;
        bool counted;
        scene s;

        begin_scene(&s, middle - 0.9, middle + 0.9);
        cp_rose_look(&s.rose, &s.board, 0, s.wish, s.weight, 30, INFINITY, true);
        CHECK(s.rose.count > 0);
        CHECK(hits_of(&s, 0, &counted).count == 0 && counted);
        cp_arena_free(&s.arena);
    }
}

TEST(where_there_is_no_gap_who_is_easy_to_drive_out_shows_the_way)
{
    bool counted;
    cp_hits hits;
    scene s;

    begin_scene(&s, 9, 9);
    for (int i = 1; i < COUNT; i++)
        s.weight[i] = i == 1 ? 1 : 50;
    cp_rose_look(&s.rose, &s.board, 0, s.wish, s.weight, 30, INFINITY, true);
    hits = hits_of(&s, 0, &counted);
    CHECK(counted && hits.count == 1 && hits.label[0] == 1);
    cp_arena_free(&s.arena);
}

TEST(offers_are_free_of_boxes_and_come_cheapest_first)
{
    scene s;

    begin_scene(&s, 1, 2);
    cp_rose_look(&s.rose, &s.board, 0, s.wish, s.weight, 30, INFINITY, false);
    for (int i = 0; i < s.rose.count; i++) {
        cp_rect box = { s.rose.offer[i].x, s.rose.offer[i].y, 24, 8 };

        CHECK(cp_rect_inside(box, s.task.frame, 1e-6));
        CHECK(i == 0 || s.rose.offer[i].cost >= s.rose.offer[i - 1].cost);
        for (int k = 1; k < COUNT; k++)
            CHECK(!s.board.at[k] || !cp_boxes_near(box, s.board.at[k]->box, 0.99));
    }
    cp_arena_free(&s.arena);
}
