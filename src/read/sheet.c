#include "read/sheet.h"

#include "base/cellname.h"

#include <stdlib.h>
#include <string.h>

/* More than any sheet that a figure is made of. */
enum { MOST_CELLS = 16 << 20, MOST_MERGES = 1 << 16 };
static const size_t most_text = (size_t)1 << 30;

typedef enum cell_kind { NUMBER, SHARED, INLINE, FORMULA_TEXT, TRUTH, FAULT, DAY } cell_kind;

/* One walk over a sheet's part. */
typedef struct walk {
    cp_xml xml;
    const cp_book *book;
    const cp_range *range;
    cp_buf cells, faulty, merges;
    cp_buf text; /* of the current cell */
    size_t text_size;
    int row, column; /* of the current cell, from 1 */
    cell_kind kind;
    int style;
    bool formula, hidden, row_counted;
    bool in_value, in_inline, in_reading;
    cp_sheet *sheet;
} walk;

bool cp_range_parse(cp_str text, cp_range *out)
{
    cp_str last = text, first = cp_str_next(&last, ':');

    *out = (cp_range){ 0 };
    return last.data && cp_cellname_parse(cp_str_trim(first), &out->first_row, &out->first_column)
           && cp_cellname_parse(cp_str_trim(last), &out->last_row, &out->last_column)
           && (!out->last_row || out->first_row <= out->last_row)
           && (!out->last_column || out->first_column <= out->last_column);
}

static bool in_range(const cp_range *range, int row, int column)
{
    return row >= range->first_row && (!range->last_row || row <= range->last_row)
           && column >= range->first_column
           && (!range->last_column || column <= range->last_column);
}

/* Rows and cells that do not say where they stand follow the one before. */
static void open_row(walk *w, const char *const *attributes)
{
    cp_str place = cp_xml_attribute(attributes, "r");
    int row = cp_xml_int(attributes, "r");

    w->row = place.data ? row : w->row + 1;
    w->column = 0;
    w->hidden = cp_xml_is_true(cp_xml_attribute(attributes, "hidden"));
    w->row_counted = false;
    if (w->row < 1 || w->row > CP_SHEET_ROWS)
        w->xml.fault = "has a row that no sheet has; it is not read";
}

static cell_kind kind_of(cp_str type)
{
    static const struct {
        const char *word;
        cell_kind kind;
    } kinds[] = { { "s", SHARED }, { "inlineStr", INLINE }, { "str", FORMULA_TEXT },
                  { "b", TRUTH },  { "e", FAULT },          { "d", DAY } };

    for (size_t i = 0; type.size && i < sizeof kinds / sizeof *kinds; i++)
        if (cp_str_is(type, kinds[i].word))
            return kinds[i].kind;
    return NUMBER;
}

static void open_cell(walk *w, const char *const *attributes)
{
    cp_str place = cp_xml_attribute(attributes, "r");
    int row = w->row, column = w->column + 1;

    if (place.data && !cp_cellname_parse(place, &row, &column))
        row = column = 0;
    w->column = column;
    w->kind = kind_of(cp_xml_attribute(attributes, "t"));
    w->style = cp_xml_int(attributes, "s");
    w->formula = w->in_value = w->in_inline = w->in_reading = false;
    w->text.size = 0;
    if (row < 1 || column < 1 || column > CP_SHEET_COLUMNS || row != w->row)
        w->xml.fault = "has a cell in no place of a sheet; it is not read";
}

static void open_merge(walk *w, const char *const *attributes)
{
    cp_range range;

    if (!cp_range_parse(cp_xml_attribute(attributes, "ref"), &range) || !range.last_row
        || !range.last_column || !range.first_row || !range.first_column)
        return;
    if (w->merges.size >= MOST_MERGES * sizeof range)
        w->xml.fault = "merges more cells than any sheet does; it is not read";
    cp_buf_add(&w->merges, (cp_str){ (const char *)&range, sizeof range });
}

static void open_element(cp_xml *xml, const char *name, const char *const *attributes)
{
    walk *w = (walk *)xml;

    if (strcmp(name, "c") == 0)
        open_cell(w, attributes);
    else if (strcmp(name, "v") == 0)
        w->in_value = true;
    else if (strcmp(name, "f") == 0)
        w->formula = true;
    else if (strcmp(name, "t") == 0)
        w->in_inline = !w->in_reading;
    else if (strcmp(name, "rPh") == 0)
        w->in_reading = true;
    else if (strcmp(name, "row") == 0)
        open_row(w, attributes);
    else if (strcmp(name, "mergeCell") == 0)
        open_merge(w, attributes);
}

static void take_text(cp_xml *xml, cp_str piece)
{
    walk *w = (walk *)xml;

    w->sheet->bytes += piece.size;
    if (w->kind == INLINE ? w->in_inline : w->in_value)
        cp_buf_add(&w->text, piece);
}

static cp_numfmt format_of(const walk *w)
{
    int style = w->style < 0 ? 0 : w->style; /* the first is the default one */

    return (size_t)style < w->book->format_count ? w->book->formats[style] : CP_NUMFMT_PLAIN;
}

static cp_str shared_text(walk *w)
{
    cp_str digits = cp_str_trim(cp_buf_str(&w->text));
    size_t index = 0;

    for (size_t i = 0; i < digits.size; i++)
        if (digits.data[i] < '0' || digits.data[i] > '9' || index > w->book->string_count)
            index = SIZE_MAX / 16;
        else
            index = index * 10 + (size_t)(digits.data[i] - '0');
    if (digits.size && index < w->book->string_count)
        return w->book->strings[index];
    w->xml.fault = "speaks of a text that the workbook does not have; save the workbook again";
    return CP_STR("");
}

/* 2026-04-13T00:00:00 is a day; with another time a day and a time. */
static cp_str day_text(cp_arena *arena, cp_str text)
{
    enum { DAY_SIZE = 10, TIME_SIZE = 8 };
    cp_str time = cp_str_slice(text, DAY_SIZE + 1, DAY_SIZE + 1 + TIME_SIZE);

    if (text.size <= DAY_SIZE || text.data[DAY_SIZE] != 'T')
        return cp_str_copy(arena, text);
    if (cp_str_is(time, "00:00:00") || cp_str_is(time, "00:00"))
        return cp_str_copy(arena, cp_str_slice(text, 0, DAY_SIZE));
    return cp_str_printf(arena, "%.*s " CP_FMT, (int)DAY_SIZE, text.data, CP_ARG(time));
}

static cp_str cell_text(walk *w)
{
    cp_arena *arena = w->book->arena;
    cp_str raw = cp_buf_str(&w->text);

    switch (w->kind) {
    case SHARED:
        return shared_text(w);
    case TRUTH:
        return cp_xml_is_true(cp_str_trim(raw)) ? CP_STR("TRUE") : CP_STR("FALSE");
    case DAY:
        return day_text(arena, cp_str_trim(raw));
    case NUMBER:
        return cp_numfmt_text(arena, format_of(w), raw, w->book->from_1904);
    default:
        return cp_book_text(arena, raw);
    }
}

static void add_faulty(walk *w, cp_cell_fault fault, cp_str text)
{
    cp_faulty_cell cell
        = { (uint32_t)w->row, (uint16_t)w->column, fault, cp_str_copy(w->book->arena, text) };

    cp_buf_add(&w->faulty, (cp_str){ (const char *)&cell, sizeof cell });
}

static void count_row(walk *w)
{
    if (w->row_counted)
        return;
    w->row_counted = true;
    w->sheet->rows++;
    w->sheet->hidden_rows += w->hidden;
}

static bool is_blank(cp_str text)
{
    return !cp_str_trim(text).size;
}

static void add_cell(walk *w)
{
    cp_sheet_cell cell = { .row = (uint32_t)w->row,
                           .column = (uint16_t)w->column,
                           .number = w->kind == NUMBER && format_of(w) != CP_NUMFMT_DATE };

    cell.text = cell_text(w);
    if (is_blank(cell.text))
        return;
    w->text_size += cell.text.size;
    w->sheet->bytes += sizeof cell;
    if (w->cells.size >= MOST_CELLS * sizeof cell || w->text_size > most_text)
        w->xml.fault = "holds more cells or text than fit into a figure; it is not read";
    cp_buf_add(&w->cells, (cp_str){ (const char *)&cell, sizeof cell });
    count_row(w);
}

static void close_cell(walk *w)
{
    cp_str raw = cp_buf_str(&w->text);

    if (!in_range(w->range, w->row, w->column))
        return;
    if (w->formula && w->kind != FORMULA_TEXT && is_blank(raw))
        add_faulty(w, CP_FAULT_NOT_CALCULATED, CP_STR(""));
    else if (w->kind == FAULT && !cp_str_is(cp_str_trim(raw), "#N/A"))
        add_faulty(w, CP_FAULT_ERROR, cp_str_trim(raw));
    else if (!is_blank(raw))
        add_cell(w);
}

static void close_element(cp_xml *xml, const char *name)
{
    walk *w = (walk *)xml;

    if (strcmp(name, "c") == 0)
        close_cell(w);
    else if (strcmp(name, "v") == 0)
        w->in_value = false;
    else if (strcmp(name, "t") == 0)
        w->in_inline = false;
    else if (strcmp(name, "rPh") == 0)
        w->in_reading = false;
}

static int by_place(const void *a, const void *b)
{
    const cp_sheet_cell *one = a, *two = b;

    if (one->row != two->row)
        return one->row < two->row ? -1 : 1;
    if (one->column != two->column)
        return one->column < two->column ? -1 : 1;
    return one->spanned - two->spanned;
}

static const cp_sheet_cell *find_cell(const cp_sheet_cell *cells, size_t count, int row, int column)
{
    cp_sheet_cell key = { .row = (uint32_t)row, .column = (uint16_t)column };

    return count ? bsearch(&key, cells, count, sizeof key, by_place) : NULL;
}

static cp_sheet_cell *cells_of(const walk *w)
{
    return (cp_sheet_cell *)(void *)w->cells.data;
}

static void sort_cells(walk *w)
{
    cp_sheet_cell *cell = cells_of(w);
    size_t count = w->cells.size / sizeof *cell;

    for (size_t i = 1; i < count; i++)
        if (by_place(&cell[i - 1], &cell[i]) > 0) {
            qsort(cell, count, sizeof *cell, by_place);
            return;
        }
}

/* The columns that cells stand in: merged ranges reach no farther. */
static void find_columns(walk *w)
{
    cp_sheet *sheet = w->sheet;

    for (size_t i = 0; i < w->cells.size / sizeof(cp_sheet_cell); i++) {
        int column = cells_of(w)[i].column;

        if (!sheet->first_column || column < sheet->first_column)
            sheet->first_column = column;
        if (column > sheet->last_column)
            sheet->last_column = column;
    }
}

/* The first cell at or below `row`, as an index. */
static size_t row_start(const cp_sheet_cell *cells, size_t count, uint32_t row)
{
    size_t low = 0, high = count;

    while (low < high) {
        size_t middle = (low + high) / 2;

        if (cells[middle].row < row)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static bool spread_row(walk *w, const cp_range *merge, cp_sheet_cell head, uint32_t row,
                       size_t count)
{
    int last
        = merge->last_column < w->sheet->last_column ? merge->last_column : w->sheet->last_column;

    for (int column = merge->first_column; column <= last; column++) {
        cp_sheet_cell copy = head;

        copy.row = row;
        copy.column = (uint16_t)column;
        copy.spanned = column > merge->first_column;
        copy.lowered = row > head.row;
        if (find_cell(cells_of(w), count, (int)row, column))
            continue;
        if (w->cells.size >= MOST_CELLS * sizeof copy)
            return false;
        cp_buf_add(&w->cells, (cp_str){ (const char *)&copy, sizeof copy });
    }
    return true;
}

/* Repeat the text at the head of a merged range, also into the rows below that have other cells.
 * A number is not repeated down: its sum would be wrong.  The first `count` cells are sorted. */
static bool spread(walk *w, const cp_range *merge, size_t count)
{
    const cp_sheet_cell *head
        = find_cell(cells_of(w), count, merge->first_row, merge->first_column);
    uint32_t last = head && head->number ? (uint32_t)merge->first_row : (uint32_t)merge->last_row;
    cp_sheet_cell text;

    if (!head)
        return true;
    w->sheet->tall_numbers += head->number && merge->last_row > merge->first_row;
    text = *head;
    for (size_t at = row_start(cells_of(w), count, text.row); at < count;) {
        uint32_t row = cells_of(w)[at].row;

        if (row > last)
            break;
        if (!spread_row(w, merge, text, row, count))
            return false;
        at = row_start(cells_of(w), count, row + 1);
    }
    return true;
}

static bool spread_all(walk *w)
{
    const cp_range *merge = (const cp_range *)(const void *)w->merges.data;
    size_t count = w->cells.size / sizeof(cp_sheet_cell);

    for (size_t i = 0; i < w->merges.size / sizeof *merge; i++)
        if (!spread(w, &merge[i], count))
            return false;
    return true;
}

static bool check_twins(const walk *w, cp_place at, cp_report *report)
{
    const cp_sheet_cell *cell = cells_of(w);

    for (size_t i = 1; i < w->cells.size / sizeof *cell; i++)
        if (cell[i].row == cell[i - 1].row && cell[i].column == cell[i - 1].column) {
            at.line = (int)cell[i].row;
            at.column = cell[i].column;
            return cp_fail(report, at, "the sheet has this cell twice; save the workbook again");
        }
    return true;
}

static bool finish(walk *w, cp_place at, cp_report *report)
{
    sort_cells(w);
    if (!check_twins(w, at, report))
        return false;
    find_columns(w);
    if (!spread_all(w))
        return cp_fail(report, at, "merged cells cover more than any sheet holds; it is not read");
    sort_cells(w);
    w->sheet->count = w->cells.size / sizeof(cp_sheet_cell);
    w->sheet->cells = cp_new_array(w->book->arena, cp_sheet_cell, w->sheet->count);
    if (w->sheet->count)
        memcpy(w->sheet->cells, w->cells.data, w->cells.size);
    w->sheet->faulty_count = w->faulty.size / sizeof(cp_faulty_cell);
    w->sheet->faulty = cp_new_array(w->book->arena, cp_faulty_cell, w->sheet->faulty_count);
    if (w->faulty.size)
        memcpy(w->sheet->faulty, w->faulty.data, w->faulty.size);
    return true;
}

bool cp_sheet_read(const cp_book *book, const cp_book_sheet *which, const cp_range *range,
                   cp_sheet *out, cp_report *report)
{
    walk w = { .xml = { .open = open_element, .close = close_element, .text = take_text },
               .book = book,
               .range = range,
               .sheet = out };
    cp_place at = { .file = cp_printf(report->arena, "%s[" CP_FMT "]", book->at.file,
                                      CP_ARG(which->name)) };
    bool ok;

    *out = (cp_sheet){ 0 };
    ok = cp_xml_run(book->zip, which->part, &w.xml, book->at, report) && finish(&w, at, report);
    cp_buf_free(&w.cells);
    cp_buf_free(&w.faulty);
    cp_buf_free(&w.merges);
    cp_buf_free(&w.text);
    return ok;
}
