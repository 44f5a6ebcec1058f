#include "base/library.h"

#include <dlfcn.h>

bool cp_library_load(const cp_library *library, void *calls, cp_place at, cp_report *report)
{
    void *loaded = dlopen(library->file, RTLD_LAZY);

    if (!loaded && library->absent)
        return cp_fail_system(report, at, "%s is not installed; %s", library->name,
                              library->absent);
    if (!loaded)
        return cp_fail_system(report, at, "%s cannot be loaded: %s", library->name, dlerror());
    for (const cp_symbol *symbol = library->symbols; symbol->name; symbol++) {
        void **to = (void **)((char *)calls + symbol->offset);

        *to = dlsym(loaded, symbol->name);
        if (!*to)
            return cp_fail_system(report, at, "%s has no %s", library->name, symbol->name);
    }
    return true;
}
