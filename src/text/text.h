/*
 * text.h - fonts and set text: measured first, drawn later, the same each time.
 *
 * Exactly the faces of the fonts folder are used, whatever the machine has:
 * they are opened by file name (FAMILY-Regular.otf and FAMILY-Bold.otf, FAMILY
 * without its blanks), and nothing falls back on another.  A character that no
 * face has is a finding at the place of its span that names it.  Measures are
 * in the font's own units times the size, so no output's resolution changes them.
 */
#ifndef CP_TEXT_TEXT_H
#define CP_TEXT_TEXT_H

#include "base/geometry.h"
#include "base/report.h"
#include "spec/style.h"

#include <cairo.h>

typedef struct cp_fonts cp_fonts;

/* `families` in order of preference per character; the first that has it sets it:
 * Latin face first, Han second, and quotes, dashes and dots take the face of
 * their neighbours.  NULL after a finding.  Libraries that ask fontconfig later (SVG
 * pictures with text) see the same folder: FONTCONFIG_FILE is set to its fonts.conf. */
cp_fonts *cp_fonts_open(cp_arena *arena, const char *folder, const cp_texts *families,
                        cp_str language, cp_report *report);
void cp_fonts_close(cp_fonts *fonts);

/* Letters on the line, above it (m², the sign of a footnote) or below it. */
typedef enum cp_script { CP_SCRIPT_NONE, CP_SCRIPT_SUPER, CP_SCRIPT_SUB } cp_script;

/* A stretch of text in one look within a paragraph.  `em` and `code` name what the words
 * are; Chinese has no slanted or narrow letters, so their look is their tint or dots. */
typedef struct cp_span {
    cp_str text; /* valid UTF-8; '\n' is a forced line break */
    bool bold, em, code, mark;
    bool dotted; /* a dot below each Han character, the Chinese emphasis */
    cp_script script;
    bool tinted; /* take `color` instead of the ink's */
    cp_color color;
    cp_str figure;  /* file of the figure that the words name; empty: none */
    cp_str link;    /* URL, or "#page-N": the cairo destination named page-N; empty: none */
    cp_place place; /* of the text's first character, for findings */
} cp_span;

typedef enum cp_align { CP_ALIGN_LEFT, CP_ALIGN_CENTER, CP_ALIGN_RIGHT, CP_ALIGN_JUSTIFY } cp_align;

#define CP_TEXT_LONGEST 10000

typedef struct cp_text_box {
    double width;        /* to break lines at; 0: one line a paragraph */
    double line_height;  /* points between baselines; 0: as high as the ink of letters and Han */
    cp_align align;      /* justified lines fill the width but for the last of a paragraph,
                            and a line that would get holes; none leaves one Han alone
                            in a last line */
    double first_indent; /* points before the first line */
    double latin_gap;    /* of the size, kept clear where Han and Latin letters meet; a full
                            line may take half of it back */
    cp_color mark_color; /* behind ==mark== */
    bool any_length;     /* a body's text, a table's cell; any other text of more than
                            CP_TEXT_LONGEST characters is told, and only its head is set */
} cp_text_box;

/* Text set in lines.  Lives in the arena it was set in (the fonts must outlive it). */
typedef struct cp_text cp_text;

/* Never NULL: missing glyphs are findings, and show as boxes; so is what is too long. */
cp_text *cp_text_set(cp_arena *arena, cp_fonts *fonts, const cp_ink *ink, const cp_text_box *box,
                     const cp_span *spans, size_t count, cp_report *report);

/* One look, one line: labels, ticks, captions. */
cp_text *cp_text_line(cp_arena *arena, cp_fonts *fonts, const cp_ink *ink, cp_str text,
                      cp_place place, cp_report *report);

cp_size cp_text_size(const cp_text *text);    /* width of the widest line, lines * line height */
double cp_text_baseline(const cp_text *text); /* of the first line, from the top */
double cp_text_middle(const cp_text *text); /* of the first line's figures: to centre a label on */
size_t cp_text_lines(const cp_text *text);

/* Of a text set with a width: that of the widest piece which lines do not divide.  In
 * a narrower box words are cut. */
double cp_text_least_width(const cp_text *text);

/* Of a text on one line: how wide that is which stands ahead of a byte. */
double cp_text_width_ahead(const cp_text *text, size_t byte);

/* The slice of the whole text (spans joined) that line `index` shows: for layout dumps. */
cp_str cp_text_line_slice(const cp_text *text, size_t index);

/* Draw with its top left corner at x, y (an aligned text within its box's width). */
void cp_text_draw(const cp_text *text, cairo_t *cr, double x, double y);

/* What is left of a text that is too wide for `width`, with … behind; for the
 * few places that may shorten.  Returns the text itself when it fits. */
cp_text *cp_text_shorten(cp_arena *arena, cp_fonts *fonts, const cp_ink *ink, cp_str text,
                         double width, cp_report *report);

#endif
