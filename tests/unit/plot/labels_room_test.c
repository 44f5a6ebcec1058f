#include "plot/labels_board.h"
#include "test.h"

#include <math.h>
#include <string.h>

#include "labels_cloud.h"
#include "plot/labels_random.h"

typedef struct map {
    cp_arena arena;
    cp_label_task task;
    cp_ground ground;
    cp_room room;
} map;

static void begin_map(map *m, const char *kind, size_t count)
{
    *m = (map){ 0 };
    m->task = cloud_task(&m->arena, kind, count, 1);
    m->task.rules.space = 3;
    cp_ground_begin(&m->arena, &m->ground, &m->task);
    cp_room_begin(&m->arena, &m->room, &m->task, &m->ground);
}

static bool is_clear(map *m, cp_rect box, const cp_rect *put, size_t count)
{
    double between = m->task.rules.between, more = fmax(m->task.rules.space - between, 0);
    cp_rect wide = { box.x - more, box.y, box.width + 2 * more, box.height };
    cp_gaps gaps;

    for (size_t i = 0; i < count; i++)
        if (cp_boxes_near(wide, put[i], between - 1e-5))
            return false;
    return cp_rect_inside(box, m->task.frame, 1e-5)
           && cp_ground_gaps(&m->ground, box, m->task.count, 0, &gaps);
}

/* The number of places that the map calls free, of which none may be taken. */
static size_t check_free(map *m, const cp_rect *put, size_t count, cp_size size)
{
    size_t free = 0;

    for (int line = 0; line < m->room.lines; line++) {
        cp_room_line bits = cp_room_free(&m->room, line, size);
        double top = cp_room_line_top(&m->room, line);

        for (double x = cp_room_after(&m->room, &bits, 0); !isnan(x);
             x = cp_room_after(&m->room, &bits, x + m->room.width)) {
            CHECK(is_clear(m, (cp_rect){ x, top, size.width, size.height }, put, count));
            CHECK_NEAR(cp_room_before(&m->room, &bits, x + m->room.width / 2), x, 1e-9);
            free++;
        }
    }
    return free;
}

TEST(what_the_map_calls_free_is_free_of_points_and_boxes)
{
    const cp_size size = { 21, 6 };
    cp_rect put[60];
    uint64_t random = 1;
    size_t free;
    map m;

    begin_map(&m, "normal", 300);
    free = check_free(&m, NULL, 0, size);
    CHECK(free > 1000);
    for (int i = 0; i < 60; i++) {
        put[i] = (cp_rect){ 850 * cp_label_random(&random), 420 * cp_label_random(&random), 30, 8 };
        cp_room_put(&m.room, put[i]);
    }
    CHECK(check_free(&m, put, 60, size) < free);
    for (int i = 0; i < 60; i++)
        cp_room_take(&m.room, put[i]);
    CHECK_INT(check_free(&m, NULL, 0, size), free);
    cp_arena_free(&m.arena);
}

TEST(boxes_of_a_lines_height_follow_each_other_as_near_as_they_may)
{
    map m;
    cp_size size;
    cp_room_line bits;

    begin_map(&m, "uniform", 1);
    size = (cp_size){ 20, m.task.wish[0].size.height };
    cp_room_put(&m.room, (cp_rect){ 0, cp_room_line_top(&m.room, 3), size.width, size.height });
    for (int line = 2; line <= 4; line++) {
        bits = cp_room_free(&m.room, line, size);
        CHECK(cp_room_is_free(&m.room, &bits, 0) == (line != 3));
    }
    cp_arena_free(&m.arena);
}

TEST(there_is_no_room_for_what_is_larger_than_the_frame)
{
    map m;
    cp_room_line bits;

    begin_map(&m, "uniform", 1);
    bits = cp_room_free(&m.room, 0, (cp_size){ 900, 6 });
    CHECK(isnan(cp_room_after(&m.room, &bits, 0)));
    bits = cp_room_free(&m.room, 0, (cp_size){ 9, 600 });
    CHECK(isnan(cp_room_before(&m.room, &bits, 880)));
    bits = cp_room_free(&m.room, 0, (cp_size){ NAN, 6 });
    CHECK(isnan(cp_room_after(&m.room, &bits, 0)));
    cp_arena_free(&m.arena);
}
