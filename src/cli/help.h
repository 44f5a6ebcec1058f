/*
 * help.h - the forms that help comes in: as text, as Markdown for the manual, as a man page.
 *
 * All say the same, from the tables of the commands and the library's topics.  A form is a
 * const struct in its own file and one word in FORMS.
 */
#ifndef CP_CLI_HELP_H
#define CP_CLI_HELP_H

#include "cli/command.h"

typedef struct cp_help_form {
    const char *name;
    void (*overview)(void);
    void (*command)(const cp_command *command);
    void (*functions)(void);     /* of SQL */
    void (*topic)(size_t index); /* as chartpack_topic_at() */
} cp_help_form;

#define FORMS(X)                                                                                   \
    X(text)                                                                                        \
    X(markdown)                                                                                    \
    X(man)

#define DECLARE_FORM(name) extern const cp_help_form cp_help_##name;
FORMS(DECLARE_FORM)

/* What SQL is here, one paragraph. */
#define CP_HELP_SQL                                                                                \
    "SQL is SQLite's (sqlite.org/lang.html), read-only, over the tables of the pack, with "        \
    ":start :end :prev_start :prev_end :date and what --set gives. These functions are "           \
    "chartpack's own. Functions over rows also work over windows, as in "                          \
    "percentrank_inc(x) over (order by day rows 249 preceding); they pass over missing cells "     \
    "and refuse text."

/* "left, right" of a key's words, or "0 to 1" of its numbers; "" of others. */
const char *cp_help_range(cp_arena *arena, const chartpack_key *key);

#endif
