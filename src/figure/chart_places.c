#include "figure/chart_places.h"

#include <string.h>

#include "base/file.h"
#include "plot/label_kept.h"

/* Each would be given the places of the one that was saved last. */
static bool check_own_file(const cp_plot *plot, size_t mark, const cp_figure_env *env)
{
    const cp_kept_places *places = plot->marks[mark].places;

    for (size_t i = 0; places && i < mark; i++)
        if (plot->marks[i].places && strcmp(plot->marks[i].places->path, places->path) == 0)
            return cp_fail(
                env->report,
                cp_field_place(cp_node_child(plot->marks[mark].node, "labels"), "places"),
                "another mark keeps the places of its names in this file; expected one "
                "for each mark");
    return true;
}

static bool open_all(const cp_plot *plot, const cp_figure_env *env)
{
    bool ok = true;

    for (size_t i = 0; i < plot->mark_count; i++)
        ok = cp_kept_places_open(env->arena, &plot->marks[i], env->folder ? env->folder : ".",
                                 env->report)
             && check_own_file(plot, i, env) && ok;
    return ok;
}

/* The same name stands in several of them. */
static bool check_alone(const cp_plot *plot, const cp_figure_env *env)
{
    for (size_t i = 0; i < plot->mark_count; i++)
        if (plot->marks[i].places)
            return cp_fail(env->report,
                           cp_field_place(cp_node_child(plot->marks[i].node, "labels"), "places"),
                           "the names of small multiples have no places of their own to keep");
    return true;
}

bool cp_chart_places_open(const cp_chart_parts *parts, const cp_plot *plot,
                          const cp_figure_env *env)
{
    bool ok = open_all(plot, env);

    for (size_t i = 0; i < parts->drawn.count; i++)
        ok = open_all(&parts->drawn.plots[i], env) && ok;
    return ok && (!parts->facet || check_alone(plot, env));
}

static bool save(const cp_kept_places *places, const cp_figure_env *env)
{
    cp_buf text = { 0 };
    bool ok;

    cp_kept_places_write(places, &text);
    ok = cp_file_replace(places->path, cp_buf_str(&text), env->report);
    cp_buf_free(&text);
    return ok;
}

bool cp_chart_places_save(const cp_panels *drawn, const cp_figure_env *env)
{
    bool ok = true;

    for (size_t i = 0; i < drawn->count; i++)
        for (size_t m = 0; m < drawn->plots[i].mark_count; m++) {
            const cp_kept_places *places = drawn->plots[i].marks[m].places;

            if (places && places->drawn)
                ok = save(places, env) && ok;
        }
    return ok;
}
