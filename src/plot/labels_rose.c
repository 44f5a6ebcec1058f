#include "plot/labels_rose.h"

#include <math.h>

#include "plot/labels_random.h"

enum {
    SECTORS_MOST = 128, /* in each shell */
    LEVEL = 8,          /* places in the lines of the point itself, to each side */
    LOOK_WORK = 50      /* as long as so many questions to the board */
};
static const struct cp_rose_effort {
    int sectors; /* in a shell; the clearest way of each is tried */
    int tries;   /* distances along a way */
    int kept;    /* places offered */
} cares[] = {
    [CP_ROSE_BRIEF] = { 64, 1, 24 },
    [CP_ROSE_USUAL] = { 64, 2, 24 },
    [CP_ROSE_LONG] = { SECTORS_MOST, 8, CP_ROSE_KEPT },
};
static const double length_cost = 0.5;
static const double level_reach = 60; /* heights of the label */
/* Radii in heights of the label; what is nearer than the first is not worth a leader. */
static const double radii[CP_SIGHT_SHELLS + 1] = { 3, 8, 16, 32, INFINITY };

static cp_point way_toward(double direction)
{
    double part = direction * 4 / CP_SIGHT_WAYS;
    double x = part < 2 ? 1 - part : part - 3;
    double y = part < 1 ? part : part < 3 ? 2 - part : part - 4, length = sqrt(x * x + y * y);

    return (cp_point){ x / length, y / length };
}

void cp_rose_begin(cp_arena *arena, cp_rose *rose, const cp_board *board, double leader_most)
{
    size_t lines = (size_t)board->room.lines;

    *rose = (cp_rose){ .reach = leader_most > 0 ? leader_most : INFINITY };
    for (int i = 0; i < CP_SIGHT_WAYS; i++)
        rose->way[i] = way_toward(i + 0.5);
    cp_sight_begin(arena, &rose->sight, board->count);
    rose->line = cp_new_array(arena, cp_room_line, lines);
    rose->read = cp_new_array(arena, uint32_t, lines);
}

/* What is asked of the rose now. */
typedef struct question {
    const cp_room *room;
    cp_point p;
    cp_size size;
    double reach; /* from the point */
    double factor;
    double radius[CP_SIGHT_SHELLS + 1];      /* where each shell begins, and the last ends */
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
    return cost >= rose->dear;
}

static void offer(cp_rose *rose, const question *of, double x, double y)
{
    double step_x = cp_clamp(of->p.x, x, x + of->size.width) - of->p.x;
    double step_y = cp_clamp(of->p.y, y, y + of->size.height) - of->p.y;
    double square = step_x * step_x + step_y * step_y;
    const cp_sight *sight = &rose->sight;
    int way = (int)cp_sight_direction((float)step_x, (float)step_y) % CP_SIGHT_WAYS, i;
    double covered = sight->covered[way][cp_sight_shell(sight, (float)square)];
    float cost = (float)(sqrt(square) * length_cost + covered * of->factor);

    if (is_too_dear(rose, cost))
        return;
    if (rose->count < rose->care->kept)
        rose->count++;
    for (i = rose->count - 1; i > 0 && rose->offer[i - 1].cost > cost; i--)
        rose->offer[i] = rose->offer[i - 1];
    rose->offer[i] = (struct cp_rose_offer){ x, y, cost };
    if (rose->count == rose->care->kept)
        rose->dear = rose->offer[rose->count - 1].cost;
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
        .covered_cost = rose->sight.covered[index][shell] * of->factor,
    };
}

/* Ways side by side within a shell, of which the clearest is tried. */
typedef struct sector {
    float least, covered; /* what a place there costs at least, and where it is clearest */
    short shell, first;
} sector;

static cp_shells least_covered(const cp_sight *sight, int first, int behind)
{
    cp_shells least = sight->least[first / CP_SIGHT_SECTOR];

    for (int way = first + CP_SIGHT_SECTOR; way < behind; way += CP_SIGHT_SECTOR)
        least = cp_shells_least(sight->least[way / CP_SIGHT_SECTOR], least);
    return least;
}

/* Those that may still pay. */
static int list_sectors(const cp_rose *rose, const question *of, sector *sectors)
{
    const int wide = CP_SIGHT_WAYS / rose->care->sectors;
    int count = 0;

    for (int first = 0; first < CP_SIGHT_WAYS; first += wide) {
        cp_shells covered = least_covered(&rose->sight, first, first + wide);

        for (int shell = 0; shell < CP_SIGHT_SHELLS; shell++) {
            double least = of->radius[shell] * length_cost + covered[shell] * of->factor;

            if (covered[shell] < CP_SIGHT_WALL / 2 && !is_too_dear(rose, least))
                sectors[count++]
                    = (sector){ (float)least, covered[shell], (short)shell, (short)first };
        }
    }
    return count;
}

/* The next of the clearest from any on. */
static int clearest_way(cp_rose *rose, const sector *in)
{
    const int wide = CP_SIGHT_WAYS / rose->care->sectors;
    int at = (int)(cp_label_random(&rose->random) * wide);

    for (int i = 0; i < wide && rose->sight.covered[in->first + at][in->shell] > in->covered; i++)
        at = (at + 1) % wide;
    return in->first + at;
}

/* The cheapest of a heap lies at its top; one put there sinks to its place. */
static void sink(sector *heap, int count, int at)
{
    sector moved = heap[at];

    for (int next; (next = 2 * at + 1) < count; at = next) {
        if (next + 1 < count && heap[next + 1].least < heap[next].least)
            next++;
        if (moved.least <= heap[next].least)
            break;
        heap[at] = heap[next];
    }
    heap[at] = moved;
}

static void offer_sector(cp_rose *rose, const question *of, const sector *in)
{
    lane way = lane_of(rose, of, in->shell, clearest_way(rose, in));
    double from = of->radius[in->shell];
    double end = cp_lesser(cp_lesser(of->radius[in->shell + 1], of->reach), way_out(of, &way));

    for (int i = 0; i < rose->care->tries && end > from; i++)
        offer_along(rose, of, &way, from + (end - from) * cp_label_random(&rose->random));
}

/* The cheapest sectors first: most then need no look. */
static void offer_ways(cp_rose *rose, const question *of)
{
    sector heap[SECTORS_MOST * CP_SIGHT_SHELLS];
    int count = list_sectors(rose, of, heap);

    for (int i = count / 2; i-- > 0;)
        sink(heap, count, i);
    while (count > 0 && !is_too_dear(rose, heap[0].least)) {
        offer_sector(rose, of, &heap[0]);
        heap[0] = heap[--count];
        sink(heap, count, 0);
    }
}

static void set_shells(cp_rose *rose, question *of)
{
    for (int i = 0; i <= CP_SIGHT_SHELLS; i++)
        of->radius[i] = radii[i] * of->size.height;
    for (int i = 0; i < CP_SIGHT_SHELLS; i++)
        rose->sight.shell[i] = (float)(of->radius[i + 1] * of->radius[i + 1]);
}

void cp_rose_look(cp_rose *rose, cp_board *board, size_t label, const cp_label_wish *wish,
                  const double *weight, double factor, double most, cp_rose_care care)
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

    set_shells(rose, &of);
    rose->care = &cares[care];
    rose->count = 0;
    rose->dear = most;
    if (of.reach < of.radius[0])
        return;
    rose->round++;
    cp_sight_look(&rose->sight, board, label, of.p, weight);
    offer_level(rose, &of);
    offer_ways(rose, &of);
    board->work += LOOK_WORK + board->count / 8;
}
