#include "dataset/inside.h"

#include <string.h>

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

static bool spend(void *context, double steps)
{
    return cp_guard_spend(context, steps);
}

bool cp_guard_open(cp_dataset *dataset)
{
    static const char *const kept[] = { "json_each", "json_tree", NULL };
    sqlite3 *db;

    dataset->fence = (cp_fence){
        .length = dataset->limits.length,
        .heap = dataset->limits.heap,
        .spend = spend,
        .context = dataset,
    };
    db = dataset->db = cp_fence_open(&dataset->fence);
    if (!db)
        return false;
    sqlite3_db_config(db, SQLITE_DBCONFIG_DQS_DML, 0, NULL);
    sqlite3_db_config(db, SQLITE_DBCONFIG_DQS_DDL, 0, NULL);
    sqlite3_drop_modules(db, (const char **)kept);
    sqlite3_set_authorizer(db, guard_action, dataset);
    return true;
}

void cp_guard_close(cp_dataset *dataset)
{
    cp_fence_close(&dataset->fence, dataset->db);
    dataset->db = NULL;
}
