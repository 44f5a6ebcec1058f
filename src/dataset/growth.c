/* growth.c - how series grow: smoothed, and by the year. */

#include "dataset/function.h"

#include <math.h>

enum { LONGEST = 100000 };

typedef struct ema_state {
    double value;
    bool started;
} ema_state;

static void ema_step(sqlite3_context *context, int argc, sqlite3_value **argv)
{
    ema_state *state = sqlite3_aggregate_context(context, sizeof *state);
    double number;
    int n;

    (void)argc;
    if (!state || !cp_take_whole(context, argv[1], 1, LONGEST, &n)
        || !cp_take_number(context, argv[0], &number))
        return;
    state->value = state->started ? state->value + 2.0 / (n + 1) * (number - state->value) : number;
    state->started = true;
}

/* What was smoothed in cannot be taken out. */
static void ema_inverse(sqlite3_context *context, int argc, sqlite3_value **argv)
{
    (void)argc;
    (void)argv;
    cp_function_fault(context, "goes on from the first row: its window is over (order by ...) "
                               "without a frame");
}

static void ema_value(sqlite3_context *context)
{
    const ema_state *state = sqlite3_aggregate_context(context, 0);

    if (state && state->started)
        sqlite3_result_double(context, state->value);
}

static void cagr(sqlite3_context *context, int argc, sqlite3_value **argv)
{
    double first, last, periods;

    (void)argc;
    if (cp_take_number(context, argv[0], &first) && cp_take_number(context, argv[1], &last)
        && cp_take_number(context, argv[2], &periods) && first > 0 && last >= 0 && periods > 0)
        sqlite3_result_double(context, pow(last / first, 1 / periods) - 1);
}

const cp_function cp_functions_growth[] = {
    { .name = "ema",
      .takes = "x, n",
      .help = "the exponential moving mean over (order by ...): begins with the first number, then "
              "moves by 2 / (n + 1) of the way to each next one",
      .least = 2,
      .most = 2,
      .gives = CP_IS_REAL,
      .keeps_unit = true,
      .wants = CP_IS_NUMERIC,
      .step = ema_step,
      .inverse = ema_inverse,
      .value = ema_value },
    { .name = "cagr",
      .takes = "first, last, periods",
      .help = "the growth a period that leads from first to last: (last / first) ^ (1 / periods) - "
              "1 (Excel's RRI); missing unless first > 0",
      .least = 3,
      .most = 3,
      .gives = CP_IS_REAL,
      .wants = CP_IS_NUMERIC,
      .scalar = cagr },
    { 0 },
};
