/* explain.h - how a query came to its result: its parameters, the rows that went in, what it read. */
#ifndef CP_DATASET_EXPLAIN_H
#define CP_DATASET_EXPLAIN_H

#include "dataset/function.h"

/* ":start = 2026-04-13, :end = 2026-04-17"; empty where the query has none. */
cp_str cp_query_parameters(cp_arena *arena, const cp_dataset *dataset, cp_str sql);

/* A query for the rows that `sql` takes in: its own tables and conditions, with its order and
 * limit unless it aggregates.  No text where it has none, or joins several selects. */
cp_str cp_query_input(cp_arena *arena, cp_str sql);

/* The functions of ours that `sql` calls, each once, in its order. */
const cp_function *const *cp_query_functions(cp_arena *arena, cp_str sql, size_t *count);

#endif
