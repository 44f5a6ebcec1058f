#include "cli/command.h"

#include "base/guess.h"

#include <stdio.h>
#include <string.h>

static const cp_option options[] = { { 0 } };

/* `text` in lines of at most `width` characters, each behind `indent` blanks. */
static void print_wrapped(const char *text, int indent, size_t width)
{
    cp_str rest = cp_str_from(text);

    while (rest.size) {
        size_t cut = rest.size;

        if (cut > width)
            for (cut = width; cut > 0 && rest.data[cut] != ' ';)
                cut--;
        if (cut == 0)
            cut = rest.size;
        printf("%*s" CP_FMT "\n", indent, "", CP_ARG(cp_str_slice(rest, 0, cut)));
        rest = cp_str_trim(cp_str_slice(rest, cut, rest.size));
    }
}

static void print_functions(void)
{
    chartpack_function function;

    printf("SQL is SQLite's (sqlite.org/lang.html), read-only, over the tables of the pack, with\n"
           ":start :end :prev_start :prev_end :date and what --set gives. These functions are\n"
           "chartpack's own. Functions over rows also work over windows, as in\n"
           "percentrank_inc(x) over (order by day rows 249 preceding); they pass over missing\n"
           "cells and refuse text.\n\n");
    for (size_t i = 0; (function = chartpack_function_at(i)).name; i++) {
        printf("  %s(%s)%s\n", function.name, function.takes,
               function.over_rows ? "  over rows" : "");
        print_wrapped(function.help, 6, 84);
    }
}

static int print_topic(const char *topic)
{
    const char *names[CP_OPTIONS_MOST] = { "sql" };
    size_t count = 1;
    cp_arena arena = { 0 };

    if (strcmp(topic, "sql") == 0) {
        print_functions();
        return CP_EXIT_DONE;
    }
    for (size_t i = 0; i < cp_command_count; i++) {
        if (strcmp(topic, cp_commands[i]->name) == 0) {
            cp_command_usage(cp_commands[i]);
            return CP_EXIT_DONE;
        }
        names[count++] = cp_commands[i]->name;
    }
    fprintf(stderr, "chartpack: no help on '%s'%s\n", topic,
            cp_guess_text(&arena, cp_str_from(topic), names, count));
    cp_arena_free(&arena);
    return CP_EXIT_USAGE;
}

static int run(const cp_call *call)
{
    return print_topic(call->words[0]);
}

const cp_command cp_command_help = {
    .name = "help",
    .summary = "Show how a command is used, or the SQL functions: help sql",
    .words = "COMMAND|sql",
    .least_words = 1,
    .most_words = 1,
    .options = options,
    .run = run,
};
