/* gantt_load.c - the items of a plan among each other: rows, neighbours, the span of time. */
#include "figure/gantt.h"

#include <math.h>

#include "figure/color.h"
#include "plot/names.h"

static bool settle_color(cp_gantt_item *it, const cp_figure_env *env)
{
    cp_color_pair pair;

    if (!cp_figure_color(env, it->color_text, cp_field_place(it->node, "color"), &pair))
        return false;
    it->color = pair.above;
    return true;
}

static bool settle_colors(cp_gantt *gantt, const cp_figure_env *env)
{
    bool ok = true;

    for (size_t i = 0; i < gantt->count; i++)
        if (gantt->items[i].node && gantt->items[i].color_text.size > 0)
            ok = settle_color(&gantt->items[i], env) && ok;
    return ok;
}

static bool settle_rows(cp_gantt *gantt, const cp_figure_env *env)
{
    cp_names names;

    cp_names_begin(&names, env->arena, CP_GANTT_MOST);
    for (size_t i = 0; i < gantt->count; i++) {
        uint32_t row;

        if (!gantt->items[i].known)
            continue;
        row = cp_names_index(&names, gantt->items[i].name);
        if (row == CP_NAMES_FULL)
            return cp_fail(env->report, gantt->items[i].node->place, "more than %d rows",
                           CP_GANTT_MOST);
        gantt->items[i].row = row;
    }
    gantt->rows = names.count;
    gantt->names = cp_new_array(env->arena, cp_words, names.count);
    gantt->name_least = cp_new_array(env->arena, double, names.count);
    for (size_t i = gantt->count; i-- > 0;) {
        const cp_gantt_item *it = &gantt->items[i];
        cp_words *words = &gantt->names[it->row];

        if (!it->known || words->text.data)
            continue;
        *words = cp_words_measure(env, &env->style->gantt.name, it->name, it->node->place);
        gantt->name_least[it->row] = cp_words_least_width(words, env);
    }
    return true;
}

/* "to 2027-04" and then "from 2027-04" meet at the month's begin; else bars of a row
 * lie on each other, which nobody could read. */
static bool settle_neighbours(cp_gantt *gantt, const cp_figure_env *env)
{
    bool ok = true;

    for (size_t i = 0; i < gantt->count; i++)
        for (size_t k = 0; k < gantt->count; k++) {
            cp_gantt_item *one = &gantt->items[i], *two = &gantt->items[k];
            bool tied = cp_str_eq(one->end, two->start) && one->latest.size == 0;

            if (i == k || !one->known || !two->known || one->row != two->row || one->milestone
                || two->milestone || one->first > two->first || (one->first == two->first && i > k)
                || one->tail <= two->first)
                continue;
            if (tied && one->first < two->first)
                one->last = one->tail = two->first;
            else
                ok = cp_fail(env->report, two->node->place,
                             "this bar begins before another one in the row '" CP_FMT
                             "' has ended; give it a `name` of its own",
                             CP_ARG(two->name));
        }
    return ok;
}

static double month_start(double day, int months)
{
    cp_civil civil = cp_date_civil((cp_date)day);
    int month = civil.month + months;

    return cp_date_from(month > 12 ? civil.year + 1 : civil.year, month > 12 ? month - 12 : month,
                        1);
}

/* By hand, or whole months around all there is. */
static bool settle_span(cp_gantt *gantt, const cp_figure_env *env)
{
    double low = INFINITY, high = -INFINITY;
    bool open = false;

    if (gantt->today != CP_NO_DATE)
        low = high = gantt->today;
    for (size_t i = 0; i < gantt->count; i++) {
        const cp_gantt_item *it = &gantt->items[i];

        if (!it->known)
            continue;
        low = fmin(low, it->first);
        open = open || isinf(it->tail);
        high = fmax(high, isinf(it->tail) ? it->first + 1 : it->tail);
    }
    if (isinf(low))
        return false;
    if (isnan(gantt->from))
        gantt->from = month_start(low, 0);
    if (isnan(gantt->to))
        gantt->to = month_start(high - 1 + (open ? fmax(60, (high - low) * 0.15) : 0), 1);
    return gantt->from < gantt->to
           || cp_fail(env->report, cp_field_place(gantt->map, "to"), "`to` is before `from`");
}

static bool check_item(const cp_gantt *gantt, cp_gantt_item *it, const cp_figure_env *env)
{
    if (isinf(it->tail))
        it->last = it->tail = gantt->to;
    if (it->first < gantt->from)
        return cp_fail(env->report, cp_field_place(it->node, "start"),
                       "'" CP_FMT "' begins before `from`", CP_ARG(it->name));
    if (it->first >= gantt->to || it->tail > gantt->to)
        return cp_fail(env->report, it->node->place, "'" CP_FMT "' goes on beyond `to`",
                       CP_ARG(it->name));
    it->label = cp_words_measure(env, &env->style->gantt.label, it->label_text, it->node->place);
    return true;
}

static void settle_words(cp_gantt *gantt, const cp_figure_env *env)
{
    const cp_style *style = env->style;
    const cp_str keys[] = { gantt->keys.bar, gantt->keys.hatch, gantt->keys.milestone };

    for (size_t i = 0; i < 3; i++)
        gantt->key_words[i] = cp_words_measure(env, &style->chart.legend, keys[i],
                                               cp_field_place(gantt->map, "keys"));
    if (gantt->today == CP_NO_DATE)
        return;
    gantt->has_today = gantt->today >= gantt->from && gantt->today < gantt->to;
    if (!gantt->has_today)
        cp_warn(env->report, cp_field_place(gantt->map, "today"),
                "today is not between `from` and `to`, and not drawn");
    gantt->today_words = cp_words_measure(
        env, &style->gantt.today,
        cp_str_printf(env->arena, CP_FMT " " CP_FMT, CP_ARG(style->gantt.today_name),
                      CP_ARG(cp_date_write(env->arena, style->chart.day_format, gantt->today))),
        cp_field_place(gantt->map, "today"));
}

static cp_str describe(const cp_gantt *gantt, cp_arena *arena)
{
    enum { SOME = 6 };
    const char *all = "";

    for (size_t i = 0; i < gantt->count && i < SOME; i++) {
        const cp_gantt_item *it = &gantt->items[i];
        cp_str until = it->latest.size > 0 ? it->latest : it->end;
        bool lasts = until.size > 0 && !it->milestone;

        all = cp_printf(arena, "%s%s" CP_FMT CP_FMT "（" CP_FMT "%s" CP_FMT "）", all,
                        i ? "，" : "", CP_ARG(it->name), CP_ARG(it->label_text), CP_ARG(it->start),
                        lasts           ? "至"
                        : it->milestone ? ""
                                        : "起",
                        CP_ARG(lasts ? until : CP_STR("")));
    }
    return gantt->count > SOME ? cp_str_printf(arena, "甘特图：%s等%zu项。", all, gantt->count)
                               : cp_str_printf(arena, "甘特图：%s。", all);
}

bool cp_gantt_settle(cp_gantt *gantt, const cp_figure_env *env)
{
    bool rows = settle_rows(gantt, env) && settle_neighbours(gantt, env);
    bool span = settle_span(gantt, env), ok = settle_colors(gantt, env) && rows && span;

    for (size_t i = 0; span && i < gantt->count; i++)
        if (gantt->items[i].known)
            ok = check_item(gantt, &gantt->items[i], env) && ok;
    return ok;
}

bool cp_gantt_load(cp_figure *figure, const cp_figure_env *env)
{
    cp_gantt *gantt = figure->spec;

    if (!cp_gantt_settle(gantt, env))
        return false;
    settle_words(gantt, env);
    if (figure->alt.size == 0)
        figure->alt = describe(gantt, env->arena);
    return true;
}
