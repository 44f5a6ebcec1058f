/*
 * pool.h - the same work for many things, in several processes.
 *
 * Processes and not threads: what breaks one thing, a crash in a library or the lack of memory,
 * stops no other, and cairo's locks are of no concern.
 */
#ifndef CP_CLI_POOL_H
#define CP_CLI_POOL_H

#include "base/crew.h"
#include "base/str.h"

#include <stdio.h>

typedef struct cp_pool {
    void *context;
    size_t count;     /* of things */
    size_t processes; /* from 1 to CP_JOBS_MOST */
    /* In one of them: an exit status, and words. */
    int (*work)(void *context, size_t index, FILE *words);
    /* Here, as each is done; the words live until it comes back. */
    void (*done)(void *context, size_t index, int status, cp_str words);
} cp_pool;

/* They begin in order.  What a process was at when it was killed counts as a failure of the
 * system, and another process goes on with the rest. */
void cp_pool_run(const cp_pool *pool);

#endif
