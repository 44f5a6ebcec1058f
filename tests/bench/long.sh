#!/bin/sh
# long.sh ROWS PACK: in the working directory, a pack with one line chart of so many rows.
mkdir -p "$2/data" "$2/charts"
printf 'title: big\ndate: 2026-04-19\n' >"$2/pack.yaml"
awk -v rows="$1" 'BEGIN {
    srand(7)
    print "i,v"
    v = 100
    for (i = 0; i < rows; i++) { v += rand() - 0.5; printf "%d,%.3f\n", i, v }
}' >"$2/data/long.csv"
printf 'title: 一百万行\nsource: 示例\ndata: long\nx: i\nmarks:\n  - {line: v}\n' >"$2/charts/long.yaml"
