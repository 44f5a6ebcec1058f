#include "plot/labels_choice.h"

#include <math.h>

#include "plot/labels_random.h"

static const double hard = 3;      /* times as heavy: worth a longer look for a way out */
static const double far_from = 20; /* a spot that costs less is not worth looking far away */

bool cp_label_is_movable(const cp_label_search *search, size_t label)
{
    return isfinite(search->ones[label]);
}

double cp_label_weight(const cp_label_search *search, size_t label)
{
    double weight = search->task->wish[label].weight;

    return weight > 0 ? weight : 1;
}

/* The spot becomes the choice if it costs less, whoever must leave. */
static void prefer(cp_label_search *search, const cp_terms *terms, const cp_spot *spot,
                   const cp_hits *hits, cp_choice *best)
{
    double driven_out = terms->factor * hits->weight, cost = spot->cost + driven_out;

    if (terms->unsure > 0 && hits->count > 0)
        cost += driven_out * terms->unsure * cp_label_random(&search->random);
    if (cost < best->cost)
        *best = (cp_choice){ true, *spot, cost, *hits };
}

static bool may_pay(cp_label_search *search, size_t label, const cp_terms *terms,
                    const cp_spot *spot, const cp_choice *best, cp_hits *hits)
{
    return cp_board_hits(&search->board, label, spot, terms->weight,
                         (best->cost - spot->cost) / terms->factor, hits);
}

const cp_spot_list *cp_label_tier(cp_label_search *search, size_t label, int tier)
{
    while (search->spots[label].tiers <= tier)
        cp_spots_extend(&search->maker, label, &search->spots[label]);
    return &search->spots[label].tier[tier];
}

/* Ties of cost and hardness go to the spot that comes first. */
static void weigh_tier(cp_label_search *search, size_t label, int tier, const cp_terms *terms,
                       cp_choice *best)
{
    const cp_spot_list *list = cp_label_tier(search, label, tier);

    for (int i = 0; i < list->count && list->item[i].cost < best->cost; i++) {
        cp_spot spot = cp_spot_of(&search->maker, label, list->item[i]);
        cp_hits hits;

        if (may_pay(search, label, terms, &spot, best, &hits))
            prefer(search, terms, &spot, &hits, best);
    }
}

static bool is_hard(const cp_label_search *search, size_t label)
{
    return search->patient || search->hardness[label] >= hard * cp_label_weight(search, label);
}

/* What the spot costs on the ground is asked last: few come so far. */
static void weigh_far(cp_label_search *search, size_t label, const cp_terms *terms, cp_choice *best)
{
    cp_rose *rose = &search->rose;

    cp_rose_look(rose, &search->board, label, &search->task->wish[label], terms->weight,
                 terms->factor, is_hard(search, label));
    for (int i = 0; i < rose->count; i++) {
        double x = rose->offer[i].x, y = rose->offer[i].y;
        cp_spot spot = cp_spot_forced(&search->maker, label, x, y);
        cp_hits hits;

        spot.cost = cp_spot_led_least(&spot);
        if (spot.led && spot.cost < best->cost && may_pay(search, label, terms, &spot, best, &hits)
            && cp_spot_at(&search->maker, label, x, y, &spot))
            prefer(search, terms, &spot, &hits, best);
    }
}

cp_choice cp_label_choose(cp_label_search *search, size_t label, const cp_terms *terms, double most)
{
    cp_choice best = { .cost = most };

    for (int tier = 0; tier < CP_SPOT_TIERS; tier++)
        if (cp_spot_tier_cost(search->task, tier) < best.cost)
            weigh_tier(search, label, tier, terms, &best);
    if (best.cost > far_from
        && (search->crowd || terms->weight == search->walls || is_hard(search, label)))
        weigh_far(search, label, terms, &best);
    return best;
}

bool cp_label_put_free(cp_label_search *search, size_t label, double most)
{
    const cp_terms free = { search->walls, 1, 0 };
    cp_choice best = cp_label_choose(search, label, &free, most);

    if (best.found)
        cp_board_put(&search->board, label, &best.spot);
    return best.found;
}
