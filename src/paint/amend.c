#include "paint/amending.h"

#include <stdint.h>
#include <time.h>

void cp_amend_text(const cp_amending *to, qpdf_oh map, const char *key, cp_str text)
{
    if (text.size)
        to->pdf->oh_replace_key(
            to->pdf->file, map, key,
            to->pdf->oh_new_binary_unicode_string(to->pdf->file, text.data, text.size));
}

void cp_amend_words(const cp_amending *to, qpdf_oh map, const char *key, const char *words)
{
    to->pdf->oh_replace_key(to->pdf->file, map, key, to->pdf->oh_parse(to->pdf->file, words));
}

/* cairo leaves out the D: that viewers ask for (WeasyPrint#1843). */
static const char *pdf_date(cp_arena *arena, int64_t seconds)
{
    time_t when = (time_t)seconds;
    struct tm day;

    if (!gmtime_r(&when, &day) || day.tm_year < -1900 || day.tm_year > 8099)
        return NULL;
    return cp_printf(arena, "D:%04d%02d%02d%02d%02d%02dZ", day.tm_year + 1900, day.tm_mon + 1,
                     day.tm_mday, day.tm_hour, day.tm_min, day.tm_sec);
}

/* Title, author, dates, digest, all anew: what cairo puts there comes from the clock. */
static void amend_info(const cp_amending *to)
{
    const cp_document_info *info = to->info;
    const cp_qpdf *pdf = to->pdf;
    qpdf_oh map = pdf->oh_new_dictionary(pdf->file);
    const char *date = pdf_date(to->arena, info->created);

    cp_amend_text(to, map, "/Title", info->title);
    cp_amend_text(to, map, "/Author", info->author);
    cp_amend_text(to, map, "/Subject", info->subject);
    cp_amend_text(to, map, "/Creator", CP_STR(CP_PRODUCER));
    cp_amend_text(to, map, "/Producer", CP_STR(CP_PRODUCER));
    cp_amend_text(to, map, "/InputDigest", info->digest);
    if (date) {
        pdf->oh_replace_key(pdf->file, map, "/CreationDate", pdf->oh_new_string(pdf->file, date));
        pdf->oh_replace_key(pdf->file, map, "/ModDate", pdf->oh_new_string(pdf->file, date));
    }
    pdf->oh_replace_key(pdf->file, pdf->get_trailer(pdf->file), "/Info",
                        pdf->make_indirect_object(pdf->file, map));
}

/* The first page whole in the window. */
static void open_whole(const cp_amending *to, qpdf_oh root)
{
    const cp_qpdf *pdf = to->pdf;
    qpdf_oh view = pdf->oh_new_array(pdf->file);

    if (pdf->get_num_pages(pdf->file) < 1)
        return;
    pdf->oh_append_item(pdf->file, view, pdf->get_page_n(pdf->file, 0));
    pdf->oh_append_item(pdf->file, view, pdf->oh_new_name(pdf->file, "/Fit"));
    pdf->oh_replace_key(pdf->file, root, "/OpenAction", view);
    cp_amend_words(to, root, "/PageLayout", "/SinglePage");
}

/* Language, and how a viewer opens it. */
static void amend_catalog(const cp_amending *to)
{
    qpdf_oh root = to->pdf->get_root(to->pdf->file);

    cp_amend_text(to, root, "/Lang", to->info->language);
    if (to->info->title.size)
        cp_amend_words(to, root, "/ViewerPreferences", "<< /DisplayDocTitle true >>");
    if (to->pdf->oh_has_key(to->pdf->file, root, "/Outlines"))
        cp_amend_words(to, root, "/PageMode", "/UseOutlines");
    open_whole(to, root);
}

static bool write_memory(const cp_qpdf *pdf, bool linear)
{
    if (pdf->init_write_memory(pdf->file) >= QPDF_ERRORS)
        return false;
    pdf->set_deterministic_ID(pdf->file, QPDF_TRUE);
    pdf->set_object_stream_mode(pdf->file, qpdf_o_generate);
    pdf->set_linearization(pdf->file, linear);
    return pdf->write(pdf->file) < QPDF_ERRORS;
}

static bool amend(const cp_amending *to, const cp_drawn_pdf *drawn, cp_buf *bytes,
                  cp_report *report)
{
    const cp_qpdf *pdf = to->pdf;
    cp_str file = drawn->bytes;
    bool ok = pdf->read_memory(pdf->file, "drawn", file.data, file.size, NULL) < QPDF_ERRORS;

    if (ok) {
        amend_info(to);
        amend_catalog(to);
        cp_amend_xmp(to);
        cp_amend_images(to);
        cp_amend_links(to);
        cp_amend_tree(to);
        cp_amend_ink(to);
        ok = write_memory(pdf, drawn->linear);
    }
    if (!ok)
        return cp_fail_system(report, (cp_place){ 0 }, "the PDF cannot be completed: %s",
                              pdf->get_error_full_text(pdf->file, pdf->get_error(pdf->file)));
    cp_buf_add(bytes, (cp_str){ (const char *)pdf->get_buffer(pdf->file),
                                pdf->get_buffer_length(pdf->file) });
    return true;
}

bool cp_pdf_amend(const cp_drawn_pdf *drawn, cp_arena *arena, cp_buf *bytes, cp_report *report)
{
    cp_qpdf *pdf = cp_qpdf_open(arena, report);
    cp_amending to = { .pdf = pdf,
                       .arena = arena,
                       .info = drawn->info,
                       .images = drawn->images,
                       .tags = drawn->tags };
    bool ok = pdf && amend(&to, drawn, bytes, report);

    if (pdf)
        cp_qpdf_close(pdf);
    return ok;
}
