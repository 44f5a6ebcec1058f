/*
 * border.h - where the files that a pack names may lie.
 *
 * A pack may come from anybody; it must not reach for other files of its reader's.  Who opens
 * one draws a border around its folder, chartpack's own ones and what the command line names,
 * and hands it to the run's report.  Links lead where they lead: what counts is the file.
 */
#ifndef CP_BASE_BORDER_H
#define CP_BASE_BORDER_H

#include "base/report.h"

typedef struct cp_border {
    cp_arena *arena;
    struct cp_allowed *first;
} cp_border;

/* A file, or a folder with all that is in it; what is not there may become either. */
void cp_border_allow(cp_border *border, const char *path);

/* Whether the report's run may use this path, asked for at `at`; also whether it is a file, where
 * it is there: a pipe or a device may have no end.  False with a finding.  Without a
 * border all is allowed. */
bool cp_border_check(cp_report *report, const char *path, cp_place at);

/* Where `path` leads if links take it out of `folder`; NULL: it stays within. */
const char *cp_path_strays(cp_arena *arena, const char *path, const char *folder);

#endif
