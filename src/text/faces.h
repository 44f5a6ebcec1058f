/*
 * faces.h - the open faces behind cp_fonts, and which of them sets a character.
 *
 * Faces are opened by file name (fonts/FAMILY-Regular.otf and -Bold.otf, FAMILY
 * without blanks) and read by HarfBuzz at the font's own units, so a measure
 * knows nothing of an output's resolution.  No configuration of the machine's
 * takes part, and nothing falls back on another face.
 */
#ifndef CP_TEXT_FACES_H
#define CP_TEXT_FACES_H

#include "base/library.h"
#include "text/text.h"

#include <hb.h>
#include <pango/pango-break.h>
#include <stdint.h>

typedef struct cp_face {
    hb_font_t *font;
    cairo_font_face_t *cairo;
    double em; /* font units of an em */
    uint32_t blank;
    double blank_advance; /* font units */
} cp_face;

typedef struct cp_family {
    cp_str name;
    cp_face faces[2]; /* regular, bold */
} cp_family;

/* Texts as they were shaped, in font units: the same words are set again and
 * again while sizes and places are sought. */
enum { CP_SHAPED_BUCKETS = 16384, CP_SHAPED_BYTES = 512 * 1024 };

#define CP_PANGO_CALLS(X)                                                                          \
    X(pango_get_log_attrs)                                                                         \
    X(pango_language_from_string)

/* Pango's rules of where lines break: loaded with the first text that may, which few pictures have. */
typedef struct cp_pango {
    CP_PANGO_CALLS(CP_LIBRARY_MEMBER)
    PangoLanguage *language; /* NULL: not loaded yet */
} cp_pango;

struct cp_fonts {
    cp_arena shaped_arena;
    struct cp_shaped *shaped[CP_SHAPED_BUCKETS];
    size_t shaped_bytes; /* of text kept; none is added above CP_SHAPED_BYTES */
    cp_family *families;
    size_t count;
    hb_buffer_t *buffer; /* for shaping, used over and over */
    hb_language_t shaping_language;
    const char *language;
    cp_pango pango;
    cairo_font_options_t *options;
    double ascent, descent; /* of an em: the ink of Han and Latin letters */
    double digits;          /* of an em: the height of figures and capitals */
};

/* A character of a text about to be set. */
typedef struct cp_char {
    uint32_t code;
    uint32_t byte; /* where it begins in the text */
    uint32_t span;
    uint8_t family;
    bool missing; /* no family has it */
} cp_char;

/* Quotes, dashes and dots that are full-width beside Han and narrow in Latin text. */
bool cp_is_shared(uint32_t code);

/* Fill in family and missing of each character. */
void cp_choose_families(const cp_fonts *fonts, cp_char *chars, size_t count);

/* Of characters that are shaped into one cell, of whose glyphs one is missing: a letter that is
 * there may bear an accent that is not. */
void cp_mark_missing(const cp_fonts *fonts, cp_char *chars, size_t count);

#endif
