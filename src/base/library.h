/*
 * library.h - libraries that are loaded when something first asks for them.
 *
 *     #define CALLS(X) X(rsvg_handle_set_dpi) X(g_object_unref)
 *
 *     typedef struct calls { CALLS(CP_LIBRARY_MEMBER) } calls;
 *     static const cp_symbol symbols[] = CP_LIBRARY_SYMBOLS(CALLS);
 *     static const cp_library librsvg = { "librsvg", "librsvg-2.so.2", symbols, NULL };
 */
#ifndef CP_BASE_LIBRARY_H
#define CP_BASE_LIBRARY_H

#include "base/report.h"

#include <stddef.h>

typedef struct cp_symbol {
    const char *name;
    size_t offset; /* of its pointer, in a struct `calls` */
} cp_symbol;

#define CP_LIBRARY_MEMBER(name) __typeof__(&name) name;
#define CP_LIBRARY_SYMBOL(name) { #name, offsetof(calls, name) },
#define CP_LIBRARY_SYMBOLS(CALLS)                                                                  \
    {                                                                                              \
        CALLS(CP_LIBRARY_SYMBOL)                                                                   \
        {                                                                                          \
            0                                                                                      \
        }                                                                                          \
    }

typedef struct cp_library {
    const char *name, *file;
    const cp_symbol *symbols; /* they end with a zeroed row */
    const char *absent;       /* what to do where it is; NULL: the system's words are told */
} cp_library;

/* Fill `calls` from the library; false with a finding. */
bool cp_library_load(const cp_library *library, void *calls, cp_place at, cp_report *report);

#endif
