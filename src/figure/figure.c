#include "figure/figure.h"

#include <math.h>
#include <stdalign.h>
#include <string.h>

#include "base/guess.h"

#define FIGURES(X)                                                                                 \
    X(chart)                                                                                       \
    X(board)                                                                                       \
    X(cards)                                                                                       \
    X(gantt)                                                                                       \
    X(pie)                                                                                         \
    X(table)                                                                                       \
    X(diagram)                                                                                     \
    X(treemap)                                                                                     \
    X(wordcloud)

#define DECLARE(name) extern const cp_figure_class cp_figure_##name;
FIGURES(DECLARE)

#define ROW(name) &cp_figure_##name,
static const cp_figure_class *const figures[] = { FIGURES(ROW) };

#define ONE(name) +1
enum { COUNT = 0 FIGURES(ONE) };

#define NAME(name) #name,
static const char *const names[] = { FIGURES(NAME) };

/* What `type:` means where it is not given: the first of the list. */
#define USUAL figures[0]

typedef struct common {
    cp_str type, title, source, note, alt;
} common;

#define PLACE(member) offsetof(common, member)

const cp_field cp_figure_common_fields[] = {
    { "type", CP_FIELD_TEXT, PLACE(type), .fallback = "chart", .help = "the kind of figure" },
    { "title", CP_FIELD_TEXT, PLACE(title), .help = "the caption, without its 图： or 表：" },
    { "source", CP_FIELD_TEXT, PLACE(source), .help = "where the data come from" },
    { "note", CP_FIELD_TEXT, PLACE(note), .help = "a remark for the source line" },
    { "alt", CP_FIELD_TEXT, PLACE(alt),
      .help = "what the figure shows, for those who cannot see it" },
    { 0 },
};

const cp_figure_class *cp_figure_class_find(cp_str name)
{
    for (size_t i = 0; i < COUNT; i++)
        if (cp_str_is(name, figures[i]->name))
            return figures[i];
    return NULL;
}

const char *const *cp_figure_class_names(size_t *count)
{
    *count = COUNT;
    return names;
}

static const cp_figure_class *find_class(const cp_node *map, const cp_figure_env *env)
{
    const cp_node *type = cp_node_child(map, "type");
    const cp_figure_class *class;

    if (!type)
        return USUAL;
    if (type->kind != CP_NODE_SCALAR) {
        cp_fail(env->report, type->place, "type is %s, expected the name of a kind of figure",
                cp_node_kind_name(type));
        return NULL;
    }
    class = cp_figure_class_find(type->text);
    if (!class)
        cp_fail(env->report, type->place, "no kind of figure is called '" CP_FMT "'%s",
                CP_ARG(type->text), cp_guess_text(env->arena, type->text, names, COUNT));
    return class;
}

/* One table of the common fields and the kind's own, for a struct that begins
 * with `common` and goes on with the kind's at `base`: read at once, an unknown
 * key is told once, with the nearest of all. */
static cp_field *join_fields(cp_arena *arena, const cp_field *own, size_t base)
{
    size_t common_count = sizeof(cp_figure_common_fields) / sizeof(cp_field) - 1;
    size_t own_count = 0;
    cp_field *all;

    while (own && own[own_count].key)
        own_count++;
    all = cp_new_array(arena, cp_field, common_count + own_count + 1);
    memcpy(all, cp_figure_common_fields, common_count * sizeof(cp_field));
    for (size_t i = 0; i < own_count; i++) {
        all[common_count + i] = own[i];
        all[common_count + i].offset += base;
    }
    return all;
}

static cp_place text_place(const cp_node *map, const char *key)
{
    const cp_node *text = cp_node_child(map, key);

    return text ? cp_node_text_place(text, 0) : map->place;
}

static cp_figure *new_figure(const cp_figure_class *class, const cp_node *map,
                             const cp_figure_env *env)
{
    size_t align = alignof(max_align_t);
    size_t base = (sizeof(common) + align - 1) / align * align;
    cp_field *fields = join_fields(env->arena, class->fields, base);
    common *head = cp_alloc(env->arena, base + class->spec_size);
    cp_figure *figure = cp_new(env->arena, cp_figure);
    bool ok = cp_fields_read(env->arena, fields, NULL, map, head, env->report);

    *figure = (cp_figure){ .class = class,
                           .place = map->place,
                           .title = head->title,
                           .source = head->source,
                           .note = head->note,
                           .alt = head->alt,
                           .title_place = text_place(map, "title"),
                           .source_place = text_place(map, "source"),
                           .note_place = text_place(map, "note"),
                           .spec = (char *)head + base };
    /* Also behind a fault, so that all of a file's faults come in one run. */
    if (class->read)
        ok = class->read(figure, map, env) && ok;
    figure->faulty = !ok;
    return figure;
}

cp_figure *cp_figure_open(const cp_figure_env *env, const char *path, cp_place at)
{
    cp_node *map = cp_yaml_read(env->arena, path, at, env->report);
    const cp_figure_class *class;

    if (!map)
        return NULL;
    if (map->kind != CP_NODE_MAP) {
        cp_fail(env->report, map->place, "a figure is a mapping of keys to values, found %s",
                cp_node_kind_name(map));
        return NULL;
    }
    if (env->values && !cp_values_fill(env->values, map))
        map->faulty = true;
    class = find_class(map, env);
    return class ? new_figure(class, map, env) : NULL;
}

static bool load_traced(cp_figure *figure, const cp_figure_env *env)
{
    cp_reads *around;
    bool ok;

    if (!env->dataset)
        return figure->class->load(figure, env);
    around = cp_dataset_trace(env->dataset, &figure->reads);
    ok = figure->class->load(figure, env);
    cp_dataset_trace(env->dataset, around);
    return ok;
}

bool cp_figure_load(cp_figure *figure, const cp_figure_env *env)
{
    const cp_figure_class *class = figure->class;

    if (figure->faulty && class->check)
        class->check(figure, env);
    return !figure->faulty && (!class->load || load_traced(figure, env));
}

cp_size cp_figure_least(const cp_figure *figure, const cp_figure_env *env)
{
    return figure->class->least ? figure->class->least(figure, env) : (cp_size){ 0 };
}

double cp_figure_least_height(const cp_figure *figure, const cp_figure_env *env, double width)
{
    cp_size least;

    if (figure->class->least_height)
        return figure->class->least_height(figure, env, width);
    least = cp_figure_least(figure, env);
    return width < least.width - 0.01 ? INFINITY : least.height;
}

double cp_figure_aspect(const cp_figure *figure, const cp_figure_env *env)
{
    return figure->class->aspect ? figure->class->aspect(figure, env) : 0;
}

cp_size cp_figure_natural(const cp_figure *figure, const cp_figure_env *env, double most)
{
    return figure->class->natural ? figure->class->natural(figure, env, most) : (cp_size){ 0 };
}

cp_gutters cp_figure_gutters(const cp_figure *figure, const cp_figure_env *env, cp_size size,
                             cp_arena *page)
{
    return figure->class->gutters ? figure->class->gutters(figure, env, size, page)
                                  : (cp_gutters){ 0 };
}

void cp_figure_draw(const cp_figure *figure, const cp_figure_env *env, cp_rect box,
                    cp_gutters gutters, cairo_t *cr, cp_arena *page, cp_buf *dump)
{
    cairo_save(cr);
    figure->class->draw(figure, env, box, gutters, cr, page, dump);
    cairo_restore(cr);
}

bool cp_figure_save(const cp_figure *figure, const cp_figure_env *env)
{
    return !figure->class->save || figure->class->save(figure, env);
}

cp_tabular *cp_figure_tabular(const cp_figure *figure)
{
    return figure->class->tabular ? figure->class->tabular(figure) : NULL;
}

void cp_figure_close(cp_figure *figure)
{
    if (figure && figure->class->close)
        figure->class->close(figure);
}
