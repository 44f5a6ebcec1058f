/* pie_side.c - labels in a column at each side of a pie, led to their slices: none over another,
 * no two leaders crossing. */

#include "figure/pie_place.h"

#include <math.h>

#include "plot/labels_row.h"

double cp_pie_leader(const cp_pie_style *style)
{
    return style->leader_out + style->leader_lane + style->leader_gap;
}

cp_point cp_pie_around(const cp_pie_placing *p, const cp_pie_slice *slice, double radius)
{
    double angle = 2 * acos(-1) * cp_pie_middle(p->pie, slice);

    return (cp_point){ p->out->middle.x + radius * sin(angle),
                       p->out->middle.y - radius * cos(angle) };
}

/* Where its leader meets a label, from its top. */
static double anchor(const cp_pie_label *label)
{
    return cp_text_lines(label->text) > 1 ? label->box.height / 2 : cp_text_middle(label->text);
}

/* From the rim straight out, level to the lane, over it to the label.  Levels are in the
 * order of the labels, so nothing crosses, however far a label has moved. */
static void lead_by_lane(const cp_pie_placing *p, cp_pie_label *label)
{
    double out = p->style->leader_out, side = label->right ? 1 : -1;
    cp_point *path = label->path;

    path[0] = cp_pie_around(p, label->slice, p->out->radius);
    path[1] = cp_pie_around(p, label->slice, p->out->radius + out);
    path[2] = (cp_point){ p->out->middle.x + side * (p->out->radius + out), path[1].y };
    path[3] = (cp_point){ path[2].x + side * p->style->leader_lane, label->box.y + anchor(label) };
    label->points = 4;
}

/* From the rim straight out, then straight to the label; level where going out a little
 * more or less makes it so. */
static void lead_straight(const cp_pie_placing *p, cp_pie_label *label)
{
    double out = p->style->leader_out, level;

    lead_by_lane(p, label);
    label->path[2] = label->path[3];
    label->points = 3;
    level = (p->out->middle.y - label->path[2].y)
            / cos(2 * acos(-1) * cp_pie_middle(p->pie, label->slice));
    if (level > p->out->radius + out / 3 && level < p->out->radius + 2 * out)
        label->path[1] = cp_pie_around(p, label->slice, level);
}

/* The distance of `from`..`to` to `point`. */
static double distance(cp_point from, cp_point to, cp_point point)
{
    double dx = to.x - from.x, dy = to.y - from.y, length = dx * dx + dy * dy;
    double part = length > 0 ? ((point.x - from.x) * dx + (point.y - from.y) * dy) / length : 0;

    part = fmax(0, fmin(1, part));
    return hypot(from.x + part * dx - point.x, from.y + part * dy - point.y);
}

static double turn(cp_point a, cp_point b, cp_point c)
{
    return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
}

static bool cross(cp_point a, cp_point b, cp_point c, cp_point d)
{
    return turn(a, b, c) * turn(a, b, d) <= 0 && turn(c, d, a) * turn(c, d, b) <= 0;
}

static bool clear_of_others(const cp_pie_label *label, const cp_pie_label *side, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (&side[i] != label
            && (cross(label->path[1], label->path[2], side[i].path[1], side[i].path[2])
                || cross(label->path[1], label->path[2], side[i].path[0], side[i].path[1])))
            return false;
    return true;
}

static void lead_side(const cp_pie_placing *p, cp_pie_label *side, size_t count)
{
    bool straight = true;

    for (size_t i = 0; i < count; i++)
        lead_straight(p, &side[i]);
    for (size_t i = 0; i < count; i++)
        straight = straight && clear_of_others(&side[i], side, count)
                   && distance(side[i].path[1], side[i].path[2], p->out->middle)
                          > p->out->radius + p->style->leader_out / 2;
    for (size_t i = 0; i < count && !straight; i++)
        lead_by_lane(p, &side[i]);
}

static bool place_side(const cp_pie_placing *p, cp_pie_label *side, size_t count, bool right)
{
    double *middle = cp_new_array(p->page, double, count);
    double *height = cp_new_array(p->page, double, count);
    double *top = cp_new_array(p->page, double, count);
    double reach = p->out->radius + cp_pie_leader(p->style);
    bool fits;

    for (size_t i = 0; i < count; i++) {
        height[i] = side[i].box.height;
        middle[i] = cp_pie_around(p, side[i].slice, p->out->radius + p->style->leader_out).y
                    + height[i] / 2 - anchor(&side[i]);
    }
    fits = cp_labels_row(p->page, count, middle, height,
                         p->style->label_space * p->style->name.size * p->scale, 0, p->size.height,
                         top);
    for (size_t i = 0; i < count; i++) {
        side[i].box.y = top[i];
        side[i].box.x
            = right ? p->out->middle.x + reach : p->out->middle.x - reach - side[i].box.width;
    }
    lead_side(p, side, count);
    return fits;
}

bool cp_pie_place_sides(const cp_pie_placing *p)
{
    cp_pie_label *left = p->out->label + p->right;
    bool right = place_side(p, p->out->label, p->right, true);

    return place_side(p, left, p->out->count - p->right, false) && right;
}
