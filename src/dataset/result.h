/* result.h - the rows of a query become a table. */
#ifndef CP_DATASET_RESULT_H
#define CP_DATASET_RESULT_H

#include "dataset/judge.h"

/* Run the prepared query to its end; NULL with findings. */
cp_table *cp_result_read(cp_query *query, const cp_verdict *verdict);

#endif
