/* layout.c - widths of columns and heights of rows, in a width at a scale. */
#include "tabular/inside.h"

#include <math.h>
#include <string.h>

#include "tabular/columns.h"

/* A column this much narrower than its text still holds it: sums of widths round. */
#define SLACK 0.01

/* Rows that the widths are solved for; of more, so many evenly among them. */
enum { MOST_SOLVED = 240 };

static const double scale_step = 0.01;

/* ---- widths ---- */

static bool has_shares(const cp_tabular *tabular)
{
    for (size_t i = 0; i < tabular->columns; i++)
        if (tabular->spec->column[i].width == CP_TABULAR_SHARE)
            return true;
    return false;
}

/* What each text asks of its column: one that lies over several rows has their lines too. */
static double wish_of(const cp_tabular *tabular, size_t index)
{
    const cp_tabular_cell *cell = &tabular->spec->cell[index];

    return cell->across > 0 ? 0 : tabular->natural[index] / (double)(cell->down + 1);
}

/* Those columns whose widths nothing says: so that the table gets least high. */
static bool solve_auto(cp_tabular_layout *layout, const size_t *free, size_t count, double room)
{
    const cp_tabular *tabular = layout->of;
    size_t rows = tabular->rows < MOST_SOLVED ? tabular->rows : MOST_SOLVED;
    cp_arena scratch = { 0 };
    double *natural = cp_new_array(&scratch, double, rows *count);
    double *least = cp_new_array(&scratch, double, count);
    double *widest = cp_new_array(&scratch, double, count);
    double *widths = cp_new_array(&scratch, double, count);
    cp_columns task = { count, rows, natural, least, room, tabular->own->body.size / 2, widest };
    bool ok;

    for (size_t i = 0; i < count; i++) {
        least[i] = tabular->column[free[i]].least;
        widest[i] = tabular->column[free[i]].widest;
        for (size_t row = 0; row < rows; row++)
            natural[row * count + i]
                = wish_of(tabular, row * tabular->rows / rows * tabular->columns + free[i]);
    }
    ok = cp_columns_solve(&task, &scratch, widths);
    for (size_t i = 0; ok && i < count; i++)
        layout->widths[free[i]] = widths[i];
    cp_arena_free(&scratch);
    return ok;
}

/* In proportion; who would get less than its words need has that, and the others share the rest. */
static bool share_out(cp_tabular_layout *layout, double room)
{
    const cp_tabular *tabular = layout->of;
    const cp_tabular_column *column = tabular->spec->column;
    double parts = 0, unit = 0;
    bool again = true;

    for (size_t i = 0; i < tabular->columns; i++)
        if (column[i].width == CP_TABULAR_SHARE) {
            parts += column[i].amount;
            layout->widths[i] = 0;
        }
    while (again && parts > 0) {
        again = false;
        unit = room / parts;
        for (size_t i = 0; i < tabular->columns; i++)
            if (column[i].width == CP_TABULAR_SHARE && layout->widths[i] == 0
                && unit * column[i].amount < tabular->column[i].least) {
                layout->widths[i] = tabular->column[i].least;
                room -= layout->widths[i];
                parts -= column[i].amount;
                again = true;
            }
    }
    for (size_t i = 0; i < tabular->columns; i++)
        if (column[i].width == CP_TABULAR_SHARE && layout->widths[i] == 0)
            layout->widths[i] = fmax(0, unit * column[i].amount);
    return room >= -SLACK;
}

/* The columns whose widths are said; gives the room that they take. */
static double take_said(cp_tabular_layout *layout, bool shares, bool tight)
{
    const cp_tabular *tabular = layout->of;
    double taken = 0;

    for (size_t i = 0; i < tabular->columns; i++) {
        const cp_tabular_column *column = &tabular->spec->column[i];
        const cp_tabular_measure *measure = &tabular->column[i];

        layout->widths[i] = 0;
        if (column->gap || column->width == CP_TABULAR_SHARE)
            continue;
        if (column->width == CP_TABULAR_FIXED)
            layout->widths[i] = fmax(column->amount, measure->least);
        else if (column->width == CP_TABULAR_FIT)
            layout->widths[i] = measure->widest;
        else if (shares)
            layout->widths[i] = tight ? measure->least : measure->widest;
        taken += layout->widths[i];
    }
    return taken;
}

/* No column may grow by itself: those that are not fixed do, in proportion. */
static void spread_spare(cp_tabular_layout *layout, double spare)
{
    const cp_tabular *tabular = layout->of;
    double all = 0;

    for (size_t i = 0; i < tabular->columns; i++)
        all += tabular->spec->column[i].width == CP_TABULAR_FIT ? layout->widths[i] : 0;
    for (size_t i = 0; all > 0 && i < tabular->columns; i++)
        if (tabular->spec->column[i].width == CP_TABULAR_FIT)
            layout->widths[i] *= 1 + spare / all;
}

/* What paddings and gaps leave. */
static double net_width(const cp_tabular *tabular, double width)
{
    for (size_t i = 0; i < tabular->columns; i++)
        width -= tabular->spec->column[i].gap ? tabular->own->block_gap : 2 * tabular->own->cell_x;
    return width;
}

static bool solve_widths(cp_tabular_layout *layout)
{
    cp_tabular *tabular = layout->of;
    size_t *free = cp_new_array(tabular->arena, size_t, tabular->columns), count = 0;
    double net = net_width(tabular, layout->width / layout->scale);
    bool shares = has_shares(tabular);
    double room = net - take_said(layout, shares, false);

    for (size_t i = 0; i < tabular->columns; i++)
        if (!tabular->spec->column[i].gap && tabular->spec->column[i].width == CP_TABULAR_AUTO)
            free[count++] = i;
    if (shares)
        return share_out(layout, room) || share_out(layout, net - take_said(layout, true, true));
    if (count > 0)
        return solve_auto(layout, free, count, room);
    if (room > 0)
        spread_spare(layout, room);
    return room >= -SLACK;
}

/* ---- places ---- */

/* Numbers at the right edge of a wide column would stand closer to the next column's
 * texts than to their own: as a block they go to its middle. */
static void find_insets(cp_tabular_layout *layout)
{
    const cp_tabular *tabular = layout->of;

    for (size_t i = 0; i < tabular->columns; i++) {
        cp_tabular_align align = tabular->spec->column[i].align;

        if ((align == CP_TABULAR_RIGHT || align == CP_TABULAR_POINT) && !tabular->column[i].grows)
            layout->insets[i] = fmax(0, layout->widths[i] - tabular->column[i].widest) / 2;
    }
}

static void find_edges(cp_tabular_layout *layout)
{
    const cp_tabular *tabular = layout->of;

    for (size_t i = 0; i < tabular->columns; i++)
        layout->x[i + 1]
            = layout->x[i]
              + (tabular->spec->column[i].gap ? tabular->own->block_gap
                                              : layout->widths[i] + 2 * tabular->own->cell_x);
}

/* Between the paddings of a cell at `column` that lies over `across` further columns. */
static double room_of(const cp_tabular_layout *layout, size_t column, size_t across)
{
    return layout->x[column + across + 1] - layout->x[column] - 2 * layout->of->own->cell_x;
}

/* ---- heights ---- */

static bool has_break(const cp_tabular_cell *cell)
{
    for (size_t i = 0; i < cell->count; i++)
        if (cell->spans[i].text.size > 0
            && memchr(cell->spans[i].text.data, '\n', cell->spans[i].text.size))
            return true;
    return false;
}

size_t cp_tabular_cell_lines(const cp_tabular_layout *layout, size_t index, bool continued,
                             cp_arena *scratch)
{
    const cp_tabular *tabular = layout->of;
    const cp_tabular_cell *cell = &tabular->spec->cell[index];
    double room = room_of(layout, index % tabular->columns, cell->across) + SLACK;
    cp_report quiet = { .arena = scratch };
    cp_tabular_setting how
        = { .width = room - cp_tabular_beside(tabular, cell), .continued = continued };

    if (cell->count == 0)
        return 1;
    if (tabular->natural[index] <= room && !continued && !has_break(cell))
        return 1;
    return cp_text_lines(cp_tabular_set(tabular, index, how, scratch, &quiet));
}

static double pad_y(const cp_tabular_layout *layout, size_t row)
{
    return row < layout->of->spec->head ? layout->head_y : layout->pad_y;
}

double cp_tabular_cell_height(const cp_tabular_layout *layout, size_t index, size_t lines)
{
    const cp_tabular *tabular = layout->of;
    const cp_tabular_cell *cell = &tabular->spec->cell[index];
    size_t row = index / tabular->columns;
    double size = cp_tabular_ink(tabular, row)->size;
    double height = size * (lines > 1 ? (double)lines * tabular->own->line_height : layout->line);

    if (cell->inset && cell->inset->side == CP_INSET_BEHIND)
        height += cell->inset->height;
    else if (cell->inset)
        height = fmax(height, cell->inset->height);
    return height + 2 * pad_y(layout, row);
}

static double needed_height(cp_tabular_layout *layout, size_t index, cp_arena *scratch)
{
    size_t lines = cp_tabular_cell_lines(layout, index, false, scratch);

    cp_tabular_tidy(scratch, index);
    return cp_tabular_cell_height(layout, index, lines);
}

/* What lies over several rows widens them evenly if its text needs more. */
static void widen_rows(cp_tabular_layout *layout, size_t index, cp_arena *scratch)
{
    const cp_tabular *tabular = layout->of;
    size_t row = index / tabular->columns, count = tabular->spec->cell[index].down + 1;
    double lacking = needed_height(layout, index, scratch);

    for (size_t i = row; i < row + count; i++)
        lacking -= layout->heights[i];
    for (size_t i = row; lacking > 0 && i < row + count; i++)
        layout->heights[i] += lacking / (double)count;
}

static void find_heights(cp_tabular_layout *layout)
{
    const cp_tabular *tabular = layout->of;
    const cp_tabular_cell *cell = tabular->spec->cell;
    size_t count = tabular->rows * tabular->columns;
    cp_arena scratch = { 0 };

    for (size_t i = 0; i < count; i++) {
        size_t row = i / tabular->columns;
        double *height = &layout->heights[row];

        if (i % tabular->columns == 0)
            *height = cp_tabular_ink(tabular, row)->size * layout->line + 2 * pad_y(layout, row);
        if (!cell[i].covered && cell[i].down == 0)
            *height = fmax(*height, needed_height(layout, i, &scratch));
    }
    for (size_t i = 0; i < count; i++)
        if (!cell[i].covered && cell[i].down > 0)
            widen_rows(layout, i, &scratch);
    cp_arena_free(&scratch);
}

/* ---- a layout ---- */

/* A table that must be smaller first has less room around its texts, its head the most of it. */
static void find_pads(cp_tabular_layout *layout)
{
    const cp_tabular_style *style = layout->of->own;
    double part = style->tight < 1 ? (layout->scale - style->tight) / (1 - style->tight) : 1;

    part = fmin(1, fmax(0, part));
    layout->line = style->tight_line + (style->line_height - style->tight_line) * part;
    layout->pad_y = style->tight_y + (style->cell_y - style->tight_y) * part;
    layout->head_y = style->tight_head + (style->cell_y - style->tight_head) * part;
}

const cp_tabular_layout *cp_tabular_lay(cp_tabular *tabular, double width, double scale)
{
    cp_tabular_layout *layout = tabular->layouts;
    size_t columns = tabular->columns;

    while (layout && !(fabs(layout->width - width) < SLACK && fabs(layout->scale - scale) < 0.001))
        layout = layout->next;
    if (!layout) {
        layout = cp_new(tabular->arena, cp_tabular_layout);
        *layout = (cp_tabular_layout){ .of = tabular,
                                       .scale = scale,
                                       .width = width,
                                       .widths = cp_new_array(tabular->arena, double, columns),
                                       .insets = cp_new_array(tabular->arena, double, columns),
                                       .next = tabular->layouts };
        tabular->layouts = layout;
        find_pads(layout);
        if (solve_widths(layout)) {
            layout->x = cp_new_array(tabular->arena, double, columns + 1);
            layout->heights = cp_new_array(tabular->arena, double, tabular->rows);
            find_insets(layout);
            find_edges(layout);
            find_heights(layout);
        }
    }
    return layout->x ? layout : NULL;
}

double cp_tabular_least_width(const cp_tabular *tabular, double scale)
{
    double width = -net_width(tabular, 0);

    for (size_t i = 0; i < tabular->columns; i++) {
        const cp_tabular_column *column = &tabular->spec->column[i];
        const cp_tabular_measure *measure = &tabular->column[i];

        width += column->width == CP_TABULAR_FIXED ? fmax(column->amount, measure->least)
                 : column->width == CP_TABULAR_FIT ? measure->widest
                                                   : measure->least;
    }
    return width * scale;
}

double cp_tabular_widest(const cp_tabular *tabular)
{
    double width = -net_width(tabular, 0);

    for (size_t i = 0; i < tabular->columns; i++)
        width += tabular->spec->column[i].width == CP_TABULAR_FIXED
                     ? fmax(tabular->spec->column[i].amount, tabular->column[i].least)
                     : tabular->column[i].widest;
    return width;
}

double cp_tabular_least_scale(const cp_style *style)
{
    const cp_tabular_style *table = &style->table;

    return fmin(1, table->smallest / fmin(table->filled.head.size, table->body.size));
}

double cp_tabular_most_scale(const cp_style *style)
{
    return fmax(1, style->table.largest / style->table.body.size);
}

static bool fits(cp_tabular *tabular, cp_size box, double scale)
{
    const cp_tabular_layout *layout = cp_tabular_lay(tabular, box.width, scale);
    cp_tabular_page all = { 0 };

    if (layout)
        all = cp_tabular_all(layout);
    return layout && cp_tabular_height(&all) <= box.height + SLACK;
}

double cp_tabular_fit(cp_tabular *tabular, cp_size box, double most)
{
    double low = fmin(most, cp_tabular_least_scale(tabular->style)), high = most;

    if (fits(tabular, box, high))
        return high;
    if (!fits(tabular, box, low))
        return 0;
    if (high > 1)
        *(fits(tabular, box, 1) ? &low : &high) = 1; /* the style's own size, to the point */
    while (high - low > scale_step) {
        double middle = (low + high) / 2;

        *(fits(tabular, box, middle) ? &low : &high) = middle;
    }
    return low;
}
