#include "cli/command.h"
#include "cli/timings.h"

#include <stdio.h>
#include <string.h>

static const cp_option options[] = {
    { "output", 'o', "FILE", "where the PDF goes; default: out/PACK.pdf; -: standard output",
      false },
    { "pages", 0, "PAGES", "only these, as 5-9 or 1,3,5-7", false },
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

    if (chartpack_open(job, call->words[0])
        && chartpack_build(job, cp_call_option(call, "output"), cp_call_option(call, "pages"))
        && !call->quiet)
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
