/* init.c - a small pack to begin with: the shipped starter, copied. */

#include "base/file.h"
#include "pack/copy.h"
#include "pack/pack.h"

bool chartpack_init(chartpack *job, const char *folder)
{
    if (!job->home)
        return cp_fail_system(&job->report, (cp_place){ 0 },
                              "no shipped files beside the program; set CHARTPACK_HOME");
    return cp_pack_copy(&job->arena, cp_path_join(&job->arena, job->home, "starter"), folder,
                        (cp_str){ 0 }, &job->report);
}
