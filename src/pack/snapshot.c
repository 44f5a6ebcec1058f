#include "pack/snapshot.h"

#include "base/border.h"
#include "base/file.h"

#include <inttypes.h>
#include <string.h>
#include <time.h>

#define HEAD "# taken "

static uint64_t mix(uint64_t sum, cp_str text)
{
    const uint64_t prime = 1099511628211u;

    for (size_t i = 0; i < text.size; i++)
        sum = (sum ^ (unsigned char)text.data[i]) * prime;
    return (sum ^ 0xFF) * prime;
}

/* Another query or another server makes another number. */
static uint64_t digest(const cp_odbc_query *query)
{
    const uint64_t begin = 14695981039346656037u;

    return mix(mix(begin, query->connection), query->sql);
}

bool cp_snapshot_take(const char *path, const cp_odbc_query *query, cp_report *report)
{
    time_t now = time(NULL);
    char taken[32];
    cp_buf text = { 0 };
    struct tm parts;
    bool ok;

    strftime(taken, sizeof taken, "%Y-%m-%dT%H:%M:%SZ", gmtime_r(&now, &parts));
    cp_buf_printf(&text, HEAD "%s for query %016" PRIx64 "\n", taken, digest(query));
    ok = cp_border_check(report, path, query->connection_at) && cp_odbc_fetch(query, &text, report)
         && cp_file_replace(path, cp_buf_str(&text), report);
    cp_buf_free(&text);
    return ok;
}

bool cp_snapshot_check(const char *path, const cp_odbc_query *query, cp_report *report)
{
    cp_place at = { .file = path };
    char head[80];
    cp_str line = cp_file_head(path, head, sizeof head), taken;

    line = cp_str_next(&line, '\n');
    if (!line.size)
        return cp_fail(report, query->connection_at,
                       "no snapshot '%s' to build from; build once without --offline", path);
    if (!cp_str_starts(line, CP_STR(HEAD)))
        return cp_fail(report, at,
                       "this is no snapshot of chartpack's; build once without --offline");
    line = cp_str_slice(line, strlen(HEAD), line.size);
    taken = cp_str_next(&line, ' ');
    if (!cp_str_ends(line, cp_str_printf(report->arena, "%016" PRIx64, digest(query))))
        return cp_fail(report, query->sql_at,
                       "the snapshot '%s' answers another query; build once without --offline",
                       path);
    cp_note(report, at, "the answer of " CP_FMT " is used", CP_ARG(taken));
    return true;
}
