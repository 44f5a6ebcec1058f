/*
 * Functions of our own.  sum, avg, total and count give real numbers, so that
 * no division of theirs drops a fraction, and refuse text.  All of them work
 * over windows: xInverse takes the oldest row out again.
 */
#include "dataset/inside.h"

#include "dataset/exact.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { SHOWN_BYTES = 40 };

typedef struct own_function {
    const char *name;
    int arguments;
    void (*step)(sqlite3_context *, int, sqlite3_value **);
    void (*inverse)(sqlite3_context *, int, sqlite3_value **);
    void (*value)(sqlite3_context *);
    void (*final)(sqlite3_context *);
    void (*scalar)(sqlite3_context *, int, sqlite3_value **);
} own_function;

/* What SQLite hands back to a function. */
typedef struct bound_function {
    const own_function *function;
    cp_dataset *dataset;
} bound_function;

static const bound_function *self(sqlite3_context *context)
{
    return sqlite3_user_data(context);
}

static void refuse(sqlite3_context *context, sqlite3_value *value, const char *wanted)
{
    const bound_function *bound = self(context);
    cp_str text = cp_str_from((const char *)sqlite3_value_text(value));
    bool is_text = sqlite3_value_type(value) == SQLITE_TEXT;

    cp_query_fault(bound->dataset->query, cp_str_from(bound->function->name),
                   "%s() was given the %s '%.*s'; it takes %s", bound->function->name,
                   is_text ? "text" : "value",
                   text.size > SHOWN_BYTES ? SHOWN_BYTES : (int)text.size,
                   text.data ? text.data : "", wanted);
    sqlite3_result_error(context, "refused", -1);
}

/* A number, true; NULL is passed over; anything else ends the query. */
static bool take_number(sqlite3_context *context, sqlite3_value *value, double *out)
{
    int type = sqlite3_value_type(value);

    if (type == SQLITE_INTEGER || type == SQLITE_FLOAT) {
        *out = sqlite3_value_double(value);
        return true;
    }
    if (type != SQLITE_NULL)
        refuse(context, value, "numbers");
    return false;
}

typedef struct sum_state {
    cp_exact sum;
    double count;
} sum_state;

static void sum_step(sqlite3_context *context, int argc, sqlite3_value **argv)
{
    sum_state *state = sqlite3_aggregate_context(context, sizeof *state);
    double number;

    (void)argc;
    if (!state || !take_number(context, argv[0], &number))
        return;
    cp_exact_add(&state->sum, number);
    state->count++;
}

static void sum_inverse(sqlite3_context *context, int argc, sqlite3_value **argv)
{
    sum_state *state = sqlite3_aggregate_context(context, sizeof *state);
    double number;

    (void)argc;
    if (!state || !take_number(context, argv[0], &number))
        return;
    cp_exact_add(&state->sum, -number);
    state->count--;
}

static void sum_value(sqlite3_context *context)
{
    const sum_state *state = sqlite3_aggregate_context(context, 0);

    if (state && state->count > 0)
        sqlite3_result_double(context, cp_exact_value(&state->sum));
}

static void total_value(sqlite3_context *context)
{
    const sum_state *state = sqlite3_aggregate_context(context, 0);

    sqlite3_result_double(context, state && state->count > 0 ? cp_exact_value(&state->sum) : 0);
}

static void avg_value(sqlite3_context *context)
{
    const sum_state *state = sqlite3_aggregate_context(context, 0);

    if (state && state->count > 0)
        sqlite3_result_double(context, cp_exact_value(&state->sum) / state->count);
}

static void count_by(sqlite3_context *context, int argc, sqlite3_value **argv, double step)
{
    double *count = sqlite3_aggregate_context(context, sizeof *count);

    if (count && (argc == 0 || sqlite3_value_type(argv[0]) != SQLITE_NULL))
        *count += step;
}

static void count_step(sqlite3_context *context, int argc, sqlite3_value **argv)
{
    count_by(context, argc, argv, 1);
}

static void count_inverse(sqlite3_context *context, int argc, sqlite3_value **argv)
{
    count_by(context, argc, argv, -1);
}

static void count_value(sqlite3_context *context)
{
    const double *count = sqlite3_aggregate_context(context, 0);

    sqlite3_result_double(context, count ? *count : 0);
}

/* Sums of distances from the first number: what squares lose is small beside them. */
typedef struct spread_state {
    cp_exact sum, squares;
    double first, count;
    bool started;
} spread_state;

static void spread_by(sqlite3_context *context, sqlite3_value *value, double sign)
{
    spread_state *state = sqlite3_aggregate_context(context, sizeof *state);
    double number;

    if (!state || !take_number(context, value, &number))
        return;
    if (!state->started)
        state->first = number;
    state->started = true;
    number -= state->first;
    cp_exact_add(&state->sum, sign * number);
    cp_exact_add_product(&state->squares, sign * number, number);
    state->count += sign;
}

static void spread_step(sqlite3_context *context, int argc, sqlite3_value **argv)
{
    (void)argc;
    spread_by(context, argv[0], 1);
}

static void spread_inverse(sqlite3_context *context, int argc, sqlite3_value **argv)
{
    (void)argc;
    spread_by(context, argv[0], -1);
}

static void stddev_value(sqlite3_context *context)
{
    const spread_state *state = sqlite3_aggregate_context(context, 0);
    cp_exact rest;
    double mean, variance;

    if (!state || state->count < 2)
        return;
    rest = state->squares;
    mean = cp_exact_value(&state->sum) / state->count;
    cp_exact_add_product(&rest, -mean, state->sum.high);
    cp_exact_add_product(&rest, -mean, state->sum.low);
    variance = cp_exact_value(&rest) / (state->count - 1);
    sqlite3_result_double(context, variance > 0 ? sqrt(variance) : 0);
}

/* The numbers of a window, oldest first, from `from` on. */
typedef struct median_state {
    double *numbers;
    size_t from, to, capacity;
} median_state;

static bool median_make_room(median_state *state)
{
    size_t capacity = state->capacity ? state->capacity * 2 : 64;
    double *numbers;

    if (state->to < state->capacity)
        return true;
    if (state->from > state->capacity / 2) {
        memmove(state->numbers, state->numbers + state->from,
                (state->to - state->from) * sizeof *state->numbers);
        state->to -= state->from;
        state->from = 0;
        return true;
    }
    numbers = sqlite3_realloc64(state->numbers, capacity * sizeof *numbers);
    if (!numbers)
        return false;
    state->numbers = numbers;
    state->capacity = capacity;
    return true;
}

static void median_step(sqlite3_context *context, int argc, sqlite3_value **argv)
{
    median_state *state = sqlite3_aggregate_context(context, sizeof *state);
    double number;

    (void)argc;
    if (!state || !take_number(context, argv[0], &number))
        return;
    if (median_make_room(state))
        state->numbers[state->to++] = number;
    else
        sqlite3_result_error_nomem(context);
}

static void median_inverse(sqlite3_context *context, int argc, sqlite3_value **argv)
{
    median_state *state = sqlite3_aggregate_context(context, sizeof *state);
    double number;

    (void)argc;
    if (state && take_number(context, argv[0], &number) && state->from < state->to)
        state->from++;
}

static int compare_doubles(const void *left, const void *right)
{
    double a = *(const double *)left, b = *(const double *)right;

    return (a > b) - (a < b);
}

/* Reorder so that the number of rank `rank` stands in its place, none after it smaller and none
 * before it greater (Hoare).  Numbers that defeat the pivots get sorted. */
static double select_rank(double *numbers, size_t count, size_t rank)
{
    ptrdiff_t low = 0, high = (ptrdiff_t)count - 1, wanted = (ptrdiff_t)rank;

    for (int rounds = 0; low < high; rounds++) {
        double pivot = numbers[wanted];
        ptrdiff_t i = low, j = high;

        if (rounds == 64) {
            qsort(numbers, count, sizeof *numbers, compare_doubles);
            break;
        }
        while (i <= j) {
            while (numbers[i] < pivot)
                i++;
            while (numbers[j] > pivot)
                j--;
            if (i <= j) {
                double kept = numbers[i];

                numbers[i++] = numbers[j];
                numbers[j--] = kept;
            }
        }
        if (j < wanted)
            low = i;
        if (wanted < i)
            high = j;
    }
    return numbers[rank];
}

static double middle_of(double *numbers, size_t count)
{
    double upper = select_rank(numbers, count, count / 2), lower;

    if (count % 2 == 1)
        return upper;
    lower = numbers[0];
    for (size_t i = 1; i < count / 2; i++)
        lower = numbers[i] > lower ? numbers[i] : lower;
    return lower + (upper - lower) / 2;
}

static void median_value(sqlite3_context *context)
{
    const median_state *state = sqlite3_aggregate_context(context, 0);
    size_t count = state ? state->to - state->from : 0;
    double *numbers;

    if (count == 0)
        return;
    numbers = sqlite3_malloc64(count * sizeof *numbers);
    if (!numbers) {
        sqlite3_result_error_nomem(context);
    } else if (!cp_guard_spend(self(context)->dataset, (double)count)) {
        sqlite3_result_error_code(context, SQLITE_INTERRUPT);
    } else {
        memcpy(numbers, state->numbers + state->from, count * sizeof *numbers);
        sqlite3_result_double(context, middle_of(numbers, count));
    }
    sqlite3_free(numbers);
}

static void median_final(sqlite3_context *context)
{
    median_state *state = sqlite3_aggregate_context(context, 0);

    median_value(context);
    if (state)
        sqlite3_free(state->numbers);
}

static bool take_date(sqlite3_context *context, sqlite3_value *value, cp_date *out)
{
    int type = sqlite3_value_type(value);

    if (type == SQLITE_TEXT && cp_date_parse_iso(cp_value_text(value), out))
        return true;
    if (type != SQLITE_NULL)
        refuse(context, value, "ISO dates like '2026-04-13'");
    return false;
}

static void trading_week(sqlite3_context *context, int argc, sqlite3_value **argv)
{
    cp_dataset *dataset = self(context)->dataset;
    cp_date date;

    (void)argc;
    if (take_date(context, argv[0], &date))
        cp_iso_result(dataset, context, cp_calendar_week(dataset->calendar, date));
}

static void iso_week(sqlite3_context *context, int argc, sqlite3_value **argv)
{
    cp_date date;
    int year;

    (void)argc;
    if (take_date(context, argv[0], &date))
        sqlite3_result_int(context, cp_date_iso_week(date, &year));
}

static const own_function functions[] = {
    { "sum", 1, sum_step, sum_inverse, sum_value, sum_value, NULL },
    { "total", 1, sum_step, sum_inverse, total_value, total_value, NULL },
    { "avg", 1, sum_step, sum_inverse, avg_value, avg_value, NULL },
    { "count", 0, count_step, count_inverse, count_value, count_value, NULL },
    { "count", 1, count_step, count_inverse, count_value, count_value, NULL },
    { "stddev", 1, spread_step, spread_inverse, stddev_value, stddev_value, NULL },
    { "stddev_samp", 1, spread_step, spread_inverse, stddev_value, stddev_value, NULL },
    { "median", 1, median_step, median_inverse, median_value, median_final, NULL },
    { .name = "trading_week", .arguments = 1, .scalar = trading_week },
    { .name = "iso_week", .arguments = 1, .scalar = iso_week },
};

bool cp_functions_register(cp_dataset *dataset)
{
    const size_t count = sizeof functions / sizeof *functions;
    const int flags = SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS;
    bound_function *bound = cp_new_array(dataset->arena, bound_function, count);
    int code = SQLITE_OK;

    for (size_t i = 0; i < count && code == SQLITE_OK; i++) {
        const own_function *f = &functions[i];

        bound[i] = (bound_function){ f, dataset };
        if (f->scalar)
            code = sqlite3_create_function_v2(dataset->db, f->name, f->arguments, flags, &bound[i],
                                              f->scalar, NULL, NULL, NULL);
        else
            code = sqlite3_create_window_function(dataset->db, f->name, f->arguments, flags,
                                                  &bound[i], f->step, f->final, f->value,
                                                  f->inverse, NULL);
    }
    return code == SQLITE_OK;
}
