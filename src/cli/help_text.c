#include "cli/help.h"

#include <stdio.h>
#include <string.h>

enum { WIDTH = 96, STEP = 2 };

/* `text` in lines of at most WIDTH columns, each behind `indent` blanks. */
static void print_wrapped(const char *text, int indent)
{
    cp_str rest = cp_str_from(text);
    size_t width = WIDTH - (size_t)indent;

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

static void print_topics(void)
{
    chartpack_topic topic;
    const char *group = "";

    for (size_t i = 0; (topic = chartpack_topic_at(i)).name; i++) {
        if (strcmp(topic.group, group) != 0)
            printf("\n  %-8s", topic.group);
        printf(" %s", topic.name);
        group = topic.group;
    }
    printf("\n  sql      the functions that chartpack adds\n");
}

static void overview(void)
{
    printf(
        "Usage: chartpack COMMAND [OPTION]...\n\n"
        "Turn a pack of market data, chart files and Markdown into a slide deck.\n\nCommands:\n");
    for (size_t i = 0; i < cp_command_count; i++)
        printf("  %-10s %s\n", cp_commands[i]->name, cp_commands[i]->summary);
    printf("\n'chartpack COMMAND --help' shows a command's options, 'chartpack help TOPIC' what\n"
           "a pack's files may say:\n");
    print_topics();
}

static void print_options(const cp_option *options)
{
    for (; options->name; options++) {
        char left[64];

        snprintf(left, sizeof left, "%c%c%s --%s%s%s", options->letter ? '-' : ' ',
                 options->letter ? options->letter : ' ', options->letter ? "," : " ",
                 options->name, options->value ? "=" : "", options->value ? options->value : "");
        printf("  %-28s %s\n", left, options->help);
    }
}

static void command(const cp_command *command)
{
    printf("Usage: chartpack %s %s\n\n%s.\n\nOptions:\n", command->name, command->words,
           command->summary);
    print_options(command->options);
    print_options(cp_common_options);
}

static void functions(void)
{
    chartpack_function function;

    print_wrapped(CP_HELP_SQL, 0);
    printf("\n");
    for (size_t i = 0; (function = chartpack_function_at(i)).name; i++) {
        printf("  %s(%s)%s\n", function.name, function.takes,
               function.over_rows ? "  over rows" : "");
        print_wrapped(function.help, 6);
    }
}

static void print_key(const chartpack_key *key)
{
    cp_arena arena = { 0 };
    const char *range = cp_help_range(&arena, key);
    int indent = STEP + key->depth * 2 * STEP;

    printf("%*s%s  %s%s%s", indent, "", key->name, key->words ? "one of " : key->type,
           *range && !key->words ? ", " : "", range);
    if (key->required)
        printf("; must be given");
    if (key->fallback && *key->fallback)
        printf("; default %s", key->fallback);
    printf("\n");
    print_wrapped(key->help, indent + 2 * STEP);
    cp_arena_free(&arena);
}

static void topic(size_t index)
{
    chartpack_topic topic = chartpack_topic_at(index);
    chartpack_key key;

    printf("%s %s: %s\n\n", topic.group, topic.name, topic.summary);
    for (size_t i = 0; (key = chartpack_key_at(index, i)).name; i++)
        print_key(&key);
}

const cp_help_form cp_help_text = {
    .name = "text",
    .overview = overview,
    .command = command,
    .functions = functions,
    .topic = topic,
};
