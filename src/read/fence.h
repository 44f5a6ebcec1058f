/*
 * fence.h - SQLite fenced in: without clock, chance and programs, within bounds of text, memory and steps.
 *
 * The queries of a pack and the views of a database file both run behind it.
 */
#ifndef CP_READ_FENCE_H
#define CP_READ_FENCE_H

#include <sqlite3.h>
#include <stdbool.h>
#include <stddef.h>

typedef struct cp_fence {
    sqlite3_vfs
        vfs; /* SQLite's way to the system without its clock; first, for it is handed back */
    char name[32];
    bool clock_asked;
    int length;  /* most bytes of a text or row */
    size_t heap; /* most bytes of SQLite's memory, that of other connections with it */
    size_t heap_around;
    bool (*spend)(void *context, double steps); /* false: no more are left, the query ends */
    void *context;
} cp_fence;

/* A database in memory within the bounds given, or NULL.  The fence stays where it is until it
 * is closed. */
sqlite3 *cp_fence_open(cp_fence *fence);
void cp_fence_close(cp_fence *fence, sqlite3 *db);

/* fence_text.c: functions over texts, in place of SQLite's that one call may run for minutes. */
bool cp_fence_functions(cp_fence *fence, sqlite3 *db);

/* Why a function of SQLite's is refused, for an authorizer of the caller's; NULL: it is not. */
const char *cp_fence_refuses(const char *function);

#endif
