/* draw.h - what the tests of outputs share: a small document, drawn by a function a page. */
#ifndef CP_TESTS_PAINT_DRAW_H
#define CP_TESTS_PAINT_DRAW_H

#include "paint/output.h"

typedef struct drawing {
    const char *format;
    cp_size page;
    cp_document_info info;
    cp_output_options options;
    int pages;
    void (*draw)(cp_output *output, cairo_t *cr, int page); /* pages count from 1 */
} drawing;

/* The file's bytes; empty where the report says why. */
cp_buf draw_bytes(const drawing *what, cp_arena *arena, cp_report *report);

#endif
