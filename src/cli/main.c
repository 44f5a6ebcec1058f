#include "cli/command.h"
#include "cli/heap.h"

#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <unistd.h>

#define COMMANDS(X)                                                                                \
    X(build)                                                                                       \
    X(chart)                                                                                       \
    X(figures)                                                                                     \
    X(batch)                                                                                       \
    X(check)                                                                                       \
    X(list)                                                                                        \
    X(data)                                                                                        \
    X(explain)                                                                                     \
    X(init)                                                                                        \
    X(roll)                                                                                        \
    X(help)

#define DECLARE(name) extern const cp_command cp_command_##name;
COMMANDS(DECLARE)

#define ROW(name) &cp_command_##name,
const cp_command *const cp_commands[] = { COMMANDS(ROW) };
const size_t cp_command_count = sizeof cp_commands / sizeof *cp_commands;

/* Where one of the three was closed, the next file opened would become it, and take what is printed. */
static void open_standard(void)
{
    for (int file = STDIN_FILENO; file <= STDERR_FILENO; file++)
        if (fcntl(file, F_GETFD) < 0)
            open(file == STDIN_FILENO ? "/dev/null" : "/dev/full",
                 file == STDIN_FILENO ? O_RDONLY : O_WRONLY);
}

int main(int argc, char **argv)
{
    cp_call call;
    int status;

    cp_heap_prepare();
    open_standard();
    signal(SIGXFSZ, SIG_IGN);
    if (cp_call_parse(argc - 1, argv + 1, &call, &status))
        status = call.command->run(&call);
    if (fflush(stdout) != 0 || ferror(stdout)) {
        fprintf(stderr, "chartpack: error: cannot write to standard output\n");
        status = CP_EXIT_SYSTEM;
    }
    return status;
}
