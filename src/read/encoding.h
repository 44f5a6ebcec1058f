/*
 * encoding.h - the bytes of a file as UTF-8.
 *
 * In order: a byte order mark (UTF-8, UTF-16), strict UTF-8, GB18030 (which
 * holds GBK and GB2312).  A guess that could be wrong is a finding: a UTF-8
 * file with a few broken bytes is not read as GB18030, nor is a file in a
 * western 8-bit code, whose letters GB18030 would swallow in pairs.
 */
#ifndef CP_READ_ENCODING_H
#define CP_READ_ENCODING_H

#include "base/buf.h"
#include "base/report.h"

typedef struct cp_decoded {
    cp_str text;      /* valid UTF-8 without a byte order mark and without NUL */
    const char *name; /* as in cp_read_story */
    cp_buf own;       /* holds `text` where it had to be converted */
} cp_decoded;

/* `wish` names an encoding for iconv, or is empty; `wish_at` is where it was
 * asked for, `at` the place of the first byte.  Whoever gets `out` frees
 * `out->own`, also after a false. */
bool cp_decode(cp_arena *arena, cp_str bytes, cp_place at, cp_str wish, cp_place wish_at,
               cp_decoded *out, cp_report *report);

#endif
