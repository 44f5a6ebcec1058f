#include "cli/picture.h"

static const cp_option options[] = {
    { "output", 'o', "FILE", "NAME.png, .svg or .pdf; default: the chart's name .png", false },
    CP_PICTURE_OPTIONS,
    { 0 },
};

static int run(const cp_call *call)
{
    chartpack_picture_options picture;
    chartpack *job;

    if (!cp_picture_options(call, &picture))
        return CP_EXIT_USAGE;
    job = cp_call_job(call);
    chartpack_chart(job, call->words[0], cp_call_option(call, "output"), &picture);
    return cp_call_end(call, job);
}

const cp_command cp_command_chart = {
    .name = "chart",
    .summary = "Draw one chart file as a picture",
    .words = "CHART",
    .least_words = 1,
    .most_words = 1,
    .options = options,
    .run = run,
};
