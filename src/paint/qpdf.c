#include "paint/qpdf.h"

#include "base/library.h"

#define SYMBOL(name) { "qpdf_" #name, offsetof(cp_qpdf, name) },

static const cp_symbol symbols[] = { CP_QPDF_CALLS(SYMBOL){ 0 } };
static const cp_library qpdf = { "qpdf", CP_QPDF_LIBRARY, symbols, NULL };

cp_qpdf *cp_qpdf_open(cp_arena *arena, cp_report *report)
{
    cp_qpdf *pdf = cp_new(arena, cp_qpdf);

    if (!cp_library_load(&qpdf, pdf, (cp_place){ 0 }, report))
        return NULL;
    pdf->file = pdf->init();
    pdf->silence_errors(pdf->file);
    pdf->set_suppress_warnings(pdf->file, QPDF_TRUE);
    return pdf;
}

void cp_qpdf_close(cp_qpdf *pdf)
{
    pdf->cleanup(&pdf->file);
}
