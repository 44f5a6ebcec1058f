#include "cli/pool.h"

#include "base/buf.h"
#include "cli/command.h"

#include <errno.h>
#include <poll.h>
#include <stdatomic.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

/* What all processes see. */
typedef struct board {
    atomic_size_t next;      /* thing that nobody is at yet */
    size_t at[CP_JOBS_MOST]; /* what each process is at, by its seat */
} board;

/* Written in front of the words about a thing. */
typedef struct report {
    size_t index, size; /* of the thing; bytes of words behind this */
    int status;
} report;

typedef struct worker {
    size_t seat;
    size_t told; /* the last thing it reported; SIZE_MAX: none */
    pid_t process;
    cp_buf heard; /* reports, the last perhaps in part */
} worker;

/* Those at work, side by side with where they are heard. */
typedef struct crew {
    const cp_pool *pool;
    board *board;
    size_t count;
    worker worker[CP_JOBS_MOST];
    struct pollfd ear[CP_JOBS_MOST];
} crew;

/* ---- in a process of its own ---- */

static void write_all(int mouth, const void *data, size_t size)
{
    for (const char *at = data; size;) {
        ssize_t written = write(mouth, at, size);

        if (written < 0 && errno != EINTR)
            _exit(CP_EXIT_SYSTEM);
        at += written > 0 ? written : 0;
        size -= written > 0 ? (size_t)written : 0;
    }
}

static void work_on(const cp_pool *pool, size_t index, int mouth)
{
    char *text = NULL;
    report told = { .index = index };
    FILE *words = open_memstream(&text, &told.size);

    if (!words)
        _exit(CP_EXIT_SYSTEM);
    told.status = pool->work(pool->context, index, words);
    fclose(words);
    write_all(mouth, &told, sizeof told);
    write_all(mouth, text, told.size);
    free(text);
}

static void be_worker(const crew *c, size_t seat, int mouth)
{
    size_t index;

    while ((index = atomic_fetch_add(&c->board->next, 1)) < c->pool->count) {
        c->board->at[seat] = index;
        work_on(c->pool, index, mouth);
    }
    _exit(CP_EXIT_DONE);
}

/* ---- here ---- */

static bool hire(crew *c, size_t seat)
{
    int ends[2];
    pid_t process;

    c->board->at[seat] = SIZE_MAX;
    if (pipe(ends) != 0)
        return false;
    fflush(stdout);
    process = fork();
    if (process == 0) {
        close(ends[0]);
        be_worker(c, seat, ends[1]);
    }
    close(ends[1]);
    if (process < 0) {
        close(ends[0]);
        return false;
    }
    c->worker[c->count] = (worker){ .seat = seat, .told = SIZE_MAX, .process = process };
    c->ear[c->count++] = (struct pollfd){ .fd = ends[0], .events = POLLIN };
    return true;
}

/* Pass on the reports that are there as a whole. */
static void take_reports(const cp_pool *pool, worker *w)
{
    size_t from = 0;
    report told;

    while (w->heard.size - from >= sizeof told) {
        memcpy(&told, w->heard.data + from, sizeof told);
        if (w->heard.size - from - sizeof told < told.size)
            break;
        from += sizeof told;
        pool->done(pool->context, told.index, told.status,
                   (cp_str){ w->heard.data + from, told.size });
        w->told = told.index;
        from += told.size;
    }
    memmove(w->heard.data, w->heard.data + from, w->heard.size - from);
    w->heard.size -= from;
}

static const char *end_of(pid_t process)
{
    int status;

    while (waitpid(process, &status, 0) < 0)
        if (errno != EINTR)
            return strerror(errno);
    return WIFSIGNALED(status) ? strsignal(WTERMSIG(status)) : "it ended early";
}

static void fail(const cp_pool *pool, size_t index, const char *why)
{
    cp_buf words = { 0 };

    cp_buf_printf(&words, "chartpack: error: the process for this failed: %s\n", why);
    pool->done(pool->context, index, CP_EXIT_SYSTEM, cp_buf_str(&words));
    cp_buf_free(&words);
}

/* One that has left in the middle of something is replaced. */
static void dismiss(crew *c, size_t which)
{
    worker gone = c->worker[which];
    size_t at = c->board->at[gone.seat];
    const char *why = end_of(gone.process);

    close(c->ear[which].fd);
    cp_buf_free(&gone.heard);
    c->count--;
    c->worker[which] = c->worker[c->count];
    c->ear[which] = c->ear[c->count];
    if (at == SIZE_MAX || at == gone.told)
        return;
    fail(c->pool, at, why);
    hire(c, gone.seat);
}

static void listen_to(crew *c, size_t which)
{
    worker *w = &c->worker[which];
    char heard[4096];
    ssize_t size = read(c->ear[which].fd, heard, sizeof heard);

    if (size > 0) {
        cp_buf_add(&w->heard, (cp_str){ heard, (size_t)size });
        take_reports(c->pool, w);
    } else if (size == 0 || errno != EINTR) {
        dismiss(c, which);
    }
}

static void listen_to_all(crew *c)
{
    if (poll(c->ear, c->count, -1) < 0)
        return;
    for (size_t which = c->count; which-- > 0;)
        if (c->ear[which].revents)
            listen_to(c, which);
}

static void run(crew *c)
{
    size_t left;

    for (size_t seat = 0; seat < c->pool->processes && seat < c->pool->count; seat++)
        hire(c, seat);
    while (c->count)
        listen_to_all(c);
    while ((left = atomic_fetch_add(&c->board->next, 1)) < c->pool->count)
        fail(c->pool, left, "there was none");
}

void cp_pool_run(const cp_pool *pool)
{
    crew c = { .pool = pool };

    c.board
        = mmap(NULL, sizeof *c.board, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    if (c.board == MAP_FAILED) {
        for (size_t i = 0; i < pool->count; i++)
            fail(pool, i, strerror(errno));
        return;
    }
    run(&c);
    munmap(c.board, sizeof *c.board);
}
