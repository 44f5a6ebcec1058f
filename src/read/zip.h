/*
 * zip.h - the parts of a zip file in memory, one after the other, as pieces.
 *
 * Nothing is held but the piece; a part that grows out of all proportion to
 * its packed size is refused, for it is made to fill the memory.
 */
#ifndef CP_READ_ZIP_H
#define CP_READ_ZIP_H

#include "base/report.h"
#include "base/str.h"

typedef struct cp_zip cp_zip;

/* NULL where the file's directory is damaged or cut off. */
cp_zip *cp_zip_open(cp_arena *arena, cp_str bytes);
void cp_zip_close(cp_zip *zip);

/* Names count as equal in either case, as they do to those who write such files. */
bool cp_zip_has(cp_zip *zip, const char *part);

/* Takes the next piece of a part; false: enough. */
typedef bool (*cp_zip_taker)(void *context, cp_str piece);

/* Give a part to `take`.  False: the part is not there, damaged, locked or a bomb, which the
 * report says at `at`. */
bool cp_zip_run(cp_zip *zip, const char *part, cp_zip_taker take, void *context, cp_place at,
                cp_report *report);

#endif
