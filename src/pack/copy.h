/* copy.h - a pack as a new folder: all of it is there, or nothing. */
#ifndef CP_PACK_COPY_H
#define CP_PACK_COPY_H

#include "base/report.h"
#include "base/str.h"

/*
 * Copy the folder `from` to `to`, which must be new or empty, but for dotfiles; with a
 * `manifest` that has a size, its text goes into pack.yaml instead of the copied one.  What is
 * written stands aside until it is complete.
 */
bool cp_pack_copy(cp_arena *arena, const char *from, const char *to, cp_str manifest,
                  cp_report *report);

#endif
