/*
 * head.h - where a table's names stand, and what stands around them.
 *
 * Above the names: titles, a source, 频率 and the like.  Below them: the
 * 频率/单位/指标ID/来源 rows of 指标名称 blocks, or a row of units.
 *
 * Names of several rows, one merged over others, become one: 北向_买入.
 */
#ifndef CP_READ_HEAD_H
#define CP_READ_HEAD_H

#include "base/str.h"

#include <stdint.h>

/* A row as it was told, cells trimmed. */
typedef struct cp_raw_row {
    const cp_str *cells;
    size_t count;
    uint32_t line;
    const bool *spanned; /* cells that repeat the one to their left; NULL: none */
} cp_raw_row;

typedef struct cp_head {
    uint32_t line;       /* of the names; 0: the file has none */
    uint32_t last_line;  /* data rows begin behind this line; 0: at once */
    size_t width;        /* columns */
    const cp_str *names; /* as written, blank where there is none */
    const cp_str *units; /* of a unit row, blank where there is none; NULL: no such row */
    cp_str source;       /* a line that names the source, or empty */
} cp_head;

/* Of the leading rows of a file, at least `width` columns; with `named` the first of them holds the
 * names. */
void cp_head_find(cp_arena *arena, const cp_raw_row *rows, size_t count, size_t width, bool named,
                  cp_head *head);

/* No cell is a number or a date; all that are there but the first are units. */
bool cp_row_is_words(const cp_raw_row *row);
bool cp_row_is_units(const cp_raw_row *row);

/* "数据来源：Wind", "Source: ...": a line that names the source. */
bool cp_is_source(cp_str cell);

/* A note below the table: "注：...", "Note: ...", or a source. */
bool cp_is_note(cp_str cell);

#endif
