#include "plot/labels_spot.h"

#include <math.h>
#include <string.h>

#include "plot/labels_shape.h"

static const double rank_cost = 0.35;    /* of each step down the list of wanted sides */
static const double unlisted_cost = 1;   /* more, for a side that is not on it */
static const double off_middle_cost = 1; /* of a label with only its end at the anchor */
static const double doubt_cost = 4;      /* times how much nearer a foreign point is */
static const double line_doubt_cost = 1; /* ... or a line, often the one its own point is on */
static const double leader_cost = 9;     /* of having one at all */
static const double length_cost = 0.5;   /* of a leader, by its length */
static const double crossing_cost = 6;   /* of a leader across a line of ink */
static const double over_cost = 20;      /* of a leader over a foreign point */
static const double second_end_cost = 1; /* of standing beside the middle of a line */
static const double stay_gain = 1000;    /* a label that may stay where it was stays */
static const double beside_part = 0.35;  /* where between the wanted gap and the leaders */
static const double short_growth = 1.5;  /* from one ring of spots to the next */
static const double step_part = 0.35;    /* from one spot to the next, by the label's height */
static const double heap_part = 1.5;     /* ... in a heap, where each bars the ways of others */

enum {
    HEAP_POINTS = 5, /* within the label's height */
    SHORT_RINGS = 5,
    STACKED = 8,
    STRAIGHT = 8, /* steps in a line of a stack */
    STRAYS = 5    /* distances from the place before */
};

void cp_spot_maker_begin(cp_arena *arena, cp_spot_maker *maker, const cp_label_task *task)
{
    *maker = (cp_spot_maker){ .arena = arena, .task = task };
    cp_ground_begin(arena, &maker->ground, task);
}

static cp_toward toward_of(cp_rect box, cp_point anchor)
{
    bool left = anchor.x > box.x + box.width, right = anchor.x < box.x;
    bool above = anchor.y > box.y + box.height;

    if (!left && !right)
        return above ? CP_TOWARD_ABOVE : CP_TOWARD_BELOW;
    if (anchor.y >= box.y && !above)
        return left ? CP_TOWARD_LEFT : CP_TOWARD_RIGHT;
    if (above)
        return left ? CP_TOWARD_ABOVE_LEFT : CP_TOWARD_ABOVE_RIGHT;
    return left ? CP_TOWARD_BELOW_LEFT : CP_TOWARD_BELOW_RIGHT;
}

/* Negative for a side where the label may not be. */
static double toward_cost(const cp_label_wish *wish, cp_toward toward)
{
    static const cp_toward usual[] = {
        CP_TOWARD_RIGHT,       CP_TOWARD_ABOVE,      CP_TOWARD_LEFT,        CP_TOWARD_BELOW,
        CP_TOWARD_ABOVE_RIGHT, CP_TOWARD_ABOVE_LEFT, CP_TOWARD_BELOW_RIGHT, CP_TOWARD_BELOW_LEFT,
    };
    const cp_toward *list = wish->toward ? wish->toward : usual;
    size_t count = wish->toward ? wish->toward_count : CP_TOWARDS;

    for (size_t i = 0; i < count; i++)
        if (list[i] == toward)
            return (double)i * rank_cost;
    return wish->only_toward ? -1 : (double)count * rank_cost + unlisted_cost;
}

static double off_middle(cp_rect box, cp_point anchor)
{
    double x = fabs(anchor.x - box.x - box.width / 2) / cp_greater(box.width / 2, 1e-9);
    double y = fabs(anchor.y - box.y - box.height / 2) / cp_greater(box.height / 2, 1e-9);

    return x <= 1 ? x : y <= 1 ? y : 0;
}

/* Most anchors are points, for which it is simple. */
static cp_link link_to_box(const cp_anchor *anchor, cp_rect box)
{
    cp_link link = { .on_line = anchor->a };

    if (!cp_anchor_is_point(anchor))
        return cp_link_to_box(anchor->a, anchor->b, box);
    link.on_box.x = cp_clamp(anchor->a.x, box.x, box.x + box.width);
    link.on_box.y = cp_clamp(anchor->a.y, box.y, box.y + box.height);
    link.length = sqrt(cp_square_distance(link.on_line, link.on_box));
    return link;
}

cp_spot cp_spot_forced(cp_spot_maker *maker, size_t label, double x, double y)
{
    const cp_label_wish *wish = &maker->task->wish[label];
    const cp_anchor *anchor = &wish->anchor;
    cp_spot spot = { .box = { x, y, wish->size.width, wish->size.height } };
    cp_link link = link_to_box(anchor, spot.box);

    spot.gap = cp_greater(link.length - anchor->radius, 0);
    spot.led = spot.gap > maker->task->rules.leader_from;
    spot.to = link.on_box;
    spot.from = link.on_line;
    if (spot.led) {
        spot.from.x += (link.on_box.x - link.on_line.x) * (anchor->radius / link.length);
        spot.from.y += (link.on_box.y - link.on_line.y) * (anchor->radius / link.length);
    }
    return spot;
}

static bool allowed_on_ground(cp_spot_maker *maker, size_t label, cp_spot *spot)
{
    const cp_label_rules *rules = &maker->task->rules;
    cp_crossings crossings;
    cp_gaps nearest;

    if (spot->led && rules->leader_most > 0 && spot->gap > rules->leader_most)
        return false;
    if (!cp_ground_gaps(&maker->ground, spot->box, label, spot->led ? 0 : spot->gap, &nearest))
        return false;
    if (!spot->led) {
        spot->cost += fabs(spot->gap - rules->near)
                      + cp_lesser((spot->gap - nearest.point) * doubt_cost, leader_cost)
                      + (spot->gap - nearest.line) * line_doubt_cost;
        return true;
    }
    if (!cp_ground_crossings(&maker->ground, spot->from, spot->to, label, &crossings))
        return false;
    spot->cost += leader_cost + spot->gap * length_cost + crossings.lines * crossing_cost
                  + crossings.points * over_cost;
    return true;
}

bool cp_spot_at(cp_spot_maker *maker, size_t label, double x, double y, cp_spot *spot)
{
    const cp_label_wish *wish = &maker->task->wish[label];
    double side;

    maker->work++;
    *spot = cp_spot_forced(maker, label, x, y);
    if (!cp_rect_inside(spot->box, maker->task->frame, 1e-7)
        || !allowed_on_ground(maker, label, spot))
        return false;
    side = toward_cost(wish, toward_of(spot->box, spot->from));
    spot->cost += side + off_middle(spot->box, spot->from) * off_middle_cost;
    return side >= 0;
}

cp_spot cp_spot_of(cp_spot_maker *maker, size_t label, const cp_offer *offer)
{
    cp_size size = maker->task->wish[label].size;
    cp_spot spot = { .box = { offer->x, offer->y, size.width, size.height } };

    if (offer->led)
        spot = cp_spot_forced(maker, label, offer->x, offer->y);
    spot.cost = (double)offer->cost;
    return spot;
}

int cp_spot_over(cp_spot_maker *maker, size_t label, const cp_spot *spot)
{
    cp_crossings crossings = { 0 };

    if (spot->led)
        cp_ground_crossings(&maker->ground, spot->from, spot->to, label, &crossings);
    return crossings.points;
}

static void list_add(cp_arena *arena, cp_spot_list *list, cp_offer offer)
{
    if (list->count == list->size) {
        int size = list->size ? list->size * 2 : 32;
        cp_offer *grown = cp_new_array(arena, cp_offer, (size_t)size);

        if (list->count > 0)
            memcpy(grown, list->item, (size_t)list->count * sizeof *grown);
        list->item = grown;
        list->size = size;
    }
    list->item[list->count++] = offer;
}

typedef struct sink {
    cp_spot_maker *maker;
    size_t label;
    double extra; /* cost of what is offered now */
} sink;

static void offer(sink *out, double x, double y)
{
    cp_spot spot;

    if (!cp_spot_at(out->maker, out->label, x, y, &spot))
        return;
    list_add(out->maker->arena, &out->maker->found,
             (cp_offer){ x, y, NULL, (float)(spot.cost + out->extra), spot.led, 0 });
}

/* Steps of about `step` that meet both ends and the middle. */
static int even_steps(double length, double step)
{
    return 2 * (int)fmax(ceil(length / (2 * step)), 1);
}

/* All places of the box that touch the circle around `middle`: sides first, then corners. */
static void offer_ring(sink *out, cp_point middle, double circle, double step)
{
    cp_size size = out->maker->task->wish[out->label].size;
    int across = even_steps(size.width, step), along = even_steps(size.height, step);
    int arc = (int)fmax(round(circle * 1.57 / step), 2);

    for (int i = 0; i <= across; i++) {
        double x = middle.x - size.width * i / across;

        offer(out, x, middle.y - circle - size.height);
        offer(out, x, middle.y + circle);
    }
    for (int i = 0; i <= along; i++) {
        double y = middle.y - size.height * i / along;

        offer(out, middle.x + circle, y);
        offer(out, middle.x - circle - size.width, y);
    }
    for (int i = 1; i < arc; i++) {
        double x = circle * cos(1.5707963 * i / arc), y = circle * sin(1.5707963 * i / arc);

        offer(out, middle.x + x, middle.y - y - size.height);
        offer(out, middle.x - x - size.width, middle.y - y - size.height);
        offer(out, middle.x + x, middle.y + y);
        offer(out, middle.x - x - size.width, middle.y + y);
    }
}

static void offer_gap(sink *out, double gap, double step)
{
    const cp_anchor *anchor = &out->maker->task->wish[out->label].anchor;
    double circle = anchor->radius + gap;

    out->extra = 0;
    offer_ring(out, anchor->b, circle, step);
    if (cp_anchor_is_point(anchor))
        return;
    out->extra = second_end_cost;
    offer_ring(out, (cp_point){ (anchor->a.x + anchor->b.x) / 2, (anchor->a.y + anchor->b.y) / 2 },
               circle, step);
    out->extra = 2 * second_end_cost;
    offer_ring(out, anchor->a, circle, step);
}

/* Rings beside the anchor that are not at the wanted gap.  None is at the longest that needs no
 * leader: names there bar the ways of others, and are not clear themselves. */
static void offer_beside(sink *out, double fine)
{
    const cp_label_rules *rules = &out->maker->task->rules;
    double room = rules->leader_from - rules->near;

    if (rules->near - rules->least > 0.25)
        offer_gap(out, rules->least, fine);
    if (room > 0.5)
        offer_gap(out, rules->near + room * beside_part, fine);
}

static cp_point place_before(const cp_label_wish *wish)
{
    return (cp_point){ wish->anchor.a.x + wish->at.x, wish->anchor.a.y + wish->at.y };
}

/* At the place it had, or as near to it as will do. */
static void offer_stay(sink *out)
{
    const cp_label_task *task = out->maker->task;
    const cp_label_wish *wish = &task->wish[out->label];
    cp_point at = place_before(wish);

    if (!wish->before)
        return;
    out->extra = -stay_gain;
    offer(out, at.x, at.y);
    for (int i = 0; task->rules.stray > 0 && i < 8 * STRAYS; i++) {
        double by = task->rules.stray * (1 + i / 8) / STRAYS, angle = 0.785398 * (i % 8);

        out->extra = by - stay_gain / 2;
        offer(out, at.x + by * cos(angle), at.y + by * sin(angle));
    }
}

/* Straight above and below the place it had: what is free between others may be narrow. */
static void offer_straight(sink *out)
{
    const cp_label_task *task = out->maker->task;
    const cp_label_wish *wish = &task->wish[out->label];
    double step = (wish->size.height + task->rules.between) / STRAIGHT;
    cp_point at = place_before(wish);

    if (!wish->before)
        return;
    for (int i = 1; i <= STACKED * STRAIGHT; i++) {
        offer(out, at.x, at.y - step * i);
        offer(out, at.x, at.y + step * i);
    }
}

static double first_led(const cp_label_task *task)
{
    return fmax(task->rules.leader_from, 1) * 1.2;
}

static void offer_short(sink *out, double fine)
{
    double gap = first_led(out->maker->task);

    for (int ring = 0; ring < SHORT_RINGS; ring++, gap *= short_growth)
        offer_gap(out, gap, fmax(fine, gap * 0.4));
}

/* Above and below, as lines of a text would follow each other, so that the labels of
 * points side by side can stand in a pile with leaders along its edge. */
static void offer_stack(sink *out)
{
    const cp_label_task *task = out->maker->task;
    const cp_anchor *anchor = &task->wish[out->label].anchor;
    cp_size size = task->wish[out->label].size;
    double line = size.height + task->rules.between + 0.01;

    for (int i = 1; i <= STACKED; i++) {
        double gap = anchor->radius + task->rules.near + line * i;

        for (int part = 0; part <= 2; part++) {
            double x = anchor->b.x - size.width * part / 2;

            offer(out, x, anchor->b.y - gap - size.height);
            offer(out, x, anchor->b.y + gap);
        }
    }
}

/* How many come before it: without a branch, for nothing foretells which of two is cheaper. */
static int rank_of(const float *cost, int count, int index)
{
    int rank = 0;

    for (int i = 0; i < index; i++)
        rank += cost[i] <= cost[index];
    for (int i = index + 1; i < count; i++)
        rank += cost[i] < cost[index];
    return rank;
}

/* What was found becomes the list, cheapest first. */
static void take_found(cp_spot_maker *maker, cp_spot_list *list)
{
    const cp_spot_list *found = &maker->found;
    float *cost = cp_new_array(maker->arena, float, (size_t)found->count);

    list->count = list->size = found->count;
    list->item = cp_new_array(maker->arena, cp_offer, (size_t)list->count);
    for (int i = 0; i < found->count; i++)
        cost[i] = found->item[i].cost;
    for (int i = 0; i < found->count; i++)
        list->item[rank_of(cost, found->count, i)] = found->item[i];
}

static double fine_step(const sink *out)
{
    const cp_label_wish *wish = &out->maker->task->wish[out->label];
    double height = wish->size.height;
    bool heap = cp_ground_is_heap(&out->maker->ground, wish->anchor.b, height, HEAP_POINTS);

    return fmax(height * (heap ? heap_part : step_part), 1);
}

static void offer_tier(sink *out, int tier)
{
    double fine = fine_step(out);

    switch (tier) {
    case 0:
        offer_stay(out);
        out->extra = 0;
        offer_gap(out, out->maker->task->rules.near, fine);
        break;
    case 1:
        offer_beside(out, fine);
        break;
    default:
        offer_stack(out);
        offer_straight(out);
        offer_short(out, fine);
    }
}

void cp_spots_extend(cp_spot_maker *maker, size_t label, cp_spots *spots)
{
    sink out = { .maker = maker, .label = label };

    maker->found.count = 0;
    offer_tier(&out, spots->tiers);
    take_found(maker, &spots->tier[spots->tiers++]);
}

double cp_spot_led_least(const cp_spot *spot)
{
    return leader_cost + spot->gap * length_cost;
}

double cp_spot_tier_cost(const cp_label_task *task, int tier)
{
    const cp_label_rules *rules = &task->rules;

    switch (tier) {
    case 0:
        return -stay_gain;
    case 1:
        return fmin(rules->near - rules->least > 0.25 ? rules->near - rules->least : INFINITY,
                    (rules->leader_from - rules->near) * beside_part);
    default:
        return leader_cost + length_cost * first_led(task);
    }
}
