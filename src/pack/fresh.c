/* fresh.c - what the data must be: as new as the period wants it, and by the pack's own rules. */

#include "pack/pack.h"

#include <limits.h>
#include <stdlib.h>

/* The column of a source's days; NULL where it has none, or several and does not say. */
static const cp_column *days_of(const cp_source *source)
{
    const cp_table *table = source->table;
    const cp_column *found = NULL;

    if (source->date.size)
        found = cp_table_column(table, source->date);
    for (size_t i = 0; i < table->column_count && !source->date.size; i++) {
        if (table->columns[i].type != CP_DATE)
            continue;
        if (found)
            return NULL;
        found = &table->columns[i];
    }
    return found && found->type == CP_DATE ? found : NULL;
}

/* A day with nothing beside it says nothing: terminals write weekends so. */
static bool row_is_empty(const cp_table *table, const cp_column *days, size_t row)
{
    for (size_t i = 0; i < table->column_count; i++)
        if (&table->columns[i] != days && !cp_cell_missing(&table->columns[i], row))
            return false;
    return table->column_count > 1;
}

static int compare_dates(const void *left, const void *right)
{
    cp_date a = *(const cp_date *)left, b = *(const cp_date *)right;

    return (a > b) - (a < b);
}

/* The rhythm of rising days: by the gap in their middle. */
static cp_rhythm rhythm_of(const cp_date *days, size_t count)
{
    static const int longest[] = { 4, 10, 45, 100 };
    int *gaps;
    size_t found = 0;
    cp_rhythm rhythm = CP_EVERY_DAY;

    if (count < 4)
        return CP_EVERY_NONE;
    gaps = cp_grow(NULL, count * sizeof *gaps);
    for (size_t i = 1; i < count; i++)
        if (days[i] != days[i - 1])
            gaps[found++] = days[i] - days[i - 1];
    qsort(gaps, found, sizeof *gaps, compare_dates);
    while (found && rhythm < CP_EVERY_NONE && gaps[found / 2] > longest[rhythm])
        rhythm++;
    free(gaps);
    return found >= 3 ? rhythm : CP_EVERY_NONE;
}

/* What the pack says; else what the days show.  A lag is one of trading days, so a few rows with
 * one come daily. */
static cp_rhythm rhythm_for(const cp_source *source, const cp_date *days, size_t count)
{
    cp_rhythm shown;

    if (source->every >= 0)
        return (cp_rhythm)source->every;
    shown = rhythm_of(days, count);
    return shown == CP_EVERY_NONE && source->lag && count ? CP_EVERY_DAY : shown;
}

typedef struct freshness {
    const cp_column *days;
    cp_rhythm rhythm;
    cp_date newest, before; /* the two latest days; CP_NO_DATE: there is none */
} freshness;

/* In a daily source only trading days count: others are carried forward. */
static freshness look_at(const chartpack *job, const cp_source *source)
{
    const cp_table *table = source->table;
    freshness fresh = {
        .days = days_of(source), .rhythm = CP_EVERY_NONE, .newest = CP_NO_DATE, .before = CP_NO_DATE
    };
    cp_date *days = cp_grow(NULL, (table->rows + 1) * sizeof *days);
    size_t count = 0;

    for (size_t row = 0; fresh.days && row < table->rows; row++)
        if (fresh.days->date[row] != CP_NO_DATE && !row_is_empty(table, fresh.days, row))
            days[count++] = fresh.days->date[row];
    qsort(days, count, sizeof *days, compare_dates);
    fresh.rhythm = rhythm_for(source, days, count);
    while (count > 1 && fresh.rhythm == CP_EVERY_DAY
           && !cp_calendar_trades(&job->calendar, days[count - 1]))
        count--;
    if (count)
        fresh.newest = days[count - 1];
    while (count && days[count - 1] == fresh.newest)
        count--;
    if (count)
        fresh.before = days[count - 1];
    free(days);
    return fresh;
}

bool cp_pack_newest(void *context, cp_str table, cp_place at, cp_date *out, cp_report *report)
{
    chartpack *job = context;
    const cp_source *source;
    freshness fresh;

    if (!cp_dataset_table(job->dataset, table, at, report))
        return false;
    source = cp_source_named(&job->sources, table);
    fresh = look_at(job, source);
    *out = fresh.newest;
    if (fresh.newest != CP_NO_DATE)
        return true;
    return cp_fail(
        report, at, "the table '" CP_FMT "' %s; its column of days is told by `date:` in pack.yaml",
        CP_ARG(table), fresh.days ? "has no rows" : "has no or several columns of dates");
}

/* The first day of the month that is `back` months before the date's. */
static cp_date month_start(cp_date date, int back)
{
    cp_civil civil = cp_date_civil(date);
    int months = civil.year * 12 + civil.month - 1 - back;

    return cp_date_from(months / 12, months % 12 + 1, 1);
}

/* The first day of the last span of months that is over on `end`. */
static cp_date last_span(cp_date end, int months)
{
    int into = (cp_date_civil(end + 1).month - 1) % months;

    return month_start(end + 1, into + months);
}

/* The oldest that the newest day may be. */
static cp_date wanted_day(const chartpack *job, const cp_source *source, cp_rhythm rhythm)
{
    cp_date end = cp_calendar_move(&job->calendar, job->manifest.period.end, 0);

    if (source->lag)
        end = cp_calendar_move(&job->calendar, end, -source->lag);
    switch (rhythm) {
    case CP_EVERY_WEEK:
        return cp_date_monday(end);
    case CP_EVERY_MONTH:
        return last_span(end, 1);
    case CP_EVERY_QUARTER:
        return last_span(end, 3);
    default:
        return end;
    }
}

static bool date_column_is_there(chartpack *job, const cp_source *source)
{
    const cp_column *column = cp_table_column(source->table, source->date);

    if (!source->date.size || (column && column->type == CP_DATE))
        return true;
    if (!column)
        return cp_fail(&job->report, source->date_place, "no column '" CP_FMT "' in %s",
                       CP_ARG(source->date), source->path);
    return cp_fail(&job->report, source->date_place,
                   "the column '" CP_FMT "' of %s holds %ss, not dates", CP_ARG(source->date),
                   source->path, cp_type_name(column->type));
}

static const char *stale(chartpack *job, const cp_source *source, const freshness *fresh)
{
    static const char *const spans[]
        = { "", " or a later day of that week", " or a later day of that month",
            " or a later day of that quarter" };
    cp_date wanted;

    if (fresh->rhythm == CP_EVERY_NONE || fresh->newest == CP_NO_DATE)
        return NULL;
    wanted = wanted_day(job, source, fresh->rhythm);
    if (fresh->newest >= wanted)
        return NULL;
    return cp_printf(&job->arena,
                     "the table '" CP_FMT "' is stale: its newest " CP_FMT " is %s, wanted is %s%s",
                     CP_ARG(source->name), CP_ARG(fresh->days->name),
                     cp_date_iso(&job->arena, fresh->newest).data,
                     cp_date_iso(&job->arena, wanted).data, spans[fresh->rhythm]);
}

const char *cp_pack_stale(chartpack *job, const cp_source *source)
{
    freshness fresh;

    if (!source->table || job->manifest.period.end == CP_NO_DATE)
        return NULL;
    fresh = look_at(job, source);
    return stale(job, source, &fresh);
}

/* A slip in a day's year or month would let old data pass for new. */
static void warn_of_lone_day(chartpack *job, const cp_source *source, const freshness *fresh)
{
    static const int too_far[] = { 31, 92, 366, 1100, INT_MAX }; /* by the rhythm */

    if (fresh->before == CP_NO_DATE || fresh->newest <= job->manifest.period.end
        || fresh->newest - fresh->before <= too_far[fresh->rhythm])
        return;
    cp_warn(&job->report, source->place,
            "the newest " CP_FMT " of the table '" CP_FMT "' is %s, long after the one before, "
            "%s: old data would pass for new; expected a day near the period's end, %s",
            CP_ARG(fresh->days->name), CP_ARG(source->name),
            cp_date_iso(&job->arena, fresh->newest).data,
            cp_date_iso(&job->arena, fresh->before).data,
            cp_date_iso(&job->arena, job->manifest.period.end).data);
}

static bool source_is_fresh(chartpack *job, const cp_source *source)
{
    const char *words;
    freshness fresh;

    if (!source->table)
        return true;
    if (!date_column_is_there(job, source))
        return false;
    if (job->manifest.period.end == CP_NO_DATE)
        return true;
    fresh = look_at(job, source);
    warn_of_lone_day(job, source, &fresh);
    words = stale(job, source, &fresh);
    return !words
           || cp_fail(&job->report, source->place,
                      "%s; `lag:` or `every:` in pack.yaml say if that is as it should be", words);
}

bool cp_pack_fresh(chartpack *job)
{
    bool ok = true;

    for (size_t i = 0; i < job->sources.count; i++)
        ok = source_is_fresh(job, &job->sources.item[i]) && ok;
    return ok;
}

/* ---- the pack's own rules ---- */

/* A row as "日期 2026-04-13, 成交额 -5". */
static const char *row_in_words(cp_arena *arena, const cp_table *table, size_t row)
{
    const char *words = "";

    for (size_t i = 0; i < table->column_count; i++)
        words = cp_printf(arena, "%s%s" CP_FMT " " CP_FMT, words, i ? ", " : "",
                          CP_ARG(table->columns[i].name),
                          CP_ARG(cp_cell_plain(arena, &table->columns[i], row)));
    return words;
}

static bool rule_holds(chartpack *job, const cp_node *rule)
{
    const cp_table *rows;

    if (rule->kind != CP_NODE_SCALAR || !rule->text.size)
        return cp_fail(&job->report, rule->key_place,
                       "the check '" CP_FMT "' has no query; expected select ...",
                       CP_ARG(rule->key));
    rows = cp_dataset_query(&job->arena, job->dataset, rule->text, rule->place, &job->report);
    if (!rows || rows->rows == 0)
        return rows != NULL;
    return cp_fail(&job->report, rule->key_place, "the check '" CP_FMT "' finds %zu row%s: %s%s",
                   CP_ARG(rule->key), rows->rows, rows->rows == 1 ? "" : "s",
                   row_in_words(&job->arena, rows, 0), rows->rows == 1 ? "" : ", ...");
}

bool cp_pack_rules(chartpack *job)
{
    const cp_node *rules = job->manifest.checks;
    bool ok = true;

    if (!rules)
        return true;
    if (rules->kind != CP_NODE_MAP)
        return cp_fail(&job->report, rules->place,
                       "expected a mapping of names to queries, found %s",
                       cp_node_kind_name(rules));
    for (const cp_node *rule = rules->first; rule; rule = rule->next)
        ok = rule_holds(job, rule) && ok;
    return ok;
}
