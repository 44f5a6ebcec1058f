#include "base/dayword.h"

static int take_number(cp_str text, size_t *at, size_t most)
{
    const int large = 100000000; /* no day, month or year; long runs of digits are passed over */
    size_t from = *at;
    int number = 0;

    for (; *at < text.size && *at - from < most && text.data[*at] >= '0' && text.data[*at] <= '9';
         ++*at)
        number = number < large ? number * 10 + (text.data[*at] - '0') : large;
    return *at == from ? -1 : number;
}

static bool take(cp_str text, size_t *at, cp_str sign)
{
    bool there = cp_str_starts(cp_str_slice(text, *at, text.size), sign);

    *at += there ? sign.size : 0;
    return there;
}

/* 2026-04-13, 2026/4/13, 2026年4月13日, and 4月13日 of `year`. */
static bool read_at(cp_str text, size_t from, int year, cp_dayword *out)
{
    size_t at = from;
    int first = take_number(text, &at, 4), month, day;

    if (first < 0)
        return false;
    if (take(text, &at, CP_STR("月"))) {
        month = first;
        day = take_number(text, &at, 2);
    } else {
        bool han = take(text, &at, CP_STR("年"));
        char sign = at < text.size ? text.data[at] : ' ';

        if (!han && sign != '-' && sign != '/' && sign != '.')
            return false;
        if (first < 1900)
            return false;
        at += !han;
        year = first;
        month = take_number(text, &at, 2);
        if (!take(text, &at, han ? CP_STR("月") : (cp_str){ &sign, 1 }))
            return false;
        day = take_number(text, &at, 2);
    }
    take(text, &at, CP_STR("日"));
    *out = (cp_dayword){ from, at, day < 1 ? CP_NO_DATE : cp_date_from(year, month, day) };
    return out->date != CP_NO_DATE;
}

bool cp_dayword_find(cp_str text, size_t at, int year, cp_dayword *out)
{
    while (at < text.size) {
        size_t end = at;

        if (take_number(text, &end, SIZE_MAX) >= 0) {
            if (read_at(text, at, year, out))
                return true;
            at = end;
        } else {
            at++;
        }
    }
    return false;
}
