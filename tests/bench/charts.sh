#!/bin/sh
# charts.sh PACK MARKET.csv: in the folder PACK, 30 charts of bars with a line and their data.
mkdir -p "$1/charts" "$1/data"
cp "$2" "$1/data/market.csv"
for i in $(seq 1 30); do
    cat >"$1/charts/c$i.yaml" <<YAML
title: 全A成交额与指数 $i
source: 示例
sql: select 日期, 成交额, 收盘 from market where 日期 >= date(:end, '-88 days')
x: 日期
y: {format: ",.0f"}
right: {format: ",.0f"}
marks:
  - {bar: 成交额, color: bar}
  - {line: 收盘, axis: right, color: up}
YAML
done
