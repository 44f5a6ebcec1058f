#include "plot/labels_shape.h"

static cp_point box_nearest(cp_rect box, cp_point p)
{
    return (cp_point){ cp_clamp(p.x, box.x, box.x + box.width),
                       cp_clamp(p.y, box.y, box.y + box.height) };
}

static cp_link link_new(cp_point on_line, cp_point on_box)
{
    return (cp_link){ on_line, on_box, sqrt(cp_square_distance(on_line, on_box)) };
}

static void keep_shorter(cp_link *link, cp_link other)
{
    if (other.length < link->length)
        *link = other;
}

cp_link cp_link_to_box(cp_point a, cp_point b, cp_rect box)
{
    cp_link link = link_new(a, box_nearest(box, a));

    if (a.x == b.x && a.y == b.y)
        return link;
    if (cp_line_meets_box(a, b, box))
        return (cp_link){ box_nearest(box, a), box_nearest(box, a), 0 };
    keep_shorter(&link, link_new(b, box_nearest(box, b)));
    for (int i = 0; i < 4; i++) {
        cp_point corner = { box.x + (i & 1 ? box.width : 0), box.y + (i & 2 ? box.height : 0) };

        keep_shorter(&link, link_new(cp_line_nearest(a, b, corner), corner));
    }
    return link;
}

/* Twice the area of the triangle; its sign tells the side of c. */
static double side_of(cp_point a, cp_point b, cp_point c)
{
    return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
}

static bool cross(cp_point a, cp_point b, cp_point c, cp_point d)
{
    return (side_of(a, b, c) > 0) != (side_of(a, b, d) > 0)
           && (side_of(c, d, a) > 0) != (side_of(c, d, b) > 0);
}

static double square_to_line(cp_point p, cp_point a, cp_point b)
{
    return cp_square_distance(p, cp_line_nearest(a, b, p));
}

double cp_lines_distance(cp_point a, cp_point b, cp_point c, cp_point d)
{
    if (cross(a, b, c, d))
        return 0;
    return sqrt(cp_lesser(cp_lesser(square_to_line(a, c, d), square_to_line(b, c, d)),
                          cp_lesser(square_to_line(c, a, b), square_to_line(d, a, b))));
}

/* Whether both c and d are further than `clear` on one side of the line through a and b. */
static bool apart(cp_point a, cp_point b, cp_point c, cp_point d, double clear)
{
    double one = side_of(a, b, c), two = side_of(a, b, d);

    return (one > 0) == (two > 0)
           && cp_lesser(one * one, two * two) > clear * clear * cp_square_distance(a, b);
}

bool cp_lines_closer(cp_point a, cp_point b, cp_point c, cp_point d, double clear)
{
    return !apart(a, b, c, d, clear) && !apart(c, d, a, b, clear)
           && cp_lines_distance(a, b, c, d) < clear;
}
