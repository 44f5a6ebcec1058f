#include "test.h"

#include "base/file.h"
#include "reading.h"

#include <sqlite3.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

extern const cp_reader cp_reader_sqlite;

/* The bytes of a database made by `sql`. */
static cp_buf make_database(const char *sql)
{
    char path[] = "/tmp/chartpack-db-XXXXXX";
    cp_arena arena = { 0 };
    cp_report report = { .arena = &arena };
    cp_buf bytes = { 0 };
    sqlite3 *db;

    close(mkstemp(path));
    CHECK(sqlite3_open(path, &db) == SQLITE_OK);
    CHECK(sqlite3_exec(db, sql, NULL, NULL, NULL) == SQLITE_OK);
    sqlite3_close(db);
    CHECK(cp_file_read(path, (cp_place){ 0 }, &bytes, &report));
    unlink(path);
    cp_arena_free(&arena);
    return bytes;
}

static cp_reading read_bytes(cp_str bytes, const char *table)
{
    cp_read_wish wish = { .sheet = cp_str_from(table) };
    cp_place at = { "data/d.db", 1, 1 };
    cp_reading result = { 0 };

    result.report.arena = &result.arena;
    result.story.source = CP_STR("");
    result.table
        = cp_reader_sqlite.read(&result.arena, at, bytes, &wish, &result.story, &result.report);
    result.report.arena = NULL;
    return result;
}

static cp_reading read_database(const char *sql, const char *table)
{
    cp_buf bytes = make_database(sql);
    cp_reading result = read_bytes(cp_buf_str(&bytes), table);

    cp_buf_free(&bytes);
    return result;
}

#define DEALS                                                                                        \
    "create table deals(日期 text, code text, 成交额 real, \"量(股)\" integer, 备注 text);" \
    "insert into deals values('2026-04-13', '000001', 23489.125, 9007199254740993, '甲'),"          \
    "('2026-04-14', '000002', 0.1, 3, null);"                                                        \
    "create table other(x); insert into other values (1);"                                           \
    "create view rich as select code, 成交额 from deals where 成交额 > 1;"

TEST(the_first_table_of_a_database_is_read_and_typed_as_texts_are)
{
    cp_reading reading = read_database(DEALS, NULL);

    CHECK_STR(findings_of(&reading), "");
    CHECK_STR(columns_of(&reading), "日期:date code:text 成交额:number 量:number[股] 备注:text");
    CHECK_STR(cells_of(&reading, "成交额"), "23489.125|0.1");
    CHECK_STR(cells_of(&reading, "备注"), "甲|");
    CHECK(cp_str_is(reading.story.sheet, "deals"));
    CHECK_INT(cp_table_place(reading.table, 1).line, 3);
    reading_free(&reading);
}

TEST(tables_and_views_have_names)
{
    cp_buf bytes = make_database(DEALS);
    cp_reading reading = read_bytes(cp_buf_str(&bytes), "rich");
    cp_arena arena = { 0 };
    size_t count = 0;
    const cp_str *names = cp_reader_sqlite.tables(&arena, cp_buf_str(&bytes), &count);

    CHECK_STR(columns_of(&reading), "code:text 成交额:number");
    reading_free(&reading);
    CHECK_INT(count, 3);
    CHECK(names && cp_str_is(names[1], "other"));
    reading = read_bytes(cp_buf_str(&bytes), "deal");
    CHECK_STR(findings_of(&reading),
              "data/d.db: error: no table 'deal' in data/d.db; did you mean 'deals'?");
    reading_free(&reading);
    cp_arena_free(&arena);
    cp_buf_free(&bytes);
}

TEST(a_database_without_tables_says_so)
{
    cp_reading reading = read_database("create table x(a); drop table x;", NULL);

    CHECK_STR(findings_of(&reading), "data/d.db: error: the database has no table");
    reading_free(&reading);
}

TEST(a_bad_cell_of_a_table_is_named_by_row_and_column)
{
    cp_reading reading = read_database(
        "create table t(a, b); insert into t values('2026-04-13', 1), ('2026-04-14', '12,3x'),"
        "('2026-04-15', 2);",
        NULL);

    CHECK_STR(findings_of(&reading), "data/d.db[t]!B3: error: '12,3x' is not a number (column b)");
    reading_free(&reading);
}

TEST(pictures_in_a_table_are_told)
{
    cp_reading reading = read_database(
        "create table t(a, b); insert into t values('甲', x'00ff'), ('乙', null);", NULL);

    CHECK_STR(findings_of(&reading), "data/d.db[t]: warning: 1 cell of binary data is left out");
    CHECK_STR(cells_of(&reading, "b"), "|");
    reading_free(&reading);
}

TEST(a_database_in_write_ahead_form_is_read_as_well)
{
    cp_reading reading = read_database("pragma journal_mode=wal; create table t(a); "
                                       "insert into t values(1), (2);",
                                       NULL);

    CHECK_STR(cells_of(&reading, "a"), "1|2");
    reading_free(&reading);
}

TEST(a_damaged_database_is_refused)
{
    cp_buf bytes = make_database(DEALS);
    cp_reading reading;

    memset(bytes.data + 4096, 0x5A, 4096);
    reading = read_bytes(cp_buf_str(&bytes), NULL);
    CHECK(!reading.table);
    CHECK(strstr(findings_of(&reading), "data/d.db: error: the database is damaged (") != NULL);
    reading_free(&reading);
    reading = read_bytes(cp_str_slice(cp_buf_str(&bytes), 0, 60), NULL);
    CHECK_STR(findings_of(&reading), "data/d.db: error: the database is cut off; copy it again");
    reading_free(&reading);
    cp_buf_free(&bytes);
}

TEST(a_view_without_end_is_stopped)
{
    cp_reading reading = read_database(
        "create view v as with recursive n(i) as (select 1 union all select i + 1 from n) "
        "select i from n;",
        NULL);

    CHECK_STR(findings_of(&reading),
              "data/d.db[v]: error: the view takes too long; make it simpler");
    reading_free(&reading);
}

TEST(a_view_makes_no_text_without_end)
{
    static const char *const views[] = {
        "create view v as select hex(zeroblob(450000000)) a, 1 b;",
        "create view v as with recursive n(i) as (select 1 union all select i + 1 from n limit "
        "2000) select group_concat(hex(zeroblob(500))) a from n;",
    };

    for (size_t i = 0; i < sizeof views / sizeof *views; i++) {
        cp_reading reading = read_database(views[i], NULL);

        CHECK_STR(findings_of(&reading),
                  "data/d.db[v]: error: the view or generated column makes a text of more than "
                  "1000000 bytes; make it simpler");
        reading_free(&reading);
    }
}

TEST(a_view_of_many_long_texts_is_stopped)
{
    cp_reading reading = read_database(
        "create view v as with recursive n(i) as (select 1 union all select i + 1 from n limit "
        "10000) select i || hex(zeroblob(10000)) a from n;",
        NULL);

    CHECK_STR(findings_of(&reading),
              "data/d.db[v]: error: the view takes too long; make it simpler");
    reading_free(&reading);
}

TEST(a_view_has_bounds_of_memory)
{
    cp_reading reading = read_database(
        "create view v as with recursive n(i, t) as (select 1, hex(zeroblob(490000)) union all "
        "select i + 1, t || '' from n limit 2000) select i from n order by t, i;",
        NULL);

    CHECK_STR(findings_of(&reading),
              "data/d.db[v]: error: the view or generated column needs more than 256 MB of memory; "
              "make it simpler");
    CHECK_INT(sqlite3_hard_heap_limit64(-1), 0);
    reading_free(&reading);
}

TEST(a_stored_text_may_be_as_long_as_the_file)
{
    cp_reading reading = read_database("create table t(a, b); insert into t values "
                                       "(1, zeroblob(1500000)), (2, null);",
                                       NULL);

    CHECK_STR(findings_of(&reading), "data/d.db[t]: warning: 1 cell of binary data is left out");
    CHECK_STR(cells_of(&reading, "a"), "1|2");
    reading_free(&reading);
}

TEST(a_view_that_cannot_be_read_is_no_damage)
{
    cp_reading reading = read_database("create view v as select a from gone;", NULL);

    CHECK_STR(findings_of(&reading),
              "data/d.db[v]: error: this cannot be read: no such table: main.gone");
    reading_free(&reading);
}

static const char *finding_of_view(const char *select)
{
    static char kept[256];
    cp_reading reading;
    char sql[256];

    snprintf(sql, sizeof sql, "create view v as %s;", select);
    reading = read_database(sql, NULL);
    snprintf(kept, sizeof kept, "%s", findings_of(&reading));
    CHECK(!reading.table == (kept[0] != '\0'));
    reading_free(&reading);
    return kept;
}

TEST(chance_clock_and_programs_are_refused_in_a_view)
{
    CHECK_STR(finding_of_view("select random() a, 1 b"),
              "data/d.db[v]: error: random is refused: a result must be the same each time");
    CHECK_STR(finding_of_view("select 1 a order by randomblob(4)"),
              "data/d.db[v]: error: randomblob is refused: a result must be the same each time");
    CHECK_STR(finding_of_view("select current_timestamp a"),
              "data/d.db[v]: error: current_timestamp is refused: a result must be the same each "
              "time");
    CHECK_STR(finding_of_view("select 1 a, datetime('now') b"),
              "data/d.db[v]: error: the clock is refused: a result must be the same each time");
    CHECK_STR(finding_of_view("select load_extension('x') a"),
              "data/d.db[v]: error: this cannot be read: unsafe use of load_extension()");
    CHECK_STR(finding_of_view("select date('2026-04-13') a"), "");
}

/* Nobody reads it, so it changes nothing that is drawn. */
TEST(a_table_may_take_its_defaults_from_the_clock)
{
    cp_reading reading = read_database(
        "create table t(a default current_timestamp, b default (random()), check (a <> ''));"
        "insert into t values ('甲', 1), ('乙', 2);",
        NULL);

    CHECK_STR(findings_of(&reading), "");
    CHECK_STR(cells_of(&reading, "b"), "1|2");
    reading_free(&reading);
}

TEST(a_stored_text_with_a_nul_is_told)
{
    cp_reading reading = read_database(
        "create table t(a, b); insert into t values ('甲', 1), ('x' || char(0) || 'y', 2);", NULL);

    CHECK_STR(findings_of(&reading), "data/d.db[t]!A3: error: this text holds a NUL character");
    reading_free(&reading);
}

/* The same changes every time; under AddressSanitizer. */
TEST(no_change_to_a_database_brings_the_reader_down)
{
    cp_buf bytes = make_database(DEALS);
    unsigned state = 11;

    for (int round = 0; round < 500; round++) {
        cp_arena arena = { 0 };
        cp_str copy = cp_str_copy(&arena, cp_buf_str(&bytes));
        cp_reading reading;

        for (int i = 0; i < 1 + round % 6; i++) {
            state = state * 1103515245u + 12345u;
            ((char *)copy.data)[16 + (state >> 8) % (copy.size - 16)] = (char)(state >> 24);
        }
        reading = read_bytes(copy, NULL);
        CHECK(reading.table || reading.report.errors);
        reading_free(&reading);
        cp_arena_free(&arena);
    }
    cp_buf_free(&bytes);
}
