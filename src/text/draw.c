#include "text/set.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

/* Of an em: the dot below an emphasized character, from its baseline and its radius. */
static const double dot_drop = 0.26, dot_radius = 0.065;

static void set_color(cairo_t *cr, cp_color color)
{
    cairo_set_source_rgba(cr, color.red, color.green, color.blue, color.alpha);
}

/* Attributes of a tag are quoted, and a PDF's URI is plain ASCII. */
static void escape(cp_str link, char *to, size_t room)
{
    char *end = to + room - 4;

    for (size_t i = 0; i < link.size && to < end; i++) {
        unsigned char byte = (unsigned char)link.data[i];

        if (byte <= ' ' || byte >= 0x7F || byte == '\'' || byte == '\\')
            to += sprintf(to, "%%%02X", byte);
        else
            *to++ = (char)byte;
    }
    *to = '\0';
}

static void begin_link(cairo_t *cr, cp_str link)
{
    char target[2000], attributes[2020];
    bool inner = cp_str_starts(link, CP_STR("#"));

    escape(inner ? cp_str_slice(link, 1, link.size) : link, target, sizeof target);
    snprintf(attributes, sizeof attributes, "%s='%s'", inner ? "dest" : "uri", target);
    cairo_tag_begin(cr, CAIRO_TAG_LINK, attributes);
}

static void draw_mark(const cp_text *text, const cp_piece *piece, cairo_t *cr)
{
    double size = text->ink.size;
    double top
        = text->baseline + (double)piece->line * text->line_height - text->fonts->ascent * size;

    set_color(cr, text->mark_color);
    cairo_rectangle(cr, piece->left, top, piece->right - piece->left,
                    (text->fonts->ascent + text->fonts->descent) * size);
    cairo_fill(cr);
}

static void draw_piece(const cp_text *text, const cp_piece *piece, bool as_paths, cairo_t *cr)
{
    const cp_span *span = piece->span;

    cairo_set_font_face(cr, text->fonts->families[piece->family].faces[piece->bold].cairo);
    cairo_set_font_size(cr, text->ink.size * cp_script_scale(span));
    set_color(cr, span->tinted ? span->color : text->ink.color);
    if (as_paths) {
        cairo_glyph_path(cr, piece->glyphs, piece->glyph_count);
        cairo_fill(cr);
    } else {
        cairo_show_text_glyphs(cr, piece->text, (int)piece->bytes, piece->glyphs,
                               piece->glyph_count, piece->clusters, piece->cluster_count, 0);
    }
}

static bool has_links(const cp_text *text)
{
    for (size_t i = 0; i < text->piece_count; i++)
        if (text->pieces[i].span->link.size > 0)
            return true;
    return false;
}

/* A link that goes over two lines is two to click on. */
static bool is_one_run(const cp_piece *a, const cp_piece *b)
{
    return a->line == b->line && cp_str_eq(a->span->link, b->span->link);
}

static void draw_plain(const cp_text *text, bool as_paths, cairo_t *cr)
{
    for (size_t i = 0; i < text->piece_count; i++)
        draw_piece(text, &text->pieces[i], as_paths, cr);
}

/* A tag holds either ink or tags: where a part is a link, all parts get tags. */
static void draw_linked(const cp_text *text, bool as_paths, cairo_t *cr)
{
    for (size_t i = 0; i < text->piece_count; i++) {
        const cp_piece *piece = &text->pieces[i];
        bool link = piece->span->link.size > 0;

        if (i == 0 || !is_one_run(piece, piece - 1)) {
            if (link)
                begin_link(cr, piece->span->link);
            else
                cairo_tag_begin(cr, "Span", NULL);
        }
        draw_piece(text, piece, as_paths, cr);
        if (i + 1 == text->piece_count || !is_one_run(piece, piece + 1))
            cairo_tag_end(cr, link ? CAIRO_TAG_LINK : "Span");
    }
}

static void draw_dot(const cp_text *text, const cp_dot *dot, cairo_t *cr)
{
    double size = text->ink.size;
    double y = text->baseline + (double)dot->line * text->line_height + dot_drop * size;

    set_color(cr, dot->span->tinted ? dot->span->color : text->ink.color);
    cairo_arc(cr, dot->x, y, dot_radius * size, 0, 2 * acos(-1));
    cairo_fill(cr);
}

void cp_text_draw(const cp_text *text, cairo_t *cr, double x, double y)
{
    /* On a raster cairo puts each glyph at a whole pixel, so spacing would hang
     * on the resolution; outlines fall where they belong. */
    bool as_paths = cairo_surface_get_type(cairo_get_target(cr)) == CAIRO_SURFACE_TYPE_IMAGE;

    cairo_save(cr);
    cairo_translate(cr, x, y);
    cairo_new_path(cr);
    cairo_set_font_options(cr, text->fonts->options);
    for (size_t i = 0; i < text->piece_count; i++)
        if (text->pieces[i].span->mark)
            draw_mark(text, &text->pieces[i], cr);
    if (has_links(text))
        draw_linked(text, as_paths, cr);
    else
        draw_plain(text, as_paths, cr);
    for (size_t i = 0; i < text->dot_count; i++)
        draw_dot(text, &text->dots[i], cr);
    cairo_restore(cr);
}
