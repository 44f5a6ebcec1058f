#include "opened.h"

#include "test.h"

#include <stdlib.h>

void open_drawing(opened *file, const drawing *what)
{
    *file = (opened){ 0 };
    file->report.arena = &file->arena;
    file->bytes = draw_bytes(what, &file->arena, &file->report);
    file->pdf = qpdf_init();
    qpdf_silence_errors(file->pdf);
    CHECK(file->report.first == NULL);
    CHECK_INT(qpdf_read_memory(file->pdf, "test", file->bytes.data, file->bytes.size, NULL), 0);
    file->info = qpdf_oh_get_key(file->pdf, qpdf_get_trailer(file->pdf), "/Info");
    file->root = qpdf_get_root(file->pdf);
}

void close_drawing(opened *file)
{
    qpdf_cleanup(&file->pdf);
    cp_buf_free(&file->bytes);
    cp_arena_free(&file->arena);
}

const char *text_of(opened *file, qpdf_oh map, const char *key)
{
    qpdf_oh value = qpdf_oh_get_key_if_dict(file->pdf, map, key);

    return cp_printf(&file->arena, "%s",
                     qpdf_oh_is_string(file->pdf, value) ? qpdf_oh_get_utf8_value(file->pdf, value)
                                                         : "(none)");
}

const char *words_of(opened *file, qpdf_oh map, const char *key)
{
    qpdf_oh value = qpdf_oh_get_key_if_dict(file->pdf, map, key);

    return cp_printf(&file->arena, "%s", qpdf_oh_unparse_resolved(file->pdf, value));
}

const char *content_of(opened *file, size_t page)
{
    unsigned char *data = NULL;
    size_t size = 0;
    const char *out;

    qpdf_oh_get_page_content_data(file->pdf, qpdf_get_page_n(file->pdf, page), &data, &size);
    out = cp_printf(&file->arena, "%.*s", (int)size, (const char *)data);
    free(data);
    return out;
}
