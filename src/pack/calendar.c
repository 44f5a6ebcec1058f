/* calendar.c - the exchange's trading days: the shipped ones, or the pack's own. */

#include "base/file.h"
#include "pack/pack.h"
#include "read/reader.h"

#include <stdlib.h>

static const cp_column *date_column(const cp_table *table, cp_place at, cp_report *report)
{
    const cp_column *found = NULL;
    int count = 0;

    for (size_t i = 0; i < table->column_count; i++)
        if (table->columns[i].type == CP_DATE) {
            found = &table->columns[i];
            count++;
        }
    if (count == 1 && table->rows > 0)
        return found;
    cp_fail(report, at,
            "a calendar is a table with one column of dates, the trading days; '%s' has %d columns "
            "of dates and %zu rows",
            table->file, count, table->rows);
    return NULL;
}

static int compare_dates(const void *left, const void *right)
{
    cp_date a = *(const cp_date *)left, b = *(const cp_date *)right;

    return (a > b) - (a < b);
}

/* The column's days, each once and rising. */
static cp_calendar rising_days(cp_arena *arena, const cp_column *column, size_t rows)
{
    cp_date *days = cp_new_array(arena, cp_date, rows);
    size_t count = 0, kept = 0;

    for (size_t i = 0; i < rows; i++)
        if (column->date[i] != CP_NO_DATE)
            days[count++] = column->date[i];
    qsort(days, count, sizeof *days, compare_dates);
    for (size_t i = 0; i < count; i++)
        if (kept == 0 || days[i] != days[kept - 1])
            days[kept++] = days[i];
    return (cp_calendar){ kept, days };
}

static const char *calendar_path(chartpack *job, cp_place at)
{
    cp_str own = job->manifest.calendar;
    const char *path;

    if (!own.size)
        return job->home ? cp_path_join(&job->arena, job->home, "calendar/trading-days.csv") : NULL;
    path = cp_path_join(&job->arena, job->folder, cp_str_z(&job->arena, own));
    if (!cp_border_check(&job->report, path, at))
        return NULL;
    if (cp_file_exists(path))
        return path;
    cp_fail(&job->report, at, "no file '%s'", path);
    return NULL;
}

bool cp_pack_calendar(chartpack *job)
{
    cp_place at = job->manifest.calendar_place;
    const char *path = calendar_path(job, at);
    const cp_column *column;
    const cp_table *table;

    if (!path)
        return !job->manifest.calendar.size;
    table = cp_table_read(&job->arena, path, CP_STR("calendar"), NULL, NULL, &job->report);
    if (!table || !(column = date_column(table, at, &job->report)))
        return false;
    job->calendar = rising_days(&job->arena, column, table->rows);
    return true;
}
