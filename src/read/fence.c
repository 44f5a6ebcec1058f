#include "read/fence.h"

#include <stdio.h>

/* Steps of SQLite's machine between two looks at the limit. */
enum { STRIDE = 4096 };

static int clock_of_day(sqlite3_vfs *vfs, double *now)
{
    ((cp_fence *)vfs)->clock_asked = true;
    *now = 0;
    return SQLITE_ERROR;
}

static int clock_in_ms(sqlite3_vfs *vfs, sqlite3_int64 *now)
{
    ((cp_fence *)vfs)->clock_asked = true;
    *now = 0;
    return SQLITE_ERROR;
}

static int spend_stride(void *context)
{
    const cp_fence *fence = context;

    return !fence->spend(fence->context, STRIDE);
}

static bool take_clock(cp_fence *fence)
{
    const sqlite3_vfs *system = sqlite3_vfs_find(NULL);

    if (!system)
        return false;
    snprintf(fence->name, sizeof fence->name, "chartpack-%p", (void *)fence);
    fence->vfs = *system;
    fence->vfs.pNext = NULL;
    fence->vfs.zName = fence->name;
    fence->vfs.xCurrentTime = clock_of_day;
    fence->vfs.xCurrentTimeInt64 = clock_in_ms;
    return sqlite3_vfs_register(&fence->vfs, 0) == SQLITE_OK;
}

static void set_limits(cp_fence *fence, sqlite3 *db)
{
    sqlite3_limit(db, SQLITE_LIMIT_LENGTH, fence->length);
    sqlite3_limit(db, SQLITE_LIMIT_ATTACHED, 0);
    sqlite3_limit(db, SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 200);
    sqlite3_exec(db, "pragma temp_store = memory", NULL, NULL, NULL);
    sqlite3_progress_handler(db, STRIDE, spend_stride, fence);
}

sqlite3 *cp_fence_open(cp_fence *fence)
{
    int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_MEMORY | SQLITE_OPEN_NOMUTEX;
    sqlite3 *db = NULL;

    fence->heap_around = (size_t)sqlite3_hard_heap_limit64((sqlite3_int64)fence->heap);
    if (take_clock(fence) && sqlite3_open_v2(":memory:", &db, flags, fence->name) == SQLITE_OK
        && cp_fence_functions(fence, db)) {
        set_limits(fence, db);
        return db;
    }
    cp_fence_close(fence, db);
    return NULL;
}

void cp_fence_close(cp_fence *fence, sqlite3 *db)
{
    sqlite3_close(db);
    if (fence->vfs.zName)
        sqlite3_vfs_unregister(&fence->vfs);
    fence->vfs.zName = NULL;
    sqlite3_hard_heap_limit64((sqlite3_int64)fence->heap_around);
}

const char *cp_fence_refuses(const char *function)
{
    static const char changing[] = "a result must be the same each time";
    static const char loading[] = "a query runs no programs";
    static const char slow[] = "it may run for minutes";
    static const struct {
        const char *name, *why;
    } refused[] = {
        { "random", changing },
        { "randomblob", changing },
        { "current_date", changing },
        { "current_time", changing },
        { "current_timestamp", changing },
        { "load_extension", loading },
        { "fts3_tokenizer", loading },
        { "json_patch", slow },
    };

    for (size_t i = 0; i < sizeof refused / sizeof *refused; i++)
        if (sqlite3_stricmp(refused[i].name, function) == 0)
            return refused[i].why;
    return NULL;
}
