#include "cli/jobs.h"

#include "base/crew.h"
#include "base/number.h"

#include <stdio.h>

bool cp_jobs_option(const cp_call *call, size_t *out)
{
    const char *text = cp_call_option(call, "jobs");

    *out = cp_cores();
    if (!text || cp_count_parse(cp_str_from(text), 1, CP_JOBS_MOST, out))
        return true;
    fprintf(stderr, "chartpack: --jobs takes a whole number from 1 to %d, not '%s'\n", CP_JOBS_MOST,
            text);
    return false;
}
