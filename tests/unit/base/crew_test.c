#include "base/crew.h"

#include "test.h"

#include <pthread.h>
#include <stdatomic.h>
#include <unistd.h>

enum { COUNT = 60, PATIENCE = 5000 /* milliseconds */ };

typedef struct thing {
    unsigned takes; /* microseconds */
    const struct thing *awaits;
    atomic_int times;
    pthread_t by;
    bool waited_in_vain;
} thing;

static bool is_done(const thing *it)
{
    for (int i = 0; i < PATIENCE && it->times == 0; i++)
        usleep(1000);
    return it->times > 0;
}

static void work(void *given)
{
    thing *it = given;

    usleep(it->takes);
    if (it->awaits)
        it->waited_in_vain = !is_done(it->awaits);
    it->by = pthread_self();
    it->times++;
}

static void check_crew(size_t jobs)
{
    thing things[COUNT] = { 0 };
    cp_crew *crew = cp_crew_open(jobs, work);
    size_t ended = 0;
    thing *it;

    for (size_t i = 0; i < COUNT; i++) {
        things[i].takes = i % 7 == 0 ? 2000 : 50 * (i % 3);
        it = cp_crew_give(crew, &things[i]);
        CHECK(!it || it == &things[ended++]);
        CHECK(i + 1 - ended <= 2 * (jobs - 1));
    }
    while ((it = cp_crew_take(crew)))
        CHECK(it == &things[ended++]);
    cp_crew_close(crew);
    CHECK_INT(ended, COUNT);
    for (size_t i = 0; i < COUNT; i++)
        CHECK_INT(things[i].times, 1);
}

TEST(each_thing_is_worked_on_once_and_all_come_back_in_order)
{
    check_crew(1);
    check_crew(2);
    check_crew(5);
    check_crew(CP_JOBS_MOST);
}

TEST(one_job_is_the_callers_own_thread)
{
    cp_crew *crew = cp_crew_open(1, work);
    thing it = { 0 };

    CHECK(cp_crew_give(crew, &it) == &it);
    CHECK(pthread_equal(it.by, pthread_self()));
    CHECK(!cp_crew_take(crew));
    cp_crew_close(crew);
}

TEST(others_work_while_the_caller_goes_on)
{
    cp_crew *crew = cp_crew_open(2, work);
    thing it = { 0 };

    CHECK(!cp_crew_give(crew, &it));
    CHECK(is_done(&it) && !pthread_equal(it.by, pthread_self()));
    CHECK(cp_crew_take(crew) == &it);
    cp_crew_close(crew);
}

TEST(the_caller_works_where_it_would_wait)
{
    cp_crew *crew = cp_crew_open(2, work);
    thing second = { 0 }, first = { .awaits = &second };

    CHECK(!cp_crew_give(crew, &first) && !cp_crew_give(crew, &second));
    CHECK(cp_crew_take(crew) == &first && cp_crew_take(crew) == &second);
    CHECK(!first.waited_in_vain);
    cp_crew_close(crew);
}

TEST(there_are_some_cores)
{
    CHECK(cp_cores() >= 1 && cp_cores() <= CP_JOBS_MOST);
}
