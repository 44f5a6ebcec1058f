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

static void insert(cp_choices *choices, const cp_choice *choice)
{
    int i = choices->count < CP_CHOICES_MOST ? choices->count++ : CP_CHOICES_MOST - 1;

    for (; i > 0 && choices->item[i - 1].cost > choice->cost; i--)
        choices->item[i] = choices->item[i - 1];
    choices->item[i] = *choice;
    if (choice->hits.count == 0)
        choices->count = i + 1;
    if (choices->count == CP_CHOICES_MOST || choices->item[choices->count - 1].hits.count == 0)
        choices->most = choices->item[choices->count - 1].cost;
}

/* The spot becomes a choice if it costs less, whoever must leave. */
static void prefer(cp_label_search *search, const cp_terms *terms, const cp_spot *spot,
                   const cp_hits *hits, cp_choices *best)
{
    double driven_out = terms->factor * hits->weight, cost = spot->cost + driven_out;

    if (terms->unsure > 0 && hits->count > 0)
        cost += driven_out * terms->unsure * cp_label_random(&search->random);
    if (cost < best->most)
        insert(best, &(cp_choice){ *spot, cost, *hits });
}

static bool may_pay(cp_label_search *search, size_t label, const cp_terms *terms,
                    const cp_spot *spot, const cp_choices *best, cp_hits *hits)
{
    return cp_board_hits(&search->board, label, spot, terms->weight,
                         (best->most - spot->cost) / terms->factor, hits);
}

const cp_spot_list *cp_label_tier(cp_label_search *search, size_t label, int tier)
{
    while (search->spots[label].tiers <= tier)
        cp_spots_extend(&search->maker, label, &search->spots[label]);
    return &search->spots[label].tier[tier];
}

/* Who was in the way and too dear to leave often stands there still: that needs no look. */
static bool is_still_taken(const cp_label_search *search, const cp_terms *terms,
                           const cp_offer *offer, const cp_choices *best)
{
    return offer->taken && search->board.at[offer->taker] == offer->taken
           && terms->factor * terms->weight[offer->taker] >= best->most - (double)offer->cost;
}

static void note_taker(const cp_label_search *search, cp_offer *offer, const cp_hits *hits)
{
    offer->taker = hits->last & INT32_MAX;
    offer->taken = search->board.at[hits->last];
}

/* Ties of cost and hardness go to the spot that comes first. */
static void weigh_tier(cp_label_search *search, size_t label, int tier, const cp_terms *terms,
                       cp_choices *best)
{
    const cp_spot_list *list = cp_label_tier(search, label, tier);

    for (int i = 0; i < list->count && list->item[i].cost < best->most; i++) {
        cp_offer *offer = &list->item[i];
        cp_spot spot;
        cp_hits hits;

        if (is_still_taken(search, terms, offer, best)) {
            search->board.work++;
            continue;
        }
        spot = cp_spot_of(&search->maker, label, offer);
        if (may_pay(search, label, terms, &spot, best, &hits))
            prefer(search, terms, &spot, &hits, best);
        else
            note_taker(search, offer, &hits);
    }
}

static bool is_hard(const cp_label_search *search, size_t label)
{
    return search->hardness[label] >= hard * cp_label_weight(search, label);
}

static cp_rose_care care_for(const cp_label_search *search, size_t label)
{
    if (!is_hard(search, label))
        return CP_ROSE_BRIEF;
    return cp_label_search_is_late(search) ? CP_ROSE_LONG : CP_ROSE_USUAL;
}

/* What covers a way may lie behind the place on it: late, those that seem too dear are gone, too. */
static double most_far(const cp_label_search *search, const cp_choices *best)
{
    const cp_spot at_the_point = { 0 };

    return cp_label_search_is_late(search) ? INFINITY
                                           : best->most - cp_spot_led_least(&at_the_point);
}

/* What the spot costs on the ground is asked last: few come so far. */
static void weigh_led(cp_label_search *search, size_t label, const cp_terms *terms, double x,
                      double y, cp_choices *best)
{
    cp_spot spot = cp_spot_forced(&search->maker, label, x, y);
    cp_hits hits;

    spot.cost = cp_spot_led_least(&spot);
    if (spot.led && spot.cost < best->most && may_pay(search, label, terms, &spot, best, &hits)
        && cp_spot_at(&search->maker, label, x, y, &spot))
        prefer(search, terms, &spot, &hits, best);
}

static void weigh_far(cp_label_search *search, size_t label, const cp_terms *terms,
                      cp_choices *best)
{
    cp_rose *rose = &search->rose;

    cp_rose_look(rose, &search->board, label, &search->task->wish[label], terms->weight,
                 terms->factor, most_far(search, best), care_for(search, label));
    for (int i = 0; i < rose->count; i++)
        weigh_led(search, label, terms, rose->offer[i].x, rose->offer[i].y, best);
}

void cp_label_choose(cp_label_search *search, size_t label, const cp_terms *terms, double most,
                     cp_choices *choices)
{
    choices->count = 0;
    choices->most = most;
    for (int tier = 0; tier < CP_SPOT_TIERS; tier++)
        if (cp_spot_tier_cost(search->task, tier) < choices->most)
            weigh_tier(search, label, tier, terms, choices);
    if (choices->most > far_from && !search->task->wish[label].only_toward
        && (search->crowd || terms->weight == search->walls || is_hard(search, label)))
        weigh_far(search, label, terms, choices);
}

static bool put_cheapest(cp_label_search *search, size_t label, const cp_choices *choices)
{
    if (choices->count > 0)
        cp_board_put(&search->board, label, &choices->item[0].spot);
    return choices->count > 0;
}

bool cp_label_put_free(cp_label_search *search, size_t label, double most)
{
    const cp_terms free = { search->walls, 1, 0 };
    cp_choices choices;

    cp_label_choose(search, label, &free, most, &choices);
    return put_cheapest(search, label, &choices);
}

bool cp_label_put_led(cp_label_search *search, size_t label, double x, double y)
{
    const cp_terms free = { search->walls, 1, 0 };
    cp_choices choices;

    choices.count = 0;
    choices.most = INFINITY;
    weigh_led(search, label, &free, x, y, &choices);
    return put_cheapest(search, label, &choices);
}
