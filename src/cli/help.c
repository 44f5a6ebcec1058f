#include "cli/help.h"

#include "base/buf.h"
#include "base/guess.h"

#include <stdio.h>
#include <string.h>

enum { AS };

static const cp_option options[] = {
    [AS] = { "as", 0, "FORM", "text, markdown or man", false },
    { 0 },
};

#define FORM(name) &cp_help_##name,
static const cp_help_form *const forms[] = { FORMS(FORM) };

const char *cp_help_range(cp_arena *arena, const chartpack_key *key)
{
    const char *text = "";

    for (const char *const *word = key->words; word && *word; word++)
        text = cp_printf(arena, "%s%s%s", text, *text ? ", " : "", *word);
    if (key->least < key->most && key->most < 1e9)
        text = cp_printf(arena, "%g to %g", key->least, key->most);
    return text;
}

static const cp_help_form *find_form(const char *name)
{
    for (size_t i = 0; i < sizeof forms / sizeof *forms; i++)
        if (!name || strcmp(forms[i]->name, name) == 0)
            return forms[i];
    fprintf(stderr, "chartpack: --as takes text, markdown or man, not '%s'\n", name);
    return NULL;
}

/* What is called `name` within `group`, or within any: a command, the functions of SQL, kinds
 * of things in a pack's files. */
static size_t print_named(const char *group, const char *name, const cp_help_form *form)
{
    chartpack_topic topic;
    size_t found = 0;

    if (!group && strcmp(name, "sql") == 0 && ++found)
        form->functions();
    for (size_t i = 0; !group && i < cp_command_count; i++)
        if (strcmp(cp_commands[i]->name, name) == 0 && ++found)
            form->command(cp_commands[i]);
    for (size_t i = 0; (topic = chartpack_topic_at(i)).name; i++)
        if (strcmp(topic.name, name) == 0 && (!group || strcmp(topic.group, group) == 0)) {
            if (found++)
                printf("\n");
            form->topic(i);
        }
    return found;
}

static void say_unknown(const char *name)
{
    cp_arena arena = { 0 };
    const char **names;
    size_t count = 0, room = cp_command_count + 1;

    while (chartpack_topic_at(room - cp_command_count - 1).name)
        room++;
    names = cp_new_array(&arena, const char *, room);
    names[count++] = "sql";
    for (size_t i = 0; i < cp_command_count; i++)
        names[count++] = cp_commands[i]->name;
    for (size_t i = 0; count < room; i++)
        names[count++] = chartpack_topic_at(i).name;
    fprintf(stderr, "chartpack: no help on '%s'%s\n", name,
            cp_guess_text(&arena, cp_str_from(name), names, count));
    cp_arena_free(&arena);
}

static int run(const cp_call *call)
{
    const cp_help_form *form = find_form(call->value[AS]);
    size_t words = call->word_count;

    if (!form)
        return CP_EXIT_USAGE;
    if (words == 0) {
        form->overview();
        return CP_EXIT_DONE;
    }
    if (print_named(words > 1 ? call->words[0] : NULL, call->words[words - 1], form))
        return CP_EXIT_DONE;
    say_unknown(call->words[words - 1]);
    return CP_EXIT_USAGE;
}

const cp_command cp_command_help = {
    .name = "help",
    .summary = "Show how a command is used, or what a pack's files may say",
    .words = "[[GROUP] TOPIC]",
    .most_words = 2,
    .options = options,
    .run = run,
};
