/* batch.c - the same pack for many sets of parameters. */

#include "cli/jobs.h"
#include "cli/picture.h"
#include "cli/pool.h"
#include "cli/sets.h"
#include "cli/timings.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static const cp_option options[] = {
    { "each", 0, "FILE", "a table: a row for each set, a column for each parameter (:NAME)",
      false },
    { "output", 'o', "FILE", "with {NAME} of a column or {row}; default: out/{row}.pdf or .png",
      false },
    { "chart", 0, "FILE", "one chart as a picture instead of the deck; may hold {NAME}", false },
    CP_JOBS_OPTION,
    { "shard", 0, "I/N", "only each Nth set, from the Ith on: one of N machines", false },
    CP_PICTURE_OPTIONS,
    { 0 },
};

/* What a set came to. */
typedef struct outcome {
    char *words; /* its findings; NULL: none */
    bool done;
} outcome;

typedef struct batch {
    const cp_call *call;
    const cp_sets *sets;
    chartpack_picture_options picture;
    outcome *outcome;
    double started;
    size_t done, failed, told;
    int worst;
    bool shows; /* a line of progress */
} batch;

/* ---- one set, in its process ---- */

static void make(const batch *b, const cp_set *set, chartpack *job)
{
    if (!chartpack_open(job, b->call->words[0]))
        return;
    if (set->chart)
        chartpack_chart(job, set->chart, set->output, &b->picture);
    else
        chartpack_build(job, set->output,
                        &(chartpack_build_options){ .unnamed = b->picture.unnamed });
}

static int work(void *context, size_t index, FILE *words)
{
    const batch *b = context;
    const cp_set *set = &b->sets->item[index];
    chartpack *job = cp_call_job_with(b->call, set->values);
    char place[4096];

    snprintf(place, sizeof place, "%s:%d", b->sets->file, set->line);
    make(b, set, job);
    return cp_call_finish(b->call, job, place, words);
}

/* ---- telling, in the order of the sets ---- */

static void tell_set(const batch *b, const cp_set *set, outcome *out)
{
    if (out->words && !b->call->json_messages)
        fprintf(stderr, "%s:%d: note: with %s\n", b->sets->file, set->line, set->words);
    if (out->words)
        fputs(out->words, stderr);
    free(out->words);
    out->words = NULL;
}

static void show_progress(const batch *b)
{
    double each = (cp_now_ms() - b->started) / 1000 / (double)b->done;

    fprintf(stderr, "%zu/%zu", b->done, b->sets->count);
    if (b->failed)
        fprintf(stderr, ", %zu failed", b->failed);
    fprintf(stderr, ", %.0f s to go", each * (double)(b->sets->count - b->done));
    fflush(stderr);
}

static void done(void *context, size_t index, int status, cp_str words)
{
    batch *b = context;

    b->outcome[index]
        = (outcome){ .done = true, .words = words.size ? strndup(words.data, words.size) : NULL };
    b->done++;
    b->failed += status != CP_EXIT_DONE;
    b->worst = status > b->worst ? status : b->worst;
    if (b->shows)
        fputs("\r\033[K", stderr);
    for (; b->told < b->sets->count && b->outcome[b->told].done; b->told++)
        tell_set(b, &b->sets->item[b->told], &b->outcome[b->told]);
    if (b->shows && b->done < b->sets->count)
        show_progress(b);
}

/* ---- all ---- */

/* Standard output may be the one set's own. */
static void tell_all(const batch *b)
{
    const char *output = cp_call_option(b->call, "output");
    size_t count = b->sets->count;

    if (b->call->quiet || (output && strcmp(output, "-") == 0))
        return;
    printf("%zu of %zu set%s made%s\n", count - b->failed, count, cp_plural(count),
           b->failed ? "; the findings name those that are not" : "");
}

static int run_all(batch *b, size_t jobs)
{
    size_t count = b->sets->count;

    b->outcome = calloc(count ? count : 1, sizeof *b->outcome);
    if (!b->outcome)
        return CP_EXIT_SYSTEM;
    cp_pool_run(
        &(cp_pool){ .context = b, .count = count, .processes = jobs, .work = work, .done = done });
    tell_all(b);
    free(b->outcome);
    return b->worst;
}

static int run(const cp_call *call)
{
    cp_arena arena = { 0 };
    cp_sets sets = { 0 };
    batch b = { .call = call,
                .sets = &sets,
                .started = cp_now_ms(),
                .shows = !call->quiet && isatty(STDERR_FILENO) };
    size_t jobs;
    int status = CP_EXIT_USAGE;

    if (cp_picture_options(call, &b.picture) && cp_jobs_option(call, &jobs)
        && cp_sets_read(call, &arena, &sets, &status)) {
        b.picture.unnamed = !cp_call_has(call, "output");
        status = run_all(&b, jobs);
    }
    cp_arena_free(&arena);
    return status;
}

const cp_command cp_command_batch = {
    .name = "batch",
    .summary = "Build a pack once for each set of parameters",
    .words = "[PACK]",
    .most_words = 1,
    .options = options,
    .run = run,
};
