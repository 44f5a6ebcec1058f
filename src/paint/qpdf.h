/*
 * qpdf.h - a PDF in memory, and qpdf's functions for it: pdf->oh_new_null(pdf->file).
 *
 * The library is loaded with the first PDF: it and what it needs take a sixth of the time of
 * a small chart.
 */
#ifndef CP_PAINT_QPDF_H
#define CP_PAINT_QPDF_H

#include "base/report.h"

#include <qpdf/qpdf-c.h>

#define CP_QPDF_CALLS(X)                                                                           \
    X(init)                                                                                        \
    X(cleanup)                                                                                     \
    X(silence_errors)                                                                              \
    X(set_suppress_warnings)                                                                       \
    X(read_memory)                                                                                 \
    X(get_error)                                                                                   \
    X(get_error_full_text)                                                                         \
    X(get_trailer)                                                                                 \
    X(get_root)                                                                                    \
    X(get_num_pages)                                                                               \
    X(get_page_n)                                                                                  \
    X(get_object_by_id)                                                                            \
    X(make_indirect_object)                                                                        \
    X(oh_parse)                                                                                    \
    X(oh_new_null)                                                                                 \
    X(oh_new_integer)                                                                              \
    X(oh_new_name)                                                                                 \
    X(oh_new_string)                                                                               \
    X(oh_new_binary_unicode_string)                                                                \
    X(oh_new_array)                                                                                \
    X(oh_new_dictionary)                                                                           \
    X(oh_new_stream)                                                                               \
    X(oh_is_array)                                                                                 \
    X(oh_is_dictionary)                                                                            \
    X(oh_is_stream)                                                                                \
    X(oh_is_string)                                                                                \
    X(oh_get_name)                                                                                 \
    X(oh_get_int_value_as_int)                                                                     \
    X(oh_get_value_as_longlong)                                                                    \
    X(oh_get_string_value)                                                                         \
    X(oh_get_array_n_items)                                                                        \
    X(oh_get_array_item)                                                                           \
    X(oh_append_item)                                                                              \
    X(oh_erase_item)                                                                               \
    X(oh_has_key)                                                                                  \
    X(oh_get_key)                                                                                  \
    X(oh_get_key_if_dict)                                                                          \
    X(oh_replace_key)                                                                              \
    X(oh_get_dict)                                                                                 \
    X(oh_get_stream_data)                                                                          \
    X(oh_replace_stream_data)                                                                      \
    X(oh_release)                                                                                  \
    X(oh_release_all)                                                                              \
    X(init_write_memory)                                                                           \
    X(set_deterministic_ID)                                                                        \
    X(set_object_stream_mode)                                                                      \
    X(set_linearization)                                                                           \
    X(write)                                                                                       \
    X(get_buffer_length)                                                                           \
    X(get_buffer)

#define CP_QPDF_MEMBER(name) __typeof__(&qpdf_##name) name;

typedef struct cp_qpdf {
    qpdf_data file;
    CP_QPDF_CALLS(CP_QPDF_MEMBER)
} cp_qpdf;

/* An empty one, to be closed; NULL: it cannot be loaded, as the report says. */
cp_qpdf *cp_qpdf_open(cp_arena *arena, cp_report *report);
void cp_qpdf_close(cp_qpdf *pdf);

#endif
