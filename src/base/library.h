/*
 * library.h - libraries that are loaded when something first asks for them.
 *
 *     #define CALLS(X) X(rsvg_handle_set_dpi) X(g_object_unref)
 *
 *     typedef struct calls { CALLS(CP_LIBRARY_MEMBER) } calls;
 *     static const cp_symbol symbols[] = CP_LIBRARY_SYMBOLS(CALLS);
 */
#ifndef CP_BASE_LIBRARY_H
#define CP_BASE_LIBRARY_H

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

typedef enum cp_library_end {
    CP_LIBRARY_LOADED,
    CP_LIBRARY_ABSENT,
    CP_LIBRARY_LACKS
} cp_library_end;

/* Fill `calls` from the library `file`; the symbols end with a zeroed row.  `*why`: the system's
 * words where it is absent, the name of what it lacks. */
cp_library_end cp_library_load(const char *file, const cp_symbol *symbols, void *calls,
                               const char **why);

#endif
