/* pie.c - parts of a whole as slices of a disc, or of a ring: pie and donut. */

#include "figure/pie.h"

#include <math.h>
#include <stdlib.h>

#include "base/color.h"
#include "base/number.h"
#include "figure/parts.h"
#include "figure/color.h"
#include "plot/color.h"

enum { ROWS_MOST = 1000 };

enum { SORT_GIVEN, SORT_DESCENDING, SORT_ASCENDING };
static const char *const sort_words[] = { "given", "descending", "ascending", NULL };

enum { LABEL_SHARE, LABEL_VALUE, LABEL_BOTH, LABEL_NAME, LABEL_NONE };
static const char *const label_words[] = { "share", "value", "both", "name", "none", NULL };

enum { INSIDE_NONE, INSIDE_SHARE };
static const char *const inside_words[] = { "none", "share", NULL };

typedef struct pie_spec {
    cp_row_source source;
    cp_str name, value, unit, other;
    int sort, label, inside;
    double hole, start;
    cp_texts center, colors;
    cp_number_format format, share;
    bool formatted, share_formatted;
    double least; /* share below which slices go together; 0: none */
    cp_parts parts;
    cp_value_form form;
    cp_pie pie;
} pie_spec;

static const cp_field pie_fields[] = {
    CP_ROW_FIELDS(pie_spec, source),
    { .key = "name",
      .type = CP_FIELD_TEXT,
      .offset = offsetof(pie_spec, name),
      .fallback = "!",
      .help = "the column that names the slices" },
    { .key = "value",
      .type = CP_FIELD_TEXT,
      .offset = offsetof(pie_spec, value),
      .fallback = "!",
      .help = "the column of their values; shares (in %) are shown as they are" },
    { .key = "unit",
      .type = CP_FIELD_TEXT,
      .offset = offsetof(pie_spec, unit),
      .help = "the unit to show the values in" },
    { .key = "sort",
      .type = CP_FIELD_WORD,
      .offset = offsetof(pie_spec, sort),
      .fallback = "given",
      .words = sort_words,
      .help = "the order of the slices, clockwise from the top" },
    { .key = "start",
      .type = CP_FIELD_NUMBER,
      .offset = offsetof(pie_spec, start),
      .fallback = "0",
      .least = 0,
      .most = 360,
      .help = "where the first slice begins, in degrees clockwise from the top" },
    { .key = "other",
      .type = CP_FIELD_TEXT,
      .offset = offsetof(pie_spec, other),
      .help = "slices below this share go together, such as 3%" },
    { .key = "hole",
      .type = CP_FIELD_NUMBER,
      .offset = offsetof(pie_spec, hole),
      .fallback = "0",
      .least = 0,
      .most = 0.9,
      .help = "the hole of a donut, of the radius" },
    { .key = "center",
      .type = CP_FIELD_TEXTS,
      .offset = offsetof(pie_spec, center),
      .help = "lines in the hole, the first one large; {total} is the sum of the values" },
    { .key = "label",
      .type = CP_FIELD_WORD,
      .offset = offsetof(pie_spec, label),
      .fallback = "share",
      .words = label_words,
      .help = "what stands behind a slice's name" },
    { .key = "inside",
      .type = CP_FIELD_WORD,
      .offset = offsetof(pie_spec, inside),
      .fallback = "none",
      .words = inside_words,
      .help = "what stands in a slice instead, where it fits" },
    { .key = "format",
      .type = CP_FIELD_FORMAT,
      .offset = offsetof(pie_spec, format),
      .help = "how values are written, as d3-format" },
    { .key = "share",
      .type = CP_FIELD_FORMAT,
      .offset = offsetof(pie_spec, share),
      .fallback = ".1%",
      .help = "how shares are written, as d3-format" },
    { .key = "colors",
      .type = CP_FIELD_TEXTS,
      .offset = offsetof(pie_spec, colors),
      .help = "the slices' colours in their order: words of the style, numbers of its palette "
              "or #RRGGBB" },
    { 0 },
};

/* 3% or 0.03; slices of half the pie are not small. */
static bool read_other(pie_spec *spec, const cp_node *map, const cp_figure_env *env)
{
    cp_quantity quantity;

    if (spec->other.size == 0)
        return true;
    if (cp_quantity_parse(spec->other, &quantity) && quantity.value >= 0 && quantity.value <= 0.5
        && (quantity.unit.size == 0 || cp_str_is(quantity.unit, "%"))) {
        spec->least = quantity.value;
        return true;
    }
    return cp_fail(env->report, cp_field_place(map, "other"),
                   "'" CP_FMT "' is no small share; expected such as 3%%", CP_ARG(spec->other));
}

static bool check_colors(const pie_spec *spec, const cp_node *map, const cp_figure_env *env)
{
    const cp_node *list = cp_node_child(map, "colors"), *node = list ? list->first : NULL;
    cp_place at = list ? list->place : map->place;
    cp_color_pair pair;
    bool ok = true;

    for (size_t i = 0; env->style && i < spec->colors.count; i++, node = node ? node->next : NULL)
        ok = cp_figure_color(env, spec->colors.item[i], node ? node->place : at, &pair) && ok;
    return ok;
}

static bool pie_read(cp_figure *figure, const cp_node *map, const cp_figure_env *env)
{
    pie_spec *spec = figure->spec;
    bool ok = cp_row_source_read(&spec->source, figure, map, env);

    ok = read_other(spec, map, env) && ok;

    spec->formatted = cp_node_child(map, "format") != NULL;
    spec->share_formatted = cp_node_child(map, "share") != NULL;
    if (spec->center.count > 0 && spec->hole <= 0)
        ok = cp_fail(env->report, cp_field_place(map, "center"),
                     "a text in the centre needs a `hole`, such as hole: 0.6");
    return ok;
}

static void sort_parts(const pie_spec *spec, cp_parts *parts)
{
    if (spec->sort == SORT_GIVEN)
        return;
    cp_parts_sort(parts);
    for (size_t i = 0; spec->sort == SORT_ASCENDING && i < parts->count / 2; i++) {
        cp_part kept = parts->item[i];

        parts->item[i] = parts->item[parts->count - 1 - i];
        parts->item[parts->count - 1 - i] = kept;
    }
}

static bool is_small(const pie_spec *spec, const cp_part *part, cp_str rest)
{
    return part->value < spec->least * spec->parts.total || cp_str_eq(part->name, rest);
}

/* Small ones go together as the last slice, with what is called 其他 in the rows.  One
 * alone keeps its name. */
static void join_small(pie_spec *spec, cp_str rest)
{
    cp_parts *parts = &spec->parts;
    cp_part joined = { .name = rest };
    size_t small = 0, kept = 0;

    for (size_t i = 0; i < parts->count; i++)
        small += is_small(spec, &parts->item[i], rest);
    if (spec->least <= 0 || small < 2)
        return;
    for (size_t i = 0; i < parts->count; i++)
        if (is_small(spec, &parts->item[i], rest)) {
            joined.value += parts->item[i].value;
            joined.row = parts->item[i].row;
        } else {
            parts->item[kept++] = parts->item[i];
        }
    parts->item[kept++] = joined;
    parts->count = kept;
}

/* Published shares are rounded, so that they seldom add up to 100 % to the digit. */
static bool check_whole(const pie_spec *spec, const cp_figure_env *env)
{
    const cp_parts *parts = &spec->parts;

    return !parts->percent || fabs(parts->total - 1) <= 0.015
           || cp_fail(env->report, cp_field_place(spec->source.map, "value"),
                      "the shares of column " CP_FMT " add up to %.4g%%, not to 100%%; what is "
                      "missing is a row of its own",
                      CP_ARG(spec->value), parts->total * 100);
}

/* The palette, and again with its colours faded. */
static cp_color slice_color(const pie_spec *spec, const cp_figure_env *env, size_t at, cp_str name)
{
    const cp_style *style = env->style;
    const cp_colors *palette = &style->chart.palette;
    cp_color_pair pair;

    if (at < spec->colors.count && cp_color_word(style, spec->colors.item[at], &pair))
        return pair.above;
    if (cp_str_eq(name, style->pie.rest_name))
        return style->pie.rest;
    return cp_color_mix(palette->item[at % palette->count], style->page.background,
                        pow(style->pie.fade, (double)(at / palette->count)));
}

/* Behind a share in the slice. */
static cp_color legible(const pie_spec *spec, const cp_figure_env *env, cp_color color)
{
    return spec->inside == INSIDE_SHARE
               ? cp_color_ground(color, env->style->pie.value.color, env->style->page.background,
                                 env->style->contrast)
               : color;
}

static cp_str words_of(const pie_spec *spec, cp_arena *arena, cp_str share, cp_str value)
{
    switch (spec->label) {
    case LABEL_SHARE:
        return share;
    case LABEL_VALUE:
        return value;
    case LABEL_BOTH:
        return spec->parts.percent
                   ? share
                   : cp_str_printf(arena, CP_FMT "（" CP_FMT "）", CP_ARG(value), CP_ARG(share));
    default:
        return CP_STR("");
    }
}

static void make_slices(pie_spec *spec, const cp_figure_env *env)
{
    const cp_parts *parts = &spec->parts;
    cp_pie *pie = &spec->pie;
    double sum = 0;

    pie->slice = cp_new_array(env->arena, cp_pie_slice, parts->count);
    for (size_t i = 0; i < parts->count; i++) {
        const cp_part *part = &parts->item[i];
        cp_pie_slice *slice = &pie->slice[pie->count++];
        double share = parts->percent ? part->value : part->value / parts->total;

        *slice = (cp_pie_slice){ .name = spec->label == LABEL_NONE ? CP_STR("") : part->name,
                                 .share = cp_number_write(env->arena, &spec->share, share),
                                 .from = sum / parts->total,
                                 .color = legible(spec, env, slice_color(spec, env, i, part->name)),
                                 .place = cp_table_place(parts->table, part->row) };
        sum += part->value;
        slice->to = fmin(1, sum / parts->total);
        slice->words = words_of(spec, env->arena, slice->share,
                                cp_value_write(env->arena, &spec->form, part->value));
    }
}

static void make_center(pie_spec *spec, const cp_figure_env *env)
{
    cp_pie *pie = &spec->pie;
    cp_str total = cp_value_write(env->arena, &spec->form, spec->parts.total);

    pie->lines = spec->center.count;
    pie->line = cp_new_array(env->arena, cp_str, pie->lines);
    pie->center_place = cp_field_place(spec->source.map, "center");
    for (size_t i = 0; i < pie->lines; i++)
        pie->line[i] = cp_str_replace(env->arena, spec->center.item[i], CP_STR("{total}"), total);
}

/* 饼图：出口构成，共4项，装备占62.0%最多，其他占8.1%最少。 */
static cp_str describe(const pie_spec *spec, const cp_figure *figure, cp_arena *arena)
{
    const cp_parts *parts = &spec->parts;
    size_t most = 0, least = 0;
    cp_str title = figure->title;

    for (size_t i = 1; i < parts->count; i++) {
        most = parts->item[i].value > parts->item[most].value ? i : most;
        least = parts->item[i].value <= parts->item[least].value ? i : least;
    }
    return cp_str_printf(
        arena, "%s：" CP_FMT "%s共%zu项，" CP_FMT "占" CP_FMT "最多，" CP_FMT "占" CP_FMT "最少。",
        spec->hole > 0 ? "环形图" : "饼图", CP_ARG(title), title.size > 0 ? "，" : "", parts->count,
        CP_ARG(parts->item[most].name), CP_ARG(spec->pie.slice[most].share),
        CP_ARG(parts->item[least].name), CP_ARG(spec->pie.slice[least].share));
}

/* What the spec says of its rows. */
static bool bind(pie_spec *spec, const cp_figure_env *env)
{
    cp_part_wish wish = { .name_key = "name",
                          .value_key = "value",
                          .name = spec->name,
                          .value = spec->value,
                          .unit = spec->unit,
                          .most = ROWS_MOST };
    bool colors = check_colors(spec, spec->source.map, env);

    return cp_parts_load(&spec->parts, &spec->source, &wish, env) && check_whole(spec, env)
           && colors;
}

static void pie_check(const cp_figure *figure, const cp_figure_env *env)
{
    pie_spec *spec = figure->spec;

    if (spec->source.known)
        (void)bind(spec, env);
}

static bool pie_load(cp_figure *figure, const cp_figure_env *env)
{
    pie_spec *spec = figure->spec;

    spec->pie = (cp_pie){ .hole = spec->hole,
                          .start = spec->start / 360,
                          .inside = spec->inside == INSIDE_SHARE };
    if (!bind(spec, env))
        return false;
    spec->form = cp_parts_form(&spec->parts, spec->formatted ? &spec->format : NULL);
    if (spec->parts.percent && !spec->share_formatted)
        spec->share = spec->form.format;
    sort_parts(spec, &spec->parts);
    join_small(spec, env->style->pie.rest_name);
    if (spec->parts.count > CP_PIE_MOST)
        return cp_fail(env->report, cp_field_place(spec->source.map, spec->source.origin),
                       "%zu slices are too many to tell apart; at most %d (`other: 3%%` joins "
                       "the small ones)",
                       spec->parts.count, CP_PIE_MOST);
    make_slices(spec, env);
    make_center(spec, env);
    if (figure->alt.size == 0)
        figure->alt = describe(spec, figure, env->arena);
    return true;
}

static const cp_pie *pie_of(const cp_figure *figure)
{
    return &((const pie_spec *)figure->spec)->pie;
}

static cp_size pie_least(const cp_figure *figure, const cp_figure_env *env)
{
    cp_arena page = { 0 };
    cp_size size = cp_pie_layout_least(pie_of(figure), env, &page);

    cp_arena_free(&page);
    return size;
}

static void pie_draw(const cp_figure *figure, const cp_figure_env *env, cp_rect box,
                     cp_gutters gutters, cairo_t *cr, cp_arena *page, cp_buf *dump)
{
    (void)gutters;
    cp_pie_draw(pie_of(figure), env, box, cr, page, dump);
}

const cp_figure_class cp_figure_pie = {
    .name = "pie",
    .summary = "parts of a whole as slices, with a hole: a donut",
    .fields = pie_fields,
    .spec_size = sizeof(pie_spec),
    .read = pie_read,
    .load = pie_load,
    .check = pie_check,
    .least = pie_least,
    .draw = pie_draw,
};
