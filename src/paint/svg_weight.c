#include "paint/svg_weight.h"

#include "base/buf.h"

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
    cp_str text;
    size_t at;
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

static void skip_behind(scan *s, const char *mark)
{
    size_t found = cp_str_find(s->text, cp_str_from(mark), s->at);

    s->at = found == SIZE_MAX ? s->text.size : found + strlen(mark);
}

/* Behind the > of a tag, which may stand in quotes before. */
static cp_str take_tag(scan *s)
{
    size_t from = s->at;
    char quote = 0;

    for (; s->at < s->text.size; s->at++) {
        char c = s->text.data[s->at];

        if (quote)
            quote = c == quote ? 0 : quote;
        else if (c == '"' || c == '\'')
            quote = c;
        else if (c == '>')
            break;
    }
    s->at += s->at < s->text.size;
    return cp_str_slice(s->text, from, s->at - (s->at > from && s->text.data[s->at - 1] == '>'));
}

/* What stands in quotes behind ` id=`; no text if there is none. */
static cp_str find_id(cp_str tag)
{
    for (size_t at = 0; (at = cp_str_find(tag, CP_STR("id="), at)) != SIZE_MAX; at++) {
        cp_str value = cp_str_slice(tag, at + 4, tag.size);

        if (at > 0 && (unsigned char)tag.data[at - 1] <= ' ')
            return cp_str_next(&value, at + 3 < tag.size ? tag.data[at + 3] : '"');
    }
    return (cp_str){ 0 };
}

/* href="#a", url(#a): all that is named by # behind a quote or a bracket. */
static void add_references(scan *s, cp_str tag, size_t from)
{
    for (size_t at = 0; (at = cp_str_find(tag, CP_STR("#"), at)) != SIZE_MAX; at++) {
        size_t end = at + 1;
        reference found = { .from = from };

        if (at == 0 || !strchr("\"'(", tag.data[at - 1]) || !tag.data[at - 1])
            continue;
        while (end < tag.size && !strchr("\"')", tag.data[end]))
            end++;
        found.to = cp_str_slice(tag, at + 1, end);
        cp_buf_add(&s->references, (cp_str){ (const char *)&found, sizeof found });
    }
}

static void close_element(scan *s)
{
    if (s->open == SIZE_MAX)
        return;
    element_at(s, s->open)->end = element_count(s);
    s->open = element_at(s, s->open)->parent;
}

static void open_element(scan *s, cp_str tag)
{
    element made = { .id = find_id(tag), .parent = s->open, .weight = -1 };
    size_t index = element_count(s);

    made.end = index + 1;
    cp_buf_add(&s->elements, (cp_str){ (const char *)&made, sizeof made });
    if (made.id.size)
        cp_buf_add(&s->ids, (cp_str){ (const char *)&index, sizeof index });
    add_references(s, tag, index);
    s->open = index;
    if (cp_str_ends(tag, CP_STR("/")))
        close_element(s);
}

static void read_elements(scan *s)
{
    while ((s->at = cp_str_find(s->text, CP_STR("<"), s->at)) != SIZE_MAX) {
        cp_str rest = cp_str_slice(s->text, ++s->at, s->text.size);

        if (cp_str_starts(rest, CP_STR("!--")))
            skip_behind(s, "-->");
        else if (cp_str_starts(rest, CP_STR("![CDATA[")))
            skip_behind(s, "]]>");
        else if (cp_str_starts(rest, CP_STR("?")))
            skip_behind(s, "?>");
        else if (cp_str_starts(rest, CP_STR("/"))) {
            take_tag(s);
            close_element(s);
        } else if (!cp_str_starts(rest, CP_STR("!")))
            open_element(s, take_tag(s));
    }
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

double cp_svg_weight(cp_str text)
{
    scan s = { .text = text, .open = SIZE_MAX };
    double weight = 0;

    read_elements(&s);
    while (s.open != SIZE_MAX)
        close_element(&s);
    if (s.ids.size)
        qsort_r(s.ids.data, s.ids.size / sizeof(size_t), sizeof(size_t), by_id, &s);
    for (size_t i = 0; i < element_count(&s); i = element_at(&s, i)->end)
        weight += weigh(&s, i, 0);
    cp_buf_free(&s.elements);
    cp_buf_free(&s.references);
    cp_buf_free(&s.ids);
    return weight;
}
