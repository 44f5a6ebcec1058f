/* treemap.c - values as areas, in groups or not: markets by weight, coloured by what they did. */

#include "figure/treemap.h"

#include <math.h>
#include <stdlib.h>

#include "base/color.h"
#include "figure/parts.h"
#include "paint/output.h"
#include "plot/mark/hatch.h"
#include "plot/names.h"

enum { ROWS_MOST = 500 };

enum { LABEL_AUTO, LABEL_VALUE, LABEL_SHARE, LABEL_CHANGE, LABEL_NONE };
static const char *const label_words[] = { "auto", "value", "share", "change", "none", NULL };

typedef struct treemap_spec {
    cp_row_source source;
    cp_str name, value, group, change, unit;
    int label;
    double limit;
    cp_number_format format, share, change_format;
    bool formatted, change_formatted;
    cp_parts parts;
    cp_value_form form, change_form;
    const cp_column *group_column, *change_column;
    cp_treemap map;
} treemap_spec;

static const cp_field treemap_fields[] = {
    CP_ROW_FIELDS(treemap_spec, source),
    { .key = "name",
      .type = CP_FIELD_TEXT,
      .offset = offsetof(treemap_spec, name),
      .fallback = "!",
      .help = "the column that names the cells" },
    { .key = "value",
      .type = CP_FIELD_TEXT,
      .offset = offsetof(treemap_spec, value),
      .fallback = "!",
      .help = "the column of their areas" },
    { .key = "group",
      .type = CP_FIELD_TEXT,
      .offset = offsetof(treemap_spec, group),
      .help = "the column that puts cells together" },
    { .key = "change",
      .type = CP_FIELD_TEXT,
      .offset = offsetof(treemap_spec, change),
      .help = "the column that tints cells: rises and falls in the style's colours" },
    { .key = "limit",
      .type = CP_FIELD_NUMBER,
      .offset = offsetof(treemap_spec, limit),
      .fallback = "nan",
      .least = 0,
      .most = INFINITY,
      .help = "the change with the full colour; default: the largest" },
    { .key = "unit",
      .type = CP_FIELD_TEXT,
      .offset = offsetof(treemap_spec, unit),
      .help = "the unit to show the values in" },
    { .key = "label",
      .type = CP_FIELD_WORD,
      .offset = offsetof(treemap_spec, label),
      .fallback = "auto",
      .words = label_words,
      .help
      = "what stands below a cell's name; auto: its change where there is one, else its value" },
    { .key = "format",
      .type = CP_FIELD_FORMAT,
      .offset = offsetof(treemap_spec, format),
      .help = "how values are written, as d3-format" },
    { .key = "share",
      .type = CP_FIELD_FORMAT,
      .offset = offsetof(treemap_spec, share),
      .fallback = ".1%",
      .help = "how shares are written, as d3-format" },
    { .key = "change_format",
      .type = CP_FIELD_FORMAT,
      .offset = offsetof(treemap_spec, change_format),
      .help = "how changes are written, as d3-format" },
    { 0 },
};

static bool treemap_read(cp_figure *figure, const cp_node *map, const cp_figure_env *env)
{
    treemap_spec *spec = figure->spec;
    bool ok = cp_row_source_read(&spec->source, figure, map, env);

    spec->formatted = cp_node_child(map, "format") != NULL;
    spec->change_formatted = cp_node_child(map, "change_format") != NULL;
    if (spec->label == LABEL_CHANGE && spec->change.size == 0)
        ok = cp_fail(env->report, cp_field_place(map, "label"),
                     "`label: change` needs the column of `change`");
    if (spec->label == LABEL_AUTO)
        spec->label = spec->change.size > 0 ? LABEL_CHANGE : LABEL_VALUE;
    return ok;
}

static bool find_columns(treemap_spec *spec, const cp_figure_env *env)
{
    const cp_table *table = spec->parts.table;
    bool ok = true;

    if (spec->group.size > 0) {
        spec->group_column = cp_row_source_column(&spec->source, table, "group", spec->group, env);
        ok = spec->group_column != NULL;
    }
    if (spec->change.size > 0) {
        spec->change_column
            = cp_row_source_column(&spec->source, table, "change", spec->change, env);
        ok = spec->change_column && ok;
    }
    if (spec->change_column && spec->change_column->type != CP_NUMBER)
        ok = cp_fail(env->report, cp_field_place(spec->source.map, "change"),
                     "column " CP_FMT " holds %s; numbers are wanted",
                     CP_ARG(spec->change_column->name),
                     spec->change_column->type == CP_DATE ? "dates" : "text");
    return ok;
}

static double change_of(const treemap_spec *spec, const cp_part *part)
{
    return spec->change_column ? spec->change_column->number[part->row] : NAN;
}

/* +1.2% of fractions and of numbers in %; others by their digits. */
static void settle_changes(treemap_spec *spec)
{
    const cp_column *column = spec->change_column;
    double largest = 0;

    if (!column)
        return;
    spec->change_form.format = spec->change_formatted
                                   ? spec->change_format
                                   : cp_number_format_usual(column->percent ? '%' : 'f', 1);
    if (!spec->change_formatted)
        spec->change_form.format.sign = '+';
    if (!column->percent)
        spec->change_form.unit = column->unit;
    for (size_t i = 0; i < spec->parts.count; i++)
        largest = fmax(largest, fabs(change_of(spec, &spec->parts.item[i])));
    if (!(spec->limit > 0))
        spec->limit = largest;
}

static cp_str change_words(const treemap_spec *spec, cp_arena *arena, const cp_part *part)
{
    double change = change_of(spec, part);
    cp_value_form form = spec->change_form;

    if (change == 0)
        form.format.sign = '-'; /* no change is no rise */
    return cp_value_write(arena, &form, change);
}

/* The sign of a change that only the tint tells otherwise. */
static cp_str with_arrow(const treemap_spec *spec, cp_arena *arena, const cp_part *part,
                         cp_str words)
{
    double change = change_of(spec, part);

    return change > 0   ? cp_str_printf(arena, "▲" CP_FMT, CP_ARG(words))
           : change < 0 ? cp_str_printf(arena, "▼" CP_FMT, CP_ARG(words))
                        : words;
}

static cp_str words_of(const treemap_spec *spec, cp_arena *arena, const cp_part *part)
{
    double share = spec->parts.percent ? part->value : part->value / spec->parts.total;

    switch (spec->label) {
    case LABEL_VALUE:
        return with_arrow(spec, arena, part, cp_value_write(arena, &spec->form, part->value));
    case LABEL_SHARE:
        return with_arrow(spec, arena, part, cp_number_write(arena, &spec->share, share));
    case LABEL_CHANGE:
        return change_words(spec, arena, part);
    default:
        return CP_STR("");
    }
}

/* By its change; else the group's colour, fading with the value. */
static cp_color color_of(const treemap_spec *spec, const cp_style *style, const cp_part *part,
                         size_t group, double largest)
{
    const cp_chart_style *chart = &style->chart;
    const cp_treemap_style *look = &style->treemap;
    double change = change_of(spec, part), share, fade = look->fade;

    if (!spec->change_column) {
        cp_color color
            = spec->group_column ? chart->classes.item[group % chart->classes.count] : chart->navy;

        share = fade + (1 - fade) * sqrt(part->value / largest);
        return cp_color_mix(color, style->page.background, share);
    }
    if (isnan(change) || spec->limit <= 0)
        return look->neutral;
    share = fmin(1, fabs(change) / spec->limit);
    return cp_color_mix(change < 0 ? chart->down : chart->up, look->neutral, share);
}

static int compare_groups(const void *a, const void *b)
{
    const cp_treemap_group *one = a, *two = b;

    if (one->total != two->total)
        return one->total < two->total ? 1 : -1;
    return cp_str_compare(one->name, two->name);
}

static void add_item(treemap_spec *spec, const cp_figure_env *env, cp_treemap_group *group,
                     size_t number, const cp_part *part)
{
    double largest = group->count > 0 ? group->item[0].value : part->value;
    cp_color color = color_of(spec, env->style, part, number, fmax(largest, 1e-300));

    group->item[group->count++] = (cp_treemap_item){
        .name = part->name,
        .words = words_of(spec, env->arena, part),
        .value = part->value,
        .color = cp_color_ground(color, env->style->treemap.name.color, env->style->page.background,
                                 env->style->contrast),
        .fallen = change_of(spec, part) < 0,
        .place = cp_table_place(spec->parts.table, part->row),
    };
    group->total += part->value;
}

static bool check_names(const cp_treemap_group *group, const cp_figure_env *env)
{
    for (size_t i = 0; i < group->count; i++)
        for (size_t k = 0; k < i; k++)
            if (cp_str_eq(group->item[i].name, group->item[k].name))
                return cp_fail(env->report, group->item[i].place,
                               "'" CP_FMT "' comes twice%s; add its values up, as by `group by`",
                               CP_ARG(group->item[i].name),
                               group->name.size > 0 ? " in its group" : "");
    return true;
}

/* Each row's group by its number, which stands in `count` of the group for now. */
static uint32_t *number_groups(treemap_spec *spec, cp_arena *arena)
{
    cp_treemap *map = &spec->map;
    const cp_parts *parts = &spec->parts;
    uint32_t *number = cp_new_array(arena, uint32_t, parts->table->rows);
    cp_names names;

    cp_names_begin(&names, arena, parts->count);
    map->group = cp_new_array(arena, cp_treemap_group, parts->count);
    for (size_t i = 0; i < parts->count; i++) {
        const cp_part *part = &parts->item[i];
        cp_str name
            = spec->group_column ? cp_cell_plain(arena, spec->group_column, part->row) : CP_STR("");
        uint32_t own = cp_names_index(&names, name);

        number[part->row] = own;
        map->group[own] = (cp_treemap_group){ .name = names.name[own],
                                              .total = map->group[own].total + part->value,
                                              .place = cp_table_place(parts->table, part->row),
                                              .count = own };
    }
    map->count = names.count;
    return number;
}

/* Colours go to groups in the order of their totals, so they are known only then. */
static bool make_groups(treemap_spec *spec, const cp_figure_env *env)
{
    cp_treemap *map = &spec->map;
    const cp_parts *parts = &spec->parts;
    const uint32_t *number = number_groups(spec, env->arena);
    bool ok = true;

    qsort(map->group, map->count, sizeof *map->group, compare_groups);
    for (size_t i = 0; i < map->count; i++) {
        cp_treemap_group *group = &map->group[i];
        size_t own = group->count;

        group->total = 0;
        group->count = 0;
        group->item = cp_new_array(env->arena, cp_treemap_item, parts->count);
        for (size_t k = 0; k < parts->count; k++)
            if (number[parts->item[k].row] == own)
                add_item(spec, env, group, i, &parts->item[k]);
        map->total += group->total;
        ok = check_names(group, env) && ok;
    }
    return ok;
}

/* 矩形树图：标题，共31项，电子6,820亿元最大。 */
static cp_str describe(const treemap_spec *spec, const cp_figure *figure, cp_arena *arena)
{
    const cp_part *most = &spec->parts.item[0];
    cp_str value = cp_value_write(arena, &spec->form, most->value);

    return cp_str_printf(arena, "矩形树图：" CP_FMT "%s共%zu项，" CP_FMT "最大（" CP_FMT "）。",
                         CP_ARG(figure->title), figure->title.size > 0 ? "，" : "",
                         spec->parts.count, CP_ARG(most->name), CP_ARG(value));
}

/* What the spec says of its rows. */
static bool bind(treemap_spec *spec, const cp_figure_env *env)
{
    cp_part_wish wish = { .name_key = "name",
                          .value_key = "value",
                          .name = spec->name,
                          .value = spec->value,
                          .unit = spec->unit,
                          .repeats = true,
                          .most = ROWS_MOST };
    bool parts = cp_parts_load(&spec->parts, &spec->source, &wish, env);

    return spec->parts.table && find_columns(spec, env) && parts;
}

static void treemap_check(const cp_figure *figure, const cp_figure_env *env)
{
    treemap_spec *spec = figure->spec;

    if (spec->source.known)
        (void)bind(spec, env);
}

static bool treemap_load(cp_figure *figure, const cp_figure_env *env)
{
    treemap_spec *spec = figure->spec;

    if (!bind(spec, env))
        return false;
    spec->form = cp_parts_form(&spec->parts, spec->formatted ? &spec->format : NULL);
    cp_parts_sort(&spec->parts);
    settle_changes(spec);
    if (!make_groups(spec, env))
        return false;
    if (figure->alt.size == 0)
        figure->alt = describe(spec, figure, env->arena);
    return true;
}

static const cp_treemap *map_of(const cp_figure *figure)
{
    return &((const treemap_spec *)figure->spec)->map;
}

static cp_size treemap_least(const cp_figure *figure, const cp_figure_env *env)
{
    cp_arena page = { 0 };
    cp_size size = cp_treemap_layout_least(map_of(figure), env, &page);

    cp_arena_free(&page);
    return size;
}

/* Half of the line between two cells is taken from each, a third of a cell at the most. */
static void draw_cell(const cp_treemap_cell *cell, const cp_style *style, cairo_t *cr)
{
    double half = style->treemap.edge.width / 2;
    double x = fmin(half, cell->box.width / 6), y = fmin(half, cell->box.height / 6);
    cp_rect box = cp_rect_inset(cell->box, y, x, y, x);

    cairo_rectangle(cr, box.x, box.y, box.width, box.height);
    if (cell->item->fallen && !cell->words) {
        cp_hatch_tint(style, cell->item->color, cr);
    } else {
        cp_set_color(cr, cell->item->color);
        cairo_fill(cr);
    }
    if (cell->name)
        cp_text_draw(cell->name, cr, cell->name_at.x, cell->name_at.y);
    if (cell->words)
        cp_text_draw(cell->words, cr, cell->words_at.x, cell->words_at.y);
}

static void dump_cell(const cp_treemap_cell *cell, cp_buf *dump)
{
    cp_buf_printf(dump, "cell %.2f,%.2f %.2fx%.2f " CP_FMT "%s%s\n", cell->box.x, cell->box.y,
                  cell->box.width, cell->box.height, CP_ARG(cell->item->name),
                  cell->name ? "" : " unnamed", cell->words ? "" : " wordless");
}

static void treemap_draw(const cp_figure *figure, const cp_figure_env *env, cp_rect box,
                         cp_gutters gutters, cairo_t *cr, cp_arena *page, cp_buf *dump)
{
    cp_treemap_layout layout
        = cp_treemap_layout_make(map_of(figure), env, (cp_size){ box.width, box.height }, page);

    (void)gutters;
    cairo_translate(cr, box.x, box.y);
    for (size_t i = 0; i < layout.count; i++) {
        draw_cell(&layout.cell[i], env->style, cr);
        if (dump)
            dump_cell(&layout.cell[i], dump);
    }
    for (size_t i = 0; i < layout.heads; i++)
        cp_text_draw(layout.head[i], cr, layout.head_at[i].x, layout.head_at[i].y);
    if (layout.note)
        cp_text_draw(layout.note, cr, layout.note_at.x, layout.note_at.y);
    if (dump)
        cp_buf_printf(dump, "heads %zu\nleft out %zu\n", layout.heads, layout.left_out);
}

const cp_figure_class cp_figure_treemap = {
    .name = "treemap",
    .summary = "values as areas, in groups, coloured by change",
    .fields = treemap_fields,
    .spec_size = sizeof(treemap_spec),
    .read = treemap_read,
    .load = treemap_load,
    .check = treemap_check,
    .least = treemap_least,
    .draw = treemap_draw,
};
