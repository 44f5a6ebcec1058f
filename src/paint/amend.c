#include "paint/amend.h"

#include <stdint.h>
#include <stdlib.h>
#include <time.h>

#include <qpdf/qpdf-c.h>

#define PRODUCER "chartpack"

static void set_text(qpdf_data pdf, qpdf_oh map, const char *key, cp_str text)
{
    if (text.size)
        qpdf_oh_replace_key(pdf, map, key,
                            qpdf_oh_new_binary_unicode_string(pdf, text.data, text.size));
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
static void set_info(qpdf_data pdf, const cp_document_info *info, cp_arena *arena)
{
    qpdf_oh map = qpdf_oh_new_dictionary(pdf);
    const char *date = pdf_date(arena, info->created);

    set_text(pdf, map, "/Title", info->title);
    set_text(pdf, map, "/Author", info->author);
    set_text(pdf, map, "/Subject", info->subject);
    set_text(pdf, map, "/Creator", CP_STR(PRODUCER));
    set_text(pdf, map, "/Producer", CP_STR(PRODUCER));
    set_text(pdf, map, "/InputDigest", info->digest);
    if (date) {
        qpdf_oh_replace_key(pdf, map, "/CreationDate", qpdf_oh_new_string(pdf, date));
        qpdf_oh_replace_key(pdf, map, "/ModDate", qpdf_oh_new_string(pdf, date));
    }
    qpdf_oh_replace_key(pdf, qpdf_get_trailer(pdf), "/Info", qpdf_make_indirect_object(pdf, map));
}

static void set_catalog(qpdf_data pdf, const cp_document_info *info)
{
    qpdf_oh root = qpdf_get_root(pdf);
    qpdf_oh viewer = qpdf_oh_new_dictionary(pdf);

    set_text(pdf, root, "/Lang", info->language);
    if (info->title.size) {
        qpdf_oh_replace_key(pdf, viewer, "/DisplayDocTitle", qpdf_oh_new_bool(pdf, QPDF_TRUE));
        qpdf_oh_replace_key(pdf, root, "/ViewerPreferences", viewer);
    }
    if (qpdf_oh_has_key(pdf, root, "/Outlines"))
        qpdf_oh_replace_key(pdf, root, "/PageMode", qpdf_oh_new_name(pdf, "/UseOutlines"));
}

static void set_words(qpdf_data pdf, qpdf_oh map, const char *key, const char *words)
{
    qpdf_oh_replace_key(pdf, map, key, qpdf_oh_parse(pdf, words));
}

static void fill_stream(qpdf_data pdf, qpdf_oh stream, const cp_embed *image, cp_arena *arena)
{
    qpdf_oh map = qpdf_oh_get_dict(pdf, stream);
    qpdf_oh how = image->predicted
                      ? qpdf_oh_parse(pdf, cp_printf(arena,
                                                     "<< /Predictor 15 /Colors %d "
                                                     "/BitsPerComponent %d /Columns %d >>",
                                                     image->parts, image->bits, image->width))
                      : qpdf_oh_new_null(pdf);

    set_words(pdf, map, "/Type", "/XObject");
    set_words(pdf, map, "/Subtype", "/Image");
    set_words(pdf, map, "/ColorSpace", image->colors);
    qpdf_oh_replace_key(pdf, map, "/Width", qpdf_oh_new_integer(pdf, image->width));
    qpdf_oh_replace_key(pdf, map, "/Height", qpdf_oh_new_integer(pdf, image->height));
    qpdf_oh_replace_key(pdf, map, "/BitsPerComponent", qpdf_oh_new_integer(pdf, image->bits));
    qpdf_oh_replace_stream_data(pdf, stream, (const unsigned char *)image->data.data,
                                image->data.size, qpdf_oh_new_name(pdf, image->filter), how);
}

static void put_image(qpdf_data pdf, qpdf_oh stream, const cp_image *image, cp_arena *arena)
{
    cp_embed color = { 0 }, mask = { 0 };

    image->kind->embed(image, &color, &mask);
    fill_stream(pdf, stream, &color, arena);
    if (mask.data.size) {
        qpdf_oh soft = qpdf_oh_new_stream(pdf);
        fill_stream(pdf, soft, &mask, arena);
        qpdf_oh_replace_key(pdf, qpdf_oh_get_dict(pdf, stream), "/SMask", soft);
    }
    cp_buf_free(&color.data);
    cp_buf_free(&mask.data);
}

static bool has_number(qpdf_data pdf, qpdf_oh map, const char *key, long long wanted)
{
    long long found;

    return qpdf_oh_get_value_as_longlong(pdf, qpdf_oh_get_key_if_dict(pdf, map, key), &found)
           && found == wanted;
}

/* The index of a stand-in, SIZE_MAX for all other objects. */
static size_t stand_in_index(qpdf_data pdf, qpdf_oh object)
{
    unsigned char *data = NULL;
    size_t size = 0, index = SIZE_MAX;
    qpdf_oh map;

    if (!qpdf_oh_is_stream(pdf, object))
        return SIZE_MAX;
    map = qpdf_oh_get_dict(pdf, object);
    if (!has_number(pdf, map, "/Width", 2) || !has_number(pdf, map, "/Height", 1)
        || qpdf_oh_get_stream_data(pdf, object, qpdf_dl_generalized, NULL, &data, &size)
               >= QPDF_ERRORS)
        return SIZE_MAX;
    if (size == 6
        && ((unsigned)data[0] << 16 | (unsigned)data[1] << 8 | data[2]) == CP_STAND_IN_COLOR)
        index = (size_t)data[3] << 16 | (size_t)data[4] << 8 | data[5];
    free(data);
    return index;
}

static void put_images(qpdf_data pdf, const cp_stand_ins *images, cp_arena *arena)
{
    qpdf_oh count = qpdf_oh_get_key(pdf, qpdf_get_trailer(pdf), "/Size");
    int objects = images->count ? qpdf_oh_get_int_value_as_int(pdf, count) : 0;

    for (int id = 1; id < objects; id++) {
        qpdf_oh object = qpdf_get_object_by_id(pdf, id, 0);
        size_t index = stand_in_index(pdf, object);
        if (index < images->count)
            put_image(pdf, object, images->item[index].image, arena);
        qpdf_oh_release(pdf, object);
    }
}

static bool write_memory(qpdf_data pdf)
{
    if (qpdf_init_write_memory(pdf) >= QPDF_ERRORS)
        return false;
    qpdf_set_deterministic_ID(pdf, QPDF_TRUE);
    qpdf_set_object_stream_mode(pdf, qpdf_o_generate);
    return qpdf_write(pdf) < QPDF_ERRORS;
}

bool cp_pdf_amend(cp_str drawn, const cp_document_info *info, const cp_stand_ins *images,
                  cp_arena *arena, cp_buf *bytes, cp_report *report)
{
    qpdf_data pdf = qpdf_init();
    bool ok;

    qpdf_silence_errors(pdf);
    qpdf_set_suppress_warnings(pdf, QPDF_TRUE);
    ok = qpdf_read_memory(pdf, "drawn", drawn.data, drawn.size, NULL) < QPDF_ERRORS;
    if (ok) {
        set_info(pdf, info, arena);
        set_catalog(pdf, info);
        put_images(pdf, images, arena);
        ok = write_memory(pdf);
    }
    if (ok)
        cp_buf_add(bytes,
                   (cp_str){ (const char *)qpdf_get_buffer(pdf), qpdf_get_buffer_length(pdf) });
    else
        cp_fail_system(report, (cp_place){ 0 }, "the PDF cannot be completed: %s",
                       qpdf_get_error_full_text(pdf, qpdf_get_error(pdf)));
    qpdf_cleanup(&pdf);
    return ok;
}
