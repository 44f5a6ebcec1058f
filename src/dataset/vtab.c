/*
 * The virtual table over a cp_table.  A plan is a text of arguments, each a sign
 * and a column: "=3=0>2<2?1".  Signs: = < > as in the index, ? for a value that
 * is only looked at, because a date column is compared with it; ^ has no
 * argument, by these columns the rows are sorted.  SQLite tests every row
 * again, so a plan may give too many rows but never too few.
 */
#include "dataset/index.h"

#include "base/buf.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

typedef struct row_vtab {
    sqlite3_vtab base;
    cp_offer *offer;
} row_vtab;

typedef struct row_cursor {
    sqlite3_vtab_cursor base;
    const cp_table *table;
    const cp_row_index *index; /* NULL: positions are rows */
    size_t from, to;           /* positions */
    bool backward;
    size_t row;
} row_cursor;

/* idxNum: rows are wanted as they stand, or the other way round. */
enum { ROWS_FORWARD, ROWS_BACKWARD };

static int declare(sqlite3 *db, cp_offer *offer)
{
    const cp_table *table = offer->table;
    cp_buf sql = { 0 };
    int code;

    cp_buf_add(&sql, CP_STR("create table t("));
    for (size_t i = 0; i < table->column_count; i++) {
        if (i > 0)
            cp_buf_add(&sql, CP_STR(", "));
        cp_buf_add_quoted(&sql, '"', table->columns[i].name);
        cp_buf_add(&sql, table->columns[i].type == CP_NUMBER ? CP_STR(" real") : CP_STR(" text"));
    }
    cp_buf_add_char(&sql, ')');
    offer->dataset->declaring = true;
    code = sqlite3_declare_vtab(db, sql.data);
    offer->dataset->declaring = false;
    cp_buf_free(&sql);
    return code;
}

/* SQL does not see the case of names; only one of two such tables could be meant. */
static const cp_offer *twin_of(const cp_offer *offer)
{
    const cp_offer *each = offer->dataset->first;

    while (each && (each == offer || !cp_sql_same(each->name, offer->name)))
        each = each->next;
    return each;
}

static int vtab_connect(sqlite3 *db, void *context, int argc, const char *const *argv,
                        sqlite3_vtab **out, char **message)
{
    cp_offer *offer = context;
    cp_query *query = offer->dataset->query;
    const cp_offer *twin = twin_of(offer);
    row_vtab *made;

    (void)argc;
    (void)argv;
    (void)message;
    if (twin) {
        cp_query_fault(query, offer->name,
                       "the tables '" CP_FMT "' and '" CP_FMT "' differ in case only, which SQL "
                       "does not see",
                       CP_ARG(twin->name), CP_ARG(offer->name));
        return SQLITE_ERROR;
    }
    if (!cp_offer_load(offer, query->report)) {
        query->told = true;
        return SQLITE_ERROR;
    }
    if (declare(db, offer) != SQLITE_OK) {
        cp_query_fault(query, offer->name, "the table '" CP_FMT "' does not fit SQL: %s",
                       CP_ARG(offer->name), sqlite3_errmsg(db));
        return SQLITE_ERROR;
    }
    made = sqlite3_malloc(sizeof *made);
    if (!made)
        return SQLITE_NOMEM;
    *made = (row_vtab){ .offer = offer };
    *out = &made->base;
    return SQLITE_OK;
}

static int vtab_disconnect(sqlite3_vtab *base)
{
    sqlite3_free(base);
    return SQLITE_OK;
}

/* A plan while it is made. */
typedef struct row_plan {
    sqlite3_index_info *info;
    const cp_table *table;
    cp_buf text;
    int arguments;
    size_t columns[CP_INDEX_COLUMNS];
    size_t equal; /* of them; a range column may stand behind */
    bool range;
} row_plan;

static bool is_lower(unsigned char op)
{
    return op == SQLITE_INDEX_CONSTRAINT_GT || op == SQLITE_INDEX_CONSTRAINT_GE;
}

static bool is_upper(unsigned char op)
{
    return op == SQLITE_INDEX_CONSTRAINT_LT || op == SQLITE_INDEX_CONSTRAINT_LE;
}

static bool is_equal(unsigned char op)
{
    return op == SQLITE_INDEX_CONSTRAINT_EQ;
}

/* Whether the column's bounds may be what SQLite made of a LIKE or GLOB: no values to judge. */
static bool has_pattern(const sqlite3_index_info *info, int column)
{
    for (int i = 0; i < info->nConstraint; i++)
        if (info->aConstraint[i].iColumn == column
            && (info->aConstraint[i].op == SQLITE_INDEX_CONSTRAINT_LIKE
                || info->aConstraint[i].op == SQLITE_INDEX_CONSTRAINT_GLOB))
            return true;
    return false;
}

/* The column a constraint compares by order, or NULL if it is not for us. */
static const cp_column *compared_column(const row_plan *plan, int i)
{
    const struct sqlite3_index_constraint *constraint = &plan->info->aConstraint[i];
    const cp_column *column;

    if (!constraint->usable || constraint->iColumn < 0
        || !(is_equal(constraint->op) || is_lower(constraint->op) || is_upper(constraint->op)))
        return NULL;
    column = &plan->table->columns[constraint->iColumn];
    if (column->type == CP_DATE && has_pattern(plan->info, constraint->iColumn))
        return NULL;
    if (column->type == CP_TEXT && strcmp(sqlite3_vtab_collation(plan->info, i), "BINARY") != 0)
        return NULL;
    return column;
}

static void take(row_plan *plan, int i, char sign)
{
    plan->info->aConstraintUsage[i].argvIndex = ++plan->arguments;
    cp_buf_printf(&plan->text, "%c%d", sign, plan->info->aConstraint[i].iColumn);
}

static bool is_taken(const row_plan *plan, int i)
{
    return plan->info->aConstraintUsage[i].argvIndex > 0;
}

static void take_equalities(row_plan *plan)
{
    for (int i = 0; i < plan->info->nConstraint && plan->equal < CP_INDEX_COLUMNS; i++) {
        size_t column = (size_t)plan->info->aConstraint[i].iColumn, known = 0;

        if (!is_equal(plan->info->aConstraint[i].op) || !compared_column(plan, i))
            continue;
        while (known < plan->equal && plan->columns[known] != column)
            known++;
        if (known < plan->equal)
            continue;
        plan->columns[plan->equal++] = column;
        take(plan, i, '=');
    }
}

static void take_bound(row_plan *plan, bool (*is_bound)(unsigned char), char sign)
{
    for (int i = 0; i < plan->info->nConstraint; i++) {
        size_t column = (size_t)plan->info->aConstraint[i].iColumn;

        if (!is_bound(plan->info->aConstraint[i].op) || !compared_column(plan, i)
            || (plan->range && plan->columns[plan->equal] != column))
            continue;
        plan->range = true;
        plan->columns[plan->equal] = column;
        take(plan, i, sign);
        return;
    }
}

static void take_date_checks(row_plan *plan)
{
    for (int i = 0; i < plan->info->nConstraint; i++) {
        const cp_column *column = compared_column(plan, i);

        if (column && column->type == CP_DATE && !is_taken(plan, i))
            take(plan, i, '?');
    }
}

/* Whether rows in (or against) the order they stand in meet the ORDER BY. */
static void meet_order(row_plan *plan, cp_offer *offer, const cp_row_index *index)
{
    sqlite3_index_info *info = plan->info;
    bool as_they_stand = !plan->range || index->order != CP_ORDER_NONE;
    cp_row_index *by;
    size_t column;

    if (!as_they_stand || info->nOrderBy == 0 || info->aOrderBy[0].iColumn < 0)
        return;
    column = (size_t)info->aOrderBy[0].iColumn;
    by = cp_index_of(offer, &column, 1);
    if (by->order == CP_ORDER_NONE || (info->nOrderBy > 1 && !by->strict))
        return;
    info->orderByConsumed = 1;
    info->idxNum
        = info->aOrderBy[0].desc == (by->order == CP_ORDER_DOWN) ? ROWS_FORWARD : ROWS_BACKWARD;
}

/* All rows by some columns: sorted here they cost a third of what SQLite's sorter takes.  Upward
 * only, for equal rows shall stay as they stand. */
static void sort_order(row_plan *plan)
{
    sqlite3_index_info *info = plan->info;

    if (info->orderByConsumed || plan->equal || plan->range || !info->nOrderBy
        || info->nOrderBy > CP_INDEX_COLUMNS || plan->table->rows > UINT32_MAX)
        return;
    for (int i = 0; i < info->nOrderBy; i++)
        if (info->aOrderBy[i].iColumn < 0 || info->aOrderBy[i].desc)
            return;
    for (int i = 0; i < info->nOrderBy; i++)
        cp_buf_printf(&plan->text, "^%d", info->aOrderBy[i].iColumn);
    info->orderByConsumed = 1;
}

static void estimate(const row_plan *plan)
{
    double rows = (double)plan->table->rows;
    double found = rows;

    for (size_t i = 0; i < plan->equal; i++)
        found /= 50;
    if (plan->range)
        found /= 4;
    if (found < 1)
        found = 1;
    plan->info->estimatedRows = (sqlite3_int64)found;
    plan->info->estimatedCost = found + (plan->equal || plan->range ? 2 * log2(rows + 2) : 0);
}

static int vtab_best_index(sqlite3_vtab *base, sqlite3_index_info *info)
{
    cp_offer *offer = ((row_vtab *)base)->offer;
    row_plan plan = { .info = info, .table = offer->table };
    cp_row_index *index = NULL;

    take_equalities(&plan);
    if (plan.equal < CP_INDEX_COLUMNS) {
        take_bound(&plan, is_lower, '>');
        take_bound(&plan, is_upper, '<');
    }
    take_date_checks(&plan);
    if (plan.equal || plan.range)
        index = cp_index_of(offer, plan.columns, plan.equal + plan.range);
    meet_order(&plan, offer, index);
    sort_order(&plan);
    estimate(&plan);
    info->idxStr = sqlite3_mprintf("%s", plan.text.data ? plan.text.data : "");
    info->needToFreeIdxStr = 1;
    cp_buf_free(&plan.text);
    return info->idxStr ? SQLITE_OK : SQLITE_NOMEM;
}

static int vtab_open(sqlite3_vtab *base, sqlite3_vtab_cursor **out)
{
    row_cursor *opened = sqlite3_malloc(sizeof *opened);

    if (!opened)
        return SQLITE_NOMEM;
    *opened = (row_cursor){ .table = ((row_vtab *)base)->offer->table };
    *out = &opened->base;
    return SQLITE_OK;
}

static int vtab_close(sqlite3_vtab_cursor *base)
{
    sqlite3_free(base);
    return SQLITE_OK;
}

/* How a value serves as a key of a column. */
typedef enum key_use {
    KEY_GOOD,
    KEY_NEVER,   /* nothing compares with it: NULL */
    KEY_UNKNOWN, /* leave the comparison to SQLite */
    KEY_FAULT    /* told */
} key_use;

static key_use read_date_key(cp_query *query, const cp_column *column, sqlite3_value *value,
                             cp_key *key)
{
    int type = sqlite3_value_type(value);
    cp_str text;

    if (type == SQLITE_TEXT && cp_date_parse_iso(cp_value_text(value), &key->date))
        return KEY_GOOD;
    text = cp_str_from((const char *)sqlite3_value_text(value));
    cp_query_fault(query, column->name,
                   "the date column '" CP_FMT "' is compared with %s" CP_FMT
                   "%s; expected an ISO date like '2026-04-13'",
                   CP_ARG(column->name), type == SQLITE_TEXT ? "'" : "", CP_ARG(text),
                   type == SQLITE_TEXT ? "'" : "");
    return KEY_FAULT;
}

static key_use read_key(cp_query *query, const cp_column *column, sqlite3_value *value, cp_key *key)
{
    int type = sqlite3_value_type(value);

    if (type == SQLITE_NULL)
        return KEY_NEVER;
    if (column->type == CP_DATE)
        return read_date_key(query, column, value, key);
    if (column->type == CP_NUMBER && (type == SQLITE_INTEGER || type == SQLITE_FLOAT)) {
        key->number = sqlite3_value_double(value);
        return KEY_GOOD;
    }
    if (column->type == CP_TEXT && type == SQLITE_TEXT) {
        key->text = cp_value_text(value);
        return KEY_GOOD;
    }
    return KEY_UNKNOWN;
}

/* What a plan asks for, with the values it came with. */
typedef struct row_request {
    size_t columns[CP_INDEX_COLUMNS], order[CP_INDEX_COLUMNS];
    size_t count, ordered;
    cp_bounds bounds;
    key_use worst;
} row_request;

static void add_bound(row_request *request, char sign, size_t column, cp_key key)
{
    cp_bounds *bounds = &request->bounds;

    if (sign == '?')
        return;
    if (sign == '=') {
        bounds->keys[bounds->equal++] = key;
        request->columns[request->count++] = column;
        return;
    }
    if (request->count == bounds->equal)
        request->columns[request->count++] = column;
    *(sign == '>' ? &bounds->low : &bounds->high) = key;
    *(sign == '>' ? &bounds->has_low : &bounds->has_high) = true;
}

static void read_request(const row_cursor *cursor, cp_query *query, const char *text,
                         sqlite3_value **values, row_request *out)
{
    while (*text) {
        char sign = *text++;
        char *end;
        size_t column = strtoul(text, &end, 10);
        cp_key key = { 0 };
        key_use use;

        text = end;
        if (sign == '^') {
            out->order[out->ordered++] = column;
            continue;
        }
        use = read_key(query, &cursor->table->columns[column], *values++, &key);
        add_bound(out, sign, column, key);
        if (use > out->worst)
            out->worst = use;
    }
}

static void settle_row(row_cursor *cursor)
{
    size_t position = cursor->backward ? cursor->to - 1 : cursor->from;

    if (cursor->from < cursor->to)
        cursor->row = cursor->index ? cp_index_row(cursor->index, position) : position;
}

static int vtab_filter(sqlite3_vtab_cursor *base, int number, const char *text, int argc,
                       sqlite3_value **argv)
{
    row_cursor *cursor = (void *)base;
    cp_offer *offer = ((row_vtab *)base->pVtab)->offer;
    row_request request = { .worst = KEY_GOOD };
    cp_row_index *index = NULL;

    (void)argc;
    read_request(cursor, offer->dataset->query, text, argv, &request);
    if (request.worst == KEY_FAULT)
        return SQLITE_ERROR;
    cursor->index = NULL;
    cursor->from = 0;
    cursor->to = request.worst == KEY_NEVER ? 0 : cursor->table->rows;
    cursor->backward = number == ROWS_BACKWARD;
    if (request.worst == KEY_GOOD && request.count > 0)
        index = cp_index_of(offer, request.columns, request.count);
    if (index && cp_index_ready(offer->dataset->arena, index)) {
        cursor->index = index;
        cursor->backward ^= index->order == CP_ORDER_DOWN && !index->rows;
        cp_index_find(index, &request.bounds, &cursor->from, &cursor->to);
    }
    if (request.ordered) {
        index = cp_index_of(offer, request.order, request.ordered);
        cp_index_sort(offer->dataset->arena, index);
        cursor->index = index;
    }
    settle_row(cursor);
    return SQLITE_OK;
}

static int vtab_next(sqlite3_vtab_cursor *base)
{
    row_cursor *cursor = (void *)base;

    if (cursor->backward)
        cursor->to--;
    else
        cursor->from++;
    settle_row(cursor);
    return SQLITE_OK;
}

static int vtab_eof(sqlite3_vtab_cursor *base)
{
    const row_cursor *cursor = (const void *)base;

    return cursor->from >= cursor->to;
}

static int vtab_column(sqlite3_vtab_cursor *base, sqlite3_context *context, int at)
{
    const row_cursor *cursor = (const void *)base;
    const cp_column *column = &cursor->table->columns[at];
    cp_str text;

    switch (column->type) {
    case CP_NUMBER:
        sqlite3_result_double(context, column->number[cursor->row]);
        break;
    case CP_DATE:
        cp_iso_result(((row_vtab *)base->pVtab)->offer->dataset, context,
                      column->date[cursor->row]);
        break;
    default:
        text = column->text[cursor->row];
        sqlite3_result_text64(context, text.data, text.size, SQLITE_STATIC, SQLITE_UTF8);
    }
    return SQLITE_OK;
}

static int vtab_rowid(sqlite3_vtab_cursor *base, sqlite3_int64 *out)
{
    *out = (sqlite3_int64)((const row_cursor *)base)->row + 1;
    return SQLITE_OK;
}

/* No xCreate: the table is there as soon as a query speaks of it. */
static const sqlite3_module module = {
    .xConnect = vtab_connect,
    .xBestIndex = vtab_best_index,
    .xDisconnect = vtab_disconnect,
    .xOpen = vtab_open,
    .xClose = vtab_close,
    .xFilter = vtab_filter,
    .xNext = vtab_next,
    .xEof = vtab_eof,
    .xColumn = vtab_column,
    .xRowid = vtab_rowid,
};

bool cp_vtab_register(cp_offer *offer)
{
    const char *name = cp_str_z(offer->dataset->arena, offer->name);

    return sqlite3_create_module_v2(offer->dataset->db, name, &module, offer, NULL) == SQLITE_OK;
}
