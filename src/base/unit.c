#include "base/unit.h"

#include <stdint.h>

typedef struct word {
    const char *text;
    int power;
} word;

/* Written before a base, the small ones before the large: 百万, 千亿, 万亿. */
static const word magnitudes[] = {
    { "十", 1 }, { "百", 2 }, { "千", 3 }, { "万", 4 }, { "亿", 8 },
};

/* Units of a plain ratio, which no magnitude precedes. */
static const word ratios[] = {
    { "%", -2 },   { "％", -2 },   { "百分点", -2 }, { "个百分点", -2 }, { "pct", -2 },
    { "PCT", -2 }, { "‰", -3 },    { "bp", -4 },     { "BP", -4 },       { "bps", -4 },
    { "BPS", -4 }, { "基点", -4 }, { "个基点", -4 },
};

static const struct {
    const char *text, *base;
} aliases[] = {
    { "人民币", "元" }, { "元人民币", "元" }, { "人民币元", "元" }, { "CNY", "元" },
    { "RMB", "元" },    { "美金", "美元" },   { "USD", "美元" },    { "港币", "港元" },
    { "HKD", "港元" },  { "EUR", "欧元" },    { "JPY", "日元" },
};

static const char *const bases[] = {
    "元",   "角",   "分",     "美元",   "港元", "欧元",   "日元",   "英镑",   "股",
    "手",   "张",   "份",     "户",     "家",   "只",     "个",     "人",     "人次",
    "次",   "笔",   "点",     "倍",     "板",   "连板",   "桶",     "吨",     "克",
    "公斤", "盎司", "磅",     "蒲式耳", "升",   "立方米", "平方米", "平米",   "亩",
    "米",   "公里", "台",     "辆",     "部",   "件",     "套",     "枚",     "块",
    "片",   "颗",   "箱",     "头",     "艘",   "架",     "瓦",     "千瓦",   "千瓦时",
    "瓦时", "兆瓦", "兆瓦时", "卡",     "合约", "口",     "MW",     "GW",     "kW",
    "kWh",  "MWh",  "GWh",    "TWh",    "kg",   "Token",  "token",  "Tokens", "tokens",
};

/* Bases of time: in a header they are units, in a cell they make a label. */
static const char *const times[] = {
    "年", "月", "日", "天", "周", "季", "季度", "小时", "分钟", "秒", "个月", "交易日", "个交易日",
};

enum { COUNT_MAGNITUDES = 3 };

#define LENGTH(array) (sizeof(array) / sizeof *(array))

static bool listed(cp_str text, const char *const *list, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (cp_str_is(text, list[i]))
            return true;
    return false;
}

static bool ratio(cp_str text, int *power)
{
    for (size_t i = 0; i < LENGTH(ratios); i++)
        if (cp_str_is(text, ratios[i].text)) {
            *power = ratios[i].power;
            return true;
        }
    return false;
}

/* Takes one magnitude off the head of `*text`: its power, or 0. */
static int take_magnitude(cp_str *text)
{
    for (size_t i = 0; i < LENGTH(magnitudes); i++) {
        cp_str head = cp_str_from(magnitudes[i].text);

        if (cp_str_starts(*text, head)) {
            *text = cp_str_slice(*text, head.size, text->size);
            return magnitudes[i].power;
        }
    }
    return 0;
}

cp_unit cp_unit_parse(cp_str text)
{
    cp_unit unit = { 0, cp_str_trim(text) };
    int power;

    if (ratio(unit.base, &unit.power)) {
        unit.base = CP_STR("");
        return unit;
    }
    for (int i = 0; i < COUNT_MAGNITUDES && (power = take_magnitude(&unit.base)); i++)
        unit.power += power;
    for (size_t i = 0; i < LENGTH(aliases); i++)
        if (cp_str_is(unit.base, aliases[i].text))
            unit.base = cp_str_from(aliases[i].base);
    if (!unit.base.size)
        unit.base = CP_STR("");
    return unit;
}

static bool known_part(cp_str text, bool with_time)
{
    cp_unit unit = cp_unit_parse(text);

    if (!unit.base.size)
        return unit.power != 0;
    return listed(unit.base, bases, LENGTH(bases))
           || (with_time && listed(unit.base, times, LENGTH(times)));
}

bool cp_unit_known(cp_str text)
{
    cp_str rest = cp_str_trim(text);

    if (!rest.size)
        return false;
    while (rest.data)
        if (!known_part(cp_str_next(&rest, '/'), true))
            return false;
    return true;
}

bool cp_unit_in_cell(cp_str text)
{
    cp_str rest = cp_str_trim(text);

    if (!rest.size || !known_part(cp_str_next(&rest, '/'), false))
        return false;
    return !rest.data || cp_unit_known(rest);
}

bool cp_unit_convert(cp_str from, cp_str to, int *power)
{
    cp_unit a = cp_unit_parse(from), b = cp_unit_parse(to);
    bool counts = a.power >= 0 && b.power >= 0 && (!a.base.size || !b.base.size);
    bool share = (a.power < 0 && b.power > 0) || (a.power > 0 && b.power < 0);

    *power = a.power - b.power;
    return (cp_str_eq(a.base, b.base) && !share) || counts;
}

static const struct {
    const char *open, *close;
} brackets[] = { { "(", ")" }, { "（", "）" }, { "[", "]" }, { "【", "】" } };

/* The text in the closing brackets of `header`, and where they open. */
static bool bracketed(cp_str header, cp_str *inside, size_t *opens)
{
    for (size_t i = 0; i < LENGTH(brackets); i++) {
        cp_str open = cp_str_from(brackets[i].open), close = cp_str_from(brackets[i].close);
        size_t at = SIZE_MAX, next = 0;

        if (!cp_str_ends(header, close))
            continue;
        while ((next = cp_str_find(header, open, next)) != SIZE_MAX)
            at = next++;
        if (at == SIZE_MAX)
            continue;
        *opens = at;
        *inside = cp_str_slice(header, at + open.size, header.size - close.size);
        return true;
    }
    return false;
}

bool cp_unit_split(cp_str header, cp_str *name, cp_str *unit)
{
    static const char *const leads[] = { "单位：", "单位:" };
    cp_str whole = cp_str_trim(header), inside;
    size_t opens;

    *name = whole;
    *unit = CP_STR("");
    if (!bracketed(whole, &inside, &opens))
        return false;
    inside = cp_str_trim(inside);
    for (size_t i = 0; i < LENGTH(leads); i++)
        if (cp_str_starts(inside, cp_str_from(leads[i])))
            inside = cp_str_slice(inside, cp_str_from(leads[i]).size, inside.size);
    inside = cp_str_trim(inside);
    if (!cp_unit_known(inside))
        return false;
    *unit = inside;
    *name = cp_str_trim(cp_str_slice(whole, 0, opens));
    return true;
}
