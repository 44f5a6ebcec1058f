/*
 * file.h - whole files in, whole files out.
 *
 * An output is written beside its place, as .NAME.part, synced and renamed, so a failed or
 * killed run leaves the earlier file untouched.  What a killed run leaves beside it the next
 * one takes over; of two at once one waits for the other.
 */
#ifndef CP_BASE_FILE_H
#define CP_BASE_FILE_H

#include "base/buf.h"
#include "base/report.h"

/* The whole of a file, "-" being standard input.  `at` is the place that asked
 * for it: what cannot be read, or lies beyond the report's border, is a finding there (file NULL:
 * at the path itself). */
bool cp_file_read(const char *path, cp_place at, cp_buf *out, cp_report *report);

/* The first bytes of a regular file, at most `size` of them, in `out`; none where it cannot be
 * read. */
cp_str cp_file_head(const char *path, char *out, size_t size);

/* Put `data` in place of `path`, "-" being standard output; missing folders are made.  Links
 * stay and lead to the new file; devices and pipes are written into. */
bool cp_file_replace(const char *path, cp_str data, cp_report *report);

bool cp_file_exists(const char *path);
bool cp_is_folder(const char *path);
bool cp_is_same_file(const char *path, const char *other); /* ... by two names */

/* Names in a folder in byte order, without dotfiles and "~$*"; NULL and a
 * finding if it cannot be read. */
const char *const *cp_folder_list(cp_arena *arena, const char *path, size_t *count,
                                  cp_report *report);

/* Paths as text. */
const char *cp_path_join(cp_arena *arena, const char *folder,
                         const char *path); /* absolute stays */
cp_str cp_path_name(const char *path);      /* "data/a.csv" -> "a.csv" */
cp_str cp_path_stem(const char *path);      /* "data/a.b.csv" -> "a.b" */
cp_str cp_path_extension(const char *path); /* "csv", lower or upper as written; may be empty */
cp_str cp_path_folder(const char *path);    /* "data", "." for none */

/* Whether the extension is one of these, in whatever case; NULL ends them. */
bool cp_path_ends_in(const char *path, const char *const *extensions);

#endif
