#include "base/file.h"
#include "pack/pack.h"

#include <stdlib.h>
#include <unistd.h>

static bool is_home(cp_arena *arena, const char *folder)
{
    return cp_is_folder(cp_path_join(arena, folder, "styles"))
           && cp_is_folder(cp_path_join(arena, folder, "fonts"));
}

/* Beside the program as it is built, and as it is installed. */
static const char *const beside[] = { "share/chartpack", "../share/chartpack" };

const char *cp_home_find(cp_arena *arena, const char *wished)
{
    char program[4096];
    ssize_t size = readlink("/proc/self/exe", program, sizeof program);
    const char *folder;

    if (!wished)
        wished = getenv("CHARTPACK_HOME");
    if (wished || size <= 0 || (size_t)size == sizeof program)
        return wished;
    folder = cp_str_z(arena,
                      cp_path_folder(cp_str_copy(arena, (cp_str){ program, (size_t)size }).data));
    for (size_t i = 0; i < sizeof beside / sizeof *beside; i++) {
        const char *home = cp_path_join(arena, folder, beside[i]);

        if (is_home(arena, home))
            return home;
    }
    return NULL;
}
