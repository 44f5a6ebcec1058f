/* blocks.h - what a Markdown text was read as, one line a block, for expectations in view. */
#ifndef CP_TESTS_DECK_BLOCKS_H
#define CP_TESTS_DECK_BLOCKS_H

#include "base/buf.h"
#include "deck/markdown.h"

/* Marks of a span around its letters: **bold**, _em_, `code`, ==mark==, ^above, ,below,
 * {figure}, <link>. */
static inline void show_spans(cp_buf *out, const cp_span *spans, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        const cp_span *span = &spans[i];
        const char *around = span->bold ? "**" : span->em ? "_" : span->code ? "`" : "";
        const char *mark = span->mark ? "==" : "";

        if (span->script != CP_SCRIPT_NONE)
            cp_buf_printf(out, span->script == CP_SCRIPT_SUPER ? "^" : ",");
        cp_buf_printf(out, "%s%s" CP_FMT "%s%s", mark, around, CP_ARG(span->text), around, mark);
        if (span->figure.size)
            cp_buf_printf(out, "{" CP_FMT "}", CP_ARG(span->figure));
        if (span->link.size)
            cp_buf_printf(out, "<" CP_FMT ">", CP_ARG(span->link));
    }
}

static inline void show_table(cp_buf *out, const cp_tabular_spec *table)
{
    for (size_t row = 0; row <= table->rows; row++) {
        const cp_tabular_cell *cells = &table->cell[row * table->columns];

        cp_buf_printf(out, "%s", row ? " /" : "");
        for (size_t i = 0; i < table->columns; i++) {
            cp_buf_printf(out, "%s", i ? "|" : "");
            show_spans(out, cells[i].spans, cells[i].count);
        }
    }
}

static inline void show_block(cp_buf *out, const cp_block *block)
{
    static const char *const kinds[]
        = { "heading", "text", "figures", "table", "source", "break", "word", "note" };

    cp_buf_printf(out, "%d %s", block->place.line, kinds[block->kind]);
    if (block->level)
        cp_buf_printf(out, "%d", block->level);
    if (block->number)
        cp_buf_printf(out, " #%d", block->number);
    else if (block->marked)
        cp_buf_printf(out, " *");
    if (block->close)
        cp_buf_printf(out, " close");
    cp_buf_printf(out, ": ");
    show_spans(out, block->spans.item, block->spans.count);
    for (size_t i = 0; i < block->image_count; i++)
        cp_buf_printf(out, "[" CP_FMT "](" CP_FMT ")", CP_ARG(block->images[i].caption),
                      CP_ARG(block->images[i].path));
    if (block->kind == CP_BLOCK_TABLE)
        show_table(out, &block->table);
    if (block->kind == CP_BLOCK_WORD)
        cp_buf_printf(out, CP_FMT " = " CP_FMT, CP_ARG(block->word), CP_ARG(block->value));
    cp_buf_printf(out, "\n");
}

/* Blocks, then findings, of `text` as deck.md, where `avg` is 23489, `prev` 21332. */
static inline const char *read_blocks(cp_arena *arena, const char *text)
{
    cp_report report = { .arena = arena };
    cp_value numbers[]
        = { { .name = CP_STR("avg"), .sql = CP_STR("select 23489.0") },
            { .name = CP_STR("prev"), .sql = CP_STR("select 21332.4") },
            { .name = CP_STR("names"), .sql = CP_STR("values ('锂电池'), ('半导体')") } };
    cp_values values = { .arena = arena,
                         .report = &report,
                         .dataset = cp_dataset_open(arena, NULL),
                         .count = 3,
                         .item = numbers,
                         .more = CP_STR("增加"),
                         .less = CP_STR("减少"),
                         .same = CP_STR("持平") };
    cp_buf out = { 0 };
    cp_block *blocks;

    cp_markdown_read(arena, "deck.md", cp_str_from(text), &values, &blocks, &report);
    cp_dataset_close(values.dataset);
    for (const cp_block *block = blocks; block; block = block->next)
        show_block(&out, block);
    for (const cp_finding *finding = report.first; finding; finding = finding->next)
        cp_buf_printf(&out, "%s\n", cp_finding_line(arena, finding));

    const char *shown = cp_str_z(arena, cp_buf_str(&out));

    cp_buf_free(&out);
    return shown;
}

#define READS_AS(text, wanted)                                                                     \
    do {                                                                                           \
        cp_arena arena_ = { 0 };                                                                   \
        CHECK_STR(read_blocks(&arena_, text), wanted);                                             \
        cp_arena_free(&arena_);                                                                    \
    } while (0)

#endif
