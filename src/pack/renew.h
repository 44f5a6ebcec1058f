/* renew.h - what a pack's writer must renew, once its dates are advanced. */
#ifndef CP_PACK_RENEW_H
#define CP_PACK_RENEW_H

#include "pack/pack.h"

/* Of the pack in `folder`, a copy of the job's own with later dates; a zeroed one behind the
 * last.  Sources that are still old, slides that name days of the old period, values that moved
 * most. */
const chartpack_chore *cp_pack_chores(chartpack *job, const char *folder);

#endif
