#include "deck/flow.h"

#include "base/utf8.h"

#include <math.h>
#include <string.h>

static double between(double from, double to, double share)
{
    return from + (to - from) * share;
}

cp_flow_measure cp_flow_measure_at(const cp_body_style *style, int step)
{
    double size = style->text.size, line = style->line_height;

    if (step > 0) {
        size = between(size, style->smallest, (double)step / CP_FLOW_TIGHTEST);
        line = between(line, style->tightest, (double)step / CP_FLOW_TIGHTEST);
    } else if (step < 0) {
        size = between(size, style->largest, (double)step / CP_FLOW_LARGEST);
    }
    return (cp_flow_measure){ size, size * line, size * line * style->paragraph_gap };
}

/* ---- estimate ---- */

/* Narrow letters stand on about this much of the size, wide ones on all of it. */
static const double narrow = 0.56;

static double spans_width(const cp_spans *spans, double gap)
{
    double width = 0;
    bool wide_before = true;

    for (size_t i = 0; i < spans->count; i++) {
        cp_str text = spans->item[i].text;

        for (size_t at = 0; at < text.size;) {
            bool wide = cp_is_wide(cp_utf8_next(text, &at));

            width += (wide ? 1 : narrow) + (wide != wide_before ? gap : 0);
            wide_before = wide;
        }
    }
    return width;
}

static double indent_of(const cp_block *text, const cp_body_style *style,
                        const cp_flow_measure *measure)
{
    return text->kind == CP_BLOCK_TEXT ? text->level * style->indent * measure->size : 0;
}

/* A small heading keeps to the text below it. */
static bool has_gap(const cp_flow *flow, size_t index)
{
    return index && !flow->texts[index]->close && flow->texts[index - 1]->kind != CP_BLOCK_HEADING;
}

static double gap_ahead(const cp_flow *flow, size_t index, const cp_flow_measure *measure)
{
    return has_gap(flow, index) ? measure->gap : 0;
}

double cp_flow_estimate(const cp_flow *flow, const cp_body_style *style, double width, int step)
{
    cp_flow_measure measure = cp_flow_measure_at(style, step);
    double height = 0;

    for (size_t i = 0; i < flow->count; i++) {
        const cp_block *text = flow->texts[i];
        double room = fmax(width - indent_of(text, style, &measure), measure.size);

        height += gap_ahead(flow, i, &measure)
                  + measure.line_height
                        * ceil(spans_width(&text->spans, style->latin_gap) * measure.size / room);
    }
    return height;
}

/* ---- setting ---- */

static void tint(cp_span *span, cp_color color)
{
    span->tinted = true;
    span->color = color;
}

cp_spans cp_spans_tint(cp_arena *arena, const cp_body_style *style, const cp_spans *spans)
{
    cp_span *out = cp_new_array(arena, cp_span, spans->count + 1);

    for (size_t i = 0; i < spans->count; i++) {
        cp_span *span = &out[i];

        *span = spans->item[i];
        if (span->link.size)
            tint(span, style->link);
        else if (span->code)
            tint(span, style->code);
        else if (span->em && style->em == CP_EM_COLOR)
            tint(span, style->emphasis);
        else if (span->bold)
            tint(span, style->strong.color);
        span->bold = span->bold && style->strong.bold;
        span->dotted = span->em && style->em == CP_EM_DOTS;
    }
    return (cp_spans){ spans->count, out };
}

typedef struct setter {
    cp_arena *arena;
    cp_fonts *fonts;
    const cp_body_style *style;
    cp_flow_measure measure;
    cp_ink ink;
    const cp_signs *signs;
    cp_report *report;
} setter;

/* The square stands at the middle of the first line. */
static cp_rect bullet_of(const setter *s, const cp_block *text, double x)
{
    double full = text->level > 1 ? s->style->inner_bullet : s->style->bullet_size;
    double side = full * s->measure.size / s->style->text.size;

    return (cp_rect){ x, (s->measure.line_height - side) / 2, side, side };
}

static void lay_marker(const setter *s, const cp_block *text, cp_flow_piece *piece)
{
    double x = (text->level - 1) * s->style->indent * s->measure.size;

    if (!text->number) {
        piece->bullet = bullet_of(s, text, x);
        return;
    }

    cp_ink ink = s->ink;
    cp_text_box box = { .line_height = s->measure.line_height };
    cp_span span = { .text = cp_str_printf(s->arena, "%d.", text->number), .place = text->place };

    ink.color = s->style->bullet;
    ink.bold = true;
    piece->number = cp_text_set(s->arena, s->fonts, &ink, &box, &span, 1, s->report);
    piece->number_x = x;
}

static cp_flow_piece lay_text(const setter *s, const cp_block *text, double width)
{
    cp_flow_piece piece = { .x = indent_of(text, s->style, &s->measure) };
    cp_ink ink = s->ink;

    if (text->level && text->marked)
        lay_marker(s, text, &piece);
    /* A number wider than its indent moves its text. */
    if (piece.number)
        piece.x = fmax(piece.x, piece.number_x + cp_text_size(piece.number).width);
    if (text->kind == CP_BLOCK_HEADING) {
        ink.bold = s->style->strong.bold;
        ink.color = s->style->strong.color;
    }

    cp_text_box box = { .width = fmax(width - piece.x, s->measure.size),
                        .line_height = s->measure.line_height,
                        .align = CP_ALIGN_JUSTIFY,
                        .latin_gap = s->style->latin_gap,
                        .mark_color = s->style->mark,
                        .any_length = true };
    cp_spans spans = cp_spans_tint(s->arena, s->style, &text->spans);

    if (s->signs)
        spans = cp_spans_sign(s->arena, &spans, s->signs);
    piece.text = cp_text_set(s->arena, s->fonts, &ink, &box, spans.item, spans.count, s->report);
    return piece;
}

static void place_pieces(cp_flow_set *set, const cp_flow *flow)
{
    double y = 0;

    for (size_t i = 0; i < set->count; i++) {
        y += gap_ahead(flow, i, &set->measure);
        set->piece[i].y = y;
        y += cp_text_size(set->piece[i].text).height;
    }
    set->height = y;
}

cp_flow_set cp_flow_lay(cp_arena *arena, cp_fonts *fonts, const cp_body_style *style,
                        const cp_flow *flow, double width, int step, cp_report *report)
{
    setter s = { .arena = arena,
                 .fonts = fonts,
                 .style = style,
                 .measure = cp_flow_measure_at(style, step),
                 .ink = style->text,
                 .signs = flow->signs,
                 .report = report };
    cp_flow_set set = { .measure = s.measure,
                        .count = flow->count,
                        .piece = cp_new_array(arena, cp_flow_piece, flow->count + 1) };

    s.ink.size = s.measure.size;
    for (size_t i = 0; i < flow->count; i++)
        set.piece[i] = lay_text(&s, flow->texts[i], width);
    place_pieces(&set, flow);
    return set;
}

void cp_flow_stretch(cp_flow_set *set, const cp_flow *flow, const cp_body_style *style,
                     double height)
{
    size_t gaps = 0;

    for (size_t i = 1; i < flow->count; i++)
        gaps += has_gap(flow, i);
    if (!gaps || height <= set->height)
        return;

    double widest = style->widest_gap * set->measure.line_height;
    double gap = set->measure.gap + (height - set->height) / (double)gaps;

    set->measure.gap = fmax(set->measure.gap, fmin(gap, widest));
    place_pieces(set, flow);
}
