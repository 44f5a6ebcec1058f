#include "dataset/inside.h"

#include <stdio.h>
#include <string.h>

/* Steps of SQLite's machine between two looks at the limit. */
enum { STRIDE = 4096 };

static int clock_of_day(sqlite3_vfs *vfs, double *now)
{
    ((cp_clockless *)vfs)->asked = true;
    *now = 0;
    return SQLITE_ERROR;
}

static int clock_in_ms(sqlite3_vfs *vfs, sqlite3_int64 *now)
{
    ((cp_clockless *)vfs)->asked = true;
    *now = 0;
    return SQLITE_ERROR;
}

static int guard_steps(void *context)
{
    return !cp_guard_spend(context, STRIDE);
}

bool cp_guard_spend(cp_dataset *dataset, double steps)
{
    cp_query *query = dataset->query;

    if (!query)
        return true;
    query->steps += steps;
    if (query->steps > dataset->limits.steps)
        query->out_of_steps = true;
    return !query->out_of_steps;
}

static bool is_function_refused(const char *name)
{
    static const char *const refused[]
        = { "random", "randomblob", "current_date", "current_time", "current_timestamp", NULL };
    size_t i = 0;

    while (refused[i] && sqlite3_stricmp(refused[i], name) != 0)
        i++;
    return refused[i] != NULL;
}

static bool is_function_loading(const char *name)
{
    return sqlite3_stricmp("load_extension", name) == 0
           || sqlite3_stricmp("fts3_tokenizer", name) == 0;
}

/* SQLite declares a virtual table as if it wrote and read its list of tables; nothing else can
 * write there. */
static bool is_declaring(const cp_dataset *dataset, int action, const char *table,
                         const char *column)
{
    if (dataset->declaring)
        return true;
    if (!table || strcmp(table, "sqlite_master") != 0)
        return false;
    return action == SQLITE_INSERT || action == SQLITE_UPDATE
           || (action == SQLITE_READ && column && strcmp(column, "ROWID") == 0);
}

static int guard_action(void *context, int action, const char *first, const char *second,
                        const char *schema, const char *trigger)
{
    cp_dataset *dataset = context;
    cp_query *query = dataset->query;

    (void)schema;
    (void)trigger;
    if (!query || action == SQLITE_SELECT || action == SQLITE_RECURSIVE
        || is_declaring(dataset, action, first, second))
        return SQLITE_OK;
    if (action == SQLITE_READ) {
        const cp_offer *offer = cp_offer_find(dataset, cp_str_from(first));
        bool own = sqlite3_strnicmp(first, "sqlite_", 7) == 0
                   || sqlite3_strnicmp(first, "pragma_", 7) == 0;

        if (offer && second && second[0])
            cp_dataset_read(dataset, offer->name, cp_str_from(second));
        if (!own || offer)
            return SQLITE_OK;
        query->refused = cp_printf(&query->scratch, "no table '%s'", first);
    } else if (action == SQLITE_FUNCTION) {
        bool loads = is_function_loading(second);

        if (!loads && !is_function_refused(second))
            return SQLITE_OK;
        query->refused
            = loads ? cp_printf(&query->scratch, "%s is refused: a query runs no programs", second)
                    : cp_printf(&query->scratch,
                                "%s is refused: a result must be the same each time", second);
    } else {
        query->refused = "a query only reads; this one would change something";
    }
    return SQLITE_DENY;
}

static sqlite3_vfs *open_clockless(cp_clockless *clockless)
{
    const sqlite3_vfs *system = sqlite3_vfs_find(NULL);

    if (!system)
        return NULL;
    snprintf(clockless->name, sizeof clockless->name, "chartpack-%p", (void *)clockless);
    clockless->vfs = *system;
    clockless->vfs.pNext = NULL;
    clockless->vfs.zName = clockless->name;
    clockless->vfs.xCurrentTime = clock_of_day;
    clockless->vfs.xCurrentTimeInt64 = clock_in_ms;
    return sqlite3_vfs_register(&clockless->vfs, 0) == SQLITE_OK ? &clockless->vfs : NULL;
}

static void set_limits(cp_dataset *dataset)
{
    static const char *const kept[] = { "json_each", "json_tree", NULL };
    const cp_dataset_limits *limits = &dataset->limits;
    sqlite3 *db = dataset->db;

    sqlite3_hard_heap_limit64((sqlite3_int64)limits->heap);
    sqlite3_limit(db, SQLITE_LIMIT_LENGTH, limits->length);
    sqlite3_limit(db, SQLITE_LIMIT_ATTACHED, 0);
    sqlite3_limit(db, SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 200);
    sqlite3_db_config(db, SQLITE_DBCONFIG_DQS_DML, 0, NULL);
    sqlite3_db_config(db, SQLITE_DBCONFIG_DQS_DDL, 0, NULL);
    sqlite3_drop_modules(db, (const char **)kept);
    sqlite3_exec(db, "pragma temp_store = memory", NULL, NULL, NULL);
    sqlite3_progress_handler(db, STRIDE, guard_steps, dataset);
    sqlite3_set_authorizer(db, guard_action, dataset);
}

bool cp_guard_open(cp_dataset *dataset)
{
    int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_MEMORY | SQLITE_OPEN_NOMUTEX;
    sqlite3_vfs *vfs = open_clockless(&dataset->clockless);

    if (!vfs || sqlite3_open_v2(":memory:", &dataset->db, flags, vfs->zName) != SQLITE_OK)
        return false;
    set_limits(dataset);
    return true;
}

void cp_guard_close(cp_dataset *dataset)
{
    sqlite3_close(dataset->db);
    dataset->db = NULL;
    if (dataset->clockless.vfs.zName)
        sqlite3_vfs_unregister(&dataset->clockless.vfs);
}
