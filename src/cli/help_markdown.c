#include "cli/help.h"

#include "base/buf.h"

#include <stdio.h>
#include <string.h>

/* In a cell of a table a bar would end it. */
static void print_cell(const char *text)
{
    for (; *text; text++)
        printf(*text == '|' || *text == '<' ? "\\%c" : "%c", *text);
}

static void print_options(const cp_option *options)
{
    for (; options->name; options++) {
        printf("| ");
        if (options->letter)
            printf("`-%c`, ", options->letter);
        printf("`--%s%s%s` | ", options->name, options->value ? "=" : "",
               options->value ? options->value : "");
        print_cell(options->help);
        printf(" |\n");
    }
}

static void print_option_table(const cp_option *options)
{
    if (!options->name)
        return;
    printf("\n| option | meaning |\n| --- | --- |\n");
    print_options(options);
}

static void command(const cp_command *command)
{
    printf("### chartpack %s\n\n    chartpack %s %s\n\n%s.\n", command->name, command->name,
           command->words, command->summary);
    print_option_table(command->options);
}

static void overview(void)
{
    for (size_t i = 0; i < cp_command_count; i++) {
        command(cp_commands[i]);
        printf("\n");
    }
    printf("### Options of every command\n");
    print_option_table(cp_common_options);
}

static void functions(void)
{
    chartpack_function function;

    printf("%s\n\n| function | over rows | definition |\n| --- | --- | --- |\n", CP_HELP_SQL);
    for (size_t i = 0; (function = chartpack_function_at(i)).name; i++) {
        printf("| `%s(%s)` | %s | ", function.name, function.takes,
               function.over_rows ? "yes" : "");
        print_cell(function.help);
        printf(" |\n");
    }
}

/* The keys that lead to one, as "labels.places". */
typedef struct key_path {
    const char *names[8];
} key_path;

static void print_key(const chartpack_key *key, key_path *path)
{
    cp_arena arena = { 0 };
    const char *range = cp_help_range(&arena, key);

    path->names[key->depth] = key->name;
    printf("| `");
    for (int i = 0; i <= key->depth; i++)
        printf("%s%s", i ? "." : "", path->names[i]);
    printf("` | %s%s%s | ", key->words ? "" : key->type, *range && !key->words ? ", " : "", range);
    if (key->required)
        printf("*must be given*");
    else if (key->fallback && *key->fallback)
        printf("`%s`", key->fallback);
    printf(" | ");
    print_cell(key->help);
    printf(" |\n");
    cp_arena_free(&arena);
}

static void topic(size_t index)
{
    chartpack_key key;
    key_path path = { 0 };

    printf("%s.\n\n| key | takes | default | meaning |\n| --- | --- | --- | --- |\n",
           chartpack_topic_at(index).summary);
    for (size_t i = 0; (key = chartpack_key_at(index, i)).name; i++)
        print_key(&key, &path);
}

const cp_help_form cp_help_markdown = {
    .name = "markdown",
    .overview = overview,
    .command = command,
    .functions = functions,
    .topic = topic,
};
