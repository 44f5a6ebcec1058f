#!/bin/sh
# fiftytwo.sh WEEKLY: in the working directory, a pack of 52 slides (fiftytwo/): 36 of text, each
# of some 450 characters out of the sample weekly's, and 16 with 30 charts over its market data.
weekly=$1
mkdir -p fiftytwo/charts fiftytwo/data
cp "$weekly/data/market.csv" fiftytwo/data/
printf 'title: 五十二页\ndate: 2026-04-19\norganization: 示例\n' >fiftytwo/pack.yaml
for i in $(seq 1 30); do
    cat >"fiftytwo/charts/c$i.yaml" <<YAML
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
# Characters are counted as bytes that begin one; the points go round and round.
cat "$weekly"/*.md | LC_ALL=C awk '
    /^- \*\*/ { point[count++] = $0 }
    END {
        for (slide = 1; slide <= 36; slide++) {
            printf "## 要点 %d\n\n", slide
            for (letters = 0; letters < 400; next_point++) {
                line = point[next_point % count]
                print line
                gsub(/[\200-\277*]/, "", line)
                letters += length(line)
            }
            print ""
        }
        for (slide = 1; slide <= 16; slide++) {
            printf "## 图表 %d\n\n![](charts/c%d.yaml)", slide, ++chart
            if (slide <= 14)
                printf " ![](charts/c%d.yaml)", ++chart
            print "\n"
        }
    }' >fiftytwo/deck.md
