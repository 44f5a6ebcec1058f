/* amend.h - what cairo's PDF lacks, added by qpdf: dates, language, identity, small objects. */
#ifndef CP_PAINT_AMEND_H
#define CP_PAINT_AMEND_H

#include "paint/imagekind.h"
#include "paint/output.h"

/* The PDF in `drawn` with all of `info`, true images for the stand-ins, appended to `bytes`; the same bytes for the same input. */
bool cp_pdf_amend(cp_str drawn, const cp_document_info *info, const cp_stand_ins *images,
                  cp_arena *arena, cp_buf *bytes, cp_report *report);

#endif
