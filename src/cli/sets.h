/*
 * sets.h - the sets of parameters of a batch: the rows of a table.
 *
 * Each column names a parameter.  What the command line says of files may hold {NAME}, which
 * is the row's value, and {row}, the number of the row.
 */
#ifndef CP_CLI_SETS_H
#define CP_CLI_SETS_H

#include "cli/command.h"

typedef struct cp_set {
    int line;                  /* where it stands in the table's file */
    const char *words;         /* "code = 600519, name = 贵州茅台" */
    const char *const *values; /* "code=600519", ..., behind those of --set; NULL-terminated */
    const char *output;
    const char *chart; /* NULL: the deck */
} cp_set;

typedef struct cp_sets {
    const char *file;
    cp_set *item;
    size_t count;
} cp_sets;

/* The rows of `file` that belong to the shard; findings, all of them, are told.  What is given
 * out lives in the arena.  False with an exit status. */
bool cp_sets_read(const cp_call *call, cp_arena *arena, cp_sets *out, int *status);

#endif
