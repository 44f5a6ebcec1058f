#include "plot/labels_ground.h"

#include <math.h>
#include <string.h>

#include "plot/labels_shape.h"

/* Rounding must not forbid what stands exactly at the least distance. */
static const double slack = 1e-7;

enum {
    CELLS_MOST = 200, /* along one side */
    HEAP = 64         /* items, to be looked at in the time of a step */
};

bool cp_anchor_is_finite(const cp_anchor *anchor)
{
    return isfinite(anchor->a.x) && isfinite(anchor->a.y) && isfinite(anchor->b.x)
           && isfinite(anchor->b.y) && isfinite(anchor->radius);
}

static int count_cells(double length, double cell)
{
    return (int)fmin(fmax(ceil(length / cell), 1), CELLS_MOST);
}

cp_cells cp_cells_over(cp_rect frame, double width, double height)
{
    cp_cells cells = { .x = frame.x, .y = frame.y };

    cells.columns = count_cells(frame.width, width);
    cells.rows = count_cells(frame.height, height);
    cells.width = fmax(frame.width, width) / cells.columns;
    cells.height = fmax(frame.height, height) / cells.rows;
    cells.per_width = 1 / cells.width;
    cells.per_height = 1 / cells.height;
    return cells;
}

/* The first round counts the items of each cell, the second puts them in. */
static void put_in(cp_ground *ground, uint32_t *next, int column, int row, size_t item, bool count)
{
    size_t cell = (size_t)row * (size_t)ground->cells.columns + (size_t)column;

    if (!count) {
        cp_ground_item *put = &ground->item[next[cell]];

        *put = (cp_ground_item){ .radius = -1, .index = (uint32_t)item };
        if (item < ground->anchor_count && cp_anchor_is_point(&ground->anchor[item])) {
            put->middle = ground->anchor[item].a;
            put->radius = ground->anchor[item].radius;
        }
    }
    next[cell]++;
}

static void put_anchor(cp_ground *ground, uint32_t *next, size_t item, bool count)
{
    const cp_anchor *anchor = &ground->anchor[item];
    const cp_cells *cells = &ground->cells;
    int top, bottom;

    if (!cp_anchor_is_finite(anchor))
        return;
    top = cp_cells_row(cells, fmin(anchor->a.y, anchor->b.y));
    bottom = cp_cells_row(cells, fmax(anchor->a.y, anchor->b.y));
    for (int row = top; row <= bottom; row++) {
        int first, last;

        cp_cells_of_line(cells, anchor->a, anchor->b, 0, row, &first, &last);
        for (int column = first; column <= last; column++)
            put_in(ground, next, column, row, item, count);
    }
}

static void put_obstacle(cp_ground *ground, uint32_t *next, size_t item, bool count)
{
    cp_rect box = ground->obstacle[item - ground->anchor_count];
    const cp_cells *cells = &ground->cells;

    for (int row = cp_cells_row(cells, box.y); row <= cp_cells_row(cells, box.y + box.height);
         row++)
        for (int column = cp_cells_column(cells, box.x);
             column <= cp_cells_column(cells, box.x + box.width); column++)
            put_in(ground, next, column, row, item, count);
}

static void put_all(cp_ground *ground, uint32_t *next, bool count)
{
    for (size_t i = 0; i < ground->anchor_count; i++)
        put_anchor(ground, next, i, count);
    for (size_t i = ground->anchor_count; i < ground->item_count; i++)
        put_obstacle(ground, next, i, count);
}

static void index_items(cp_arena *arena, cp_ground *ground)
{
    size_t cells = (size_t)ground->cells.columns * (size_t)ground->cells.rows;
    uint32_t *next = cp_new_array(arena, uint32_t, cells), sum = 0;

    ground->first = cp_new_array(arena, uint32_t, cells + 1);
    put_all(ground, next, true);
    for (size_t i = 0; i < cells; i++) {
        ground->first[i] = sum;
        sum += next[i];
        next[i] = ground->first[i];
    }
    ground->first[cells] = sum;
    ground->item = cp_new_array(arena, cp_ground_item, sum);
    put_all(ground, next, false);
}

void cp_ground_begin(cp_arena *arena, cp_ground *ground, const cp_label_task *task)
{
    const double cell = 16; /* about the reach of one question; a guess that only costs time */

    *ground = (cp_ground){ .cells = cp_cells_over(task->frame, cell, cell),
                           .label_count = task->count,
                           .anchor_count = task->count + task->ink_count,
                           .obstacle = task->obstacle,
                           .least = task->rules.least,
                           .between = cp_greater(task->rules.between, CP_LEADER_CLEAR) };
    ground->item_count = ground->anchor_count + task->obstacle_count;
    ground->anchor = cp_new_array(arena, cp_anchor, ground->anchor_count);
    for (size_t i = 0; i < ground->anchor_count; i++) {
        ground->anchor[i] = i < task->count ? task->wish[i].anchor : task->ink[i - task->count];
        if (cp_anchor_is_finite(&ground->anchor[i]))
            ground->radius = fmax(ground->radius, ground->anchor[i].radius);
    }
    ground->seen = cp_new_array(arena, uint32_t, ground->item_count);
    index_items(arena, ground);
}

/* Negative: too near; infinite: not as near as `most`. */
static double gap_to_disc(const cp_ground *ground, cp_rect box, const cp_ground_item *disc,
                          double most)
{
    double square = cp_square_to_box(disc->middle, box);
    double least = disc->radius + ground->least - slack;

    if (square < least * least)
        return -1;
    if (square >= (disc->radius + most) * (disc->radius + most))
        return INFINITY;
    return sqrt(square) - disc->radius;
}

static double gap_to_other(const cp_ground *ground, cp_rect box, size_t index)
{
    const cp_anchor *anchor;
    double gap;

    if (index >= ground->anchor_count)
        return cp_boxes_near(box, ground->obstacle[index - ground->anchor_count],
                             ground->least - slack)
                   ? -1
                   : INFINITY;
    anchor = &ground->anchor[index];
    gap = cp_link_to_box(anchor->a, anchor->b, box).length - anchor->radius;
    return gap < ground->least - slack ? -1 : gap;
}

/* False: the item is too near. */
static bool note_gap(const cp_ground *ground, cp_rect box, size_t label, const cp_ground_item *item,
                     cp_gaps *gaps)
{
    bool point = item->radius >= 0;
    double gap = point ? gap_to_disc(ground, box, item, gaps->point)
                       : gap_to_other(ground, box, item->index);
    double *nearest = point ? &gaps->point : &gaps->line;

    if (gap >= 0 && gap < *nearest && item->index != label)
        *nearest = gap;
    return gap >= 0;
}

bool cp_ground_gaps(cp_ground *ground, cp_rect box, size_t label, double most, cp_gaps *gaps)
{
    const cp_cells *cells = &ground->cells;
    double reach = cp_greater(most, ground->least) + ground->radius;
    int first = cp_cells_column(cells, box.x - reach);
    int last = cp_cells_column(cells, box.x + box.width + reach);
    int bottom = cp_cells_row(cells, box.y + box.height + reach);

    *gaps = (cp_gaps){ most, most };
    for (int row = cp_cells_row(cells, box.y - reach); row <= bottom; row++) {
        const uint32_t *of_row = ground->first + (size_t)row * (size_t)cells->columns;

        ground->work += (of_row[last + 1] - of_row[first]) / HEAP;
        for (uint32_t i = of_row[first]; i < of_row[last + 1]; i++)
            if (!note_gap(ground, box, label, &ground->item[i], gaps))
                return false;
    }
    return true;
}

static bool is_label_near(const cp_ground *ground, const cp_ground_item *item, cp_point p,
                          double reach)
{
    return item->radius >= 0 && item->index < ground->label_count
           && cp_square_distance(item->middle, p) <= reach * reach;
}

bool cp_ground_is_heap(const cp_ground *ground, cp_point p, double reach, int count)
{
    const cp_cells *cells = &ground->cells;
    int first = cp_cells_column(cells, p.x - reach), last = cp_cells_column(cells, p.x + reach);

    for (int row = cp_cells_row(cells, p.y - reach); row <= cp_cells_row(cells, p.y + reach);
         row++) {
        const uint32_t *of_row = ground->first + (size_t)row * (size_t)cells->columns;

        for (uint32_t i = of_row[first]; i < of_row[last + 1] && count > 0; i++)
            count -= is_label_near(ground, &ground->item[i], p, reach);
    }
    return count <= 0;
}

/* Where anchors lie on each other a leader cannot but begin on a foreign one: it must
 * then lead away from its middle. */
static bool leads_away(cp_point from, cp_point to, cp_point middle)
{
    return (to.x - from.x) * (from.x - middle.x) + (to.y - from.y) * (from.y - middle.y) >= 0;
}

static bool through_disc(const cp_ground *ground, cp_point from, cp_point to,
                         const cp_ground_item *disc)
{
    double least = disc->radius + ground->between - slack;

    return cp_square_distance(disc->middle, cp_line_nearest(from, to, disc->middle)) < least * least
           && !leads_away(from, to, disc->middle);
}

static bool over_line(const cp_ground *ground, cp_point from, cp_point to, const cp_anchor *line)
{
    return cp_lines_distance(from, to, line->a, line->b) - line->radius < ground->between;
}

/* From an anchor that lies in an obstacle there is no way but out of it. */
static bool cross_item(const cp_ground *ground, cp_point from, cp_point to,
                       const cp_ground_item *item, cp_crossings *crossings)
{
    if (item->radius >= 0) {
        crossings->points += through_disc(ground, from, to, item);
    } else if (item->index < ground->anchor_count) {
        crossings->lines += over_line(ground, from, to, &ground->anchor[item->index]);
    } else {
        cp_rect box
            = cp_rect_grown(ground->obstacle[item->index - ground->anchor_count], ground->between);

        return cp_square_to_box(from, box) == 0 || !cp_line_meets_box(from, to, box);
    }
    return true;
}

bool cp_ground_crossings(cp_ground *ground, cp_point from, cp_point to, size_t label,
                         cp_crossings *crossings)
{
    const cp_cells *cells = &ground->cells;
    double reach = ground->between + ground->radius;
    int top = cp_cells_row(cells, cp_lesser(from.y, to.y) - reach);
    int bottom = cp_cells_row(cells, cp_greater(from.y, to.y) + reach);

    *crossings = (cp_crossings){ 0 };
    ground->round++;
    for (int row = top; row <= bottom; row++) {
        const uint32_t *of_row = ground->first + (size_t)row * (size_t)cells->columns;
        int first, last;

        cp_cells_of_line(cells, from, to, reach, row, &first, &last);
        ground->work += (of_row[last + 1] - of_row[first]) / HEAP;
        for (uint32_t i = of_row[first]; i < of_row[last + 1]; i++) {
            const cp_ground_item *item = &ground->item[i];

            if (item->index == label || ground->seen[item->index] == ground->round)
                continue;
            ground->seen[item->index] = ground->round;
            if (!cross_item(ground, from, to, item, crossings))
                return false;
        }
    }
    return true;
}
