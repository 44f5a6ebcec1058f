/* roll.c - next week's pack: copied, its dates advanced by the calendar. */

#include "base/buf.h"
#include "base/file.h"
#include "pack/copy.h"
#include "pack/pack.h"
#include "pack/renew.h"

/* As many trading weeks as the period has, right behind it; trading days where it is none of
 * whole weeks. */
static cp_period next_period(const cp_calendar *calendar, const cp_period *period)
{
    cp_period next = { .prev_start = period->start, .prev_end = period->end };

    next.start = cp_calendar_move(calendar, period->end, 1);
    next.end = cp_calendar_move(calendar, next.start,
                                cp_calendar_count(calendar, period->start, period->end) - 1);
    if (period->start != cp_calendar_week(calendar, period->start)
        || period->end != cp_calendar_week_end(calendar, period->end))
        return next;
    next.end = cp_calendar_week_end(calendar, next.start);
    for (cp_date week = cp_calendar_week(calendar, period->end); week > period->start;
         week = cp_calendar_week(calendar, cp_calendar_move(calendar, week, -1)))
        next.end = cp_calendar_week_end(calendar, cp_calendar_move(calendar, next.end, 1));
    return next;
}

/* `text` with `old` on its line replaced; false and a finding where it is not there. */
static bool edit_line(chartpack *job, cp_str *text, cp_place at, cp_str old, cp_str new)
{
    size_t from = 0, found;

    for (int line = 1; line < at.line; line++)
        from = cp_str_find(*text, CP_STR("\n"), from) + 1;
    found = cp_str_find(*text, old, from);
    if (found == SIZE_MAX || found > cp_str_find(*text, CP_STR("\n"), from))
        return cp_fail(&job->report, at,
                       "'" CP_FMT "' does not stand in this line as such; it "
                       "cannot be advanced",
                       CP_ARG(old));
    *text = cp_str_printf(&job->arena, CP_FMT CP_FMT CP_FMT, CP_ARG(cp_str_slice(*text, 0, found)),
                          CP_ARG(new), CP_ARG(cp_str_slice(*text, found + old.size, text->size)));
    return true;
}

/* pack.yaml as next week has it: nothing but its date and period is touched. */
static bool next_manifest(chartpack *job, const cp_period *next, cp_date date, cp_str *out)
{
    const cp_manifest *manifest = &job->manifest;
    cp_arena *arena = &job->arena;
    cp_buf text = { 0 };
    bool ok = cp_file_read(manifest->place.file, manifest->place, &text, &job->report);

    *out = ok ? cp_str_copy(arena, cp_buf_str(&text)) : (cp_str){ 0 };
    cp_buf_free(&text);
    return ok
           && edit_line(job, out, manifest->date_place, cp_date_iso(arena, manifest->date),
                        cp_date_iso(arena, date))
           && (!manifest->period_words.size
               || edit_line(job, out, manifest->period_place, manifest->period_words,
                            cp_str_printf(arena, "%s..%s", cp_date_iso(arena, next->start).data,
                                          cp_date_iso(arena, next->end).data)));
}

bool chartpack_roll(chartpack *job, const char *folder, chartpack_next *out)
{
    const cp_manifest *manifest = &job->manifest;
    cp_period next;
    cp_date date;
    cp_str text;

    if (manifest->period.start == CP_NO_DATE || manifest->date == CP_NO_DATE)
        return cp_fail(&job->report, manifest->place, "has no date and period to advance");
    next = next_period(&job->calendar, &manifest->period);
    date = manifest->date + (next.end - manifest->period.end);
    if (!cp_period_in_reach(&next) || !cp_date_in_reach(date))
        return cp_fail(&job->report, manifest->date_place,
                       "the next period is beyond the year 9999");
    if (!next_manifest(job, &next, date, &text)
        || !cp_pack_copy(&job->arena, job->folder, folder, text, &job->report))
        return false;
    cp_pack_allow(job, folder);
    *out = (chartpack_next){
        .start = cp_date_iso(&job->arena, next.start).data,
        .end = cp_date_iso(&job->arena, next.end).data,
        .date = cp_date_iso(&job->arena, date).data,
        .chores = cp_pack_chores(job, folder),
    };
    return true;
}
