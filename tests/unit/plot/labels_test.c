#include "plot/labels.h"
#include "test.h"

#include <stdlib.h>

#include "labels_check.h"
#include "labels_cloud.h"

static const cp_label_rules rules = { .near = 1, .least = 0.25, .between = 0.25, .leader_from = 8 };
static const cp_rect frame = { 0, 0, 200, 100 };

static cp_label_wish wish_at(double x, double y)
{
    return (cp_label_wish){ .anchor = { { x, y }, { x, y }, 3 }, .size = { 30, 10 } };
}

static cp_label_task task_of(const cp_label_wish *wish, size_t count)
{
    return (cp_label_task){ .frame = frame, .rules = rules, .wish = wish, .count = count };
}

TEST(a_lone_label_stands_right_of_its_point_at_the_wanted_gap)
{
    cp_arena arena = { 0 };
    cp_label_wish wish = wish_at(100, 50);
    cp_label_task task = task_of(&wish, 1);
    cp_label_places places = cp_labels_place(&arena, &task);

    CHECK(places.place[0].placed && !places.place[0].led);
    CHECK_NEAR(places.place[0].box.x, 104, 1e-9);
    CHECK_NEAR(places.place[0].box.y, 45, 1e-9);
    CHECK_NEAR(places.gap, 1, 1e-9);
    cp_arena_free(&arena);
}

TEST(the_wanted_side_is_taken_and_left_when_the_frame_ends_there)
{
    cp_arena arena = { 0 };
    const cp_toward above_or_left[] = { CP_TOWARD_ABOVE, CP_TOWARD_LEFT };
    cp_label_wish wish[] = { wish_at(100, 50), wish_at(40, 8) };
    cp_label_task task = task_of(wish, 2);
    cp_label_places places;

    for (int i = 0; i < 2; i++) {
        wish[i].toward = above_or_left;
        wish[i].toward_count = 2;
    }
    places = cp_labels_place(&arena, &task);
    CHECK_NEAR(places.place[0].box.x, 85, 1e-9);
    CHECK_NEAR(places.place[0].box.y, 36, 1e-9);
    CHECK_NEAR(places.place[1].box.x, 6, 1e-9);
    cp_arena_free(&arena);
}

TEST(a_label_that_may_stand_on_one_side_only_stands_nowhere_else)
{
    cp_arena arena = { 0 };
    const cp_toward right[] = { CP_TOWARD_RIGHT };
    cp_label_wish wish[] = { wish_at(150, 20), wish_at(190, 70) };
    cp_label_task task = task_of(wish, 2);
    cp_label_places places;

    for (int i = 0; i < 2; i++) {
        wish[i].toward = right;
        wish[i].toward_count = 1;
        wish[i].only_toward = true;
    }
    places = cp_labels_place(&arena, &task);
    CHECK(places.place[0].placed);
    CHECK(!places.place[1].placed);
    CHECK_INT(places.left_out, 1);
    cp_arena_free(&arena);
}

TEST(the_end_of_a_line_has_its_label_behind_it)
{
    cp_arena arena = { 0 };
    cp_label_wish wish = wish_at(0, 0);
    cp_label_task task = task_of(&wish, 1);
    cp_label_places places;

    wish.anchor = (cp_anchor){ { 20, 80 }, { 120, 40 }, 1 };
    places = cp_labels_place(&arena, &task);
    CHECK(places.place[0].placed && !places.place[0].led);
    CHECK(places.place[0].box.x >= 120);
    CHECK_INT(label_faults(&task, &places), 0);
    cp_arena_free(&arena);
}

TEST(a_label_goes_far_with_a_leader_where_all_is_taken_near_its_point)
{
    cp_arena arena = { 0 };
    const cp_rect wall[] = { { 60, 26, 80, 20 }, { 60, 54, 80, 20 }, { 104, 46, 40, 8 } };
    cp_label_wish wish = wish_at(100, 50);
    cp_label_task task = task_of(&wish, 1);
    cp_label_places places;

    task.obstacle = wall;
    task.obstacle_count = 3;
    places = cp_labels_place(&arena, &task);
    CHECK(places.place[0].placed && places.place[0].led);
    CHECK(places.place[0].box.x + 30 < 60);
    CHECK_INT(places.led, 1);
    CHECK_INT(label_faults(&task, &places), 0);

    task.rules.leader_most = 20;
    places = cp_labels_place(&arena, &task);
    CHECK_INT(places.left_out, 1);
    cp_arena_free(&arena);
}

TEST(a_leader_goes_a_longer_way_rather_than_over_a_foreign_point)
{
    cp_arena arena = { 0 };
    const cp_rect wall[] = { { 56, 26, 68, 20 }, { 56, 54, 68, 20 } };
    const cp_anchor point = { { 112, 50 }, { 112, 50 }, 3.5 };
    cp_label_wish wish = wish_at(100, 50);
    cp_label_task task = task_of(&wish, 1);
    cp_label_places places;

    task.obstacle = wall;
    task.obstacle_count = 2;
    places = cp_labels_place(&arena, &task);
    CHECK(places.place[0].box.x > 124);

    task.ink = &point;
    task.ink_count = 1;
    places = cp_labels_place(&arena, &task);
    CHECK(places.place[0].placed && places.place[0].box.x + 30 < 56);
    CHECK_INT(places.over, 0);
    cp_arena_free(&arena);
}

TEST(the_heavy_label_gets_the_only_place)
{
    cp_arena arena = { 0 };
    cp_label_wish wish[] = { wish_at(15, 25), wish_at(15, 25), wish_at(15, 25) };
    cp_label_task task = task_of(wish, 3);
    cp_label_places places;

    task.frame = (cp_rect){ 0, 0, 30, 29 };
    wish[2].weight = 5;
    places = cp_labels_place(&arena, &task);
    CHECK(places.place[2].placed);
    CHECK_INT(label_faults(&task, &places), 0);
    task.frame.height = 22;
    for (int i = 0; i < 3; i++)
        wish[i].anchor.a.y = wish[i].anchor.b.y = 18;
    places = cp_labels_place(&arena, &task);
    CHECK(places.place[2].placed);
    CHECK_INT(places.left_out, 2);
    cp_arena_free(&arena);
}

TEST(fixed_labels_stay_and_others_keep_clear_of_them)
{
    cp_arena arena = { 0 };
    cp_label_wish wish[] = { wish_at(100, 50), wish_at(100, 50), wish_at(20, 20) };
    cp_label_task task = task_of(wish, 3);
    cp_label_places places;

    wish[0].fixed = true;
    wish[0].at = (cp_point){ 104, 45 };
    places = cp_labels_place(&arena, &task);
    CHECK_NEAR(places.place[0].box.x, 104, 0);
    CHECK_INT(places.left_out, 0);
    CHECK_INT(places.clashing, 0);
    CHECK_INT(label_faults(&task, &places), 0);

    wish[1].fixed = true;
    wish[1].at = (cp_point){ 110, 48 };
    places = cp_labels_place(&arena, &task);
    CHECK_INT(places.clashing, 2);
    cp_arena_free(&arena);
}

static cp_label_places place_cloud(cp_arena *arena, cp_label_task *task)
{
    cp_label_places places;

    task->rules.effort = 0.2; /* the sanitizers are slow */
    places = cp_labels_place(arena, task);
    CHECK_INT(label_faults(task, &places), 0);
    return places;
}

static cp_label_places check_cloud(cp_arena *arena, const char *kind, size_t count, unsigned seed)
{
    cp_label_task task = cloud_task(arena, kind, count, seed);

    return place_cloud(arena, &task);
}

TEST(clouds_of_110_are_placed_whole_close_and_with_few_leaders)
{
    enum { SEEDS = 6 };

    for (int kind = 0; kind < CLOUD_KINDS; kind++) {
        bool piled = strcmp(cloud_kinds[kind], "diagonal") == 0; /* in its corners */
        double gap = 0;
        size_t led = 0;

        for (unsigned seed = 1; seed <= SEEDS; seed++) {
            cp_arena arena = { 0 };
            cp_label_places places = check_cloud(&arena, cloud_kinds[kind], 110, seed);

            CHECK_INT(places.left_out, 0);
            gap += places.gap / SEEDS;
            led += places.led;
            cp_arena_free(&arena);
        }
        CHECK(gap < (piled ? 8 : 4));
        CHECK(led <= SEEDS * 110 * 15 / 100);
    }
}

/* So that two names in one line do not read as one. */
TEST(labels_side_by_side_are_a_space_apart)
{
    cp_arena arena = { 0 };

    for (uint64_t seed = 1; seed <= 3; seed++) {
        cp_label_task task = cloud_task(&arena, "clusters", 110, seed);
        cp_label_places near = cp_labels_place(&arena, &task), apart;

        task.rules.space = 4;
        apart = cp_labels_place(&arena, &task);
        CHECK(label_faults(&task, &near) > 0);
        CHECK(apart.left_out == 0 && label_faults(&task, &apart) == 0);
    }
    cp_arena_free(&arena);
}

TEST(hardly_a_label_stands_nearer_to_a_foreign_point_than_to_its_own)
{
    enum { SEEDS = 6 };

    for (int kind = 0; kind < CLOUD_KINDS; kind++) {
        size_t doubts = 0;

        for (unsigned seed = 1; seed <= SEEDS; seed++) {
            cp_arena arena = { 0 };
            cp_label_task task = cloud_task(&arena, cloud_kinds[kind], 110, seed);
            cp_label_places places = place_cloud(&arena, &task);

            doubts += label_doubts(&task, &places);
            cp_arena_free(&arena);
        }
        CHECK(doubts <= SEEDS * 110 * 4 / 100);
    }
}

/* In the corners of a diagonal cloud dozens of leaders run side by side, in fans. */
TEST(clouds_of_300_are_placed_whole)
{
    for (int kind = 0; kind < CLOUD_KINDS; kind++) {
        bool piled = strcmp(cloud_kinds[kind], "diagonal") == 0;

        for (unsigned seed = 1; seed <= (piled ? 10 : 1); seed++) {
            cp_arena arena = { 0 };
            cp_label_task task = cloud_task(&arena, cloud_kinds[kind], 300, seed);
            cp_label_places places = cp_labels_place(&arena, &task);

            CHECK_INT(label_faults(&task, &places), 0);
            CHECK_INT(places.left_out, 0);
            CHECK(places.gap < (piled ? 90 : 30));
            CHECK(places.led <= 300 * (piled ? 50 : 40) / 100);
            CHECK(places.work < 400000);
            cp_arena_free(&arena);
        }
    }
}

/* Names beside these fans were walled in until the search began anew with others; of which clouds
 * that happens is chance. */
TEST(fans_that_wall_names_in_are_not_all)
{
    static const unsigned seeds[] = { 37, 47, 50, 95, 105 };
    size_t soon = 0;

    for (size_t i = 0; i < sizeof seeds / sizeof *seeds; i++) {
        cp_arena arena = { 0 };
        cp_label_task task = cloud_task(&arena, "diagonal", 300, seeds[i]);
        cp_label_places places = cp_labels_place(&arena, &task);

        CHECK_INT(label_faults(&task, &places), 0);
        soon += places.left_out == 0 && places.work < 1000000;
        cp_arena_free(&arena);
    }
    CHECK(soon >= 3);
}

TEST(crowded_clouds_keep_the_rules_and_count_who_is_left_out)
{
    for (int kind = 0; kind < CLOUD_KINDS; kind++) {
        cp_arena arena = { 0 };

        CHECK(check_cloud(&arena, cloud_kinds[kind], 300, 1).left_out < 40);
        check_cloud(&arena, cloud_kinds[kind], 600, 2);
        cp_arena_free(&arena);
    }
}

TEST(lines_obstacles_and_unnamed_points_stay_free)
{
    for (unsigned seed = 1; seed <= 6; seed++) {
        cp_arena arena = { 0 };
        cp_label_task task = cloud_task(&arena, "uniform", 80, seed);
        cloud_random random = { seed };
        cp_anchor *ink = cp_new_array(&arena, cp_anchor, 60);
        const cp_rect boxes[] = { { 600, 20, 200, 60 }, { 100, 300, 90, 90 } };
        cp_label_places places;

        for (int i = 0; i < 60; i++) {
            cp_point a = { 880 * cloud_unit(&random), 430 * cloud_unit(&random) };
            cp_point b = { a.x + 20 * cloud_unit(&random), a.y + 20 * cloud_unit(&random) };

            ink[i] = (cp_anchor){ a, i % 2 ? a : b, 1.5 };
        }
        task.ink = ink;
        task.ink_count = 60;
        task.obstacle = boxes;
        task.obstacle_count = 2;
        places = cp_labels_place(&arena, &task);
        CHECK_INT(label_faults(&task, &places), 0);
        CHECK(places.left_out < 10);
        cp_arena_free(&arena);
    }
}

TEST(the_same_cloud_is_placed_the_same_way_each_time)
{
    cp_arena arena = { 0 };
    cp_label_task task = cloud_task(&arena, "clusters", 200, 7);
    cp_label_places one = cp_labels_place(&arena, &task), two = cp_labels_place(&arena, &task);

    CHECK_INT(one.work, two.work);
    CHECK(memcmp(one.place, two.place, task.count * sizeof *one.place) == 0);
    cp_arena_free(&arena);
}

/* Labels of `then` that stand at their anchors as in `now`. */
static size_t count_kept(const cp_label_task *task, const cp_label_places *then,
                         const cp_label_places *now)
{
    size_t kept = 0;

    for (size_t i = 0; i < task->count; i++)
        kept += now->place[i].placed && then->place[i].placed
                && fabs(now->place[i].box.x - then->place[i].box.x) < 1e-6
                && fabs(now->place[i].box.y - then->place[i].box.y) < 1e-6;
    return kept;
}

/* The task's wishes, to stay where they were. */
static cp_label_wish *staying(cp_arena *arena, cp_label_task *task, const cp_label_places *then)
{
    cp_label_wish *wish = cp_new_array(arena, cp_label_wish, task->count);

    for (size_t i = 0; i < task->count; i++) {
        wish[i] = task->wish[i];
        wish[i].before = then->place[i].placed;
        wish[i].at.x = then->place[i].box.x - wish[i].anchor.a.x;
        wish[i].at.y = then->place[i].box.y - wish[i].anchor.a.y;
    }
    task->wish = wish;
    return wish;
}

TEST(labels_of_points_that_quiver_hardly_move_at_their_points)
{
    cp_arena arena = { 0 };
    cp_label_task task = cloud_task(&arena, "normal", 110, 3);
    cp_label_places then = cp_labels_place(&arena, &task), now;
    cp_label_wish *wish = staying(&arena, &task, &then);
    cloud_random random = { 5 };
    size_t stayed = 0;

    task.rules.stray = 2;
    for (size_t i = 0; i < 110; i++) {
        wish[i].anchor.a.x = wish[i].anchor.b.x += 1.6 * cloud_unit(&random) - 0.8;
        wish[i].anchor.a.y = wish[i].anchor.b.y += 1.6 * cloud_unit(&random) - 0.8;
    }
    now = cp_labels_place(&arena, &task);
    for (size_t i = 0; i < 110; i++)
        stayed += fabs(now.place[i].box.x - wish[i].anchor.a.x - wish[i].at.x) < 2.01
                  && fabs(now.place[i].box.y - wish[i].anchor.a.y - wish[i].at.y) < 2.01;
    CHECK(stayed >= 105);
    CHECK_INT(label_faults(&task, &now), 0);
    cp_arena_free(&arena);
}

TEST(labels_stay_where_they_were_when_a_few_come_and_go)
{
    cp_arena arena = { 0 };
    cp_label_task task = cloud_task(&arena, "normal", 110, 3);
    cp_label_places then = cp_labels_place(&arena, &task), now;
    cp_label_wish *wish = staying(&arena, &task, &then);

    now = cp_labels_place(&arena, &task);
    CHECK_INT(count_kept(&task, &then, &now), 110);

    task.count = 100; /* the last ten are gone */
    now = cp_labels_place(&arena, &task);
    CHECK_INT(count_kept(&task, &then, &now), 100);

    for (int i = 0; i < 3; i++) { /* three have moved into others */
        wish[i].anchor.a = wish[i].anchor.b = wish[i + 50].anchor.a;
        wish[i].anchor.a.x = wish[i].anchor.b.x += 12;
    }
    now = cp_labels_place(&arena, &task);
    CHECK(count_kept(&task, &then, &now) >= 85);
    CHECK_INT(label_faults(&task, &now), 0);
    cp_arena_free(&arena);
}

TEST(a_label_finds_the_narrow_place_straight_above_where_it_would_stand)
{
    cp_arena arena = { 0 };
    static const cp_toward above = CP_TOWARD_ABOVE;
    cp_rect taken[] = { { 20, 54.8, 29, 20 }, { 51, 54.8, 29, 20 }, { 20, 0, 60, 44.2 } };
    cp_label_wish wish = { .anchor = { { 50, 80 }, { 50, 80 }, 0 },
                           .size = { 20, 10 },
                           .toward = &above,
                           .toward_count = 1,
                           .only_toward = true,
                           .before = true,
                           .at = { -10, -14 } };
    cp_label_task task = { .frame = { 0, 0, 100, 100 },
                           .rules = { .near = 2, .leader_from = 4 },
                           .wish = &wish,
                           .count = 1,
                           .obstacle = taken,
                           .obstacle_count = 3 };
    cp_label_places places = cp_labels_place(&arena, &task);

    CHECK(places.place[0].placed && places.place[0].led);
    CHECK_NEAR(places.place[0].box.x, 40, 1e-9);
    CHECK_NEAR(places.place[0].box.y, 44.5, 0.31);
    CHECK_NEAR(places.place[0].to.x, 50, 1e-9);
    CHECK_INT(label_faults(&task, &places), 0);
    cp_arena_free(&arena);
}

TEST(a_point_within_an_obstacle_has_its_leader_out_of_it)
{
    cp_arena arena = { 0 };
    cp_label_wish wish = wish_at(100, 50);
    const cp_rect around = { 60, 30, 80, 40 };
    cp_label_task task = task_of(&wish, 1);
    cp_label_places places;

    task.obstacle = &around;
    task.obstacle_count = 1;
    places = cp_labels_place(&arena, &task);
    CHECK(places.place[0].placed && places.place[0].led);
    CHECK_INT(label_faults(&task, &places), 0);
    cp_arena_free(&arena);
}

enum { HEAP_MOST = 35 };

static void check_heap(size_t count, cp_point at, cp_rect around)
{
    cp_arena arena = { 0 };
    cp_label_wish wish[HEAP_MOST];
    cp_label_task task = task_of(wish, count);
    cp_label_places places;

    for (size_t i = 0; i < count; i++)
        wish[i] = wish_at(at.x, at.y);
    task.frame = around;
    places = cp_labels_place(&arena, &task);
    CHECK_INT(label_faults(&task, &places), 0);
    CHECK_INT(places.left_out, 0);
    cp_arena_free(&arena);
}

TEST(points_all_on_one_spot_get_leaders_that_do_not_cross)
{
    check_heap(12, (cp_point){ 100, 50 }, frame);
    check_heap(HEAP_MOST, (cp_point){ 400, 200 }, (cp_rect){ 0, 0, 880, 430 });
}

/* Where nothing need lie between them, leaders that cross have no distance at all. */
TEST(leaders_keep_clear_of_each_other_where_no_distance_is_asked_for)
{
    cp_arena arena = { 0 };
    cp_label_task task = cloud_task(&arena, "normal", 200, 2);
    cp_label_places places;

    task.rules.between = task.rules.least = 0;
    task.rules.effort = 0.2;
    places = cp_labels_place(&arena, &task);
    CHECK(places.led > 10);
    CHECK_INT(label_faults(&task, &places), 0);
    cp_arena_free(&arena);
}

TEST(a_heap_of_110_on_one_spot_ends_and_tells_who_is_left_out)
{
    cp_arena arena = { 0 };
    cp_label_wish wish[110];
    cp_label_task task = task_of(wish, 110);
    cp_label_places places;

    task.rules.effort = 0.2;
    for (int i = 0; i < 110; i++)
        wish[i] = wish_at(100, 50);
    places = cp_labels_place(&arena, &task);
    CHECK_INT(label_faults(&task, &places), 0);
    CHECK(places.left_out > 0 && places.left_out < 105);
    CHECK(places.work < 200000);
    cp_arena_free(&arena);
}

TEST(what_cannot_stand_anywhere_is_left_out_at_once)
{
    cp_arena arena = { 0 };
    cp_label_wish wish[] = { wish_at(100, 50), wish_at(NAN, 3), wish_at(20, 20), wish_at(1e12, 0) };
    cp_label_task task = task_of(wish, 4);
    cp_label_places places;

    wish[0].size.width = 201;
    places = cp_labels_place(&arena, &task);
    CHECK(!places.place[0].placed && !places.place[1].placed && places.place[2].placed);
    CHECK_INT(label_faults(&task, &places), 0);
    task.frame.width = NAN;
    CHECK_INT(cp_labels_place(&arena, &task).left_out, 4);
    task.frame = (cp_rect){ 0 };
    CHECK_INT(cp_labels_place(&arena, &task).left_out, 4);
    task.count = 0;
    CHECK_INT(cp_labels_place(&arena, &task).left_out, 0);
    cp_arena_free(&arena);
}

TEST(ten_thousand_labels_take_no_more_work_than_a_crowd)
{
    cp_arena arena = { 0 };
    cp_label_task task = cloud_task(&arena, "normal", 10000, 1);
    cp_label_places places;

    task.rules.effort = 0.2;
    places = cp_labels_place(&arena, &task);
    CHECK(places.work < 2000000);
    CHECK(places.left_out > 8000 && places.left_out < 10000);
    cp_arena_free(&arena);
}

/* Each question to the ground meets all of them. */
TEST(a_thousand_points_on_one_spot_end_soon)
{
    cp_arena arena = { 0 };
    cp_label_wish *wish = cp_new_array(&arena, cp_label_wish, 1000);
    cp_label_task task = task_of(wish, 1000);
    cp_label_places places;

    task.rules.effort = 0.2;
    for (int i = 0; i < 1000; i++)
        wish[i] = wish_at(100, 50);
    places = cp_labels_place(&arena, &task);
    CHECK_INT(label_faults(&task, &places), 0);
    CHECK(places.left_out > 900 && places.left_out < 1000);
    CHECK(places.work < 500000);
    cp_arena_free(&arena);
}

TEST(a_heap_of_which_half_fits_is_placed_by_half_and_ends_soon)
{
    cp_arena arena = { 0 };
    cp_label_wish *wish = cp_new_array(&arena, cp_label_wish, 40);
    cp_label_task task = task_of(wish, 40);
    cp_label_places places;

    task.frame = (cp_rect){ 0, 0, 300, 100 };
    for (int i = 0; i < 40; i++)
        wish[i] = wish_at(120 + 6 * (i % 10), 36 + 5 * (i / 10.0));
    places = cp_labels_place(&arena, &task);
    CHECK_INT(label_faults(&task, &places), 0);
    CHECK(places.left_out > 0 && places.left_out < 20);
    CHECK(places.work < 500000);
    cp_arena_free(&arena);
}

TEST(who_gives_up_at_once_is_left_out_and_no_reason_to_go_on_for_the_last)
{
    cp_arena arena = { 0 };
    const cp_toward right[] = { CP_TOWARD_RIGHT };
    cp_label_wish wish[101];
    cp_label_task task = task_of(wish, 101);
    cp_label_places places;

    for (int i = 0; i < 101; i++) {
        wish[i] = i < 2 ? wish_at(100, 20) : wish_at(100, 70);
        wish[i].toward = right;
        wish[i].toward_count = 1;
        wish[i].only_toward = true;
    }
    wish[100].fixed = true;
    wish[100].at = (cp_point){ 104, 65 };
    places = cp_labels_place(&arena, &task);
    CHECK_INT(label_faults(&task, &places), 0);
    CHECK_INT(places.left_out, 99);
    CHECK(places.work < 400000);
    cp_arena_free(&arena);
}

TEST(the_checker_sees_each_kind_of_fault)
{
    cp_label_wish wish[] = { wish_at(100, 50), wish_at(150, 50) };
    cp_label_task task = task_of(wish, 2);
    cp_label_place place[] = {
        { .placed = true, .box = { 104, 45, 30, 10 }, .gap = 1 },
        { .placed = true, .box = { 135, 30, 30, 10 }, .gap = 1 },
    };
    cp_label_places places = { .place = place };

    CHECK_INT(label_faults(&task, &places), 0);
    place[1].box = (cp_rect){ 104, 55.1, 30, 10 }; /* not as far below the first as it should be */
    CHECK_INT(label_faults(&task, &places), 1);
    place[1].box = (cp_rect){ 135.5, 36, 30, 10 }; /* not as far beside it */
    CHECK_INT(label_faults(&task, &places), 0);
    task.rules.space = 2;
    CHECK_INT(label_faults(&task, &places), 1);
    place[1].box = (cp_rect){ 130, 40, 30, 6 }; /* over the first label, and of a wrong size */
    CHECK_INT(label_faults(&task, &places), 2);
    place[1].box = (cp_rect){ 130, 41, 30, 10 }; /* over its own point too */
    CHECK_INT(label_faults(&task, &places), 2);
    place[1].box = (cp_rect){ 171, 45, 30, 10 }; /* outside */
    CHECK_INT(label_faults(&task, &places), 1);
    place[1] = (cp_label_place){ .placed = true,
                                 .led = true,
                                 .box = { 20, 45, 30, 10 },
                                 .gap = 97,
                                 .from = { 147, 50 },
                                 .to = { 50, 50 } };
    places.led = 1; /* its leader runs through the first label and the first point */
    CHECK_INT(label_faults(&task, &places), 2);
    places.left_out = 1;
    CHECK_INT(label_faults(&task, &places), 3);
}
