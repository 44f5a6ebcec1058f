#include "plot/labels_turn.h"

#include "plot/labels_choice.h"
#include "plot/labels_move.h"
#include "plot/labels_random.h"

/* Times the hardness of who is driven out: the dearer, the sooner far places are taken. */
static const double drive_out_cost = 14, drive_out_in_crowd = 110, drive_out_late = 30;

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

/* How many of those that are driven out find no room near their points. */
static int carry_out(cp_label_search *search, size_t label, const cp_choice *choice,
                     cp_label_move *move)
{
    const double near = cp_spot_tier_cost(search->task, 2);
    int lost = 0;

    cp_label_move_make(search, move, label, &choice->spot, &choice->hits);
    for (int i = 1; i < move->count; i++)
        lost += !cp_label_put_free(search, move->label[i], near);
    return lost;
}

/* The choice that leaves the fewest without a place, the cheapest of them. */
static const cp_choice *try_choices(cp_label_search *search, size_t label,
                                    const cp_choices *choices, cp_label_move *move)
{
    const cp_choice *best = NULL;
    int fewest = CP_HITS_MOST + 1;

    for (int i = 0; i < choices->count; i++) {
        int lost = carry_out(search, label, &choices->item[i], move);

        if (lost == 0)
            return &choices->item[i];
        cp_label_move_undo(search, move);
        if (lost < fewest) {
            fewest = lost;
            best = &choices->item[i];
        }
    }
    if (best)
        carry_out(search, label, best, move);
    return best;
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
