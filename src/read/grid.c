#include "read/grid.h"

#include <string.h>

#include "base/unit.h"
#include "read/columns.h"
#include "read/fill.h"
#include "read/head.h"
#include "read/lookalike.h"
#include "read/merged.h"
#include "read/unitnote.h"

/* The leading rows, by which header and types are guessed. */
enum { LEADING_ROWS = 64 };

typedef struct leading {
    cp_sink sink;
    cp_arena *arena;
    uint32_t from; /* rows before this line are passed over, but for a unit */
    cp_unit_note note;
    cp_raw_row rows[LEADING_ROWS];
    size_t count;
    cp_buf cells;   /* of the current row, as cp_str */
    cp_buf spanned; /* of these, as bool */
} leading;

/* The whole job; what is only needed during it lives in `scratch`. */
typedef struct build {
    cp_arena *arena, scratch;
    const cp_grid *grid;
    const cp_read_wish *wish;
    cp_read_story *story;
    cp_report *report;
    leading leading;
    cp_head head;
    cp_fill fill;
} build;

static void lead_cell(cp_sink *sink, cp_str text)
{
    leading *lead = (leading *)sink;
    cp_str cell = cp_str_copy(lead->arena, cp_str_trim(text));
    cp_buf_add(&lead->cells, (cp_str){ (const char *)&cell, sizeof cell });
    cp_buf_add(&lead->spanned, (cp_str){ (const char *)&sink->spanned, sizeof sink->spanned });
}

static bool lead_row(cp_sink *sink)
{
    leading *lead = (leading *)sink;
    size_t count = lead->cells.size / sizeof(cp_str);
    cp_str *cells = cp_new_array(lead->arena, cp_str, count);
    bool *spanned = cp_new_array(lead->arena, bool, count), any = false;
    cp_raw_row row = { cells, count, sink->line, spanned };

    if (count) {
        memcpy(cells, lead->cells.data, lead->cells.size);
        memcpy(spanned, lead->spanned.data, lead->spanned.size);
    }
    lead->cells.size = lead->spanned.size = 0;
    for (size_t i = 0; i < count; i++)
        any = any || cells[i].size > 0;
    if (sink->line < lead->from)
        cp_unit_note_find(&row, 1, lead->from, &lead->note);
    else if (any)
        lead->rows[lead->count++] = row;
    return lead->count < LEADING_ROWS;
}

static const char *file_name(const build *b)
{
    return b->grid->origin.file ? b->grid->origin.file : "the text";
}

static int file_line(const build *b, uint32_t line)
{
    return (b->grid->origin.line ? b->grid->origin.line : 1) + (int)line - 1;
}

static cp_place line_place(const build *b, uint32_t line)
{
    return (cp_place){ b->grid->origin.file, file_line(b, line), 0 };
}

/* The line that the pack calls the header is a row. */
static bool check_header(const build *b)
{
    const leading *lead = &b->leading;
    int wanted = b->wish->header;

    if (wanted <= 0 || (lead->count && lead->rows[0].line == (uint32_t)wanted))
        return true;
    if (!lead->count)
        return cp_fail(b->report, b->wish->place, "%s has no row in line %d or behind it",
                       file_name(b), wanted);
    return cp_fail(b->report, b->wish->place,
                   "no names in line %d of %s; the next row begins in line %d", wanted,
                   file_name(b), file_line(b, lead->rows[0].line));
}

static bool find_head(build *b)
{
    leading *lead = &b->leading;
    bool named = b->wish->header > 0, ok;

    lead->sink = (cp_sink){ .cell = lead_cell, .row = lead_row };
    lead->arena = &b->scratch;
    lead->from = named ? (uint32_t)b->wish->header : 0;
    ok = b->grid->walk(b->grid, &lead->sink, b->report) && check_header(b);
    cp_buf_free(&lead->cells);
    cp_buf_free(&lead->spanned);
    if (!ok)
        return false;
    if (!lead->count)
        return cp_fail(b->report, line_place(b, 1), "no rows; expected names and rows of data");
    cp_head_merge(&b->scratch, lead->rows, lead->count);
    cp_head_find(b->arena, lead->rows, lead->count, b->grid->width, named, &b->head);
    cp_unit_note_find(lead->rows, lead->count, b->head.line, &lead->note);
    if (!b->head.line)
        cp_note(b->report, line_place(b, lead->rows[0].line),
                "no line of names was found, so the columns are called 列1, 列2 ...; "
                "if there is one, say which line is the header");
    return true;
}

/* What has a unit is a number, whatever the count of its digits. */
static cp_type type_of(const cp_filling *filling, cp_tally tally, bool first)
{
    if (filling->column.unit.size) {
        tally.kinds[CP_CELL_NUMBER] += tally.kinds[CP_CELL_LONG];
        tally.kinds[CP_CELL_LONG] = 0;
    }
    return cp_tally_type(&tally, filling->column.name, first);
}

/* The types that the leading rows show, unless the pack has settled them. */
static void guess_types(build *b)
{
    cp_fill *fill = &b->fill;

    for (size_t i = 0; i < fill->width; i++) {
        cp_filling *filling = &fill->fillings[i];
        cp_tally tally = filling->tally;
        cp_type type = filling->column.type;

        for (size_t k = 0; k < b->leading.count && !filling->settled; k++) {
            const cp_raw_row *row = &b->leading.rows[k];
            cp_cell cell;

            if (row->line <= b->head.last_line || i >= row->count)
                continue;
            cp_cell_read(row->cells[i], &cell);
            cp_tally_add(&tally, &cell);
        }
        if (!filling->settled)
            type = type_of(filling, tally, i == 0);
        cp_filling_start(fill, filling, type);
    }
}

/* Rows that are much shorter than the header would take memory out of
 * proportion to the file. */
static bool check_size(const build *b)
{
    enum { SMALL = 1 << 20, CELLS_A_BYTE = 2 };
    size_t cells = (size_t)b->grid->lines * b->head.width;

    return cells <= SMALL + CELLS_A_BYTE * b->grid->bytes
           || cp_fail(b->report, line_place(b, b->head.line ? b->head.line : 1),
                      "%zu columns, but nearly all of the %u rows are far shorter", b->head.width,
                      (unsigned)b->grid->lines);
}

static bool plan(build *b)
{
    cp_fill *fill = &b->fill;

    if (!check_size(b))
        return false;
    fill->arena = b->arena;
    fill->last_head_line = b->head.last_line;
    fill->width = b->head.width;
    fill->even = b->grid->width > 0;
    fill->capacity = b->grid->lines;
    fill->fillings = cp_new_array(b->arena, cp_filling, fill->width);
    fill->row_lines = cp_new_array(b->arena, uint32_t, fill->capacity);
    fill->source = b->head.source;
    fill->first_walk = true;
    if (!cp_columns_plan(b->arena, b->grid, &b->head, b->wish, fill->fillings, b->report))
        return false;
    guess_types(b);
    return true;
}

static bool empty(const cp_tally *tally)
{
    size_t cells = 0;

    for (int kind = 0; kind < CP_CELL_KINDS; kind++)
        cells += kind != CP_CELL_MISSING ? tally->kinds[kind] : 0;
    return cells == 0;
}

/* What a column is by all of its cells; without any, its unit tells. */
static cp_type final_type(const cp_filling *filling, bool first)
{
    if (filling->settled)
        return filling->column.type;
    if (empty(&filling->tally))
        return filling->column.unit.size ? CP_NUMBER : CP_TEXT;
    return type_of(filling, filling->tally, first);
}

static bool fill_all(build *b)
{
    cp_fill *fill = &b->fill;
    bool again = false;

    cp_fill_rewind(fill);
    if (!b->grid->walk(b->grid, &fill->sink, b->report))
        return false;
    fill->first_walk = false;
    for (size_t i = 0; i < fill->width; i++) {
        cp_filling *filling = &fill->fillings[i];
        cp_type type = final_type(filling, i == 0);

        filling->active = false;
        if (type != filling->column.type) {
            cp_filling_start(fill, filling, type);
            again = true;
        }
    }
    if (!again)
        return true;
    cp_fill_rewind(fill);
    return b->grid->walk(b->grid, &fill->sink, b->report);
}

/* A guess that a desk should see. */
static void tell_serials(build *b)
{
    for (size_t i = 0; i < b->fill.width && b->fill.rows; i++) {
        const cp_filling *filling = &b->fill.fillings[i];

        if (filling->column.type == CP_DATE && !filling->settled
            && filling->tally.kinds[CP_CELL_SERIAL])
            cp_note(b->report, b->grid->place(b->grid, b->fill.row_lines[0], i),
                    "a sheet's day numbers are read as dates (column " CP_FMT "); if they are none "
                    "say so in pack.yaml: columns: {" CP_FMT ": {type: number}}",
                    CP_ARG(filling->column.name), CP_ARG(filling->column.name));
    }
}

/* Nothing but days, most with a time of day behind them. */
static bool is_moments(const cp_tally *tally)
{
    size_t others = 0;

    for (int kind = CP_CELL_NUMBER; kind < CP_CELL_KINDS; kind++)
        others += kind != CP_CELL_DATE && kind != CP_CELL_MOMENT ? tally->kinds[kind] : 0;
    return tally->kinds[CP_CELL_MOMENT] && !others;
}

static void tell_times(build *b)
{
    for (size_t i = 0; i < b->fill.width && b->fill.rows; i++) {
        const cp_filling *filling = &b->fill.fillings[i];
        const cp_tally *tally = &filling->tally;
        cp_place at = b->grid->place(b->grid, b->fill.row_lines[0], i);

        if (filling->settled || !tally->kinds[CP_CELL_MOMENT])
            continue;
        if (i == 0 && filling->column.type == CP_TEXT && is_moments(tally))
            cp_note(b->report, at,
                    "the days have different times behind them, so they stay texts (column " CP_FMT
                    "); for the days alone say so in pack.yaml: columns: {" CP_FMT
                    ": {type: date}}",
                    CP_ARG(filling->column.name), CP_ARG(filling->column.name));
        if (filling->column.type == CP_DATE)
            cp_note(b->report, at,
                    "the time behind each day is left out: it is %d:%02d:%02d in all of them "
                    "(column " CP_FMT ")",
                    tally->seconds / 3600, tally->seconds / 60 % 60, tally->seconds % 60,
                    CP_ARG(filling->column.name));
    }
}

static void tell_lookalikes(build *b)
{
    for (size_t i = 0; i < b->fill.width; i++) {
        const cp_filling *filling = &b->fill.fillings[i];

        if (filling->column.type == CP_TEXT && !filling->settled)
            cp_lookalike_tell(b->grid, &filling->column, b->fill.row_lines, b->fill.rows, i,
                              b->report);
    }
}

static void tell_findings(build *b)
{
    cp_fill *fill = &b->fill;
    const cp_bad_list **lists = cp_new_array(&b->scratch, const cp_bad_list *, fill->width + 1);

    for (size_t i = 0; i < fill->width; i++)
        lists[i] = fill->fillings[i].bad;
    lists[fill->width] = fill->surplus;
    cp_bad_tell(&b->scratch, b->grid, lists, fill->width + 1, b->report);
    tell_serials(b);
    tell_times(b);
    tell_lookalikes(b);
    if (fill->short_rows)
        cp_warn(b->report, line_place(b, fill->first_short),
                "%zu row%s shorter than the names: here %zu of %zu cells; "
                "what is not there is taken as missing",
                fill->short_rows, fill->short_rows == 1 ? " is" : "s are", fill->first_short_cells,
                fill->width);
    if (fill->notes)
        cp_note(b->report, line_place(b, fill->first_note),
                "%zu line%s taken for a note, not for a row", fill->notes,
                fill->notes == 1 ? " is" : "s are");
}

/* The columns, but for those without a name and without a cell: lines that end
 * in a delimiter, and the gaps between blocks. */
static void keep_columns(build *b, cp_table *table)
{
    cp_fill *fill = &b->fill;

    table->columns = cp_new_array(b->arena, cp_column, fill->width);
    for (size_t i = 0; i < fill->width; i++) {
        cp_filling *filling = &fill->fillings[i];
        cp_column *column = &filling->column;

        if (filling->unnamed && empty(&filling->tally))
            continue;
        if (column->type == CP_NUMBER && !column->unit.size) {
            column->unit = filling->base;
            column->percent = filling->writing == CP_WRITING_SHARE;
            column->ones = filling->units && !column->unit.size && !column->percent;
        }
        table->columns[table->column_count++] = *column;
    }
}

static cp_table *make_table(build *b)
{
    cp_table *table = cp_new(b->arena, cp_table);
    cp_fill *fill = &b->fill;

    *table = (cp_table){ .name = CP_STR(""),
                         .file = b->grid->origin.file,
                         .place = b->grid->origin,
                         .rows = fill->rows,
                         .lines = fill->row_lines };
    for (size_t i = 0; i < fill->rows; i++)
        fill->row_lines[i] = (uint32_t)file_line(b, fill->row_lines[i]);
    keep_columns(b, table);
    return table;
}

static const cp_column *first_dates(const cp_table *table)
{
    for (size_t i = 0; i < table->column_count; i++)
        if (table->columns[i].type == CP_DATE)
            return &table->columns[i];
    return NULL;
}

/* A stray row in an export does not change its order; dates in no order have none. */
static bool newest_first(const cp_table *table)
{
    enum { FALLS_A_RISE = 10 };
    const cp_column *column = first_dates(table);
    size_t falls = 0, rises = 0;
    cp_date last = CP_NO_DATE;

    for (size_t row = 0; column && row < table->rows; row++) {
        cp_date date = column->date[row];

        if (date == CP_NO_DATE)
            continue;
        falls += last != CP_NO_DATE && date < last;
        rises += last != CP_NO_DATE && date > last;
        last = date;
    }
    return falls > FALLS_A_RISE * rises;
}

static void tell_story(const build *b, const cp_table *table)
{
    cp_read_story *story = b->story;

    story->header_line = b->head.line ? file_line(b, b->head.line) : 0;
    story->first_line = table->rows ? (int)table->lines[0] : 0;
    story->last_line = table->rows ? (int)table->lines[table->rows - 1] : 0;
    story->source = b->fill.source;
    story->lines_after = (int)b->grid->lines_after;
    story->newest_first = newest_first(table);
}

cp_table *cp_grid_table(cp_arena *arena, const cp_grid *grid, const cp_read_wish *wish,
                        cp_read_story *story, cp_report *report)
{
    build b = { .arena = arena, .grid = grid, .wish = wish, .story = story, .report = report };
    cp_table *table = NULL;

    if (find_head(&b) && plan(&b) && fill_all(&b)) {
        tell_findings(&b);
        cp_unit_note_apply(b.arena, &b.leading.note, grid, b.fill.fillings, b.fill.width, report);
        table = make_table(&b);
        tell_story(&b, table);
    }
    cp_fill_free(&b.fill);
    cp_arena_free(&b.scratch);
    return table;
}
