/* mark.c - the list of marks, and how one is read from a chart file. */

#include "plot/mark/mark.h"

#include <string.h>

#include "base/guess.h"

#define MARKS(X)                                                                                   \
    X(area)                                                                                        \
    X(bar)                                                                                         \
    X(dot)                                                                                         \
    X(line)                                                                                        \
    X(rule)                                                                                        \
    X(text)

#define DECLARE(name) extern const cp_mark_class cp_mark_##name;
MARKS(DECLARE)

#define ROW(name) &cp_mark_##name,
static const cp_mark_class *const marks[] = { MARKS(ROW) };

#define NAME(name) #name,
static const char *const names[] = { MARKS(NAME) };

const char *const cp_mark_axis_words[] = { "left", "right", NULL };
const char *const cp_mark_label_words[] = { "auto", "none", "last", "all", NULL };

const char *const *cp_mark_names(size_t *count)
{
    *count = sizeof(names) / sizeof(*names);
    return names;
}

const cp_mark_class *cp_mark_find(cp_str name)
{
    for (size_t i = 0; i < sizeof(marks) / sizeof(*marks); i++)
        if (cp_str_is(name, marks[i]->name))
            return marks[i];
    return NULL;
}

/* The kind is the first key; a known one further down tells that the order is wrong. */
static const cp_mark_class *mark_class(cp_arena *arena, const cp_node *node, cp_report *report)
{
    const cp_node *head = node->first;
    const cp_mark_class *class = cp_mark_find(head->key);
    size_t count;
    const char *const *known = cp_mark_names(&count);

    if (class)
        return class;
    for (const cp_node *child = head->next; child; child = child->next)
        if (cp_mark_find(child->key)) {
            cp_fail(report, child->key_place, "'" CP_FMT "' is to be the first key of its mark",
                    CP_ARG(child->key));
            return NULL;
        }
    cp_fail(report, head->key_place, "no mark '" CP_FMT "'%s", CP_ARG(head->key),
            cp_guess_text(arena, head->key, known, count));
    return NULL;
}

bool cp_mark_read(cp_arena *arena, const cp_node *node, cp_mark *out, cp_report *report)
{
    if (node->kind != CP_NODE_MAP || !node->first)
        return cp_fail(report, node->place, "expected a mark such as {line: column}, found %s",
                       cp_node_kind_name(node));

    const cp_mark_class *class = mark_class(arena, node, report);

    if (!class)
        return false;
    out->class = class;
    out->node = node;
    out->common = cp_alloc(arena, class->options_size);
    out->formatted = cp_node_child(node, "format") != NULL;
    return cp_fields_read(arena, class->fields, NULL, node, out->common, report);
}

const void *cp_mark_option(const cp_mark *mark, const char *key)
{
    for (const cp_field *field = mark->class->fields; field->key; field++)
        if (strcmp(field->key, key) == 0)
            return (const char *)mark->common + field->offset;
    return NULL;
}
