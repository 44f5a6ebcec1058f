#include "pack/copy.h"

#include "base/file.h"

#include <errno.h>
#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static bool copy_file(const char *from, const char *to, cp_report *report)
{
    cp_buf text = { 0 };
    bool ok = cp_file_read(from, (cp_place){ 0 }, &text, report)
              && cp_file_replace(to, (cp_str){ text.data, text.size }, report);

    cp_buf_free(&text);
    return ok;
}

static bool copy_tree(cp_arena *arena, const char *from, const char *to, cp_report *report)
{
    size_t count;
    const char *const *names = cp_folder_list(arena, from, &count, report);
    bool ok = names != NULL;

    for (size_t i = 0; ok && i < count; i++) {
        const char *source = cp_path_join(arena, from, names[i]);
        const char *target = cp_path_join(arena, to, names[i]);

        ok = cp_is_folder(source) ? copy_tree(arena, source, target, report)
                                  : copy_file(source, target, report);
    }
    return ok;
}

static int remove_one(const char *path, const struct stat *facts, int kind, struct FTW *at)
{
    (void)facts, (void)kind, (void)at;
    return remove(path);
}

static void remove_tree(const char *folder)
{
    const int files_open = 8;

    nftw(folder, remove_one, files_open, FTW_DEPTH | FTW_PHYS);
}

/* A folder of our own beside the one to be, which it is renamed to when all of it is there.  (Not by
 * mkdtemp(): its rights would have to be mended, and the mask cannot be asked for.) */
static const char *stage_beside(cp_arena *arena, const char *folder, cp_report *report)
{
    enum { STAGES = 1000 };

    for (int i = 0; i < STAGES; i++) {
        const char *stage = cp_printf(arena, "%s.%d-%d.part", folder, (int)getpid(), i);

        if (mkdir(stage, 0777) == 0)
            return stage;
        if (errno != EEXIST)
            break;
    }
    cp_fail_system(report, (cp_place){ folder, 0, 0 }, "cannot make the folder: %s",
                   strerror(errno));
    return NULL;
}

/* An empty folder gives way; anything else stays. */
static bool put_in_place(const char *stage, const char *folder, cp_report *report)
{
    if (rename(stage, folder) == 0)
        return true;
    if (errno == ENOTEMPTY || errno == EEXIST || errno == ENOTDIR)
        return cp_fail(report, (cp_place){ folder, 0, 0 },
                       "is there already; name a folder that is new or empty");
    return cp_fail_system(report, (cp_place){ folder, 0, 0 }, "cannot make the folder: %s",
                          strerror(errno));
}

static const char *without_slashes(cp_arena *arena, const char *folder)
{
    size_t size = strlen(folder);

    while (size > 1 && folder[size - 1] == '/')
        size--;
    return cp_str_z(arena, (cp_str){ folder, size });
}

/* A folder within the copied one would be copied into itself. */
static bool is_within(cp_arena *arena, const char *folder, const char *outer)
{
    char *path = realpath(cp_str_z(arena, cp_path_folder(folder)), NULL),
         *top = realpath(outer, NULL);
    size_t size = top ? strlen(top) : 0;
    bool within
        = path && top && strncmp(path, top, size) == 0 && (path[size] == '/' || path[size] == '\0');

    free(path);
    free(top);
    return within;
}

bool cp_pack_copy(cp_arena *arena, const char *from, const char *to, cp_str manifest,
                  cp_report *report)
{
    const char *stage;
    bool ok;

    to = without_slashes(arena, to);
    if (is_within(arena, to, from))
        return cp_fail(report, (cp_place){ to, 0, 0 }, "lies within the folder that is copied");
    stage = stage_beside(arena, to, report);
    if (!stage)
        return false;
    ok = copy_tree(arena, from, stage, report)
         && (!manifest.size
             || cp_file_replace(cp_path_join(arena, stage, "pack.yaml"), manifest, report))
         && put_in_place(stage, to, report);
    if (!ok)
        remove_tree(stage);
    return ok;
}
