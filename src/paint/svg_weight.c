#include "paint/svg_weight.h"

#include "base/buf.h"

#include <expat.h>
#include <limits.h>
#include <math.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

enum { DEEPEST = 64 };

/* An element: those within it are the ones behind it, up to `end`. */
typedef struct element {
    cp_str id;
    size_t parent, end;
    double weight; /* once it is known; below 0: not yet */
} element;

typedef struct reference {
    size_t from; /* the element that has it */
    cp_str to;
} reference;

typedef struct scan {
    cp_arena arena;                   /* of the names */
    cp_buf elements, references, ids; /* of element, reference, size_t by their ids */
    size_t open;                      /* the innermost element that is not closed; SIZE_MAX: none */
} scan;

static element *element_at(const scan *s, size_t index)
{
    return (element *)(void *)s->elements.data + index;
}

static size_t element_count(const scan *s)
{
    return s->elements.size / sizeof(element);
}

/* ---- reading ---- */

/* #a, url(#a), url('#a'): all that is named by # at the value's begin, behind a quote or a bracket. */
static void add_references(scan *s, cp_str value)
{
    for (size_t at = 0; (at = cp_str_find(value, CP_STR("#"), at)) != SIZE_MAX; at++) {
        size_t end = at + 1;
        reference found = { .from = s->open };

        if (at > 0 && !strchr("\"'(", value.data[at - 1]))
            continue;
        while (end < value.size && !strchr("\"')", value.data[end]))
            end++;
        found.to = cp_str_copy(&s->arena, cp_str_slice(value, at + 1, end));
        cp_buf_add(&s->references, (cp_str){ (const char *)&found, sizeof found });
    }
}

static void open_element(void *context, const char *name, const char **attributes)
{
    scan *s = context;
    size_t index = element_count(s);
    element made = { .parent = s->open, .end = index + 1, .weight = -1 };

    (void)name;
    s->open = index;
    for (; *attributes; attributes += 2) {
        cp_str value = cp_str_from(attributes[1]);

        if (strcmp(attributes[0], "id") == 0)
            made.id = cp_str_copy(&s->arena, value);
        else
            add_references(s, value);
    }
    cp_buf_add(&s->elements, (cp_str){ (const char *)&made, sizeof made });
    if (made.id.size)
        cp_buf_add(&s->ids, (cp_str){ (const char *)&index, sizeof index });
}

static void close_element(void *context, const char *name)
{
    scan *s = context;

    (void)name;
    element_at(s, s->open)->end = element_count(s);
    s->open = element_at(s, s->open)->parent;
}

static const char *read_elements(scan *s, cp_str text)
{
    XML_Parser parser = XML_ParserCreate(NULL);
    const char *fault = NULL;

    if (!parser)
        return "out of memory";
    XML_SetUserData(parser, s);
    XML_SetElementHandler(parser, open_element, close_element);
    if (text.size > INT_MAX
        || XML_Parse(parser, text.data, (int)text.size, true) == XML_STATUS_ERROR)
        fault = XML_ErrorString(XML_GetErrorCode(parser));
    XML_ParserFree(parser);
    return fault;
}

/* ---- weighing ---- */

static int by_id(const void *a, const void *b, void *context)
{
    const scan *s = context;

    return cp_str_compare(element_at(s, *(const size_t *)a)->id,
                          element_at(s, *(const size_t *)b)->id);
}

static size_t find_element(const scan *s, cp_str id)
{
    const size_t *ids = (const size_t *)(void *)s->ids.data;
    size_t low = 0, high = s->ids.size / sizeof *ids;

    while (low < high) {
        size_t middle = low + (high - low) / 2;
        int order = cp_str_compare(element_at(s, ids[middle])->id, id);

        if (order == 0)
            return ids[middle];
        if (order < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return SIZE_MAX;
}

/* The first reference of element `from` or of one behind it. */
static size_t first_reference(const scan *s, size_t from)
{
    const reference *all = (const reference *)(void *)s->references.data;
    size_t low = 0, high = s->references.size / sizeof *all;

    while (low < high) {
        size_t middle = low + (high - low) / 2;

        if (all[middle].from < from)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static double weigh(const scan *s, size_t index, int depth)
{
    const reference *all = (const reference *)(void *)s->references.data;
    size_t count = s->references.size / sizeof *all;
    element *it = element_at(s, index);
    double weight = (double)(it->end - index);

    if (it->weight >= 0)
        return it->weight;
    if (depth == DEEPEST)
        return INFINITY;
    for (size_t i = first_reference(s, index); i < count && all[i].from < it->end; i++) {
        size_t target = find_element(s, all[i].to);

        if (target != SIZE_MAX)
            weight += weigh(s, target, depth + 1);
    }
    return it->weight = weight;
}

bool cp_svg_weight(cp_str text, double *weight, const char **fault)
{
    scan s = { .open = SIZE_MAX };

    *weight = 0;
    *fault = read_elements(&s, text);
    if (!*fault) {
        if (s.ids.size)
            qsort_r(s.ids.data, s.ids.size / sizeof(size_t), sizeof(size_t), by_id, &s);
        if (element_count(&s))
            *weight = weigh(&s, 0, 0);
    }
    cp_buf_free(&s.elements);
    cp_buf_free(&s.references);
    cp_buf_free(&s.ids);
    cp_arena_free(&s.arena);
    return !*fault;
}
