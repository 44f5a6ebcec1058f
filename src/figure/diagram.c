/* diagram.c - boxes of words and what leads from one to another: chains, hubs, cycles. */

#include "figure/diagram.h"

#include "figure/color.h"
#include "figure/sketch.h"

#define LAYOUTS(X)                                                                                 \
    X(columns)                                                                                     \
    X(hub)                                                                                         \
    X(cycle)                                                                                       \
    X(steps)                                                                                       \
    X(stack)

#define DECLARE(name) extern const cp_diagram_layout cp_diagram_##name;
LAYOUTS(DECLARE)

#define ROW(name) &cp_diagram_##name,
static const cp_diagram_layout *const layouts[] = { LAYOUTS(ROW) };

#define NAME(name) #name,
static const char *const layout_words[] = { LAYOUTS(NAME) NULL };

/* More than a page can show at any size; also bounds the time that trials take. */
enum { GROUPS_MOST = 12, ITEMS_MOST = 24, SIDE_MOST = 6, BYTES_MOST = 600 };

typedef struct diagram_spec {
    int layout;
    cp_node *groups, *inputs, *outputs, *center, *base, *milestone;
    bool arrows;
    cp_diagram diagram;
    cp_size least; /* once loaded */
} diagram_spec;

typedef struct group_spec {
    cp_node *title, *items;
    cp_str color;
} group_spec;

static const cp_field group_fields[] = {
    { .key = "title",
      .type = CP_FIELD_NODE,
      .offset = offsetof(group_spec, title),
      .help = "the group's head" },
    { .key = "items",
      .type = CP_FIELD_NODE,
      .offset = offsetof(group_spec, items),
      .help = "its boxes or lines: a list of texts" },
    { .key = "color",
      .type = CP_FIELD_TEXT,
      .offset = offsetof(group_spec, color),
      .help = "of its head: navy, orange, up, a number of the palette, or #RRGGBB" },
    { 0 },
};

static const cp_field diagram_fields[] = {
    { .key = "layout",
      .type = CP_FIELD_WORD,
      .offset = offsetof(diagram_spec, layout),
      .fallback = "columns",
      .words = layout_words,
      .help = "how the groups stand to each other" },
    { .key = "groups",
      .type = CP_FIELD_NODE,
      .offset = offsetof(diagram_spec, groups),
      .fallback = "!",
      .fields = group_fields,
      .help = "a list, also of texts alone; a stack's from the bottom up" },
    { .key = "arrows",
      .type = CP_FIELD_BOOL,
      .offset = offsetof(diagram_spec, arrows),
      .fallback = "true",
      .help = "whether arrows lead from one group to the next" },
    { .key = "center",
      .type = CP_FIELD_NODE,
      .offset = offsetof(diagram_spec, center),
      .help = "the text in the middle of a hub or cycle" },
    { .key = "base",
      .type = CP_FIELD_NODE,
      .offset = offsetof(diagram_spec, base),
      .help = "the text of the bar that all steps stand on" },
    { .key = "milestone",
      .type = CP_FIELD_NODE,
      .offset = offsetof(diagram_spec, milestone),
      .help = "what the steps lead to" },
    { .key = "inputs",
      .type = CP_FIELD_NODE,
      .offset = offsetof(diagram_spec, inputs),
      .help = "texts beside a cycle that lead into it" },
    { .key = "outputs",
      .type = CP_FIELD_NODE,
      .offset = offsetof(diagram_spec, outputs),
      .help = "texts beside a cycle that it leads to" },
    { 0 },
};

size_t cp_diagram_most_items(const cp_diagram *diagram)
{
    size_t most = 0;

    for (size_t i = 0; i < diagram->count; i++)
        if (diagram->groups[i].items.count > most)
            most = diagram->groups[i].items.count;
    return most;
}

static bool read_words(const cp_node *node, cp_diagram_text *out, cp_report *report)
{
    cp_str text;

    if (!node)
        return true;
    if (node->kind != CP_NODE_SCALAR)
        return cp_fail(report, node->place, "expected a text, found %s", cp_node_kind_name(node));
    text = cp_str_trim(node->text);
    if (text.size == 0)
        return cp_fail(report, node->place, "expected a text, found nothing");
    if (text.size > BYTES_MOST)
        return cp_fail(report, node->place,
                       "a text of %zu bytes; a diagram's box takes %d, about %d characters",
                       text.size, BYTES_MOST, BYTES_MOST / 3);
    *out = (cp_diagram_text){ text, node->place };
    return true;
}

/* A list of texts, or a single one. */
static bool read_list(cp_node *node, size_t most, cp_diagram_texts *out, const cp_figure_env *env)
{
    bool ok = true;

    if (!node)
        return true;
    if (node->kind == CP_NODE_SCALAR) {
        out->item = cp_new(env->arena, cp_diagram_text);
        out->count = 1;
        return read_words(node, out->item, env->report);
    }
    if (node->kind != CP_NODE_LIST)
        return cp_fail(env->report, node->place, "expected a list of texts, found %s",
                       cp_node_kind_name(node));
    if (node->count > most)
        return cp_fail(env->report, node->place, "%zu texts in one list; %zu at most fit",
                       node->count, most);
    out->item = cp_new_array(env->arena, cp_diagram_text, node->count);
    for (const cp_node *text = node->first; text; text = text->next)
        ok = read_words(text, &out->item[out->count++], env->report) && ok;
    return ok;
}

static bool read_color(const cp_node *map, cp_str word, cp_diagram_group *group,
                       const cp_figure_env *env)
{
    cp_color_pair pair;

    if (word.size == 0)
        return true;
    if (!cp_figure_color(env, word, cp_field_place(map, "color"), &pair))
        return false;
    group->colored = true;
    group->color = pair.above;
    return true;
}

static bool read_group(const cp_node *node, cp_diagram_group *group, const cp_figure_env *env)
{
    group_spec spec = { 0 };
    bool ok;

    if (node->kind == CP_NODE_SCALAR)
        return read_words(node, &group->title, env->report);
    if (node->kind != CP_NODE_MAP)
        return cp_fail(env->report, node->place,
                       "a group is a text or {title, items, color}, found %s",
                       cp_node_kind_name(node));
    ok = cp_fields_read(env->arena, group_fields, NULL, node, &spec, env->report);
    ok = read_words(spec.title, &group->title, env->report) && ok;
    ok = read_list(spec.items, ITEMS_MOST, &group->items, env) && ok;
    ok = read_color(node, spec.color, group, env) && ok;
    if (ok && group->title.text.size == 0 && group->items.count == 0)
        return cp_fail(env->report, node->place, "a group has a `title`, `items` or both");
    return ok;
}

static bool read_groups(const diagram_spec *spec, cp_diagram *diagram, const cp_figure_env *env)
{
    const cp_node *list = spec->groups;
    bool ok = true;

    if (!list)
        return false;
    if (list->kind != CP_NODE_LIST)
        return cp_fail(env->report, list->place,
                       "expected a list of groups such as - {title: 上游, items: [芯片]}, found %s",
                       cp_node_kind_name(list));
    if (list->count < diagram->layout->fewest || list->count > GROUPS_MOST)
        return cp_fail(env->report, list->place, "%zu group%s; the layout '%s' takes %zu to %d",
                       list->count, list->count == 1 ? "" : "s", diagram->layout->name,
                       diagram->layout->fewest, GROUPS_MOST);
    diagram->groups = cp_new_array(env->arena, cp_diagram_group, list->count);
    for (const cp_node *node = list->first; node; node = node->next)
        ok = read_group(node, &diagram->groups[diagram->count++], env) && ok;
    return ok;
}

/* A key that the layout has no place for. */
static bool check_taken(const cp_node *node, bool taken, const cp_diagram *diagram,
                        cp_report *report)
{
    return !node || taken
           || cp_fail(report, node->key_place, "the layout '%s' has no `" CP_FMT "`",
                      diagram->layout->name, CP_ARG(node->key));
}

static bool diagram_read(cp_figure *figure, const cp_node *map, const cp_figure_env *env)
{
    diagram_spec *spec = figure->spec;
    cp_diagram *diagram = &spec->diagram;
    const cp_diagram_layout *layout = layouts[spec->layout];
    cp_report *report = env->report;
    bool ok;

    (void)map;
    diagram->layout = layout;
    diagram->arrows = spec->arrows;
    ok = read_groups(spec, diagram, env);
    ok = check_taken(spec->center, layout->center, diagram, report) && ok;
    ok = check_taken(spec->base, layout->base, diagram, report) && ok;
    ok = check_taken(spec->milestone, layout->milestone, diagram, report) && ok;
    ok = check_taken(spec->inputs, layout->sides, diagram, report) && ok;
    ok = check_taken(spec->outputs, layout->sides, diagram, report) && ok;
    ok = read_words(spec->center, &diagram->center, report) && ok;
    ok = read_words(spec->base, &diagram->base, report) && ok;
    ok = read_words(spec->milestone, &diagram->milestone, report) && ok;
    ok = read_list(spec->inputs, SIDE_MOST, &diagram->inputs, env) && ok;
    return read_list(spec->outputs, SIDE_MOST, &diagram->outputs, env) && ok;
}

static void try_words(cp_diagram_text words, const cp_figure_env *env, cp_arena *scratch)
{
    if (words.text.size > 0)
        cp_text_line(scratch, env->fonts, &env->style->diagram.item, words.text, words.place,
                     env->report);
}

static void try_list(const cp_diagram_texts *list, const cp_figure_env *env, cp_arena *scratch)
{
    for (size_t i = 0; i < list->count; i++)
        try_words(list->item[i], env, scratch);
}

/* A text is set many times over on the way to a layout: its missing characters are told here. */
static void try_texts(const cp_diagram *diagram, const cp_figure_env *env)
{
    cp_arena scratch = { 0 };

    for (size_t i = 0; i < diagram->count; i++) {
        try_words(diagram->groups[i].title, env, &scratch);
        try_list(&diagram->groups[i].items, env, &scratch);
    }
    try_words(diagram->center, env, &scratch);
    try_words(diagram->base, env, &scratch);
    try_words(diagram->milestone, env, &scratch);
    try_list(&diagram->inputs, env, &scratch);
    try_list(&diagram->outputs, env, &scratch);
    cp_arena_free(&scratch);
}

static const char *group_name(const cp_diagram_group *group, cp_arena *arena)
{
    cp_diagram_text words = group->title.text.size > 0 ? group->title : group->items.item[0];

    return cp_str_z(arena, words.text);
}

/* 产业链图：上游→中游→下游。 */
static cp_str describe(const cp_diagram *diagram, cp_arena *arena)
{
    const cp_diagram_layout *layout = diagram->layout;
    const char *next = diagram->arrows ? layout->next : "、";
    const char *all = cp_printf(arena, "%s：", layout->alt);

    if (diagram->center.text.size > 0)
        all = cp_printf(arena, "%s" CP_FMT "：", all, CP_ARG(diagram->center.text));
    for (size_t i = 0; i < diagram->count; i++)
        all = cp_printf(arena, "%s%s%s", all, i > 0 ? next : "",
                        group_name(&diagram->groups[i], arena));
    if (diagram->milestone.text.size > 0)
        all = cp_printf(arena, "%s，至" CP_FMT, all, CP_ARG(diagram->milestone.text));
    return cp_str_printf(arena, "%s。", all);
}

static bool diagram_load(cp_figure *figure, const cp_figure_env *env)
{
    diagram_spec *spec = figure->spec;
    const cp_page_style *page = &env->style->page;
    cp_size body = { page->width - page->left - page->right, page->bottom - page->top };

    if (figure->alt.size == 0)
        figure->alt = describe(&spec->diagram, env->arena);
    if (!env->fonts)
        return true;
    try_texts(&spec->diagram, env);
    if (cp_sketch_least_height(&spec->diagram, env, body.width) > body.height)
        return cp_fail(env->report, figure->place,
                       "the diagram's texts do not fit on a page at %g points, the least legible "
                       "size; expected fewer or shorter ones",
                       env->style->chart.smallest_text);
    spec->least = cp_sketch_least(&spec->diagram, env);
    return true;
}

static cp_size diagram_least(const cp_figure *figure, const cp_figure_env *env)
{
    const diagram_spec *spec = figure->spec;

    return spec->least.width > 0 ? spec->least : cp_sketch_least(&spec->diagram, env);
}

static double diagram_least_height(const cp_figure *figure, const cp_figure_env *env, double width)
{
    return cp_sketch_least_height(&((const diagram_spec *)figure->spec)->diagram, env, width);
}

static void diagram_draw(const cp_figure *figure, const cp_figure_env *env, cp_rect box,
                         cp_gutters gutters, cairo_t *cr, cp_arena *page, cp_buf *dump)
{
    cp_rect inner = cp_rect_inset(box, gutters.top, gutters.right, gutters.bottom, gutters.left);

    cp_sketch_draw(cp_sketch_best(page, &((const diagram_spec *)figure->spec)->diagram, env, inner),
                   cr, dump);
}

const cp_figure_class cp_figure_diagram = {
    .name = "diagram",
    .summary = "boxes of words and what leads from one to another: chains, hubs, cycles, steps",
    .fields = diagram_fields,
    .spec_size = sizeof(diagram_spec),
    .read = diagram_read,
    .load = diagram_load,
    .least = diagram_least,
    .least_height = diagram_least_height,
    .draw = diagram_draw,
};
