#include "plot/labels_search.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "plot/labels_choice.h"
#include "plot/labels_move.h"
#include "plot/labels_turn.h"

static const double driven_out_most = 2; /* labels that one may drive out to stand better */
static const double least_gain = 0.05;
static const double far = 9;         /* cost of a label that has a leader, at least */
static const double bearable = 2;    /* cost of a label that need not be rebuilt */
static const double unbearable = 70; /* of one worth a longer look around it */
enum {
    taken_apart = 6,
    turns_more = 4, /* than were taken apart: what is not well by then hardly ever gets so */
    rounds_in_vain = 4,
    listed_most = 60 /* more: it leads nowhere */
};

typedef struct grief {
    double cost;
    uint32_t label;
} grief;

static int by_grief(const void *a, const void *b)
{
    const grief *one = a, *two = b;

    if (one->cost != two->cost)
        return one->cost > two->cost ? -1 : 1;
    return one->label < two->label ? -1 : 1;
}

/* Labels that stand for a higher cost, worst first. */
static size_t list_griefs(const cp_label_search *search, double above, grief *griefs)
{
    size_t count = 0;

    for (size_t i = 0; i < search->task->count; i++) {
        double cost = search->board.at[i] ? search->board.at[i]->cost : INFINITY;

        if (cp_label_is_movable(search, i) && search->spots[i].tiers > 0 && cost > above)
            griefs[count++] = (grief){ cost, (uint32_t)i };
    }
    qsort(griefs, count, sizeof *griefs, by_grief);
    return count;
}

static bool draw_in(cp_label_search *search, size_t label)
{
    const cp_spot *before = search->board.at[label];

    cp_board_take(&search->board, label);
    if (cp_label_put_free(search, label, before->cost - least_gain))
        return true;
    cp_board_put_back(&search->board, label, before);
    return false;
}

/* Others may have left room nearer to the point since, and who is drawn in leaves some. */
void cp_label_search_draw_in(cp_label_search *search)
{
    grief *griefs = cp_new_array(search->arena, grief, search->task->count);
    bool better = true;

    while (better) {
        size_t listed = list_griefs(search, far, griefs);

        better = false;
        for (size_t i = 0; i < listed; i++) {
            if (cp_label_search_work(search) >= search->work_most)
                return;
            if (search->board.at[griefs[i].label])
                better |= draw_in(search, griefs[i].label);
        }
    }
}

/* The label goes to the spot; those it drives out must lose less than it gains, and what heavier
 * ones lose counts for more. */
static bool try_move(cp_label_search *search, size_t label, const cp_spot *spot,
                     const cp_hits *hits)
{
    double gain = search->board.at[label]->cost - spot->cost - least_gain;
    cp_label_move move;

    cp_label_move_make(search, &move, label, spot, hits);
    for (int i = 1; i < move.count; i++) {
        double before = move.before[i]->cost;
        double heavier
            = fmax(cp_label_weight(search, move.label[i]) / cp_label_weight(search, label), 1);

        if (!cp_label_put_free(search, move.label[i], before + gain / heavier)) {
            cp_label_move_undo(search, &move);
            return false;
        }
        gain -= (search->board.at[move.label[i]]->cost - before) * heavier;
    }
    return true;
}

static bool improve_one(cp_label_search *search, size_t label)
{
    for (int tier = 0; tier < CP_SPOT_TIERS; tier++) {
        const cp_spot_list *list;
        double most = search->board.at[label]->cost - least_gain;

        if (cp_spot_tier_cost(search->task, tier) >= most)
            continue;
        list = cp_label_tier(search, label, tier);
        for (int i = 0; i < list->count && list->item[i].cost < most; i++) {
            cp_spot spot = cp_spot_of(&search->maker, label, &list->item[i]);
            cp_hits hits;

            if (cp_label_search_work(search) >= search->work_most)
                return false;
            if (cp_board_hits(&search->board, label, &spot, search->ones, driven_out_most + 0.5,
                              &hits)
                && try_move(search, label, &spot, &hits))
                return true;
        }
    }
    return false;
}

void cp_label_search_improve(cp_label_search *search)
{
    bool better = true;

    while (better && cp_label_search_work(search) < search->work_most) {
        better = false;
        for (size_t i = 0; i < search->task->count; i++)
            if (cp_label_is_movable(search, i) && search->board.at[i])
                better |= improve_one(search, i);
    }
}

/* All places together; a label left out costs more than any place. */
static double total_cost(const cp_label_search *search)
{
    const double left_out_cost = 1e5;
    double sum = 0;

    for (size_t i = 0; i < search->task->count; i++)
        if (cp_label_is_movable(search, i))
            sum += search->board.at[i] ? search->board.at[i]->cost
                                       : left_out_cost * cp_label_weight(search, i);
    return sum;
}

static void soften(cp_label_search *search)
{
    for (size_t i = 0; i < search->task->count; i++)
        if (cp_label_is_movable(search, i))
            search->hardness[i] = cp_label_weight(search, i);
}

static void clear_spot(cp_label_search *search, size_t label, const cp_offer *offer,
                       cp_label_queue *waiting)
{
    cp_spot spot = cp_spot_of(&search->maker, label, offer);
    cp_hits hits;

    if (!cp_board_hits(&search->board, label, &spot, search->ones, CP_HITS_MOST, &hits))
        return;
    for (int i = 0; i < hits.count; i++) {
        cp_board_take(&search->board, hits.label[i]);
        cp_label_queue_add(waiting, hits.label[i]);
    }
}

/* Takes off the label and those in the way of some of its cheaper spots. */
static void take_apart(cp_label_search *search, size_t label, cp_label_queue *waiting)
{
    double most = search->board.at[label] ? search->board.at[label]->cost : INFINITY;

    if (search->board.at[label])
        cp_board_take(&search->board, label);
    cp_label_queue_add(waiting, label);
    for (int tier = 0; tier < search->spots[label].tiers; tier++) {
        const cp_spot_list *list = &search->spots[label].tier[tier];

        for (int i = 0; i < list->count && list->item[i].cost < most; i++) {
            if (waiting->count >= taken_apart)
                return;
            clear_spot(search, label, &list->item[i], waiting);
        }
    }
}

/* Clears the surroundings of a label and places all that stood there anew, kept if the
 * whole has become better. */
static bool rebuild(cp_label_search *search, size_t label, cp_label_queue *waiting,
                    const cp_spot **before)
{
    double cost = total_cost(search);
    size_t turns;

    memcpy(before, search->board.at, search->task->count * sizeof *before);
    soften(search);
    take_apart(search, label, waiting);
    turns = waiting->count + turns_more;
    if (before[label] && before[label]->cost > unbearable)
        turns += waiting->count;
    while (waiting->count > 0 && turns-- > 0)
        cp_label_place_next(search, waiting);
    waiting->count = 0;
    search->board.work += search->task->count / 16;
    if (total_cost(search) < cost - least_gain)
        return true;
    cp_label_restore(search, before);
    return false;
}

void cp_label_search_rebuild(cp_label_search *search)
{
    size_t count = search->task->count, listed;
    cp_label_queue waiting = cp_label_queue_new(search);
    const cp_spot **before = cp_new_array(search->arena, const cp_spot *, count);
    grief *griefs = cp_new_array(search->arena, grief, count);
    int in_vain = 0;

    while (in_vain++ < rounds_in_vain) {
        listed = list_griefs(search, bearable, griefs);
        if (listed == 0 || listed > listed_most)
            return;
        for (size_t i = 0; i < listed; i++) {
            if (cp_label_search_work(search) >= search->work_most)
                return;
            if (rebuild(search, griefs[i].label, &waiting, before))
                in_vain = 0;
        }
    }
}

static bool settle_anywhere(cp_label_search *search, size_t label)
{
    const cp_rect frame = search->task->frame;
    cp_size size = search->task->wish[label].size;
    double across = fmax(size.width / 3, frame.width / 200);
    double down = fmax(size.height / 2, frame.height / 200);
    cp_spot best = { .cost = INFINITY }, spot;
    cp_hits hits;

    for (double y = frame.y; y + size.height <= frame.y + frame.height; y += down)
        for (double x = frame.x; x + size.width <= frame.x + frame.width; x += across)
            if (cp_spot_at(&search->maker, label, x, y, &spot) && spot.cost < best.cost
                && cp_board_hits(&search->board, label, &spot, search->walls, 1, &hits))
                best = spot;
    if (isinf(best.cost))
        return false;
    cp_board_put(&search->board, label, &best);
    return true;
}

void cp_label_search_scan(cp_label_search *search)
{
    for (size_t i = 0; i < search->task->count; i++) {
        if (search->board.at[i] || !cp_anchor_is_finite(&search->task->wish[i].anchor)
            || cp_label_search_work(search) >= search->work_most)
            continue;
        settle_anywhere(search, i);
    }
}
