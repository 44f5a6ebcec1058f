#!/bin/sh
# fiftytwo.sh WEEKLY: in the working directory, a pack of 52 slides (fiftytwo/): 36 of text, each
# of some 450 characters out of the sample weekly's, and 16 with 30 charts over its market data.
weekly=$1
sh "$(dirname "$0")/charts.sh" fiftytwo "$weekly/data/market.csv"
printf 'title: 五十二页\ndate: 2026-04-19\norganization: 示例\n' >fiftytwo/pack.yaml
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
