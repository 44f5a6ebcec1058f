#include "test.h"

#include "cli/pool.h"

#include <signal.h>
#include <string.h>

enum { COUNT = 40, KILLED = 7, FAILED = 11 };

typedef struct seen {
    size_t times[COUNT];
    int status[COUNT];
    bool right[COUNT]; /* what was said is what was meant */
    char text[200];
} seen;

/* Long words for some, so that a report comes in pieces. */
static int work(void *context, size_t index, FILE *words)
{
    (void)context;
    if (index == KILLED)
        raise(SIGKILL);
    for (size_t i = 0; i < (index % 5 == 0 ? 200000 : index); i++)
        fputc('a' + (int)(index % 26), words);
    return index == FAILED ? 1 : 0;
}

static void done(void *context, size_t index, int status, cp_str words)
{
    seen *s = context;

    s->times[index]++;
    s->status[index] = status;
    s->right[index] = words.size == (index % 5 == 0 ? 200000 : index);
    for (size_t i = 0; i < words.size; i++)
        s->right[index] = s->right[index] && words.data[i] == 'a' + (int)(index % 26);
    if (index == KILLED)
        snprintf(s->text, sizeof s->text, CP_FMT, CP_ARG(words));
}

static void check_processes(size_t processes)
{
    seen s = { 0 };

    cp_pool_run(&(cp_pool){
        .context = &s, .count = COUNT, .processes = processes, .work = work, .done = done });
    for (size_t i = 0; i < COUNT; i++) {
        CHECK_INT(s.times[i], 1);
        CHECK_INT(s.status[i], i == KILLED ? 3 : i == FAILED);
        CHECK(s.right[i] || i == KILLED);
    }
    CHECK(strstr(s.text, "Killed"));
}

TEST(all_is_done_once_and_a_killed_process_takes_one_thing_with_it)
{
    check_processes(1);
    check_processes(3);
    check_processes(CP_JOBS_MOST);
}

TEST(nothing_to_do_is_done_at_once)
{
    cp_pool_run(&(cp_pool){ .count = 0, .processes = 4 });
}
