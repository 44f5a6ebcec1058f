/*
 * numfmt.h - what a sheet's number format shows: a number, a share, a day, a time.
 *
 * A sheet keeps days as numbers; only their format tells that they are days.
 */
#ifndef CP_READ_NUMFMT_H
#define CP_READ_NUMFMT_H

#include "base/str.h"

typedef enum cp_numfmt {
    CP_NUMFMT_PLAIN,
    CP_NUMFMT_PERCENT,
    CP_NUMFMT_DATE, /* with or without a time */
    CP_NUMFMT_TIME
} cp_numfmt;

cp_numfmt cp_numfmt_builtin(int id);   /* with those of Chinese, Japanese and Korean sheets */
cp_numfmt cp_numfmt_read(cp_str code); /* "yyyy-mm-dd;@", "0.0%", "[h]:mm" */

/*
 * The text of a cell's stored number, as exact as it is stored: "1.14%" for 0.0114 shown as a
 * share, "2026-04-13" or "2026-04-13 09:30:00" for a day.  A day that is none is a bare number.
 */
cp_str cp_numfmt_text(cp_arena *arena, cp_numfmt format, cp_str stored, bool from_1904);

#endif
