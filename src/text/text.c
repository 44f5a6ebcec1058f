#include "text/set.h"

#include <math.h>
#include <string.h>

#include "base/utf8.h"

static double line_left(const cp_text_box *box, const cp_line *line)
{
    double room = box->width - line->indent - line->width;

    if (box->align == CP_ALIGN_CENTER)
        return line->indent + room / 2;
    if (box->align == CP_ALIGN_RIGHT)
        return line->indent + room;
    return line->indent;
}

/* A piece for the cell, the last one if that goes on in the same look. */
static cp_piece *piece_for(cp_text *text, const cp_cell *cell, size_t line, double pen,
                           cairo_glyph_t *glyphs, cairo_text_cluster_t *clusters)
{
    const cp_span *span = &text->cells->spans[cell->span];
    cp_piece *next = text->pieces + text->piece_count;

    if (text->piece_count > 0 && next[-1].line == line && next[-1].span == span
        && next[-1].family == cell->family && next[-1].bold == cell->bold)
        return next - 1;
    *next = (cp_piece){
        .span = span,
        .family = cell->family,
        .bold = cell->bold,
        .line = line,
        .left = pen,
        .text = text->text.data + cell->byte,
        .glyphs = glyphs,
        .clusters = clusters,
    };
    text->piece_count++;
    return next;
}

typedef struct placing {
    cp_text *text;
    double size;
    cairo_glyph_t *glyph; /* the next free ones */
    cairo_text_cluster_t *cluster;
    double *gap; /* of the line, behind each of its cells */
} placing;

/* What is one cluster has its text written beside it in a PDF, whatever the gaps. */
static void add_cluster(placing *to, cp_piece *piece, const cp_cell *cell, size_t glyphs)
{
    bool joined = cell->joined || to->text->lines[piece->line].loose;

    if (piece->cluster_count == 0 || !joined) {
        *to->cluster++ = (cairo_text_cluster_t){ 0, 0 };
        piece->cluster_count++;
    }
    to->cluster[-1].num_bytes += (int)(cell->end - cell->byte);
    to->cluster[-1].num_glyphs += (int)glyphs;
}

/*
 * The blank over a gap between a Latin letter and Han is in one cluster with the
 * letter: so readers of PDF, whatever they take for a blank, read the letter alone.
 */
static cairo_glyph_t blank_at(const placing *to, const cp_cell *cell, double x, double y)
{
    return (cairo_glyph_t){ to->text->fonts->families[cell->family].faces[cell->bold].blank, x, y };
}

static double blank_width(const placing *to, const cp_cell *cell)
{
    const cp_face *face = &to->text->fonts->families[cell->family].faces[cell->bold];

    return face->blank_advance / face->em * to->size
           * cp_script_scale(&to->text->cells->spans[cell->span]);
}

static void place_cell(placing *to, const cp_cell *cell, size_t line, double pen, double before,
                       double behind)
{
    const cp_span *span = &to->text->cells->spans[cell->span];
    double baseline = to->text->baseline + (double)line * to->text->line_height
                      - cp_script_rise(span) * to->size;
    cp_piece *piece = piece_for(to->text, cell, line, pen, to->glyph, to->cluster);
    size_t glyphs = cell->glyphs + (before > 0) + (behind > 0);

    piece->right = pen + cell->advance;
    piece->bytes += cell->end - cell->byte;
    piece->glyph_count += (int)glyphs;
    add_cluster(to, piece, cell, glyphs);
    if (span->dotted && cp_cell_is_han(cell))
        to->text->dots[to->text->dot_count++] = (cp_dot){ span, pen + cell->advance / 2, line };
    if (before > 0)
        *to->glyph++ = blank_at(to, cell, pen - before, baseline);
    for (size_t i = 0; i < cell->glyphs; i++) {
        const cp_glyph *glyph = &to->text->cells->glyph[cell->glyph + i];

        *to->glyph++ = (cairo_glyph_t){ glyph->id, pen + glyph->x, baseline + glyph->y };
        pen += glyph->advance;
    }
    if (behind > 0)
        *to->glyph++ = blank_at(to, cell, pen + behind - blank_width(to, cell), baseline);
}

static void place_line(placing *to, size_t index, const cp_text_box *box)
{
    cp_text *text = to->text;
    cp_line *line = &text->lines[index];
    const cp_cell *cell = text->cells->cell;
    double pen;

    cp_line_gaps(text->cells, line, box->width > 0 ? box->width - line->indent : 0, to->gap);
    pen = line_left(box, line);
    if (box->align == CP_ALIGN_JUSTIFY && !line->ends)
        cp_line_stretch(text->cells, line, box->width - line->indent - line->width, text->ink.size,
                        to->gap);
    pen -= line->trim;
    for (size_t i = line->from; i < line->to; i++) {
        double *gap = &to->gap[i - line->from];
        bool fills_before = i > line->from && cell[i - 1].gap > 0 && !cell[i].wide;
        bool fills_behind = i + 1 < line->to && cell[i].gap > 0 && !cell[i].wide;

        place_cell(to, &cell[i], index, pen, fills_before ? gap[-1] : 0, fills_behind ? *gap : 0);
        pen += cell[i].advance + *gap;
    }
    text->width = fmax(text->width, line->indent + line->width);
}

static void place(cp_arena *arena, cp_text *text, const cp_text_box *box)
{
    const cp_cells *cells = text->cells;
    cp_text_box real = *box;
    size_t gaps = 0, dotted = 0;

    for (size_t i = 0; i < cells->count; i++) {
        gaps += cells->cell[i].gap > 0;
        dotted += cells->spans[cells->cell[i].span].dotted;
    }

    placing to = {
        .text = text,
        .size = text->ink.size,
        .glyph = cp_new_array(arena, cairo_glyph_t, cells->glyph_count + gaps),
        .cluster = cp_new_array(arena, cairo_text_cluster_t, cells->count),
        .gap = cp_new_array(arena, double, cells->count),
    };

    for (size_t i = 0; box->width <= 0 && i < text->line_count; i++)
        real.width = fmax(real.width, text->lines[i].indent + text->lines[i].width);
    text->pieces = cp_new_array(arena, cp_piece, cells->count);
    text->dots = cp_new_array(arena, cp_dot, dotted);
    for (size_t i = 0; i < text->line_count; i++)
        place_line(&to, i, &real);
}

/* Ink stands in the middle of a line of a given height: figures and Han share their middle. */
static void set_height(cp_text *text, const cp_text_box *box)
{
    double size = text->ink.size;

    text->line_height = (text->fonts->ascent + text->fonts->descent) * size;
    text->baseline = text->fonts->ascent * size;
    if (box->line_height > 0) {
        text->line_height = box->line_height;
        text->baseline = (box->line_height + text->fonts->digits * size) / 2;
    }
}

static cp_str head_of(cp_str text, size_t characters)
{
    size_t at = 0;

    for (size_t i = 0; i < characters && at < text.size; i++)
        cp_utf8_next(text, &at);
    return cp_str_slice(text, 0, at);
}

/* A byte is a character at most, so usual texts are not counted. */
static size_t length_of(const cp_span *spans, size_t count)
{
    size_t bytes = 0, characters = 0;

    for (size_t i = 0; i < count; i++)
        bytes += spans[i].text.size;
    if (bytes <= CP_TEXT_LONGEST)
        return bytes;
    for (size_t i = 0; i < count; i++)
        characters += cp_utf8_count(spans[i].text);
    return characters;
}

/*
 * What is set as a whole is shaped and measured letter by letter, over and over: a
 * file that got into a title would take gigabytes.  Of one that is too long so
 * little is left that nothing else is wrong with it.  Returns how many spans are left.
 */
static size_t cut_long(cp_arena *arena, cp_span *spans, size_t count, cp_report *report)
{
    enum { LEFT = 20 };
    size_t length = length_of(spans, count), left = LEFT, i = 0;

    if (length <= CP_TEXT_LONGEST)
        return count;
    cp_text_fail(report, spans[0].place,
                 cp_printf(arena, "a text of %zu characters in one piece; expected at most %d",
                           length, CP_TEXT_LONGEST));
    for (size_t own; (own = cp_utf8_count(spans[i].text)) <= left; i++)
        left -= own;
    spans[i].text = cp_str_printf(arena, CP_FMT "…", CP_ARG(head_of(spans[i].text, left)));
    return i + 1;
}

cp_text *cp_text_set(cp_arena *arena, cp_fonts *fonts, const cp_ink *ink, const cp_text_box *box,
                     const cp_span *spans, size_t count, cp_report *report)
{
    cp_text *text = cp_new(arena, cp_text);
    cp_span *own = cp_new_array(arena, cp_span, count);
    cp_cells *cells;

    if (count > 0)
        memcpy(own, spans, count * sizeof *own);
    if (!box->any_length)
        count = cut_long(arena, own, count, report);
    cells = cp_cells_shape(arena, fonts, ink, own, count, report);
    if (box->width > 0)
        cp_cells_find_breaks(arena, fonts, cells, report);
    if (box->latin_gap > 0)
        cp_cells_part(cells, box->latin_gap * ink->size);
    text->fonts = fonts;
    text->ink = *ink;
    text->mark_color = box->mark_color;
    text->text = cells->text;
    text->cells = cells;
    text->lines = cp_lines_break(arena, cells, box, &text->line_count);
    set_height(text, box);
    place(arena, text, box);
    return text;
}

cp_text *cp_text_line(cp_arena *arena, cp_fonts *fonts, const cp_ink *ink, cp_str text,
                      cp_place place, cp_report *report)
{
    cp_text_box box = { 0 };
    cp_span span = { .text = text, .place = place };

    return cp_text_set(arena, fonts, ink, &box, &span, 1, report);
}

cp_size cp_text_size(const cp_text *text)
{
    return (cp_size){ text->width, (double)text->line_count * text->line_height };
}

double cp_text_baseline(const cp_text *text)
{
    return text->baseline;
}

double cp_text_middle(const cp_text *text)
{
    return text->baseline - text->fonts->digits * text->ink.size / 2;
}

size_t cp_text_lines(const cp_text *text)
{
    return text->line_count;
}

double cp_text_width_ahead(const cp_text *text, size_t byte)
{
    double width = 0;

    for (size_t i = 0; i < text->cells->count && text->cells->cell[i].byte < byte; i++)
        width += text->cells->cell[i].advance;
    return width;
}

cp_str cp_text_line_slice(const cp_text *text, size_t index)
{
    const cp_line *line = &text->lines[index];
    const cp_cell *cell = text->cells->cell;

    if (line->from == line->to)
        return (cp_str){ "", 0 };
    return cp_str_slice(text->text, cell[line->from].byte, cell[line->to - 1].end);
}

/* The longest head of one line that leaves room for …, without blanks at its end. */
static cp_str head_within(const cp_text *text, double width)
{
    const cp_cell *cell = text->cells->cell;
    double pen = 0;
    size_t i = 0;

    while (i < text->cells->count && pen + cell[i].advance <= width)
        pen += cell[i++].advance;
    while (i > 0 && cell[i - 1].code == ' ')
        i--;
    return cp_str_slice(text->text, 0, i > 0 ? cell[i - 1].end : 0);
}

cp_text *cp_text_shorten(cp_arena *arena, cp_fonts *fonts, const cp_ink *ink, cp_str text,
                         double width, cp_report *report)
{
    cp_place nowhere = { 0 };
    /* No line has room for so much, and what is left out is no fault here. */
    cp_text *whole
        = cp_text_line(arena, fonts, ink, head_of(text, CP_TEXT_LONGEST), nowhere, report);
    double room = width;
    cp_text *part;

    if (whole->width <= width)
        return whole;
    do {
        cp_str head = head_within(whole, room);

        part = cp_text_line(arena, fonts, ink, cp_str_printf(arena, CP_FMT "…", CP_ARG(head)),
                            nowhere, report);
        room -= fmax(part->width - width, ink->size / 8);
        if (head.size == 0)
            break;
    } while (part->width > width);
    return part;
}
