#include "cli/command.h"

#include <stdio.h>

static const cp_option options[] = { { 0 } };

static int run(const cp_call *call)
{
    chartpack *job = cp_call_job(call);

    if (chartpack_open(job, call->words[0]) && chartpack_check(job) && !call->quiet) {
        size_t pages = chartpack_page_count(job), figures = chartpack_figure_count(job);

        printf("%s: %zu page%s, %zu figure%s\n",
               chartpack_finding_count(job) ? "no errors" : "nothing found", pages,
               cp_plural(pages), figures, cp_plural(figures));
    }
    return cp_call_end(call, job);
}

const cp_command cp_command_check = {
    .name = "check",
    .summary = "Find all that can be wrong in a pack, without writing output",
    .words = "[PACK]",
    .most_words = 1,
    .options = options,
    .run = run,
};
