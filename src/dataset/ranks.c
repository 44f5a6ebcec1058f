/*
 * ranks.c - where numbers stand among others: percentiles and percent ranks, as Excel defines them.
 *
 * All of them look at the numbers of a window; the percent ranks ask of the one
 * that came in last, or of a given value.
 */
#include "dataset/function.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { DIGITS = 3, MOST_DIGITS = 9 };

/* The numbers of a window, oldest first, from `from` on. */
typedef struct rank_state {
    double *numbers;
    size_t from, to, capacity;
    double asked; /* of the row that came in last: the value to rank, or the share wanted */
    int digits;
} rank_state;

static bool make_room(rank_state *state)
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

static bool take_in(sqlite3_context *context, rank_state *state, sqlite3_value *value)
{
    double number;

    if (!cp_take_number(context, value, &number))
        return false;
    if (!make_room(state)) {
        sqlite3_result_error_nomem(context);
        return false;
    }
    state->numbers[state->to++] = number;
    return true;
}

/* median(x), percentile(x, share) */
static void percentile_step(sqlite3_context *context, int argc, sqlite3_value **argv)
{
    rank_state *state = sqlite3_aggregate_context(context, sizeof *state);

    if (!state)
        return;
    if (argc < 2)
        state->asked = 0.5;
    else if (!cp_take_number(context, argv[1], &state->asked))
        state->asked = NAN;
    if (!(state->asked < 0 || state->asked > 1))
        take_in(context, state, argv[0]);
    else
        cp_function_fault(context, "wants a share from 0 to 1, not %g", state->asked);
}

/* percentrank(x), percentrank(x, digits), percentrank(x, value, digits) */
static void percentrank_step(sqlite3_context *context, int argc, sqlite3_value **argv)
{
    rank_state *state = sqlite3_aggregate_context(context, sizeof *state);

    if (!state)
        return;
    state->asked = NAN;
    state->digits = DIGITS;
    if (argc > 1 && !cp_take_whole(context, argv[argc - 1], 1, MOST_DIGITS, &state->digits))
        return;
    if (argc > 2)
        cp_take_number(context, argv[1], &state->asked);
    if (take_in(context, state, argv[0]) && argc < 3)
        state->asked = state->numbers[state->to - 1];
}

static void rank_inverse(sqlite3_context *context, int argc, sqlite3_value **argv)
{
    rank_state *state = sqlite3_aggregate_context(context, sizeof *state);

    (void)argc;
    if (state && sqlite3_value_type(argv[0]) != SQLITE_NULL && state->from < state->to)
        state->from++;
}

static void rank_free(sqlite3_context *context)
{
    rank_state *state = sqlite3_aggregate_context(context, 0);

    if (state)
        sqlite3_free(state->numbers);
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

/* The number at `position` of the sorted ones, counted from 0; between two it lies between them. */
static double at_position(double *numbers, size_t count, double position)
{
    size_t rank = (size_t)position;
    double below = select_rank(numbers, count, rank), above;

    if (position == (double)rank)
        return below;
    above = numbers[rank + 1];
    for (size_t i = rank + 2; i < count; i++)
        above = numbers[i] < above ? numbers[i] : above;
    return below + (position - (double)rank) * (above - below);
}

/* A copy is sorted, as far as need be, for the window goes on. */
static void percentile(sqlite3_context *context, const rank_state *state, double position)
{
    size_t count = state->to - state->from;
    double *numbers;

    if (!(position >= 0 && position <= (double)count - 1))
        return;
    numbers = sqlite3_malloc64(count * sizeof *numbers);
    if (!numbers) {
        sqlite3_result_error_nomem(context);
    } else if (!cp_guard_spend(cp_function_dataset(context), (double)count)) {
        sqlite3_result_error_code(context, SQLITE_INTERRUPT);
    } else {
        memcpy(numbers, state->numbers + state->from, count * sizeof *numbers);
        sqlite3_result_double(context, at_position(numbers, count, position));
    }
    sqlite3_free(numbers);
}

static void percentile_inc_value(sqlite3_context *context)
{
    const rank_state *state = sqlite3_aggregate_context(context, 0);

    if (state)
        percentile(context, state, state->asked * ((double)(state->to - state->from) - 1));
}

static void percentile_exc_value(sqlite3_context *context)
{
    const rank_state *state = sqlite3_aggregate_context(context, 0);

    if (state)
        percentile(context, state, state->asked * ((double)(state->to - state->from) + 1) - 1);
}

static void percentile_inc_final(sqlite3_context *context)
{
    percentile_inc_value(context);
    rank_free(context);
}

static void percentile_exc_final(sqlite3_context *context)
{
    percentile_exc_value(context);
    rank_free(context);
}

/* How many numbers lie below the one asked for, and how far it is from the next below to the next
 * above; NaN outside of them all. */
static double numbers_below(const rank_state *state)
{
    double below = -INFINITY, above = INFINITY, asked = state->asked;
    size_t count = 0;
    bool there = false;

    if (isnan(asked))
        return NAN;
    for (size_t i = state->from; i < state->to; i++) {
        double number = state->numbers[i];

        if (number < asked) {
            count++;
            below = number > below ? number : below;
        } else if (number > asked) {
            above = number < above ? number : above;
        } else {
            there = true;
        }
    }
    if (there)
        return (double)count;
    if (isinf(below) || isinf(above))
        return NAN;
    return (double)count - 1 + (asked - below) / (above - below);
}

/* rank / of, cut to the digits as Excel cuts: never rounded up. */
static void percentrank(sqlite3_context *context, double rank, double of, int digits)
{
    double scale = pow(10, digits), scaled = rank * scale / of, whole = round(scaled);

    if (!(of > 0) || isnan(rank))
        return;
    /* What should be whole and came out a hair below it by the division. */
    if (fabs(scaled - whole) > 1e-9 * whole)
        whole = floor(scaled);
    sqlite3_result_double(context, whole / scale);
}

static void percentrank_inc_value(sqlite3_context *context)
{
    const rank_state *state = sqlite3_aggregate_context(context, 0);

    if (state)
        percentrank(context, numbers_below(state), (double)(state->to - state->from) - 1,
                    state->digits);
}

static void percentrank_exc_value(sqlite3_context *context)
{
    const rank_state *state = sqlite3_aggregate_context(context, 0);

    if (state)
        percentrank(context, numbers_below(state) + 1, (double)(state->to - state->from) + 1,
                    state->digits);
}

static void percentrank_inc_final(sqlite3_context *context)
{
    percentrank_inc_value(context);
    rank_free(context);
}

static void percentrank_exc_final(sqlite3_context *context)
{
    percentrank_exc_value(context);
    rank_free(context);
}

const cp_function cp_functions_ranks[] = {
    { .name = "median",
      .takes = "x",
      .help = "the number in the middle, the mean of the two middle ones of an even count",
      .least = 1,
      .most = 1,
      .gives = CP_IS_REAL,
      .keeps_unit = true,
      .wants = CP_IS_NUMERIC,
      .step = percentile_step,
      .inverse = rank_inverse,
      .value = percentile_inc_value,
      .final = percentile_inc_final },
    { .name = "percentile_inc",
      .takes = "x, share",
      .help = "the number below which that share (0 to 1) lies: at share * (n - 1) of the sorted "
              "numbers counted from 0, between two in proportion (Excel's PERCENTILE.INC)",
      .least = 2,
      .most = 2,
      .gives = CP_IS_REAL,
      .keeps_unit = true,
      .wants = CP_IS_NUMERIC,
      .step = percentile_step,
      .inverse = rank_inverse,
      .value = percentile_inc_value,
      .final = percentile_inc_final },
    { .name = "percentile_exc",
      .takes = "x, share",
      .help = "the same at share * (n + 1) - 1; missing where that is outside (Excel's "
              "PERCENTILE.EXC)",
      .least = 2,
      .most = 2,
      .gives = CP_IS_REAL,
      .keeps_unit = true,
      .wants = CP_IS_NUMERIC,
      .step = percentile_step,
      .inverse = rank_inverse,
      .value = percentile_exc_value,
      .final = percentile_exc_final },
    { .name = "percentrank_inc",
      .takes = "x[[, value], digits]",
      .help
      = "the share of the window's numbers that lie below its last one (or the value): how many "
        "are less by n - 1, cut to 3 digits behind the point (Excel's PERCENTRANK.INC)",
      .least = 1,
      .most = 3,
      .gives = CP_IS_REAL,
      .wants = CP_IS_NUMERIC,
      .step = percentrank_step,
      .inverse = rank_inverse,
      .value = percentrank_inc_value,
      .final = percentrank_inc_final },
    { .name = "percentrank_exc",
      .takes = "x[[, value], digits]",
      .help = "the same as how many are less, plus 1, by n + 1 (Excel's PERCENTRANK.EXC)",
      .least = 1,
      .most = 3,
      .gives = CP_IS_REAL,
      .wants = CP_IS_NUMERIC,
      .step = percentrank_step,
      .inverse = rank_inverse,
      .value = percentrank_exc_value,
      .final = percentrank_exc_final },
    { 0 },
};
