/* amend_images.c - true pictures in the places of their stand-ins. */
#include "paint/amending.h"

#include <stdint.h>
#include <stdlib.h>

static void fill_stream(const cp_amending *to, qpdf_oh stream, const cp_embed *image)
{
    const cp_qpdf *pdf = to->pdf;
    qpdf_oh map = pdf->oh_get_dict(pdf->file, stream);
    qpdf_oh how = image->predicted
                      ? pdf->oh_parse(pdf->file, cp_printf(to->arena,
                                                           "<< /Predictor 15 /Colors %d "
                                                           "/BitsPerComponent %d /Columns %d >>",
                                                           image->parts, image->bits, image->width))
                      : pdf->oh_new_null(pdf->file);

    cp_amend_words(to, map, "/Type", "/XObject");
    cp_amend_words(to, map, "/Subtype", "/Image");
    cp_amend_words(to, map, "/ColorSpace", image->colors);
    pdf->oh_replace_key(pdf->file, map, "/Width", pdf->oh_new_integer(pdf->file, image->width));
    pdf->oh_replace_key(pdf->file, map, "/Height", pdf->oh_new_integer(pdf->file, image->height));
    pdf->oh_replace_key(pdf->file, map, "/BitsPerComponent",
                        pdf->oh_new_integer(pdf->file, image->bits));
    pdf->oh_replace_stream_data(pdf->file, stream, (const unsigned char *)image->data.data,
                                image->data.size, pdf->oh_new_name(pdf->file, image->filter), how);
}

static void put_image(const cp_amending *to, qpdf_oh stream, const cp_image *image)
{
    cp_embed color = { 0 }, mask = { 0 };

    image->kind->embed(image, &color, &mask);
    fill_stream(to, stream, &color);
    if (mask.data.size) {
        qpdf_oh soft = to->pdf->oh_new_stream(to->pdf->file);

        fill_stream(to, soft, &mask);
        to->pdf->oh_replace_key(to->pdf->file, to->pdf->oh_get_dict(to->pdf->file, stream),
                                "/SMask", soft);
    }
    cp_buf_free(&color.data);
    cp_buf_free(&mask.data);
}

static bool has_number(const cp_qpdf *pdf, qpdf_oh map, const char *key, long long wanted)
{
    long long found;

    return pdf->oh_get_value_as_longlong(pdf->file, pdf->oh_get_key_if_dict(pdf->file, map, key),
                                         &found)
           && found == wanted;
}

/* The index of a stand-in, SIZE_MAX for all other objects. */
static size_t stand_in_index(const cp_qpdf *pdf, qpdf_oh object)
{
    unsigned char *data = NULL;
    size_t size = 0, index = SIZE_MAX;
    qpdf_oh map;

    if (!pdf->oh_is_stream(pdf->file, object))
        return SIZE_MAX;
    map = pdf->oh_get_dict(pdf->file, object);
    if (!has_number(pdf, map, "/Width", 2) || !has_number(pdf, map, "/Height", 1)
        || pdf->oh_get_stream_data(pdf->file, object, qpdf_dl_generalized, NULL, &data, &size)
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
    qpdf_oh count
        = to->pdf->oh_get_key(to->pdf->file, to->pdf->get_trailer(to->pdf->file), "/Size");
    int objects = to->images->count ? to->pdf->oh_get_int_value_as_int(to->pdf->file, count) : 0;

    for (int id = 1; id < objects; id++) {
        qpdf_oh object = to->pdf->get_object_by_id(to->pdf->file, id, 0);
        size_t index = stand_in_index(to->pdf, object);

        if (index < to->images->count)
            put_image(to, object, to->images->item[index].image);
        to->pdf->oh_release(to->pdf->file, object);
    }
}
