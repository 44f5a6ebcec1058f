#!/bin/sh
# rows.sh ROWS: in the working directory, a pack whose one slide is a table of so many rows (rows-ROWS/): a
# group merged over seven rows, names, words that wrap, and numbers by sign, one of them with a bar.
pack=rows-$1
mkdir -p "$pack/data" "$pack/charts"
printf 'title: 明细\ndate: 2026-04-19\norganization: 示例\n' >"$pack/pack.yaml"
printf '## 明细\n\n![](charts/rows.yaml)\n' >"$pack/deck.md"
awk -v rows="$1" 'BEGIN {
    srand(5)
    split("锂电池 半导体产业 光模块 具身智能 创新药 氢能源 商业航天", track, " ")
    split("高位上行，两融与成交同步放大|中位，等待一季报|低位回升|公告回购，股东增持计划未完成", remark, "|")
    print "组,名称,净流入(亿元),涨跌幅,备注"
    for (i = 0; i < rows; i++)
        printf "%s%d,样本%05d,%.2f,%.2f%%,%s\n", track[int(i / 7) % 7 + 1], i / 49 + 1, i,
            (rand() - 0.4) * 30, (rand() - 0.5) * 20, remark[i % 4 + 1]
}' >"$pack/data/rows.csv"
cat >"$pack/charts/rows.yaml" <<'YAML'
type: table
title: 个股明细
source: 示例
data: rows
columns:
  - {field: 组, merge: same}
  - {field: 名称}
  - {field: 净流入, cell: bar, color: sign, format: ".2f"}
  - {field: 涨跌幅, color: sign, format: ".1%"}
  - {field: 备注}
YAML
