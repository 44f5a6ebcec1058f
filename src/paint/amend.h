/* amend.h - what cairo's PDF lacks, added by qpdf: dates, language, identity, small objects,
 * what figures show, and what is mere ornament. */
#ifndef CP_PAINT_AMEND_H
#define CP_PAINT_AMEND_H

#include "paint/imagekind.h"
#include "paint/output.h"
#include "paint/tag.h"

typedef struct cp_drawn_pdf {
    cp_str bytes; /* as cairo wrote it */
    const cp_document_info *info;
    const cp_stand_ins *images;
    const cp_tag_notes *tags;
    bool linear; /* first page first, for the web */
} cp_drawn_pdf;

/* The PDF with all of that, appended to `bytes`; the same bytes for the same input. */
bool cp_pdf_amend(const cp_drawn_pdf *drawn, cp_arena *arena, cp_buf *bytes, cp_report *report);

#endif
