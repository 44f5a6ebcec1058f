#include "plot/labels_turn.h"

#include <math.h>

#include "plot/labels_choice.h"
#include "plot/labels_move.h"
#include "plot/labels_random.h"

/* Times the hardness of who is driven out: the dearer, the sooner far places are taken. */
static const double drive_out_cost = 14, drive_out_in_crowd = 125, drive_out_late = 30;

/* Who is driven out from far away steps aside: so many lines, and so many of its widths. */
static const int lines_aside = 4;
static const double widths_aside = 2;

cp_label_queue cp_label_queue_new(cp_label_search *search)
{
    size_t count = search->task->count;

    return (cp_label_queue){ cp_new_array(search->arena, uint32_t, count), count, 0, 0 };
}

void cp_label_queue_add(cp_label_queue *queue, size_t label)
{
    queue->label[(queue->first + queue->count++) % queue->size] = (uint32_t)label;
}

size_t cp_label_queue_take(cp_label_queue *queue)
{
    size_t label = queue->label[queue->first];

    queue->first = (queue->first + 1) % queue->size;
    queue->count--;
    return label;
}

size_t cp_label_queue_at(const cp_label_queue *queue, size_t index)
{
    return queue->label[(queue->first + index) % queue->size];
}

/* At the next free places of a line to both sides of where it stood. */
static bool put_in_line(cp_label_search *search, size_t label, cp_rect before, int line)
{
    const cp_room *room = &search->board.room;
    cp_room_line free = cp_room_free(room, line, (cp_size){ before.width, before.height });
    double y = cp_room_line_top(room, line), most = widths_aside * before.width;
    double right = cp_room_after(room, &free, before.x);
    double left = cp_room_before(room, &free, before.x - room->width);

    return (right - before.x <= most && cp_label_put_led(search, label, right, y))
           || (before.x - left <= most && cp_label_put_led(search, label, left, y));
}

/* Leaders lie in bundles: one more often goes in if the next moves a little. */
static bool put_aside(cp_label_search *search, size_t label, const cp_spot *before)
{
    const cp_room *room = &search->board.room;
    double own = (before->box.y - room->frame.y) / cp_room_line_height(room);

    if (!before->led || !search->crowd)
        return false;
    for (int i = 0; i <= 2 * lines_aside; i++) {
        double line = round(own) + (i % 2 ? i / 2 + 1 : -(i / 2));

        if (line >= 0 && line < room->lines && put_in_line(search, label, before->box, (int)line))
            return true;
    }
    return false;
}

/* How many of those that are driven out find no room near their points or where they stood; no
 * more than `most` are counted. */
static int carry_out(cp_label_search *search, size_t label, const cp_choice *choice, int most,
                     cp_label_move *move)
{
    const double near = cp_spot_tier_cost(search->task, 2);
    int lost = 0;

    cp_label_move_make(search, move, label, &choice->spot, &choice->hits);
    for (int i = 1; i < move->count && lost < most; i++)
        lost += !cp_label_put_free(search, move->label[i], near)
                && !put_aside(search, move->label[i], move->before[i]);
    return lost;
}

/* Carries out the choice that leaves the fewest without a place, the cheapest of them. */
static bool try_choices(cp_label_search *search, size_t label, const cp_choices *choices,
                        cp_label_move *best)
{
    int fewest = CP_HITS_MOST + 1;

    for (int i = 0; i < choices->count; i++) {
        cp_label_move move;
        int lost = carry_out(search, label, &choices->item[i], fewest, &move);

        if (lost == 0) {
            *best = move;
            return true;
        }
        cp_label_move_undo(search, &move);
        if (lost < fewest) {
            fewest = lost;
            *best = move;
        }
    }
    if (choices->count > 0)
        cp_label_move_redo(search, best);
    return choices->count > 0;
}

static double drive_out(const cp_label_search *search)
{
    if (cp_label_search_is_late(search))
        return drive_out_late;
    return search->crowd ? drive_out_in_crowd : drive_out_cost;
}

/* Chance keeps labels that drive each other out from doing so in the same turns. */
bool cp_label_place_next(cp_label_search *search, cp_label_queue *queue)
{
    const cp_terms terms = { search->hardness, drive_out(search), 1 };
    size_t label = cp_label_queue_take(queue);
    bool drives_out = false;
    cp_choices choices;
    cp_label_move move;

    cp_label_choose(search, label, &terms, INFINITY, &choices);
    if (!try_choices(search, label, &choices, &move))
        return false;
    for (int i = 1; i < move.count; i++)
        if (!search->board.at[move.label[i]]) {
            cp_label_queue_add(queue, move.label[i]);
            drives_out = true;
        }
    if (drives_out)
        search->hardness[label]
            += cp_label_weight(search, label) * (1 + cp_label_random(&search->random));
    return true;
}
