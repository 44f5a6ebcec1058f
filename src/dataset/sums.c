/* sums.c - sums, means and counts as real numbers, so that no division of theirs drops a fraction. */

#include "dataset/exact.h"
#include "dataset/function.h"

typedef struct sum_state {
    cp_exact sum;
    double count;
} sum_state;

static void sum_by(sqlite3_context *context, sqlite3_value *value, double sign)
{
    sum_state *state = sqlite3_aggregate_context(context, sizeof *state);
    double number;

    if (!state || !cp_take_number(context, value, &number))
        return;
    cp_exact_add(&state->sum, sign * number);
    state->count += sign;
}

static void sum_step(sqlite3_context *context, int argc, sqlite3_value **argv)
{
    (void)argc;
    sum_by(context, argv[0], 1);
}

static void sum_inverse(sqlite3_context *context, int argc, sqlite3_value **argv)
{
    (void)argc;
    sum_by(context, argv[0], -1);
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

const cp_function cp_functions_sums[] = {
    { .name = "sum",
      .takes = "x",
      .help = "the sum of the numbers; missing where there are none",
      .least = 1,
      .most = 1,
      .gives = CP_IS_REAL,
      .keeps_unit = true,
      .wants = CP_IS_NUMERIC,
      .step = sum_step,
      .inverse = sum_inverse,
      .value = sum_value },
    { .name = "total",
      .takes = "x",
      .help = "the sum of the numbers; 0 where there are none",
      .least = 1,
      .most = 1,
      .gives = CP_IS_REAL,
      .keeps_unit = true,
      .wants = CP_IS_NUMERIC,
      .step = sum_step,
      .inverse = sum_inverse,
      .value = total_value },
    { .name = "avg",
      .takes = "x",
      .help = "the mean: the sum of the numbers by how many they are",
      .least = 1,
      .most = 1,
      .gives = CP_IS_REAL,
      .keeps_unit = true,
      .wants = CP_IS_NUMERIC,
      .step = sum_step,
      .inverse = sum_inverse,
      .value = avg_value },
    { .name = "count",
      .takes = "x",
      .help = "how many cells are not missing; count(*): how many rows",
      .least = 0,
      .most = 1,
      .gives = CP_IS_REAL,
      .step = count_step,
      .inverse = count_inverse,
      .value = count_value },
    { 0 },
};
