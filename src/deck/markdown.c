#include "deck/markdown.h"

#include "deck/inline.h"
#include "deck/source.h"

#include <cmark-gfm.h>
#include <cmark-gfm-core-extensions.h>
#include <pthread.h>
#include <stdint.h>
#include <string.h>

enum { MOST_LIST_DEPTH = 4 };

typedef struct reader {
    cp_arena *arena;
    cp_report *report;
    const cp_source *source;
    cp_inline in;
    cp_block *first, *last;
    cmark_node *root;
    int next_line; /* the first line behind the last block: where 0:0 nodes begin */
    bool ok;
} reader;

/* Where a text in a list stands. */
typedef struct list_spot {
    int depth, number;
    bool marked, close;
} list_spot;

static void fail(reader *r, int line, const char *words)
{
    r->ok = cp_fail(r->report, (cp_place){ r->source->file, line, 0 }, "%s", words);
}

static cp_block *add_block(reader *r, cp_block_kind kind, int line)
{
    cp_block *block = cp_new(r->arena, cp_block);

    block->kind = kind;
    block->place = (cp_place){ r->source->file, line, 0 };
    if (r->last)
        r->last->next = block;
    else
        r->first = block;
    r->last = block;
    return block;
}

static const char *type_of(cmark_node *node)
{
    return cmark_node_get_type_string(node);
}

/* A paragraph right above a table has no lines of its own in the tree. */
static int first_line(reader *r, cmark_node *node)
{
    int line = cmark_node_get_start_line(node);

    return line > 0 ? line : r->next_line;
}

static int count_breaks(cmark_node *node)
{
    int count = 0;

    for (cmark_node *child = cmark_node_first_child(node); child; child = cmark_node_next(child))
        count += cmark_node_get_type(child) == CMARK_NODE_SOFTBREAK
                 || cmark_node_get_type(child) == CMARK_NODE_LINEBREAK;
    return count;
}

static void enter(reader *r, cmark_node *node)
{
    int line = first_line(r, node), end = cmark_node_get_end_line(node);

    if (cmark_node_get_start_line(node) <= 0)
        end = line + count_breaks(node);
    cp_inline_enter(&r->in, line, end);
    r->next_line = end + 1;
}

/* ---- paragraphs ---- */

static void read_figures(reader *r, cmark_node *node, size_t count, const list_spot *spot)
{
    if (spot->depth) {
        fail(r, first_line(r, node),
             "a figure in a list; figures stand in a paragraph of their own, behind a blank line");
        return;
    }
    enter(r, node);

    cp_block *block = add_block(r, CP_BLOCK_FIGURES, first_line(r, node));

    block->image_count = count;
    block->images = cp_new_array(r->arena, cp_image, count);
    r->ok = cp_inline_images(&r->in, node, count, block->images) && r->ok;
}

static void read_paragraph(reader *r, cmark_node *node, const list_spot *spot)
{
    size_t images;
    int line = first_line(r, node);

    if (cp_inline_is_figures(node, &images)) {
        read_figures(r, node, images, spot);
        return;
    }
    enter(r, node);

    cp_block *block = add_block(r, CP_BLOCK_TEXT, line);

    block->level = spot->depth;
    block->number = spot->number;
    block->marked = spot->marked;
    block->close = spot->close;
    r->ok = cp_inline_spans(&r->in, node, &block->spans) && r->ok;
}

static void read_item(reader *r, cmark_node *item, list_spot spot);

static void read_list(reader *r, cmark_node *list, int depth)
{
    bool counts = cmark_node_get_list_type(list) == CMARK_ORDERED_LIST;
    list_spot spot = { .depth = depth + 1,
                       .number = counts ? cmark_node_get_list_start(list) : 0,
                       .close = depth > 0 && cmark_node_get_list_tight(list) };

    if (spot.depth > MOST_LIST_DEPTH) {
        fail(r, cmark_node_get_start_line(list), "a list nested more than 4 deep");
        return;
    }
    for (cmark_node *item = cmark_node_first_child(list); item; item = cmark_node_next(item)) {
        read_item(r, item, spot);
        spot.number += counts;
    }
}

static void read_item(reader *r, cmark_node *item, list_spot spot)
{
    spot.marked = true;
    if (!cmark_node_first_child(item))
        fail(r, cmark_node_get_start_line(item), "a list item without text");
    for (cmark_node *node = cmark_node_first_child(item); node; node = cmark_node_next(node)) {
        if (cmark_node_get_type(node) == CMARK_NODE_PARAGRAPH)
            read_paragraph(r, node, &spot);
        else if (cmark_node_get_type(node) == CMARK_NODE_LIST)
            read_list(r, node, spot.depth);
        else if (cmark_node_get_type(node) == CMARK_NODE_CODE_BLOCK)
            fail(r, cmark_node_get_start_line(node), "code blocks are not taken");
        else
            fail(r, cmark_node_get_start_line(node),
                 "this stands inside of a list item, which takes text and lists; "
                 "begin it at the line's start, behind a blank line");
        spot.marked = false;
    }
}

/* ---- footnotes ---- */

/* The parser puts the texts of footnotes at the document's end, in the order of their numbers. */
static cmark_node *note_node(const reader *r, int number)
{
    cmark_node *node = cmark_node_first_child(r->root);

    for (; node; node = cmark_node_next(node))
        if (cmark_node_get_type(node) == CMARK_NODE_FOOTNOTE_DEFINITION && --number == 0)
            break;
    return node;
}

static void read_note(reader *r, int file_number, int number)
{
    cmark_node *note = note_node(r, file_number);
    cmark_node *text = note ? cmark_node_first_child(note) : NULL;
    int next_line = r->next_line;

    if (!text || cmark_node_next(text) || cmark_node_get_type(text) != CMARK_NODE_PARAGRAPH) {
        fail(r, note ? cmark_node_get_start_line(note) : 0,
             "a footnote takes one paragraph of text");
        return;
    }
    enter(r, text);
    r->next_line = next_line;

    cp_block *block = add_block(r, CP_BLOCK_NOTE, cmark_node_get_start_line(text));

    block->number = number;
    r->ok = cp_inline_spans(&r->in, text, &block->spans) && r->ok;
}

/* A slide ends: the footnotes that it refers to stand behind it. */
static void end_slide(reader *r)
{
    for (size_t i = 0; i < r->in.note_count; i++)
        read_note(r, r->in.notes[i], (int)i + 1);
    r->in.note_count = 0;
}

/* ---- headings ---- */

/* The line under a setext heading: === or ---. */
static int underline_of(const cp_source *source, int line)
{
    for (int at = line + 1; (size_t)at <= source->lines; at++) {
        cp_str text = cp_str_trim(cp_source_line(source, at));

        if (!text.size)
            break;
        if (text.data[0] == '=' || text.data[0] == '-')
            return at;
    }
    return line;
}

static bool is_setext(const cp_source *source, cmark_node *heading)
{
    cp_str line = cp_source_line(source, cmark_node_get_start_line(heading));

    return !cp_str_starts(cp_str_trim(line), CP_STR("#"));
}

static void read_heading(reader *r, cmark_node *node)
{
    int line = cmark_node_get_start_line(node);

    if (is_setext(r->source, node)) {
        fail(r, underline_of(r->source, line),
             "a line of --- or === right under text makes a heading of it; "
             "put a blank line above a page break, or ## before a title");
        return;
    }
    if (cmark_node_get_heading_level(node) > 3) {
        fail(r, line, "a heading of level 4 or deeper; expected #, ## or ###");
        return;
    }
    if (cmark_node_get_heading_level(node) < 3)
        end_slide(r);
    enter(r, node);

    cp_block *block = add_block(r, CP_BLOCK_HEADING, line);

    block->level = cmark_node_get_heading_level(node);
    r->ok = cp_inline_spans(&r->in, node, &block->spans) && r->ok;
    if (!block->spans.count)
        fail(r, line, "a heading without text");
}

/* ---- quotes: the source line ---- */

static void read_quote(reader *r, cmark_node *quote)
{
    for (cmark_node *node = cmark_node_first_child(quote); node; node = cmark_node_next(node)) {
        if (cmark_node_get_type(node) != CMARK_NODE_PARAGRAPH) {
            fail(r, cmark_node_get_start_line(node),
                 "a quote takes the source line only: > 资料来源：...");
            continue;
        }
        enter(r, node);

        cp_block *block = add_block(r, CP_BLOCK_SOURCE, cmark_node_get_start_line(node));

        r->ok = cp_inline_spans(&r->in, node, &block->spans) && r->ok;
    }
}

/* ---- comments ---- */

static bool is_word(cp_str text)
{
    for (size_t i = 0; i < text.size; i++)
        if (!((text.data[i] >= 'a' && text.data[i] <= 'z') || text.data[i] == '-'))
            return false;
    return text.size > 0;
}

/* `word: value`, the colon full-width or not; anything else is the writer's own remark. */
static void read_comment(reader *r, cp_str comment, int line)
{
    size_t colon = cp_str_find(comment, CP_STR(":"), 0);
    size_t wide = cp_str_find(comment, CP_STR("："), 0);
    size_t at = colon < wide ? colon : wide;
    cp_str word = cp_str_trim(cp_str_slice(comment, 0, at));

    if (at == SIZE_MAX || !is_word(word))
        return;

    cp_block *block = add_block(r, CP_BLOCK_WORD, line);

    block->word = word;
    block->value = cp_str_trim(cp_str_slice(comment, at + (at == wide ? 3 : 1), comment.size));
}

static size_t count_lines(cp_str text)
{
    size_t count = 0;

    for (size_t i = 0; i < text.size; i++)
        count += text.data[i] == '\n';
    return count;
}

static void read_html(reader *r, cmark_node *node)
{
    int line = cmark_node_get_start_line(node);
    cp_str rest = cp_source_plain(r->arena, r->source, cp_str_from(cmark_node_get_literal(node)));

    for (;;) {
        cp_str text = cp_str_trim(rest);

        line += (int)count_lines(cp_str_slice(rest, 0, (size_t)(text.data - rest.data)));
        if (!text.size)
            return;

        size_t end = cp_str_find(text, CP_STR("-->"), 0);

        if (!cp_str_starts(text, CP_STR("<!--"))) {
            fail(r, line, "HTML is not taken; \\< prints the sign");
            return;
        }
        if (end == SIZE_MAX) {
            fail(r, line, "this comment has no end; expected -->");
            return;
        }

        cp_str comment = cp_str_slice(text, 4, end);

        read_comment(r, cp_str_trim(comment), line);
        line += (int)count_lines(comment);
        rest = cp_str_slice(text, end + 3, text.size);
    }
}

/* ---- tables ---- */

static size_t count_children(cmark_node *node)
{
    size_t count = 0;

    for (cmark_node *child = cmark_node_first_child(node); child; child = cmark_node_next(child))
        count++;
    return count;
}

static void read_row(reader *r, cmark_node *row, int line, size_t columns, cp_tabular_cell *cells)
{
    cp_str text = cp_source_line(r->source, line);
    size_t extra = 0, column = 0;
    size_t found = cp_source_cells(text, columns, &extra);

    if (found > columns) {
        cp_place at
            = cp_source_place(r->source, (size_t)(text.data - r->source->text.data) + extra);

        r->ok = cp_fail(r->report, at, "%zu cells in a table of %zu columns; \\| prints the sign",
                        found, columns);
        return;
    }
    cp_inline_enter(&r->in, line, line);
    for (cmark_node *cell = cmark_node_first_child(row); cell && column < columns;
         cell = cmark_node_next(cell), column++) {
        cp_spans spans = { 0 };

        r->ok = cp_inline_spans(&r->in, cell, &spans) && r->ok;
        cells[column] = (cp_tabular_cell){ .spans = spans.item, .count = spans.count };
    }
}

static cp_tabular_align align_of(uint8_t letter)
{
    return letter == 'r' ? CP_TABULAR_RIGHT : letter == 'c' ? CP_TABULAR_CENTER : CP_TABULAR_LEFT;
}

/* A table of one column has no stub. */
static cp_tabular_column *read_columns(const reader *r, cmark_node *node, size_t count)
{
    uint8_t *letters = cmark_gfm_extensions_get_table_alignments(node);
    cp_tabular_column *columns = cp_new_array(r->arena, cp_tabular_column, count);

    for (size_t i = 0; i < count; i++)
        columns[i].align = align_of(letters[i]);
    columns[0].stub = count > 1;
    return columns;
}

static void read_table(reader *r, cmark_node *node)
{
    size_t columns = cmark_gfm_extensions_get_table_columns(node);
    size_t rows = count_children(node), index = 0;
    int start = cmark_node_get_start_line(node);
    int line = start > r->next_line ? start : r->next_line;
    cp_tabular_cell *cells = cp_new_array(r->arena, cp_tabular_cell, columns * rows);
    cp_tabular_row *row = cp_new_array(r->arena, cp_tabular_row, rows);
    cp_block *block = add_block(r, CP_BLOCK_TABLE, line);

    for (cmark_node *child = cmark_node_first_child(node); child; child = cmark_node_next(child)) {
        read_row(r, child, index ? cmark_node_get_start_line(child) : line, columns,
                 &cells[index * columns]);
        index++;
    }
    row[0].part = CP_TABULAR_HEAD;
    block->table = (cp_tabular_spec){ .columns = columns,
                                      .head = 1,
                                      .rows = rows - 1,
                                      .column = read_columns(r, node, columns),
                                      .row = row,
                                      .cell = cells };
    r->next_line = line + (int)rows + 1;
}

/* ---- the document ---- */

static void read_block(reader *r, cmark_node *node)
{
    int line = cmark_node_get_start_line(node);

    if (line > r->next_line)
        r->next_line = line;
    switch (cmark_node_get_type(node)) {
    case CMARK_NODE_PARAGRAPH:
        read_paragraph(r, node, &(list_spot){ 0 });
        return;
    case CMARK_NODE_HEADING:
        read_heading(r, node);
        return;
    case CMARK_NODE_LIST:
        read_list(r, node, 0);
        return;
    case CMARK_NODE_BLOCK_QUOTE:
        read_quote(r, node);
        return;
    case CMARK_NODE_FOOTNOTE_DEFINITION:
        return; /* read where it is referred to */
    case CMARK_NODE_THEMATIC_BREAK:
        end_slide(r);
        add_block(r, CP_BLOCK_BREAK, line);
        return;
    case CMARK_NODE_HTML_BLOCK:
        read_html(r, node);
        return;
    case CMARK_NODE_CODE_BLOCK:
        fail(r, line,
             cmark_node_get_fence_info(node)
                     && cp_str_starts(cp_str_trim(cp_source_line(r->source, line)), CP_STR("`"))
                 ? "code blocks are not taken"
                 : "a line that begins with four blanks or a tab is code to Markdown, "
                   "which slides do not take; begin it at the line's start");
        return;
    default:
        if (strcmp(type_of(node), "table") == 0)
            read_table(r, node);
        else
            fail(r, line, cp_printf(r->arena, "%s is not taken", type_of(node)));
    }
}

/* The library's own registering is not for several threads at once. */
static pthread_once_t registered = PTHREAD_ONCE_INIT;

static cmark_node *parse(const cp_source *source)
{
    pthread_once(&registered, cmark_gfm_core_extensions_ensure_registered);

    cmark_parser *parser = cmark_parser_new(CMARK_OPT_SOURCEPOS | CMARK_OPT_FOOTNOTES);

    cmark_parser_attach_syntax_extension(parser, cmark_find_syntax_extension("table"));
    cmark_parser_feed(parser, source->text.data, source->text.size);

    cmark_node *root = cmark_parser_finish(parser);

    cmark_parser_free(parser);
    return root;
}

bool cp_markdown_read(cp_arena *arena, const char *file, cp_str text, cp_values *values,
                      cp_block **out, cp_report *report)
{
    cp_source source;

    *out = NULL;
    if (!cp_source_prepare(arena, file, text, &source, report))
        return false;

    reader r = {
        .arena = arena,
        .report = report,
        .source = &source,
        .in
        = { .arena = arena, .report = report, .values = values, .cursor = { .source = &source } },
        .next_line = 1,
        .ok = true
    };
    r.root = parse(&source);
    for (cmark_node *node = cmark_node_first_child(r.root); node; node = cmark_node_next(node))
        read_block(&r, node);
    end_slide(&r);
    cmark_node_free(r.root);
    *out = r.first;
    return r.ok;
}
