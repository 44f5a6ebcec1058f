/*
 * crew.h - threads that work on things while the caller makes the next ones.
 *
 *     cp_crew *crew = cp_crew_open(jobs, work);
 *
 *     for each thing:
 *         if ((done = cp_crew_give(crew, thing)))
 *             end(done);
 *     while ((done = cp_crew_take(crew)))
 *         end(done);
 *     cp_crew_close(crew);
 *
 * Things come back in the order they were given, so nothing but the time tells how many threads there
 * were.  The caller is one of the `jobs`: where it would have to wait it works, too.  One job
 * is no thread at all.
 *
 * `work` sees its thing alone: nothing of it may be the job's arena or report, nor cairo's.
 */
#ifndef CP_BASE_CREW_H
#define CP_BASE_CREW_H

#include <stddef.h>

enum { CP_JOBS_MOST = 256 };

typedef struct cp_crew cp_crew;

/* The cores that this process may use, CP_JOBS_MOST at most. */
size_t cp_cores(void);

/* From 1 to CP_JOBS_MOST jobs; fewer threads where the system gives no more. */
cp_crew *cp_crew_open(size_t jobs, void (*work)(void *thing));

/* Another thing.  So that few are there at once it may give back the oldest, done; else NULL. */
void *cp_crew_give(cp_crew *crew, void *thing);

/* The oldest that was not given back yet, once it is done; NULL: there is none. */
void *cp_crew_take(cp_crew *crew);

/* All was taken. */
void cp_crew_close(cp_crew *crew);

#endif
