/* old_date.c - last week's dates in captions and notes: the text was not renewed. */

#include "base/utf8.h"
#include "deck/check/check.h"

#include <string.h>

typedef struct found {
    size_t from, to;
    cp_date date;
} found;

static int take_number(cp_str text, size_t *at, size_t most)
{
    size_t from = *at;
    int number = 0;

    for (; *at < text.size && *at - from < most && text.data[*at] >= '0' && text.data[*at] <= '9';
         ++*at)
        number = number * 10 + (text.data[*at] - '0');
    return *at == from ? -1 : number;
}

static bool take(cp_str text, size_t *at, cp_str sign)
{
    bool there = cp_str_starts(cp_str_slice(text, *at, text.size), sign);

    *at += there ? sign.size : 0;
    return there;
}

/* 2026-04-13, 2026/4/13, 2026年4月13日, and 4月13日 of `year`. */
static bool read_at(cp_str text, size_t from, int year, found *out)
{
    size_t at = from;
    int first = take_number(text, &at, 4), month, day;

    if (first < 0)
        return false;
    if (take(text, &at, CP_STR("月"))) {
        month = first;
        day = take_number(text, &at, 2);
    } else {
        bool han = take(text, &at, CP_STR("年"));
        char sign = at < text.size ? text.data[at] : ' ';

        if (!han && sign != '-' && sign != '/' && sign != '.')
            return false;
        at += !han;
        year = first;
        month = take_number(text, &at, 2);
        if (!take(text, &at, han ? CP_STR("月") : (cp_str){ &sign, 1 }))
            return false;
        day = take_number(text, &at, 2);
    }
    take(text, &at, CP_STR("日"));
    *out = (found){ from, at, day < 1 ? CP_NO_DATE : cp_date_from(year, month, day) };
    return out->date != CP_NO_DATE;
}

static bool find_date(const cp_prose *prose, size_t at, int year, found *out)
{
    cp_str text = prose->text;

    for (; at < text.size; at++) {
        size_t end = at;

        if (take_number(text, &end, SIZE_MAX) < 0)
            continue;
        if (read_at(text, at, year, out) && cp_prose_is_typed(prose, out->from, out->to))
            return true;
        at = end;
    }
    return false;
}

/* "4月7日以来", "4月7日—17日", "环比对4月10日": what begins, or is compared with, may well be of
 * last week. */
static bool is_beginning(cp_str text, const found *date)
{
    static const char *const heads[] = { "对", "比", "较", "自", "从", "由", NULL };
    static const char *const marks[]
        = { "以来", "起", "至", "到", "—", "–", "~", "～", "-", "后", "之后", "以后", NULL };
    cp_str ahead = cp_str_slice(text, 0, date->from);
    cp_str rest = cp_str_slice(text, date->to, text.size);

    for (size_t i = 0; heads[i]; i++)
        if (cp_str_ends(ahead, cp_str_from(heads[i])))
            return true;
    for (size_t i = 0; marks[i]; i++)
        if (cp_str_starts(rest, cp_str_from(marks[i])))
            return true;
    return false;
}

static void check_prose(const cp_check_view *view, const cp_prose *prose)
{
    const cp_deck_facts *facts = view->pages->facts;
    cp_arena *arena = view->report->arena;
    cp_date monday = cp_date_monday(facts->start);
    int year = cp_date_civil(monday - 1).year;
    found date = { 0 };

    while (find_date(prose, date.to, year, &date))
        if (date.date >= monday - 7 && date.date < monday && !is_beginning(prose->text, &date))
            cp_warn(view->report, cp_prose_place(prose, date.from),
                    "'" CP_FMT "' in a %s is of last week; this week is %s..%s",
                    CP_ARG(cp_str_slice(prose->text, date.from, date.to)),
                    prose->kind == CP_PROSE_CAPTION ? "caption" : "note",
                    cp_date_iso(arena, facts->start).data, cp_date_iso(arena, facts->end).data);
}

static void run(const cp_check_view *view)
{
    if (view->pages->facts->start == CP_NO_DATE)
        return;
    for (const cp_prose *prose = view->proses; prose; prose = prose->next)
        if (prose->kind == CP_PROSE_CAPTION || prose->kind == CP_PROSE_NOTE)
            check_prose(view, prose);
}

const cp_check_class cp_check_old_date = {
    .name = "old_date",
    .summary = "captions and notes have no dates of last week",
    .run = run,
};
