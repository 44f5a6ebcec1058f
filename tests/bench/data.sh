#!/bin/sh
# data.sh: in the working directory, a pack of large tables (tables/): a text of 100 MB with 7 columns, 1,000,000
# rows for SQL, and two tables of 100,000 rows to join.
mkdir -p tables/data
printf 'title: 大表\ndate: 2026-04-19\n' >tables/pack.yaml
awk 'BEGIN {
    srand(1)
    split("平安银行 万科A 贵州茅台 宁德时代 比亚迪 中国平安 招商银行 五粮液", name, " ")
    print "日期,代码,名称,开盘,收盘,成交量,涨跌幅"
    for (i = 0; i < 1644000; i++) {
        day = int(i / 400)
        printf "%04d-%02d-%02d,%d.SH,%s,%.2f,%.2f,%d,%.4f\n", 2000 + int(day / 336), int(day / 28) % 12 + 1,
            day % 28 + 1, 600000 + i % 400, name[i % 8 + 1], rand() * 100, rand() * 100, rand() * 1e8, rand() / 5 - 0.1
    }
}' >tables/data/quotes.csv
awk 'BEGIN {
    srand(7)
    print "日期,code,v"
    for (i = 0; i < 1000000; i++) {
        day = int(i / 1000)
        printf "%04d-%02d-%02d,%d,%.3f\n", 2020 + int(day / 336), int(day / 28) % 12 + 1, day % 28 + 1, i % 1000, rand() * 100
    }
}' >tables/data/t.csv
for table in a b; do
    awk -v up="$([ "$table" = a ] && echo 1 || echo 0)" 'BEGIN {
        srand(8)
        print "k,v"
        for (i = 0; i < 100000; i++)
            printf "%d,%.3f\n", up ? i : 99999 - i, rand()
    }' >tables/data/$table.csv
done
