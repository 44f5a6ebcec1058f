/* call.c - the command line against the commands' tables: options, help, usage errors. */

#include "base/guess.h"
#include "cli/command.h"
#include "cli/help.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* Options that every command takes; their order is that of the enum. */
enum { STYLE, SET, OFFLINE, OUTSIDE, LIMIT, STRICT, QUIET, COLOR, MESSAGES, HELP, COMMON_COUNT };

const cp_option cp_common_options[] = {
    [STYLE]
    = { "style", 0, "NAME", "a shipped style or a style sheet, instead of the pack's", false },
    [SET] = { "set", 0, "NAME=VALUE", "the value of :NAME in queries", true },
    [OFFLINE] = { "offline", 0, NULL, "use the last answers of database servers", false },
    [OUTSIDE]
    = { "allow-outside", 0, NULL, "let the pack's files name others outside of its folder", false },
    [LIMIT]
    = { "limit", 0, "NAME=N",
        "what a query may take: steps=300 (million), memory=1024 (MB), text=1 (MB), rows=5000000",
        true },
    [STRICT]
    = { "strict", 0, NULL, "warnings are errors: nothing is written while there is one", false },
    [QUIET] = { "quiet", 'q', NULL, "say nothing but errors", false },
    [COLOR] = { "color", 0, "WHEN", "colours in messages: auto, always or never", false },
    [MESSAGES] = { "messages", 0, "FORM", "findings as text or json", false },
    [HELP] = { "help", 'h', NULL, "show this help", false },
    [COMMON_COUNT] = { 0 },
};

static size_t count_options(const cp_option *options)
{
    size_t count = 0;

    while (options[count].name)
        count++;
    return count;
}

__attribute__((format(printf, 2, 3))) static bool usage_error(const cp_command *command,
                                                              const char *format, ...)
{
    va_list list;

    va_start(list, format);
    fprintf(stderr, "chartpack: ");
    vfprintf(stderr, format, list);
    va_end(list);
    fprintf(stderr, "\nTry 'chartpack %s%s--help'.\n", command ? command->name : "",
            command ? " " : "");
    return false;
}

static const cp_command *find_command(const char *name)
{
    const char *names[CP_OPTIONS_MOST];
    cp_arena arena = { 0 };

    for (size_t i = 0; i < cp_command_count; i++) {
        if (strcmp(cp_commands[i]->name, name) == 0)
            return cp_commands[i];
        names[i] = cp_commands[i]->name;
    }
    usage_error(NULL, "no command '%s'%s", name,
                cp_guess_text(&arena, cp_str_from(name), names, cp_command_count));
    cp_arena_free(&arena);
    return NULL;
}

/* The option that "name" or 'letter' means, in the command's table or the common one. */
static const cp_option *find_option(const cp_command *command, cp_str name, char letter)
{
    const cp_option *tables[] = { command->options, cp_common_options };

    for (size_t t = 0; t < 2; t++)
        for (const cp_option *option = tables[t]; option->name; option++)
            if (letter ? option->letter == letter : cp_str_is(name, option->name))
                return option;
    return NULL;
}

static bool unknown_option(const cp_command *command, const char *word, cp_str name)
{
    const char *names[CP_OPTIONS_MOST + COMMON_COUNT];
    size_t count = 0;
    cp_arena arena = { 0 };
    const char *near;

    for (const cp_option *option = command->options; option->name; option++)
        names[count++] = option->name;
    for (const cp_option *option = cp_common_options; option->name; option++)
        names[count++] = option->name;
    near = cp_guess(name, names, count);
    usage_error(command, "no option '%s'%s", word,
                near ? cp_printf(&arena, "; did you mean '--%s'?", near) : "");
    cp_arena_free(&arena);
    return false;
}

static bool take_color(cp_call *call, const char *value)
{
    if (strcmp(value, "always") == 0)
        call->color = 1;
    else if (strcmp(value, "never") == 0)
        call->color = 0;
    else if (strcmp(value, "auto") != 0)
        return usage_error(call->command, "--color takes auto, always or never, not '%s'", value);
    return true;
}

static bool take_messages(cp_call *call, const char *value)
{
    call->json_messages = strcmp(value, "json") == 0;
    return call->json_messages || strcmp(value, "text") == 0
           || usage_error(call->command, "--messages takes text or json, not '%s'", value);
}

/* One more of an option that repeats. */
static bool take_pair(const cp_call *call, const cp_option *option, const char **pairs,
                      const char *value)
{
    size_t count = 0;

    while (pairs[count])
        count++;
    if (count == CP_WORDS_MOST)
        return usage_error(call->command, "too many --%s, from '%s' on", option->name, value);
    if (!strchr(value, '=') || value[0] == '=')
        return usage_error(call->command, "--%s takes %s, not '%s'", option->name, option->value,
                           value);
    pairs[count] = value;
    return true;
}

static bool take_common(cp_call *call, size_t index, const char *value)
{
    switch (index) {
    case SET:
        return take_pair(call, &cp_common_options[SET], call->sets, value);
    case LIMIT:
        return take_pair(call, &cp_common_options[LIMIT], call->limits, value);
    case QUIET:
        call->quiet = true;
        return true;
    case COLOR:
        return take_color(call, value);
    case MESSAGES:
        return take_messages(call, value);
    default:
        return true;
    }
}

/* Common options' values stand behind the command's own. */
static bool take(cp_call *call, const cp_option *option, const char *value)
{
    size_t own = count_options(call->command->options);
    bool is_common = option >= cp_common_options && option < cp_common_options + COMMON_COUNT;
    size_t index = is_common ? own + (size_t)(option - cp_common_options)
                             : (size_t)(option - call->command->options);

    if (call->value[index] && !option->repeats)
        return usage_error(call->command, "--%s is given twice", option->name);
    call->value[index] = value ? value : "";
    return !is_common || take_common(call, (size_t)(option - cp_common_options), value);
}

/* One option and, unless it is joined by '=', its value from the next word. */
static bool parse_option(int argc, char **argv, int *at, cp_call *call)
{
    const char *word = argv[*at];
    bool is_long = word[1] == '-';
    cp_str value = cp_str_from(word + (is_long ? 2 : 1));
    cp_str name = is_long ? cp_str_next(&value, '=') : cp_str_slice(value, 0, 1);
    const cp_option *option = find_option(call->command, name, is_long ? 0 : name.data[0]);

    if (!option)
        return unknown_option(call->command, word, name);
    if (!is_long)
        value = value.size > 1 ? cp_str_slice(value, 1, value.size) : (cp_str){ 0 };
    if (!option->value)
        return value.data ? usage_error(call->command, "'%s' takes no value", word)
                          : take(call, option, NULL);
    if (value.data)
        return take(call, option, value.data);
    if (*at + 1 >= argc)
        return usage_error(call->command, "'%s' needs a value", word);
    *at += 1;
    return take(call, option, argv[*at]);
}

static bool parse_words(int argc, char **argv, cp_call *call)
{
    bool options_over = false;

    for (int i = 1; i < argc; i++) {
        if (!options_over && strcmp(argv[i], "--") == 0) {
            options_over = true;
        } else if (!options_over && argv[i][0] == '-' && argv[i][1]) {
            if (!parse_option(argc, argv, &i, call))
                return false;
        } else if (call->word_count == call->command->most_words) {
            return usage_error(call->command, "too many words, from '%s' on", argv[i]);
        } else {
            call->words[call->word_count++] = argv[i];
        }
    }
    return true;
}

bool cp_call_parse(int argc, char **argv, cp_call *call, int *status)
{
    *call = (cp_call){ .color = isatty(STDERR_FILENO) && !getenv("NO_COLOR") };
    *status = CP_EXIT_USAGE;
    if (argc > 0 && (strcmp(argv[0], "--help") == 0 || strcmp(argv[0], "-h") == 0)) {
        cp_help_text.overview();
        *status = CP_EXIT_DONE;
        return false;
    }
    if (argc > 0 && strcmp(argv[0], "--version") == 0) {
        printf("chartpack %s\n", CP_VERSION);
        *status = CP_EXIT_DONE;
        return false;
    }
    if (argc == 0)
        return usage_error(NULL, "a command is missing");
    call->command = find_command(argv[0]);
    if (!call->command || !parse_words(argc, argv, call))
        return false;
    if (cp_call_has(call, "help")) {
        cp_help_text.command(call->command);
        *status = CP_EXIT_DONE;
        return false;
    }
    return call->word_count >= call->command->least_words
           || usage_error(call->command, "%s is missing", call->command->words);
}

const char *cp_call_option(const cp_call *call, const char *name)
{
    size_t own = count_options(call->command->options);

    for (size_t i = 0; i < own; i++)
        if (strcmp(call->command->options[i].name, name) == 0)
            return call->value[i];
    for (size_t i = 0; i < COMMON_COUNT; i++)
        if (strcmp(cp_common_options[i].name, name) == 0)
            return call->value[own + i];
    return NULL;
}

const char *cp_plural(size_t count)
{
    return count == 1 ? "" : "s";
}

bool cp_call_has(const cp_call *call, const char *name)
{
    return cp_call_option(call, name) != NULL;
}
