#include "plot/labels_search.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

static const double drive_out_cost = 14; /* times the hardness of who is driven out */
static const double hard = 4;            /* labels that get more spots each time they look */
static const double driven_out_most = 2; /* labels that one may drive out to stand better */
static const double least_gain = 0.05;
static const double bearable = 2; /* cost of a label that need not be rebuilt */
enum { taken_apart = 10, rounds_in_vain = 4 };

size_t cp_label_search_work(const cp_label_search *search)
{
    return search->maker.work + search->board.work;
}

static bool is_movable(const cp_label_search *search, size_t label)
{
    return isfinite(search->ones[label]);
}

static double weight_of(const cp_label_wish *wish)
{
    return wish->weight > 0 ? wish->weight : 1;
}

void cp_label_search_begin(cp_arena *arena, cp_label_search *search, const cp_label_task *task)
{
    *search = (cp_label_search){ .arena = arena, .task = task };
    cp_spot_maker_begin(arena, &search->maker, task);
    cp_board_begin(arena, &search->board, task);
    search->spots = cp_new_array(arena, cp_spots, task->count);
    search->hardness = cp_new_array(arena, double, task->count);
    search->ones = cp_new_array(arena, double, task->count);
    search->walls = cp_new_array(arena, double, task->count);
    for (size_t i = 0; i < task->count; i++) {
        const cp_label_wish *wish = &task->wish[i];

        search->walls[i] = INFINITY;
        search->ones[i] = wish->fixed ? INFINITY : 1;
        search->hardness[i] = wish->fixed ? INFINITY : weight_of(wish) * (wish->before ? 4 : 1);
        if (wish->fixed) {
            cp_spot spot = cp_spot_forced(&search->maker, i, wish->at.x, wish->at.y);

            cp_board_put(&search->board, i, &spot);
        }
    }
}

/* A spot and who must leave for it. */
typedef struct choice {
    bool found;
    cp_spot spot;
    double cost;
    cp_hits hits;
} choice;

/* What a label asks of its spots. */
typedef struct search_for {
    const double *weight; /* of those driven out, by label */
    double factor;        /* cost of their weight */
    double unsure;        /* how much of that cost is left to chance */
} search_for;

static void weigh(cp_label_search *search, size_t label, cp_offer offer, const search_for *want,
                  choice *best)
{
    cp_spot spot = cp_spot_of(&search->maker, label, offer);
    cp_hits hits;
    double cost;

    if (!cp_board_hits(&search->board, label, &spot, want->weight,
                       (best->cost - spot.cost) / want->factor, &hits))
        return;
    cost = spot.cost + want->factor * hits.weight;
    if (want->unsure > 0 && hits.count > 0)
        cost += want->factor * hits.weight * want->unsure * cp_spot_random(&search->maker);
    if (cost < best->cost)
        *best = (choice){ true, spot, cost, hits };
}

/* Ties of cost and hardness go to the spot that comes first. */
static void weigh_tier(cp_label_search *search, size_t label, int tier, const search_for *want,
                       choice *best)
{
    const cp_spot_list *list = &search->spots[label].tier[tier];

    for (int i = 0; i < list->count && list->item[i].cost < best->cost; i++)
        weigh(search, label, list->item[i], want, best);
}

static void extend_to(cp_label_search *search, size_t label, int tier)
{
    while (search->spots[label].tiers <= tier)
        cp_spots_extend(&search->maker, label, &search->spots[label]);
}

/* The cheapest spot below `most`, tiers made as they may pay. */
static choice choose(cp_label_search *search, size_t label, const search_for *want, double most)
{
    const cp_spot_list *scattered = &search->spots[label].scattered;
    choice best = { .cost = most };

    for (int tier = 0; tier < CP_SPOT_TIERS; tier++) {
        if (cp_spot_tier_cost(search->task, tier) >= best.cost)
            continue;
        extend_to(search, label, tier);
        weigh_tier(search, label, tier, want, &best);
    }
    for (int i = 0; i < scattered->count; i++)
        if (scattered->item[i].cost < best.cost)
            weigh(search, label, scattered->item[i], want, &best);
    return best;
}

/* Puts the label at its cheapest spot below `most` that nobody has to leave, if any. */
static bool put_free(cp_label_search *search, size_t label, double most)
{
    const search_for want = { search->walls, 1, 0 };
    choice best = choose(search, label, &want, most);

    if (best.found)
        cp_board_put(&search->board, label, &best.spot);
    return best.found;
}

typedef struct queue {
    uint32_t *label;
    size_t size, first, count;
} queue;

static void queue_add(queue *waiting, size_t label)
{
    waiting->label[(waiting->first + waiting->count++) % waiting->size] = (uint32_t)label;
}

static size_t queue_take(queue *waiting)
{
    size_t label = waiting->label[waiting->first];

    waiting->first = (waiting->first + 1) % waiting->size;
    waiting->count--;
    return label;
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
static queue queue_all(cp_label_search *search)
{
    size_t count = search->task->count;
    queue waiting = { cp_new_array(search->arena, uint32_t, count), count, 0, 0 };
    turn *turns = cp_new_array(search->arena, turn, count);
    size_t movable = 0;

    for (size_t i = 0; i < count; i++) {
        const cp_label_wish *wish = &search->task->wish[i];

        if (!is_movable(search, i) || !cp_anchor_is_finite(&wish->anchor))
            continue;
        cp_spots_extend(&search->maker, i, &search->spots[i]);
        turns[movable++]
            = (turn){ (uint32_t)i, wish->before, weight_of(wish), search->spots[i].tier[0].count };
    }
    qsort(turns, movable, sizeof *turns, by_need);
    for (size_t i = 0; i < movable; i++)
        queue_add(&waiting, turns[i].label);
    return waiting;
}

static void put_where_free(cp_label_search *search, queue *waiting)
{
    for (size_t i = waiting->count; i-- > 0;) {
        size_t label = queue_take(waiting);

        if (!put_free(search, label, cp_spot_tier_cost(search->task, 2)))
            queue_add(waiting, label);
    }
}

/* The best state so far. */
typedef struct record {
    double left_out; /* by weight */
    const cp_spot **at;
} record;

static double left_out(const cp_label_search *search, const queue *waiting)
{
    double sum = 0;

    for (size_t i = 0; i < waiting->count; i++)
        sum += weight_of(&search->task->wish[waiting->label[(waiting->first + i) % waiting->size]]);
    return sum;
}

static void remember(cp_label_search *search, const queue *waiting, record *best)
{
    double now = left_out(search, waiting);

    if (now >= best->left_out)
        return;
    best->left_out = now;
    memcpy(best->at, search->board.at, search->task->count * sizeof *best->at);
    search->board.work += search->task->count / 16;
}

static void restore(cp_label_search *search, const record *best)
{
    for (size_t i = 0; i < search->task->count; i++)
        if (search->board.at[i] != best->at[i] && search->board.at[i])
            cp_board_take(&search->board, i);
    for (size_t i = 0; i < search->task->count; i++)
        if (best->at[i] && !search->board.at[i])
            cp_board_put(&search->board, i, best->at[i]);
}

static void drive_out(cp_label_search *search, size_t label, const choice *best, queue *waiting)
{
    for (int i = 0; i < best->hits.count; i++) {
        cp_board_take(&search->board, best->hits.label[i]);
        queue_add(waiting, best->hits.label[i]);
    }
    if (best->hits.count > 0)
        search->hardness[label]
            += weight_of(&search->task->wish[label]) * (1 + cp_spot_random(&search->maker));
    cp_board_put(&search->board, label, &best->spot);
}

/* Chance keeps labels that drive each other out from doing so in the same turns. */
static void place_next(cp_label_search *search, queue *waiting)
{
    const search_for want = { search->hardness, drive_out_cost, 1 };
    size_t label = queue_take(waiting);
    choice best;

    if (search->hardness[label] >= hard * weight_of(&search->task->wish[label]))
        cp_spots_scatter(&search->maker, label, &search->spots[label]);
    best = choose(search, label, &want, INFINITY);
    if (best.found)
        drive_out(search, label, &best, waiting);
}

void cp_label_search_place(cp_label_search *search)
{
    queue waiting = queue_all(search);
    record best = { INFINITY, cp_new_array(search->arena, const cp_spot *, search->task->count) };

    put_where_free(search, &waiting);
    remember(search, &waiting, &best);
    while (waiting.count > 0 && cp_label_search_work(search) < search->work_most) {
        place_next(search, &waiting);
        remember(search, &waiting, &best);
    }
    restore(search, &best);
}

/* A move that can be taken back. */
typedef struct move {
    int count;
    uint32_t label[CP_HITS_MOST + 1];
    const cp_spot *before[CP_HITS_MOST + 1];
} move;

static void lift(cp_label_search *search, move *done, size_t label)
{
    done->label[done->count] = (uint32_t)label;
    done->before[done->count++] = search->board.at[label];
    cp_board_take(&search->board, label);
}

static void take_back(cp_label_search *search, const move *done)
{
    for (int i = 0; i < done->count; i++)
        if (search->board.at[done->label[i]])
            cp_board_take(&search->board, done->label[i]);
    for (int i = 0; i < done->count; i++)
        cp_board_put(&search->board, done->label[i], done->before[i]);
}

/* The label goes to the spot; those it drives out must lose less than it gains. */
static bool try_move(cp_label_search *search, size_t label, const cp_spot *spot,
                     const cp_hits *hits)
{
    double gain = search->board.at[label]->cost - spot->cost - least_gain;
    move done = { 0 };

    lift(search, &done, label);
    for (int i = 0; i < hits->count; i++)
        lift(search, &done, hits->label[i]);
    cp_board_put(&search->board, label, spot);
    for (int i = 1; i < done.count; i++) {
        double before = done.before[i]->cost;

        if (!put_free(search, done.label[i], before + gain)) {
            take_back(search, &done);
            return false;
        }
        gain -= search->board.at[done.label[i]]->cost - before;
    }
    return true;
}

static bool improve_one(cp_label_search *search, size_t label)
{
    for (int tier = 0; tier < CP_SPOT_TIERS; tier++) {
        const cp_spot_list *list = &search->spots[label].tier[tier];
        double most = search->board.at[label]->cost - least_gain;

        if (cp_spot_tier_cost(search->task, tier) >= most)
            continue;
        extend_to(search, label, tier);
        for (int i = 0; i < list->count && list->item[i].cost < most; i++) {
            cp_spot spot = cp_spot_of(&search->maker, label, list->item[i]);
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
            if (is_movable(search, i) && search->board.at[i])
                better |= improve_one(search, i);
    }
}

/* All places together; a label left out costs more than any place. */
static double total_cost(const cp_label_search *search)
{
    const double left_out_cost = 1e5;
    double sum = 0;

    for (size_t i = 0; i < search->task->count; i++)
        if (is_movable(search, i))
            sum += search->board.at[i] ? search->board.at[i]->cost
                                       : left_out_cost * weight_of(&search->task->wish[i]);
    return sum;
}

static void soften(cp_label_search *search)
{
    for (size_t i = 0; i < search->task->count; i++)
        if (is_movable(search, i))
            search->hardness[i] = weight_of(&search->task->wish[i]);
}

static void clear_spot(cp_label_search *search, size_t label, cp_offer offer, queue *waiting)
{
    cp_spot spot = cp_spot_of(&search->maker, label, offer);
    cp_hits hits;

    if (!cp_board_hits(&search->board, label, &spot, search->ones, CP_HITS_MOST, &hits))
        return;
    for (int i = 0; i < hits.count; i++) {
        cp_board_take(&search->board, hits.label[i]);
        queue_add(waiting, hits.label[i]);
    }
}

/* Takes off the label and those in the way of some of its cheaper spots. */
static void take_apart(cp_label_search *search, size_t label, queue *waiting)
{
    double most = search->board.at[label] ? search->board.at[label]->cost : INFINITY;

    if (search->board.at[label])
        cp_board_take(&search->board, label);
    queue_add(waiting, label);
    for (int tier = 0; tier < search->spots[label].tiers; tier++) {
        const cp_spot_list *list = &search->spots[label].tier[tier];

        for (int i = 0; i < list->count && list->item[i].cost < most; i++) {
            if (waiting->count >= taken_apart)
                return;
            clear_spot(search, label, list->item[i], waiting);
        }
    }
}

/* Clears the surroundings of a label and places all that stood there anew, kept if the
 * whole has become better. */
static bool rebuild(cp_label_search *search, size_t label, queue *waiting, record *best)
{
    double before = total_cost(search);
    size_t turns;

    memcpy(best->at, search->board.at, search->task->count * sizeof *best->at);
    soften(search);
    take_apart(search, label, waiting);
    turns = waiting->count * 3 + 8;
    while (waiting->count > 0 && turns-- > 0)
        place_next(search, waiting);
    waiting->count = 0;
    search->board.work += search->task->count / 16;
    if (total_cost(search) < before - least_gain)
        return true;
    restore(search, best);
    return false;
}

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

/* Labels that stand worse than beside their anchors, worst first. */
static size_t list_griefs(const cp_label_search *search, grief *griefs)
{
    size_t count = 0;

    for (size_t i = 0; i < search->task->count; i++) {
        double cost = search->board.at[i] ? search->board.at[i]->cost : INFINITY;

        if (is_movable(search, i) && search->spots[i].tiers > 0 && cost > bearable)
            griefs[count++] = (grief){ cost, (uint32_t)i };
    }
    qsort(griefs, count, sizeof *griefs, by_grief);
    return count;
}

void cp_label_search_rebuild(cp_label_search *search)
{
    size_t count = search->task->count;
    queue waiting = { cp_new_array(search->arena, uint32_t, count), count, 0, 0 };
    record best = { 0, cp_new_array(search->arena, const cp_spot *, count) };
    grief *griefs = cp_new_array(search->arena, grief, count);
    int in_vain = 0;

    while (in_vain < rounds_in_vain) {
        size_t listed = list_griefs(search, griefs);

        in_vain++;
        for (size_t i = 0; i < listed; i++) {
            if (cp_label_search_work(search) >= search->work_most)
                return;
            if (rebuild(search, griefs[i].label, &waiting, &best))
                in_vain = 0;
        }
        if (listed == 0)
            return;
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
