/*
 * turns.c - run commands in turns and tell the time, the peak memory and the size of each.
 *
 *     turns ROUNDS TITLE NAME[@FILE]=COMMAND...
 *
 * Commands run by sh.  In turns, because a machine that slows down then slows all of them; what compares
 * is the first one's part of the time of each other: by the medians, by the least times and, where other
 * work is going on, by the processor's least times.  FILE is
 * what the command writes.  A command that ends with status 127, as sh and our peers' scripts do where the
 * program is absent, is skipped and named so.  The table is Markdown.
 */
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { COMMANDS_MOST = 16, ROUNDS_MOST = 200, ABSENT = 127 };

/* A command that took so long to warm up is not run once more for its first round. */
static const double long_ms = 5000;

typedef struct row {
    char *name, *file; /* file: NULL if none */
    const char *command;
    bool absent;
    double times[ROUNDS_MOST], least_cpu;
    long peak_kb;
} row;

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

static bool read_row(char *text, row *out)
{
    char *command = strchr(text, '=');

    if (!command)
        return false;
    *command++ = '\0';
    *out = (row){ .name = strtok(text, "@"), .file = strtok(NULL, ""), .command = command };
    return out->name != NULL;
}

/* What one run took; least and most so far are kept. */
static double run_once(row *it)
{
    double start = now_ms(), cpu;
    pid_t child = fork();
    struct rusage usage;
    int status;

    if (child == 0) {
        execl("/bin/sh", "sh", "-c", it->command, (char *)NULL);
        _exit(ABSENT);
    }
    if (wait4(child, &status, 0, &usage) != child)
        exit(1);
    it->absent = WIFEXITED(status) && WEXITSTATUS(status) == ABSENT;
    if (status != 0 && !it->absent) {
        fprintf(stderr, "turns: this did not end well: %s\n", it->command);
        exit(1);
    }
    cpu = ms_of(usage.ru_utime) + ms_of(usage.ru_stime);
    if (it->least_cpu == 0 || cpu < it->least_cpu)
        it->least_cpu = cpu;
    if (usage.ru_maxrss > it->peak_kb)
        it->peak_kb = usage.ru_maxrss;
    return now_ms() - start;
}

static int by_size(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;

    return (x > y) - (x < y);
}

static void print_size(const char *file)
{
    struct stat about;

    if (file && stat(file, &about) == 0)
        printf("%.0f | ", (double)about.st_size / 1024);
    else
        printf("| ");
}

static void print_row(const row *it, const row *first, int rounds)
{
    if (it->absent) {
        printf("| %s | not installed: skipped | | | | | | | |\n", it->name);
        return;
    }
    printf("| %s | %.1f | %.1f .. %.1f | %.1f | %.1f | ", it->name, it->times[rounds / 2],
           it->times[0], it->times[rounds - 1], it->least_cpu, (double)it->peak_kb / 1024);
    print_size(it->file);
    if (it == first)
        printf("| | |\n");
    else
        printf("%.2f | %.2f | %.2f |\n", first->times[rounds / 2] / it->times[rounds / 2],
               first->times[0] / it->times[0], first->least_cpu / it->least_cpu);
}

int main(int argc, char **argv)
{
    static row rows[COMMANDS_MOST];
    int rounds = argc > 1 ? atoi(argv[1]) : 0, count = argc - 3;
    bool ok = rounds >= 1 && rounds <= ROUNDS_MOST && count >= 1 && count <= COMMANDS_MOST;

    for (int i = 0; ok && i < count; i++)
        ok = read_row(argv[i + 3], &rows[i]);
    if (!ok) {
        fprintf(stderr, "usage: turns ROUNDS TITLE NAME[@FILE]=COMMAND...\n");
        return 2;
    }
    for (int round = -1; round < rounds; round++) /* one to warm up */
        for (int i = 0; i < count; i++)
            if (!rows[i].absent && !(round == 0 && rows[i].times[0] > long_ms))
                rows[i].times[round < 0 ? 0 : round] = run_once(&rows[i]);
    printf("| %s | median ms | least .. most | least cpu ms | MB | KB | ratio: median | least | "
           "cpu |\n"
           "| --- | --: | --: | --: | --: | --: | --: | --: | --: |\n",
           argv[2]);
    for (int i = 0; i < count; i++) {
        qsort(rows[i].times, (size_t)rounds, sizeof rows[i].times[0], by_size);
        print_row(&rows[i], &rows[0], rounds);
    }
    printf("\n");
    return 0;
}
