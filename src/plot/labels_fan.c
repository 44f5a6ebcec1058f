#include "plot/labels_fan.h"

#include <math.h>

#include "plot/labels_choice.h"

/* Where edges end over the heap, by its width; and room for so many names more than it has. */
enum { ENDS = 4, SPARES = 2, SHAPES = ENDS * SPARES, PORTS_MOST = 1000 };
static const double steep[ENDS] = { 0.85, 1.1, 0.6, 1.3 }, flat[ENDS] = { 0.1, 0.2, 0.35, 0.5 };
static const double spares[SPARES] = { 10, 5 };
static const double hard = 15;         /* to drive out: who leaves a fan finds no other place */
static const double aside = 3;         /* where the edge begins, beside the outermost point */
static const double step_aside = 0.15; /* of a port from the edge, by the height of a line */
enum { STEPS_ASIDE = 8 };

typedef struct heap {
    cp_label_search *search;
    const uint32_t *label;
    size_t count;
    cp_point middle;
} heap;

/* Turned so that the heap lies at the lower left, and its names above it. */
typedef struct fan {
    const heap *points;
    bool leftward, downward; /* what is to the right and above, in the frame */
    bool sideways;           /* what is above is beside it there */
    double left, right, top; /* of the heap */
    double end, spare;
} fan;

static cp_point point_of(const fan *of, size_t i)
{
    const cp_label_task *task = of->points->search->task;
    cp_rect frame = task->frame;
    cp_point p = task->wish[of->points->label[i]].anchor.a;
    double x = of->leftward ? frame.x + frame.width - p.x : p.x - frame.x;
    double y = of->downward ? frame.y + frame.height - p.y : p.y - frame.y;

    return of->sideways ? (cp_point){ frame.height - y, frame.width - x } : (cp_point){ x, y };
}

static fan fan_of(const heap *points, bool sideways, int shape)
{
    cp_rect frame = points->search->task->frame;
    fan made = {
        .points = points,
        .leftward = points->middle.x > frame.x + frame.width / 2,
        .downward = points->middle.y < frame.y + frame.height / 2,
        .sideways = sideways,
        .left = INFINITY,
        .top = INFINITY,
        .end = sideways ? flat[shape % ENDS] : steep[shape % ENDS],
        .spare = spares[shape / ENDS],
    };

    for (size_t i = 0; i < points->count; i++) {
        cp_point p = point_of(&made, i);

        made.left = fmin(made.left, p.x);
        made.right = fmax(made.right, p.x);
        made.top = fmin(made.top, p.y);
    }
    return made;
}

static bool is_put(const heap *points, size_t i)
{
    return points->search->board.at[points->label[i]];
}

/* The point furthest to the left as seen from the port; `count`: none is left. */
static size_t outermost(const fan *of, cp_point port)
{
    size_t best = of->points->count;
    double least = INFINITY;

    for (size_t i = 0; i < of->points->count; i++) {
        cp_point p = point_of(of, i);
        double slope = (p.x - port.x) / (p.y - port.y);

        if (!is_put(of->points, i) && p.y > port.y && slope < least) {
            least = slope;
            best = i;
        }
    }
    return best;
}

static double line_height(const fan *of)
{
    return cp_room_line_height(&of->points->search->board.room);
}

static cp_point port_at(const fan *of, double y, double by)
{
    double begin = of->left + aside, end = of->left + (of->right - of->left) * of->end;

    return (cp_point){ begin + (end - begin) * y / of->top + by, y };
}

/* The box's lower left corner is at the port. */
static bool put_at(const fan *of, size_t i, cp_point port)
{
    cp_label_search *search = of->points->search;
    size_t label = of->points->label[i];
    cp_rect frame = search->task->frame;
    cp_size size = search->task->wish[label].size;
    double x = of->sideways ? frame.width - port.y : port.x;
    double y = of->sideways ? frame.height - port.x : port.y;

    return cp_label_put_led(search, label,
                            of->leftward ? frame.x + frame.width - x - size.width : frame.x + x,
                            of->downward ? frame.y + frame.height - y : frame.y + y - size.height);
}

/* How much of the edge the label takes. */
static double extent(const fan *of, size_t i)
{
    const cp_label_search *search = of->points->search;
    const cp_board *board = &search->board;
    cp_size size = search->task->wish[of->points->label[i]].size;

    return of->sideways ? size.width + board->room.space + board->between : line_height(of);
}

static double far_end(const fan *of)
{
    double all = 0;

    for (size_t i = 0; i < of->points->count; i++)
        all += extent(of, i);
    return fmax(of->top - all * (1 + of->spare / (double)of->points->count), 1);
}

/* From the edge on aside, until the port can be reached: those after it stand as far aside. */
static bool put_beside_edge(const fan *of, size_t i, double y, double *by)
{
    for (int step = 0; step < STEPS_ASIDE; step++) {
        double further = *by + step * step_aside * line_height(of);

        if (put_at(of, i, port_at(of, y, further))) {
            *by = further;
            return true;
        }
    }
    return false;
}

/* A port that cannot be reached is left, not the point: one caught in a fan would need it
 * all taken down again. */
static void spread(const fan *of)
{
    double y = far_end(of), by = 0;

    for (int port = 0; port < PORTS_MOST && y < of->top; port++) {
        size_t next = outermost(of, port_at(of, y + line_height(of), by));
        double behind;

        if (next == of->points->count)
            return;
        behind = y + extent(of, next);
        y = behind < of->top && put_beside_edge(of, next, behind, &by) ? behind
                                                                       : y + line_height(of);
    }
}

static void fold(const heap *points)
{
    for (size_t i = 0; i < points->count; i++)
        if (is_put(points, i))
            cp_board_take(&points->search->board, points->label[i]);
}

static size_t count_left(const heap *points)
{
    size_t left = 0;

    for (size_t i = 0; i < points->count; i++)
        left += !is_put(points, i);
    return left;
}

/* With the first shape that leaves none, or the one that leaves the fewest. */
static void put_fan(const heap *points, bool sideways)
{
    size_t least = points->count + 1;
    int best = 0;
    fan made;

    for (int shape = 0; shape < SHAPES; shape++) {
        size_t left;

        made = fan_of(points, sideways, shape);
        spread(&made);
        left = count_left(points);
        if (left == 0)
            return;
        if (left < least) {
            least = left;
            best = shape;
        }
        fold(points);
    }
    made = fan_of(points, sideways, best);
    spread(&made);
}

static void harden(const heap *points)
{
    for (size_t i = 0; i < points->count; i++)
        if (is_put(points, i))
            points->search->hardness[points->label[i]]
                = hard * cp_label_weight(points->search, points->label[i]);
}

static heap rest_of(const heap *whole)
{
    uint32_t *label = cp_new_array(whole->search->arena, uint32_t, whole->count);
    heap rest = { whole->search, label, 0, whole->middle };

    for (size_t i = 0; i < whole->count; i++)
        if (!is_put(whole, i))
            label[rest.count++] = whole->label[i];
    return rest;
}

void cp_label_fans_put(cp_label_search *search, const uint32_t *label, size_t count,
                       cp_point middle)
{
    heap whole = { search, label, count, middle }, rest;

    put_fan(&whole, false);
    rest = rest_of(&whole);
    if (rest.count > 0)
        put_fan(&rest, true);
    harden(&whole);
}
