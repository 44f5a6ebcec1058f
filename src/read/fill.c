#include "read/fill.h"

#include <assert.h>
#include <math.h>
#include <string.h>

#include "base/number.h"
#include "base/unit.h"
#include "read/head.h"

enum {
    TEXT_PIECE = 16 * 1024,
    CACHE_TOTAL = 1 << 16,
    CACHE_MOST = 1 << 10,
    CACHE_LEAST = 16,
    CACHE_NEIGHBOURS = 4 /* slots in which a text may stand */
};

typedef struct text_slot {
    cp_str raw; /* NULL: free */
    size_t hash;
    cp_cell cell; /* what it was read as; its text is part of `raw` */
} text_slot;

/* The texts a column saw last, each in the slot of its hash or just behind:
 * repeated names are read and kept once, whatever the size of the file. */
typedef struct cp_text_cache {
    size_t mask;
    text_slot slots[]; /* mask + CACHE_NEIGHBOURS of them */
} cp_text_cache;

static cp_text_cache *cache_new(cp_fill *fill)
{
    size_t slots = CACHE_MOST;
    cp_text_cache *cache;

    while (slots > CACHE_LEAST && slots * fill->width > CACHE_TOTAL)
        slots /= 2;
    cache = cp_alloc(fill->arena,
                     sizeof *cache + (slots - 1 + CACHE_NEIGHBOURS) * sizeof cache->slots[0]);
    cache->mask = slots - 1;
    return cache;
}

/* Texts lie side by side, without the arena's alignment. */
static cp_str keep_text(cp_fill *fill, cp_str text)
{
    if (text.size > TEXT_PIECE / 8)
        return cp_str_copy(fill->arena, text);
    if (text.size > fill->text_left) {
        fill->text_at = cp_alloc(fill->arena, TEXT_PIECE);
        fill->text_left = TEXT_PIECE;
    }
    memcpy(fill->text_at, text.data, text.size);
    text.data = fill->text_at;
    fill->text_at += text.size;
    fill->text_left -= text.size;
    return text;
}

/* Eight bytes a step; the last step takes what is left. */
static size_t hash(cp_str text)
{
    uint64_t value = text.size, word;

    for (size_t i = 0; i < text.size; i += sizeof word) {
        size_t left = text.size - i;

        word = 0;
        memcpy(&word, text.data + i, left < sizeof word ? left : sizeof word);
        value = (value ^ word) * 0x9E3779B97F4A7C15u;
        value ^= value >> 32;
    }
    return (size_t)value;
}

/* The slot that has the text, or `known` is false and it is one for it: free, or that of its hash. */
static text_slot *find_slot(cp_text_cache *cache, cp_str raw, size_t key, bool *known)
{
    text_slot *first = &cache->slots[key & cache->mask], *slot = first;

    *known = true;
    for (; slot < first + CACHE_NEIGHBOURS && slot->raw.data; slot++)
        if (slot->hash == key && cp_str_eq(slot->raw, raw))
            return slot;
    *known = false;
    return slot < first + CACHE_NEIGHBOURS ? slot : first;
}

static const cp_cell *cached_cell(cp_fill *fill, cp_filling *filling, cp_str raw)
{
    size_t key = hash(raw);
    text_slot *slot;
    bool known;

    if (!filling->cache)
        filling->cache = cache_new(fill);
    slot = find_slot(filling->cache, raw, key, &known);
    if (!known) {
        slot->raw = keep_text(fill, raw);
        slot->hash = key;
        cp_cell_read(slot->raw, &slot->cell);
    }
    return &slot->cell;
}

static void add_bad(cp_fill *fill, cp_filling *filling, size_t field, cp_bad_reason reason,
                    cp_str text)
{
    cp_bad_add(fill->arena, &filling->bad,
               (cp_bad_cell){ fill->sink.line, field, reason, filling->column.name, text });
}

static void put_missing(const cp_filling *filling, size_t row)
{
    switch (filling->column.type) {
    case CP_NUMBER:
        filling->column.number[row] = NAN;
        break;
    case CP_DATE:
        filling->column.date[row] = CP_NO_DATE;
        break;
    case CP_TEXT:
        filling->column.text[row] = (cp_str){ 0 };
        break;
    }
}

/* The cells of a column without a unit of its own share one base: 亿元 and 万元,
 * not 亿元 and 股.  A bare count goes with all of them. */
static bool shares_base(cp_fill *fill, cp_filling *filling, cp_str base)
{
    if (!base.size)
        return true;
    if (!filling->base.size)
        filling->base = keep_text(fill, base);
    return cp_str_eq(filling->base, base);
}

/* 12.3% and 12.3 in one column: nobody can know whether the second is a share. */
static bool same_writing(cp_filling *filling, cp_writing writing)
{
    if (filling->writing == CP_WRITING_UNKNOWN)
        filling->writing = writing;
    return filling->writing == writing;
}

/* The number as the column stores it; false with the reason why not. */
static bool number_value(cp_fill *fill, cp_filling *filling, const cp_quantity *quantity,
                         double *out, cp_bad_reason *reason)
{
    cp_unit unit;

    *out = quantity->value;
    if (!quantity->unit.size) {
        *reason = CP_BAD_PLAIN;
        return filling->column.unit.size || *out == 0 || same_writing(filling, CP_WRITING_PLAIN);
    }
    *reason = CP_BAD_UNIT;
    filling->units = true;
    if (filling->column.unit.size) /* 1.2亿 below 亿元 */
        return cp_quantity_in(quantity, filling->column.unit, out);
    unit = cp_unit_parse(quantity->unit);
    if (!shares_base(fill, filling, unit.base))
        return false;
    *reason = CP_BAD_SHARE;
    return same_writing(filling, unit.power < 0 ? CP_WRITING_SHARE : CP_WRITING_PLAIN);
}

static void put_number(cp_fill *fill, cp_filling *filling, size_t field, const cp_cell *cell)
{
    double *out = &filling->column.number[fill->rows];
    const cp_quantity *quantity = &cell->quantity;
    cp_quantity meant;
    bool code = cell->kind == CP_CELL_CODE || cell->kind == CP_CELL_LONG;
    cp_bad_reason reason = code ? CP_BAD_CODE : CP_BAD_NUMBER;
    bool number
        = cell->kind == CP_CELL_NUMBER || cell->kind == CP_CELL_EITHER
          || cell->kind == CP_CELL_SERIAL
          || (cell->kind == CP_CELL_LONG && (filling->settled || filling->column.unit.size > 0));

    if (cell->kind == CP_CELL_CODE && filling->settled && cp_quantity_parse(cell->text, &meant)) {
        quantity = &meant;
        number = true;
    }
    if (number && number_value(fill, filling, quantity, out, &reason))
        return;
    *out = NAN;
    if (cell->kind != CP_CELL_MISSING)
        add_bad(fill, filling, field, reason, cell->text);
}

static void put_date(cp_fill *fill, cp_filling *filling, size_t field, const cp_cell *cell)
{
    bool date = cell->kind == CP_CELL_DATE || cell->kind == CP_CELL_MOMENT
                || cell->kind == CP_CELL_EITHER || cell->kind == CP_CELL_SERIAL;

    filling->column.date[fill->rows] = date ? cell->date : CP_NO_DATE;
    if (!date && cell->kind != CP_CELL_MISSING)
        add_bad(fill, filling, field, CP_BAD_DATE, cell->text);
}

static void put_cell(cp_fill *fill, size_t field, cp_str raw)
{
    cp_filling *filling = &fill->fillings[field];
    cp_cell fresh;
    const cp_cell *cell = &fresh;

    if (!filling->active)
        return;
    if (filling->column.type == CP_TEXT)
        cell = cached_cell(fill, filling, raw);
    else
        cp_cell_read(raw, &fresh);
    if (fill->first_walk)
        cp_tally_add(&filling->tally, cell);
    switch (filling->column.type) {
    case CP_NUMBER:
        put_number(fill, filling, field, cell);
        break;
    case CP_DATE:
        put_date(fill, filling, field, cell);
        break;
    case CP_TEXT:
        filling->column.text[fill->rows]
            = cell->kind == CP_CELL_MISSING ? (cp_str){ 0 } : cell->text;
        break;
    }
}

static void put_blank(cp_fill *fill, size_t field)
{
    if (fill->fillings[field].active)
        put_missing(&fill->fillings[field], fill->rows);
}

static void release_held(cp_fill *fill)
{
    fill->held = false;
    put_cell(fill, 0, cp_buf_str(&fill->held_text));
}

/* White space begins with a byte up to ' ' or with the first of U+00A0, U+3000,
 * U+FEFF: for all other cells one look is enough. */
static bool is_blank(cp_str text)
{
    unsigned char first = text.size ? (unsigned char)text.data[0] : ' ';

    if (first > ' ' && first != 0xC2 && first != 0xE3 && first != 0xEF)
        return false;
    return !cp_str_trim(text).size;
}

static bool may_be_note(cp_str text)
{
    char c = text.data[0];

    return !(c >= '0' && c <= '9') && cp_is_note(cp_str_trim(text));
}

static void take_cell(cp_sink *sink, cp_str text)
{
    cp_fill *fill = (cp_fill *)sink;
    size_t field = fill->field++;

    if (sink->line <= fill->last_head_line)
        return;
    if (sink->spanned || is_blank(text)) {
        if (field < fill->width)
            put_blank(fill, field);
        return;
    }
    if (field == 0 && may_be_note(text)) {
        fill->held = true;
        fill->held_text.size = 0;
        cp_buf_add(&fill->held_text, cp_str_trim(text));
        return;
    }
    if (fill->held)
        release_held(fill);
    fill->any = true;
    if (field < fill->width)
        put_cell(fill, field, text);
    else if (fill->first_walk)
        cp_bad_add(fill->arena, &fill->surplus,
                   (cp_bad_cell){ sink->line, field, CP_BAD_SURPLUS,
                                  fill->fillings[fill->width - 1].column.name, cp_str_trim(text) });
}

static void take_note(cp_fill *fill)
{
    cp_str text = cp_buf_str(&fill->held_text);

    if (!fill->first_walk)
        return;
    if (cp_is_source(text))
        fill->source = cp_str_copy(fill->arena, text);
    else
        fill->first_note = fill->notes++ ? fill->first_note : fill->sink.line;
}

/* A row with too few cells is told once; surplus blank columns do not count. */
static void check_short(cp_fill *fill)
{
    size_t missing = fill->field;

    while (missing < fill->width && fill->fillings[missing].unnamed)
        missing++;
    if (missing >= fill->width || fill->even || !fill->first_walk)
        return;
    if (fill->short_rows++ == 0) {
        fill->first_short = fill->sink.line;
        fill->first_short_cells = fill->field;
    }
}

static bool take_row(cp_sink *sink)
{
    cp_fill *fill = (cp_fill *)sink;

    if (sink->line > fill->last_head_line && fill->any) {
        assert(fill->rows < fill->capacity);
        check_short(fill);
        for (size_t i = fill->field; i < fill->width; i++)
            put_blank(fill, i);
        fill->row_lines[fill->rows++] = sink->line;
    } else if (fill->held) {
        take_note(fill);
    }
    fill->held = fill->any = false;
    fill->field = 0;
    return true;
}

void cp_fill_rewind(cp_fill *fill)
{
    fill->sink.cell = take_cell;
    fill->sink.row = take_row;
    fill->field = fill->rows = 0;
    fill->held = fill->any = false;
}

void cp_filling_start(cp_fill *fill, cp_filling *filling, cp_type type)
{
    filling->column.type = type;
    filling->active = true;
    filling->bad = NULL;
    filling->units = false;
    filling->base = CP_STR("");
    filling->writing = CP_WRITING_UNKNOWN;
    switch (type) {
    case CP_NUMBER:
        filling->column.number = cp_new_array(fill->arena, double, fill->capacity);
        break;
    case CP_DATE:
        filling->column.date = cp_new_array(fill->arena, cp_date, fill->capacity);
        break;
    case CP_TEXT:
        filling->column.text = cp_new_array(fill->arena, cp_str, fill->capacity);
        break;
    }
}

void cp_fill_free(cp_fill *fill)
{
    cp_buf_free(&fill->held_text);
}
