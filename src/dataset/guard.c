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
        const char *why = cp_fence_refuses(second);

        if (!why)
            return SQLITE_OK;
        query->refused = cp_printf(&query->scratch, "%s is refused: %s", second, why);
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
