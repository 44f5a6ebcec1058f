/*
 * within.c - within SECONDS MB COMMAND...: run it, and say so where it takes more of either.
 *
 * Its status is the command's.  Under AddressSanitizer memory counts about threefold, and limits
 * of the address space cannot be set: so it is measured.
 */
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

static double seconds(struct timeval time)
{
    return (double)time.tv_sec + (double)time.tv_usec / 1e6;
}

int main(int argc, char **argv)
{
    double most_seconds = argc > 3 ? strtod(argv[1], NULL) : 0, took;
    long most_mb = argc > 3 ? strtol(argv[2], NULL, 10) : 0;
    struct rusage use;
    int status;
    pid_t child = argc > 3 ? fork() : -1;

    if (child == 0) {
        rlim_t most = (rlim_t)most_seconds + 10;

        setrlimit(RLIMIT_CPU, &(struct rlimit){ most, most });
        execvp(argv[3], argv + 3);
        perror(argv[3]);
        _exit(127);
    }
    if (child < 0 || wait4(child, &status, 0, &use) != child) {
        fputs("usage: within SECONDS MB COMMAND...\n", stderr);
        return 2;
    }
    took = seconds(use.ru_utime) + seconds(use.ru_stime);
    fflush(stdout);
    if (took > most_seconds)
        printf("within: %.1f s, at most %.0f\n", took, most_seconds);
    if (use.ru_maxrss / 1024 > most_mb)
        printf("within: %ld MB, at most %ld\n", use.ru_maxrss / 1024, most_mb);
    if (getenv("WITHIN_TOLD"))
        fprintf(stderr, "within: %.2f s, %ld MB\n", took, use.ru_maxrss / 1024);
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}
