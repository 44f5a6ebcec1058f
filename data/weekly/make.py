#!/usr/bin/env python3
"""make.py FOLDER: write the sample series of the weekly as CSV files.

The series are invented (示例数据) from a fixed seed, and bent so that they hit the published
figures of the week exactly: weekly means, the margin balance, the week's return.  The same
Python or a later one writes the same bytes.
"""
import csv
import datetime
import math
import os
import random
import sys

FIRST, LAST = datetime.date(2025, 10, 9), datetime.date(2026, 4, 17)
WEEK = (datetime.date(2026, 4, 13), datetime.date(2026, 4, 17))
BEFORE = (datetime.date(2026, 4, 7), datetime.date(2026, 4, 10))
CLOSED = {  # weekdays on which the exchanges are shut, as published
    *(datetime.date(2025, 1, d) for d in (1, 28, 29, 30, 31)),
    *(datetime.date(2025, 2, d) for d in (3, 4)),
    datetime.date(2025, 4, 4),
    *(datetime.date(2025, 5, d) for d in (1, 2, 5)),
    datetime.date(2025, 6, 2),
    *(datetime.date(2025, 10, d) for d in range(1, 9)),
    *(datetime.date(2026, 1, d) for d in (1, 2)),
    *(datetime.date(2026, 2, d) for d in (16, 17, 18, 19, 20, 23)),
    datetime.date(2026, 4, 6),
}

# The tracks of the crowding page by class, in the order of its legend.
TRACKS = {
    "TMT":
        "物联网 光通信 数字经济 晶圆产业 数字孪生 存储器 消费电子代工 半导体材料 消费电子产业 "
        "5G应用 先进封装 大数据 半导体设备 MCU芯片 芯片 传感器 信创产业 WEB3.0 6G GPU HBM "
        "光芯片 ASIC芯片 OLED 半导体产业 电路板 卫星互联网",
    "人工智能":
        "云计算 服务器 液冷服务器 光模块(CPO) IDC(算力租赁) AI穿戴设备 虚拟人 东数西算 AI算力 "
        "AI应用 AIPC 高速铜连接 智能体 AI手机",
    "高端制造":
        "核电 新材料 卫星导航 工业互联网 挖掘机 低空经济 商业航天 虚拟电厂 量子技术 大飞机 "
        "深海科技 工业母机",
    "机器人": "人形机器人 具身智能 机器视觉 减速器",
    "新消费":
        "海南自贸港 K-12教育 创新药 仿制药 宠物经济 生物科技 免税店 医疗器械精选 中药精选 "
        "医美 CRO 动物保健精选 短剧游戏 生物合成 跨境电商 谷子经济 家电",
    "周期":
        "黄金珠宝 稀土 磷化工 煤炭开采精选 工业金属精选 稀有金属精选 化学纤维精选 "
        "化学原料精选 雅江水电站 小金属 猪产业 锂矿 铜产业 锑墨锗镓",
    "清洁能源": "新能源 风力发电 光伏 钙钛矿电池 TOPcon电池 燃料电池 BC电池 储能 HJT电池 光伏逆变器",
    "新能源车":
        "新能源汽车 新能源整车 锂电负极 汽车整车精选 钠离子电池 汽车芯片 固态电池 "
        "磷酸铁锂电池 锂电正极 锂电电解液 锂电池 动力电池",
    "金融": "银行精选 保险精选",
}


def trading_days(first, last):
    day = first
    while day <= last:
        if day.weekday() < 5 and day not in CLOSED:
            yield day
        day += datetime.timedelta(days=1)


DAYS = list(trading_days(FIRST, LAST))
T_MINUS_1 = [d for d in DAYS if d < LAST]  # what the exchanges publish a day late


def noise(r):
    """About normal, from uniform numbers only, whose sequence Python keeps between versions."""
    return sum(r.random() for _ in range(6)) - 3


def walk(r, start, step, pull, count):
    """A series that wanders and is drawn back to where it began."""
    value, out = start, []
    for _ in range(count):
        value += step * noise(r) + pull * (start - value)
        out.append(value)
    return out


def bend_mean(values, days, span, mean):
    """Shift the whole numbers of the days in span so that they average `mean` exactly."""
    inside = [i for i, d in enumerate(days) if span[0] <= d <= span[1]]
    missing = mean * len(inside) - sum(values[i] for i in inside)
    for k, i in enumerate(inside):
        share = missing // (len(inside) - k)
        values[i] += share
        missing -= share
    assert sum(values[i] for i in inside) == mean * len(inside)


def market(r):
    closes, value = [], 5905.0
    for _ in DAYS:
        value *= 1 + 0.0008 + 0.0085 * noise(r)
        closes.append(value)
    at = {d: i for i, d in enumerate(DAYS)}
    start, end = at[datetime.date(2026, 4, 10)], at[LAST]
    closes[start] = round(closes[start], 2)
    pull = closes[start] * 1.0248 / closes[end]  # the week's return is 2.48 %
    for k in range(start + 1, end + 1):
        closes[k] *= pull ** ((k - start) / (end - start))
    closes = [round(c, 2) for c in closes]

    amount = [round(a) for a in walk(r, 22300, 900, 0.12, len(DAYS))]
    bend_mean(amount, DAYS, WEEK, 23489)
    bend_mean(amount, DAYS, BEFORE, 21332)
    changes = [0.0004] + [closes[i] / closes[i - 1] - 1 for i in range(1, len(DAYS))]
    rising = [min(5100, max(260, round(2660 + 118000 * c + 260 * noise(r)))) for c in changes]
    bend_mean(rising, DAYS, WEEK, 2710)
    bend_mean(rising, DAYS, BEFORE, 3345)
    falling = [5440 - up - round(60 + 40 * r.random()) for up in rising]
    rows = zip(DAYS, closes, (f"{100 * c:.2f}%" for c in changes), amount, rising, falling)
    return ["日期", "收盘", "涨跌幅", "成交额(亿元)", "上涨家数", "下跌家数"], rows, amount, changes


def limits(r, changes):
    up = [max(24, round(76 + 1500 * c + 11 * noise(r))) for c in changes]
    bend_mean(up, DAYS, WEEK, 73)
    bend_mean(up, DAYS, BEFORE, 87)
    down = [max(1, round(13 - 900 * c + 5 * noise(r))) for c in changes]
    streak = [max(4, round(0.19 * u + 3 * noise(r))) for u in up]
    advance = [min(0.62, max(0.12, 0.29 + 4 * c + 0.05 * noise(r))) for c in changes]
    broken = [min(0.55, max(0.10, 0.25 - 4 * c + 0.04 * noise(r))) for c in changes]
    height, level = [], 4
    for c in changes:
        level = level + 1 if r.random() < 0.62 and level < 9 else max(3, level - 3)
        height.append(level)
    names, at = [], -1  # who holds the longest run: another stock each time that it breaks
    for before, now in zip([99] + height, height):
        at += now <= before
        names.append("示例" + "甲乙丙丁戊己庚辛壬癸"[at % 10])
    rows = zip(DAYS, up, down, streak, (f"{100 * a:.1f}%" for a in advance),
               (f"{100 * b:.1f}%" for b in broken), height, names)
    return ["日期", "涨停", "跌停", "连板", "晋级率", "炸板率", "最高连板", "最高连板股"], rows


def margin(r, amount):
    count = len(T_MINUS_1)
    buying = [round(a * (0.098 + 0.006 * noise(r)), 2) for a in amount[:count]]
    net = [round(24 + 62 * noise(r), 2) for _ in range(count)]
    short = [round(s, 2) for s in walk(r, 188, 1.2, 0.05, count)]
    balance = [0.0] * count
    balance[-1] = round(26687 - short[-1], 2)  # margin balance = financing + short, 26687 on 4/16
    for i in range(count - 1, 0, -1):
        balance[i - 1] = round(balance[i] - net[i], 2)
    people = [round(180.2 + 0.09 * i + 0.5 * noise(r), 2) for i in range(count)]
    rows = zip(T_MINUS_1, balance, short, buying, (round(b - n, 2) for b, n in zip(buying, net)), people)
    return ["日期", "融资余额(亿元)", "融券余额(亿元)", "融资买入额(亿元)", "融资偿还额(亿元)",
            "两融投资者(万户)"], rows


def funds(r, amount):
    north = [round(a * (0.121 + 0.006 * noise(r)), 2) for a in amount]
    small = [round(150 + 170 * noise(r), 2) for _ in DAYS]
    medium = [round(-20 + 80 * noise(r), 2) for _ in DAYS]
    big = [round(-s - m + 30 * noise(r), 2) for s, m in zip(small, medium)]
    return ["日期", "北向成交额(亿元)", "散户(亿元)", "大户(亿元)", "机构(亿元)"], \
        zip(DAYS, north, small, medium, big)


def rates(r):
    count = len(T_MINUS_1)
    dr007 = walk(r, 1.47, 0.035, 0.35, count)
    bill = walk(r, 1.31, 0.012, 0.06, count)
    spread = walk(r, -2.24, 0.03, 0.04, count)
    csi = [4580.0]
    while len(csi) < count:
        csi.append(csi[-1] * (1 + 0.0005 + 0.0078 * noise(r)))
    premium = walk(r, 2.78, 0.045, 0.03, count)
    rows = ((d, *(f"{v:.4f}" for v in (a, b)), "1.40", f"{c:.2f}", f"{s:.4f}", f"{p:.4f}")
            for d, a, b, c, s, p in zip(T_MINUS_1, dr007, bill, csi, spread, premium))
    return ["日期", "DR007(%)", "一年期国债(%)", "7天逆回购(%)", "沪深300", "中美利差(%)", "风险溢价(%)"], rows


def desks(r, changes):
    pcr = walk(r, 0.82, 0.03, 0.15, len(DAYS))
    buy = [f"{1.05 + 0.16 * noise(r):.2f}%" for _ in DAYS]
    sell = [f"{1.01 + 0.15 * noise(r):.2f}%" for _ in DAYS]
    long, short, up, down = [], [], 1420.0, 1180.0
    for c in changes:
        up += 0.12 * (1450 + 21000 * c - up) + 55 * noise(r)
        down += 0.12 * (1150 - 21000 * c - down) + 45 * noise(r)
        long.append(round(up))
        short.append(round(down))
    return ["日期", "持仓PCR", "龙虎榜买入占比", "龙虎榜卖出占比", "多头排列(家)", "空头排列(家)"], \
        zip(DAYS, (f"{p:.3f}" for p in pcr), buy, sell, long, short)


def tracks(r, folder):
    """Daily returns of the tracks in hot_tracks.csv, whose weeks compound to those printed there."""
    with open(os.path.join(folder, "hot_tracks.csv"), encoding="utf-8") as file:
        printed = list(csv.DictReader(file))
    rows = []
    for track in printed:
        for span, column in ((BEFORE, "涨跌幅-上周"), (WEEK, "涨跌幅-本周")):
            days = [d for d in DAYS if span[0] <= d <= span[1]]
            whole = math.log1p(float(track[column].rstrip("%")) / 100)
            moves = [0.021 * noise(r) for _ in days]
            drift = (whole - sum(moves)) / len(days)
            rows += [(d, track["细分主题"], f"{100 * math.expm1(m + drift):.2f}%") for d, m in zip(days, moves)]
    return ["日期", "概念", "涨跌幅"], sorted(rows, key=lambda row: row[0])


WINDOW, SHOWN = 250, 24  # days that a quantile ranks among, days whose quantiles are shown


def closes_of(r, days, track):
    """Weekly returns that round to those printed, and differ by the printed change, unrounded."""
    now, before = (float(track[f"涨跌幅-{week}"].rstrip("%")) for week in ("本周", "上周"))
    change = points(track["涨跌幅-环比(PCT)"])
    low, high = max(before - 0.05, now - change - 0.05), min(before + 0.05, now - change + 0.05)
    prior = (low + high) / 2
    inner = 0.0485  # off the edges of rounding, which the change's own rounding leaves room for
    weeks = [min(printed + inner, max(printed - inner, value))
             for printed, value in ((before, prior), (now, prior + change))]
    moves = [0.013 * noise(r) for _ in days]
    for span, whole in zip((BEFORE, WEEK), weeks):
        inside = [i for i, d in enumerate(days) if span[0] <= d <= span[1]]
        drift = (math.log1p(whole / 100) - sum(moves[i] for i in inside)) / len(inside)
        for i in inside:
            moves[i] += drift
    level, out = math.log(1000), []
    for move in moves:
        level += move
        out.append(f"{math.exp(level):.4f}")
    return out


def ranks_of(r, days, track):
    """How many of the 249 days before are below each day shown; two of them as printed."""
    rank = {LAST: "本周", BEFORE[1]: "上周"}
    fixed = {day: math.ceil(float(track[f"拥挤度分位数-{week}"].rstrip("%")) * 10 * (WINDOW - 1) / 1000 - 1e-9)
             for day, week in rank.items()}
    out, value = [], float(fixed[BEFORE[1]])
    for day in reversed(days):
        value = fixed.get(day, min(WINDOW - 1, max(0, value + 9 * noise(r))))
        out.append(round(value))
    return out[::-1]


def crowding_of(r, ranks, count):
    """A raw measure that takes just these ranks among the days before it."""
    out = [round(math.exp(-3.2 + 0.3 * noise(r)), 6) for _ in range(count)]
    for rank in ranks:
        before = sorted(out[-(WINDOW - 1):])
        low = before[rank - 1] if rank else before[0] * 0.96
        high = before[rank] if rank < WINDOW - 1 else before[-1] * 1.04
        out.append(low + (high - low) * (0.3 + 0.4 * r.random()))
    return [f"{value:.7f}" for value in out]


def points(cell):
    return -float(cell[1:-1]) if cell.startswith("(") else float(cell)


def hot_days(folder):
    """Days of the tracks in hot_tracks.csv, out of which all that is printed there can be reckoned."""
    with open(os.path.join(folder, "hot_tracks.csv"), encoding="utf-8") as file:
        printed = list(csv.DictReader(file))
    days = list(trading_days(datetime.date(2025, 1, 1), LAST))[-(WINDOW - 1 + SHOWN):]
    rows = []
    for k, track in enumerate(printed):
        r = random.Random(20260417 + k)
        closes = closes_of(r, days, track)
        crowding = crowding_of(r, ranks_of(r, days[-SHOWN:], track), len(days) - SHOWN)
        rows += zip(days, [track["细分主题"]] * len(days), closes, crowding)
    return ["日期", "细分主题", "收盘", "拥挤度"], sorted(rows, key=lambda row: row[0])


def crowding(folder):
    """All tracks of the crowding page: those in hot_tracks.csv as printed there, the others invented."""
    with open(os.path.join(folder, "hot_tracks.csv"), encoding="utf-8") as file:
        printed = {track["细分主题"]: track for track in csv.DictReader(file)}
    lift = {"新能源车": (6, 14), "清洁能源": (2, 4), "机器人": (-8, -8), "新消费": (-2, -4), "周期": (-3, -2)}
    r = random.Random(20260417)
    rows = []
    for name, tracks in TRACKS.items():
        right, up = lift.get(name, (0, 0))
        for track in tracks.split():
            change = min(38.0, max(-36.0, 2 + right + 17 * noise(r)))
            level = min(100.0, 24 + abs(33 + up + 28 * noise(r)))
            if track in printed:
                now = printed[track]
                digits = now["拥挤度分位数-环比(PCT)"]
                rows.append((track, name, now["拥挤度分位数-本周"],
                             f"{-float(digits[1:-1]) if digits[0] == '(' else float(digits):.1f}%", "实际"))
            else:
                rows.append((track, name, f"{level:.1f}%", f"{change:.1f}%", "示例"))
    return ["赛道", "类别", "拥挤度分位数", "分位数变化", "数据"], rows


def accounts():
    months = ["2025-04", "2025-05", "2025-06", "2025-07", "2025-08", "2025-09", "2025-10", "2025-11",
              "2025-12", "2026-01", "2026-02", "2026-03"]
    counts = [192.44, 155.56, 164.64, 196.36, 265.03, 293.72, 230.99, 238.14, 259.67, 491.58, 248.30, 306.10]
    return ["月份", "新增账户(万户)"], zip(months, counts)


def write(folder, name, head, rows):
    with open(os.path.join(folder, name), "w", encoding="utf-8", newline="") as file:
        out = csv.writer(file, lineterminator="\n")
        out.writerow(head)
        out.writerows(rows)


def main():
    folder = sys.argv[1]
    r = random.Random(20260419)
    head, rows, amount, changes = market(r)
    write(folder, "market.csv", head, rows)
    write(folder, "limits.csv", *limits(r, changes))
    write(folder, "margin.csv", *margin(r, amount))
    write(folder, "funds.csv", *funds(r, amount))
    write(folder, "rates.csv", *rates(r))
    write(folder, "desks.csv", *desks(r, changes))
    write(folder, "tracks.csv", *tracks(r, folder))
    write(folder, "crowding.csv", *crowding(folder))
    write(folder, "accounts.csv", *accounts())
    write(folder, "hot_days.csv", *hot_days(folder))


main()
