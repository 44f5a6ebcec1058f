#include "dataset/function.h"

#include <math.h>

#define FAMILIES(X)                                                                                \
    X(sums)                                                                                        \
    X(spread)                                                                                      \
    X(ranks)                                                                                       \
    X(growth)                                                                                      \
    X(calendar)                                                                                    \
    X(pattern)

#define DECLARE(name) extern const cp_function cp_functions_##name[];
FAMILIES(DECLARE)

#define ROW(name) cp_functions_##name,
static const cp_function *const families[] = { FAMILIES(ROW) };

enum { FAMILY_COUNT = sizeof families / sizeof *families, SHOWN_BYTES = 40 };

/* What SQLite hands back to a function. */
typedef struct bound_function {
    const cp_function *function;
    cp_dataset *dataset;
} bound_function;

const cp_function *cp_function_at(size_t index)
{
    for (size_t i = 0; i < FAMILY_COUNT; i++)
        for (const cp_function *function = families[i]; function->name; function++)
            if (index-- == 0)
                return function;
    return NULL;
}

const cp_function *cp_function_find(cp_str name)
{
    for (size_t i = 0; i < FAMILY_COUNT; i++)
        for (const cp_function *function = families[i]; function->name; function++)
            if (cp_sql_same(cp_str_from(function->name), name))
                return function;
    return NULL;
}

cp_dataset *cp_function_dataset(sqlite3_context *context)
{
    const bound_function *bound = sqlite3_user_data(context);

    return bound->dataset;
}

void cp_function_fault(sqlite3_context *context, const char *format, ...)
{
    const bound_function *bound = sqlite3_user_data(context);
    cp_query *query = bound->dataset->query;
    va_list list;

    va_start(list, format);
    cp_query_fault(query, cp_str_from(bound->function->name), "%s() %s", bound->function->name,
                   cp_vprintf(&query->scratch, format, list));
    va_end(list);
    sqlite3_result_error(context, "refused", -1);
}

void cp_function_refuse(sqlite3_context *context, sqlite3_value *value, const char *wants)
{
    bool is_text = sqlite3_value_type(value) == SQLITE_TEXT;
    cp_str text = cp_str_from((const char *)sqlite3_value_text(value));

    cp_function_fault(context, "was given the %s '%.*s'; it takes %s", is_text ? "text" : "value",
                      text.size > SHOWN_BYTES ? SHOWN_BYTES : (int)text.size,
                      text.data ? text.data : "", wants);
}

bool cp_take_number(sqlite3_context *context, sqlite3_value *value, double *out)
{
    int type = sqlite3_value_type(value);

    if (type == SQLITE_INTEGER || type == SQLITE_FLOAT) {
        *out = sqlite3_value_double(value);
        return true;
    }
    if (type != SQLITE_NULL)
        cp_function_refuse(context, value, "numbers");
    return false;
}

bool cp_take_date(sqlite3_context *context, sqlite3_value *value, cp_date *out)
{
    int type = sqlite3_value_type(value);

    if (type == SQLITE_TEXT && cp_date_parse_iso(cp_value_text(value), out))
        return true;
    if (type != SQLITE_NULL)
        cp_function_refuse(context, value, "ISO dates like '2026-04-13'");
    return false;
}

bool cp_take_whole(sqlite3_context *context, sqlite3_value *value, int least, int most, int *out)
{
    double number = sqlite3_value_double(value);
    int type = sqlite3_value_type(value);

    if ((type == SQLITE_INTEGER || type == SQLITE_FLOAT) && number == floor(number)
        && number >= least && number <= most) {
        *out = (int)number;
        return true;
    }
    if (type != SQLITE_NULL)
        cp_function_fault(context, "wants a whole number from %d to %d, not %s", least, most,
                          (const char *)sqlite3_value_text(value));
    return false;
}

static int register_one(cp_dataset *dataset, const cp_function *function, bound_function *bound,
                        int arguments)
{
    const int flags = SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS;

    if (function->scalar)
        return sqlite3_create_function_v2(dataset->db, function->name, arguments, flags, bound,
                                          function->scalar, NULL, NULL, NULL);
    return sqlite3_create_window_function(dataset->db, function->name, arguments, flags, bound,
                                          function->step,
                                          function->final ? function->final : function->value,
                                          function->value, function->inverse, NULL);
}

bool cp_functions_register(cp_dataset *dataset)
{
    const cp_function *function;
    int code = SQLITE_OK;

    for (size_t i = 0; code == SQLITE_OK && (function = cp_function_at(i)); i++) {
        bound_function *bound = cp_new(dataset->arena, bound_function);

        *bound = (bound_function){ function, dataset };
        for (int n = function->least; n <= function->most && code == SQLITE_OK; n++)
            code = register_one(dataset, function, bound, n);
    }
    return code == SQLITE_OK;
}
