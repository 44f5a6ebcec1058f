#include "base/file.h"
#include "base/number.h"
#include "pack/pack.h"

#include <stdlib.h>
#include <string.h>

/* Which pages "5-9,12" picks; false and a finding for anything else. */
static bool pick_pages(chartpack *job, const char *text, bool *picked, size_t count)
{
    cp_str rest = cp_str_from(text);

    while (rest.data) {
        cp_str range = cp_str_next(&rest, ','), last = range;
        cp_str first = cp_str_next(&last, '-');
        double from, to;

        if (!cp_number_parse(first, &from) || (last.data && !cp_number_parse(last, &to)))
            return cp_pack_misused(job,
                                   "'" CP_FMT "' is not a range of pages; expected 5-9 or 1,3,5-7",
                                   CP_ARG(range));
        if (!last.data)
            to = from;
        if (from < 1 || to < from || to > (double)count)
            return cp_pack_misused(job, "there are no pages " CP_FMT "; the deck has %zu",
                                   CP_ARG(range), count);
        for (size_t page = (size_t)from; page <= (size_t)to; page++)
            picked[page - 1] = true;
    }
    return true;
}

static void draw_page(chartpack *job, cp_output *output, size_t index)
{
    cp_page_facts facts = cp_deck_page(job->deck, index);
    cairo_t *cr = cp_output_page(output);

    if (facts.label.size)
        cp_output_label(output, facts.label);
    if (facts.bookmark)
        cp_output_bookmark(output, facts.bookmark, facts.title);
    cp_deck_draw(job->deck, &job->env, index, cr, &job->page, NULL);
    cp_output_page_end(output);
    cp_arena_reset(&job->page);
}

static bool draw_deck(chartpack *job, const bool *picked, cp_buf *bytes)
{
    cp_size size = { job->env.style->page.width, job->env.style->page.height };
    cp_document_info info = cp_pack_info(job, job->manifest.title);
    cp_output *output = cp_output_open(cp_output_find(CP_STR("pdf")), &job->arena, size, &info,
                                       &(cp_output_options){ .dpi = 300 }, &job->report);
    size_t count = cp_deck_page_count(job->deck);
    bool ok = output != NULL;

    for (size_t i = 0; ok && i < count; i++) {
        cp_pack_progress(job, "drawing", i, count);
        if (picked[i])
            draw_page(job, output, i);
    }
    cp_pack_progress(job, "finishing", 0, 1);
    ok = ok && cp_output_finish(output, bytes, &job->report) && cp_pack_passes(job);
    if (output)
        cp_output_close(output);
    return ok;
}

/* out/weekly.pdf for the pack in data/weekly. */
static const char *default_output(chartpack *job)
{
    char *full = realpath(job->folder, NULL);
    const char *path = full ? full : job->folder;
    const char *slash = strrchr(path, '/');
    const char *output = cp_printf(&job->arena, "out/%s.pdf", slash ? slash + 1 : path);

    free(full);
    return output;
}

static void summarize(chartpack *job, const char *path, const bool *picked, size_t bytes)
{
    job->summary = (chartpack_summary){ .output = path, .bytes = bytes };
    for (size_t i = 0; i < cp_deck_page_count(job->deck); i++)
        if (picked[i]) {
            job->summary.pages++;
            job->summary.figures += cp_deck_page(job->deck, i).figure_count;
        }
}

static bool save_places(chartpack *job)
{
    bool ok = true;

    for (size_t i = 0; job->options.save_places && i < cp_deck_figure_count(job->deck); i++)
        ok = cp_figure_save(cp_deck_figure(job->deck, i), &job->env) && ok;
    return ok;
}

/* A PDF under the name of a picture would open nowhere. */
static bool check_name(chartpack *job, const char *path)
{
    cp_str ending = cp_path_extension(path);

    return !cp_output_find(ending) || cp_str_is(ending, "pdf")
           || cp_pack_misused(job,
                              "a deck is a PDF, and '%s' ends in ." CP_FMT
                              "; for its figures as pictures there is `chartpack figures`",
                              path, CP_ARG(ending));
}

bool chartpack_build(chartpack *job, const char *path, const char *pages)
{
    cp_buf bytes = { 0 };
    bool *picked = NULL;
    bool ok = (!path || check_name(job, path)) && cp_pack_pages(job) && job->report.errors == 0;
    size_t count = ok ? cp_deck_page_count(job->deck) : 0;

    if (!path)
        path = default_output(job);
    picked = cp_new_array(&job->arena, bool, count);
    memset(picked, pages == NULL, count);
    ok = ok && (!pages || pick_pages(job, pages, picked, count)) && draw_deck(job, picked, &bytes)
         && cp_file_replace(path, cp_buf_str(&bytes), &job->report) && save_places(job);
    if (ok)
        summarize(job, path, picked, bytes.size);
    cp_buf_free(&bytes);
    return ok;
}

chartpack_summary chartpack_last_summary(const chartpack *job)
{
    return job->summary;
}
