/* pie_near.c - labels right beside their slices, where all have room there and none needs a
 * leader. */

#include "figure/pie_place.h"

#include <math.h>

#include "plot/labels.h"

/* No line leads over it, so it may be wider than that of a leader. */
static double near_gap(const cp_pie_placing *p)
{
    return 1.5 * p->style->leader_gap;
}

/* Of a box, the point that is nearest to the pie's middle. */
static cp_point nearest(const cp_pie_placing *p, cp_rect box)
{
    cp_point middle = p->out->middle;

    return (cp_point){ fmax(box.x, fmin(middle.x, box.x + box.width)),
                       fmax(box.y, fmin(middle.y, box.y + box.height)) };
}

static double from_middle(const cp_pie_placing *p, cp_rect box)
{
    cp_point at = nearest(p, box);

    return hypot(at.x - p->out->middle.x, at.y - p->out->middle.y);
}

/* In the direction of its slice, as near to the rim as the gap lets it. */
static cp_rect straight_out(const cp_pie_placing *p, const cp_pie_label *label)
{
    double gap = near_gap(p), radius = p->out->radius;
    double across = label->box.width / 2, up = label->box.height / 2;
    cp_point toward = cp_pie_around(p, label->slice, 1);
    double x = toward.x - p->out->middle.x, y = toward.y - p->out->middle.y;
    cp_rect box = label->box;

    for (double away = radius + gap; away < radius + gap + across + up; away += 0.25) {
        box.x = p->out->middle.x + x * (away + across) - across;
        box.y = p->out->middle.y + y * (away + up) - up;
        if (from_middle(p, box) >= radius + gap)
            break;
    }
    return box;
}

static bool is_beside_slice(const cp_pie_placing *p, const cp_pie_slice *slice, cp_rect box)
{
    cp_point at = nearest(p, box);
    double part
        = atan2(at.x - p->out->middle.x, p->out->middle.y - at.y) / (2 * acos(-1)) - p->pie->start;

    part -= slice->from;
    part -= floor(part);
    return part <= slice->to - slice->from;
}

static cp_label_wish wish_of(const cp_pie_placing *p, const cp_pie_label *label)
{
    cp_point rim = cp_pie_around(p, label->slice, p->out->radius);
    cp_rect box = straight_out(p, label);

    return (cp_label_wish){ .anchor = { rim, rim, 0 },
                            .size = { box.width, box.height },
                            .before = true,
                            .at = { box.x - rim.x, box.y - rim.y } };
}

bool cp_pie_place_near(const cp_pie_placing *p)
{
    cp_pie_layout *out = p->out;
    cp_label_wish *wish = cp_new_array(p->page, cp_label_wish, out->count);
    cp_anchor disc = { out->middle, out->middle, out->radius };
    double gap = near_gap(p);
    cp_label_task task = { .frame = { 0, 0, p->size.width, p->size.height },
                           .rules = { .near = gap,
                                      .least = p->style->leader_gap,
                                      .between = p->style->label_space * p->style->name.size,
                                      .leader_from = 2 * gap,
                                      .leader_most = gap / 10 },
                           .wish = wish,
                           .count = out->count,
                           .ink = &disc,
                           .ink_count = 1 };
    cp_label_places places;

    for (size_t i = 0; i < out->count; i++)
        wish[i] = wish_of(p, &out->label[i]);
    places = cp_labels_place(p->page, &task);
    for (size_t i = 0; i < out->count; i++) {
        const cp_label_place *place = &places.place[i];

        if (!place->placed || place->led || !is_beside_slice(p, out->label[i].slice, place->box))
            return false;
        out->label[i].box = place->box;
    }
    return true;
}
