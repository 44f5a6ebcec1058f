/*
 * set.h - text on its way from characters to lines of placed glyphs.
 *
 * A cell is what is never taken apart: a character with its marks, or two that
 * share a glyph (——).  Lines are made of cells; placing turns each line's cells
 * into pieces, one a look, that cairo draws as they are.
 */
#ifndef CP_TEXT_SET_H
#define CP_TEXT_SET_H

#include "text/faces.h"

typedef struct cp_glyph {
    uint32_t id;
    float x, y; /* offset from the pen, points, y downward */
    float advance;
} cp_glyph;

typedef struct cp_cell {
    uint32_t first;     /* its first character */
    uint32_t byte, end; /* its bytes in the text */
    uint32_t code;      /* of the first character */
    uint32_t span;
    uint32_t glyph, glyphs; /* its glyphs, `glyphs` of them from `glyph` on */
    uint8_t family;
    bool bold;
    bool wide;      /* Han and what is set like it */
    bool may_begin; /* a line may begin with it */
    bool joined;    /* shares a blank half with the cell before: one cluster in a PDF */
    double advance; /* points */
    double gap;     /* points kept clear behind it: Han and a Latin letter meet here */
    double blank_left, blank_right; /* of it: a bracket's or a comma's blank half, which
                                       the edge of a line or another one beside it takes */
} cp_cell;

typedef struct cp_cells {
    cp_str text; /* the spans joined */
    const cp_span *spans;
    size_t count;
    cp_cell *cell;
    size_t glyph_count;
    cp_glyph *glyph;
    size_t char_count;
    cp_char *chars;
    struct cp_shaped *shaped; /* what it was scaled from */
} cp_cells;

/* A text shaped: advances and offsets in the units of its faces. */
typedef struct cp_shaped {
    uint64_t hash;
    bool broken; /* may_begin is known */
    size_t span_count;
    cp_cells units;
    struct cp_shaped *next;
} cp_shaped;

/* An error, told once: a text is set again and again while its size is sought. */
void cp_text_fail(cp_report *report, cp_place at, const char *text);

/* Join and shape, or find it shaped; what no face has is reported. */
cp_cells *cp_cells_shape(cp_arena *arena, cp_fonts *fonts, const cp_ink *ink, const cp_span *spans,
                         size_t count, cp_report *report);

/* Fill in may_begin, by the language's rules and those of Chinese punctuation. */
void cp_cells_find_breaks(cp_arena *arena, cp_fonts *fonts, cp_cells *cells, cp_report *report);

bool cp_never_begins(uint32_t code); /* 禁则: what begins no line */
bool cp_never_ends(uint32_t code);
bool cp_cell_is_han(const cp_cell *cell); /* Han and kana, not their punctuation */

/* Keep Han and Latin letters `gap` points apart. */
void cp_cells_part(cp_cells *cells, double gap);

/* Find the blank halves of full-width punctuation, and let neighbours share one: ；“ and ）。 */
void cp_cells_squeeze(cp_cells *cells, double size);

typedef struct cp_line {
    size_t from, to; /* cells shown: without blanks at the end and the forced break */
    double width;    /* without indent and the blank halves at its edges */
    double trim;     /* the blank half that its first cell loses */
    double indent;   /* of the first line */
    bool ends;       /* the last one of a paragraph */
    bool loose;      /* has gaps that a reader of PDF may take for blanks */
} cp_line;

/* Break into lines of `box->width` (0: at forced breaks only); at least one. */
cp_line *cp_lines_break(cp_arena *arena, const cp_cells *cells, const cp_text_box *box,
                        size_t *count);

/* What the letters of a span are of the text's size, and how far above its baseline. */
double cp_script_scale(const cp_span *span);
double cp_script_rise(const cp_span *span);

/* The gaps behind the cells of a line as they are by themselves, or all a part
 * narrower where the line is wider than `width` (0: any). */
void cp_line_gaps(const cp_cells *cells, cp_line *line, double width, double *gap);

/*
 * Share `slack` out over the gaps of a line, gap[i] behind its cell i, so that
 * it gets that much wider.  Where looks meet a gap stays fine, as readers of
 * PDF see a blank in a wider one; what is left goes between Han of one look,
 * and the line is `loose`.  False, and nothing done, where gaps would be holes.
 */
bool cp_line_stretch(const cp_cells *cells, cp_line *line, double slack, double size, double *gap);

/* The dot of an emphasis, at the middle below a Han character. */
typedef struct cp_dot {
    const cp_span *span;
    double x;
    size_t line;
} cp_dot;

/* A stretch of one line in one look. */
typedef struct cp_piece {
    const cp_span *span;
    uint8_t family;
    bool bold;
    size_t line;
    double left, right;
    const char *text;
    size_t bytes;
    cairo_glyph_t *glyphs;
    cairo_text_cluster_t *clusters;
    int glyph_count, cluster_count;
} cp_piece;

struct cp_text {
    const cp_fonts *fonts;
    cp_ink ink;
    cp_color mark_color;
    cp_str text;
    const cp_cells *cells;
    cp_line *lines;
    size_t line_count;
    double line_height, baseline, width;
    cp_piece *pieces;
    size_t piece_count;
    cp_dot *dots;
    size_t dot_count;
};

#endif
