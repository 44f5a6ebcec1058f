/* page.c - some of a table's rows below its head: how many fit, and what stands where. */
#include "tabular/inside.h"

#include <math.h>

/* The share of a page's room that may stay empty so that a merged cell stays whole. */
static const double whole_cells = 0.34;

cp_tabular_page cp_tabular_all(const cp_tabular_layout *layout)
{
    return (cp_tabular_page){ .layout = layout, .to = layout->of->spec->rows };
}

/* ---- rows ---- */

/* Whether the cell over the first cell of a page's row begins above the page. */
static bool is_cut_above(const cp_tabular *tabular, size_t row, size_t column)
{
    const cp_tabular_cell *cell = &tabular->spec->cell[row * tabular->columns + column];

    return cell->covered && row > tabular->spec->head
           && cp_tabular_owner(tabular, row, column) / tabular->columns < row;
}

/* What is left of a cell below `row`, up to `end`. */
static size_t rows_left(const cp_tabular *tabular, size_t index, size_t row, size_t end)
{
    size_t last = index / tabular->columns + tabular->spec->cell[index].down + 1;

    return (last < end ? last : end) - row;
}

/* Rows `at`..`at` + `count` - 1 of the page get what a cell over them lacks, evenly. */
static void widen_rows(cp_tabular_rows *rows, size_t at, size_t count, double need)
{
    double lacking = need - (rows->y[at + count] - rows->y[at]);

    for (size_t i = 1; lacking > 0 && at + i <= rows->count; i++)
        rows->y[at + i] += lacking * (i < count ? (double)i / (double)count : 1);
}

static double needed_height(const cp_tabular_page *page, size_t index, bool continued,
                            cp_arena *arena)
{
    size_t lines = cp_tabular_cell_lines(page->layout, index, continued, arena);

    return cp_tabular_cell_height(page->layout, index, lines);
}

/* A label that is repeated with （续） may need more than the rows that are left to it. */
static void widen_for_label(const cp_tabular_page *page, cp_tabular_rows *rows, size_t column,
                            cp_arena *arena)
{
    const cp_tabular *tabular = page->layout->of;
    size_t first = tabular->spec->head + page->from;
    size_t index = cp_tabular_owner(tabular, first, column);
    size_t count = rows_left(tabular, index, first, tabular->spec->head + page->to);

    widen_rows(rows, tabular->spec->head, count, needed_height(page, index, true, arena));
}

/* So may one that begins on the page, of whose rows only the first are here. */
static void widen_for_begun(const cp_tabular_page *page, cp_tabular_rows *rows, size_t column,
                            cp_arena *arena)
{
    const cp_tabular *tabular = page->layout->of;
    size_t end = tabular->spec->head + page->to;
    size_t index = cp_tabular_owner(tabular, end - 1, column), first = index / tabular->columns;
    const cp_tabular_cell *cell = &tabular->spec->cell[index];

    if (first + cell->down >= end && !cell->sum && first >= tabular->spec->head + page->from)
        widen_rows(rows, first - page->from, end - first, needed_height(page, index, false, arena));
}

cp_tabular_rows cp_tabular_rows_of(const cp_tabular_page *page, cp_arena *arena)
{
    const cp_tabular_layout *layout = page->layout;
    const cp_tabular *tabular = layout->of;
    size_t head = tabular->spec->head, count = head + page->to - page->from;
    cp_tabular_rows rows = { .count = count,
                             .row = cp_new_array(arena, size_t, count),
                             .y = cp_new_array(arena, double, count + 1) };

    for (size_t i = 0; i < count; i++) {
        rows.row[i] = i < head ? i : page->from + i;
        rows.y[i + 1] = rows.y[i] + layout->heights[rows.row[i]]
                        + (i < head ? 0 : page->spread / layout->scale);
    }
    for (size_t column = 0; page->from < page->to && column < tabular->columns; column++) {
        if (is_cut_above(tabular, head + page->from, column))
            widen_for_label(page, &rows, column, arena);
        widen_for_begun(page, &rows, column, arena);
    }
    return rows;
}

double cp_tabular_height(const cp_tabular_page *page)
{
    cp_arena scratch = { 0 };
    cp_tabular_rows rows = cp_tabular_rows_of(page, &scratch);
    double height = rows.y[rows.count] * page->layout->scale;

    cp_arena_free(&scratch);
    return height;
}

static double head_height(const cp_tabular_layout *layout)
{
    double height = 0;

    for (size_t i = 0; i < layout->of->spec->head; i++)
        height += layout->heights[i];
    return height;
}

void cp_tabular_spread(cp_tabular_page *page, double height)
{
    const cp_tabular_layout *layout = page->layout;
    double head = head_height(layout) / fmax(1, (double)layout->of->spec->head);
    double spare = (height - cp_tabular_height(page)) / fmax(1, (double)(page->to - page->from));

    if (page->to > page->from)
        page->spread
            = fmax(0, fmin(spare, (layout->of->own->widest_row - 1) * head * layout->scale));
}

/* ---- where pages end ---- */

/* The first row that does not fit. */
static size_t first_beyond(const cp_tabular_layout *layout, size_t from, double height)
{
    const cp_tabular_spec *spec = layout->of->spec;
    double y = head_height(layout) * layout->scale;
    cp_tabular_page page = { .layout = layout, .from = from, .to = from };

    while (page.to < spec->rows) {
        y += layout->heights[spec->head + page.to] * layout->scale;
        if (y > height + 0.01)
            break;
        page.to++;
    }
    return page.to;
}

/* Parts of merged cells may need more height than their rows: then fewer fit. */
static size_t last_that_fits(const cp_tabular_layout *layout, size_t from, size_t to, double height)
{
    cp_tabular_page page = { .layout = layout, .from = from, .to = to };

    while (page.to > from && cp_tabular_height(&page) > height + 0.01)
        page.to--;
    return page.to;
}

static cp_tabular_part part_of(const cp_tabular *tabular, size_t row)
{
    return tabular->spec->row[tabular->spec->head + row].part;
}

static bool may_end_at(const cp_tabular *tabular, size_t row)
{
    return part_of(tabular, row - 1) != CP_TABULAR_SECTION
           && part_of(tabular, row) != CP_TABULAR_SUMMARY
           && part_of(tabular, row) != CP_TABULAR_FOOTNOTE;
}

static bool cuts_a_cell(const cp_tabular *tabular, size_t row)
{
    for (size_t column = 0; column < tabular->columns; column++)
        if (is_cut_above(tabular, tabular->spec->head + row, column))
            return true;
    return false;
}

size_t cp_tabular_break(const cp_tabular_layout *layout, size_t from, double height)
{
    const cp_tabular *tabular = layout->of;
    size_t beyond = last_that_fits(layout, from, first_beyond(layout, from, height), height);
    size_t end = beyond, whole;
    double empty = 0, allowed = whole_cells * (height - head_height(layout) * layout->scale);

    if (beyond == tabular->spec->rows)
        return beyond;
    while (end > from + 1 && !may_end_at(tabular, end))
        end--;
    if (end == from + 1 && !may_end_at(tabular, end))
        end = beyond;
    for (whole = end; whole > from + 1 && cuts_a_cell(tabular, whole) && empty <= allowed; whole--)
        empty += layout->heights[tabular->spec->head + whole - 1] * layout->scale;
    while (whole > from + 1 && !may_end_at(tabular, whole))
        whole--;
    if (whole > from && empty <= allowed && !cuts_a_cell(tabular, whole))
        return whole;
    return last_that_fits(layout, from, end, height);
}

/* ---- boxes ---- */

typedef struct placing {
    const cp_tabular_page *page;
    const cp_tabular *tabular;
    const cp_tabular_rows *rows;
    cp_arena *arena;
} placing;

/* Whether a merged cell's words stand in this part of it: a sum in the last one only. */
static bool is_written(const cp_tabular *tabular, const cp_tabular_box *box)
{
    const cp_tabular_cell *cell = &tabular->spec->cell[box->index];

    return cell->count > 0 && !(cell->sum && box->cut);
}

static double shift_of(const placing *p, const cp_tabular_box *box, cp_tabular_align align,
                       double spare)
{
    size_t column = box->index % p->tabular->columns;
    const cp_tabular_measure *measure = &p->tabular->column[column];
    double tail = p->tabular->tail[box->index];

    switch (align) {
    case CP_TABULAR_CENTER:
        return spare / 2;
    case CP_TABULAR_POINT:
        return spare - p->page->layout->insets[column] - (isnan(tail) ? 0 : measure->tail - tail);
    case CP_TABULAR_RIGHT:
        return p->tabular->spec->cell[box->index].across > 0
                   ? spare
                   : spare - p->page->layout->insets[column];
    default:
        return 0;
    }
}

/* An inset before the text takes the column's room for it, or all that texts leave. */
static void place_inset(const placing *p, cp_tabular_box *box, double left, double room)
{
    const cp_tabular *tabular = p->tabular;
    const cp_tabular_cell *cell = &tabular->spec->cell[box->index];
    const cp_tabular_inset *inset = cell->inset;
    const cp_tabular_measure *column = &tabular->column[box->index % tabular->columns];
    double middle = box->box.y + box->box.height / 2, width = inset->width;

    if (inset->side == CP_INSET_BEHIND) {
        box->inset = cp_rect_inset(box->ink, -inset->height / 2, -inset->width / 2,
                                   -inset->height / 2, -inset->width / 2);
        return;
    }
    if (inset->grows)
        width = cell->count > 0
                    ? room - fmax(column->head + column->tail, column->widest - column->beside)
                          - tabular->own->inset_gap
                    : room;
    box->inset = (cp_rect){ left, middle - inset->height / 2, width, inset->height };
    if (cell->count == 0 && !inset->grows)
        box->inset.x += shift_of(p, box, cp_tabular_align_of(tabular, box->index), room - width);
    else if (!inset->grows)
        box->inset.x = box->ink.x - tabular->own->inset_gap - width;
}

static void place_text(const placing *p, cp_tabular_box *box, double left, double room)
{
    const cp_tabular *tabular = p->tabular;
    const cp_tabular_cell *cell = &tabular->spec->cell[box->index];
    double beside = cp_tabular_beside(tabular, cell);
    bool behind = cell->inset && cell->inset->side == CP_INSET_BEHIND;
    cp_report quiet = { .arena = p->arena };
    bool repeated = box->continued && !cell->sum;
    size_t lines = cp_tabular_cell_lines(p->page->layout, box->index, repeated, p->arena);
    bool wrapped = repeated || lines > 1;
    cp_tabular_setting how = { .width = wrapped ? room - beside + 0.01 : 0,
                               .line = lines > 1 ? 0 : p->page->layout->line,
                               .continued = repeated };
    cp_size size;
    double spare;

    box->text = cp_tabular_set(tabular, box->index, how, p->arena, &quiet);
    size = cp_text_size(box->text);
    spare = shift_of(p, box, cp_tabular_align_of(tabular, box->index),
                     fmax(0, room - beside - size.width));
    if (cp_tabular_align_of(tabular, box->index) == CP_TABULAR_LEFT || behind)
        left += behind ? beside / 2 : beside;
    else
        left += beside;
    box->ink = (cp_rect){ left + spare, box->box.y + (box->box.height - size.height) / 2,
                          size.width, size.height };
    /* A text set in a width stands in it by itself. */
    box->at = (cp_point){ wrapped ? left : left + spare, box->ink.y };
}

static void place_box(const placing *p, cp_tabular_box *box)
{
    const cp_tabular_layout *layout = p->page->layout;
    const cp_tabular_cell *cell = &p->tabular->spec->cell[box->index];
    double pad = p->tabular->own->cell_x;
    size_t column = box->column;

    box->box.x = layout->x[column];
    box->box.width = layout->x[column + cell->across + 1] - box->box.x;
    box->box.y = p->rows->y[box->row];
    box->box.height = p->rows->y[box->row + box->down + 1] - box->box.y;
    box->ink = (cp_rect){ box->box.x + pad, box->box.y + box->box.height / 2, 0, 0 };
    if (is_written(p->tabular, box))
        place_text(p, box, box->box.x + pad, box->box.width - 2 * pad);
    if (cell->inset && (cell->count == 0 || box->text))
        place_inset(p, box, box->box.x + pad, box->box.width - 2 * pad);
}

/* The cell of the grid that stands, or goes on, at a row and column of the page. */
static bool find_box(const placing *p, size_t row, size_t column, cp_tabular_box *box)
{
    const cp_tabular *tabular = p->tabular;
    size_t head = tabular->spec->head, real = p->rows->row[row];
    size_t end = row < head ? head : head + p->page->to;
    size_t index = real * tabular->columns + column;
    bool goes_on = row == head && is_cut_above(tabular, real, column);

    if (tabular->spec->column[column].gap && !tabular->spec->cell[index].covered)
        return false;
    if (goes_on)
        index = cp_tabular_owner(tabular, real, column);
    if (goes_on ? index % tabular->columns != column : tabular->spec->cell[index].covered)
        return false;
    *box = (cp_tabular_box){ .index = index,
                             .row = row,
                             .column = column,
                             .down = rows_left(tabular, index, real, end) - 1,
                             .continued = goes_on,
                             .cut
                             = index / tabular->columns + tabular->spec->cell[index].down >= end };
    return true;
}

cp_tabular_box *cp_tabular_boxes(const cp_tabular_page *page, const cp_tabular_rows *rows,
                                 cp_arena *arena, size_t *count)
{
    placing p = { page, page->layout->of, rows, arena };
    cp_tabular_box *boxes = cp_new_array(arena, cp_tabular_box, rows->count * p.tabular->columns);

    *count = 0;
    for (size_t row = 0; row < rows->count; row++)
        for (size_t column = 0; column < p.tabular->columns; column++)
            if (find_box(&p, row, column, &boxes[*count]))
                place_box(&p, &boxes[(*count)++]);
    return boxes;
}
