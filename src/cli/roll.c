#include "cli/command.h"

#include <stdio.h>

static const cp_option options[] = { { 0 } };

static void print_chores(const chartpack_chore *chore)
{
    if (chore->file)
        printf("\nTo renew:\n");
    for (; chore->file; chore++) {
        printf("  %s:", chore->file);
        if (chore->line)
            printf("%d:", chore->line);
        printf(" %s\n", chore->text);
    }
}

static int run(const cp_call *call)
{
    chartpack *job = cp_call_job(call);
    chartpack_next next;

    if (chartpack_open(job, call->words[0]) && chartpack_roll(job, call->words[1], &next)
        && !call->quiet) {
        printf("%s: %s to %s, dated %s\n", call->words[1], next.start, next.end, next.date);
        print_chores(next.chores);
    }
    return cp_call_end(call, job);
}

const cp_command cp_command_roll = {
    .name = "roll",
    .summary = "Copy a pack as the next one, its dates advanced, and list what must be renewed",
    .words = "PACK NEWDIR",
    .least_words = 2,
    .most_words = 2,
    .options = options,
    .run = run,
};
