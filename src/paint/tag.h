/*
 * tag.h - what ink means, for those who listen to a page: headings, paragraphs, figures.
 *
 * Cairo keeps the tree of tags of a PDF; other outputs have none and pass over
 * them.  Names are PDF's own: "Sect", "H1", "H2", "P", "L", "LI", "Lbl",
 * "LBody", "Caption", "Table", "TR", "TH", "TD", "Figure", "Note", "TOC", "TOCI",
 * "Reference".  A tag holds either ink or further tags; ink outside of the
 * innermost ones is ornament that nobody needs to hear of (PDF's artifacts).
 *
 * What cairo has no words for, alternative texts and the reach of a table's
 * cells, is noted here, and cp_pdf_amend() writes it.
 */
#ifndef CP_PAINT_TAG_H
#define CP_PAINT_TAG_H

#include "base/geometry.h"
#include "base/str.h"

#include <cairo.h>

void cp_tag_begin(cairo_t *cr, const char *name);
void cp_tag_end(cairo_t *cr, const char *name);

/* A figure in its box; `alt` says in words what it shows. */
void cp_tag_begin_figure(cairo_t *cr, cp_str alt, cp_rect box);

typedef struct cp_tag_cell {
    const char *head;  /* "Column", "Row", "Both": a TH for what is below or beside; NULL: a TD */
    int rows, columns; /* it covers; 1, but for merged cells */
} cp_tag_cell;

void cp_tag_begin_cell(cairo_t *cr, cp_tag_cell cell);
void cp_tag_end_cell(cairo_t *cr, cp_tag_cell cell);

/* The top of the page that is open, for links to "#NAME". */
void cp_tag_anchor(cairo_t *cr, const char *name);

/*
 * For pdf.c and cp_pdf_amend(): the tags of a file in the order they began, but
 * for those of text/, which need no notes.
 */
typedef struct cp_tag_note {
    const char *name;
    cp_str alt;
    cp_rect box; /* of a figure, in points of its page, y downward */
    cp_tag_cell cell;
} cp_tag_note;

typedef struct cp_tag_notes {
    double page_height; /* points */
    cp_tag_note *item;
    size_t count, room;
} cp_tag_notes;

/* From now on tags drawn to `surface` are noted in `notes`. */
void cp_tag_notes_attach(cp_tag_notes *notes, cairo_surface_t *surface);
void cp_tag_notes_free(cp_tag_notes *notes);

#endif
