#include "cli/jobs.h"
#include "cli/picture.h"

#include <stdio.h>

static const cp_option options[] = {
    { "directory", 'd', "DIR", "where the pictures go; default: out/figures", false },
    { "format", 0, "FORMAT", "png, svg or pdf; default: png", false },
    CP_JOBS_OPTION,
    CP_PICTURE_OPTIONS,
    { 0 },
};

static int run(const cp_call *call)
{
    const char *folder = cp_call_option(call, "directory"),
               *format = cp_call_option(call, "format");
    chartpack_picture_options picture;
    chartpack *job;

    if (!cp_picture_options(call, &picture) || !cp_jobs_option(call, &picture.jobs))
        return CP_EXIT_USAGE;
    job = cp_call_job(call);
    if (chartpack_open(job, call->words[0])
        && chartpack_figures(job, folder, format ? format : "png", &picture) && !call->quiet)
        printf("%s: %zu figure%s\n", chartpack_last_summary(job).output,
               chartpack_last_summary(job).figures, cp_plural(chartpack_last_summary(job).figures));
    return cp_call_end(call, job);
}

const cp_command cp_command_figures = {
    .name = "figures",
    .summary = "Draw all charts of a pack as pictures",
    .words = "[PACK]",
    .most_words = 1,
    .options = options,
    .run = run,
};
