/*
 * labels_check.h - whether places of labels keep the hard rules, judged from the task and
 * the places alone, all pairs, with geometry of its own.
 */
#ifndef CP_TESTS_LABELS_CHECK_H
#define CP_TESTS_LABELS_CHECK_H

#include "plot/labels.h"

#include <math.h>

/* Rounding is not a fault; a hundredth of a point would be. */
#define CHECK_SLACK 1e-4

static inline double check_point_box(cp_point p, cp_rect box)
{
    double x = fmax(fmax(box.x - p.x, p.x - box.x - box.width), 0);
    double y = fmax(fmax(box.y - p.y, p.y - box.y - box.height), 0);

    return hypot(x, y);
}

static inline cp_point check_along(cp_point a, cp_point b, double part)
{
    return (cp_point){ a.x + (b.x - a.x) * part, a.y + (b.y - a.y) * part };
}

/* The distance of a line from a box: convex along the line, so found by thirds. */
static inline double check_line_box(cp_point a, cp_point b, cp_rect box)
{
    double low = 0, high = 1;

    if (a.x == b.x && a.y == b.y)
        return check_point_box(a, box);
    for (int i = 0; i < 60; i++) {
        double one = low + (high - low) / 3, two = high - (high - low) / 3;

        if (check_point_box(check_along(a, b, one), box)
            <= check_point_box(check_along(a, b, two), box))
            high = two;
        else
            low = one;
    }
    return fmin(check_point_box(check_along(a, b, low), box),
                fmin(check_point_box(a, box), check_point_box(b, box)));
}

static inline double check_point_line(cp_point p, cp_point a, cp_point b, double *part)
{
    double x = b.x - a.x, y = b.y - a.y, square = x * x + y * y;

    *part = square > 0 ? fmin(fmax(((p.x - a.x) * x + (p.y - a.y) * y) / square, 0), 1) : 0;
    return hypot(a.x + *part * x - p.x, a.y + *part * y - p.y);
}

static inline bool check_touch(cp_point a, cp_point b, cp_point c, cp_point d)
{
    double part;

    return fmin(fmin(check_point_line(a, c, d, &part), check_point_line(b, c, d, &part)),
                fmin(check_point_line(c, a, b, &part), check_point_line(d, a, b, &part)))
           < 1e-9;
}

/* Of lines that lie in one, rounding makes a crossing that is in neither: where they overlap, an
 * end of one is on the other. */
static inline bool check_cross(cp_point a, cp_point b, cp_point c, cp_point d)
{
    double x = b.x - a.x, y = b.y - a.y, u = d.x - c.x, v = d.y - c.y, turn = x * v - y * u, s, t;

    if (check_touch(a, b, c, d))
        return true;
    if (turn == 0)
        return false;
    s = ((c.x - a.x) * v - (c.y - a.y) * u) / turn;
    t = ((c.x - a.x) * y - (c.y - a.y) * x) / turn;
    return s >= 0 && s <= 1 && t >= 0 && t <= 1
           && hypot(a.x + s * x - c.x - t * u, a.y + s * y - c.y - t * v) < CHECK_SLACK;
}

static inline bool check_rects_meet(cp_rect a, cp_rect b)
{
    return a.x + a.width > b.x + CHECK_SLACK && b.x + b.width > a.x + CHECK_SLACK
           && a.y + a.height > b.y + CHECK_SLACK && b.y + b.height > a.y + CHECK_SLACK;
}

/* A leader runs through a disc unless it begins there, because discs lie on each other,
 * and only leads out.  It may, but must then be told of. */
static inline bool check_through_disc(const cp_label_place *place, const cp_anchor *disc)
{
    double part, distance = check_point_line(disc->a, place->from, place->to, &part);

    return part > 0 && distance < disc->radius - CHECK_SLACK;
}

static inline bool check_is_point(const cp_anchor *anchor)
{
    return anchor->a.x == anchor->b.x && anchor->a.y == anchor->b.y;
}

/* What is no number is drawn nowhere. */
static inline bool check_is_somewhere(const cp_anchor *anchor)
{
    return isfinite(anchor->a.x) && isfinite(anchor->a.y);
}

static inline size_t check_against_anchor(const cp_label_place *place, const cp_anchor *anchor,
                                          bool own)
{
    size_t faults = check_line_box(anchor->a, anchor->b, place->box) < anchor->radius - CHECK_SLACK;

    if (!own && place->led && check_is_point(anchor))
        faults += place->over == 0 && check_through_disc(place, anchor);
    return faults;
}

static inline bool check_too_near(const cp_label_rules *rules, cp_rect a, cp_rect b)
{
    double beside = fmax(rules->space, rules->between), above = rules->between;
    cp_rect grown = { a.x - beside, a.y - above, a.width + 2 * beside, a.height + 2 * above };

    return check_rects_meet(grown, b);
}

static inline size_t check_pair(const cp_label_rules *rules, const cp_label_place *a,
                                const cp_label_place *b)
{
    return (size_t)check_too_near(rules, a->box, b->box)
           + (a->led && check_line_box(a->from, a->to, b->box) < CHECK_SLACK)
           + (b->led && check_line_box(b->from, b->to, a->box) < CHECK_SLACK)
           + (a->led && b->led && check_cross(a->from, a->to, b->from, b->to));
}

static inline size_t check_one(const cp_label_task *task, const cp_label_places *places, size_t i)
{
    const cp_label_place *place = &places->place[i];
    cp_rect box = place->box, frame = task->frame;
    size_t faults = box.x < frame.x - CHECK_SLACK || box.y < frame.y - CHECK_SLACK
                    || box.x + box.width > frame.x + frame.width + CHECK_SLACK
                    || box.y + box.height > frame.y + frame.height + CHECK_SLACK;

    faults += box.width != task->wish[i].size.width || box.height != task->wish[i].size.height;
    if (fabs(place->gap - task->rules.leader_from) > CHECK_SLACK)
        faults += place->led != (place->gap > task->rules.leader_from);
    for (size_t j = 0; j < task->count; j++)
        if (check_is_somewhere(&task->wish[j].anchor))
            faults += check_against_anchor(place, &task->wish[j].anchor, i == j);
    for (size_t j = 0; j < task->ink_count; j++)
        if (check_is_somewhere(&task->ink[j]))
            faults += check_against_anchor(place, &task->ink[j], false);
    for (size_t j = 0; j < task->obstacle_count; j++) {
        if (!isfinite(task->obstacle[j].x) || !isfinite(task->obstacle[j].y))
            continue;
        faults += check_rects_meet(box, task->obstacle[j]);
        faults += place->led
                  && check_point_box(place->from, task->obstacle[j]) > task->rules.between
                  && check_line_box(place->from, place->to, task->obstacle[j]) < CHECK_SLACK;
    }
    for (size_t j = 0; j < i; j++)
        if (places->place[j].placed)
            faults += check_pair(&task->rules, place, &places->place[j]);
    return faults;
}

/* Labels without a leader that stand nearer to a foreign point than to their own. */
static inline size_t label_doubts(const cp_label_task *task, const cp_label_places *places)
{
    size_t doubts = 0;

    for (size_t i = 0; i < task->count; i++) {
        const cp_label_place *place = &places->place[i];
        double nearest = INFINITY;

        for (size_t j = 0; j < task->count; j++)
            if (j != i)
                nearest = fmin(nearest, check_point_box(task->wish[j].anchor.a, place->box)
                                            - task->wish[j].anchor.radius);
        doubts += place->placed && !place->led && nearest < place->gap - 0.05;
    }
    return doubts;
}

/* The number of broken rules. */
static inline size_t label_faults(const cp_label_task *task, const cp_label_places *places)
{
    size_t faults = 0, placed = 0, led = 0;

    for (size_t i = 0; i < task->count; i++)
        if (places->place[i].placed) {
            faults += check_one(task, places, i);
            placed++;
            led += places->place[i].led;
        }
    return faults + (placed + places->left_out != task->count) + (led != places->led);
}

#endif
