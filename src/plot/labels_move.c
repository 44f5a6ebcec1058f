#include "plot/labels_move.h"

static void lift(cp_label_search *search, cp_label_move *move, uint32_t label)
{
    move->label[move->count] = label;
    move->before[move->count++] = search->board.at[label];
    if (search->board.at[label])
        cp_board_take(&search->board, label);
}

void cp_label_move_make(cp_label_search *search, cp_label_move *move, size_t label,
                        const cp_spot *spot, const cp_hits *hits)
{
    move->count = 0;
    lift(search, move, (uint32_t)label);
    for (int i = 0; i < hits->count; i++)
        lift(search, move, hits->label[i]);
    cp_board_put(&search->board, label, spot);
}

static void stand(cp_label_search *search, const cp_label_move *move, const cp_spot *const *at)
{
    for (int i = 0; i < move->count; i++)
        if (search->board.at[move->label[i]])
            cp_board_take(&search->board, move->label[i]);
    for (int i = 0; i < move->count; i++)
        if (at[i])
            cp_board_put_back(&search->board, move->label[i], at[i]);
}

void cp_label_move_undo(cp_label_search *search, cp_label_move *move)
{
    for (int i = 0; i < move->count; i++)
        move->after[i] = search->board.at[move->label[i]];
    stand(search, move, move->before);
}

void cp_label_move_redo(cp_label_search *search, const cp_label_move *move)
{
    stand(search, move, move->after);
}
