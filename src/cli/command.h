/*
 * command.h - the commands: each a const struct in its own file, one word in COMMANDS.
 *
 * A command states its options as a table; help, parsing and "did you mean" are
 * made from it.  Exit statuses: 0 done, 1 the input is wrong, 2 usage, 3 the
 * system failed.
 */
#ifndef CP_CLI_COMMAND_H
#define CP_CLI_COMMAND_H

#include "base/str.h"
#include "chartpack/chartpack.h"

#include <stdio.h>

enum { CP_EXIT_DONE, CP_EXIT_INPUT, CP_EXIT_USAGE, CP_EXIT_SYSTEM };

enum { CP_OPTIONS_MOST = 24, CP_WORDS_MOST = 16 };

typedef struct cp_option {
    const char *name;  /* "output": --output */
    char letter;       /* 'o': -o; 0: none */
    const char *value; /* "FILE" in the help; NULL: a switch */
    const char *help;
    bool repeats; /* may be given more than once */
} cp_option;

/* Of the commands that draw. */
#define CP_SAVE_PLACES_OPTION                                                                      \
    {                                                                                              \
        "save-places", 0, NULL, "write the files of `places` in charts: where names stand now",    \
            false                                                                                  \
    }

/* What was given on the command line, checked against the command's tables. */
typedef struct cp_call {
    const struct cp_command *command;
    const char *value[CP_OPTIONS_MOST]; /* by the options' order; a switch is "" */
    const char *words[CP_WORDS_MOST];   /* what is not an option */
    size_t word_count;
    const char *sets[CP_WORDS_MOST + 1];   /* of --set, NULL-terminated */
    const char *limits[CP_WORDS_MOST + 1]; /* likewise of --limit */
    bool quiet;
    bool json_messages;
    int color; /* 1 always, 0 never */
} cp_call;

typedef struct cp_command {
    const char *name, *summary;
    const char *words; /* "[PACK]" in the usage line */
    size_t least_words, most_words;
    const cp_option *options; /* ends with a zeroed row */
    int (*run)(const cp_call *call);
} cp_command;

extern const cp_command *const cp_commands[];
extern const size_t cp_command_count;

/* Options that every command takes. */
extern const cp_option cp_common_options[];

/* The value of an option of the call's command, NULL when it was not given. */
const char *cp_call_option(const cp_call *call, const char *name);
bool cp_call_has(const cp_call *call, const char *name);

/* Parse argv (behind the program's name); on failure or help the exit status is
 * in `*status` and false comes back. */
bool cp_call_parse(int argc, char **argv, cp_call *call, int *status);

/* A job with the call's common options: --style, --set, progress on a terminal. */
chartpack *cp_call_job(const cp_call *call);

/* The same with other sets, and without progress: one of several at once. */
chartpack *cp_call_job_with(const cp_call *call, const char *const *sets);

/* The s of "3 pages"; "" for one. */
const char *cp_plural(size_t count);

/* Print a finding in the form that is asked for; `set`, which JSON tells with it, is the place
 * of the batch's set it was found with, or NULL. */
void cp_call_tell(const cp_call *call, const chartpack_finding *finding, const char *set, FILE *to);

/* Print the findings, free the job, give the exit status. */
int cp_call_end(const cp_call *call, chartpack *job);
int cp_call_finish(const cp_call *call, chartpack *job, const char *set, FILE *to);

#endif
