/* table_grid.c - the lines of a table become the cells that tabular/ lays out. */
#include <math.h>

#include "base/color.h"
#include "base/number.h"
#include "figure/table.h"

typedef struct grid {
    const cp_table_spec *spec;
    const cp_figure_env *env;
    cp_tabular_spec *out;
    cp_tabular_cell *cell;
    cp_tabular_row *row;
    cp_tabular_column *column;
    size_t width; /* columns of one block and the gap behind it */
} grid;

static cp_tabular_cell *cell_at(const grid *g, size_t row, size_t block, size_t column)
{
    return &g->cell[row * g->out->columns + block * g->width + column];
}

static void write_text(const grid *g, cp_tabular_cell *cell, cp_str text, cp_place place)
{
    cp_span *span = cp_new(g->env->arena, cp_span);

    if (text.size == 0)
        return;
    *span = (cp_span){ .text = text, .place = place };
    cell->spans = span;
    cell->count = 1;
}

/* ---- the head ---- */

/* A label with the block's name for {block}, and the unit of what stands below. */
static cp_str fill_in(const grid *g, cp_str text, size_t block)
{
    return g->spec->blocks.size > 0 ? cp_str_replace(
               g->env->arena,
               cp_str_replace(g->env->arena, text, CP_STR("{block}"), g->spec->block_names[block]),
               CP_STR("{block}"), g->spec->block_names[block])
                                    : text;
}

static cp_str label_of(const grid *g, const cp_cell_column *column, size_t block)
{
    cp_str unit = column->unit.size > 0 ? column->unit : column->data->unit;
    bool told = cp_str_is(unit, "%") && cp_number_format_is_percent(&column->form.format);

    if (cp_node_child(column->node, "label"))
        return fill_in(g, column->label, block);
    if (column->data->type != CP_NUMBER || unit.size == 0 || column->class->wordless || told)
        return column->data->name;
    return cp_str_printf(g->env->arena, CP_FMT "（" CP_FMT "）", CP_ARG(column->data->name),
                         CP_ARG(unit));
}

static void make_labels(const grid *g, size_t block)
{
    const cp_table_spec *spec = g->spec;

    for (size_t i = 0; i < spec->column_count; i++) {
        const cp_cell_column *column = spec->columns[i];
        size_t top = spec->column_levels[i];
        cp_tabular_cell *cell = cell_at(g, top, block, i);

        write_text(g, cell, label_of(g, column, block), column->node->place);
        cell->down = (uint32_t)(spec->levels - top);
        for (size_t row = top + 1; row <= spec->levels; row++)
            cell_at(g, row, block, i)->covered = true;
    }
}

static void make_spanners(const grid *g, size_t block)
{
    for (size_t i = 0; i < g->spec->spanner_count; i++) {
        const cp_table_spanner *spanner = &g->spec->spanners[i];
        cp_tabular_cell *cell = cell_at(g, spanner->level, block, spanner->first);

        write_text(g, cell, fill_in(g, spanner->label, block), spanner->place);
        cell->align = CP_TABULAR_CENTER;
        cell->across = (uint32_t)(spanner->count - 1);
        for (size_t k = 1; k < spanner->count; k++)
            cell_at(g, spanner->level, block, spanner->first + k)->covered = true;
    }
}

/* ---- looks ---- */

/* Along the style's colours from the least value to the most. */
static cp_color along_scale(const cp_colors *colors, double share)
{
    double at = share * (double)(colors->count - 1);
    size_t low = (size_t)fmin(floor(at), (double)colors->count - 1);
    size_t high = low + 1 < colors->count ? low + 1 : low;

    return cp_color_mix(colors->item[high], colors->item[low], at - (double)low);
}

static cp_color scale_fill(const cp_cell_column *column, double value, const cp_style *style)
{
    const cp_tabular_style *own = &style->table;
    double low = column->range.low, high = column->range.high, full, share;
    cp_color strong = value < 0 ? style->chart.down : style->chart.up;

    if (isnan(value) || style->marks.heat.count == 0)
        return (cp_color){ 0 };
    if (cp_str_is(column->fill, "scale")) {
        high = isnan(column->strongest) ? high : column->strongest;
        share = high > low ? fmin(1, (value - low) / (high - low)) : 1;
        return along_scale(&style->marks.heat, share);
    }
    full = isnan(column->strongest) ? fmax(fabs(low), fabs(high)) : column->strongest;
    if (value == 0 || !(full > 0))
        return (cp_color){ 0 };
    return cp_color_mix(strong, style->page.background,
                        own->weakest
                            + (own->strongest - own->weakest) * fmin(1, fabs(value) / full));
}

static void fill_cell(const grid *g, const cp_cell_column *column, size_t row, cp_cell_look *look)
{
    const cp_style *style = g->env->style;
    cp_color_pair pair;
    bool number = column->data->type == CP_NUMBER;

    if (column->fill.size == 0)
        return;
    if (cp_str_is(column->fill, "scale") || cp_str_is(column->fill, "sign"))
        look->fill = number ? scale_fill(column, column->data->number[row], style) : look->fill;
    else if (cp_str_is(column->fill, "emphasis"))
        look->fill = style->table.emphasis_fill;
    else if (cp_color_word(style, column->fill, &pair))
        look->fill = number && column->data->number[row] < 0 ? pair.below : pair.above;
}

/* The rules of the row, then the column's own look, then its rules. */
static cp_cell_look look_of(const grid *g, const cp_cell_column *column, size_t row)
{
    const cp_style *style = g->env->style;
    cp_cell_look look = { .ink = style->table.body.color };

    cp_table_rules_apply(&g->spec->rules, row, style, &look);
    if (column->bold || column->merge == CP_MERGE_SAME) {
        look.bold = true;
        look.ink = look.tinted ? look.ink : style->table.strong.color;
    }
    if (column->signed_ink && !cp_cell_missing(column->data, row)) {
        double value = column->data->type == CP_NUMBER ? column->data->number[row] : 1;

        bool level = value == 0 && cp_str_is(column->color, "sign");

        look.tinted = look.tinted || !level;
        look.ink = level ? look.ink : value < 0 ? column->ink.below : column->ink.above;
    }
    fill_cell(g, column, row, &look);
    cp_table_rules_apply(&column->looks, row, style, &look);
    return look;
}

/* The ink is one that reads on its ground. */
static cp_color readable(const grid *g, const cp_cell_column *column, const cp_cell_look *look)
{
    const cp_style *style = g->env->style;
    double own = column->class->badge ? style->table.badge_strength : 0;

    if (look->fill.alpha <= 0 && look->tinted)
        return cp_color_readable(look->ink, cp_color_mix(look->ink, style->page.background, own),
                                 style->contrast);
    if (look->fill.alpha <= 0)
        return look->ink;
    if (look->tinted)
        return cp_color_readable(look->ink, look->fill, style->contrast);
    return cp_color_contrast(look->ink, look->fill) >= style->contrast
               ? look->ink
               : cp_color_clearer(look->ink, style->page.background, look->fill);
}

/* ---- cells ---- */

static cp_str text_of(const grid *g, const cp_cell_column *column, size_t row)
{
    cp_arena *arena = g->env->arena;

    if (column->class->wordless)
        return (cp_str){ 0 };
    if (cp_cell_missing(column->data, row))
        return column->missing.data    ? column->missing
               : g->spec->missing.data ? g->spec->missing
                                       : g->env->style->table.missing;
    if (column->data->type == CP_NUMBER)
        return cp_value_write(arena, &column->form, column->data->number[row]);
    if (column->data->type == CP_DATE && column->format.size > 0)
        return cp_date_write(arena, column->format, column->data->date[row]);
    return cp_cell_plain(arena, column->data, row);
}

static void make_cell(const grid *g, const cp_cell_column *column, size_t row, size_t block,
                      cp_tabular_cell *cell)
{
    cp_cell_look look = look_of(g, column, row);
    cp_color ink = readable(g, column, &look);

    write_text(g, cell, text_of(g, column, row),
               g->spec->table->lines ? cp_table_place(g->spec->table, row) : column->node->place);
    if (cell->count > 0) {
        cp_span *span = (cp_span *)cell->spans;

        span->bold = look.bold;
        span->color = ink;
        span->tinted = true;
    }
    cell->fill = look.fill;
    cell->whole = cell->sum = column->data->type == CP_NUMBER;
    if (column->class->inset)
        cell->inset = column->class->inset(column, row, column->blocks[block], ink, g->env);
}

static void make_row(const grid *g, size_t line)
{
    for (size_t block = 0; block < g->spec->block_count; block++) {
        size_t row = g->spec->lines[line].rows[block];

        for (size_t i = 0; row != SIZE_MAX && i < g->spec->column_count; i++)
            make_cell(g, g->spec->columns[i], row, block,
                      cell_at(g, g->out->head + line, block, i));
    }
}

/* ---- merging ---- */

static bool same_value(const cp_column *a, size_t row, const cp_column *b, size_t other)
{
    if (cp_cell_missing(a, row) || cp_cell_missing(b, other) || a->type != b->type)
        return false;
    if (a->type == CP_NUMBER)
        return a->number[row] == b->number[other];
    if (a->type == CP_DATE)
        return a->date[row] == b->date[other];
    return cp_str_eq(a->text[row], b->text[other]);
}

/* Whether a row's cell is one with that above: so are those of all merged columns at its left, or
 * a sum that two groups share by chance would run on. */
static bool is_one(const cp_table_spec *spec, size_t row, size_t above, size_t column)
{
    for (size_t i = 0; i <= column; i++) {
        const cp_cell_column *it = spec->columns[i];

        if (it->merge == CP_MERGE_SAME && !same_value(it->data, row, it->data, above))
            return false;
    }
    return true;
}

static bool runs_on(const grid *g, size_t line, size_t block, size_t column)
{
    const cp_table_line *now = &g->spec->lines[line], *before = now - 1;

    return line > 0 && !now->breaks && now->part == CP_TABULAR_BODY
           && before->part == CP_TABULAR_BODY && now->rows[block] != SIZE_MAX
           && is_one(g->spec, now->rows[block], before->rows[block], column);
}

static void merge_down(const grid *g, size_t block, size_t column)
{
    cp_tabular_cell *first = NULL;

    for (size_t line = 0; line < g->spec->line_count; line++) {
        cp_tabular_cell *cell = cell_at(g, g->out->head + line, block, column);

        if (first && runs_on(g, line, block, column)) {
            cell->covered = true;
            first->down++;
        } else {
            first = cell;
        }
    }
}

static void merge_left(const grid *g, size_t block, size_t column)
{
    for (size_t line = 0; column > 0 && line < g->spec->line_count; line++) {
        size_t row = g->spec->lines[line].rows[block], owner = column - 1;

        if (g->spec->lines[line].part != CP_TABULAR_BODY || row == SIZE_MAX
            || !same_value(g->spec->columns[column]->data, row, g->spec->columns[column - 1]->data,
                           row))
            continue;
        while (cell_at(g, g->out->head + line, block, owner)->covered)
            owner--;
        cell_at(g, g->out->head + line, block, column)->covered = true;
        cell_at(g, g->out->head + line, block, owner)->across++;
        cell_at(g, g->out->head + line, block, owner)->align = CP_TABULAR_CENTER;
    }
}

static void merge_all(const grid *g, size_t block)
{
    for (size_t i = 0; i < g->spec->column_count; i++) {
        if (g->spec->columns[i]->merge == CP_MERGE_SAME)
            merge_down(g, block, i);
        if (g->spec->columns[i]->merge == CP_MERGE_LEFT)
            merge_left(g, block, i);
    }
}

/* ---- sections, sums and footnotes ---- */

static void make_wide(const grid *g, size_t line)
{
    cp_tabular_cell *cell = cell_at(g, g->out->head + line, 0, 0);

    write_text(g, cell, g->spec->lines[line].text, g->spec->lines[line].place);
    cell->align = CP_TABULAR_LEFT;
    cell->across = (uint32_t)(g->out->columns - 1);
    for (size_t i = 1; i < g->out->columns; i++)
        cell[i].covered = true;
}

/* Sums are of the cells that are shown: one that is merged over rows counts once. */
static bool is_counted(const cp_table_spec *spec, size_t from, size_t row, size_t column)
{
    const cp_column *group = spec->group_data;
    bool first = row == from || (group && !same_value(group, row, group, row - 1));

    return !cp_cell_missing(spec->columns[column]->data, row)
           && (first || spec->columns[column]->merge != CP_MERGE_SAME
               || !is_one(spec, row, row - 1, column));
}

static double summarize(const cp_table_spec *spec, size_t index, size_t from, size_t to)
{
    const cp_cell_column *column = spec->columns[index];
    double sum = 0, low = INFINITY, high = -INFINITY, count = 0;

    for (size_t row = from; row < to; row++) {
        double value = column->data->type == CP_NUMBER ? column->data->number[row] : 0;

        if (!is_counted(spec, from, row, index))
            continue;
        count++;
        sum += value;
        low = fmin(low, value);
        high = fmax(high, value);
    }
    if (column->summary == CP_SUMMARY_COUNT)
        return count;
    return count == 0                           ? NAN
           : column->summary == CP_SUMMARY_SUM  ? sum
           : column->summary == CP_SUMMARY_MEAN ? sum / count
           : column->summary == CP_SUMMARY_MIN  ? low
                                                : high;
}

static void make_sum(const grid *g, size_t line, size_t column, cp_tabular_cell *cell)
{
    const cp_table_line *sums = &g->spec->lines[line];
    const cp_cell_column *it = g->spec->columns[column];
    double value = summarize(g->spec, column, sums->from, sums->to);
    bool count = it->summary == CP_SUMMARY_COUNT;
    cp_value_form form = it->form;

    if (count)
        form = (cp_value_form){ .format = cp_number_format_usual('f', 0) };
    write_text(g, cell, cp_value_write(g->env->arena, &form, value), it->node->place);
    cell->whole = true;
    if (cell->count > 0 && it->signed_ink && !count && value != 0) {
        cp_span *span = (cp_span *)cell->spans;

        span->tinted = true;
        span->color = value < 0 ? it->ink.below : it->ink.above;
    }
}

static void make_summary(const grid *g, size_t line)
{
    for (size_t i = 0; i < g->spec->column_count; i++) {
        cp_tabular_cell *cell = cell_at(g, g->out->head + line, 0, i);

        if (g->spec->columns[i]->summary != CP_SUMMARY_NONE)
            make_sum(g, line, i, cell);
        else if (i == 0)
            write_text(g, cell, g->spec->lines[line].text, g->spec->lines[line].place);
    }
}

/* ---- the grid ---- */

static void make_line(const grid *g, size_t line)
{
    cp_tabular_part part = g->spec->lines[line].part;

    g->row[g->out->head + line].part = part;
    if (part == CP_TABULAR_BODY)
        make_row(g, line);
    else if (part == CP_TABULAR_SUMMARY)
        make_summary(g, line);
    else
        make_wide(g, line);
}

static void make_columns(const grid *g, size_t block)
{
    for (size_t i = 0; i < g->spec->column_count; i++) {
        const cp_cell_column *column = g->spec->columns[i];

        g->column[block * g->width + i] = column->place;
        g->column[block * g->width + i].stub = i == 0 && g->spec->column_count > 1;
    }
    if (block + 1 < g->spec->block_count)
        g->column[block * g->width + g->spec->column_count].gap = true;
}

const cp_tabular_spec *cp_table_grid(cp_table_spec *spec, const cp_figure_env *env)
{
    size_t width = spec->column_count + 1, columns = width * spec->block_count - 1;
    size_t head = spec->levels + 1, rows = spec->line_count;
    cp_tabular_spec *out = cp_new(env->arena, cp_tabular_spec);
    grid g = { .spec = spec,
               .env = env,
               .out = out,
               .cell = cp_new_array(env->arena, cp_tabular_cell, (head + rows) * columns),
               .row = cp_new_array(env->arena, cp_tabular_row, head + rows),
               .column = cp_new_array(env->arena, cp_tabular_column, columns),
               .width = width };

    *out = (cp_tabular_spec){ .columns = columns,
                              .head = head,
                              .rows = rows,
                              .column = g.column,
                              .row = g.row,
                              .cell = g.cell,
                              .look = spec->look };
    for (size_t i = 0; i < head; i++)
        g.row[i].part = CP_TABULAR_HEAD;
    for (size_t block = 0; block < spec->block_count; block++) {
        make_columns(&g, block);
        make_labels(&g, block);
        make_spanners(&g, block);
    }
    for (size_t line = 0; line < rows; line++)
        make_line(&g, line);
    for (size_t block = 0; block < spec->block_count; block++)
        merge_all(&g, block);
    return out;
}
