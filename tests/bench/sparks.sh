#!/bin/sh
# sparks.sh CHARTPACK WEEKLY: in the working directory, a pack with one table of 20 rows and 9 columns, two of them
# sparklines (sparks/), out of the sample weekly's p13; for peers the same as cells.csv (row, column, text) and
# sparks.csv (row, column, place, value between 0 and 1).
set -eu
chartpack=$1
weekly=$2
mkdir -p sparks/data sparks/charts
printf 'title: 赛道\ndate: 2026-04-19\norganization: 示例\n' >sparks/pack.yaml
query() { (cd "$weekly" && "$chartpack" data --csv --quiet "$1"); }
query "$(awk '/^sql:/ { on = 1; next } /^[a-z]/ { on = 0 } on' "$weekly/charts/hot-tracks.yaml")" >sparks/data/tracks.csv
query "select 细分主题, 日期, 收盘 from hot_days where 日期 >= '2026-03-17'" >sparks/data/closes.csv
query "select 细分主题, 日期, 拥挤度 from hot_days where 日期 >= '2026-03-17'" >sparks/data/crowds.csv
cat >sparks/charts/sparks.yaml <<'YAML'
type: table
title: 涨跌幅与拥挤度
source: 示例
data: tracks
columns:
  - {field: 细分主题, bold: true}
  - {field: 细分主题, cell: spark, label: 走势图, series: {data: closes, y: 收盘}}
  - {field: 本周, format: ".1%", color: sign}
  - {field: 上周, format: ".1%", color: sign}
  - {field: 环比, format: "(.2f", color: sign}
  - {field: 细分主题, cell: spark, label: 走势图, series: {data: crowds, y: 拥挤度}}
  - {field: 本周分位, format: ".1%"}
  - {field: 分位环比, format: "(.2f", color: sign}
  - {field: 趋势}
YAML
awk -F, 'NR == 1 {
        count = split("细分主题 走势图 本周 上周 环比 走势图 本周分位 分位环比 趋势", head, " ")
        for (i = 1; i <= count; i++) print "0," i "," head[i]
        next
    }
    {
        printf "%d,1,%s\n%d,3,%.1f%%\n%d,4,%.1f%%\n%d,5,%.2f\n", NR - 1, $1, NR - 1, 100 * $2, NR - 1, 100 * $3, NR - 1, $4
        printf "%d,7,%.1f%%\n%d,8,%.2f\n%d,9,%s\n", NR - 1, 100 * $5, NR - 1, $7, NR - 1, $8
    }' sparks/data/tracks.csv >cells.csv
for series in 2:closes 6:crowds; do
    awk -F, -v column="${series%:*}" 'NR == FNR { row[$1] = FNR - 1; next }
        FNR > 1 {
            value[$1, ++count[$1]] = $3
            if (count[$1] == 1 || $3 < low[$1]) low[$1] = $3
            if (count[$1] == 1 || $3 > high[$1]) high[$1] = $3
        }
        END {
            for (name in count) {
                for (i = 1; i <= count[name]; i++)
                    printf "%d,%d,%.4f,%.4f\n", row[name], column, (i - 1) / (count[name] - 1),
                        (value[name, i] - low[name]) / (high[name] - low[name])
                print ""
            }
        }' sparks/data/tracks.csv "sparks/data/${series#*:}.csv"
done >sparks.csv
