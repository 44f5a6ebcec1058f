#include "cli/command.h"
#include "cli/timings.h"

#include <stdio.h>
#include <string.h>

static const cp_option options[] = {
    { "output", 'o', "FILE", "where the PDF goes; default: out/PACK.pdf; -: standard output",
      false },
    { "pages", 0, "PAGES", "only these, as 5-9 or 1,3,5-7", false },
    { "nup", 0, "CxR", "handout: so many slides on a sheet, as 2x2", false },
    { "notes", 0, NULL, "each slide on a sheet with its speaker's notes below", false },
    { "linearize", 0, NULL, "write the first page first, for the web", false },
    { "manifest", 0, NULL, "list the inputs and their SHA-256 in NAME.manifest", false },
    CP_SAVE_PLACES_OPTION,
    { "timings", 0, NULL, "show where the time goes", false },
    { 0 },
};

static void print_summary(const chartpack *job)
{
    chartpack_summary summary = chartpack_last_summary(job);

    if (strcmp(summary.output, "-") != 0)
        printf("%s: %zu page%s, %zu figure%s, %.0f KB\n", summary.output, summary.pages,
               cp_plural(summary.pages), summary.figures, cp_plural(summary.figures),
               (double)summary.bytes / 1024);
}

static int run(const cp_call *call)
{
    chartpack *job = cp_call_job(call);
    chartpack_build_options build = { .pages = cp_call_option(call, "pages"),
                                      .grid = cp_call_option(call, "nup"),
                                      .notes = cp_call_has(call, "notes"),
                                      .linear = cp_call_has(call, "linearize"),
                                      .manifest = cp_call_has(call, "manifest") };

    if (chartpack_open(job, call->words[0])
        && chartpack_build(job, cp_call_option(call, "output"), &build) && !call->quiet)
        print_summary(job);
    if (cp_call_has(call, "timings"))
        cp_timings_print();
    return cp_call_end(call, job);
}

const cp_command cp_command_build = {
    .name = "build",
    .summary = "Build the deck of a pack as PDF",
    .words = "[PACK]",
    .most_words = 1,
    .options = options,
    .run = run,
};
