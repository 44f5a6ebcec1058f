#include "paint/amending.h"

#include <stdint.h>
#include <time.h>

void cp_amend_text(const cp_amending *to, qpdf_oh map, const char *key, cp_str text)
{
    if (text.size)
        qpdf_oh_replace_key(to->pdf, map, key,
                            qpdf_oh_new_binary_unicode_string(to->pdf, text.data, text.size));
}

void cp_amend_words(const cp_amending *to, qpdf_oh map, const char *key, const char *words)
{
    qpdf_oh_replace_key(to->pdf, map, key, qpdf_oh_parse(to->pdf, words));
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

/* All anew: what cairo puts there comes from the clock. */
void cp_amend_info(const cp_amending *to)
{
    const cp_document_info *info = to->info;
    qpdf_data pdf = to->pdf;
    qpdf_oh map = qpdf_oh_new_dictionary(pdf);
    const char *date = pdf_date(to->arena, info->created);

    cp_amend_text(to, map, "/Title", info->title);
    cp_amend_text(to, map, "/Author", info->author);
    cp_amend_text(to, map, "/Subject", info->subject);
    cp_amend_text(to, map, "/Creator", CP_STR(CP_PRODUCER));
    cp_amend_text(to, map, "/Producer", CP_STR(CP_PRODUCER));
    cp_amend_text(to, map, "/InputDigest", info->digest);
    if (date) {
        qpdf_oh_replace_key(pdf, map, "/CreationDate", qpdf_oh_new_string(pdf, date));
        qpdf_oh_replace_key(pdf, map, "/ModDate", qpdf_oh_new_string(pdf, date));
    }
    qpdf_oh_replace_key(pdf, qpdf_get_trailer(pdf), "/Info", qpdf_make_indirect_object(pdf, map));
}

/* The first page whole in the window. */
static void open_whole(const cp_amending *to, qpdf_oh root)
{
    qpdf_data pdf = to->pdf;
    qpdf_oh view = qpdf_oh_new_array(pdf);

    if (qpdf_get_num_pages(pdf) < 1)
        return;
    qpdf_oh_append_item(pdf, view, qpdf_get_page_n(pdf, 0));
    qpdf_oh_append_item(pdf, view, qpdf_oh_new_name(pdf, "/Fit"));
    qpdf_oh_replace_key(pdf, root, "/OpenAction", view);
    cp_amend_words(to, root, "/PageLayout", "/SinglePage");
}

void cp_amend_catalog(const cp_amending *to)
{
    qpdf_oh root = qpdf_get_root(to->pdf);

    cp_amend_text(to, root, "/Lang", to->info->language);
    if (to->info->title.size)
        cp_amend_words(to, root, "/ViewerPreferences", "<< /DisplayDocTitle true >>");
    if (qpdf_oh_has_key(to->pdf, root, "/Outlines"))
        cp_amend_words(to, root, "/PageMode", "/UseOutlines");
    open_whole(to, root);
}

static bool write_memory(qpdf_data pdf, bool linear)
{
    if (qpdf_init_write_memory(pdf) >= QPDF_ERRORS)
        return false;
    qpdf_set_deterministic_ID(pdf, QPDF_TRUE);
    qpdf_set_object_stream_mode(pdf, qpdf_o_generate);
    qpdf_set_linearization(pdf, linear);
    return qpdf_write(pdf) < QPDF_ERRORS;
}

bool cp_pdf_amend(const cp_drawn_pdf *drawn, cp_arena *arena, cp_buf *bytes, cp_report *report)
{
    cp_amending to = { .pdf = qpdf_init(),
                       .arena = arena,
                       .info = drawn->info,
                       .images = drawn->images,
                       .tags = drawn->tags };
    cp_str file = drawn->bytes;
    bool ok;

    qpdf_silence_errors(to.pdf);
    qpdf_set_suppress_warnings(to.pdf, QPDF_TRUE);
    ok = qpdf_read_memory(to.pdf, "drawn", file.data, file.size, NULL) < QPDF_ERRORS;
    if (ok) {
        cp_amend_info(&to);
        cp_amend_catalog(&to);
        cp_amend_xmp(&to);
        cp_amend_images(&to);
        cp_amend_links(&to);
        cp_amend_tree(&to);
        cp_amend_ink(&to);
        ok = write_memory(to.pdf, drawn->linear);
    }
    if (ok)
        cp_buf_add(bytes, (cp_str){ (const char *)qpdf_get_buffer(to.pdf),
                                    qpdf_get_buffer_length(to.pdf) });
    else
        cp_fail_system(report, (cp_place){ 0 }, "the PDF cannot be completed: %s",
                       qpdf_get_error_full_text(to.pdf, qpdf_get_error(to.pdf)));
    qpdf_cleanup(&to.pdf);
    return ok;
}
