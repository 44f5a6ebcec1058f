#include "tabular/columns.h"

#include <math.h>
#include <string.h>

/* Cells looked at before the search ends, some tens of milliseconds. */
#define BUDGET 4000000

/* In lines: what it costs to break a short text (a name, a date), which falls off
 * with its length, and what a line counts that adds no height, so that of equal
 * heights the one with the fewest broken texts is taken. */
#define BREAK_COST 0.4
#define LINE_COST  0.02

typedef struct search {
    const cp_columns *task;
    double *widths;
    double *widest; /* [columns]: the largest natural width */
    long budget;
} search;

static double sum(const double *values, size_t count)
{
    double total = 0;

    for (size_t i = 0; i < count; i++)
        total += values[i];
    return total;
}

static double lines_of(const cp_columns *task, double natural, double width)
{
    if (natural <= width)
        return 1;
    return ceil(natural / fmax(width - task->waste, width / 2));
}

static double break_cost(const cp_columns *task, double natural, double lines)
{
    double brevity = fmin(1, 20 * task->waste / natural);

    return lines > 1 ? BREAK_COST * brevity + LINE_COST * lines : 0;
}

/* The height in lines, and what breaking costs. */
static double cost(search *s)
{
    const cp_columns *task = s->task;
    double total = 0;

    for (size_t row = 0; row < task->rows; row++) {
        double most = 1;
        for (size_t column = 0; column < task->columns; column++) {
            double natural = task->natural[row * task->columns + column];
            double lines = lines_of(task, natural, s->widths[column]);
            most = fmax(most, lines);
            total += break_cost(task, natural, lines);
        }
        total += most;
    }
    s->budget -= (long)(task->rows * task->columns);
    return total;
}

static void move(double *widths, size_t from, size_t to, double step)
{
    widths[from] -= step;
    widths[to] += step;
}

/* Try to move `step` points between every two columns; whether anything got better. */
static bool improve(search *s, double step, double *best)
{
    const cp_columns *task = s->task;
    bool better = false;

    for (size_t from = 0; from < task->columns; from++)
        for (size_t to = 0; to < task->columns; to++) {
            double now;
            if (from == to || s->budget <= 0 || s->widths[from] - step < task->least[from]
                || s->widths[to] >= s->widest[to])
                continue;
            move(s->widths, from, to, step);
            now = cost(s);
            if (now < *best - 1e-9) {
                *best = now;
                better = true;
            } else {
                move(s->widths, to, from, step);
            }
        }
    return better;
}

/* Beyond `least` in proportion to what each could use. */
static void share_by_wish(const search *s, double spare)
{
    const cp_columns *task = s->task;
    double wish = sum(s->widest, task->columns) - sum(task->least, task->columns);

    for (size_t i = 0; i < task->columns; i++)
        s->widths[i] = task->least[i] + spare * (s->widest[i] - task->least[i]) / wish;
}

/* The same level for all, but for those who need less or cannot do with it. */
static void share_by_level(const search *s)
{
    const cp_columns *task = s->task;
    double low = 0, high = task->width;

    for (int round = 0; round < 60; round++) {
        double level = (low + high) / 2;
        for (size_t i = 0; i < task->columns; i++)
            s->widths[i] = fmin(s->widest[i], fmax(task->least[i], level));
        *(sum(s->widths, task->columns) > task->width ? &high : &low) = level;
    }
    for (size_t i = 0; i < task->columns; i++)
        s->widths[i] = fmin(s->widest[i], fmax(task->least[i], low));
}

static double descend(search *s, long budget)
{
    double best = cost(s);
    double step = s->task->width / 4;

    s->budget = budget;
    while (step >= 1 && s->budget > 0)
        if (!improve(s, step, &best))
            step /= 2;
    return best;
}

static void find_widest(const cp_columns *task, double *widest)
{
    for (size_t column = 0; column < task->columns; column++) {
        widest[column] = fmax(task->least[column], task->widest ? task->widest[column] : 0);
        for (size_t row = 0; row < task->rows; row++)
            widest[column] = fmax(widest[column], task->natural[row * task->columns + column]);
    }
}

/* All texts fit on one line: in proportion to them. */
static void share_freely(const search *s, double all)
{
    const cp_columns *task = s->task;

    for (size_t i = 0; i < task->columns; i++)
        s->widths[i]
            = all > 0 ? s->widest[i] * task->width / all : task->width / (double)task->columns;
}

/* The search finds the way down from where it stands only, so it sets out twice. */
bool cp_columns_solve(const cp_columns *task, cp_arena *arena, double *widths)
{
    search s
        = { .task = task, .widths = widths, .widest = cp_new_array(arena, double, task->columns) };
    search other = s;
    double spare = task->width - sum(task->least, task->columns), all;

    find_widest(task, s.widest);
    all = sum(s.widest, task->columns);
    if (all <= task->width) {
        share_freely(&s, all);
        return true;
    }
    if (spare < 0)
        return false;
    other.widths = cp_new_array(arena, double, task->columns);
    share_by_wish(&s, spare);
    share_by_level(&other);
    if (descend(&other, BUDGET / 2) < descend(&s, BUDGET / 2))
        memcpy(widths, other.widths, task->columns * sizeof(*widths));
    return true;
}
