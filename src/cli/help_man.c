#include "cli/help.h"

#include <stdio.h>

/* A dash is a minus to troff, and a dot or quote that begins a line a request. */
static void print_words(const char *text)
{
    if (*text == '.' || *text == '\'')
        printf("\\&");
    for (; *text; text++)
        printf(*text == '-' || *text == '\\' ? "\\%c" : "%c", *text);
}

static void print_options(const cp_option *options)
{
    for (; options->name; options++) {
        printf(".TP\n\\fB");
        if (options->letter)
            printf("\\-%c\\fR, \\fB", options->letter);
        printf("\\-\\-");
        print_words(options->name);
        if (options->value)
            printf("\\fR=\\fI%s", options->value);
        printf("\\fR\n");
        print_words(options->help);
        printf("\n");
    }
}

static void command(const cp_command *command)
{
    printf(".SS ");
    print_words(command->name);
    printf("\n.B chartpack %s\n", command->name);
    print_words(command->words);
    printf("\n.PP\n");
    print_words(command->summary);
    printf(".\n");
    print_options(command->options);
}

static void functions(void)
{
    chartpack_function function;

    printf(".SH SQL\n");
    print_words(CP_HELP_SQL);
    printf("\n");
    for (size_t i = 0; (function = chartpack_function_at(i)).name; i++) {
        printf(".TP\n\\fB%s\\fR(", function.name);
        print_words(function.takes);
        printf(")\n");
        print_words(function.help);
        printf("\n");
    }
}

static void topic(size_t index)
{
    cp_arena arena = { 0 };
    chartpack_topic topic = chartpack_topic_at(index);
    chartpack_key key;

    printf(".SS %s %s\n", topic.group, topic.name);
    print_words(topic.summary);
    printf(".\n");
    for (size_t i = 0; (key = chartpack_key_at(index, i)).name; i++) {
        printf(".TP\n\\fB%*s%s\\fR  ", key.depth * 2, "", key.name);
        print_words(key.words ? cp_help_range(&arena, &key) : key.type);
        printf("\n");
        print_words(key.help);
        printf("\n");
    }
    cp_arena_free(&arena);
}

static void overview(void)
{
    printf(
        ".TH CHARTPACK 1 \"\" \"chartpack %s\" \"User Commands\"\n"
        ".SH NAME\nchartpack \\- market data, chart files and Markdown into a slide deck\n"
        ".SH SYNOPSIS\n.B chartpack\n.I COMMAND\n[\\fIOPTION\\fR]...\n"
        ".SH DESCRIPTION\nA pack is a folder with a pack.yaml, a deck.md, charts and data. "
        "chartpack makes of it a deck of slides as PDF, and of any chart a PNG, an SVG or a PDF. "
        "\\fBchartpack help\\fR \\fITOPIC\\fR tells what these files may say.\n"
        ".SH COMMANDS\n",
        CP_VERSION);
    for (size_t i = 0; i < cp_command_count; i++)
        command(cp_commands[i]);
    printf(".SH \"OPTIONS OF EVERY COMMAND\"\n");
    print_options(cp_common_options);
    printf(".SH \"EXIT STATUS\"\n.TP\n0\ndone\n.TP\n1\nthe input is wrong; all findings are "
           "listed\n.TP\n2\nthe command line is wrong\n.TP\n3\nthe system failed: a full disk, an "
           "unreadable file\n"
           ".SH ENVIRONMENT\n.TP\nCHARTPACK_HOME\nthe folder of the shipped styles, fonts and "
           "calendar\n.TP\nSOURCE_DATE_EPOCH\nthe time written into outputs, instead of the "
           "pack's date\n.TP\nNO_COLOR\nmessages have no colours\n");
}

const cp_help_form cp_help_man = {
    .name = "man",
    .overview = overview,
    .command = command,
    .functions = functions,
    .topic = topic,
};
