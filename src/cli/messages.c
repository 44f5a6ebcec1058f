/* messages.c - a job for a call, and its findings on standard error. */

#include "cli/command.h"
#include "cli/rows.h"
#include "cli/timings.h"

#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

/* A line that comes when it takes long and goes when all is done. */
enum { PATIENCE_MS = 1000 };

static double started;
static bool showing;

static void show_progress(void *context, const char *stage, size_t done, size_t total)
{
    (void)context;
    if (cp_now_ms() - started < PATIENCE_MS)
        return;
    fprintf(stderr, "\r\033[K%s %zu/%zu", stage, done, total);
    showing = true;
}

static void clear_progress(void)
{
    if (showing)
        fprintf(stderr, "\r\033[K");
    showing = false;
}

typedef void progress(void *context, const char *stage, size_t done, size_t total);

static progress *progress_of(const cp_call *call)
{
    if (cp_call_has(call, "timings"))
        return cp_timings_progress;
    return !call->quiet && isatty(STDERR_FILENO) ? show_progress : NULL;
}

static chartpack_options options_of(const cp_call *call)
{
    return (chartpack_options){ .style = cp_call_option(call, "style"),
                                .set = call->sets,
                                .limit = call->limits,
                                .allow_outside = cp_call_has(call, "allow-outside"),
                                .offline = cp_call_has(call, "offline"),
                                .sheet = cp_call_option(call, "sheet"),
                                .save_places = cp_call_has(call, "save-places"),
                                .strict = cp_call_has(call, "strict") };
}

chartpack *cp_call_job(const cp_call *call)
{
    chartpack_options options = options_of(call);

    options.progress = progress_of(call);
    started = cp_now_ms();
    return chartpack_new(&options);
}

chartpack *cp_call_job_with(const cp_call *call, const char *const *sets)
{
    chartpack_options options = options_of(call);

    options.set = sets;
    return chartpack_new(&options);
}

static const char *severity_word(chartpack_severity severity)
{
    static const char *const words[] = { "note", "warning", "error", "error" };

    return words[severity];
}

static void print_json(const chartpack_finding *finding, const char *set, FILE *to)
{
    json_t *object
        = json_pack("{s:s, s:o, s:i, s:i, s:s, s:s*}", "severity", severity_word(finding->severity),
                    "file", cp_json_name(finding->file), "line", finding->line, "column",
                    finding->column, "text", finding->text, "set", set);

    json_dumpf(object, to, JSON_COMPACT);
    fputc('\n', to);
    json_decref(object);
}

static void print_text(const cp_call *call, const chartpack_finding *finding, FILE *to)
{
    static const char *const colors[] = { "\033[36m", "\033[35m", "\033[31m", "\033[31m" };

    fprintf(to, "%s%s%s\n", call->color ? colors[finding->severity] : "", finding->line_text,
            call->color ? "\033[0m" : "");
    if (finding->excerpt && isatty(STDERR_FILENO))
        fprintf(to, "%s\n", finding->excerpt);
}

void cp_call_tell(const cp_call *call, const chartpack_finding *finding, const char *set, FILE *to)
{
    chartpack_severity heard = cp_call_has(call, "strict") ? CHARTPACK_WARNING : CHARTPACK_ERROR;

    if (call->quiet && finding->severity < heard)
        return;
    if (call->json_messages)
        print_json(finding, set, to);
    else
        print_text(call, finding, to);
}

int cp_call_finish(const cp_call *call, chartpack *job, const char *set, FILE *to)
{
    chartpack_severity worst = chartpack_worst(job);
    bool misused = chartpack_misused(job);
    size_t count = chartpack_finding_count(job);

    for (size_t i = 0; i < count; i++) {
        chartpack_finding finding = chartpack_finding_at(job, i);

        cp_call_tell(call, &finding, set, to);
    }
    chartpack_free(job);
    if (worst == CHARTPACK_SYSTEM)
        return CP_EXIT_SYSTEM;
    if (misused)
        return CP_EXIT_USAGE;
    return worst == CHARTPACK_ERROR ? CP_EXIT_INPUT : CP_EXIT_DONE;
}

int cp_call_end(const cp_call *call, chartpack *job)
{
    clear_progress();
    return cp_call_finish(call, job, NULL, stderr);
}
