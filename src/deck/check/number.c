/* number.c - a number that was typed must not contradict the value of the same name. */

#include "base/number.h"
#include "base/unit.h"
#include "base/utf8.h"
#include "deck/check/check.h"

#include <math.h>
#include <string.h>

enum { MOST_UNIT = 6 }; /* letters */

/* A number in a text. */
typedef struct spoken {
    size_t from, to;
    cp_quantity quantity;
    double step; /* what its last digit counts */
} spoken;

static bool is_digit(cp_str text, size_t at)
{
    return at < text.size && text.data[at] >= '0' && text.data[at] <= '9';
}

static size_t digits_end(cp_str text, size_t at)
{
    while (is_digit(text, at)
           || (at < text.size && strchr(".,", text.data[at]) && is_digit(text, at + 1)))
        at++;
    return at;
}

/* Behind the longest unit that stands at `at`, a blank between or not; `at` itself where there
 * is none. */
static size_t unit_end(cp_str text, size_t at)
{
    size_t next = at, end = at;

    while (next < text.size && text.data[next] == ' ')
        at = ++next;
    for (int letters = 0; letters < MOST_UNIT && next < text.size; letters++) {
        cp_utf8_next(text, &next);
        if (cp_unit_known(cp_str_slice(text, at, next)))
            end = next;
    }
    return end;
}

static bool read_at(cp_str text, size_t from, spoken *out)
{
    size_t to = unit_end(text, digits_end(text, from));

    if (!cp_quantity_parse(cp_str_slice(text, from, to), &out->quantity))
        return false;
    out->from = from;
    out->to = to;
    out->step = cp_shift(1, cp_unit_parse(out->quantity.unit).power - out->quantity.decimals);
    return true;
}

/* The next typed number at or behind `at`: one by itself, not part of a word or a date. */
static bool find_typed(const cp_prose *prose, size_t at, spoken *out)
{
    cp_str text = prose->text;

    for (; at < text.size; at++) {
        size_t end = digits_end(text, at);

        if (end == at)
            continue;
        if (cp_prose_is_typed(prose, at, end) && read_at(text, at, out))
            return true;
        at = end;
    }
    return false;
}

static bool is_rough(cp_str text, const spoken *number)
{
    static const char *const ahead[] = { "约", "近", "接近", "超", "超过", "逾", "突破", NULL };
    static const char *const behind[] = { "多", "余", "左右", "以上", NULL };
    cp_str rest = cp_str_slice(text, number->to, text.size);

    if (cp_words_tail(cp_str_slice(text, 0, number->from), ahead))
        return true;
    for (size_t i = 0; behind[i]; i++)
        if (cp_str_starts(rest, cp_str_from(behind[i])))
            return true;
    return false;
}

/* Whether two numbers may be compared at all. */
static bool is_of_a_kind(const spoken *a, const spoken *b)
{
    return cp_str_eq(cp_unit_parse(a->quantity.unit).base, cp_unit_parse(b->quantity.unit).base)
           && (a->quantity.unit.size > 0) == (b->quantity.unit.size > 0);
}

static void check_number(const cp_check_view *view, const cp_prose *prose, const spoken *number)
{
    cp_arena *arena = view->report->arena;
    cp_str label = cp_label_before(prose->text, number->from);
    cp_str written = cp_str_slice(prose->text, number->from, number->to);
    double room = number->step * (is_rough(prose->text, number) ? 1 : 0.5);
    const cp_claim *against = NULL;
    cp_str wanted = { 0 };

    for (const cp_claim *claim = view->claims; label.size && claim; claim = claim->next) {
        spoken value;

        if (!cp_str_eq(claim->label, label)
            || !read_at(claim->prose->text, claim->value->from, &value)
            || !is_of_a_kind(&value, number))
            continue;
        /* As far apart as the last digits of both are not sure, and no more. */
        if (fabs(value.quantity.value - number->quantity.value)
            < (room + value.step / 2) * (1 - 1e-9))
            return;
        against = claim;
        wanted = cp_str_slice(claim->prose->text, value.from, value.to);
    }
    if (against)
        cp_warn(view->report, cp_prose_place(prose, number->from),
                "'" CP_FMT "' is " CP_FMT " here, and " CP_FMT " by %s", CP_ARG(label),
                CP_ARG(written), CP_ARG(wanted), cp_use_words(arena, against->value->use));
}

static void run(const cp_check_view *view)
{
    for (const cp_prose *prose = view->claims ? view->proses : NULL; prose; prose = prose->next) {
        spoken number = { 0 };

        while (find_typed(prose, number.to, &number))
            check_number(view, prose, &number);
    }
}

const cp_check_class cp_check_number = {
    .name = "number",
    .summary = "a number in the text agrees with the value of the same name",
    .run = run,
};
