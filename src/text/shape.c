#include "text/set.h"

#include "base/utf8.h"

#include <string.h>

enum { MISSING_TOLD = 8 }; /* findings of one text: a text in a foreign script is one fault */

static cp_str join(cp_arena *arena, const cp_span *spans, size_t count)
{
    size_t size = 0, at = 0;
    char *data;

    for (size_t i = 0; i < count; i++)
        size += spans[i].text.size;
    data = cp_alloc(arena, size + 1);
    for (size_t i = 0; i < count; i++) {
        if (spans[i].text.size > 0)
            memcpy(data + at, spans[i].text.data, spans[i].text.size);
        at += spans[i].text.size;
    }
    return (cp_str){ data, size };
}

static void read_chars(cp_cells *cells, size_t span_count)
{
    size_t at = 0, end = 0, i = 0;

    for (size_t span = 0; span < span_count; span++) {
        end += cells->spans[span].text.size;
        while (at < end) {
            cp_char *it = &cells->chars[i++];

            it->byte = (uint32_t)at;
            it->span = (uint32_t)span;
            it->code = cp_utf8_next(cells->text, &at);
            if (it->code == '\t')
                it->code = ' ';
        }
    }
}

static bool told_already(const cp_report *report, cp_place at, const char *text)
{
    for (const cp_finding *it = report->first; it; it = it->next)
        if (it->place.line == at.line && it->place.column == at.column
            && cp_str_eq(cp_str_from(it->place.file), cp_str_from(at.file))
            && strcmp(it->text, text) == 0)
            return true;
    return false;
}

void cp_text_fail(cp_report *report, cp_place at, const char *text)
{
    if (!told_already(report, at, text))
        cp_fail(report, at, "%s", text);
}

static void tell_missing(cp_arena *arena, const cp_cells *cells, const cp_char *it,
                         cp_report *report)
{
    size_t end = it->byte;
    const char *text;

    cp_utf8_next(cells->text, &end);
    if (it->code < 0x20 || (it->code >= 0x7F && it->code < 0xA0))
        text = cp_printf(arena, "control character U+%04X in the text", it->code);
    else
        text = cp_printf(arena, "no glyph for '%.*s' (U+%04X) in the fonts of the style",
                         (int)(end - it->byte), cells->text.data + it->byte, it->code);
    cp_text_fail(report, cells->spans[it->span].place, text);
}

static void report_missing(cp_arena *arena, const cp_cells *cells, cp_report *report)
{
    uint32_t told[MISSING_TOLD];
    size_t count = 0;

    for (size_t i = 0; i < cells->char_count && count < MISSING_TOLD; i++) {
        const cp_char *it = &cells->chars[i];
        size_t k = 0;

        while (it->missing && k < count && told[k] != it->code)
            k++;
        if (!it->missing || k < count)
            continue;
        told[count++] = it->code;
        tell_missing(arena, cells, it, report);
    }
}

static bool is_bold(const cp_ink *ink, const cp_cells *cells, size_t at)
{
    return ink->bold || cells->spans[cells->chars[at].span].bold;
}

static size_t run_end(const cp_ink *ink, const cp_cells *cells, size_t from)
{
    const cp_char *first = &cells->chars[from];
    size_t at = from + 1;

    if (first->code == '\n')
        return at;
    while (at < cells->char_count && cells->chars[at].code != '\n'
           && cells->chars[at].family == first->family
           && is_bold(ink, cells, at) == is_bold(ink, cells, from))
        at++;
    return at;
}

static cp_cell *add_cell(cp_cells *cells, size_t first, bool bold)
{
    const cp_char *it = &cells->chars[first];
    cp_cell *cell = &cells->cell[cells->count++];

    *cell = (cp_cell){
        .first = (uint32_t)first,
        .byte = it->byte,
        .end = (uint32_t)cells->text.size,
        .code = it->code,
        .span = it->span,
        .glyph = (uint32_t)cells->glyph_count,
        .family = it->family,
        .bold = bold,
        .wide = cp_is_wide(it->code) || (cp_is_shared(it->code) && it->family > 0),
    };
    if (cells->count > 1)
        cell[-1].end = cell->byte;
    return cell;
}

static size_t cluster_end(const hb_glyph_info_t *info, size_t at, size_t count, size_t to)
{
    uint32_t own = info[at].cluster;

    while (at < count && info[at].cluster == own)
        at++;
    return at < count ? info[at].cluster : to;
}

/* Clusters are numbers of characters, so a new cluster is a new cell. */
static void take_glyphs(cp_cells *cells, cp_fonts *fonts, size_t to, bool bold)
{
    unsigned count;
    const hb_glyph_info_t *info = hb_buffer_get_glyph_infos(fonts->buffer, &count);
    const hb_glyph_position_t *position = hb_buffer_get_glyph_positions(fonts->buffer, &count);
    cp_cell *cell = NULL;

    for (unsigned i = 0; i < count; i++) {
        if (!cell || cell->first != info[i].cluster)
            cell = add_cell(cells, info[i].cluster, bold);
        if (info[i].codepoint == 0)
            cp_mark_missing(fonts, &cells->chars[info[i].cluster],
                            cluster_end(info, i, count, to) - info[i].cluster);
        cells->glyph[cells->glyph_count++] = (cp_glyph){
            .id = info[i].codepoint,
            .x = (float)position[i].x_offset,
            .y = (float)-position[i].y_offset,
            .advance = (float)position[i].x_advance,
        };
        cell->glyphs++;
        cell->advance += position[i].x_advance;
    }
}

static void reserve_glyphs(cp_arena *arena, cp_cells *cells, size_t more, size_t *room)
{
    cp_glyph *grown;

    if (cells->glyph_count + more <= *room)
        return;
    *room = 2 * (cells->glyph_count + more);
    grown = cp_new_array(arena, cp_glyph, *room);
    if (cells->glyph_count > 0)
        memcpy(grown, cells->glyph, cells->glyph_count * sizeof *grown);
    cells->glyph = grown;
}

static void shape_run(cp_cells *cells, cp_fonts *fonts, const cp_ink *ink, size_t from, size_t to)
{
    const cp_char *first = &cells->chars[from];
    bool bold = is_bold(ink, cells, from);
    const cp_face *face = &fonts->families[first->family].faces[bold];

    hb_buffer_clear_contents(fonts->buffer);
    hb_buffer_set_content_type(fonts->buffer, HB_BUFFER_CONTENT_TYPE_UNICODE);
    for (size_t i = from; i < to; i++)
        hb_buffer_add(fonts->buffer, cells->chars[i].code, (unsigned)i);
    hb_buffer_set_direction(fonts->buffer, HB_DIRECTION_LTR);
    hb_buffer_set_script(fonts->buffer, first->family > 0 ? HB_SCRIPT_HAN : HB_SCRIPT_LATIN);
    hb_buffer_set_language(fonts->buffer, fonts->shaping_language);
    hb_shape(face->font, fonts->buffer, NULL, 0);
}

static void shape_spans(cp_arena *arena, cp_fonts *fonts, const cp_ink *ink, cp_shaped *shaped)
{
    cp_cells *cells = &shaped->units;
    size_t room = 0;

    cells->char_count = cp_utf8_count(cells->text);
    cells->chars = cp_new_array(arena, cp_char, cells->char_count);
    cells->cell = cp_new_array(arena, cp_cell, cells->char_count);
    read_chars(cells, shaped->span_count);
    cp_choose_families(fonts, cells->chars, cells->char_count);
    reserve_glyphs(arena, cells, cells->char_count, &room);
    for (size_t from = 0, to; from < cells->char_count; from = to) {
        bool bold = is_bold(ink, cells, from);

        to = run_end(ink, cells, from);
        if (cells->chars[from].code == '\n') {
            add_cell(cells, from, bold);
            continue;
        }
        shape_run(cells, fonts, ink, from, to);
        reserve_glyphs(arena, cells, hb_buffer_get_length(fonts->buffer), &room);
        take_glyphs(cells, fonts, to, bold);
    }
}

/* FNV-1a over the letters and weights of all spans. */
static uint64_t hash_of(const cp_ink *ink, const cp_span *spans, size_t count)
{
    uint64_t hash = 14695981039346656037u;

    for (size_t i = 0; i < count; i++) {
        for (size_t at = 0; at < spans[i].text.size; at++)
            hash = (hash ^ (unsigned char)spans[i].text.data[at]) * 1099511628211u;
        hash = (hash ^ (ink->bold || spans[i].bold ? 257 : 256)) * 1099511628211u;
    }
    return hash;
}

/* The kept spans have the ink's weight in their own. */
static bool is_same(const cp_shaped *kept, const cp_ink *ink, const cp_span *spans, size_t count)
{
    if (kept->span_count != count)
        return false;
    for (size_t i = 0; i < count; i++)
        if (kept->units.spans[i].bold != (ink->bold || spans[i].bold)
            || !cp_str_eq(kept->units.spans[i].text, spans[i].text))
            return false;
    return true;
}

static cp_shaped *shaped_new(cp_arena *arena, cp_fonts *fonts, const cp_ink *ink,
                             const cp_span *spans, size_t count)
{
    cp_shaped *shaped = cp_new(arena, cp_shaped);
    cp_span *own = cp_new_array(arena, cp_span, count);
    size_t at = 0;

    shaped->span_count = count;
    shaped->units.text = join(arena, spans, count);
    for (size_t i = 0; i < count; i++) {
        own[i] = (cp_span){ .text = cp_str_slice(shaped->units.text, at, at + spans[i].text.size),
                            .bold = ink->bold || spans[i].bold };
        at += spans[i].text.size;
    }
    shaped->units.spans = own;
    shape_spans(arena, fonts, ink, shaped);
    return shaped;
}

/* From those kept, or new; kept then, while there is room. */
static cp_shaped *find_shaped(cp_arena *arena, cp_fonts *fonts, const cp_ink *ink,
                              const cp_span *spans, size_t count)
{
    uint64_t hash = hash_of(ink, spans, count);
    cp_shaped **bucket = &fonts->shaped[hash % CP_SHAPED_BUCKETS], *shaped;

    for (shaped = *bucket; shaped; shaped = shaped->next)
        if (shaped->hash == hash && is_same(shaped, ink, spans, count))
            return shaped;
    if (fonts->shaped_bytes >= CP_SHAPED_BYTES)
        return shaped_new(arena, fonts, ink, spans, count);
    shaped = shaped_new(&fonts->shaped_arena, fonts, ink, spans, count);
    shaped->hash = hash;
    shaped->next = *bucket;
    *bucket = shaped;
    fonts->shaped_bytes += shaped->units.text.size;
    return shaped;
}

double cp_script_scale(const cp_span *span)
{
    return span->script == CP_SCRIPT_NONE ? 1 : 0.64;
}

double cp_script_rise(const cp_span *span)
{
    return span->script == CP_SCRIPT_SUPER ? 0.36 : span->script == CP_SCRIPT_SUB ? -0.14 : 0;
}

static void scale_cell(const cp_fonts *fonts, cp_cells *cells, cp_cell *cell, double size)
{
    double scale = size * cp_script_scale(&cells->spans[cell->span])
                   / fonts->families[cell->family].faces[cell->bold].em;

    cell->advance *= scale;
    for (uint32_t i = cell->glyph; i < cell->glyph + cell->glyphs; i++) {
        cp_glyph *glyph = &cells->glyph[i];

        glyph->x = (float)(glyph->x * scale);
        glyph->y = (float)(glyph->y * scale);
        glyph->advance = (float)(glyph->advance * scale);
    }
}

cp_cells *cp_cells_shape(cp_arena *arena, cp_fonts *fonts, const cp_ink *ink, const cp_span *spans,
                         size_t count, cp_report *report)
{
    cp_shaped *shaped = find_shaped(arena, fonts, ink, spans, count);
    cp_cells *cells = cp_new(arena, cp_cells);

    *cells = shaped->units;
    cells->shaped = shaped;
    cells->spans = spans;
    cells->cell = cp_new_array(arena, cp_cell, cells->count);
    cells->glyph = cp_new_array(arena, cp_glyph, cells->glyph_count);
    if (cells->count > 0)
        memcpy(cells->cell, shaped->units.cell, cells->count * sizeof *cells->cell);
    if (cells->glyph_count > 0)
        memcpy(cells->glyph, shaped->units.glyph, cells->glyph_count * sizeof *cells->glyph);
    for (size_t i = 0; i < cells->count; i++)
        scale_cell(fonts, cells, &cells->cell[i], ink->size);
    report_missing(arena, cells, report);
    cp_cells_squeeze(cells, ink->size);
    return cells;
}
