#include "cli/timings.h"

#include <stdio.h>
#include <string.h>
#include <sys/resource.h>
#include <time.h>

enum { STAGES_MOST = 32 };

typedef struct stage {
    const char *name;
    double ms;
} stage;

static stage stages[STAGES_MOST];
static size_t count;
static double since;

double cp_now_ms(void)
{
    struct timespec time;

    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec * 1e3 + (double)time.tv_nsec / 1e6;
}

static void end_stage(void)
{
    double now = cp_now_ms();

    if (count > 0)
        stages[count - 1].ms += now - since;
    since = now;
}

void cp_timings_progress(void *context, const char *name, size_t done, size_t total)
{
    (void)context, (void)done, (void)total;
    if (count > 0 && strcmp(stages[count - 1].name, name) == 0)
        return;
    end_stage();
    if (count < STAGES_MOST)
        stages[count++].name = name;
}

void cp_timings_print(void)
{
    struct rusage usage;
    double all = 0;

    end_stage();
    getrusage(RUSAGE_SELF, &usage);
    for (size_t i = 0; i < count; i++) {
        fprintf(stderr, "%-10s %8.1f ms\n", stages[i].name, stages[i].ms);
        all += stages[i].ms;
    }
    fprintf(stderr, "%-10s %8.1f ms, %.0f MB\n", "all", all, (double)usage.ru_maxrss / 1024);
}
