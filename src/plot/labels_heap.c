#include "plot/labels_heap.h"

#include <math.h>

#include "plot/labels_choice.h"
#include "plot/labels_fan.h"

static const double reach_lines = 9.6; /* of a heap from its middle */
static const double join_reach = 1.1;  /* times that */
enum {
    HEAP = 10,         /* labels that wait in one, at least */
    WAITING_MOST = 300 /* more: most will be left out, whatever is done */
};

static bool is_around(const cp_label_search *search, size_t label, cp_point middle, double reach)
{
    cp_point p = search->task->wish[label].anchor.a;

    return fabs(p.x - middle.x) <= reach && fabs(p.y - middle.y) <= reach;
}

static bool may_join(const cp_label_search *search, const cp_heaps *heaps, size_t label)
{
    return heaps->heap[label] == 0 && !search->task->wish[label].only_toward;
}

static void join(const cp_label_search *search, const cp_label_queue *waiting, cp_heaps *heaps,
                 int heap)
{
    for (size_t i = 0; i < waiting->count; i++) {
        size_t label = cp_label_queue_at(waiting, i);

        if (may_join(search, heaps, label)
            && is_around(search, label, heaps->middle[heap], heaps->reach))
            heaps->heap[label] = (uint8_t)(heap + 1);
    }
}

static size_t count_around(const cp_label_search *search, const cp_label_queue *waiting,
                           const cp_heaps *heaps, cp_point middle)
{
    size_t count = 0;

    for (size_t i = 0; i < waiting->count; i++) {
        size_t label = cp_label_queue_at(waiting, i);

        count += may_join(search, heaps, label) && is_around(search, label, middle, heaps->reach);
    }
    return count;
}

/* Around the label, but moved into the frame; false: it need not be moved. */
static bool middle_at_edge(const cp_label_search *search, size_t label, double reach,
                           cp_point *middle)
{
    cp_rect frame = search->task->frame;
    cp_point p = search->task->wish[label].anchor.a;

    middle->x = cp_clamp(p.x, frame.x + reach, frame.x + frame.width - reach);
    middle->y = cp_clamp(p.y, frame.y + reach, frame.y + frame.height - reach);
    return middle->x != p.x || middle->y != p.y;
}

/* Where at the edge the most wait. */
static bool find_next(const cp_label_search *search, const cp_label_queue *waiting, cp_heaps *heaps)
{
    size_t most = 0;

    for (size_t i = 0; i < waiting->count; i++) {
        cp_point middle;
        size_t count;

        if (!middle_at_edge(search, cp_label_queue_at(waiting, i), heaps->reach, &middle))
            continue;
        count = count_around(search, waiting, heaps, middle);
        if (count > most) {
            most = count;
            heaps->middle[heaps->count] = middle;
        }
    }
    return most >= HEAP;
}

cp_heaps cp_heaps_of(cp_label_search *search, const cp_label_queue *waiting)
{
    cp_heaps heaps = { .heap = cp_new_array(search->arena, uint8_t, search->task->count),
                       .reach = reach_lines * cp_room_line_height(&search->board.room) };

    if (waiting->count > WAITING_MOST || search->task->rules.leader_most > 0)
        return heaps;
    while (heaps.count < CP_HEAPS_MOST && find_next(search, waiting, &heaps)) {
        join(search, waiting, &heaps, heaps.count);
        heaps.count++;
    }
    heaps.reach *= join_reach;
    return heaps;
}

void cp_heaps_join(const cp_label_search *search, const cp_label_queue *waiting, cp_heaps *heaps)
{
    for (int i = 0; i < heaps->count; i++)
        join(search, waiting, heaps, i);
}

void cp_heaps_put(cp_label_search *search, const cp_heaps *heaps)
{
    uint32_t *label = cp_new_array(search->arena, uint32_t, search->task->count);

    for (int heap = 1; heap <= heaps->count; heap++) {
        size_t count = 0;

        for (size_t i = 0; i < search->task->count; i++)
            if (heaps->heap[i] == heap)
                label[count++] = (uint32_t)i;
        cp_label_fans_put(search, label, count, heaps->middle[heap - 1]);
    }
}
