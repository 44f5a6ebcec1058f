/* old_date.c - last week's dates in captions and notes: the text was not renewed. */

#include "base/dayword.h"
#include "deck/check/check.h"

#include <string.h>

/* "4月7日以来", "4月7日—17日", "环比对4月10日": what begins, or is compared with, may well be of
 * last week. */
static bool is_beginning(cp_str text, const cp_dayword *date)
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
    cp_dayword date = { 0 };

    while (cp_dayword_find(prose->text, date.to, year, &date))
        if (cp_prose_is_typed(prose, date.from, date.to) && date.date >= monday - 7
            && date.date < monday && !is_beginning(prose->text, &date))
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
