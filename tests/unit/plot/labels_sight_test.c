#include "plot/labels_sight.h"
#include "test.h"

#include <math.h>

enum { COUNT = 2 };

typedef struct scene {
    cp_arena arena;
    cp_label_wish wish[COUNT];
    cp_label_task task;
    cp_spot_maker maker;
    cp_board board;
    cp_sight sight;
    double weight[COUNT];
} scene;

static const cp_point here = { 100, 100 };

static void begin_scene(scene *s)
{
    *s = (scene){ .weight = { 5, 5 } };
    s->task = (cp_label_task){ .frame = { 0, 0, 200, 200 }, .wish = s->wish, .count = COUNT };
    cp_spot_maker_begin(&s->arena, &s->maker, &s->task);
    cp_board_begin(&s->arena, &s->board, &s->task, &s->maker.ground);
    cp_sight_begin(&s->arena, &s->sight, COUNT);
    for (int i = 0; i < CP_SIGHT_SHELLS; i++)
        s->sight.shell[i] = (float)pow(10 * (i + 1), 2);
}

/* What is covered in the direction of an angle, out to a distance. */
static double covered(const scene *s, double degrees, double distance)
{
    double turn = degrees * acos(-1) / 180;
    int way = (int)cp_sight_direction((float)cos(turn), (float)sin(turn)) % CP_SIGHT_WAYS;

    return (double)s->sight.covered[way][cp_sight_shell(&s->sight, (float)(distance * distance))];
}

/* Seen from the middle of the scene, with nothing around it. */
static void look_at(scene *s, cp_spot spot)
{
    begin_scene(s);
    cp_board_put(&s->board, 1, &spot);
    cp_sight_look(&s->sight, &s->board, 0, here, s->weight);
}

TEST(directions_grow_with_the_angle_once_around)
{
    float last = -1;

    for (int degrees = 0; degrees < 360; degrees++) {
        double turn = degrees * acos(-1) / 180;
        float now = cp_sight_direction((float)cos(turn), (float)sin(turn));

        CHECK(now >= 0 && now <= CP_SIGHT_WAYS);
        CHECK(now > last);
        last = now;
    }
}

/* Boxes of 10 x 10 in eight places around: their corners are seen 90 / 2 degrees apart or so. */
TEST(a_box_covers_what_lies_behind_it)
{
    for (int x = -1; x <= 1; x++)
        for (int y = -1; y <= 1; y++) {
            double degrees = atan2(y, x) * 180 / acos(-1);
            scene s;

            if (x == 0 && y == 0)
                continue;
            look_at(&s, (cp_spot){ .box = { here.x + 20 * x - 5, here.y + 20 * y - 5, 10, 10 } });
            CHECK_NEAR(covered(&s, degrees, 35), 5, 1e-6);
            CHECK_NEAR(covered(&s, degrees + 8, 35), 5, 1e-6);
            CHECK_NEAR(covered(&s, degrees - 8, 35), 5, 1e-6);
            CHECK_NEAR(covered(&s, degrees, 5), 0, 1e-6);
            CHECK_NEAR(covered(&s, degrees + 30, 35), 0, 1e-6);
            CHECK_NEAR(covered(&s, degrees - 30, 35), 0, 1e-6);
            CHECK_NEAR(covered(&s, degrees + 180, 35), 0, 1e-6);
            cp_arena_free(&s.arena);
        }
}

TEST(a_leader_covers_what_lies_between_its_ends_from_where_it_is_nearest)
{
    scene s;

    look_at(&s, (cp_spot){ .box = { 190, 190, 5, 5 },
                           .led = true,
                           .from = { here.x + 22, here.y - 33 },
                           .to = { here.x + 22, here.y + 33 } });
    CHECK_NEAR(covered(&s, 0, 25), 5, 1e-6);
    CHECK_NEAR(covered(&s, 50, 25), 5, 1e-6);
    CHECK_NEAR(covered(&s, -50, 25), 5, 1e-6);
    CHECK_NEAR(covered(&s, 0, 15), 0, 1e-6);
    CHECK_NEAR(covered(&s, 65, 25), 0, 1e-6);
    CHECK_NEAR(covered(&s, 180, 25), 0, 1e-6);
    cp_arena_free(&s.arena);
}

TEST(what_may_not_be_driven_out_is_a_wall_and_the_own_label_is_none)
{
    scene s;

    begin_scene(&s);
    for (size_t i = 0; i < COUNT; i++) {
        cp_spot spot = { .box = { here.x + 15, here.y - 50 + 100 * (double)i - 5, 10, 10 } };

        s.weight[i] = INFINITY;
        cp_board_put(&s.board, i, &spot);
    }
    cp_sight_look(&s.sight, &s.board, 0, here, s.weight);
    CHECK(covered(&s, 67, 90) >= (double)CP_SIGHT_WALL);
    CHECK_NEAR(covered(&s, -67, 90), 0, 1e-6);
    cp_arena_free(&s.arena);
}
