/* table.c - a table of a query's rows: its spec, and what a figure must answer. */
#include "figure/table.h"

#include <math.h>

static const char *const look_words[] = { "usual", "filled", "zebra", "lines", NULL };

static const cp_field table_fields[] = {
    CP_ROW_FIELDS(cp_table_spec, source),
    { .key = "columns",
      .type = CP_FIELD_NODE,
      .offset = offsetof(cp_table_spec, columns_node),
      .help = "{field, label, cell ...} each, or {spanner, columns}; default: all as they come" },
    { .key = "blocks",
      .type = CP_FIELD_TEXT,
      .offset = offsetof(cp_table_spec, blocks),
      .help
      = "the column whose values stand side by side as blocks; {block} in heads is the value" },
    { .key = "group",
      .type = CP_FIELD_TEXT,
      .offset = offsetof(cp_table_spec, group),
      .help = "the column whose values are sections over the rows that follow each other" },
    { .key = "subtotal",
      .type = CP_FIELD_TEXT,
      .offset = offsetof(cp_table_spec, subtotal),
      .help = "what the sums behind each group are called" },
    { .key = "total",
      .type = CP_FIELD_TEXT,
      .offset = offsetof(cp_table_spec, total),
      .help = "what the sums at the end are called" },
    { .key = "rules",
      .type = CP_FIELD_NODE,
      .offset = offsetof(cp_table_spec, rules_node),
      .fields = cp_table_rule_fields,
      .help = "looks of some rows: a list" },
    { .key = "look",
      .type = CP_FIELD_WORD,
      .offset = offsetof(cp_table_spec, look),
      .fallback = "usual",
      .words = look_words,
      .help = "filled, zebra or lines; default: the style's" },
    { .key = "missing",
      .type = CP_FIELD_TEXT,
      .offset = offsetof(cp_table_spec, missing),
      .help = "what stands for missing values" },
    { .key = "footnotes",
      .type = CP_FIELD_TEXTS,
      .offset = offsetof(cp_table_spec, footnotes),
      .help = "notes below the last row" },
    { 0 },
};

static bool has_sums(const cp_table_spec *spec)
{
    for (size_t i = 0; i < spec->column_count; i++)
        if (spec->columns[i]->summary != CP_SUMMARY_NONE)
            return true;
    return false;
}

/* What contradicts itself, or would be passed over without a word. */
static bool check_sums(const cp_table_spec *spec, const cp_figure_env *env)
{
    bool named = spec->subtotal.size > 0 || spec->total.size > 0, sums = has_sums(spec);
    const char *key = spec->total.size > 0 ? "total" : "subtotal";
    bool ok = true;

    if (spec->blocks.size > 0 && (spec->group.size > 0 || named))
        ok = cp_fail(env->report, cp_field_place(spec->map, "blocks"),
                     "blocks side by side have neither groups nor sums");
    if (spec->subtotal.size > 0 && spec->group.size == 0)
        ok = cp_fail(env->report, cp_field_place(spec->map, "subtotal"),
                     "`subtotal` is for groups of rows, but there is no `group`");
    if (named && !sums)
        ok = cp_fail(env->report, cp_field_place(spec->map, key),
                     "`%s` needs a column with `summary`: sum, mean, min, max or count", key);
    if (named && sums && spec->columns[0]->summary != CP_SUMMARY_NONE)
        ok = cp_fail(env->report, cp_field_place(spec->columns[0]->node, "summary"),
                     "the first column holds the name of the sums, so it has none of its own");
    for (size_t i = 0; !named && i < spec->column_count; i++)
        if (spec->columns[i]->summary != CP_SUMMARY_NONE)
            ok = cp_fail(env->report, cp_field_place(spec->columns[i]->node, "summary"),
                         "a summary shows under the name of `total`, or of `subtotal` with a "
                         "`group`; neither is given");
    return ok;
}

static bool table_read(cp_figure *figure, const cp_node *map, const cp_figure_env *env)
{
    cp_table_spec *spec = figure->spec;
    bool source = cp_row_source_read(&spec->source, figure, map, env);
    bool head, rules;

    figure->is_table = true;
    spec->map = map;
    head = cp_table_head_read(spec, figure, env);
    rules = cp_table_rules_read(spec->rules_node, true, &spec->rules, env);
    /* Of columns that could not be read nothing can be said. */
    return head && check_sums(spec, env) && source && rules;
}

static cp_str describe(const cp_table_spec *spec, cp_arena *arena)
{
    const char *names = "";

    for (size_t i = 0; i < spec->column_count; i++)
        names = cp_printf(arena, "%s%s" CP_FMT, names, i ? "、" : "",
                          CP_ARG(spec->columns[i]->data->name));
    return cp_str_printf(arena, "表格：%zu行，各列为%s。", spec->table->rows, names);
}

static void table_check(const cp_figure *figure, const cp_figure_env *env)
{
    cp_table_spec *spec = figure->spec;

    spec->table = spec->source.known ? cp_row_source_load(&spec->source, env) : NULL;
    if (spec->table)
        cp_table_bind(spec, env);
}

static bool table_load(cp_figure *figure, const cp_figure_env *env)
{
    cp_table_spec *spec = figure->spec;

    spec->table = cp_row_source_load(&spec->source, env);
    if (!spec->table || (spec->column_count == 0 && !cp_table_head_default(spec, figure, env))
        || !cp_table_bind(spec, env))
        return false;
    cp_table_lines(spec, env);
    spec->tabular
        = cp_tabular_new(env->arena, env->fonts, env->style, cp_table_grid(spec, env), env->report);
    if (figure->alt.size == 0)
        figure->alt = describe(spec, env->arena);
    return true;
}

static cp_tabular *table_tabular(const cp_figure *figure)
{
    return ((const cp_table_spec *)figure->spec)->tabular;
}

static double height_in(const cp_figure *figure, double width, double scale)
{
    const cp_tabular_layout *layout = cp_tabular_lay(table_tabular(figure), width, scale);
    cp_tabular_page all;

    if (!layout)
        return INFINITY;
    all = cp_tabular_all(layout);
    return cp_tabular_height(&all);
}

static double table_least_height(const cp_figure *figure, const cp_figure_env *env, double width)
{
    return height_in(figure, width, cp_tabular_least_scale(env->style));
}

static cp_size table_least(const cp_figure *figure, const cp_figure_env *env)
{
    double width
        = cp_tabular_least_width(table_tabular(figure), cp_tabular_least_scale(env->style)) + 1;

    return (cp_size){ width, table_least_height(figure, env, width) };
}

/* All texts on one line where that is no wider than `most`, and no narrower than a chart. */
static cp_size table_natural(const cp_figure *figure, const cp_figure_env *env, double most)
{
    const cp_chart_style *chart = &env->style->chart;
    double usual = chart->width - 2 * chart->margin;
    double width = fmin(fmax(cp_tabular_widest(table_tabular(figure)), usual), most);

    width = fmax(width, cp_tabular_least_width(table_tabular(figure), 1) + 1);
    return (cp_size){ width, height_in(figure, width, 1) };
}

static void table_draw(const cp_figure *figure, const cp_figure_env *env, cp_rect box,
                       cp_gutters gutters, cairo_t *cr, cp_arena *page, cp_buf *dump)
{
    cp_rect inner = cp_rect_inset(box, gutters.top, gutters.right, gutters.bottom, gutters.left);
    cp_size size = { inner.width, inner.height };
    double scale = cp_tabular_fit(table_tabular(figure), size, cp_tabular_most_scale(env->style));
    cp_tabular_page all;

    if (scale == 0) {
        cp_fail(env->report, figure->place, "the table: no room for it");
        return;
    }
    all = cp_tabular_all(cp_tabular_lay(table_tabular(figure), inner.width, scale));
    cp_tabular_spread(&all, inner.height);
    cp_tabular_draw(&all, cr, inner.x, inner.y, page, dump);
}

const cp_figure_class cp_figure_table = {
    .name = "table",
    .summary = "rows and columns: merged cells, sums, bars, sparklines",
    .fields = table_fields,
    .spec_size = sizeof(cp_table_spec),
    .read = table_read,
    .load = table_load,
    .check = table_check,
    .least = table_least,
    .least_height = table_least_height,
    .natural = table_natural,
    .tabular = table_tabular,
    .draw = table_draw,
};
