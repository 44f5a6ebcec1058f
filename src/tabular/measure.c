/* measure.c - every text of a table measured once: what layouts at all widths and scales go by. */
#include "tabular/inside.h"

#include <math.h>
#include <string.h>

const cp_tabular_spec *cp_tabular_spec_of(const cp_tabular *tabular)
{
    return tabular->spec;
}

static const cp_tabular_look *look_of(const cp_tabular_style *style, int asked)
{
    const cp_tabular_look *const looks[] = { &style->filled, &style->zebra, &style->lines };

    return looks[asked == CP_LOOK_USUAL ? style->look : asked - CP_LOOK_FILLED];
}

const cp_ink *cp_tabular_ink(const cp_tabular *tabular, size_t row)
{
    const cp_tabular_style *style = tabular->own;

    switch (tabular->spec->row[row].part) {
    case CP_TABULAR_HEAD:
        return &tabular->look->head;
    case CP_TABULAR_SECTION:
        return &style->section;
    case CP_TABULAR_SUMMARY:
        return &style->summary;
    case CP_TABULAR_FOOTNOTE:
        return &style->footnote;
    case CP_TABULAR_BODY:
        break;
    }
    return &style->body;
}

/* Labels of numbers end where the numbers do. */
cp_tabular_align cp_tabular_align_of(const cp_tabular *tabular, size_t index)
{
    size_t row = index / tabular->columns, column = index % tabular->columns;
    cp_tabular_align align = tabular->spec->cell[index].align;

    if (align == CP_TABULAR_AS_COLUMN)
        align = tabular->spec->column[column].align;
    if (align == CP_TABULAR_POINT && tabular->spec->row[row].part == CP_TABULAR_HEAD)
        align = CP_TABULAR_RIGHT;
    return align == CP_TABULAR_AS_COLUMN ? CP_TABULAR_LEFT : align;
}

static bool lies_over(const cp_tabular *tabular, size_t top, size_t left, size_t row, size_t column)
{
    const cp_tabular_cell *cell = &tabular->spec->cell[top * tabular->columns + left];

    return !cell->covered && top + cell->down >= row && left + cell->across >= column;
}

size_t cp_tabular_owner(const cp_tabular *tabular, size_t row, size_t column)
{
    for (size_t top = row + 1; top-- > 0;)
        for (size_t left = column + 1; left-- > 0;)
            if (lies_over(tabular, top, left, row, column))
                return top * tabular->columns + left;
    return row * tabular->columns + column;
}

static cp_align text_align(cp_tabular_align align)
{
    return align == CP_TABULAR_LEFT     ? CP_ALIGN_LEFT
           : align == CP_TABULAR_CENTER ? CP_ALIGN_CENTER
                                        : CP_ALIGN_RIGHT;
}

/* The spans with （续） behind them, in the look of the last one. */
static const cp_span *continue_spans(const cp_tabular *tabular, const cp_tabular_cell *cell,
                                     cp_arena *arena)
{
    cp_span *spans = cp_new_array(arena, cp_span, cell->count + 1);

    memcpy(spans, cell->spans, cell->count * sizeof *spans);
    spans[cell->count] = spans[cell->count - 1];
    spans[cell->count].text = tabular->own->continued;
    return spans;
}

cp_text *cp_tabular_set(const cp_tabular *tabular, size_t index, cp_tabular_setting how,
                        cp_arena *arena, cp_report *report)
{
    const cp_tabular_cell *cell = &tabular->spec->cell[index];
    const cp_ink *ink = cp_tabular_ink(tabular, index / tabular->columns);
    cp_text_box box
        = { .width = how.width,
            .line_height = ink->size * (how.line > 0 ? how.line : tabular->own->line_height),
            .align = text_align(cp_tabular_align_of(tabular, index)),
            .mark_color = tabular->style->body.mark,
            .any_length = true };
    bool continued = how.continued && cell->count > 0;

    return cp_text_set(arena, tabular->fonts, ink, &box,
                       continued ? continue_spans(tabular, cell, arena) : cell->spans,
                       cell->count + continued, report);
}

double cp_tabular_beside(const cp_tabular *tabular, const cp_tabular_cell *cell)
{
    const cp_tabular_inset *inset = cell->inset;

    if (!inset)
        return 0;
    return inset->width
           + (inset->side == CP_INSET_BEFORE && cell->count > 0 ? tabular->own->inset_gap : 0);
}

static bool is_digit(char byte)
{
    return byte >= '0' && byte <= '9';
}

/* Where the decimal point of a number stands, or would; SIZE_MAX: there is no number. */
static size_t point_of(cp_str text)
{
    size_t end = text.size;

    while (end > 0 && !is_digit(text.data[end - 1]))
        end--;
    if (end == 0)
        return SIZE_MAX;
    for (size_t at = end; at-- > 0 && (is_digit(text.data[at]) || text.data[at] == '.');)
        if (text.data[at] == '.')
            return at;
    return end;
}

static void measure_point(cp_tabular *tabular, size_t index, const cp_text *text, double width)
{
    const cp_tabular_cell *cell = &tabular->spec->cell[index];
    cp_tabular_measure *column = &tabular->column[index % tabular->columns];
    size_t at = cell->count == 1 ? point_of(cell->spans[0].text) : SIZE_MAX;

    if (at == SIZE_MAX)
        return;
    tabular->tail[index] = width - cp_text_width_ahead(text, at);
    column->head = fmax(column->head, width - tabular->tail[index]);
    column->tail = fmax(column->tail, tabular->tail[index]);
}

/* To reset an arena costs a good part of a page of memory: not for each cell. */
void cp_tabular_tidy(cp_arena *scratch, size_t index)
{
    enum { CELLS = 256 };

    if (index % CELLS == CELLS - 1)
        cp_arena_reset(scratch);
}

static double least_of(const cp_tabular *tabular, size_t index, double width, cp_arena *scratch)
{
    cp_report quiet = { .arena = scratch };

    if (tabular->spec->cell[index].whole)
        return width;
    return cp_text_least_width(
        cp_tabular_set(tabular, index, (cp_tabular_setting){ .width = width }, scratch, &quiet));
}

static void measure_cell(cp_tabular *tabular, size_t index, cp_arena *scratch, cp_report *report)
{
    const cp_tabular_cell *cell = &tabular->spec->cell[index];
    cp_tabular_measure *column = &tabular->column[index % tabular->columns];
    double beside = cp_tabular_beside(tabular, cell), width = 0;

    tabular->tail[index] = NAN;
    if (cell->covered)
        return;
    if (cell->count > 0) {
        const cp_text *text
            = cp_tabular_set(tabular, index, (cp_tabular_setting){ 0 }, scratch, report);

        width = cp_text_size(text).width;
        if (cp_tabular_align_of(tabular, index) == CP_TABULAR_POINT)
            measure_point(tabular, index, text, width);
    }
    tabular->natural[index] = width + beside;
    if (cell->inset && cell->inset->side == CP_INSET_BEFORE) {
        column->beside = fmax(column->beside, beside);
        column->grows = column->grows || cell->inset->grows;
    }
    if (cell->across > 0)
        return;
    column->widest = fmax(column->widest, width + beside);
    if (width + beside > column->least)
        column->least
            = fmax(column->least,
                   (cell->count > 0 ? least_of(tabular, index, width, scratch) : 0) + beside);
}

/* What lies over several columns widens them evenly if its words need more. */
static void widen_for_span(cp_tabular *tabular, size_t index, cp_arena *scratch)
{
    const cp_tabular_cell *cell = &tabular->spec->cell[index];
    size_t first = index % tabular->columns, count = 0;
    double room = 2 * tabular->own->cell_x * cell->across, need;

    for (size_t i = first; i <= first + cell->across; i++) {
        room += tabular->column[i].least;
        count += !tabular->spec->column[i].gap;
    }
    if (cell->count == 0 || tabular->natural[index] <= room || count == 0)
        return;
    need = least_of(tabular, index, tabular->natural[index], scratch) - room;
    for (size_t i = first; need > 0 && i <= first + cell->across; i++) {
        if (tabular->spec->column[i].gap)
            continue;
        tabular->column[i].least += need / (double)count;
        tabular->column[i].widest = fmax(tabular->column[i].widest, tabular->column[i].least);
    }
}

static void measure_all(cp_tabular *tabular, cp_report *report)
{
    size_t count = tabular->rows * tabular->columns;
    cp_arena scratch = { 0 };

    for (size_t i = 0; i < count; i++) {
        measure_cell(tabular, i, &scratch, report);
        cp_tabular_tidy(&scratch, i);
    }
    for (size_t i = 0; i < tabular->columns; i++) {
        cp_tabular_measure *column = &tabular->column[i];

        column->least = fmax(column->least, column->head + column->tail);
        column->widest = fmax(column->widest, column->least);
        if (column->grows)
            column->widest = fmax(column->widest, column->head + column->tail + column->beside);
    }
    for (size_t i = 0; i < count; i++)
        if (tabular->spec->cell[i].across > 0)
            widen_for_span(tabular, i, &scratch);
    cp_arena_free(&scratch);
}

/* The columns of a block with the gap behind it, if all blocks have as many; 0: they differ. */
static size_t block_width(const cp_tabular *tabular)
{
    const cp_tabular_column *column = tabular->spec->column;
    size_t width = 0;

    while (width < tabular->columns && !column[width].gap)
        width++;
    width++;
    for (size_t i = 0; i < tabular->columns; i++)
        if (column[i].gap != (i % width == width - 1))
            return 0;
    return (tabular->columns + 1) % width == 0 ? width : 0;
}

/* Blocks side by side have the same widths, so that they read as one. */
static void level_blocks(cp_tabular *tabular)
{
    size_t width = block_width(tabular);

    for (size_t i = 0; width > 0 && i < tabular->columns; i++) {
        cp_tabular_measure *first = &tabular->column[i % width], *own = &tabular->column[i];

        first->least = fmax(first->least, own->least);
        first->widest = fmax(first->widest, own->widest);
    }
    for (size_t i = width; width > 0 && i < tabular->columns; i++) {
        tabular->column[i].least = tabular->column[i % width].least;
        tabular->column[i].widest = tabular->column[i % width].widest;
    }
}

/* Every second row of the body has a stripe; rows of one merged stub count as one. */
static void find_stripes(cp_tabular *tabular)
{
    const cp_tabular_spec *spec = tabular->spec;
    bool odd = true;

    for (size_t row = spec->head; row < tabular->rows; row++) {
        if (spec->row[row].part != CP_TABULAR_BODY)
            odd = true;
        else if (!spec->cell[row * tabular->columns].covered)
            odd = !odd;
        tabular->odd[row] = spec->row[row].part == CP_TABULAR_BODY && odd;
    }
}

cp_tabular *cp_tabular_new(cp_arena *arena, cp_fonts *fonts, const cp_style *style,
                           const cp_tabular_spec *spec, cp_report *report)
{
    cp_tabular *tabular = cp_new(arena, cp_tabular);
    size_t rows = spec->head + spec->rows, count = rows * spec->columns;

    *tabular = (cp_tabular){ .arena = arena,
                             .fonts = fonts,
                             .style = style,
                             .own = &style->table,
                             .look = look_of(&style->table, spec->look),
                             .spec = spec,
                             .columns = spec->columns,
                             .rows = rows,
                             .natural = cp_new_array(arena, double, count),
                             .tail = cp_new_array(arena, double, count),
                             .odd = cp_new_array(arena, bool, rows),
                             .column = cp_new_array(arena, cp_tabular_measure, spec->columns) };
    measure_all(tabular, report);
    level_blocks(tabular);
    find_stripes(tabular);
    return tabular;
}

cp_str cp_tabular_row_words(cp_arena *arena, const cp_tabular_spec *spec, size_t row)
{
    const cp_tabular_cell *cells = spec->cell + (spec->head + row) * spec->columns;
    cp_str words = { 0 };

    for (size_t i = 0; i < spec->columns && words.size == 0; i++)
        for (size_t k = 0; k < cells[i].count; k++)
            words = cp_str_printf(arena, CP_FMT CP_FMT, CP_ARG(words),
                                  CP_ARG(cells[i].spans[k].text));
    return words;
}
