#include "paint/qpdf.h"

#include "base/library.h"

#define SYMBOL(name) { "qpdf_" #name, offsetof(cp_qpdf, name) },

static const cp_symbol symbols[] = { CP_QPDF_CALLS(SYMBOL){ 0 } };

cp_qpdf *cp_qpdf_open(cp_arena *arena, cp_report *report)
{
    cp_qpdf *pdf = cp_new(arena, cp_qpdf);
    const char *why;

    switch (cp_library_load(CP_QPDF_LIBRARY, symbols, pdf, &why)) {
    case CP_LIBRARY_LOADED:
        pdf->file = pdf->init();
        pdf->silence_errors(pdf->file);
        pdf->set_suppress_warnings(pdf->file, QPDF_TRUE);
        return pdf;
    case CP_LIBRARY_ABSENT:
        cp_fail_system(report, (cp_place){ 0 }, "qpdf cannot be loaded: %s", why);
        return NULL;
    default:
        cp_fail_system(report, (cp_place){ 0 }, "qpdf has no %s", why);
        return NULL;
    }
}

void cp_qpdf_close(cp_qpdf *pdf)
{
    pdf->cleanup(&pdf->file);
}
