#include "base/file.h"
#include "base/number.h"
#include "deck/sheets.h"
#include "pack/inputs.h"
#include "pack/pack.h"

#include <stdlib.h>
#include <string.h>

enum { MOST_ACROSS = 6 }; /* slides in a row of a sheet: more nobody can read */

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

/* "2x2": columns by rows. */
static bool parse_grid(chartpack *job, const char *text, cp_sheets *sheets)
{
    cp_str rows = cp_str_from(text), columns = cp_str_next(&rows, 'x');
    size_t across, down;

    if (!rows.data || !cp_count_parse(columns, 1, MOST_ACROSS, &across)
        || !cp_count_parse(rows, 1, MOST_ACROSS, &down))
        return cp_pack_misused(job,
                               "'%s' is not a grid of slides; expected columns x rows, as 2x2, "
                               "each from 1 to %d",
                               text, MOST_ACROSS);
    sheets->columns = (int)across;
    sheets->rows = (int)down;
    return true;
}

static bool plan_sheets(chartpack *job, const chartpack_build_options *options, const bool *picked,
                        cp_sheets *sheets)
{
    *sheets = (cp_sheets){
        .deck = job->deck, .env = &job->env, .picked = picked, .notes = options->notes
    };
    if (options->grid && options->notes)
        return cp_pack_misused(job, "a sheet has several slides or the notes of one, not both");
    return !options->grid || parse_grid(job, options->grid, sheets);
}

static bool draw_deck(chartpack *job, const chartpack_build_options *options, cp_sheets *sheets,
                      cp_str digest, cp_buf *bytes)
{
    cp_document_info info = cp_pack_info(job, job->manifest.title);
    cp_output_options looks = { .dpi = 300, .linear = options->linear };
    size_t count = cp_deck_page_count(job->deck);
    cp_output *output;
    bool ok;

    info.digest = digest;
    output = cp_output_open(cp_output_find(CP_STR("pdf")), &job->arena, cp_sheets_size(sheets),
                            &info, &looks, &job->report);
    ok = output != NULL;
    do
        cp_pack_progress(job, "drawing", sheets->next, count);
    while (ok && cp_sheets_draw(sheets, output, &job->page));
    cp_pack_progress(job, "finishing", 0, 1);
    ok = ok && cp_output_finish(output, bytes, &job->report) && cp_pack_passes(job);
    job->summary.pages = ok ? (size_t)output->pages : 0;
    cp_output_close(output);
    return ok;
}

/* out/weekly.pdf for the pack in data/weekly. */
static const char *default_output(chartpack *job)
{
    char *full = realpath(job->folder, NULL);
    cp_str name = cp_path_name(full ? full : job->folder);
    const char *output = cp_printf(&job->arena, "out/" CP_FMT ".pdf", CP_ARG(name));

    free(full);
    return output;
}

static void summarize(chartpack *job, const char *path, const bool *picked, size_t bytes)
{
    job->summary.output = path;
    job->summary.bytes = bytes;
    job->summary.figures = 0;
    for (size_t i = 0; i < cp_deck_page_count(job->deck); i++)
        if (picked[i])
            job->summary.figures += cp_deck_page(job->deck, i).figure_count;
}

static bool save_places(chartpack *job)
{
    bool ok = true;

    for (size_t i = 0; job->options.save_places && i < cp_deck_figure_count(job->deck); i++)
        ok = cp_figure_save(cp_deck_figure(job->deck, i), &job->env) && ok;
    return ok;
}

/* Called as what a pack is made of: a slip would put the PDF over it. */
static bool is_input(const char *path)
{
    static const char *const texts[] = { "md", "yaml", "yml", "json", NULL };

    return cp_path_ends_in(path, texts) || cp_path_ends_in(path, cp_source_extensions);
}

/* A PDF under the name of a picture would open nowhere. */
static bool check_name(chartpack *job, const char *path)
{
    cp_str ending = cp_path_extension(path);

    if (is_input(path))
        return cp_pack_misused(job, "a deck is a PDF, and '%s' ends in ." CP_FMT "; expected .pdf",
                               path, CP_ARG(ending));
    return !cp_output_find(ending) || cp_str_is(ending, "pdf")
           || cp_pack_misused(job,
                              "a deck is a PDF, and '%s' ends in ." CP_FMT
                              "; for its figures as pictures there is `chartpack figures`",
                              path, CP_ARG(ending));
}

static bool pick(chartpack *job, const char *pages, bool **picked)
{
    size_t count = cp_deck_page_count(job->deck);

    *picked = cp_new_array(&job->arena, bool, count);
    memset(*picked, pages == NULL, count);
    return !pages || pick_pages(job, pages, *picked, count);
}

/* weekly.pdf's list of inputs is weekly.manifest. */
static const char *manifest_of(chartpack *job, const char *path)
{
    cp_str end = cp_path_extension(path);
    cp_str stem = cp_str_slice(cp_str_from(path), 0, strlen(path) - end.size - (end.size > 0));

    return cp_printf(&job->arena, CP_FMT ".manifest", CP_ARG(stem));
}

/* A manifest is never named: it follows the PDF, wherever that is. */
static bool check_manifest(chartpack *job, const char *path, bool named)
{
    const char *folder = named ? cp_str_z(&job->arena, cp_path_folder(path)) : ".";

    if (strcmp(path, "-") == 0)
        return cp_pack_misused(job, "a manifest stands beside the PDF; name a file for it by -o");
    return cp_pack_lands(job, manifest_of(job, path), folder);
}

bool chartpack_build(chartpack *job, const char *path, const chartpack_build_options *wished)
{
    chartpack_build_options options = wished ? *wished : (chartpack_build_options){ 0 };
    bool named = path && !options.unnamed;
    cp_buf bytes = { 0 };
    bool *picked;
    cp_sheets sheets;
    cp_inputs inputs;
    bool ok;

    job->report.digest = cp_input_digest;
    ok = (!path || check_name(job, path)) && cp_pack_pages(job) && job->report.errors == 0;
    if (!path)
        path = default_output(job);
    ok = ok && cp_pack_lands(job, path, named ? NULL : ".")
         && (!options.manifest || check_manifest(job, path, named))
         && pick(job, options.pages, &picked) && plan_sheets(job, &options, picked, &sheets)
         && cp_inputs_list(job, &inputs) && draw_deck(job, &options, &sheets, inputs.digest, &bytes)
         && (!options.manifest
             || cp_file_replace(manifest_of(job, path), inputs.list, &job->report))
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
