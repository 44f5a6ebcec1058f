/* dayword.h - days that a running text names: 4月13日, 2026-04-13. */
#ifndef CP_BASE_DAYWORD_H
#define CP_BASE_DAYWORD_H

#include "base/date.h"

typedef struct cp_dayword {
    size_t from, to; /* its bytes */
    cp_date date;
} cp_dayword;

/* The next day at or behind `at`, as 2026-04-13, 2026/4/13, 2026.4.13 or 2026年4月13日, or as 4月13日
 * of `year`; false where there is none. */
bool cp_dayword_find(cp_str text, size_t at, int year, cp_dayword *out);

#endif
