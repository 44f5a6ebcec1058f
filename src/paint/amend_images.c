/* amend_images.c - true pictures in the places of their stand-ins. */
#include "paint/amending.h"

#include <stdint.h>
#include <stdlib.h>

static void fill_stream(const cp_amending *to, qpdf_oh stream, const cp_embed *image)
{
    qpdf_data pdf = to->pdf;
    qpdf_oh map = qpdf_oh_get_dict(pdf, stream);
    qpdf_oh how = image->predicted
                      ? qpdf_oh_parse(pdf, cp_printf(to->arena,
                                                     "<< /Predictor 15 /Colors %d "
                                                     "/BitsPerComponent %d /Columns %d >>",
                                                     image->parts, image->bits, image->width))
                      : qpdf_oh_new_null(pdf);

    cp_amend_words(to, map, "/Type", "/XObject");
    cp_amend_words(to, map, "/Subtype", "/Image");
    cp_amend_words(to, map, "/ColorSpace", image->colors);
    qpdf_oh_replace_key(pdf, map, "/Width", qpdf_oh_new_integer(pdf, image->width));
    qpdf_oh_replace_key(pdf, map, "/Height", qpdf_oh_new_integer(pdf, image->height));
    qpdf_oh_replace_key(pdf, map, "/BitsPerComponent", qpdf_oh_new_integer(pdf, image->bits));
    qpdf_oh_replace_stream_data(pdf, stream, (const unsigned char *)image->data.data,
                                image->data.size, qpdf_oh_new_name(pdf, image->filter), how);
}

static void put_image(const cp_amending *to, qpdf_oh stream, const cp_image *image)
{
    cp_embed color = { 0 }, mask = { 0 };

    image->kind->embed(image, &color, &mask);
    fill_stream(to, stream, &color);
    if (mask.data.size) {
        qpdf_oh soft = qpdf_oh_new_stream(to->pdf);

        fill_stream(to, soft, &mask);
        qpdf_oh_replace_key(to->pdf, qpdf_oh_get_dict(to->pdf, stream), "/SMask", soft);
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

void cp_amend_images(const cp_amending *to)
{
    qpdf_oh count = qpdf_oh_get_key(to->pdf, qpdf_get_trailer(to->pdf), "/Size");
    int objects = to->images->count ? qpdf_oh_get_int_value_as_int(to->pdf, count) : 0;

    for (int id = 1; id < objects; id++) {
        qpdf_oh object = qpdf_get_object_by_id(to->pdf, id, 0);
        size_t index = stand_in_index(to->pdf, object);

        if (index < to->images->count)
            put_image(to, object, to->images->item[index].image);
        qpdf_oh_release(to->pdf, object);
    }
}
