/*
 * inputs.h - the files that a build read, and one digest of them all.
 *
 * The list is text that `sha256sum --check` reads: a digest and a path a line,
 * in the order of the paths, and what was set on the command line as remarks.
 * Paths are relative to the pack; what chartpack brings itself stands behind
 * "chartpack:".  The digest of a build is that of its list.
 */
#ifndef CP_PACK_INPUTS_H
#define CP_PACK_INPUTS_H

#include "pack/pack.h"

typedef struct cp_inputs {
    cp_str list;
    cp_str digest; /* SHA-256, hexadecimal */
} cp_inputs;

/* For cp_report.digest: files are hashed as they are read. */
const char *cp_input_digest(cp_arena *arena, cp_str bytes);

/* The file read so far that `path` leads to, by whatever name it was read; NULL: none. */
const char *cp_input_find(const chartpack *job, const char *path);

bool cp_inputs_list(chartpack *job, cp_inputs *out);

#endif
