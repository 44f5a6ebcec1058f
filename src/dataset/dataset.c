#include "dataset/dataset.h"

#include "base/guess.h"
#include "base/utf8.h"
#include "dataset/inside.h"
#include "dataset/judge.h"
#include "dataset/result.h"

#include <math.h>
#include <string.h>

enum { DEEPEST = 16 };

const cp_dataset_limits cp_dataset_default_limits = {
    .steps = 3e8,
    .heap = (size_t)1 << 30,
    .length = 1000000,
    .rows = 5000000,
};

static const cp_calendar weekdays = { 0 };

cp_dataset *cp_dataset_open(cp_arena *arena, const cp_dataset_limits *limits)
{
    cp_dataset *dataset = cp_new(arena, cp_dataset);

    dataset->arena = arena;
    dataset->calendar = &weekdays;
    dataset->limits = limits ? *limits : cp_dataset_default_limits;
    if (cp_guard_open(dataset) && !cp_functions_register(dataset))
        cp_guard_close(dataset);
    return dataset;
}

void cp_dataset_close(cp_dataset *dataset)
{
    if (dataset && dataset->db)
        cp_guard_close(dataset);
}

void cp_dataset_offer(cp_dataset *dataset, cp_str name, cp_table_loader load, void *context)
{
    cp_offer *offer = cp_new(dataset->arena, cp_offer);

    *offer = (cp_offer){
        .dataset = dataset,
        .name = cp_str_copy(dataset->arena, name),
        .load = load,
        .context = context,
    };
    if (dataset->last)
        dataset->last->next = offer;
    else
        dataset->first = offer;
    dataset->last = offer;
    if (dataset->db)
        cp_vtab_register(offer);
}

cp_offer *cp_offer_find(const cp_dataset *dataset, cp_str name)
{
    cp_offer *found = NULL;

    for (cp_offer *offer = dataset->first; offer; offer = offer->next)
        if (cp_sql_same(offer->name, name))
            found = offer;
    return found;
}

const char *const *cp_offer_names(cp_arena *arena, const cp_dataset *dataset, size_t *count)
{
    const char **names;

    *count = 0;
    for (const cp_offer *offer = dataset->first; offer; offer = offer->next)
        ++*count;
    names = cp_new_array(arena, const char *, *count + 1);
    *count = 0;
    for (const cp_offer *offer = dataset->first; offer; offer = offer->next)
        names[(*count)++] = offer->name.data;
    return names;
}

bool cp_offer_load(cp_offer *offer, cp_report *report)
{
    if (offer->state == CP_OFFER_NEW) {
        offer->table = offer->load(offer->context, offer->name, report);
        offer->state = offer->table ? CP_OFFER_LOADED : CP_OFFER_FAILED;
    }
    return offer->state == CP_OFFER_LOADED;
}

const cp_table *cp_dataset_table(cp_dataset *dataset, cp_str name, cp_place at, cp_report *report)
{
    const char *const *names;
    size_t count;

    for (cp_offer *offer = dataset->first; offer; offer = offer->next)
        if (cp_str_eq(offer->name, name))
            return cp_offer_load(offer, report) ? offer->table : NULL;
    names = cp_offer_names(report->arena, dataset, &count);
    cp_fail(report, at, "no table '" CP_FMT "'%s", CP_ARG(name),
            cp_guess_text(report->arena, name, names, count));
    return NULL;
}

cp_parameter *cp_parameter_find(const cp_dataset *dataset, cp_str name)
{
    cp_parameter *parameter = dataset->parameters;

    while (parameter && !cp_str_eq(parameter->name, name))
        parameter = parameter->next;
    return parameter;
}

static cp_parameter *parameter_named(cp_dataset *dataset, cp_str name, cp_type type)
{
    cp_parameter *parameter = cp_parameter_find(dataset, name);

    if (!parameter) {
        parameter = cp_new(dataset->arena, cp_parameter);
        parameter->name = cp_str_copy(dataset->arena, name);
        parameter->next = dataset->parameters;
        dataset->parameters = parameter;
    }
    parameter->type = type;
    return parameter;
}

/* Up to here each whole number is a double of its own. */
static const double largest_whole = 9007199254740992;

void cp_dataset_set_text(cp_dataset *dataset, cp_str name, cp_str value)
{
    parameter_named(dataset, name, CP_TEXT)->text = cp_str_copy(dataset->arena, value);
}

void cp_dataset_set_number(cp_dataset *dataset, cp_str name, double value)
{
    cp_parameter *parameter = parameter_named(dataset, name, CP_NUMBER);

    parameter->number = value;
    parameter->whole = value == trunc(value) && fabs(value) < largest_whole;
}

void cp_dataset_set_date(cp_dataset *dataset, cp_str name, cp_date value)
{
    parameter_named(dataset, name, CP_DATE)->date = value;
}

void cp_dataset_set_calendar(cp_dataset *dataset, const cp_calendar *calendar)
{
    dataset->calendar = calendar;
}

cp_reads *cp_dataset_trace(cp_dataset *dataset, cp_reads *reads)
{
    cp_reads *around = dataset->reads;

    dataset->reads = reads;
    return around;
}

void cp_dataset_read(cp_dataset *dataset, cp_str table, cp_str column)
{
    cp_reads *reads = dataset->reads;
    cp_read_column *read = reads ? reads->first : NULL;

    while (read && !(cp_str_eq(read->table, table) && cp_str_eq(read->column, column)))
        read = read->next;
    if (read || !reads)
        return;
    read = cp_new(dataset->arena, cp_read_column);
    read->table = cp_str_copy(dataset->arena, table);
    read->column = cp_str_copy(dataset->arena, column);
    if (reads->last)
        reads->last->next = read;
    else
        reads->first = read;
    reads->last = read;
}

static bool bind_one(cp_query *query, int number, const cp_parameter *parameter)
{
    sqlite3_stmt *statement = query->statement;
    cp_str text = { 0 };
    int code;

    switch (parameter->type) {
    case CP_NUMBER:
        code = parameter->whole
                   ? sqlite3_bind_int64(statement, number, (sqlite3_int64)parameter->number)
                   : sqlite3_bind_double(statement, number, parameter->number);
        break;
    case CP_DATE:
        if (parameter->date != CP_NO_DATE)
            text = cp_date_iso(&query->scratch, parameter->date);
        code = sqlite3_bind_text(statement, number, text.data, (int)text.size, SQLITE_STATIC);
        break;
    default:
        text = parameter->text;
        code = sqlite3_bind_text64(statement, number, text.data, text.size, SQLITE_STATIC,
                                   SQLITE_UTF8);
    }
    return code == SQLITE_OK || cp_query_explain(query, code);
}

bool cp_no_parameter(const cp_dataset *dataset, cp_str word, cp_place at, cp_report *report)
{
    const char **names;
    size_t count = 0;

    for (const cp_parameter *each = dataset->parameters; each; each = each->next)
        count++;
    names = cp_new_array(report->arena, const char *, count + 1);
    count = 0;
    for (const cp_parameter *each = dataset->parameters; each; each = each->next)
        names[count++] = cp_printf(report->arena, ":" CP_FMT, CP_ARG(each->name));
    return cp_fail(report, at, "no parameter '" CP_FMT "'%s", CP_ARG(word),
                   cp_guess_text(report->arena, word, names, count));
}

static bool fail_parameter(cp_query *query, cp_str word)
{
    cp_place place = cp_query_place_of(query, word);

    if (word.size == 1 || word.data[0] != ':')
        return cp_fail(query->report, place, "'" CP_FMT "' is not a parameter; write :name",
                       CP_ARG(word));
    return cp_no_parameter(query->dataset, word, place, query->report);
}

static bool bind_parameters(cp_query *query)
{
    int count = sqlite3_bind_parameter_count(query->statement);
    bool ok = true;

    for (int i = 1; i <= count; i++) {
        const char *given = sqlite3_bind_parameter_name(query->statement, i);
        cp_str word = cp_str_from(given ? given : "?");
        cp_parameter *parameter = NULL;

        if (word.data[0] == ':')
            parameter = cp_parameter_find(query->dataset, cp_str_slice(word, 1, word.size));
        if (parameter)
            ok = bind_one(query, i, parameter) && ok;
        else
            ok = fail_parameter(query, word);
    }
    return ok;
}

static bool check_text(cp_query *query)
{
    cp_str sql = query->sql;
    size_t bad;

    if (query->depth > DEEPEST)
        return cp_fail(query->report, query->at,
                       "a table made of tables made of tables, more than %d deep", (int)DEEPEST);
    if (sql.size > (size_t)query->dataset->limits.length)
        return cp_fail(query->report, query->at, "the query is longer than %d bytes",
                       query->dataset->limits.length);
    if (sql.size && memchr(sql.data, '\0', sql.size))
        return cp_fail(query->report, query->at, "the query holds a NUL character");
    if (!cp_utf8_valid(sql, &bad))
        return cp_fail(query->report, query->at, "the query is not valid UTF-8 at its byte %zu",
                       bad + 1);
    return true;
}

static bool check_kind(cp_query *query)
{
    const cp_sql_token *first = query->tokens;

    if (first->kind == CP_SQL_END)
        return cp_fail(query->report, query->at, "the query is empty; expected select ...");
    if (!cp_sql_is(first, "select") && !cp_sql_is(first, "with") && !cp_sql_is(first, "values"))
        return cp_fail(query->report, cp_query_place(query, first->at),
                       "a query begins with select, with or values, not '" CP_FMT "'",
                       CP_ARG(first->text));
    for (size_t i = 0; i < query->token_count; i++)
        if (cp_sql_is(&query->tokens[i], ";") && i + 1 < query->token_count
            && !cp_sql_is(&query->tokens[i + 1], ";"))
            return cp_fail(query->report, cp_query_place(query, query->tokens[i + 1].at),
                           "a second query stands behind the ';'; expected one");
    return true;
}

static bool prepare(cp_query *query)
{
    int code = sqlite3_prepare_v3(query->dataset->db, query->sql.data, (int)query->sql.size, 0,
                                  &query->statement, NULL);

    return code == SQLITE_OK || cp_query_explain(query, code);
}

/* Once for all queries: what they say of such days is a guess. */
static void tell_beyond(const cp_query *query)
{
    cp_dataset *dataset = query->dataset;
    const cp_calendar *calendar = dataset->calendar;

    if (!query->beyond || calendar->count == 0 || dataset->calendar_told)
        return;
    dataset->calendar_told = true;
    cp_note(query->report, query->at,
            "the trading calendar runs from %s to %s; around it, as for %s, weekdays are taken for "
            "trading days",
            cp_date_iso(query->report->arena, calendar->days[0]).data,
            cp_date_iso(query->report->arena, calendar->days[calendar->count - 1]).data,
            cp_date_iso(query->report->arena, query->beyond_day).data);
}

cp_table *cp_dataset_query(cp_arena *arena, cp_dataset *dataset, cp_str sql, cp_place at,
                           cp_report *report)
{
    cp_query *around = dataset->query;
    cp_query query = { .dataset = dataset,
                       .arena = arena,
                       .sql = sql,
                       .at = at,
                       .report = report,
                       .depth = around ? around->depth + 1 : 0 };
    cp_verdict verdict = { 0 };
    cp_table *table = NULL;

    if (!dataset->db) {
        cp_fail_system(report, at, "SQLite has no memory to start with");
        return NULL;
    }
    dataset->query = &query;
    dataset->fence.clock_asked = around && dataset->fence.clock_asked;
    if (check_text(&query)) {
        query.tokens = cp_sql_scan(&query.scratch, sql, &query.token_count);
        if (check_kind(&query) && prepare(&query) && bind_parameters(&query)
            && cp_query_judge(&query, &verdict))
            table = cp_result_read(&query, &verdict);
    }
    if (table && dataset->fence.clock_asked) {
        cp_fail(report, cp_query_place_of(&query, CP_STR("now")),
                "the clock is refused: a result must be the same each time");
        table = NULL;
    }
    tell_beyond(&query);
    sqlite3_finalize(query.statement);
    cp_arena_free(&query.scratch);
    dataset->query = around;
    return table;
}
