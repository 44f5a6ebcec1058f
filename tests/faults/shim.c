/*
 * shim.c - a system that fails, for tests: preloaded, it stands between the program and libc.
 *
 *   FAULT=CALL:N:ERRNO   the Nth such call (from 1) fails: open (for reading), create (opened for
 *                        writing), read, write, fchmod, fsync, rename, mkdir
 *   FAULT=write:N:half   ... writes half of what it was given (read: gives half)
 *   FAULT_UNDER=FOLDER   only files below it count
 *   FAULT_FIRED=FILE     is made when the fault has come
 *   READONLY=FOLDER      nothing below it can be made or changed
 *   ABSENT=LIBRARY       dlopen() finds no library whose file's name begins so
 */
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <unistd.h>

enum { HALF = -1 };

#define NEXT(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

static int error_named(const char *name)
{
    static const struct {
        const char *name;
        int number;
    } errors[] = { { "ENOSPC", ENOSPC }, { "EIO", EIO },       { "EINTR", EINTR },
                   { "ENOENT", ENOENT }, { "EACCES", EACCES }, { "EROFS", EROFS },
                   { "EDQUOT", EDQUOT }, { "EMFILE", EMFILE }, { "half", HALF } };

    for (size_t i = 0; i < sizeof errors / sizeof *errors; i++)
        if (strcmp(errors[i].name, name) == 0)
            return errors[i].number;
    abort();
}

static bool lies_under(const char *path, const char *folder)
{
    char real[PATH_MAX], above[PATH_MAX];
    size_t size = strlen(folder);

    if (!realpath(path, real)) {
        const char *slash = strrchr(path, '/');

        snprintf(above, sizeof above, "%.*s", slash ? (int)(slash - path) : 1, slash ? path : ".");
        if (!realpath(above[0] ? above : "/", real))
            return false;
    }
    return strncmp(real, folder, size) == 0;
}

static const char *path_of(int file, char *out)
{
    char link[64];
    ssize_t size;

    snprintf(link, sizeof link, "/proc/self/fd/%d", file);
    size = readlink(link, out, PATH_MAX - 1);
    out[size > 0 ? size : 0] = '\0';
    return out;
}

static void tell_fired(void)
{
    const char *path = getenv("FAULT_FIRED");
    int file = path ? NEXT(open)(path, O_WRONLY | O_CREAT, 0600) : -1;

    if (file >= 0)
        close(file);
}

/* 0, or the error that this call is to fail with. */
static int fault(const char *call, const char *path)
{
    static atomic_int calls;
    const char *wanted = getenv("FAULT"), *under = getenv("FAULT_UNDER");
    size_t size = strlen(call);
    char *end;

    if (!wanted || strncmp(wanted, call, size) != 0 || wanted[size] != ':'
        || (under && !lies_under(path, under)))
        return 0;
    if (++calls != strtol(wanted + size + 1, &end, 10) || *end != ':')
        return 0;
    tell_fired();
    return error_named(end + 1);
}

static bool fails(const char *call, const char *path)
{
    int error = fault(call, path);

    if (error > 0)
        errno = error;
    return error > 0;
}

static bool is_frozen(const char *path)
{
    const char *folder = getenv("READONLY");

    if (!folder || !lies_under(path, folder))
        return false;
    errno = EROFS;
    return true;
}

int open(const char *path, int flags, ...)
{
    bool writes = (flags & O_ACCMODE) != O_RDONLY;
    int mode = 0;
    va_list list;

    if (flags & (O_CREAT | O_TMPFILE)) {
        va_start(list, flags);
        mode = va_arg(list, int);
        va_end(list);
    }
    if ((writes && is_frozen(path)) || fails(writes ? "create" : "open", path))
        return -1;
    return NEXT(open)(path, flags, mode);
}

ssize_t read(int file, void *out, size_t size)
{
    char path[PATH_MAX];
    int error = file > STDERR_FILENO ? fault("read", path_of(file, path)) : 0;

    if (error > 0) {
        errno = error;
        return -1;
    }
    return NEXT(read)(file, out, error == HALF && size > 1 ? size / 2 : size);
}

ssize_t write(int file, const void *data, size_t size)
{
    char path[PATH_MAX];
    int error = file > STDERR_FILENO ? fault("write", path_of(file, path)) : 0;

    if (error > 0) {
        errno = error;
        return -1;
    }
    return NEXT(write)(file, data, error == HALF && size > 1 ? size / 2 : size);
}

int fsync(int file)
{
    char path[PATH_MAX];

    return fails("fsync", path_of(file, path)) ? -1 : NEXT(fsync)(file);
}

int fchmod(int file, mode_t mode)
{
    char path[PATH_MAX];

    return fails("fchmod", path_of(file, path)) ? -1 : NEXT(fchmod)(file, mode);
}

int rename(const char *from, const char *to)
{
    return is_frozen(to) || fails("rename", to) ? -1 : NEXT(rename)(from, to);
}

int mkdir(const char *path, mode_t mode)
{
    return is_frozen(path) || fails("mkdir", path) ? -1 : NEXT(mkdir)(path, mode);
}

/* Looked for where it is not, so that dlerror() says what it says then. */
void *dlopen(const char *file, int flags)
{
    const char *absent = getenv("ABSENT");
    char nowhere[PATH_MAX];

    if (!file || !absent || strncmp(file, absent, strlen(absent)) != 0)
        return NEXT(dlopen)(file, flags);
    snprintf(nowhere, sizeof nowhere, "/nowhere/%s", absent);
    return NEXT(dlopen)(nowhere, flags);
}
