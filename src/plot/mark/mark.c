/* mark.c - the list of marks, and how one is read from a chart file. */

#include "plot/mark/mark.h"

#include <string.h>

#include "base/guess.h"

#define MARKS(X)                                                                                   \
    X(area)                                                                                        \
    X(band)                                                                                        \
    X(bar)                                                                                         \
    X(candle)                                                                                      \
    X(cell)                                                                                        \
    X(change)                                                                                      \
    X(dot)                                                                                         \
    X(dumbbell)                                                                                    \
    X(line)                                                                                        \
    X(lollipop)                                                                                    \
    X(range)                                                                                       \
    X(rule)                                                                                        \
    X(slope)                                                                                       \
    X(text)                                                                                        \
    X(waterfall)

#define DECLARE(name) extern const cp_mark_class cp_mark_##name;
MARKS(DECLARE)

#define ROW(name) &cp_mark_##name,
static const cp_mark_class *const marks[] = { MARKS(ROW) };

#define NAME(name) #name,
static const char *const names[] = { MARKS(NAME) };

const char *const cp_mark_axis_words[] = { "left", "right", NULL };
const char *const cp_mark_stack_words[] = { "false", "true", "percent", NULL };

static const char *const label_words[]
    = { "none", "auto", "last", "first", "max", "min", "all", "name", "total" };

const cp_field cp_name_label_fields[] = {
    { .key = "only",
      .type = CP_FIELD_TEXT,
      .offset = offsetof(cp_name_labels, only),
      .fallback = "all",
      .help = "which points bear their names: all, emphasis, or such as `top 30 by x`, "
              "`bottom 5 by y`, `top 10 by size`" },
    { .key = "places",
      .type = CP_FIELD_TEXT,
      .offset = offsetof(cp_name_labels, places),
      .help = "a file of the pack that keeps where the names stand; `--save-places` writes it" },
    { 0 },
};

enum { LABEL_WORDS = sizeof label_words / sizeof *label_words };

const char *const *cp_mark_names(size_t *count)
{
    *count = sizeof(names) / sizeof(*names);
    return names;
}

const cp_mark_class *cp_mark_find(cp_str name)
{
    for (size_t i = 0; i < sizeof(marks) / sizeof(*marks); i++)
        if (cp_str_is(name, names[i]))
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

static bool read_labels(cp_arena *arena, cp_mark *mark, cp_report *report)
{
    const cp_texts *label = &mark->common->label;
    bool ok = true;

    mark->labels = label->count > 0 ? CP_LABEL_NONE : CP_LABEL_AUTO;
    for (size_t i = 0; i < label->count; i++) {
        size_t word = 0;

        while (word < LABEL_WORDS && !cp_str_is(label->item[i], label_words[word]))
            word++;
        if (word == LABEL_WORDS)
            ok = cp_fail(report, cp_field_place(mark->node, "label"),
                         "'" CP_FMT "' is not known for 'label'%s", CP_ARG(label->item[i]),
                         cp_guess_text(arena, label->item[i], label_words, LABEL_WORDS));
        else if (word > 0)
            mark->labels |= 1u << (word - 1);
    }
    return ok;
}

static cp_node *node_copy(cp_arena *arena, const cp_node *node, cp_node *next)
{
    cp_node *copy = cp_new(arena, cp_node);

    *copy = *node;
    copy->next = next;
    return copy;
}

/* {area: [low, high]} is {area: high, base: low}, at the places of the list's items. */
static const cp_node *pair_spelled_out(cp_arena *arena, const cp_node *node, const char *pair)
{
    const cp_node *list = node->first;

    if (!pair || list->kind != CP_NODE_LIST || list->count != 2)
        return node;

    cp_node *map = node_copy(arena, node, node->next);
    cp_node *low = node_copy(arena, list->first, list->next);
    cp_node *high = node_copy(arena, list->first->next, low);

    high->key = list->key;
    high->key_place = list->key_place;
    low->key = cp_str_from(pair);
    low->key_place = list->key_place;
    map->first = high;
    map->count++;
    return map;
}

bool cp_mark_read(cp_arena *arena, const cp_node *node, cp_mark *out, cp_report *report)
{
    if (node->kind != CP_NODE_MAP || !node->first)
        return cp_fail(report, node->place, "expected a mark such as {line: column}, found %s",
                       cp_node_kind_name(node));

    const cp_mark_class *class = mark_class(arena, node, report);

    if (!class)
        return false;
    node = pair_spelled_out(arena, node, class->pair);
    out->class = class;
    out->node = node;
    out->common = cp_alloc(arena, class->options_size);
    out->formatted = cp_node_child(node, "format") != NULL;

    bool fields = cp_fields_read(arena, class->fields, NULL, node, out->common, report);

    return read_labels(arena, out, report) && fields;
}

bool cp_mark_writes_outside(const cp_mark *mark)
{
    unsigned traits = mark->class->traits;
    unsigned asked = CP_LABEL_ALL | (traits & CP_MARK_WRITES ? (unsigned)CP_LABEL_AUTO : 0);

    return (traits & CP_MARK_OUTSIDE) && (mark->labels & asked);
}

cp_place cp_mark_place(const cp_mark *mark)
{
    return cp_field_place(mark->node, mark->class->name);
}

const void *cp_mark_option(const cp_mark *mark, const char *key)
{
    for (const cp_field *field = mark->class->fields; field->key; field++)
        if (strcmp(field->key, key) == 0)
            return (const char *)mark->common + field->offset;
    return NULL;
}
