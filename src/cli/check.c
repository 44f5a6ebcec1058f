#include "cli/command.h"

#include <stdio.h>

static const cp_option options[] = { { 0 } };

static int run(const cp_call *call)
{
    chartpack *job = cp_call_job(call);

    if (chartpack_open(job, call->words[0]) && chartpack_check(job) && !call->quiet)
        printf("nothing found: %zu pages, %zu figures\n", chartpack_page_count(job),
               chartpack_figure_count(job));
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
