/*
 * literal.h - a query for another database, which knows none of our parameters.
 */
#ifndef CP_DATASET_LITERAL_H
#define CP_DATASET_LITERAL_H

#include "dataset/dataset.h"

/*
 * `sql` with each :name written out as the dataset has it: 'text', '2026-04-13', 12.5.  What stands
 * in quotes or comments, and a cast (x::date), is left alone.  An unknown name is a finding at
 * `at`.
 */
bool cp_sql_write_out(cp_arena *arena, const cp_dataset *dataset, cp_str sql, cp_place at,
                      cp_str *out, cp_report *report);

#endif
