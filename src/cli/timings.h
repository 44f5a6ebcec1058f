/*
 * timings.h - where the time of a build goes: --timings.
 *
 * A stage lasts from the first word of its progress to the first of the next one's.
 */
#ifndef CP_CLI_TIMINGS_H
#define CP_CLI_TIMINGS_H

#include <stddef.h>

/* Milliseconds, from some moment on. */
double cp_now_ms(void);

/* As chartpack_options.progress. */
void cp_timings_progress(void *context, const char *stage, size_t done, size_t total);

/* What was measured, and the memory that was in use at most, on standard error. */
void cp_timings_print(void);

#endif
