#include "base/border.h"

#include "base/file.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

typedef struct cp_allowed {
    const char *path; /* a real one */
    bool folder;
    struct cp_allowed *next;
} cp_allowed;

/* Where a path leads in the end; of what is yet to be made, with its folders, by the first above it
 * that is there.  NULL: the working folder itself is gone. */
static const char *real_path(cp_arena *arena, const char *path)
{
    const char *above = cp_str_z(arena, cp_path_folder(path)), *out;
    cp_str name = cp_path_name(path);
    char *real = realpath(path, NULL);

    if (real) {
        out = cp_printf(arena, "%s", real);
        free(real);
        return out;
    }
    out = strcmp(above, path) == 0 ? NULL : real_path(arena, above);
    if (!out || !name.size || cp_str_is(name, "."))
        return out;
    if (cp_str_is(name, ".."))
        return cp_str_z(arena, cp_path_folder(out));
    return cp_path_join(arena, out, name.data);
}

void cp_border_allow(cp_border *border, const char *path)
{
    const char *real = real_path(border->arena, path);
    cp_allowed *allowed;

    if (!real)
        return;
    allowed = cp_new(border->arena, cp_allowed);
    *allowed = (cp_allowed){ .path = real,
                             .folder = cp_is_folder(real) || !cp_file_exists(real),
                             .next = border->first };
    border->first = allowed;
}

static bool is_within(const char *path, const char *folder)
{
    size_t size = strlen(folder);

    return strncmp(path, folder, size) == 0
           && (path[size] == '/' || path[size] == '\0' || strcmp(folder, "/") == 0);
}

const char *cp_path_strays(cp_arena *arena, const char *path, const char *folder)
{
    const char *real = real_path(arena, path), *top = real_path(arena, folder);

    return real && top && !is_within(real, top) ? real : NULL;
}

static bool is_file(const char *path)
{
    struct stat facts;

    return stat(path, &facts) != 0 || S_ISREG(facts.st_mode) || S_ISDIR(facts.st_mode);
}

bool cp_border_check(cp_report *report, const char *path, cp_place at)
{
    const char *real = report->border ? real_path(report->arena, path) : NULL;

    if (!real)
        return true;
    for (const cp_allowed *it = report->border->first; it; it = it->next) {
        if (!it->folder && strcmp(it->path, real) == 0)
            return true;
        if (it->folder && is_within(real, it->path))
            return is_file(real)
                   || cp_fail(report, at, "'%s' is a pipe or a device; expected a file", path);
    }
    if (strcmp(path, real) == 0)
        return cp_fail(report, at,
                       "'%s' lies outside of the pack; put a copy into the pack, or allow this by "
                       "--allow-outside",
                       path);
    return cp_fail(report, at,
                   "'%s' leads to '%s', outside of the pack; put a copy into the pack, or allow "
                   "this by --allow-outside",
                   path, real);
}
