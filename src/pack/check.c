/* check.c - all that can be wrong, found without writing anything. */

#include "base/file.h"
#include "pack/pack.h"

bool cp_pack_charts(chartpack *job, cp_texts *out)
{
    const char *folder = cp_path_join(&job->arena, job->folder, "charts");
    const char *const *names = NULL;
    size_t count = 0;

    *out = (cp_texts){ 0 };
    if (!cp_is_folder(folder))
        return true;
    names = cp_folder_list(&job->arena, folder, &count, &job->report);
    out->item = cp_new_array(&job->arena, cp_str, count);
    for (size_t i = 0; i < count; i++)
        if (cp_str_is(cp_path_extension(names[i]), "yaml"))
            out->item[out->count++] = cp_str_printf(&job->arena, "charts/%s", names[i]);
    return names != NULL;
}

static bool deck_has(const chartpack *job, cp_str path)
{
    for (size_t i = 0; i < cp_deck_figure_count(job->deck); i++)
        if (cp_str_is(path, cp_deck_figure_path(job->deck, i)))
            return true;
    return false;
}

/* Charts that no slide shows are drawn for other documents: they must be right too. */
static void check_other_charts(chartpack *job)
{
    cp_texts charts;

    cp_pack_charts(job, &charts);
    for (size_t i = 0; i < charts.count; i++) {
        const char *path = cp_path_join(&job->arena, job->folder, charts.item[i].data);
        cp_figure *figure;

        if (deck_has(job, charts.item[i]))
            continue;
        figure = cp_figure_open(&job->env, path, (cp_place){ 0 });
        if (figure && cp_figure_load(figure, &job->env))
            cp_figure_least(figure, &job->env);
        if (figure)
            cp_figure_close(figure);
    }
}

static void draw_nowhere(chartpack *job)
{
    cp_size size = { job->env.style->page.width, job->env.style->page.height };
    cairo_surface_t *nowhere = cairo_recording_surface_create(
        CAIRO_CONTENT_COLOR_ALPHA, &(cairo_rectangle_t){ 0, 0, size.width, size.height });
    cairo_t *cr = cairo_create(nowhere);

    for (size_t i = 0; i < cp_deck_page_count(job->deck); i++) {
        cp_deck_draw(job->deck, &job->env, i, cr, &job->page, NULL);
        cp_arena_reset(&job->page);
    }
    cairo_destroy(cr);
    cairo_surface_destroy(nowhere);
}

bool chartpack_check(chartpack *job)
{
    if (!cp_pack_looks(job))
        return false;
    cp_pack_pages(job);
    draw_nowhere(job);
    check_other_charts(job);
    return cp_pack_passes(job);
}
