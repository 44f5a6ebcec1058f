#include "plot/labels.h"

#include <math.h>

#include "plot/labels_search.h"

/* Of the steps allowed, those for the last look around and for better places. */
static const double scan_part = 0.1, draw_in_part = 0.05, improve_part = 0.02, rebuild_part = 0.06;

/* Steps allowed for finding places; easy clouds take far less.  About 10 a microsecond. */
static double work_allowed(const cp_label_task *task)
{
    const double first = 20000, each = 1800, most = 7e5;

    return fmin(first + each * (double)task->count, most)
           * (task->rules.effort > 0 ? task->rules.effort : 1);
}

/* Where hardly any is left out.  What stands in each other's way grows with the square; beyond
 * some three hundred labels there may be time for fewer steps the more there are. */
static double work_allowed_longer(const cp_label_task *task, double allowed)
{
    const double each_pair = 18, most = 1.8e14;
    double count = (double)task->count;

    return allowed
           + fmin(each_pair * count * count, most / (count * count * count))
                 * (task->rules.effort > 0 ? task->rules.effort : 1);
}

static bool fixed_clashes(cp_label_search *search, size_t label)
{
    const cp_spot *spot = search->board.at[label];
    cp_gaps gaps;
    cp_hits hits;

    return !cp_rect_inside(spot->box, search->task->frame, 1e-7)
           || !cp_ground_gaps(&search->maker.ground, spot->box, label, 0, &gaps)
           || !cp_board_hits(&search->board, label, spot, search->walls, 1, &hits);
}

static cp_label_place place_of(cp_label_search *search, size_t label)
{
    const cp_spot *at = search->board.at[label];
    cp_spot spot = cp_spot_forced(&search->maker, label, at->box.x, at->box.y);

    return (cp_label_place){
        .placed = true,
        .led = spot.led,
        .box = spot.box,
        .from = spot.from,
        .to = spot.to,
        .gap = spot.gap,
        .over = cp_spot_over(&search->maker, label, &spot),
    };
}

static cp_label_places result(cp_arena *arena, cp_label_search *search)
{
    const cp_label_task *task = search->task;
    cp_label_places places = { .place = cp_new_array(arena, cp_label_place, task->count) };
    size_t placed = 0;

    for (size_t i = 0; i < task->count; i++) {
        if (!search->board.at[i])
            continue;
        places.place[i] = place_of(search, i);
        places.led += places.place[i].led;
        places.over += places.place[i].over > 0;
        places.gap += places.place[i].gap;
        places.clashing += task->wish[i].fixed && fixed_clashes(search, i);
        placed++;
    }
    places.left_out = task->count - placed;
    places.gap /= placed > 0 ? (double)placed : 1;
    places.work = cp_label_search_work(search);
    return places;
}

static bool has_room(cp_rect frame)
{
    return isfinite(frame.x) && isfinite(frame.y) && isfinite(frame.width) && isfinite(frame.height)
           && frame.width > 0 && frame.height > 0;
}

cp_label_places cp_labels_place(cp_arena *arena, const cp_label_task *task)
{
    cp_arena work = { 0 };
    cp_label_search search;
    cp_label_places places;
    double allowed = work_allowed(task);

    if (!has_room(task->frame) || task->count == 0)
        return (cp_label_places){ .place = cp_new_array(arena, cp_label_place, task->count),
                                  .left_out = task->count };
    cp_label_search_begin(&work, &search, task);
    search.work_most = (size_t)allowed;
    cp_label_search_place(&search, (size_t)work_allowed_longer(task, allowed));
    search.work_most = cp_label_search_work(&search) + (size_t)(allowed * scan_part);
    cp_label_search_scan(&search);
    search.work_most = cp_label_search_work(&search) + (size_t)(allowed * draw_in_part);
    cp_label_search_draw_in(&search);
    search.work_most = cp_label_search_work(&search) + (size_t)(allowed * improve_part);
    cp_label_search_improve(&search);
    search.work_most = cp_label_search_work(&search) + (size_t)(allowed * rebuild_part);
    cp_label_search_rebuild(&search);
    places = result(arena, &search);
    cp_arena_free(&work);
    return places;
}
