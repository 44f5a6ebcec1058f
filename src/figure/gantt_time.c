/* gantt_time.c - days, months, quarters, halves and years as a plan writes them. */
#include "figure/gantt.h"

#include <math.h>

/* Digits at `*at`, which moves behind them; -1 for another count of them. */
static int take_digits(cp_str text, size_t *at, size_t count)
{
    int value = 0;

    for (size_t i = 0; i < count; i++, (*at)++) {
        if (*at >= text.size || text.data[*at] < '0' || text.data[*at] > '9')
            return -1;
        value = value * 10 + (text.data[*at] - '0');
    }
    return value;
}

static bool take(cp_str text, size_t *at, const char *word)
{
    cp_str rest = cp_str_slice(text, *at, text.size), head = cp_str_from(word);

    if (!cp_str_starts(rest, head))
        return false;
    *at += head.size;
    return true;
}

/* 2026, 2026年, 2026Q2, 2026年Q2, 2026-Q2, 2026H1: so many months from a first one. */
static bool parse_part_of_year(cp_str text, int *year, int *month, int *months)
{
    size_t at = 0;
    int number;
    bool quarter;

    *year = take_digits(text, &at, 4);
    if (*year < 1900 || *year > 2199)
        return false;
    *month = 1;
    *months = 12;
    if (!take(text, &at, "年"))
        take(text, &at, "-");
    if (at == text.size)
        return !cp_str_ends(text, CP_STR("-"));
    quarter = take(text, &at, "Q");
    if (!quarter && !take(text, &at, "H"))
        return false;
    number = take_digits(text, &at, 1);
    *months = quarter ? 3 : 6;
    *month = (number - 1) * *months + 1;
    return at == text.size && number >= 1 && number <= 12 / *months;
}

bool cp_period_parse(cp_str text, cp_date *first, cp_date *last)
{
    cp_date_form form;
    int year, month, months;

    text = cp_str_trim(text);
    if (parse_part_of_year(text, &year, &month, &months)) {
        int end = month + months;

        *first = cp_date_from(year, month, 1);
        *last = cp_date_from(end > 12 ? year + 1 : year, end > 12 ? end - 12 : end, 1) - 1;
        return true;
    }
    if (!cp_date_parse(text, last, &form))
        return false;
    *first = form == CP_DATE_MONTH ? *last - cp_date_civil(*last).day + 1 : *last;
    return true;
}

bool cp_gantt_period(cp_str text, cp_place at, cp_date *first, cp_date *last, cp_report *report)
{
    return cp_period_parse(text, first, last)
           || cp_fail(report, at,
                      "'" CP_FMT
                      "' is no time; expected 2026-04-13, 2026-04, 2026Q2, 2026H1 or 2026",
                      CP_ARG(text));
}

static bool read_time(const cp_gantt_item *it, const char *key, cp_str text, cp_date *first,
                      cp_date *last, const cp_figure_env *env)
{
    return text.size == 0
           || cp_gantt_period(text, cp_field_place(it->node, key), first, last, env->report);
}

/* Days of the bar; an open end without a date is settled with the whole plan's. */
bool cp_gantt_times(cp_gantt_item *it, const cp_figure_env *env)
{
    cp_date first = CP_NO_DATE, start_last = CP_NO_DATE, latest = CP_NO_DATE, end_first, last;
    bool open_end = it->open == CP_GANTT_OPEN_END || it->open == CP_GANTT_OPEN_BOTH;
    bool ok = read_time(it, "start", it->start, &first, &start_last, env);

    last = start_last;
    ok = read_time(it, "end", it->end, &end_first, &last, env) && ok;
    ok = read_time(it, "latest", it->latest, &end_first, &latest, env) && ok;
    if (!ok)
        return false;
    if (last < first)
        return cp_fail(env->report, cp_field_place(it->node, "end"),
                       "'" CP_FMT "' ends on " CP_FMT ", before it begins on " CP_FMT,
                       CP_ARG(it->name), CP_ARG(it->end), CP_ARG(it->start));
    it->milestone = (it->end.size == 0 || cp_str_eq(it->end, it->start)) && it->latest.size == 0
                    && it->open == CP_GANTT_CLOSED;
    it->first = first;
    it->last = it->tail = last + 1.0;
    it->middle = (it->first + it->last) / 2;
    if (open_end && it->end.size == 0)
        it->last = it->tail = INFINITY;
    if (it->latest.size == 0)
        return true;
    it->tail = latest + 1.0;
    return it->tail > it->last
           || cp_fail(env->report, cp_field_place(it->node, "latest"),
                      "the latest end " CP_FMT " is not after the end", CP_ARG(it->latest));
}
