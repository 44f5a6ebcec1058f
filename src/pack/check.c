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

/* A page of this size that keeps nothing. */
static cairo_t *nowhere(cp_size size)
{
    cairo_surface_t *surface = cairo_recording_surface_create(
        CAIRO_CONTENT_COLOR_ALPHA, &(cairo_rectangle_t){ 0, 0, size.width, size.height });
    cairo_t *cr = cairo_create(surface);

    cairo_surface_destroy(surface);
    return cr;
}

/* As `chartpack chart` would: a label without room is found where it is drawn. */
static void draw_other(chartpack *job, const cp_figure *figure)
{
    cp_deck_facts facts = cp_pack_facts(job);
    cp_alone alone = cp_pack_alone(job);
    cairo_t *cr;

    alone.size = cp_alone_fit(figure, &job->env, &facts, &alone);
    cr = nowhere(alone.size);
    cp_alone_draw(figure, &job->env, &facts, &alone, cr, &job->page);
    cp_arena_reset(&job->page);
    cairo_destroy(cr);
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
            draw_other(job, figure);
        if (figure)
            cp_figure_close(figure);
    }
}

static void draw_deck(chartpack *job)
{
    const cp_page_style *page = &job->env.style->page;
    cairo_t *cr = nowhere((cp_size){ page->width, page->height });

    for (size_t i = 0; i < cp_deck_page_count(job->deck); i++) {
        cp_deck_draw(job->deck, &job->env, i, cr, &job->page, NULL);
        cp_arena_reset(&job->page);
    }
    cairo_destroy(cr);
}

bool chartpack_check(chartpack *job)
{
    if (!cp_pack_looks(job))
        return false;
    cp_pack_pages(job);
    draw_deck(job);
    check_other_charts(job);
    return cp_pack_passes(job);
}
