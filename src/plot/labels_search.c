#include "plot/labels_search.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "plot/labels_choice.h"
#include "plot/labels_heap.h"
#include "plot/labels_turn.h"

enum {
    CROWD = 40,
    FAN_ROUNDS = 3,
    VAIN = 120000 /* steps without a gain: where many are left out it ends */
};
static const double few = 0.08;   /* left out: the search may go on for longer */
static const double wider = 1.09; /* heaps where it begins anew */

size_t cp_label_search_work(const cp_label_search *search)
{
    return search->maker.work + search->maker.ground.work + search->board.work;
}

bool cp_label_search_is_late(const cp_label_search *search)
{
    return cp_label_search_work(search) > search->work_most;
}

void cp_label_search_begin(cp_arena *arena, cp_label_search *search, const cp_label_task *task)
{
    *search = (cp_label_search){ .arena = arena, .task = task };
    cp_spot_maker_begin(arena, &search->maker, task);
    cp_board_begin(arena, &search->board, task, &search->maker.ground);
    cp_rose_begin(arena, &search->rose, &search->board, task->rules.leader_most);
    search->spots = cp_new_array(arena, cp_spots, task->count);
    search->hardness = cp_new_array(arena, double, task->count);
    search->ones = cp_new_array(arena, double, task->count);
    search->walls = cp_new_array(arena, double, task->count);
    for (size_t i = 0; i < task->count; i++) {
        const cp_label_wish *wish = &task->wish[i];

        search->walls[i] = INFINITY;
        search->ones[i] = wish->fixed ? INFINITY : 1;
        search->hardness[i]
            = wish->fixed ? INFINITY : cp_label_weight(search, i) * (wish->before ? 4 : 1);
        if (wish->fixed) {
            cp_spot spot = cp_spot_forced(&search->maker, i, wish->at.x, wish->at.y);

            cp_board_put(&search->board, i, &spot);
        }
    }
}

/* By heaps of points in one spot, which each question has to go through. */
static bool is_worn_out(const cp_label_search *search)
{
    return search->maker.ground.work > search->work_most;
}

typedef struct turn {
    uint32_t label;
    bool stays;
    double weight;
    int room; /* spots at the wanted gap */
} turn;

static int by_need(const void *a, const void *b)
{
    const turn *one = a, *two = b;

    if (one->stays != two->stays)
        return one->stays ? -1 : 1;
    if (one->weight != two->weight)
        return one->weight > two->weight ? -1 : 1;
    if (one->room != two->room)
        return one->room - two->room;
    return one->label < two->label ? -1 : 1;
}

/* Those that stay, then heavy ones, then those with the fewest spots. */
static cp_label_queue queue_all(cp_label_search *search)
{
    size_t count = search->task->count;
    cp_label_queue waiting = cp_label_queue_new(search);
    turn *turns = cp_new_array(search->arena, turn, count);
    size_t movable = 0;

    for (size_t i = 0; i < count; i++) {
        const cp_label_wish *wish = &search->task->wish[i];

        if (!cp_label_is_movable(search, i) || !cp_anchor_is_finite(&wish->anchor))
            continue;
        turns[movable++] = (turn){ (uint32_t)i, wish->before, cp_label_weight(search, i),
                                   is_worn_out(search) ? 0 : cp_label_tier(search, i, 0)->count };
    }
    qsort(turns, movable, sizeof *turns, by_need);
    for (size_t i = 0; i < movable; i++)
        cp_label_queue_add(&waiting, turns[i].label);
    return waiting;
}

static void put_where_free(cp_label_search *search, cp_label_queue *waiting)
{
    for (size_t i = waiting->count; i-- > 0;) {
        size_t label = cp_label_queue_take(waiting);

        if (is_worn_out(search)
            || !cp_label_put_free(search, label, cp_spot_tier_cost(search->task, 2)))
            cp_label_queue_add(waiting, label);
    }
}

/* But those that stay. */
static void take_off(cp_label_search *search, const cp_label_queue *all)
{
    for (size_t i = 0; i < all->count; i++) {
        size_t label = cp_label_queue_at(all, i);

        if (search->board.at[label] && !search->task->wish[label].before)
            cp_board_take(&search->board, label);
    }
}

static void wait_in_order(const cp_label_search *search, const cp_label_queue *all,
                          cp_label_queue *waiting)
{
    waiting->count = 0;
    for (size_t i = 0; i < all->count; i++)
        if (!search->board.at[cp_label_queue_at(all, i)])
            cp_label_queue_add(waiting, cp_label_queue_at(all, i));
}

/* How the search begins. */
typedef struct start {
    cp_label_queue all; /* in the order of their turns */
    cp_heaps heaps;
    size_t work; /* done until then */
} start;

/* The fans of heaps first, then all others where free: who finds no place beside a fan joins it
 * in the next round. */
static void put_fans_first(cp_label_search *search, start *begun, cp_label_queue *waiting)
{
    for (int round = 0; begun->heaps.count > 0 && round < FAN_ROUNDS; round++) {
        cp_heaps_join(search, waiting, &begun->heaps);
        take_off(search, &begun->all);
        cp_heaps_put(search, &begun->heaps);
        wait_in_order(search, &begun->all, waiting);
        put_where_free(search, waiting);
    }
    begun->work = cp_label_search_work(search);
}

static start put_all(cp_label_search *search, cp_label_queue *waiting)
{
    start begun = { .all = cp_label_queue_new(search) };

    while (begun.all.count < waiting->count)
        cp_label_queue_add(&begun.all, cp_label_queue_at(waiting, begun.all.count));
    put_where_free(search, waiting);
    search->crowd = waiting->count > CROWD;
    if (search->crowd)
        begun.heaps = cp_heaps_of(search, waiting);
    put_fans_first(search, &begun, waiting);
    return begun;
}

/* The best state so far. */
typedef struct record {
    double left_out; /* by weight */
    double given_up; /* of that, those who find no place whoever leaves */
    size_t work;     /* done when it was reached */
    const cp_spot **at;
} record;

static double left_out(const cp_label_search *search, const cp_label_queue *waiting)
{
    double sum = 0;

    for (size_t i = 0; i < waiting->count; i++)
        sum += cp_label_weight(search, cp_label_queue_at(waiting, i));
    return sum;
}

static void remember(cp_label_search *search, const cp_label_queue *waiting, record *best)
{
    double now = left_out(search, waiting) + best->given_up;

    if (now >= best->left_out)
        return;
    best->left_out = now;
    best->work = cp_label_search_work(search);
    memcpy(best->at, search->board.at, search->task->count * sizeof *best->at);
    search->board.work += search->task->count / 16;
}

void cp_label_restore(cp_label_search *search, const cp_spot *const *at)
{
    for (size_t i = 0; i < search->task->count; i++)
        if (search->board.at[i] != at[i] && search->board.at[i])
            cp_board_take(&search->board, i);
    for (size_t i = 0; i < search->task->count; i++)
        if (at[i] && !search->board.at[i])
            cp_board_put_back(&search->board, i, at[i]);
}

static bool is_end_near(const cp_label_search *search, const record *best)
{
    return best->left_out <= few * (double)search->task->count;
}

/* Where few are left out the search goes on. */
static bool goes_on(const cp_label_search *search, const record *best, size_t longer)
{
    size_t work = cp_label_search_work(search);

    if (is_end_near(search, best))
        return work < longer;
    return work < search->work_most && work - best->work < VAIN;
}

/* After half of the steps allowed, where a new attempt could still take all of its own. */
static bool is_stuck(const cp_label_search *search, const start *begun, const record *best,
                     size_t longer)
{
    size_t work = cp_label_search_work(search), most = search->work_most;

    return begun->heaps.count > 0 && is_end_near(search, best) && 2 * work > begun->work + most
           && work + most < longer + begun->work;
}

/* Fans may wall in names beside them, and the search then takes them apart in vain: wider heaps
 * have other fans.  As many steps are allowed as before. */
static void begin_anew(cp_label_search *search, start *begun, cp_label_queue *waiting, record *best)
{
    size_t before = begun->work;

    begun->heaps.reach *= wider;
    best->given_up = 0;
    put_fans_first(search, begun, waiting);
    search->work_most += begun->work - before;
}

static void take_turn(cp_label_search *search, cp_label_queue *waiting, record *best)
{
    double weight = cp_label_weight(search, cp_label_queue_at(waiting, 0));

    if (!cp_label_place_next(search, waiting))
        best->given_up += weight;
}

void cp_label_search_place(cp_label_search *search, size_t longer)
{
    cp_label_queue waiting = queue_all(search);
    record best = { .left_out = INFINITY,
                    .at = cp_new_array(search->arena, const cp_spot *, search->task->count) };
    start begun = put_all(search, &waiting);

    remember(search, &waiting, &best);
    while (waiting.count > 0 && goes_on(search, &best, longer)) {
        if (is_stuck(search, &begun, &best, longer))
            begin_anew(search, &begun, &waiting, &best);
        else
            take_turn(search, &waiting, &best);
        remember(search, &waiting, &best);
    }
    search->crowd = false;
    cp_label_restore(search, best.at);
}
