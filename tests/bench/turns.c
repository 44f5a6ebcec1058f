/*
 * turns.c - run commands in turns and tell the median time, the processor's least time and the
 * peak memory of each.
 *
 *     turns ROUNDS NAME=COMMAND...
 *
 * Commands run by sh.  In turns, because a machine that slows down then slows all of them.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { COMMANDS_MOST = 16, ROUNDS_MOST = 200 };

static double now_ms(void)
{
    struct timespec time;

    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec * 1e3 + (double)time.tv_nsec / 1e6;
}

static double ms_of(struct timeval time)
{
    return (double)time.tv_sec * 1e3 + (double)time.tv_usec / 1e3;
}

/* What one run took; least and most so far are kept. */
static double run_once(const char *command, double *least_cpu, long *peak_kb)
{
    double start = now_ms(), cpu;
    pid_t child = fork();
    struct rusage usage;
    int status;

    if (child == 0) {
        execl("/bin/sh", "sh", "-c", command, (char *)NULL);
        _exit(127);
    }
    if (wait4(child, &status, 0, &usage) != child || status != 0) {
        fprintf(stderr, "turns: this did not end well: %s\n", command);
        exit(1);
    }
    cpu = ms_of(usage.ru_utime) + ms_of(usage.ru_stime);
    if (*least_cpu == 0 || cpu < *least_cpu)
        *least_cpu = cpu;
    if (usage.ru_maxrss > *peak_kb)
        *peak_kb = usage.ru_maxrss;
    return now_ms() - start;
}

static int by_size(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;

    return (x > y) - (x < y);
}

int main(int argc, char **argv)
{
    static double times[COMMANDS_MOST][ROUNDS_MOST];
    double cpu[COMMANDS_MOST] = { 0 };
    long peak[COMMANDS_MOST] = { 0 };
    int rounds = argc > 1 ? atoi(argv[1]) : 0, commands = argc - 2;

    if (rounds < 1 || rounds > ROUNDS_MOST || commands < 1 || commands > COMMANDS_MOST) {
        fprintf(stderr, "usage: turns ROUNDS NAME=COMMAND...\n");
        return 2;
    }
    for (int round = -1; round < rounds; round++) /* one to warm up */
        for (int i = 0; i < commands; i++) {
            double time = run_once(strchr(argv[i + 2], '=') + 1, &cpu[i], &peak[i]);

            if (round >= 0)
                times[i][round] = time;
        }
    for (int i = 0; i < commands; i++) {
        const char *name = argv[i + 2];

        qsort(times[i], (size_t)rounds, sizeof times[i][0], by_size);
        printf("%-34.*s %8.1f ms  (%.1f .. %.1f)  cpu %.1f ms  %6.1f MB\n",
               (int)(strchr(name, '=') - name), name, times[i][rounds / 2], times[i][0],
               times[i][rounds - 1], cpu[i], (double)peak[i] / 1024);
    }
    return 0;
}
