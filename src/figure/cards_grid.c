/* cards_grid.c - how many cards stand in a row, and how large their text is. */
#include "figure/cards.h"

#include <math.h>

/* Numbers may shrink further than the words beside them. */
double cp_cards_words_scale(const cp_words *words, double scale, const cp_style *style)
{
    return fmax(scale, fmin(1, style->chart.smallest_text / words->ink.size));
}

static double broken_height(const cp_words *words, const cp_figure_env *env, cp_arena *page,
                            double gap, const cp_cards_grid *g)
{
    double scale = cp_cards_words_scale(words, g->scale, env->style);

    if (words->text.size == 0)
        return 0;
    return gap * g->scale
           + cp_text_size(cp_words_set(words, env, page, scale, g->text_width,
                                       env->style->cards.line_height))
                 .height;
}

/* A percent sign belongs to its number, a word stands apart. */
double cp_cards_unit_gap(const cp_card *it, const cp_style *style, double scale)
{
    bool word = it->unit.text.size > 0 && !cp_str_is(it->unit.text, "%");

    return word ? style->cards.unit_gap * scale : 0;
}

double cp_cards_number_height(const cp_card *it, const cp_style *style, double scale)
{
    return fmax(it->value.size.height * scale,
                it->unit.size.height * cp_cards_words_scale(&it->unit, scale, style));
}

static double content_height(const cp_cards *spec, const cp_figure_env *env, cp_arena *page,
                             const cp_cards_grid *g)
{
    const cp_cards_style *style = &env->style->cards;
    double most = 0;

    for (size_t i = 0; i < spec->count; i++) {
        const cp_card *it = &spec->cards[i];

        most = fmax(most, cp_cards_number_height(it, env->style, g->scale)
                              + broken_height(&it->label, env, page, style->label_gap, g)
                              + broken_height(&it->note, env, page, style->note_gap, g));
    }
    return most;
}

static double least_text_width(const cp_cards *spec, const cp_style *style, double scale)
{
    double most = 0;

    for (size_t i = 0; i < spec->count; i++) {
        const cp_card *it = &spec->cards[i];

        most
            = fmax(most, it->value.size.width * scale + cp_cards_unit_gap(it, style, scale)
                             + it->unit.size.width * cp_cards_words_scale(&it->unit, scale, style));
        most = fmax(most, it->label_width * cp_cards_words_scale(&it->label, scale, style));
        most = fmax(most, it->note_width * cp_cards_words_scale(&it->note, scale, style));
    }
    return most;
}

static size_t rows_for(const cp_cards *spec, size_t columns)
{
    return (spec->count + columns - 1) / columns;
}

/* False where a word or number is wider than its card. */
static bool make_grid(const cp_cards *spec, const cp_figure_env *env, cp_arena *page,
                      size_t columns, double scale, double width, cp_cards_grid *g)
{
    const cp_cards_style *style = &env->style->cards;

    *g = (cp_cards_grid){ .columns = columns, .rows = rows_for(spec, columns), .scale = scale };
    g->card.width = (width - style->gap * (double)(columns - 1)) / (double)columns;
    g->text_width = g->card.width - style->accent - 2 * style->pad_x * scale;
    if (g->text_width < least_text_width(spec, env->style, scale) - 0.01)
        return false;
    g->content = content_height(spec, env, page, g);
    g->card.height = g->content + 2 * style->pad_y * scale;
    return true;
}

double cp_cards_height(const cp_cards_grid *g, const cp_cards_style *style)
{
    return g->card.height * (double)g->rows + style->gap * (double)(g->rows - 1);
}

static double least_scale(const cp_style *style)
{
    return fmin(1, style->cards.smallest / style->cards.value.size);
}

static double card_width(const cp_cards *spec, const cp_style *style, double scale)
{
    return style->cards.accent + least_text_width(spec, style, scale)
           + 2 * style->cards.pad_x * scale;
}

static bool may_have(const cp_cards *spec, size_t columns)
{
    return spec->columns == 0 ? columns <= spec->count : columns == (size_t)spec->columns;
}

/* Of all grids the one whose shape is nearest to a figure's usual one. */
cp_size cp_cards_least(const cp_figure *figure, const cp_figure_env *env)
{
    const cp_cards *spec = figure->spec;
    const cp_cards_style *style = &env->style->cards;
    double scale = least_scale(env->style), width = card_width(spec, env->style, scale),
           nearest = 0;
    double usual = env->style->chart.width / env->style->chart.height;
    cp_size best = { 0 };

    for (size_t columns = 1; columns <= CP_CARDS_MOST; columns++) {
        double across = width * (double)columns + style->gap * (double)(columns - 1), shape;
        cp_size size;
        cp_cards_grid g;

        if (!may_have(spec, columns)
            || !make_grid(spec, env, env->arena, columns, scale, across, &g))
            continue;
        size = (cp_size){ across, cp_cards_height(&g, style) };
        shape = fabs(log(size.width / size.height / usual));
        if (best.width > 0 && shape >= nearest)
            continue;
        best = size;
        nearest = shape;
    }
    return best;
}

double cp_cards_least_height(const cp_figure *figure, const cp_figure_env *env, double width)
{
    const cp_cards *spec = figure->spec;
    cp_arena page = { 0 };
    double height = INFINITY;
    cp_cards_grid g;

    for (size_t columns = 1; columns <= CP_CARDS_MOST; columns++)
        if (may_have(spec, columns)
            && make_grid(spec, env, &page, columns, least_scale(env->style), width, &g))
            height = fmin(height, cp_cards_height(&g, &env->style->cards));
    cp_arena_free(&page);
    return height;
}

static bool fits(const cp_cards *spec, const cp_figure_env *env, cp_arena *page, size_t columns,
                 double scale, cp_rect box, cp_cards_grid *g)
{
    return make_grid(spec, env, page, columns, scale, box.width, g)
           && cp_cards_height(g, &env->style->cards) <= box.height + 0.01;
}

/* The largest scale at which so many columns fit. */
static bool largest_grid(const cp_cards *spec, const cp_figure_env *env, cp_arena *page,
                         size_t columns, cp_rect box, cp_cards_grid *out)
{
    enum { STEPS = 10 };
    const cp_cards_style *style = &env->style->cards;
    double low = least_scale(env->style), high = style->largest / style->value.size;

    if (fits(spec, env, page, columns, high, box, out))
        return true;
    if (!fits(spec, env, page, columns, low, box, out))
        return false;
    for (int i = 0; i < STEPS; i++) {
        double scale = (low + high) / 2;
        cp_cards_grid g;

        if (fits(spec, env, page, columns, scale, box, &g)) {
            *out = g;
            low = scale;
        } else {
            high = scale;
        }
    }
    return true;
}

/* The grid with the largest text; a gap in the last row costs some of it. */
cp_cards_grid cp_cards_choose(const cp_cards *spec, const cp_figure_env *env, cp_arena *page,
                              cp_rect box)
{
    static const double hole = 0.5;
    double most = 0;
    cp_cards_grid best = { 0 }, g;

    for (size_t columns = CP_CARDS_MOST; columns > 0; columns--) {
        double worth;

        if (!may_have(spec, columns) || !largest_grid(spec, env, page, columns, box, &g))
            continue;
        worth = g.scale * (spec->count % columns ? hole : 1);
        if (worth > most * 1.02) {
            most = worth;
            best = g;
        }
    }
    return best;
}
