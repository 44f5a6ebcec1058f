/* unit.h - units of the market: what 亿元 is in 元, and how to go from one to the other. */
#ifndef CP_BASE_UNIT_H
#define CP_BASE_UNIT_H

#include "base/str.h"

/*
 * A unit is a power of ten of a base word: 亿元 is 10^8 元, 万户 10^4 户, 亿 10^8,
 * 百万 10^6, % is 10^-2, ‰ 10^-3, bp (BP, 基点) 10^-4; any other word is a base of
 * its own (家, 点, 美元/桶).  The base of a bare count, of % and of bp is "".
 * Other names of a currency come to one: 亿元人民币 is 10^8 元.
 */
typedef struct cp_unit {
    int power;
    cp_str base; /* borrowed from the text that was parsed, or for good */
} cp_unit;

cp_unit cp_unit_parse(cp_str text);

/* Whether every part is a word of the trade: 亿元, 美元/桶, %, but not CPO or 贵州. */
bool cp_unit_known(cp_str text);

/* Whether the word may stand behind a number in a cell without making it a
 * label: 55600股 is a number; 3月, 10年 and 7天 name a month or a tenor. */
bool cp_unit_in_cell(cp_str text);

/* The power of ten that turns a number in `from` into one in `to`; false when
 * their bases differ (a count may be shown in any counted base and a counted
 * base as a count: 亿 -> 亿元 fits, 元 -> 户 and % -> 元 do not). */
bool cp_unit_convert(cp_str from, cp_str to, int *power);

/* The unit in a header's closing brackets: "成交额(亿元)" gives 亿元 and leaves
 * 成交额 in `*name`; （） [] 【】 too, and (单位：亿元).  False, and `*name` the whole, if
 * there is none or the brackets hold no known unit: 光模块(CPO). */
bool cp_unit_split(cp_str header, cp_str *name, cp_str *unit);

#endif
