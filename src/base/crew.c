#include "base/crew.h"

#include "base/arena.h"

#include <assert.h>
#include <pthread.h>
#include <sched.h>
#include <stdbool.h>
#include <stdlib.h>

typedef struct seat {
    void *thing;
    bool done;
} seat;

struct cp_crew {
    void (*work)(void *thing);
    pthread_mutex_t lock; /* of all below */
    pthread_cond_t news;
    size_t given, begun, taken; /* so far */
    bool over;
    size_t room; /* things at most that are given and not taken */
    seat *seats; /* `room` and one: the Nth thing's is N % (room + 1) */
    size_t threads;
    pthread_t thread[];
};

size_t cp_cores(void)
{
    cpu_set_t set;
    size_t count = sched_getaffinity(0, sizeof set, &set) == 0 ? (size_t)CPU_COUNT(&set) : 1;

    return count < CP_JOBS_MOST ? count : CP_JOBS_MOST;
}

static seat *seat_of(const cp_crew *crew, size_t number)
{
    return &crew->seats[number % (crew->room + 1)];
}

/* Work on the next thing, unlocked. */
static void work_on_next(cp_crew *crew)
{
    seat *next = seat_of(crew, crew->begun++);

    pthread_mutex_unlock(&crew->lock);
    crew->work(next->thing);
    pthread_mutex_lock(&crew->lock);
    next->done = true;
    pthread_cond_broadcast(&crew->news);
}

static void *be_one_of(void *shared)
{
    cp_crew *crew = shared;

    pthread_mutex_lock(&crew->lock);
    while (!crew->over)
        if (crew->begun < crew->given)
            work_on_next(crew);
        else
            pthread_cond_wait(&crew->news, &crew->lock);
    pthread_mutex_unlock(&crew->lock);
    return NULL;
}

cp_crew *cp_crew_open(size_t jobs, void (*work)(void *thing))
{
    cp_crew *crew = cp_grow(NULL, sizeof *crew + (jobs - 1) * sizeof *crew->thread);

    assert(jobs >= 1 && jobs <= CP_JOBS_MOST);
    /* Each of the others has one to go on with when it is done. */
    *crew = (cp_crew){ .work = work, .room = 2 * (jobs - 1) };
    crew->seats = cp_grow(NULL, (crew->room + 1) * sizeof *crew->seats);
    pthread_mutex_init(&crew->lock, NULL);
    pthread_cond_init(&crew->news, NULL);
    while (crew->threads < jobs - 1
           && pthread_create(&crew->thread[crew->threads], NULL, be_one_of, crew) == 0)
        crew->threads++;
    return crew;
}

static void *take_oldest(cp_crew *crew)
{
    const seat *oldest = seat_of(crew, crew->taken);

    while (!oldest->done)
        if (crew->begun < crew->given)
            work_on_next(crew);
        else
            pthread_cond_wait(&crew->news, &crew->lock);
    crew->taken++;
    return oldest->thing;
}

void *cp_crew_give(cp_crew *crew, void *thing)
{
    void *oldest = NULL;

    pthread_mutex_lock(&crew->lock);
    *seat_of(crew, crew->given++) = (seat){ .thing = thing };
    pthread_cond_broadcast(&crew->news);
    if (crew->given - crew->taken > crew->room)
        oldest = take_oldest(crew);
    pthread_mutex_unlock(&crew->lock);
    return oldest;
}

void *cp_crew_take(cp_crew *crew)
{
    void *oldest;

    pthread_mutex_lock(&crew->lock);
    oldest = crew->taken < crew->given ? take_oldest(crew) : NULL;
    pthread_mutex_unlock(&crew->lock);
    return oldest;
}

void cp_crew_close(cp_crew *crew)
{
    assert(crew->taken == crew->given);
    pthread_mutex_lock(&crew->lock);
    crew->over = true;
    pthread_cond_broadcast(&crew->news);
    pthread_mutex_unlock(&crew->lock);
    for (size_t i = 0; i < crew->threads; i++)
        pthread_join(crew->thread[i], NULL);
    pthread_cond_destroy(&crew->news);
    pthread_mutex_destroy(&crew->lock);
    free(crew->seats);
    free(crew);
}
