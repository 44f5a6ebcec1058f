/* sketch_best.c - which variant of a layout, at which size of text, reads best in a box. */
#include "figure/sketch.h"

#include <math.h>

/* Steps of the text's size between its least and its largest, and of the least box. */
enum { SCALE_STEPS = 24, BOX_STEPS = 8 };

/* What a wrapped text costs, and the growth that is worth a less liked variant. */
static const double wrapped_cost = 0.3, growth_worth = 1.15, growth_share = 0.3;

/* What it costs to run down where readers expect columns. */
static const double turned_cost = 0.15;

/* What an empty part of the layout costs; what it is worth to fill `enough` of the height. */
static const double waste_cost = 0.15, fill_worth = 0.06, enough = 0.6;

typedef struct search {
    const cp_diagram *diagram;
    const cp_figure_env *env;
    double least, most; /* scales */
} search;

static search search_of(const cp_diagram *diagram, const cp_figure_env *env)
{
    const cp_diagram_style *style = &env->style->diagram;
    double least = fmin(1, env->style->chart.smallest_text / style->item.size);

    return (search){ diagram, env, least, fmax(1, style->largest) };
}

static cp_sketch *lay(cp_arena *arena, const search *s, cp_rect box, size_t variant, double scale,
                      bool trial)
{
    cp_sketch *sketch = cp_new(arena, cp_sketch);

    *sketch = (cp_sketch){ .diagram = s->diagram,
                           .style = &s->env->style->diagram,
                           .paper = s->env->style->page.background,
                           .fonts = s->env->fonts,
                           .arena = arena,
                           .report = { .arena = arena },
                           .smallest = s->env->style->chart.smallest_text,
                           .scale = scale,
                           .box = box,
                           .trial = trial };
    s->diagram->layout->lay(sketch, variant);
    return sketch;
}

typedef struct trial {
    bool fits;
    double need, score;
} trial;

/* Lays the variant out and forgets all but what came of it. */
static trial try_scale(const search *s, cp_rect box, size_t variant, double scale)
{
    cp_arena scratch = { 0 };
    const cp_sketch *sketch = lay(&scratch, s, box, variant, scale, true);
    trial found = { .fits = !sketch->narrow && sketch->need <= box.height + 0.01,
                    .need = sketch->narrow ? INFINITY : sketch->need };

    found.score = fmin(scale, 1) + growth_share * (fmin(fmax(scale, 1), growth_worth) - 1)
                  - wrapped_cost * sketch->wrapped / fmax(1, (double)sketch->texts)
                  - waste_cost * sketch->waste - (sketch->turned ? turned_cost : 0)
                  + fill_worth * fmin(1, sketch->need / fmax(1, enough * box.height));
    if (!found.fits)
        found.score = -1;
    cp_arena_free(&scratch);
    return found;
}

static double scale_at(const search *s, int step)
{
    return s->least + (s->most - s->least) * step / SCALE_STEPS;
}

/* A little smaller, but not below the style's own size, where that spares a text its wrapping. */
static double calmer_scale(const search *s, cp_rect box, size_t variant, int step, trial *found)
{
    double scale = scale_at(s, step);

    for (int lower = step - 1; lower >= 0 && scale_at(s, lower) >= 1; lower--) {
        trial there = try_scale(s, box, variant, scale_at(s, lower));

        if (there.fits && there.score > found->score + 0.001) {
            *found = there;
            scale = scale_at(s, lower);
        }
    }
    return scale;
}

/* The largest scale that fits; the least one where none does. */
static double best_scale(const search *s, cp_rect box, size_t variant, trial *found)
{
    int low = 0, high = SCALE_STEPS;

    *found = try_scale(s, box, variant, scale_at(s, 0));
    while (found->fits && low < high) {
        int middle = (low + high + 1) / 2;
        trial there = try_scale(s, box, variant, scale_at(s, middle));

        if (there.fits) {
            low = middle;
            *found = there;
        } else {
            high = middle - 1;
        }
    }
    return found->fits ? calmer_scale(s, box, variant, low, found) : scale_at(s, low);
}

cp_sketch *cp_sketch_best(cp_arena *arena, const cp_diagram *diagram, const cp_figure_env *env,
                          cp_rect box)
{
    search s = search_of(diagram, env);
    size_t count = diagram->layout->variants(diagram), best = 0;
    double best_score = -INFINITY, scale = s.least;

    for (size_t i = 0; i < count; i++) {
        trial found;
        double here = best_scale(&s, box, i, &found);

        if (found.score > best_score + 0.01) {
            best_score = found.score;
            best = i;
            scale = here;
        }
    }
    return lay(arena, &s, box, best, scale, false);
}

static double least_need(const search *s, double width)
{
    cp_rect box = { 0, 0, width, 1e5 };
    double need = INFINITY;

    for (size_t i = 0; i < s->diagram->layout->variants(s->diagram); i++)
        need = fmin(need, try_scale(s, box, i, s->least).need);
    return need;
}

cp_size cp_sketch_least(const cp_diagram *diagram, const cp_figure_env *env)
{
    search s = search_of(diagram, env);
    const cp_style *style = env->style;
    double shape = style->chart.height / style->chart.width;
    double low = 0, high = style->page.width - style->page.left - style->page.right, need;

    need = least_need(&s, high);
    if (need > high * shape)
        return (cp_size){ high, fmin(need, 1e5) };
    for (int i = 0; i < BOX_STEPS; i++) {
        double middle = (low + high) / 2;

        if (least_need(&s, middle) <= middle * shape)
            high = middle;
        else
            low = middle;
    }
    return (cp_size){ high, least_need(&s, high) };
}

double cp_sketch_least_height(const cp_diagram *diagram, const cp_figure_env *env, double width)
{
    search s = search_of(diagram, env);

    return least_need(&s, width);
}
