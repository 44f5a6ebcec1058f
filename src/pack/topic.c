/* topic.c - what a pack's files may say: the field tables of all kinds, key by key. */

#include "chartpack/chartpack.h"

#include "figure/cell/cell.h"
#include "figure/figure.h"
#include "pack/manifest.h"
#include "plot/mark/mark.h"

#include <string.h>

enum { TABLES = 2, DEEPEST = 3 };

/* A topic and the tables that its keys come from, in order. */
typedef struct entry {
    chartpack_topic head;
    const cp_field *tables[TABLES];
    bool extends; /* what is not given comes from another file: no key is a must */
} entry;

static const entry files[] = {
    { .head = { "file", "pack", "pack.yaml: a pack's title, period, data and values" },
      .tables = { cp_manifest_fields } },
    { .head = { "file", "style", "styles/NAME.yaml: colours, sizes, fonts, margins, in points" },
      .tables = { cp_style_fields },
      .extends = true },
};

enum { FILES = sizeof files / sizeof *files };

static entry figure_topic(const char *name)
{
    const cp_figure_class *class = cp_figure_class_find(cp_str_from(name));

    return (entry){ .head = { "figure", name, class->summary },
                    .tables = { cp_figure_common_fields, class->fields } };
}

static entry mark_topic(const char *name)
{
    const cp_mark_class *class = cp_mark_find(cp_str_from(name));

    return (entry){ .head = { "mark", name, class->summary }, .tables = { class->fields } };
}

static entry cell_topic(const char *name)
{
    const cp_cell_class *class = cp_cell_find(cp_str_from(name));

    return (entry){ .head = { "cell", name, class->summary }, .tables = { class->fields } };
}

/* The kinds of a list, and the topic of each. */
typedef struct kinds {
    const char *const *(*names)(size_t *count);
    entry (*topic)(const char *name);
} kinds;

static const kinds lists[] = {
    { cp_figure_class_names, figure_topic },
    { cp_mark_names, mark_topic },
    { cp_cell_names, cell_topic },
};

static entry topic_at(size_t index)
{
    if (index < FILES)
        return files[index];
    index -= FILES;
    for (size_t i = 0; i < sizeof lists / sizeof *lists; i++) {
        size_t count;
        const char *const *names = lists[i].names(&count);

        if (index < count)
            return lists[i].topic(names[index]);
        index -= count;
    }
    return (entry){ 0 };
}

chartpack_topic chartpack_topic_at(size_t index)
{
    return topic_at(index).head;
}

static const char *type_name(const cp_field *field)
{
    static const char *const names[] = {
        [CP_FIELD_TEXT] = "text",
        [CP_FIELD_BOOL] = "true or false",
        [CP_FIELD_INT] = "whole number",
        [CP_FIELD_NUMBER] = "number",
        [CP_FIELD_COLOR] = "colour",
        [CP_FIELD_DATE] = "date",
        [CP_FIELD_FORMAT] = "number format",
        [CP_FIELD_DAYS] = "date format",
        [CP_FIELD_WORD] = "word",
        [CP_FIELD_TEXTS] = "text or list",
        [CP_FIELD_NUMBERS] = "list of numbers",
        [CP_FIELD_COLORS] = "list of colours",
        [CP_FIELD_STRUCT] = "mapping",
        [CP_FIELD_NODE] = "text, list or mapping",
    };

    return field->type == CP_FIELD_NODE && field->fields ? "settings" : names[field->type];
}

static chartpack_key key_of(const cp_field *field, int depth)
{
    bool required = field->fallback && strcmp(field->fallback, "!") == 0;
    bool unset = required || (field->fallback && strcmp(field->fallback, "nan") == 0);

    return (chartpack_key){
        .name = field->key,
        .type = type_name(field),
        .help = field->help,
        .words = field->words,
        .fallback = unset ? NULL : field->fallback,
        .required = required,
        .least = field->least,
        .most = field->most,
        .depth = depth,
    };
}

/* The key `*left` places on in `fields` and the tables within; `*left` is lowered by what was
 * passed. */
static chartpack_key key_in(const cp_field *fields, size_t *left, int depth)
{
    chartpack_key none = { 0 };

    for (; fields && fields->key; fields++) {
        if ((*left)-- == 0)
            return key_of(fields, depth);
        if (fields->fields && depth < DEEPEST) {
            chartpack_key within = key_in(fields->fields, left, depth + 1);

            if (within.name)
                return within;
        }
    }
    return none;
}

chartpack_key chartpack_key_at(size_t topic, size_t index)
{
    entry of = topic_at(topic);
    chartpack_key found = { 0 };

    for (size_t i = 0; i < TABLES && !found.name; i++)
        found = key_in(of.tables[i], &index, 0);
    found.required = found.required && !of.extends;
    return found;
}
