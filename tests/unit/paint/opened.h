/* opened.h - a drawing as a PDF, opened again by qpdf. */
#ifndef CP_TESTS_PAINT_OPENED_H
#define CP_TESTS_PAINT_OPENED_H

#include "draw.h"

#include <qpdf/qpdf-c.h>

typedef struct opened {
    cp_arena arena;
    cp_report report;
    cp_buf bytes;
    qpdf_data pdf;
    qpdf_oh info, root;
} opened;

void open_drawing(opened *file, const drawing *what);
void close_drawing(opened *file);

/* A text under a key, "(none)" where there is none. */
const char *text_of(opened *file, qpdf_oh map, const char *key);

/* An object as PDF writes it, "null" where there is none. */
const char *words_of(opened *file, qpdf_oh map, const char *key);

/* What a page draws, in its own words. */
const char *content_of(opened *file, size_t page);

#endif
