#include "plot/labels_sight.h"

#include <string.h>

static void list_begin(cp_arena *arena, cp_sight_list *list, size_t labels)
{
    float **columns[] = { &list->left, &list->top,    &list->right,  &list->bottom, &list->one,
                          &list->two,  &list->square, &list->weight, &list->round };
    int **counts[] = { &list->first, &list->behind, &list->shell };

    for (size_t i = 0; i < sizeof columns / sizeof *columns; i++)
        *columns[i] = cp_new_array(arena, float, labels);
    for (size_t i = 0; i < sizeof counts / sizeof *counts; i++)
        *counts[i] = cp_new_array(arena, int, labels);
}

void cp_sight_begin(cp_arena *arena, cp_sight *sight, size_t labels)
{
    list_begin(arena, &sight->boxes, labels);
    list_begin(arena, &sight->leaders, labels);
}

static inline float lesser(float a, float b)
{
    return a < b ? a : b;
}

static inline float greater(float a, float b)
{
    return a > b ? a : b;
}

int cp_sight_shell(const cp_sight *sight, float square)
{
    int shell = 0;

    for (int i = 0; i < CP_SIGHT_SHELLS - 1; i++)
        shell += square > sight->shell[i];
    return shell;
}

static void add(cp_sight_list *list, float left, float top, float right, float bottom, float weight)
{
    size_t i = list->count++;

    list->left[i] = left;
    list->top[i] = top;
    list->right[i] = right;
    list->bottom[i] = bottom;
    list->weight[i] = weight;
}

static void list_all(cp_sight *sight, const cp_board *board, size_t label, cp_point p,
                     const double *weight)
{
    double clear = board->between;

    sight->boxes.count = sight->leaders.count = 0;
    for (size_t i = 0; i < board->count; i++) {
        const cp_board_box *box = &board->box[i];
        const cp_board_leader *leader = &board->leader[i];
        float dear = weight[i] < CP_SIGHT_WALL ? (float)weight[i] : CP_SIGHT_WALL;

        if (!board->at[i] || i == label)
            continue;
        add(&sight->boxes, (float)(box->left - clear - p.x), (float)(box->top - clear - p.y),
            (float)(box->right + clear - p.x), (float)(box->bottom + clear - p.y), dear);
        if (board->at[i]->led)
            add(&sight->leaders, (float)(leader->from.x - p.x), (float)(leader->from.y - p.y),
                (float)(leader->to.x - p.x), (float)(leader->to.y - p.y), dear);
    }
}

/* From here a box lies between its outermost corners. */
static void see_boxes(size_t count, const float *restrict left, const float *restrict top,
                      const float *restrict right, const float *restrict bottom,
                      float *restrict one, float *restrict two, float *restrict square)
{
    for (size_t i = 0; i < count; i++) {
        float l = left[i], t = top[i], r = right[i], b = bottom[i];
        float near = l > 0 ? l : r, far = l > 0 ? r : l, level = t > 0 ? t : b;
        float upper = t > 0 ? far : near, lower = b < 0 ? far : near;
        int aside = (l > 0) | (r < 0);
        float x = greater(greater(l, -r), 0), y = greater(greater(t, -b), 0);

        one[i] = cp_sight_direction(aside ? upper : l, aside ? t : level);
        two[i] = cp_sight_direction(aside ? lower : r, aside ? b : level);
        square[i] = x * x + y * y;
    }
}

static void see_leaders(size_t count, const float *restrict from_x, const float *restrict from_y,
                        const float *restrict to_x, const float *restrict to_y, float *restrict one,
                        float *restrict two, float *restrict square)
{
    for (size_t i = 0; i < count; i++) {
        float x = to_x[i] - from_x[i], y = to_y[i] - from_y[i];
        float ahead = -(from_x[i] * x + from_y[i] * y) / (x * x + y * y + 1e-30f);
        float part = lesser(greater(ahead, 0), 1);
        float near_x = from_x[i] + part * x, near_y = from_y[i] + part * y;

        one[i] = cp_sight_direction(from_x[i], from_y[i]);
        two[i] = cp_sight_direction(to_x[i], to_y[i]);
        square[i] = near_x * near_x + near_y * near_y;
    }
}

/* The short way from one direction to the other may go over direction 0. */
static void see_ends(cp_shells shells, size_t count, const float *restrict one,
                     const float *restrict two, const float *restrict square,
                     float *restrict weight, float *restrict round, int *restrict first,
                     int *restrict behind, int *restrict shell)
{
    const float near = shells[0], middle = shells[1], far = shells[2];

    for (size_t i = 0; i < count; i++) {
        float low = lesser(one[i], two[i]), high = greater(one[i], two[i]), w = weight[i];
        float over = (float)(high - low > CP_SIGHT_WAYS / 2);

        first[i] = (int)(low + 0.5f);
        behind[i] = (int)(high + 0.5f);
        weight[i] = w - 2 * over * w;
        round[i] = over * w;
        shell[i] = (square[i] > near) + (square[i] > middle) + (square[i] > far);
    }
}

/* Notes the weight where a direction begins or ends to be covered: outside of a shell, too. */
static inline void change(cp_shells *covered, int shell, float weight)
{
    static const cp_shells outward[CP_SIGHT_SHELLS]
        = { { 1, 1, 1, 1 }, { 0, 1, 1, 1 }, { 0, 0, 1, 1 }, { 0, 0, 0, 1 } };

    *covered += weight * outward[shell];
}

static void cover(cp_sight *sight, cp_sight_list *list)
{
    see_ends(sight->shell, list->count, list->one, list->two, list->square, list->weight,
             list->round, list->first, list->behind, list->shell);
    for (size_t i = 0; i < list->count; i++) {
        change(&sight->covered[list->first[i]], list->shell[i], list->weight[i]);
        change(&sight->covered[list->behind[i]], list->shell[i], -list->weight[i]);
        if (list->round[i] > 0)
            change(&sight->covered[0], list->shell[i], list->round[i]);
    }
}

/* From where it begins and ends to what is covered. */
static void sum_up(cp_sight *sight)
{
    cp_shells sum = { 0 };

    for (int sector = 0; sector < CP_SIGHT_WAYS / CP_SIGHT_SECTOR; sector++) {
        cp_shells *covered = &sight->covered[sector * CP_SIGHT_SECTOR], least = sum + covered[0];

        for (int way = 0; way < CP_SIGHT_SECTOR; way++) {
            covered[way] = sum += covered[way];
            least = cp_shells_least(sum, least);
        }
        sight->least[sector] = least;
    }
}

void cp_sight_look(cp_sight *sight, const cp_board *board, size_t label, cp_point p,
                   const double *weight)
{
    cp_sight_list *boxes = &sight->boxes, *leaders = &sight->leaders;

    memset(sight->covered, 0, sizeof sight->covered);
    list_all(sight, board, label, p, weight);
    see_boxes(boxes->count, boxes->left, boxes->top, boxes->right, boxes->bottom, boxes->one,
              boxes->two, boxes->square);
    see_leaders(leaders->count, leaders->left, leaders->top, leaders->right, leaders->bottom,
                leaders->one, leaders->two, leaders->square);
    cover(sight, boxes);
    cover(sight, leaders);
    sum_up(sight);
}
