#include "cli/command.h"

#include <stdio.h>

static const cp_option options[] = { { 0 } };

static void print_next_steps(const char *folder)
{
    printf("%s: a pack of six slides\n\n"
           "Next:\n"
           "  chartpack build %s        # the deck: out/NAME.pdf, NAME being the folder's\n"
           "  %s/pack.yaml              # title, date, style, named values\n"
           "  %s/deck.md                # the text, a heading a slide\n"
           "  %s/charts/*.yaml          # a figure a file\n"
           "  %s/data/                  # put your exports here; each is a table\n"
           "  chartpack check %s        # what is wrong or stale, before you publish\n",
           folder, folder, folder, folder, folder, folder, folder);
}

static int run(const cp_call *call)
{
    chartpack *job = cp_call_job(call);

    if (chartpack_init(job, call->words[0]) && !call->quiet)
        print_next_steps(call->words[0]);
    return cp_call_end(call, job);
}

const cp_command cp_command_init = {
    .name = "init",
    .summary = "Make a small pack that builds at once",
    .words = "DIR",
    .least_words = 1,
    .most_words = 1,
    .options = options,
    .run = run,
};
