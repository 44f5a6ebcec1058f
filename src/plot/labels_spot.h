/*
 * labels_spot.h - where one label could stand, each spot with what it costs.
 *
 * A spot keeps clear of the ground; whether it keeps clear of other labels is asked of
 * the board.  Costs are points of distance, or worth as much.
 */
#ifndef CP_PLOT_LABELS_SPOT_H
#define CP_PLOT_LABELS_SPOT_H

#include "plot/labels_ground.h"

typedef struct cp_spot {
    cp_rect box;
    cp_point from, to; /* of the leader if it has one */
    bool led;
    double gap, cost;
} cp_spot;

/* At the wanted gap; elsewhere beside the anchor; with short leaders.  Each is made when
 * asked for. */
enum { CP_SPOT_TIERS = 3 };

/* A spot in short, for there are many: the rest follows from the label. */
typedef struct cp_offer {
    double x, y;
    const cp_spot *taken; /* by whom it was taken when last asked for, and where that stood */
    float cost;
    uint32_t led : 1, taker : 31;
} cp_offer;

typedef struct cp_spot_list {
    int count, size;
    cp_offer *item;
} cp_spot_list;

typedef struct cp_spots {
    int tiers;                        /* made so far */
    cp_spot_list tier[CP_SPOT_TIERS]; /* cheapest first */
} cp_spots;

typedef struct cp_spot_maker {
    cp_arena *arena;
    const cp_label_task *task;
    cp_ground ground;
    size_t work;        /* spots looked at */
    cp_spot_list found; /* of the tier being made */
} cp_spot_maker;

void cp_spot_maker_begin(cp_arena *arena, cp_spot_maker *maker, const cp_label_task *task);

/* The label's spot with its top left corner there; false where it may not stand. */
bool cp_spot_at(cp_spot_maker *maker, size_t label, double x, double y, cp_spot *spot);

/* The spot, without gap and ends of a leader where it has none. */
cp_spot cp_spot_of(cp_spot_maker *maker, size_t label, const cp_offer *offer);

/* Foreign points the spot's leader runs over. */
int cp_spot_over(cp_spot_maker *maker, size_t label, const cp_spot *spot);

/* Any spot, allowed or not. */
cp_spot cp_spot_forced(cp_spot_maker *maker, size_t label, double x, double y);

/* The next tier of the label's spots. */
void cp_spots_extend(cp_spot_maker *maker, size_t label, cp_spots *spots);

/* No spot of this tier costs less. */
double cp_spot_tier_cost(const cp_label_task *task, int tier);

/* Less than a spot with a leader costs. */
double cp_spot_led_least(const cp_spot *spot);

#endif
