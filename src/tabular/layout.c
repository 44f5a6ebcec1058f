#include "tabular/layout.h"

#include <assert.h>
#include <math.h>

#include "tabular/columns.h"

/* A column this much narrower than its text still holds it: sums of widths round. */
#define SLACK 0.01

typedef struct layout {
    cp_arena *arena;
    cp_fonts *fonts;
    const cp_tabular_spec *spec;
    const cp_tabular_style *style;
    cp_color mark;
    cp_ink head, body; /* at the scale */
    double pad_x, pad_y;
    cp_report *report;
    cp_report quiet;   /* for texts set again: what is wrong with them was told */
    size_t count;      /* of cells */
    cp_text **natural; /* [count]: each on one line a paragraph */
    double *widths;    /* [columns], without padding */
    double *insets;    /* [columns]: room kept free at the right of each text */
} layout;

static const cp_tabular_cell *cell_at(const layout *l, size_t index)
{
    size_t columns = l->spec->columns;

    return index < columns ? &l->spec->head[index] : &l->spec->body[index - columns];
}

static size_t column_of(const layout *l, size_t index)
{
    assert(l->spec->columns > 0);
    return index % l->spec->columns;
}

static cp_text *set_cell(layout *l, size_t index, double width, cp_report *report)
{
    const cp_tabular_cell *cell = cell_at(l, index);
    const cp_ink *ink = index < l->spec->columns ? &l->head : &l->body;
    cp_text_box box = { .width = width,
                        .line_height = ink->size * l->style->line_height,
                        .align = l->spec->align[column_of(l, index)],
                        .mark_color = l->mark };

    if (cell->count == 0)
        return NULL;
    return cp_text_set(l->arena, l->fonts, ink, &box, cell->spans, cell->count, report);
}

static double text_width(const cp_text *text)
{
    return text ? cp_text_size(text).width : 0;
}

static void set_natural(layout *l, double *widths)
{
    l->natural = cp_new_array(l->arena, cp_text *, l->count);
    for (size_t i = 0; i < l->count; i++) {
        l->natural[i] = set_cell(l, i, 0, l->report);
        widths[i] = text_width(l->natural[i]);
    }
}

/* The widest piece of each column that cannot be broken. */
static double *find_least(layout *l, const double *natural)
{
    double *least = cp_new_array(l->arena, double, l->spec->columns);

    for (size_t i = 0; i < l->count; i++) {
        double *column = &least[column_of(l, i)];
        if (natural[i] > *column)
            *column = fmax(*column, cp_text_least_width(set_cell(l, i, natural[i], &l->quiet)));
    }
    return least;
}

/* Numbers at the right edge of a wide column would stand closer to the next
 * column's texts than to their own: as a block they go to its middle. */
static void find_insets(layout *l, const double *natural)
{
    for (size_t column = 0; column < l->spec->columns; column++) {
        double widest = 0;
        for (size_t i = column; i < l->count; i += l->spec->columns)
            widest = fmax(widest, natural[i]);
        if (l->spec->align[column] == CP_ALIGN_RIGHT)
            l->insets[column] = fmax(0, l->widths[column] - widest) / 2;
    }
}

static bool solve_columns(layout *l, double width)
{
    size_t columns = l->spec->columns;
    double *natural = cp_new_array(l->arena, double, l->count);
    cp_columns task = { .columns = columns,
                        .rows = l->spec->rows + 1,
                        .natural = natural,
                        .width = width - 2 * l->pad_x * (double)columns,
                        .waste = l->body.size / 2 };
    double need = 2 * l->pad_x * (double)columns;

    set_natural(l, natural);
    task.least = find_least(l, natural);
    l->widths = cp_new_array(l->arena, double, columns);
    l->insets = cp_new_array(l->arena, double, columns);
    if (cp_columns_solve(&task, l->arena, l->widths)) {
        find_insets(l, natural);
        return true;
    }
    for (size_t i = 0; i < columns; i++)
        need += task.least[i];
    return cp_fail(l->report, l->spec->place,
                   "the table needs %.0f pt for its %zu columns, there are %.0f: its cells cannot "
                   "be broken further",
                   ceil(need), columns, floor(width));
}

/* What stands on one line needs no setting again. */
static void place_text(layout *l, size_t index, cp_tabular_box *box)
{
    static const double shares[] = {
        [CP_ALIGN_LEFT] = 0, [CP_ALIGN_CENTER] = 0.5, [CP_ALIGN_RIGHT] = 1, [CP_ALIGN_JUSTIFY] = 0
    };
    cp_align align = l->spec->align[box->column];
    cp_text *natural = l->natural[index];
    double width = l->widths[box->column] - l->insets[box->column], spare;
    cp_size size;

    if (!natural)
        return;
    size = cp_text_size(natural);
    if (cp_text_lines(natural) == 1 && size.width <= width + SLACK) {
        box->text = natural;
        spare = fmax(0, width - size.width) * shares[align];
        box->at.x = box->box.x + l->pad_x + spare;
        box->ink = (cp_rect){ box->at.x, 0, size.width, size.height };
        return;
    }
    box->text = set_cell(l, index, width + SLACK, &l->quiet);
    size = cp_text_size(box->text);
    box->at.x = box->box.x + l->pad_x;
    spare = fmax(0, width - size.width) * shares[align];
    box->ink = (cp_rect){ box->at.x + spare, 0, size.width, size.height };
}

static double row_height(const layout *l, const cp_tabular *tabular, size_t row)
{
    double height = l->style->line_height * (row == 0 ? l->head.size : l->body.size);

    for (size_t i = 0; i < tabular->columns; i++)
        height = fmax(height, tabular->boxes[row * tabular->columns + i].ink.height);
    return height + 2 * l->pad_y;
}

static void place_row(layout *l, cp_tabular *tabular, size_t row)
{
    cp_tabular_box *boxes = tabular->boxes + row * tabular->columns;
    double top = tabular->y[row], height;

    for (size_t column = 0; column < tabular->columns; column++) {
        cp_tabular_box *box = &boxes[column];
        box->row = row;
        box->column = column;
        box->box.x = tabular->x[column];
        box->box.width = tabular->x[column + 1] - tabular->x[column];
        place_text(l, row * tabular->columns + column, box);
    }
    height = row_height(l, tabular, row);
    for (size_t column = 0; column < tabular->columns; column++) {
        cp_tabular_box *box = &boxes[column];
        box->box.y = top;
        box->box.height = height;
        box->at.y = box->ink.y = top + (height - box->ink.height) / 2;
    }
    tabular->y[row + 1] = top + height;
}

static cp_tabular *place_all(layout *l)
{
    cp_tabular *tabular = cp_new(l->arena, cp_tabular);

    *tabular = (cp_tabular){ .style = l->style,
                             .columns = l->spec->columns,
                             .rows = l->spec->rows + 1,
                             .x = cp_new_array(l->arena, double, l->spec->columns + 1),
                             .y = cp_new_array(l->arena, double, l->spec->rows + 2),
                             .count = l->count,
                             .boxes = cp_new_array(l->arena, cp_tabular_box, l->count) };
    for (size_t i = 0; i < tabular->columns; i++)
        tabular->x[i + 1] = tabular->x[i] + l->widths[i] + 2 * l->pad_x;
    for (size_t row = 0; row < tabular->rows; row++)
        place_row(l, tabular, row);
    return tabular;
}

static cp_ink scaled(cp_ink ink, double scale)
{
    ink.size *= scale;
    return ink;
}

cp_tabular *cp_tabular_layout(cp_arena *arena, cp_fonts *fonts, const cp_style *style,
                              const cp_tabular_spec *spec, double width, double scale,
                              cp_report *report)
{
    layout l = { .arena = arena,
                 .fonts = fonts,
                 .spec = spec,
                 .style = &style->table,
                 .mark = style->body.mark,
                 .head = scaled(style->table.head, scale),
                 .body = scaled(style->table.body, scale),
                 .pad_x = style->table.cell_x * scale,
                 .pad_y = style->table.cell_y * scale,
                 .report = report,
                 .quiet = { .arena = arena },
                 .count = spec->columns * (spec->rows + 1) };

    return solve_columns(&l, width) ? place_all(&l) : NULL;
}

/* The row whose upper edge is at `y`. */
static size_t edge_at(const cp_tabular *tabular, double y)
{
    size_t row = 0;

    while (row < tabular->rows && tabular->y[row] < y - 0.001)
        row++;
    return row;
}

void cp_tabular_spread(cp_tabular *tabular, double height)
{
    double spare = (height - cp_tabular_height(tabular)) / fmax(1, (double)tabular->rows - 1);

    if (spare <= 0 || tabular->rows < 2)
        return;
    spare = fmin(spare, (tabular->style->widest_row - 1) * (tabular->y[1] - tabular->y[0]));
    for (size_t i = 0; i < tabular->count; i++) {
        cp_tabular_box *it = &tabular->boxes[i];
        size_t last = edge_at(tabular, it->box.y + it->box.height);
        double down = it->row ? spare * (double)(it->row - 1) : 0;
        double more = last > 1 ? spare * (double)(last - (it->row ? it->row : 1)) : 0;

        it->box.y += down;
        it->box.height += more;
        it->at.y += down + more / 2;
        it->ink.y += down + more / 2;
    }
    for (size_t row = 2; row <= tabular->rows; row++)
        tabular->y[row] += spare * (double)(row - 1);
}

double cp_tabular_height(const cp_tabular *tabular)
{
    return tabular->y[tabular->rows];
}

double cp_tabular_least_scale(const cp_style *style)
{
    const cp_tabular_style *table = &style->table;

    return fmin(1, table->smallest / fmin(table->head.size, table->body.size));
}
