/*
 * sqlite.c - SQLite files as they lie on disk: each table and view is a table.
 *
 * The file's bytes are opened in memory and only read, so nothing is ever
 * written beside it.  Row 1 of a table is its names, as in a sheet.
 */
#include "read/grid.h"

#include <limits.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/guess.h"
#include "base/utf8.h"
#include "read/fence.h"

typedef struct database {
    cp_fence fence;
    sqlite3 *db;
    double steps;     /* that are left */
    char refused[80]; /* what the authorizer turned down, in words */
} database;

typedef struct sqlite_grid {
    cp_grid base;
    database *from;
    const char *query;
    cp_buf *text;  /* of the current cell */
    size_t *blobs; /* cells of the last walk that hold bytes */
} sqlite_grid;

static const char magic[] = "SQLite format 3"; /* with its NUL */

static bool sqlite_claims(cp_str bytes)
{
    return cp_str_starts(bytes, (cp_str){ magic, sizeof magic });
}

static bool fail(const database *from, cp_place at, cp_report *report)
{
    const char *why = sqlite3_errmsg(from->db);

    if (from->refused[0])
        return cp_fail(report, at, "%s", from->refused);
    switch (sqlite3_errcode(from->db)) {
    case SQLITE_INTERRUPT:
        return cp_fail(report, at, "the view takes too long; make it simpler");
    case SQLITE_TOOBIG:
        return cp_fail(report, at,
                       "the view or generated column makes a text of more than %d bytes; make it "
                       "simpler",
                       from->fence.length);
    case SQLITE_NOMEM:
        return cp_fail(report, at,
                       "the view or generated column needs more than %zu MB of memory; make it "
                       "simpler",
                       from->fence.heap >> 20);
    case SQLITE_ERROR:
        return cp_fail(report, at, "this cannot be read: %s", why);
    default:
        return cp_fail(report, at, "the database is damaged (%s); restore it from a copy", why);
    }
}

/* A file in its journal's form of write-ahead is one that has all its pages: it opens in memory
 * once it no longer asks for the log beside it. */
static void forget_log(unsigned char *bytes)
{
    enum { WRITE_FORM = 18, READ_FORM = 19, LOGGED = 2, PLAIN = 1 };

    if (bytes[WRITE_FORM] == LOGGED)
        bytes[WRITE_FORM] = PLAIN;
    if (bytes[READ_FORM] == LOGGED)
        bytes[READ_FORM] = PLAIN;
}

/* Views and corrupt files must not run for ever: a file's size says what they may take. */
static bool spend(void *context, double steps)
{
    database *from = context;

    from->steps -= steps;
    return from->steps >= 0;
}

static int refuse(void *context, int action, const char *first, const char *function,
                  const char *schema, const char *trigger)
{
    database *from = context;
    const char *why = action == SQLITE_FUNCTION ? cp_fence_refuses(function) : NULL;

    (void)first;
    (void)schema;
    (void)trigger;
    if (!why)
        return SQLITE_OK;
    snprintf(from->refused, sizeof from->refused, "%s is refused: %s", function, why);
    return SQLITE_DENY;
}

/* What lies in the file is within the bounds, however long a text of it is. */
static bool open_fenced(database *from, size_t bytes)
{
    enum { STEPS = 2000000, STEPS_A_BYTE = 50, TEXT = 1000000, MEMORY = 256 << 20 };

    *from = (database){
        .fence = { .length = bytes < TEXT      ? TEXT
                             : bytes < INT_MAX ? (int)bytes
                                               : INT_MAX,
                   .heap = (size_t)sqlite3_memory_used() + MEMORY + 2 * bytes,
                   .spend = spend },
        .steps = STEPS + STEPS_A_BYTE * (double)bytes,
    };
    from->fence.context = from;
    from->db = cp_fence_open(&from->fence);
    return from->db != NULL;
}

static void close_database(database *from)
{
    cp_fence_close(&from->fence, from->db);
}

static bool open_bytes(database *from, cp_str bytes, cp_place at, cp_report *report)
{
    enum { HEADER = 100, FLAGS = SQLITE_DESERIALIZE_FREEONCLOSE | SQLITE_DESERIALIZE_READONLY };
    sqlite3_int64 size = (sqlite3_int64)bytes.size;
    unsigned char *copy;

    if (bytes.size < HEADER)
        return cp_fail(report, at, "the database is cut off; copy it again");
    if (!open_fenced(from, bytes.size))
        return cp_fail_system(report, at, "SQLite has no memory to start with");
    copy = sqlite3_malloc64(bytes.size);
    if (copy) {
        memcpy(copy, bytes.data, bytes.size);
        forget_log(copy);
    }
    if (!copy || sqlite3_deserialize(from->db, "main", copy, size, size, FLAGS) != SQLITE_OK) {
        close_database(from);
        return cp_fail_system(report, at, "there is no memory for the database");
    }
    sqlite3_db_config(from->db, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
    sqlite3_db_config(from->db, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
    sqlite3_set_authorizer(from->db, refuse, from);
    return true;
}

/* What another program has not yet written into the file itself. */
static bool check_beside(cp_arena *arena, cp_place at, cp_report *report)
{
    static const char *const tails[] = { "-wal", "-journal" };
    char head[1];

    for (size_t i = 0; at.file && i < sizeof tails / sizeof *tails; i++) {
        const char *path = cp_printf(arena, "%s%s", at.file, tails[i]);

        if (cp_file_head(path, head, sizeof head).size)
            return cp_fail(report, at,
                           "a part of this database is still in %s: another program has it open, "
                           "or ended badly; close it there, or open it once and close it",
                           path);
    }
    return true;
}

static const cp_str *list_tables(cp_arena *arena, sqlite3 *db, size_t *count)
{
    static const char query[] = "select name from sqlite_schema where type in ('table', 'view') "
                                "and name not like 'sqlite~_%' escape '~' order by rowid";
    enum { MOST = 4096 };
    cp_str *names = NULL;
    sqlite3_stmt *statement = NULL;

    *count = 0;
    if (sqlite3_prepare_v2(db, query, -1, &statement, NULL) == SQLITE_OK) {
        names = cp_new_array(arena, cp_str, MOST);
        while (*count < MOST && sqlite3_step(statement) == SQLITE_ROW) {
            cp_str name = cp_str_from((const char *)sqlite3_column_text(statement, 0));

            if (cp_utf8_valid(name, NULL) && name.size)
                names[(*count)++] = cp_str_copy(arena, name);
        }
    }
    return sqlite3_finalize(statement) == SQLITE_OK ? names : NULL;
}

static bool tell_value(const sqlite_grid *grid, cp_sink *sink, sqlite3_stmt *statement, int i,
                       cp_report *report)
{
    enum { BYTES_A_STEP = 8 };
    cp_str text = CP_STR("");

    switch (sqlite3_column_type(statement, i)) {
    case SQLITE_FLOAT:
        grid->text->size = 0;
        cp_buf_printf(grid->text, "%.17g", sqlite3_column_double(statement, i));
        text = cp_buf_str(grid->text);
        break;
    case SQLITE_BLOB:
        ++*grid->blobs;
        break;
    case SQLITE_INTEGER:
    case SQLITE_TEXT:
        text.data = (const char *)sqlite3_column_text(statement, i);
        text.size = (size_t)sqlite3_column_bytes(statement, i);
        break;
    }
    spend(grid->from, (double)text.size / BYTES_A_STEP);
    if (text.size && !cp_utf8_valid(text, NULL))
        return cp_fail(report, grid->base.place(&grid->base, sink->line, (size_t)i),
                       "this text is not UTF-8; the database holds it in another encoding");
    if (text.size && memchr(text.data, '\0', text.size))
        return cp_fail(report, grid->base.place(&grid->base, sink->line, (size_t)i),
                       "this text holds a NUL character");
    sink->cell(sink, text.data ? text : CP_STR(""));
    return true;
}

static bool tell_names(cp_sink *sink, sqlite3_stmt *statement)
{
    sink->line = 1;
    for (int i = 0; i < sqlite3_column_count(statement); i++)
        sink->cell(sink, cp_str_from(sqlite3_column_name(statement, i)));
    return sink->row(sink);
}

static bool tell_rows(const sqlite_grid *grid, cp_sink *sink, sqlite3_stmt *statement,
                      cp_report *report)
{
    bool more = tell_names(sink, statement);
    int code = SQLITE_ROW;

    *grid->blobs = 0;
    while (more && sink->line < grid->base.lines
           && (code = sqlite3_step(statement)) == SQLITE_ROW) {
        sink->line++;
        for (int i = 0; i < sqlite3_column_count(statement); i++)
            if (!tell_value(grid, sink, statement, i, report))
                return false;
        more = sink->row(sink);
    }
    return code == SQLITE_ROW || code == SQLITE_DONE
           || fail(grid->from, (cp_place){ .file = grid->base.origin.file }, report);
}

static bool sqlite_walk(const cp_grid *base, cp_sink *sink, cp_report *report)
{
    const sqlite_grid *grid = (const sqlite_grid *)base;
    sqlite3_stmt *statement = NULL;
    bool ok;

    if (sqlite3_prepare_v2(grid->from->db, grid->query, -1, &statement, NULL) != SQLITE_OK)
        return fail(grid->from, (cp_place){ .file = base->origin.file }, report);
    grid->from->fence.clock_asked = false;
    ok = tell_rows(grid, sink, statement, report);
    sqlite3_finalize(statement);
    if (ok && grid->from->fence.clock_asked)
        return cp_fail(report, (cp_place){ .file = base->origin.file },
                       "the clock is refused: a result must be the same each time");
    return ok;
}

static cp_place sqlite_place(const cp_grid *base, uint32_t line, size_t field)
{
    return (cp_place){ base->origin.file, (int)line, (int)field + 1 };
}

/* The first number that a query gives, or -1. */
static sqlite3_int64 ask_number(sqlite3 *db, const char *query)
{
    sqlite3_stmt *statement = NULL;
    sqlite3_int64 number = -1;

    if (sqlite3_prepare_v2(db, query, -1, &statement, NULL) == SQLITE_OK
        && sqlite3_step(statement) == SQLITE_ROW)
        number = sqlite3_column_int64(statement, 0);
    return sqlite3_finalize(statement) == SQLITE_OK ? number : -1;
}

/* What a check of the pages tells, without its head. */
static cp_str first_fault(cp_str said)
{
    cp_str line = cp_str_next(&said, '\n');

    return said.size && (!line.size || cp_str_starts(line, CP_STR("***"))) ? first_fault(said)
                                                                           : line;
}

/* A page in the wrong place would be rows that are not there. */
static bool check_pages(const database *from, cp_place at, cp_report *report)
{
    sqlite3_stmt *statement = NULL;
    cp_str said = CP_STR("");
    bool ok;

    if (sqlite3_prepare_v2(from->db, "pragma quick_check(1)", -1, &statement, NULL) == SQLITE_OK
        && sqlite3_step(statement) == SQLITE_ROW)
        said = cp_str_from((const char *)sqlite3_column_text(statement, 0));
    ok = cp_str_is(said, "ok");
    if (!said.size)
        fail(from, at, report);
    else if (!ok)
        cp_fail(report, at, "the database is damaged (" CP_FMT "); restore it from a copy",
                CP_ARG(first_fault(said)));
    sqlite3_finalize(statement);
    return ok;
}

static bool count_rows(sqlite_grid *grid, const char *quoted, cp_report *report)
{
    enum { MOST = 50 * 1000 * 1000 };
    char *query = sqlite3_mprintf("select count(*) from %s", quoted);
    sqlite3_int64 rows = ask_number(grid->from->db, query);
    cp_place at = { .file = grid->base.origin.file };

    sqlite3_free(query);
    if (rows < 0)
        return fail(grid->from, at, report);
    if (rows > MOST)
        return cp_fail(report, at,
                       "%lld rows are more than fit into the memory of a figure; make a "
                       "view of what it needs",
                       (long long)rows);
    grid->base.lines = (uint32_t)rows + 1;
    return true;
}

static cp_table *read_table(cp_arena *arena, database *from, cp_place at, cp_str name, size_t bytes,
                            const cp_read_wish *wish, cp_read_story *story, cp_report *report)
{
    cp_buf text = { 0 };
    size_t blobs = 0;
    cp_read_wish own = *wish;
    char *quoted = sqlite3_mprintf("\"%w\"", cp_str_z(arena, name));
    char *query = sqlite3_mprintf("select * from %s", quoted);
    sqlite_grid grid = {
        .base = { .origin = { cp_printf(arena, "%s[" CP_FMT "]", at.file, CP_ARG(name)), 1, 1 },
                  .bytes = bytes,
                  .walk = sqlite_walk,
                  .place = sqlite_place },
        .from = from,
        .query = query,
        .text = &text,
        .blobs = &blobs,
    };
    cp_place inside = { .file = grid.base.origin.file };
    cp_table *table = NULL;

    own.header = 1;
    story->sheet = cp_str_copy(arena, name);
    if (count_rows(&grid, quoted, report))
        table = cp_grid_table(arena, &grid.base, &own, story, report);
    if (table)
        table->file = cp_printf(arena, "%s", at.file);
    if (table && blobs)
        cp_warn(report, inside, "%zu cell%s of binary data %s left out", blobs,
                blobs == 1 ? "" : "s", blobs == 1 ? "is" : "are");
    sqlite3_free(query);
    sqlite3_free(quoted);
    cp_buf_free(&text);
    return table;
}

/* The table that is wished for, else the first; none with a finding. */
static cp_str pick_table(const cp_str *names, size_t count, const cp_read_wish *wish, cp_place at,
                         cp_report *report)
{
    const char **words = cp_new_array(report->arena, const char *, count);

    for (size_t i = 0; i < count; i++) {
        words[i] = cp_str_z(report->arena, names[i]);
        if (!wish->sheet.size || cp_str_eq(wish->sheet, names[i]))
            return names[i];
    }
    if (!count)
        cp_fail(report, at, "the database has no table");
    else
        cp_fail(report, wish->place.file ? wish->place : at, "no table '" CP_FMT "' in %s%s",
                CP_ARG(wish->sheet), at.file,
                cp_guess_text(report->arena, wish->sheet, words, count));
    return (cp_str){ 0 };
}

static cp_table *sqlite_read(cp_arena *arena, cp_place at, cp_str bytes, const cp_read_wish *wish,
                             cp_read_story *story, cp_report *report)
{
    cp_table *table = NULL;
    const cp_str *names;
    database from = { 0 };
    size_t count;
    cp_str name;

    at = (cp_place){ .file = at.file ? at.file : "the database" };
    if (!check_beside(arena, at, report) || !open_bytes(&from, bytes, at, report))
        return NULL;
    names = list_tables(arena, from.db, &count);
    if (!names) {
        fail(&from, at, report);
    } else if (check_pages(&from, at, report)) {
        name = pick_table(names, count, wish, at, report);
        if (name.data)
            table = read_table(arena, &from, at, name, bytes.size, wish, story, report);
    }
    close_database(&from);
    return table;
}

static const cp_str *sqlite_tables(cp_arena *arena, cp_str bytes, size_t *count)
{
    cp_report unheard = { .arena = arena };
    const cp_str *names;
    database from = { 0 };

    if (!open_bytes(&from, bytes, (cp_place){ 0 }, &unheard))
        return NULL;
    names = list_tables(arena, from.db, count);
    close_database(&from);
    return names;
}

const cp_reader cp_reader_sqlite = {
    .name = "sqlite",
    .summary = "an SQLite database",
    .claims = sqlite_claims,
    .read = sqlite_read,
    .tables = sqlite_tables,
};
