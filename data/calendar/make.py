#!/usr/bin/env python3
"""make.py CLOSES... > trading-days.csv: the days on which the Shanghai and Shenzhen exchanges traded.

Past days come from real closes: each CLOSES is a CSV of a daily market series (of an index, of
the margin balance) whose rows are trading days.  Where two series cover the same time they must
agree.  The days behind the last close are weekdays less the closures that the exchanges
published (CLOSED); add a year's notice when it is out, each December.
"""
import datetime
import re
import sys

DAY = datetime.timedelta(days=1)


def span(first, last):
    first, last = datetime.date.fromisoformat(first), datetime.date.fromisoformat(last)
    return {first + i * DAY for i in range((last - first).days + 1)}


# 关于2026年部分节假日休市安排的通知 (2025-12-22)
CLOSED = (
    span("2026-01-01", "2026-01-03")
    | span("2026-02-15", "2026-02-23")
    | span("2026-04-04", "2026-04-06")
    | span("2026-05-01", "2026-05-05")
    | span("2026-06-19", "2026-06-21")
    | span("2026-09-25", "2026-09-27")
    | span("2026-10-01", "2026-10-07")
)
LAST = datetime.date(2026, 12, 31)


def closes(path):
    text = open(path, "rb").read()
    try:
        text = text.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = text.decode("gb18030")
    dates = re.findall(r"^(?:[^\n]*?,)??(\d{4})[-/](\d{1,2})[-/](\d{1,2}),", text, re.M)
    return {datetime.date(*map(int, date)) for date in dates}


def published(day):
    return day.weekday() < 5 and day not in CLOSED


def main(paths):
    days = set()
    for series in map(closes, paths):
        both = max(min(days, default=LAST), min(series)), min(max(days, default=LAST), max(series))
        differing = [d for d in days ^ series if both[0] <= d <= both[1]]
        assert not (days and differing), sorted(map(str, differing))
        days |= series
    day = datetime.date(LAST.year, 1, 1)
    while day <= LAST:
        assert day > max(days) or (day in days) == published(day), day
        if published(day):
            days.add(day)
        day += DAY
    print("日期", *sorted(days), sep="\n")


main(sys.argv[1:])
