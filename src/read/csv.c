/*
 * csv.c - delimited text: comma, tab, semicolon; also where it is named .xls.
 *
 * A line without a quote is split here; libcsv takes those with one.  It knows
 * no positions, so it is fed one physical line at a time and the line of each
 * row is known; the column of a cell is looked for again only when a finding
 * needs it.
 */
#include "read/grid.h"

#include <csv.h>
#include <string.h>

#include "base/utf8.h"
#include "read/delimiter.h"
#include "read/encoding.h"
#include "read/lines.h"

enum { STRICT = CSV_STRICT, LENIENT = CSV_STRICT_FINI | CSV_EMPTY_IS_NULL | CSV_APPEND_NULL };

/* By which the parser's room for one cell grows, and where that ends: a quote that is never closed
 * takes in the rest of the file.  SQL takes texts as long. */
enum { CELL_STEP = 64 * 1024, CELL_MOST = 1000000 };

typedef struct csv_grid {
    cp_grid base;
    cp_str text;
    char delimiter;
} csv_grid;

/* One walk. */
typedef struct csv_walk {
    const csv_grid *grid;
    struct csv_parser parser;
    cp_sink *sink;
    size_t quote;  /* where the next one stands in the text; its size: nowhere */
    size_t fields; /* told of the current row */
    bool in_row;   /* the next line goes on with a row: a quoted line break */
    bool enough;   /* says the sink */
} csv_walk;

static void give_cell(csv_walk *walk, cp_str text)
{
    if (walk->fields++ < CP_MAX_FIELDS && !walk->enough)
        walk->sink->cell(walk->sink, text);
}

static void give_row(csv_walk *walk)
{
    if (!walk->enough && walk->fields <= CP_MAX_FIELDS)
        walk->enough = !walk->sink->row(walk->sink);
    walk->in_row = false;
}

static void take_cell(void *data, size_t size, void *context)
{
    give_cell(context, (cp_str){ data ? data : "", size });
}

static void take_row(int end, void *context)
{
    (void)end;
    give_row(context);
}

static bool is_blank(char byte)
{
    return byte == ' ' || byte == '\t';
}

static size_t skip_blanks(const csv_grid *grid, size_t at)
{
    while (at < grid->text.size && grid->text.data[at] != grid->delimiter
           && is_blank(grid->text.data[at]))
        at++;
    return at;
}

/* Behind the closing quote of the cell that opens at `at`, or the end of the text. */
static size_t skip_quoted(cp_str text, size_t at)
{
    for (at++; at < text.size; at++) {
        if (text.data[at] != '"')
            continue;
        if (at + 1 == text.size || text.data[at + 1] != '"')
            return at + 1;
        at++;
    }
    return text.size;
}

/* The start of the cell behind the one that starts at `at`; the end of the row
 * or of the text where there is none. */
static size_t next_cell(const csv_grid *grid, size_t at)
{
    cp_str text = grid->text;

    if (at < text.size && text.data[at] == '"')
        at = skip_quoted(text, at);
    while (at < text.size && text.data[at] != grid->delimiter && text.data[at] != '\n'
           && text.data[at] != '\r')
        at++;
    return at < text.size && text.data[at] == grid->delimiter ? skip_blanks(grid, at + 1) : at;
}

static size_t cell_start(const csv_grid *grid, uint32_t line, size_t field)
{
    size_t at = skip_blanks(grid, cp_line_start(grid->text, line));

    for (size_t i = 0; i < field; i++)
        at = next_cell(grid, at);
    return at;
}

static cp_place csv_place(const cp_grid *base, uint32_t line, size_t field)
{
    const csv_grid *grid = (const csv_grid *)base;

    return cp_text_place(base->origin, grid->text, cell_start(grid, line, field));
}

/* The cell that was being read opens with a quote that does not close well. */
static bool fail_quote(const csv_walk *walk, const char *stray, cp_report *report)
{
    const csv_grid *grid = walk->grid;
    cp_place opening = csv_place(&grid->base, walk->sink->line, walk->fields);
    cp_place at;

    if (!stray)
        return cp_fail(report, opening, "a quote opens here and is not closed");
    at = cp_text_place(grid->base.origin, grid->text, (size_t)(stray - grid->text.data));
    if (at.line != opening.line)
        return cp_fail(report, at,
                       "text behind a closing quote; the quoted cell opens in line %d, "
                       "and a quote inside it is written twice",
                       opening.line);
    return cp_fail(report, at,
                   "text behind a closing quote; a quote inside a quoted cell is written twice");
}

/* A quote inside a cell that does not begin with one is no more than a
 * character (5" or ="000001"): the strict parser is talked past it. */
static bool pass_quote(csv_walk *walk, const char *at)
{
    struct csv_parser *parser = &walk->parser;

    if (parser->quoted || *at != '"' || csv_error(parser) != CSV_EPARSE)
        return false;
    csv_set_opts(parser, LENIENT);
    csv_parse(parser, at, 1, take_cell, take_row, walk);
    csv_set_opts(parser, STRICT | LENIENT);
    return true;
}

static bool fail_cell(csv_walk *walk, cp_report *report)
{
    return cp_fail(report, csv_place(&walk->grid->base, walk->sink->line, walk->fields),
                   "a cell of more than %d bytes%s", CELL_MOST,
                   walk->parser.quoted ? "; the quote that opens it may lack its end" : "");
}

/* The cells of a row that has no quote, as libcsv would give them. */
static bool split_line(csv_walk *walk, cp_str line, cp_report *report)
{
    char delimiter = walk->grid->delimiter;
    const char *at = line.data, *end = at + cp_line_content(line).size, *stop, *last;

    for (;; at = stop + 1) {
        while (at < end && *at != delimiter && is_blank(*at))
            at++;
        for (stop = at; stop < end && *stop != delimiter;)
            stop++;
        for (last = stop; last > at && is_blank(last[-1]);)
            last--;
        if (last - at > CELL_MOST)
            return fail_cell(walk, report);
        give_cell(walk, (cp_str){ at, (size_t)(last - at) });
        if (stop == end)
            break;
    }
    give_row(walk);
    return true;
}

static bool has_quote(csv_walk *walk, cp_str line)
{
    cp_str text = walk->grid->text;
    size_t from = (size_t)(line.data - text.data);

    if (walk->quote < from) {
        const char *found = memchr(line.data, '"', text.size - from);

        walk->quote = found ? (size_t)(found - text.data) : text.size;
    }
    return walk->quote < from + line.size;
}

static bool parse_line(csv_walk *walk, cp_str line, cp_report *report)
{
    while (line.size) {
        size_t size = line.size < CELL_STEP ? line.size : CELL_STEP;
        size_t done = csv_parse(&walk->parser, line.data, size, take_cell, take_row, walk);

        if (walk->parser.entry_pos > CELL_MOST)
            return fail_cell(walk, report);
        line = cp_str_slice(line, done, line.size);
        if (done == size)
            continue;
        if (!pass_quote(walk, line.data))
            return fail_quote(walk, line.data, report);
        line = cp_str_slice(line, 1, line.size);
    }
    return true;
}

static bool feed_line(csv_walk *walk, cp_str line, cp_report *report)
{
    bool plain = !walk->in_row && !has_quote(walk, line);

    if (!walk->in_row) {
        walk->fields = 0;
        walk->in_row = true;
    }
    if (!(plain ? split_line : parse_line)(walk, line, report))
        return false;
    if (walk->fields <= CP_MAX_FIELDS)
        return true;
    return cp_fail(report, csv_place(&walk->grid->base, walk->sink->line, CP_MAX_FIELDS),
                   "a row has more than %d cells", CP_MAX_FIELDS);
}

static bool feed_all(csv_walk *walk, cp_report *report)
{
    cp_lines lines = { .text = walk->grid->text };
    cp_str line;

    while (!walk->enough && cp_lines_next(&lines, &line)) {
        if (!walk->in_row && cp_line_blank(line))
            continue;
        if (!walk->in_row)
            walk->sink->line = lines.number;
        if (!feed_line(walk, line, report))
            return false;
    }
    if (walk->enough)
        return true;
    return csv_fini(&walk->parser, take_cell, take_row, walk) == 0
           || fail_quote(walk, NULL, report);
}

static bool csv_walk_rows(const cp_grid *base, cp_sink *sink, cp_report *report)
{
    csv_walk walk = { .grid = (const csv_grid *)base, .sink = sink };
    bool ok;

    csv_init(&walk.parser, STRICT | LENIENT);
    csv_set_blk_size(&walk.parser, CELL_STEP);
    csv_set_delim(&walk.parser, (unsigned char)walk.grid->delimiter);
    ok = feed_all(&walk, report);
    csv_free(&walk.parser);
    return ok;
}

/* Counts the lines, and cuts off the blank ones at the end: there may be far more
 * of them than rows. */
static void count_lines(csv_grid *grid)
{
    cp_lines lines = { .text = grid->text };
    uint32_t last = 0;
    cp_str line;

    while (cp_lines_next(&lines, &line)) {
        if (cp_line_blank(line))
            continue;
        grid->base.lines++;
        grid->text.size = lines.at;
        last = lines.number;
    }
    grid->base.lines_after = lines.number - last;
}

/* Every text can be read as this format, so it is the last one asked. */
static bool csv_claims(cp_str bytes)
{
    (void)bytes;
    return true;
}

static bool check_delimiter(const cp_read_wish *wish, cp_report *report)
{
    char delimiter = wish->delimiter;

    if (delimiter == '\t' || (delimiter > ' ' && delimiter < 0x7F && delimiter != '"')
        || delimiter == 0)
        return true;
    return cp_fail(report, wish->place,
                   "cells cannot be delimited by that character; "
                   "expected one such as , ; | or a tab");
}

static cp_table *csv_read(cp_arena *arena, cp_place at, cp_str bytes, const cp_read_wish *wish,
                          cp_read_story *story, cp_report *report)
{
    cp_decoded decoded = { 0 };
    csv_grid grid = { .base = { .origin = at, .walk = csv_walk_rows, .place = csv_place } };
    cp_table *table = NULL;

    if (check_delimiter(wish, report)
        && cp_decode(arena, bytes, at, wish->encoding, wish->place, &decoded, report)) {
        grid.text = decoded.text;
        grid.base.bytes = decoded.text.size;
        grid.delimiter = wish->delimiter ? wish->delimiter : cp_delimiter_find(decoded.text);
        count_lines(&grid);
        story->encoding = decoded.name;
        story->delimiter = grid.delimiter;
        table = cp_grid_table(arena, &grid.base, wish, story, report);
    }
    cp_buf_free(&decoded.own);
    return table;
}

const cp_reader cp_reader_csv = {
    .name = "csv",
    .summary = "text with , tab ; or another delimiter between its cells",
    .claims = csv_claims,
    .read = csv_read,
};
