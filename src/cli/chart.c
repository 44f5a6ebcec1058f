#include "cli/picture.h"

#include <stdio.h>
#include <string.h>

static const cp_option options[] = {
    { "output", 'o', "FILE", "NAME.png, .svg or .pdf; default: the chart's name .png", false },
    CP_PICTURE_OPTIONS,
    { 0 },
};

/* charts/flow.yaml -> flow.png in the working directory. */
static void default_output(const char *chart, char *out, size_t size)
{
    const char *slash = strrchr(chart, '/'), *name = slash ? slash + 1 : chart;
    const char *dot = strrchr(name, '.');

    snprintf(out, size, "%.*s.png", (int)(dot && dot > name ? dot - name : (int)strlen(name)),
             name);
}

static int run(const cp_call *call)
{
    char fallback[512];
    const char *output = cp_call_option(call, "output");
    chartpack_picture_options picture;
    chartpack *job;

    if (!cp_picture_options(call, &picture))
        return CP_EXIT_USAGE;
    if (!output) {
        default_output(call->words[0], fallback, sizeof fallback);
        output = fallback;
    }
    job = cp_call_job(call);
    chartpack_chart(job, call->words[0], output, &picture);
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
