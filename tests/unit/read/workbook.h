/* workbook.h - for tests: workbooks written as their parts, so that each feature is in view. */
#ifndef CP_TESTS_WORKBOOK_H
#define CP_TESTS_WORKBOOK_H

#include "reading.h"

typedef struct cp_part {
    const char *name, *text;
} cp_part;

/* A zip file of the parts; the list ends with a nameless one. */
cp_buf pack_parts(const cp_part *parts);

/* The parts of a workbook whose one sheet, S, holds `data`: its rows, and what may follow them.
 * The shared texts are 日期, 值, 甲 and 乙 (in pieces and with its reading).  The styles are 0 plain,
 * 1 m/d/yy, 2 2026年4月13日 by number, 3 the same in Chinese sheets' numbers, 4 written out,
 * 5 percent, 6 a time. */
enum { BOOK_PARTS = 8 };
void book_parts(cp_part parts[BOOK_PARTS], cp_buf *sheet, const char *data);

/* What the reader makes of such a workbook, the file data/b.xlsx.  A wish may be NULL. */
cp_reading read_sheet(const char *data, const cp_read_wish *wish);
cp_reading read_parts(const cp_part *parts, const cp_read_wish *wish);
cp_reading read_book(cp_str bytes, const cp_read_wish *wish);

#endif
