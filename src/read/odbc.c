#include "read/odbc.h"

#include <sql.h>
#include <sqlext.h>
#include <sqlucode.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/library.h"
#include "base/utf8.h"

#define CALLS(X)                                                                                   \
    X(SQLAllocHandle)                                                                              \
    X(SQLFreeHandle)                                                                               \
    X(SQLSetEnvAttr)                                                                               \
    X(SQLSetConnectAttr)                                                                           \
    X(SQLSetStmtAttr)                                                                              \
    X(SQLDriverConnectW)                                                                           \
    X(SQLDisconnect)                                                                               \
    X(SQLEndTran)                                                                                  \
    X(SQLExecDirectW)                                                                              \
    X(SQLNumResultCols)                                                                            \
    X(SQLDescribeColW)                                                                             \
    X(SQLFetch)                                                                                    \
    X(SQLGetData)                                                                                  \
    X(SQLGetDiagRecW)

/* unixODBC's functions, once they are loaded. */
typedef struct calls {
    CALLS(CP_LIBRARY_MEMBER)
} calls;

static const cp_symbol symbols[] = CP_LIBRARY_SYMBOLS(CALLS);

static const cp_library odbc
    = { "ODBC", "libodbc.so.2", symbols,
        "install unixodbc and the database's driver (odbc-postgresql for PostgreSQL)" };

typedef struct session {
    calls call;
    const cp_odbc_query *query;
    cp_report *report;
    SQLHENV environment;
    SQLHDBC connection;
    SQLHSTMT statement;
    bool connected;
    cp_buf wide; /* the current cell as the driver gives it, UTF-16 */
    cp_buf cell; /* and as we do */
    cp_buf *out;
} session;

/* ODBC takes and gives UTF-16, whatever the driver. */
static void add_wide(cp_buf *out, cp_str text)
{
    enum { FIRST_PAIR = 0x10000, HIGH = 0xD800, LOW = 0xDC00, BITS = 10 };

    for (size_t at = 0; at < text.size;) {
        uint32_t code = cp_utf8_next(text, &at);
        uint16_t units[2] = { (uint16_t)code };
        size_t count = 1;

        if (code >= FIRST_PAIR) {
            units[0] = (uint16_t)(HIGH + ((code - FIRST_PAIR) >> BITS));
            units[1] = (uint16_t)(LOW + ((code - FIRST_PAIR) & ((1u << BITS) - 1)));
            count = 2;
        }
        cp_buf_add(out, (cp_str){ (const char *)units, count * sizeof units[0] });
    }
}

/* Halves of a pair without the other become U+FFFD. */
static void add_narrow(cp_buf *out, const uint16_t *units, size_t count)
{
    enum { HIGH = 0xD800, LOW = 0xDC00, BEHIND = 0xE000, BITS = 10, NONE = 0xFFFD };

    for (size_t i = 0; i < count; i++) {
        uint32_t code = units[i];
        char text[4];

        if (code >= HIGH && code < LOW && i + 1 < count && units[i + 1] >= LOW
            && units[i + 1] < BEHIND)
            code = 0x10000 + ((code - HIGH) << BITS) + (units[++i] - (uint32_t)LOW);
        else if (code >= HIGH && code < BEHIND)
            code = NONE;
        cp_buf_add(out, (cp_str){ text, cp_utf8_put(code, text) });
    }
}

static bool good(SQLRETURN code)
{
    return SQL_SUCCEEDED(code);
}

/* The driver's own words, in one line. */
static bool fail_driver(session *s, SQLSMALLINT kind, SQLHANDLE handle, cp_place at,
                        const char *what)
{
    SQLWCHAR state[6] = { 0 }, text[1024] = { 0 };
    SQLSMALLINT size = 0, most = sizeof text / sizeof *text;
    SQLINTEGER native;
    cp_buf words = { 0 };

    if (good(s->call.SQLGetDiagRecW(kind, handle, 1, state, &native, text, most, &size)))
        add_narrow(&words, (const uint16_t *)text, (size_t)(size < most ? size : most - 1));
    for (size_t i = 0; i < words.size; i++)
        if ((unsigned char)words.data[i] < ' ')
            words.data[i] = ' ';
    cp_fail(s->report, at, "%s: " CP_FMT, what, CP_ARG(cp_str_trim(cp_buf_str(&words))));
    cp_buf_free(&words);
    return false;
}

/* The next `key=value;` of a connection. */
static cp_str next_pair(cp_str *rest, cp_str *key)
{
    cp_str value = cp_str_next(rest, ';');

    *key = cp_str_trim(cp_str_next(&value, '='));
    return cp_str_trim(value);
}

static bool is_variable(cp_str value)
{
    return value.size > 3 && cp_str_starts(value, CP_STR("${")) && cp_str_ends(value, CP_STR("}"));
}

static bool is_password(cp_str key)
{
    return (key.size == 3 && strncasecmp(key.data, "pwd", 3) == 0)
           || (key.size == 8 && strncasecmp(key.data, "password", 8) == 0);
}

/* A driver by its file is a program that the pack would have us run. */
static bool is_program(cp_str key, cp_str value)
{
    return key.size == 6 && strncasecmp(key.data, "driver", 6) == 0
           && cp_str_find(value, CP_STR("/"), 0) != SIZE_MAX;
}

bool cp_odbc_check(const cp_odbc_query *query, cp_report *report)
{
    cp_str rest = query->connection;

    while (rest.data) {
        cp_str key, value = next_pair(&rest, &key);

        if (is_password(key) && value.size && !is_variable(value))
            return cp_fail(report, query->connection_at,
                           "a password does not belong in a pack; put it into the data source "
                           "(odbc.ini), or write PWD=${NAME} for the environment's NAME");
        if (report->border && is_program(key, value))
            return cp_fail(report, query->connection_at,
                           "'" CP_FMT "' is a program's file; expected the name of a driver that "
                           "odbcinst.ini has, or allow this by --allow-outside",
                           CP_ARG(value));
    }
    return true;
}

/* The connection with the environment's words in it, which are told to nobody but the driver. */
static bool expand(const cp_odbc_query *query, cp_buf *out, cp_report *report)
{
    cp_str rest = query->connection;

    while (rest.data) {
        cp_str key, value = next_pair(&rest, &key);

        if (is_variable(value)) {
            cp_str name = cp_str_slice(value, 2, value.size - 1);
            const char *word = getenv(cp_str_z(report->arena, name));

            if (!word)
                return cp_fail(report, query->connection_at, "the environment has no " CP_FMT,
                               CP_ARG(name));
            value = cp_str_from(word);
        }
        if (key.size)
            cp_buf_printf(out, CP_FMT "=" CP_FMT ";", CP_ARG(key), CP_ARG(value));
    }
    return true;
}

static void set_up(session *s)
{
    const uintptr_t login_seconds = 20;
    calls *call = &s->call;

    call->SQLSetConnectAttr(s->connection, SQL_ATTR_LOGIN_TIMEOUT, (SQLPOINTER)login_seconds, 0);
    call->SQLSetConnectAttr(s->connection, SQL_ATTR_ACCESS_MODE, (SQLPOINTER)SQL_MODE_READ_ONLY, 0);
}

static bool connect(session *s)
{
    cp_buf plain = { 0 }, wide = { 0 };
    calls *call = &s->call;
    SQLRETURN code = SQL_ERROR;
    bool ok = expand(s->query, &plain, s->report);

    if (ok) {
        call->SQLAllocHandle(SQL_HANDLE_ENV, SQL_NULL_HANDLE, &s->environment);
        call->SQLSetEnvAttr(s->environment, SQL_ATTR_ODBC_VERSION, (SQLPOINTER)SQL_OV_ODBC3, 0);
        call->SQLAllocHandle(SQL_HANDLE_DBC, s->environment, &s->connection);
        set_up(s);
        add_wide(&wide, cp_buf_str(&plain));
        code = call->SQLDriverConnectW(s->connection, NULL, (SQLWCHAR *)(void *)wide.data,
                                       (SQLSMALLINT)(wide.size / sizeof(SQLWCHAR)), NULL, 0, NULL,
                                       SQL_DRIVER_NOPROMPT);
        s->connected = good(code);
        ok = s->connected
             || fail_driver(s, SQL_HANDLE_DBC, s->connection, s->query->connection_at,
                            "no connection to the database");
    }
    cp_buf_free(&plain);
    cp_buf_free(&wide);
    return ok;
}

static bool execute(session *s)
{
    const uintptr_t seconds = 600;
    cp_buf wide = { 0 };
    calls *call = &s->call;
    SQLRETURN code;

    /* What a query writes by mistake is undone at the end. */
    call->SQLSetConnectAttr(s->connection, SQL_ATTR_AUTOCOMMIT, (SQLPOINTER)SQL_AUTOCOMMIT_OFF, 0);
    call->SQLAllocHandle(SQL_HANDLE_STMT, s->connection, &s->statement);
    call->SQLSetStmtAttr(s->statement, SQL_ATTR_QUERY_TIMEOUT, (SQLPOINTER)seconds, 0);
    add_wide(&wide, s->query->sql);
    code = call->SQLExecDirectW(s->statement, (SQLWCHAR *)(void *)wide.data,
                                (SQLINTEGER)(wide.size / sizeof(SQLWCHAR)));
    cp_buf_free(&wide);
    return good(code)
           || fail_driver(s, SQL_HANDLE_STMT, s->statement, s->query->sql_at,
                          "the database refuses the query");
}

static void add_cell(cp_buf *out, cp_str text, bool first)
{
    bool quoted = text.size && (text.data[0] == ' ' || text.data[text.size - 1] == ' ');

    for (size_t i = 0; i < text.size && !quoted; i++)
        quoted = strchr(",\"\r\n", text.data[i]) != NULL;
    if (!first)
        cp_buf_add_char(out, ',');
    if (quoted)
        cp_buf_add_char(out, '"');
    for (size_t i = 0; i < text.size; i++) {
        if (text.data[i] == '"' && quoted)
            cp_buf_add_char(out, '"');
        cp_buf_add_char(out, text.data[i] ? text.data[i] : ' ');
    }
    if (quoted)
        cp_buf_add_char(out, '"');
}

static bool add_names(session *s, SQLSMALLINT columns)
{
    for (SQLSMALLINT i = 1; i <= columns; i++) {
        SQLWCHAR name[256];
        SQLSMALLINT size = 0, type, digits, nullable, most = sizeof name / sizeof *name;
        SQLULEN width;

        if (!good(s->call.SQLDescribeColW(s->statement, (SQLUSMALLINT)i, name, most, &size, &type,
                                          &width, &digits, &nullable)))
            return fail_driver(s, SQL_HANDLE_STMT, s->statement, s->query->sql_at,
                               "the database does not name its columns");
        s->cell.size = 0;
        add_narrow(&s->cell, (const uint16_t *)name, (size_t)(size < most ? size : most - 1));
        add_cell(s->out, cp_buf_str(&s->cell), i == 1);
    }
    cp_buf_add_char(s->out, '\n');
    return true;
}

/* A cell, which may come in pieces. */
static bool get_cell(session *s, SQLSMALLINT column)
{
    uint16_t piece[2048];
    const SQLLEN room = sizeof piece - sizeof piece[0];
    SQLLEN left = 0;
    SQLRETURN code;

    s->wide.size = s->cell.size = 0;
    while (good(code = s->call.SQLGetData(s->statement, (SQLUSMALLINT)column, SQL_C_WCHAR, piece,
                                          sizeof piece, &left))
           && left != SQL_NULL_DATA) {
        bool whole = left != SQL_NO_TOTAL && left <= room;

        cp_buf_add(&s->wide, (cp_str){ (const char *)piece, (size_t)(whole ? left : room) });
        if (whole)
            break;
    }
    add_narrow(&s->cell, (const uint16_t *)(const void *)s->wide.data,
               s->wide.size / sizeof(uint16_t));
    return good(code) || code == SQL_NO_DATA
           || fail_driver(s, SQL_HANDLE_STMT, s->statement, s->query->sql_at,
                          "the database does not give a cell");
}

static bool add_rows(session *s, SQLSMALLINT columns)
{
    const size_t most = (size_t)1 << 30;
    SQLRETURN code;

    while (good(code = s->call.SQLFetch(s->statement))) {
        for (SQLSMALLINT i = 1; i <= columns; i++) {
            if (!get_cell(s, i))
                return false;
            add_cell(s->out, cp_buf_str(&s->cell), i == 1);
        }
        cp_buf_add_char(s->out, '\n');
        if (s->out->size > most)
            return cp_fail(
                s->report, s->query->sql_at,
                "the answer is larger than a figure can use (1 GB); let the query sum it "
                "up");
    }
    return code == SQL_NO_DATA
           || fail_driver(s, SQL_HANDLE_STMT, s->statement, s->query->sql_at,
                          "the database stops in the middle of its answer");
}

static bool take_result(session *s)
{
    SQLSMALLINT columns = 0;

    s->call.SQLNumResultCols(s->statement, &columns);
    if (columns <= 0)
        return cp_fail(s->report, s->query->sql_at, "the query gives no table; expected a select");
    return add_names(s, columns) && add_rows(s, columns);
}

static void end(session *s)
{
    if (s->statement)
        s->call.SQLFreeHandle(SQL_HANDLE_STMT, s->statement);
    if (s->connected) {
        s->call.SQLEndTran(SQL_HANDLE_DBC, s->connection, SQL_ROLLBACK);
        s->call.SQLDisconnect(s->connection);
    }
    if (s->connection)
        s->call.SQLFreeHandle(SQL_HANDLE_DBC, s->connection);
    if (s->environment)
        s->call.SQLFreeHandle(SQL_HANDLE_ENV, s->environment);
    cp_buf_free(&s->wide);
    cp_buf_free(&s->cell);
}

bool cp_odbc_fetch(const cp_odbc_query *query, cp_buf *out, cp_report *report)
{
    session s = { .query = query, .report = report, .out = out };
    bool ok = cp_odbc_check(query, report)
              && cp_library_load(&odbc, &s.call, query->connection_at, report) && connect(&s)
              && execute(&s) && take_result(&s);

    end(&s);
    return ok;
}
