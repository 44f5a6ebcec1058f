#!/bin/sh
# thirty.sh MARKET.csv: in the working directory, a pack of 30 charts, one a page (thirty/), and
# gnuplot's script for the same 30 (thirty.gnuplot): bars with a line over the last 60 days.
sh "$(dirname "$0")/charts.sh" thirty "$1"
tail -60 "$1" >days.csv
printf 'title: 三十图\ndate: 2026-04-19\norganization: 示例\n' >thirty/pack.yaml
: >thirty/deck.md
{
    echo 'set terminal pdfcairo size 33.9cm,19cm font "Noto Sans CJK SC,12"'
    echo 'set output "thirty-gnuplot.pdf"'
    echo 'set datafile separator ","'
    echo 'set style fill solid 1.0 noborder; set boxwidth 0.7; set grid ytics; set key top left'
    echo 'set xtics 10; set y2tics; set y2range [4000:8000]'
} >thirty.gnuplot
for i in $(seq 1 30); do
    printf '## 成交额与指数 %s\n\n![](charts/c%s.yaml)\n\n' "$i" "$i" >>thirty/deck.md
    cat >>thirty.gnuplot <<GNUPLOT
set title "全A成交额与指数 $i"
plot "days.csv" using 0:4:xticlabel(int(column(0)) % 10 == 0 ? strcol(1) : "") with boxes lc rgb "#9DB8D6" title "成交额", \\
     "" using 0:2 axes x1y2 with lines lw 2 lc rgb "#C8102E" title "收盘"
GNUPLOT
done
