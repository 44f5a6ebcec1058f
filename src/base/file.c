#include "base/file.h"

#include "base/border.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

enum { READ_STEP = 65536 };

static bool read_all(int file, cp_buf *out)
{
    ssize_t got;

    do {
        cp_buf_reserve(out, READ_STEP);
        got = read(file, out->data + out->size, out->capacity - out->size - 1);
        if (got > 0)
            out->size += (size_t)got;
    } while (got > 0 || (got < 0 && errno == EINTR));
    out->data[out->size] = '\0';
    return got == 0;
}

bool cp_file_read(const char *path, cp_place at, cp_buf *out, cp_report *report)
{
    bool standard = strcmp(path, "-") == 0, ok;
    struct stat facts;
    int file;

    if (!at.file)
        at.file = path;
    if (!standard && !cp_border_check(report, path, at))
        return false;
    file = standard ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC);
    if (file < 0 && (errno == ENOENT || errno == ENOTDIR))
        return cp_fail(report, at, "no file '%s'", path);
    if (file < 0)
        return cp_fail_system(report, at, "cannot read '%s': %s", path, strerror(errno));
    if (fstat(file, &facts) == 0 && facts.st_size > 0)
        cp_buf_reserve(out, (size_t)facts.st_size + READ_STEP); /* the end is seen by a last read */
    ok = read_all(file, out);
    if (!ok && errno == EISDIR)
        cp_fail(report, at, "'%s' is a folder; expected a file", path);
    else if (!ok)
        cp_fail_system(report, at, "cannot read '%s': %s", path, strerror(errno));
    if (!standard)
        close(file);
    if (ok && !standard)
        cp_report_read(report, path, cp_buf_str(out));
    return ok;
}

cp_str cp_file_head(const char *path, char *out, size_t size)
{
    int file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    struct stat facts;
    ssize_t got = 0;

    if (file < 0)
        return CP_STR("");
    if (fstat(file, &facts) == 0 && S_ISREG(facts.st_mode))
        got = read(file, out, size);
    close(file);
    return (cp_str){ out, got > 0 ? (size_t)got : 0 };
}

static bool write_all(int file, cp_str data)
{
    while (data.size) {
        ssize_t put = write(file, data.data, data.size);

        if (put < 0 && errno == EINTR)
            continue;
        if (put < 0)
            return false;
        data = cp_str_slice(data, (size_t)put, data.size);
    }
    return true;
}

static bool make_folders(const char *path)
{
    cp_arena arena = { 0 };
    const char *folder = cp_str_z(&arena, cp_path_folder(path));
    bool ok = cp_is_folder(folder) || (make_folders(folder) && mkdir(folder, 0777) == 0)
              || errno == EEXIST;

    cp_arena_free(&arena);
    return ok;
}

typedef enum aside { ASIDE_OURS, ASIDE_GONE, ASIDE_STRANGE } aside;

/* Whether the open file is the one that stands under this name, ours alone and new: what a killed
 * run has left may have rights that are not those of a new one. */
static aside judge_aside(int file, const char *path)
{
    struct stat opened, named;

    if (fstat(file, &opened) != 0 || lstat(path, &named) != 0 || opened.st_ino != named.st_ino
        || opened.st_dev != named.st_dev)
        return ASIDE_GONE;
    return S_ISREG(named.st_mode) && named.st_nlink == 1 && named.st_size == 0 ? ASIDE_OURS
                                                                               : ASIDE_STRANGE;
}

/* The file of this name, locked: a writer that had it has renamed it away, and then we try
 * again; a link or what we may not write gives way. */
static int open_aside(const char *path, mode_t mode)
{
    for (;;) {
        int file = open(path, O_WRONLY | O_CREAT | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK, mode);
        aside found = ASIDE_STRANGE;

        if (file < 0 && errno != ELOOP && errno != EACCES)
            return file;
        if (file >= 0) {
            while (flock(file, LOCK_EX) != 0 && errno == EINTR)
                continue;
            found = judge_aside(file, path);
            if (found == ASIDE_OURS)
                return file;
            close(file);
        }
        if (found == ASIDE_STRANGE && unlink(path) != 0 && errno != ENOENT)
            return -1;
    }
}

/* A new file has the rights that a plain open() gives it.  (They cannot be asked for: umask() sets
 * the mask of all threads.) */
static bool keep_mode(int file, const char *path)
{
    struct stat facts;

    return stat(path, &facts) != 0 || fchmod(file, facts.st_mode & 0777) == 0;
}

static bool fill_aside(int file, const char *part, const char *path, cp_str data)
{
    bool ok = write_all(file, data) && keep_mode(file, path) && fsync(file) == 0
              && rename(part, path) == 0;
    int cause = errno;

    if (!ok)
        unlink(part);
    close(file); /* and with it the lock */
    errno = cause;
    return ok;
}

static bool write_aside(const char *path, cp_str data)
{
    cp_arena arena = { 0 };
    cp_str name = cp_path_name(path);
    const char *part = cp_path_join(&arena, cp_str_z(&arena, cp_path_folder(path)),
                                    cp_printf(&arena, "." CP_FMT ".part", CP_ARG(name)));
    mode_t mode = cp_file_exists(path) ? 0600 : 0666;
    int file = make_folders(path) ? open_aside(part, mode) : -1;
    bool ok = file >= 0 && fill_aside(file, part, path, data);

    cp_arena_free(&arena);
    return ok;
}

/* Devices and pipes take what they are given: a file renamed over one would end it. */
static bool write_into(const char *path, cp_str data)
{
    int file = open(path, O_WRONLY | O_CLOEXEC);
    bool ok = file >= 0 && write_all(file, data);

    return (file < 0 || close(file) == 0) && ok;
}

bool cp_file_replace(const char *path, cp_str data, cp_report *report)
{
    struct stat facts;
    char *target;
    bool ok;

    if (strcmp(path, "-") == 0)
        return write_all(STDOUT_FILENO, data)
               || cp_fail_system(report, (cp_place){ 0 }, "cannot write to standard output: %s",
                                 strerror(errno));
    if (cp_is_folder(path))
        return cp_fail_system(report, (cp_place){ path, 0, 0 },
                              "cannot write: this is a folder; name a file in it");
    target = realpath(path, NULL); /* a link stays, what it leads to is replaced */
    if (stat(path, &facts) == 0 && !S_ISREG(facts.st_mode))
        ok = write_into(path, data);
    else
        ok = write_aside(target ? target : path, data);
    if (!ok)
        cp_fail_system(report, (cp_place){ path, 0, 0 }, "cannot write: %s", strerror(errno));
    free(target);
    return ok;
}

bool cp_file_exists(const char *path)
{
    return access(path, F_OK) == 0;
}

bool cp_is_same_file(const char *path, const char *other)
{
    struct stat one, two;

    return stat(path, &one) == 0 && stat(other, &two) == 0 && one.st_dev == two.st_dev
           && one.st_ino == two.st_ino;
}

bool cp_is_folder(const char *path)
{
    struct stat facts;

    return stat(path, &facts) == 0 && S_ISDIR(facts.st_mode);
}

static int by_name(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

const char *const *cp_folder_list(cp_arena *arena, const char *path, size_t *count,
                                  cp_report *report)
{
    DIR *folder = opendir(path);
    const char **names;
    cp_buf found = { 0 };
    struct dirent *entry;

    *count = 0;
    if (!folder) {
        cp_fail_system(report, (cp_place){ path, 0, 0 }, "cannot read the folder: %s",
                       strerror(errno));
        return NULL;
    }
    while ((entry = readdir(folder))) {
        const char *name;

        if (entry->d_name[0] == '.' || strncmp(entry->d_name, "~$", 2) == 0)
            continue;
        name = cp_printf(arena, "%s", entry->d_name);
        cp_buf_add(&found, (cp_str){ (const char *)&name, sizeof name });
    }
    closedir(folder);
    *count = found.size / sizeof *names;
    names = cp_new_array(arena, const char *, *count);
    if (found.size)
        memcpy(names, found.data, found.size);
    cp_buf_free(&found);
    qsort(names, *count, sizeof *names, by_name);
    return names;
}

const char *cp_path_join(cp_arena *arena, const char *folder, const char *path)
{
    if (path[0] == '/' || strcmp(folder, ".") == 0 || !folder[0])
        return cp_printf(arena, "%s", path);
    if (folder[strlen(folder) - 1] == '/')
        return cp_printf(arena, "%s%s", folder, path);
    return cp_printf(arena, "%s/%s", folder, path);
}

cp_str cp_path_name(const char *path)
{
    const char *slash = strrchr(path, '/');

    return cp_str_from(slash ? slash + 1 : path);
}

cp_str cp_path_extension(const char *path)
{
    cp_str name = cp_path_name(path);

    for (size_t i = name.size; i-- > 1;)
        if (name.data[i] == '.')
            return cp_str_slice(name, i + 1, name.size);
    return (cp_str){ name.data + name.size, 0 };
}

bool cp_path_ends_in(const char *path, const char *const *extensions)
{
    cp_str own = cp_path_extension(path);

    for (; *extensions; extensions++)
        if (own.size == strlen(*extensions) && strncasecmp(own.data, *extensions, own.size) == 0)
            return true;
    return false;
}

cp_str cp_path_stem(const char *path)
{
    cp_str name = cp_path_name(path), extension = cp_path_extension(path);

    if (extension.data > name.data && extension.data[-1] == '.' && extension.data - 1 > name.data)
        name.size = (size_t)(extension.data - 1 - name.data);
    return name;
}

cp_str cp_path_folder(const char *path)
{
    const char *slash = strrchr(path, '/');

    if (!slash)
        return CP_STR(".");
    return slash == path ? CP_STR("/") : (cp_str){ path, (size_t)(slash - path) };
}
