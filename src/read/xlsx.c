/*
 * xlsx.c - workbooks: a sheet is a table, its rows are lines, its cells are as stored.
 */
#include "read/grid.h"

#include <stdlib.h>
#include <string.h>

#include "base/guess.h"
#include "read/sheet.h"

typedef struct xlsx_grid {
    cp_grid base;
    const cp_sheet *sheet;
} xlsx_grid;

static bool xlsx_claims(cp_str bytes)
{
    return cp_str_starts(bytes, CP_STR("PK\3\4")) || cp_str_starts(bytes, CP_STR("PK\5\6"));
}

static void tell_blanks(cp_sink *sink, int from, int to)
{
    sink->spanned = false;
    for (; from < to; from++)
        sink->cell(sink, CP_STR(""));
}

/* The row that begins at `*at`, which moves behind it. */
static bool tell_row(const cp_sheet *sheet, size_t *at, cp_sink *sink)
{
    uint32_t row = sheet->cells[*at].row;
    int column = sheet->first_column;

    sink->line = row;
    for (; *at < sheet->count && sheet->cells[*at].row == row; ++*at) {
        const cp_sheet_cell *cell = &sheet->cells[*at];

        if (cell->column < column) /* merged over twice */
            continue;
        tell_blanks(sink, column, cell->column);
        sink->spanned = cell->spanned;
        sink->cell(sink, cell->text);
        column = cell->column + 1;
    }
    sink->spanned = false;
    return sink->row(sink);
}

static bool xlsx_walk(const cp_grid *base, cp_sink *sink, cp_report *report)
{
    const cp_sheet *sheet = ((const xlsx_grid *)base)->sheet;
    size_t at = 0;

    (void)report;
    while (at < sheet->count)
        if (!tell_row(sheet, &at, sink))
            break;
    return true;
}

static cp_place xlsx_place(const cp_grid *base, uint32_t line, size_t field)
{
    return (cp_place){ base->origin.file, (int)line, (int)(base->first_field + field) + 1 };
}

static const char *column_at(cp_arena *arena, const cp_table *table, int field)
{
    for (size_t i = 0; table && i < table->column_count; i++)
        if (table->columns[i].field == field)
            return cp_printf(arena, " (column " CP_FMT ")", CP_ARG(table->columns[i].name));
    return "";
}

/* `table` may be NULL: these cells may be why there is none. */
static void tell_faulty(cp_arena *arena, const cp_sheet *sheet, const cp_table *table, cp_place at,
                        cp_report *report)
{
    enum { MOST = 20 };

    for (size_t i = 0; i < sheet->faulty_count && i < MOST; i++) {
        const cp_faulty_cell *cell = &sheet->faulty[i];
        const char *column = column_at(arena, table, cell->column);

        at.line = (int)cell->row;
        at.column = cell->column;
        if (cell->fault == CP_FAULT_ERROR)
            cp_fail(report, at,
                    "the cell holds the error " CP_FMT "%s; mend its formula or clear it",
                    CP_ARG(cell->text), column);
        else
            cp_fail(report, at,
                    "the formula in this cell was never calculated%s; open the workbook in a "
                    "spreadsheet program and save it there",
                    column);
    }
    if (sheet->faulty_count > MOST)
        cp_fail(report, (cp_place){ .file = at.file },
                "%zu more cells hold errors or formulas that were never calculated",
                sheet->faulty_count - MOST);
}

/* Of the rows from `first` on: names may be merged down as they like. */
static size_t count_lowered(const cp_sheet *sheet, int first)
{
    size_t count = 0;

    for (size_t i = 0; i < sheet->count && first; i++)
        count += sheet->cells[i].lowered && !sheet->cells[i].spanned
                 && sheet->cells[i].row >= (uint32_t)first;
    return count;
}

static void tell_notes(const cp_sheet *sheet, int first, cp_place at, cp_report *report)
{
    size_t lowered = count_lowered(sheet, first);

    at = (cp_place){ .file = at.file };
    if (sheet->hidden_rows)
        cp_note(report, at, "%zu hidden row%s read, too", sheet->hidden_rows,
                sheet->hidden_rows == 1 ? " is" : "s are");
    if (lowered)
        cp_note(report, at, "%zu cell%s below a merged cell %s its text", lowered,
                lowered == 1 ? "" : "s", lowered == 1 ? "takes" : "take");
    if (sheet->tall_numbers)
        cp_note(report, at, "%zu number%s merged over rows %s in the first of them alone",
                sheet->tall_numbers, sheet->tall_numbers == 1 ? "" : "s",
                sheet->tall_numbers == 1 ? "stands" : "stand");
}

static cp_table *sheet_table(cp_arena *arena, const cp_book *book, const cp_book_sheet *which,
                             const cp_sheet *sheet, const cp_read_wish *wish, cp_read_story *story,
                             cp_report *report)
{
    const char *name = cp_printf(arena, "%s[" CP_FMT "]", book->at.file, CP_ARG(which->name));
    xlsx_grid grid = {
        .base = { .origin = { name, 1, 1 },
                  .lines = (uint32_t)sheet->rows,
                  .bytes = sheet->bytes,
                  .width = (size_t)(sheet->last_column - sheet->first_column + 1),
                  .first_field = sheet->first_column ? (size_t)sheet->first_column - 1 : 0,
                  .walk = xlsx_walk,
                  .place = xlsx_place },
        .sheet = sheet,
    };
    cp_table *table;

    story->sheet = cp_str_copy(arena, which->name);
    table = cp_grid_table(arena, &grid.base, wish, story, report);
    tell_faulty(book->arena, sheet, table, grid.base.origin, report);
    tell_notes(sheet, story->first_line, grid.base.origin, report);
    if (table)
        table->file = cp_printf(arena, "%s", book->at.file);
    return table;
}

static const char **sheet_names(cp_arena *arena, const cp_book *book)
{
    const char **names = cp_new_array(arena, const char *, book->sheet_count);

    for (size_t i = 0; i < book->sheet_count; i++)
        names[i] = cp_str_z(arena, book->sheets[i].name);
    return names;
}

static void note_passed(const cp_book *book, size_t passed, cp_report *report)
{
    const cp_book_sheet *before = &book->sheets[passed - 1];

    cp_note(report, book->at, "the sheet '" CP_FMT "' is read; '" CP_FMT "' before it %s",
            CP_ARG(before[1].name), CP_ARG(before->name),
            before->hidden ? "is hidden" : "has no cells");
}

/* The first that is not hidden and has a cell: often one of charts alone stands before it. */
static const cp_book_sheet *read_first(const cp_book *book, const cp_range *range, cp_sheet *out,
                                       cp_report *report)
{
    for (size_t i = 0; i < book->sheet_count; i++) {
        if (book->sheets[i].hidden && book->sheet_count > 1)
            continue;
        if (!cp_sheet_read(book, &book->sheets[i], range, out, report))
            return NULL;
        if (!out->count && !out->faulty_count)
            continue;
        if (i > 0)
            note_passed(book, i, report);
        return &book->sheets[i];
    }
    return &book->sheets[0];
}

static const cp_book_sheet *read_named(const cp_book *book, const cp_read_wish *wish,
                                       const cp_range *range, cp_sheet *out, cp_report *report)
{
    for (size_t i = 0; i < book->sheet_count; i++)
        if (cp_str_eq(book->sheets[i].name, wish->sheet))
            return cp_sheet_read(book, &book->sheets[i], range, out, report) ? &book->sheets[i]
                                                                             : NULL;
    cp_fail(report, wish->place.file ? wish->place : book->at, "no sheet '" CP_FMT "' in %s%s",
            CP_ARG(wish->sheet), book->at.file,
            cp_guess_text(report->arena, wish->sheet, sheet_names(book->arena, book),
                          book->sheet_count));
    return NULL;
}

static bool read_range(const cp_read_wish *wish, cp_range *out, cp_report *report)
{
    *out = (cp_range){ 0 };
    return !wish->range.size || cp_range_parse(wish->range, out)
           || cp_fail(report, wish->place,
                      "'" CP_FMT "' is not a range of cells; expected one such as B3:F200 or B:F",
                      CP_ARG(wish->range));
}

static cp_table *xlsx_read(cp_arena *arena, cp_place at, cp_str bytes, const cp_read_wish *wish,
                           cp_read_story *story, cp_report *report)
{
    cp_arena scratch = { 0 };
    cp_book book = { 0 };
    cp_sheet sheet = { 0 };
    const cp_book_sheet *which = NULL;
    cp_table *table = NULL;
    cp_range range;

    at.file = at.file ? at.file : "the workbook";
    if (read_range(wish, &range, report) && cp_book_open(&scratch, bytes, at, &book, report)
        && cp_book_load(&book, report))
        which = wish->sheet.size ? read_named(&book, wish, &range, &sheet, report)
                                 : read_first(&book, &range, &sheet, report);
    if (which)
        table = sheet_table(arena, &book, which, &sheet, wish, story, report);
    cp_book_close(&book);
    cp_arena_free(&scratch);
    return table;
}

static const cp_str *xlsx_tables(cp_arena *arena, cp_str bytes, size_t *count)
{
    cp_arena scratch = { 0 };
    cp_report unheard = { .arena = &scratch };
    cp_str *names = NULL;
    cp_book book = { 0 };

    if (cp_book_open(&scratch, bytes, (cp_place){ 0 }, &book, &unheard)) {
        names = cp_new_array(arena, cp_str, book.sheet_count);
        *count = book.sheet_count;
        for (size_t i = 0; i < book.sheet_count; i++)
            names[i] = cp_str_copy(arena, book.sheets[i].name);
    }
    cp_book_close(&book);
    cp_arena_free(&scratch);
    return names;
}

const cp_reader cp_reader_xlsx = {
    .name = "xlsx",
    .summary = "a workbook",
    .claims = xlsx_claims,
    .read = xlsx_read,
    .tables = xlsx_tables,
    .ranges = true,
};
