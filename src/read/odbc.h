/*
 * odbc.h - what a database server answers to a query, by its ODBC driver.
 *
 * For data too large for one machine: the server does the work and chartpack
 * takes the result, as a text of comma-separated values that can be kept.
 * unixODBC is loaded when the first query is made; nobody else needs it.
 *
 * A password never stands in the connection's text: it comes from the data
 * source (odbc.ini) or from the environment, as PWD=${NAME}.
 */
#ifndef CP_READ_ODBC_H
#define CP_READ_ODBC_H

#include "base/buf.h"
#include "base/report.h"

typedef struct cp_odbc_query {
    cp_str connection; /* "DSN=warehouse" */
    cp_str sql;        /* in the server's own dialect */
    cp_place connection_at, sql_at;
} cp_odbc_query;

/* Whether the connection names no password; what is wrong is told. */
bool cp_odbc_check(const cp_odbc_query *query, cp_report *report);

/* Run the query and append its columns' names and its rows to `out`; missing cells are empty. */
bool cp_odbc_fetch(const cp_odbc_query *query, cp_buf *out, cp_report *report);

#endif
