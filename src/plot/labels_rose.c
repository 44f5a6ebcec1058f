#include "plot/labels_rose.h"

#include <math.h>
#include <string.h>

#include "plot/labels_random.h"

enum {
    SECTORS = 128,  /* the clearest way of each is tried */
    LEVEL = 8,      /* places in the lines of the point itself, to each side */
    LOOK_WORK = 100 /* as long as so many questions to the board */
};
static const struct {
    int tries; /* distances along a way, in each shell */
    int kept;  /* places offered */
} cares[] = {
    [CP_ROSE_BRIEF] = { 1, 24 },
    [CP_ROSE_USUAL] = { 4, 48 },
    [CP_ROSE_LONG] = { 8, CP_ROSE_KEPT },
};
static const float wall = 1e6f; /* instead of what is infinite, for sums */
static const double length_cost = 0.5;
static const double level_reach = 60; /* heights of the label */
/* Radii in heights of the label; what is nearer than the first is not worth a leader. */
static const double radii[CP_ROSE_SHELLS] = { 3, 8, 16, 32, INFINITY };

/* The part of a walk around a square on its corner: grows with the angle as that does. */
static float direction(double x, double y)
{
    double part = y / (fabs(x) + fabs(y) + 1e-30);

    return (float)(x >= 0 ? (y >= 0 ? part : 4 + part) : 2 - part) * (CP_ROSE_WAYS / 4.0f);
}

static cp_point way_toward(double direction)
{
    double part = direction * 4 / CP_ROSE_WAYS;
    double x = part < 2 ? 1 - part : part - 3;
    double y = part < 1 ? part : part < 3 ? 2 - part : part - 4, length = sqrt(x * x + y * y);

    return (cp_point){ x / length, y / length };
}

void cp_rose_begin(cp_arena *arena, cp_rose *rose, const cp_board *board, double leader_most)
{
    size_t lines = (size_t)board->room.lines;

    *rose = (cp_rose){ .reach = leader_most > 0 ? leader_most : INFINITY };
    for (int i = 0; i < CP_ROSE_WAYS; i++)
        rose->way[i] = way_toward(i + 0.5);
    rose->line = cp_new_array(arena, cp_room_line, lines);
    rose->read = cp_new_array(arena, uint32_t, lines);
}

static int shell_of(const cp_rose *rose, double square)
{
    int shell = 0;

    while (shell < CP_ROSE_SHELLS - 1 && square > rose->shell[shell])
        shell++;
    return shell;
}

/* Notes where what covers the directions between the two begins and ends, to be summed. */
static void cover(float *change, float one, float two, float weight)
{
    float low = one < two ? one : two, high = one < two ? two : one;
    int first = (int)(low + 0.5f), last = (int)(high + 0.5f);

    if (high - low > CP_ROSE_WAYS / 2) { /* the short way goes over direction 0 */
        change[0] += weight;
        weight = -weight;
    }
    change[first] += weight;
    change[last] -= weight;
}

static void cover_box(cp_rose *rose, cp_point p, const cp_board_box *box, double clear,
                      float weight)
{
    double x = p.x - cp_clamp(p.x, box->left, box->right);
    double y = p.y - cp_clamp(p.y, box->top, box->bottom);
    double left = box->left - clear - p.x, right = box->right + clear - p.x;
    double top = box->top - clear - p.y, bottom = box->bottom + clear - p.y;
    cp_point one = { left, top }, two = { right, bottom }; /* its outermost corners from here */

    if (left > 0) {
        one.x = top > 0 ? right : left;
        two.x = bottom < 0 ? right : left;
    } else if (right < 0) {
        one.x = top > 0 ? left : right;
        two.x = bottom < 0 ? left : right;
    } else {
        one.y = two.y = top > 0 ? top : bottom;
    }
    cover(rose->covered[shell_of(rose, x * x + y * y)], direction(one.x, one.y),
          direction(two.x, two.y), weight);
}

static void cover_leader(cp_rose *rose, cp_point p, const cp_board_leader *leader, float weight)
{
    double square = cp_square_distance(p, cp_line_nearest(leader->from, leader->to, p));

    cover(rose->covered[shell_of(rose, square)],
          direction(leader->from.x - p.x, leader->from.y - p.y),
          direction(leader->to.x - p.x, leader->to.y - p.y), weight);
}

/* From where it begins and ends to what is covered, up to each shell. */
static void sum_up(cp_rose *rose)
{
    float open[CP_ROSE_SHELLS] = { 0 };

    for (int i = 0; i < CP_ROSE_WAYS; i++) {
        float sum = 0;

        for (int shell = 0; shell < CP_ROSE_SHELLS; shell++) {
            open[shell] += rose->covered[shell][i];
            sum += open[shell];
            rose->covered[shell][i] = sum;
        }
    }
}

static void look_around(cp_rose *rose, const cp_board *board, size_t label, cp_point p,
                        const double *weight)
{
    memset(rose->covered, 0, sizeof rose->covered);
    for (size_t i = 0; i < board->count; i++) {
        float dear = weight[i] < wall ? (float)weight[i] : wall;

        if (!board->at[i] || i == label)
            continue;
        cover_box(rose, p, &board->box[i], board->between, dear);
        if (board->at[i]->led)
            cover_leader(rose, p, &board->leader[i], dear);
    }
    sum_up(rose);
}

/* What is asked of the rose now. */
typedef struct question {
    const cp_room *room;
    cp_point p;
    cp_size size;
    double reach; /* from the point */
    double factor;
    double line_height, per_line, per_width; /* 1 / line_height, 1 / width of a cell */
} question;

static const cp_room_line *line_at(cp_rose *rose, const question *of, int line)
{
    if (rose->read[line] != rose->round) {
        rose->read[line] = rose->round;
        rose->line[line] = cp_room_free(of->room, line, of->size);
    }
    return &rose->line[line];
}

static bool is_too_dear(const cp_rose *rose, double cost)
{
    return rose->count == rose->kept && cost >= rose->offer[rose->kept - 1].cost;
}

static void offer(cp_rose *rose, const question *of, double x, double y)
{
    double step_x = cp_clamp(of->p.x, x, x + of->size.width) - of->p.x;
    double step_y = cp_clamp(of->p.y, y, y + of->size.height) - of->p.y;
    double square = step_x * step_x + step_y * step_y;
    int way = (int)direction(step_x, step_y) % CP_ROSE_WAYS, i;
    double covered = rose->covered[shell_of(rose, square)][way];
    float cost = (float)(sqrt(square) * length_cost + covered * of->factor);

    if (is_too_dear(rose, cost))
        return;
    if (rose->count < rose->kept)
        rose->count++;
    for (i = rose->count - 1; i > 0 && rose->offer[i - 1].cost > cost; i--)
        rose->offer[i] = rose->offer[i - 1];
    rose->offer[i] = (struct cp_rose_offer){ x, y, cost };
}

static void offer_if_any(cp_rose *rose, const question *of, double x, double y)
{
    if (!isnan(x))
        offer(rose, of, x, y);
}

/* Ways that hardly rise or fall meet no other line: free places in those of the point. */
static void offer_level(cp_rose *rose, const question *of)
{
    const cp_room *room = of->room;
    double own = floor((of->p.y - room->frame.y) / cp_room_line_height(room));
    double reach = cp_lesser(level_reach * of->size.height, of->reach);

    for (double i = cp_greater(own - 1, 0); i <= own + 1 && i < room->lines; i++) {
        const cp_room_line *free = line_at(rose, of, (int)i);
        double y = cp_room_line_top(room, (int)i), x = of->p.x;

        for (int part = 0; part <= LEVEL; part++) {
            double on = part ? reach * cp_label_random(&rose->random) : 0;

            offer_if_any(rose, of, cp_room_after(room, free, x + on), y);
            offer_if_any(rose, of, cp_room_before(room, free, x - of->size.width - on), y);
        }
    }
}

/* A way from the point, for a box led by the corner next to it. */
typedef struct lane {
    cp_point toward, per; /* 1 / toward */
    cp_size back;         /* from the led corner to the top left one */
    double covered_cost;
} lane;

/* At the line next to that distance, the box with its corner on the way. */
static void offer_along(cp_rose *rose, const question *of, const lane *way, double distance)
{
    const cp_room *room = of->room;
    double left = of->p.x - way->back.width - room->frame.x, column;
    double top = of->p.y - way->back.height - room->frame.y, line;

    if (is_too_dear(rose, distance * length_cost + way->covered_cost))
        return;
    line = (top + way->toward.y * distance) * of->per_line + (way->toward.y > 0);
    if (line < 0 || line >= room->lines)
        return;
    line = (int)line;
    if (fabs(way->toward.y) > 0.02)
        distance = (line * of->line_height - top) * way->per.y;
    column = (left + way->toward.x * distance) * of->per_width + (way->toward.x > 0);
    if (distance > 0 && column >= 0 && column < room->columns
        && cp_room_is_free(room, line_at(rose, of, (int)line), (int)column))
        offer(rose, of, room->frame.x + (int)column * room->width,
              room->frame.y + line * of->line_height);
}

/* How far the box can go. */
static double way_out(const question *of, const lane *way)
{
    cp_rect frame = of->room->frame;
    double x = way->toward.x > 0 ? frame.x + frame.width - of->p.x : of->p.x - frame.x;
    double y = way->toward.y > 0 ? frame.y + frame.height - of->p.y : of->p.y - frame.y;

    return cp_lesser((x - of->size.width) * fabs(way->per.x),
                     (y - of->size.height) * fabs(way->per.y));
}

static lane lane_of(const cp_rose *rose, const question *of, int shell, int index)
{
    cp_point toward = rose->way[index];

    return (lane){
        .toward = toward,
        .per = { 1 / toward.x, 1 / toward.y },
        .back = { toward.x < 0 ? of->size.width : 0, toward.y < 0 ? of->size.height : 0 },
        .covered_cost = rose->covered[shell][index] * of->factor,
    };
}

static int clearest_way(cp_rose *rose, int shell, int first, int count)
{
    const float *covered = rose->covered[shell];
    int best = first + (int)(cp_label_random(&rose->random) * count);

    for (int i = first; i < first + count; i++)
        if (covered[i] < covered[best])
            best = i;
    return best;
}

static void offer_ways(cp_rose *rose, const question *of, int shell)
{
    const int wide = CP_ROSE_WAYS / SECTORS;
    double from = sqrt(rose->shell[shell - 1]);
    double to = cp_lesser(sqrt(rose->shell[shell]), of->reach);

    for (int first = 0; first < CP_ROSE_WAYS; first += wide) {
        int index = clearest_way(rose, shell, first, wide);
        double covered = rose->covered[shell][index], end;
        lane way;

        if (covered >= wall / 2 || is_too_dear(rose, from * length_cost + covered * of->factor))
            continue;
        way = lane_of(rose, of, shell, index);
        end = cp_lesser(to, way_out(of, &way));
        for (int i = 0; i < rose->tries && end > from; i++)
            offer_along(rose, of, &way, from + (end - from) * cp_label_random(&rose->random));
    }
}

void cp_rose_look(cp_rose *rose, cp_board *board, size_t label, const cp_label_wish *wish,
                  const double *weight, double factor, cp_rose_care care)
{
    const cp_room *room = &board->room;
    question of = {
        .room = room,
        .p = wish->anchor.b,
        .size = wish->size,
        .reach = rose->reach + wish->anchor.radius,
        .factor = factor,
        .line_height = cp_room_line_height(room),
        .per_line = 1 / cp_room_line_height(room),
        .per_width = 1 / room->width,
    };

    for (int i = 0; i < CP_ROSE_SHELLS; i++)
        rose->shell[i] = radii[i] * wish->size.height * radii[i] * wish->size.height;
    rose->tries = cares[care].tries;
    rose->kept = cares[care].kept;
    rose->count = 0;
    if (of.reach < radii[0] * wish->size.height)
        return;
    rose->round++;
    look_around(rose, board, label, of.p, weight);
    offer_level(rose, &of);
    for (int shell = 1; shell < CP_ROSE_SHELLS; shell++)
        offer_ways(rose, &of, shell);
    board->work += LOOK_WORK + board->count / 8;
}
