#include "test.h"

#include "read/fence.h"

typedef struct yard {
    cp_fence fence;
    sqlite3 *db;
    double steps;
} yard;

static bool spend(void *context, double steps)
{
    yard *y = context;

    y->steps += steps;
    return y->steps < 2e6;
}

/* What a query of one cell gives, or SQLite's error. */
static const char *cell_of(const char *sql)
{
    static char kept[256];
    yard y = { .fence = { .length = 1000000, .heap = (size_t)64 << 20, .spend = spend } };
    sqlite3_stmt *statement = NULL;
    const char *text;

    y.fence.context = &y;
    y.db = cp_fence_open(&y.fence);
    CHECK(y.db);
    CHECK(sqlite3_prepare_v2(y.db, sql, -1, &statement, NULL) == SQLITE_OK);
    if (sqlite3_step(statement) == SQLITE_ROW) {
        text = (const char *)sqlite3_column_text(statement, 0);
        snprintf(kept, sizeof kept, "%s", text ? text : "null");
    } else {
        snprintf(kept, sizeof kept, "error: %s", sqlite3_errmsg(y.db));
    }
    sqlite3_finalize(statement);
    cp_fence_close(&y.fence, y.db);
    return kept;
}

/* Ours against SQLite's own. */
static void check_as_sqlite(const char *expression)
{
    static char own[256];
    char sql[512];
    sqlite3 *plain;
    sqlite3_stmt *statement = NULL;
    const char *text;

    snprintf(sql, sizeof sql, "select quote(%s)", expression);
    CHECK(sqlite3_open(":memory:", &plain) == SQLITE_OK);
    CHECK(sqlite3_prepare_v2(plain, sql, -1, &statement, NULL) == SQLITE_OK);
    CHECK(sqlite3_step(statement) == SQLITE_ROW);
    text = (const char *)sqlite3_column_text(statement, 0);
    snprintf(own, sizeof own, "%s", text ? text : "null");
    sqlite3_finalize(statement);
    sqlite3_close(plain);
    CHECK_STR(cell_of(sql), own);
}

TEST(functions_over_texts_give_what_those_of_sqlite_give)
{
    static const char *const expressions[] = {
        "instr('收盘价格', '价')",
        "instr('abc', '')",
        "instr('', 'a')",
        "instr(null, 'a')",
        "instr(x'00E694B6', x'B6')",
        "instr(12345, 34)",
        "replace('成交额(亿)', '亿', '亿元')",
        "replace('aaaa', 'aa', 'b')",
        "replace('abc', '', 'x')",
        "replace('abc', 'abc', '')",
        "replace(null, 'a', 'b')",
        "replace(1.5, '.', ',')",
        "trim('，甲、', '、，')",
        "ltrim('xxyxz', 'xy')",
        "rtrim('甲亿元', '元亿')",
        "trim('aaa', 'a')",
        "trim('aaa', '')",
        "trim('  a ')",
        "printf('%d %5d|%-5d|%05d|%+d|%,d', 1, 2, 3, 4, 5, 1234567)",
        "printf('%.2f%% %10.3f %e %g %G %!.15g', 12.345, 2.5, 1e10, 0.0001, 1e20, 0.1)",
        "printf('%x %X %o %u %i', 255, 255, 8, 7, '9')",
        "printf('%s|%5s|%-5s|%.2s|%!.2s', '甲', '乙', '丙', 'abc', '甲乙丙')",
        "printf('%q %Q %w', 'it''s', 'it''s', 'a\"b')",
        "printf('%q %Q %s|', null, null, null)",
        "printf('%c%c%.3c', 'abc', '甲乙', 'x')",
        "printf('%*d|%-*d|%.*f|%*d', 5, 1, 5, 2, 3, 1.5, -4, 7)",
        "printf('%d %s %f', 1)",
        "printf('%ld %lld', 5000000000, 6)",
        "printf('%')",
        "printf('100%% %z', 'x')",
        "printf('%d', 9223372036854775807)",
        "printf('%f', null)",
        "printf(null)",
        "printf()",
        "format('%03d', 7)",
        "printf('%r', 3)",
    };

    for (size_t i = 0; i < sizeof expressions / sizeof *expressions; i++)
        check_as_sqlite(expressions[i]);
}

TEST(no_call_of_a_function_over_texts_runs_for_long)
{
    CHECK_STR(cell_of("select instr(hex(zeroblob(490000)), hex(zeroblob(245000)) || '1')"), "0");
    CHECK_STR(cell_of("select length(replace(hex(zeroblob(490000)), hex(zeroblob(245000)) || '1', "
                      "''))"),
              "980000");
    CHECK_STR(cell_of("select trim(hex(zeroblob(490000)), "
                      "replace(hex(zeroblob(200000)), '0', '1') || '0')"),
              "error: interrupted");
    CHECK_STR(cell_of("select printf('%.*c', 2147483647, 'x')"), "error: string or blob too big");
    CHECK_STR(cell_of("select printf('%*d', -2147483648, 1)"), "error: string or blob too big");
    CHECK_STR(cell_of("select printf('%1000001d', 5)"), "error: string or blob too big");
    CHECK_STR(cell_of("select printf('%999999d%d', 5, 60)"), "error: string or blob too big");
    CHECK_STR(cell_of("select length(printf('%900000d', 5))"), "900000");
}

TEST(a_letter_that_printf_does_not_know_is_an_error)
{
    CHECK_STR(cell_of("select printf('%d %k %d', 1, 2)"), "error: printf() does not know '%k'");
}
