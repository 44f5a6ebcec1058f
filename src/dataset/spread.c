/* spread.c - how far numbers lie from their mean. */

#include "dataset/exact.h"
#include "dataset/function.h"

#include <math.h>

/* Sums of distances from the first number: what squares lose is small beside them.  They are
 * by a power of two, so that squares neither overflow nor vanish. */
typedef struct spread_state {
    cp_exact sum, squares;
    int power;
    double first, count;
    double last; /* what came in last, as it was; NaN: missing */
    bool started;
} spread_state;

static void scale(cp_exact *sum, int power)
{
    *sum = (cp_exact){ ldexp(sum->high, power), ldexp(sum->low, power) };
}

/* The power for `distance`: the one so far unless it is far too small for it. */
static void choose_power(spread_state *state, double distance)
{
    enum { FAR = 400 };
    bool first = state->sum.high == 0 && state->squares.high == 0;
    int power = distance != 0 && isfinite(distance) ? ilogb(distance) : state->power;

    if (!first && power <= state->power + FAR)
        return;
    scale(&state->sum, state->power - power);
    scale(&state->squares, 2 * (state->power - power));
    state->power = power;
}

static void spread_by(sqlite3_context *context, sqlite3_value *value, double sign)
{
    spread_state *state = sqlite3_aggregate_context(context, sizeof *state);
    double number;

    if (!state || !cp_take_number(context, value, &number))
        return;
    if (!state->started)
        state->first = number;
    state->started = true;
    number -= state->first;
    choose_power(state, number);
    number = ldexp(number, -state->power);
    cp_exact_add(&state->sum, sign * number);
    cp_exact_add_product(&state->squares, sign * number, number);
    state->count += sign;
}

static void spread_step(sqlite3_context *context, int argc, sqlite3_value **argv)
{
    spread_state *state = sqlite3_aggregate_context(context, sizeof *state);

    (void)argc;
    spread_by(context, argv[0], 1);
    if (state)
        state->last
            = sqlite3_value_type(argv[0]) == SQLITE_NULL ? NAN : sqlite3_value_double(argv[0]);
}

static void spread_inverse(sqlite3_context *context, int argc, sqlite3_value **argv)
{
    (void)argc;
    spread_by(context, argv[0], -1);
}

/* The root of the squared distances from the mean by `count`. */
static double deviation_by(const spread_state *state, double count)
{
    cp_exact rest = state->squares;
    double mean = cp_exact_value(&state->sum) / state->count, squares;

    if (!isfinite(mean))
        return INFINITY;
    cp_exact_add_product(&rest, -mean, state->sum.high);
    cp_exact_add_product(&rest, -mean, state->sum.low);
    squares = cp_exact_value(&rest);
    return squares > 0 ? ldexp(sqrt(squares / count), state->power) : 0;
}

static void stddev_value(sqlite3_context *context)
{
    const spread_state *state = sqlite3_aggregate_context(context, 0);

    if (state && state->count >= 2)
        sqlite3_result_double(context, deviation_by(state, state->count - 1));
}

static void stddev_pop_value(sqlite3_context *context)
{
    const spread_state *state = sqlite3_aggregate_context(context, 0);

    if (state && state->count >= 1)
        sqlite3_result_double(context, deviation_by(state, state->count));
}

static void zscore_value(sqlite3_context *context)
{
    const spread_state *state = sqlite3_aggregate_context(context, 0);
    double mean, deviation;

    if (!state || state->count < 2 || isnan(state->last))
        return;
    mean = state->first + ldexp(cp_exact_value(&state->sum) / state->count, state->power);
    deviation = deviation_by(state, state->count - 1);
    if (deviation > 0)
        sqlite3_result_double(context, (state->last - mean) / deviation);
}

const cp_function cp_functions_spread[] = {
    { .name = "stddev",
      .takes = "x",
      .help = "as stddev_samp",
      .least = 1,
      .most = 1,
      .gives = CP_IS_REAL,
      .keeps_unit = true,
      .wants = CP_IS_NUMERIC,
      .step = spread_step,
      .inverse = spread_inverse,
      .value = stddev_value },
    { .name = "stddev_samp",
      .takes = "x",
      .help
      = "the standard deviation of a sample: squared distances from the mean, summed, by n - 1, "
        "the root (Excel's STDEV.S); missing below two numbers",
      .least = 1,
      .most = 1,
      .gives = CP_IS_REAL,
      .keeps_unit = true,
      .wants = CP_IS_NUMERIC,
      .step = spread_step,
      .inverse = spread_inverse,
      .value = stddev_value },
    { .name = "stddev_pop",
      .takes = "x",
      .help = "the standard deviation of a whole population: by n instead (Excel's STDEV.P)",
      .least = 1,
      .most = 1,
      .gives = CP_IS_REAL,
      .keeps_unit = true,
      .wants = CP_IS_NUMERIC,
      .step = spread_step,
      .inverse = spread_inverse,
      .value = stddev_pop_value },
    { .name = "zscore",
      .takes = "x",
      .help = "how many standard deviations (of a sample) the window's last number lies above the "
              "window's mean; missing where all are alike",
      .least = 1,
      .most = 1,
      .gives = CP_IS_REAL,
      .wants = CP_IS_NUMERIC,
      .step = spread_step,
      .inverse = spread_inverse,
      .value = zscore_value },
    { 0 },
};
