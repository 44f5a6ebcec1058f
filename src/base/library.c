#include "base/library.h"

#include <dlfcn.h>

cp_library_end cp_library_load(const char *file, const cp_symbol *symbols, void *calls,
                               const char **why)
{
    void *library = dlopen(file, RTLD_LAZY);

    *why = library ? NULL : dlerror();
    if (!library)
        return CP_LIBRARY_ABSENT;
    for (; symbols->name; symbols++) {
        void **to = (void **)((char *)calls + symbols->offset);

        *to = dlsym(library, symbols->name);
        *why = symbols->name;
        if (!*to)
            return CP_LIBRARY_LACKS;
    }
    return CP_LIBRARY_LOADED;
}
