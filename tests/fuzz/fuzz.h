/*
 * fuzz.h - what the targets share: each is one file with one function, which takes bytes and
 * stops the program where a promise of ours is broken.
 *
 * `./do fuzz` links them with clang's search, `./do test` with replay.c, which hands them what
 * lies in corpus/NAME.
 */
#ifndef CP_TESTS_FUZZ_H
#define CP_TESTS_FUZZ_H

#include "base/report.h"
#include "base/str.h"
#include "base/utf8.h"
#include "table/table.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

#define HOLDS(promise)                                                                             \
    do {                                                                                           \
        if (!(promise)) {                                                                          \
            fprintf(stderr, "%s:%d: broken: %s\n", __FILE__, __LINE__, #promise);                  \
            abort();                                                                               \
        }                                                                                          \
    } while (0)

static inline cp_str fuzz_text(const uint8_t *data, size_t size)
{
    return (cp_str){ size ? (const char *)data : "", size };
}

/* Numbers out of the bytes, zeros behind their end. */
typedef struct fuzz_bytes {
    const uint8_t *data;
    size_t size;
} fuzz_bytes;

static inline unsigned fuzz_byte(fuzz_bytes *bytes)
{
    if (!bytes->size)
        return 0;
    bytes->size--;
    return *bytes->data++;
}

static inline unsigned fuzz_word(fuzz_bytes *bytes)
{
    unsigned high = fuzz_byte(bytes);

    return high << 8 | fuzz_byte(bytes);
}

/* A finding is one line of text with a place that can be. */
static inline void fuzz_check_report(cp_arena *arena, const cp_report *report)
{
    cp_line_mark mark = { 0 };

    for (const cp_finding *it = report->first; it; it = it->next) {
        cp_str text = cp_str_from(it->text);

        HOLDS(text.size > 0);
        HOLDS(cp_utf8_valid(text, NULL));
        HOLDS(it->place.line >= 0 && it->place.column >= 0);
        HOLDS(cp_finding_line(arena, it)[0]);
        cp_finding_excerpt(arena, it, &mark);
    }
}

/* A table can be shown in full: texts are texts, units and names too. */
static inline void fuzz_check_table(cp_arena *arena, const cp_table *table)
{
    for (size_t i = 0; i < table->column_count; i++) {
        const cp_column *column = &table->columns[i];

        HOLDS(cp_utf8_valid(column->name, NULL) && cp_utf8_valid(column->unit, NULL));
        for (size_t row = 0; row < table->rows; row++)
            HOLDS(cp_utf8_valid(cp_cell_plain(arena, column, row), NULL));
    }
}

#endif
