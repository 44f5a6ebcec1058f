/*
 * snapshot.h - the last answer of a database server, kept beside the pack as
 * snapshots/NAME.csv: its first line says when it was given and to which query.
 *
 * Tables are always read from there, so that a build without the server gives
 * what the build with it gave.
 */
#ifndef CP_PACK_SNAPSHOT_H
#define CP_PACK_SNAPSHOT_H

#include "read/odbc.h"

/* The line of a snapshot that holds the names. */
enum { CP_SNAPSHOT_HEADER = 2 };

/* Ask the server and keep its answer at `path`. */
bool cp_snapshot_take(const char *path, const cp_odbc_query *query, cp_report *report);

/* Whether the answer kept at `path` is one to this query; a note says of when it is. */
bool cp_snapshot_check(const char *path, const cp_odbc_query *query, cp_report *report);

#endif
