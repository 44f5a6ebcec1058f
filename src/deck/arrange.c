/* arrange.c - every way to stand, and the best of them. */
#include "deck/arrange.h"

#include "deck/flow.h"

/* What it costs to stand otherwise than usual; see places.c for all else. */
enum {
    COST_OF_OTHER_ROWS = 4, /* than the writer's own */
    COST_OF_UNUSUAL_ROWS = 1,
};

static cp_rows written_rows(const cp_slide *slide)
{
    cp_rows rows = { 0 };

    for (size_t i = 0; i < slide->item_count; i++) {
        if (i == 0 || slide->items[i].row != slide->items[i - 1].row)
            rows.count++;
        rows.of[rows.count - 1]++;
    }
    return rows;
}

/* 1, 2, 2+1, 2+2, 3+2, 3+3 ... */
static cp_rows usual_rows(size_t count)
{
    int across = count <= 4 ? 2 : 3;
    cp_rows rows = { 0 };

    for (int left = (int)count; left > 0; left -= across)
        rows.of[rows.count++] = left < across ? left : across;
    return rows;
}

static bool same_rows(const cp_rows *a, const cp_rows *b)
{
    bool same = a->count == b->count;

    for (int i = 0; same && i < a->count; i++)
        same = a->of[i] == b->of[i];
    return same;
}

/* The composition of `count` items into rows that the bits of `cuts` stand for. */
static cp_rows cut_rows(size_t count, unsigned cuts)
{
    cp_rows rows = { 0 };

    for (size_t i = 0; i < count; i++) {
        if (i == 0 || cuts & 1u << (i - 1))
            rows.count++;
        rows.of[rows.count - 1]++;
    }
    return rows;
}

static int widest_row(const cp_rows *rows)
{
    int most = 0;

    for (int i = 0; i < rows->count; i++)
        most = rows->of[i] > most ? rows->of[i] : most;
    return most;
}

typedef struct choice {
    const cp_task *task;
    cp_rows written, usual;
    bool own_rows; /* the writer put several items into one paragraph */
    cp_plan best;
    double best_cost;
    bool best_fits, any;
} choice;

static void try_plan(choice *c, const cp_plan *plan)
{
    cp_places places = cp_arrange_places(c->task, plan);
    double cost = places.score;

    if (!c->task->slide->layout.rows.count) {
        if (c->own_rows && !same_rows(&plan->rows, &c->written))
            cost += COST_OF_OTHER_ROWS;
        else if (!c->own_rows && !same_rows(&plan->rows, &c->usual) && plan->side != CP_SIDE_ROWS)
            cost += COST_OF_UNUSUAL_ROWS;
    }
    if (c->any && (places.fits != c->best_fits ? c->best_fits : cost >= c->best_cost))
        return;
    c->best = *plan;
    c->best_cost = cost;
    c->best_fits = places.fits;
    c->any = true;
}

static void try_steps(choice *c, cp_plan plan)
{
    int last = c->task->slide->text_count ? CP_FLOW_TIGHTEST : 0;

    for (plan.step = 0; plan.step <= last; plan.step++)
        try_plan(c, &plan);
}

static void try_rows(choice *c, cp_text_side side)
{
    const cp_slide *slide = c->task->slide;
    const cp_layout *layout = &slide->layout;
    cp_plan plan
        = { .side = side, .share = layout->share > 0 ? layout->share : c->task->text->text_share };

    if (layout->rows.count || side == CP_SIDE_ROWS || slide->item_count < 2) {
        plan.rows = layout->rows.count ? layout->rows : c->written;
        try_steps(c, plan);
        return;
    }
    /* Beside the text items stand one below the other unless that is too flat. */
    c->usual = side == CP_SIDE_LEFT || side == CP_SIDE_RIGHT
                   ? cut_rows(slide->item_count, slide->text_count ? ~0u : 0)
                   : usual_rows(slide->item_count);
    for (unsigned cuts = 0; cuts < 1u << (slide->item_count - 1); cuts++) {
        plan.rows = cut_rows(slide->item_count, cuts);
        if (widest_row(&plan.rows) <= 4)
            try_steps(c, plan);
    }
}

/* Texts behind, ahead of or between the items: 1, 2, 3 in this order of bits. */
static unsigned text_order(const cp_slide *slide)
{
    unsigned order = 0;

    for (size_t i = 0; i < slide->item_count; i++) {
        order |= slide->items[i].texts > 0 ? 2u : 0;
        order |= slide->items[i].texts < slide->text_count ? 1u : 0;
    }
    return order;
}

cp_plan cp_arrange(const cp_task *task)
{
    const cp_slide *slide = task->slide;
    choice c = { .task = task, .written = written_rows(slide) };
    unsigned order = text_order(slide);

    c.own_rows = slide->item_count && widest_row(&c.written) > 1;
    c.usual = usual_rows(slide->item_count);
    if (slide->layout.side != CP_SIDE_AUTO) {
        try_rows(&c, slide->layout.side);
    } else if (!slide->text_count) {
        try_rows(&c, CP_SIDE_TOP);
    } else if (!slide->item_count) {
        try_rows(&c, CP_SIDE_LEFT);
    } else if (order == 3) {
        try_rows(&c, CP_SIDE_ROWS);
    } else {
        try_rows(&c, order == 2 ? CP_SIDE_LEFT : CP_SIDE_RIGHT);
        try_rows(&c, order == 2 ? CP_SIDE_TOP : CP_SIDE_BOTTOM);
    }
    return c.best;
}
