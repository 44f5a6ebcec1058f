/* pdf.c - pages as vectors with real text, bookmarks and page labels. */
#include "paint/output.h"

#include <assert.h>

#include <cairo-pdf.h>

#include "paint/amend.h"

typedef struct pdf_output {
    cp_output base;
    cp_document_info info;
    cp_stand_ins images;
    cp_tag_notes tags;
    bool linear;
    int section; /* the outline's entry of level 1 that is open */
} pdf_output;

static cp_output *pdf_open(cp_arena *arena, cp_size page, const cp_document_info *info,
                           const cp_output_options *options, cp_report *report)
{
    pdf_output *pdf = cp_new(arena, pdf_output);

    (void)report;
    pdf->info = *info;
    pdf->linear = options->linear;
    pdf->tags.page_height = page.height;
    pdf->section = CAIRO_PDF_OUTLINE_ROOT;
    pdf->base.surface = cairo_pdf_surface_create_for_stream(cp_output_sink, &pdf->base.drawn,
                                                            page.width, page.height);
    cairo_pdf_surface_restrict_to_version(pdf->base.surface, CAIRO_PDF_VERSION_1_5);
    cp_stand_ins_attach(&pdf->images, pdf->base.surface);
    cp_tag_notes_attach(&pdf->tags, pdf->base.surface);
    return &pdf->base;
}

static void pdf_label(cp_output *output, cp_str label)
{
    cairo_pdf_surface_set_page_label(output->surface, cp_str_z(output->arena, label));
}

static void pdf_bookmark(cp_output *output, int level, cp_str title)
{
    pdf_output *pdf = (pdf_output *)output;
    int parent = level == 1 ? CAIRO_PDF_OUTLINE_ROOT : pdf->section;
    int entry;

    assert(level == 1 || level == 2);
    entry = cairo_pdf_surface_add_outline(output->surface, parent, cp_str_z(output->arena, title),
                                          cp_printf(output->arena, "page=%d", output->pages),
                                          level == 1 ? CAIRO_PDF_OUTLINE_FLAG_OPEN : 0);
    if (level == 1)
        pdf->section = entry;
}

static bool pdf_finish(cp_output *output, cp_buf *bytes, cp_report *report)
{
    pdf_output *pdf = (pdf_output *)output;
    cp_drawn_pdf drawn = { .bytes = cp_buf_str(&output->drawn),
                           .info = &pdf->info,
                           .images = &pdf->images,
                           .tags = &pdf->tags,
                           .linear = pdf->linear };

    return cp_pdf_amend(&drawn, output->arena, bytes, report);
}

static void pdf_close(cp_output *output)
{
    pdf_output *pdf = (pdf_output *)output;

    cp_stand_ins_free(&pdf->images);
    cp_tag_notes_free(&pdf->tags);
}

const cp_output_class cp_output_pdf = {
    .name = "pdf",
    .many_pages = true,
    .open = pdf_open,
    .label = pdf_label,
    .bookmark = pdf_bookmark,
    .finish = pdf_finish,
    .close = pdf_close,
};
