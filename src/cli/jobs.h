/* jobs.h - the option of commands that do much at once. */
#ifndef CP_CLI_JOBS_H
#define CP_CLI_JOBS_H

#include "cli/command.h"

#define CP_JOBS_OPTION                                                                             \
    {                                                                                              \
        "jobs", 'j', "N", "so many at once; default: as many as there are cores", false            \
    }

/* From 1 to CP_JOBS_MOST.  False after a usage error, which is printed. */
bool cp_jobs_option(const cp_call *call, size_t *out);

#endif
