#!/bin/sh
# pictures.sh MARKET.csv COUNT: in the working directory, a pack with one chart of the last 60 days (many/), a
# table of so many sets (many.csv), and gnuplot's script for the same pictures, of 1600 x 900 pixels (many.gnuplot).
sh "$(dirname "$0")/charts.sh" many "$1"
tail -60 "$1" >days.csv
printf 'title: 多图\ndate: 2026-04-19\norganization: 示例\n' >many/pack.yaml
{ echo number; seq "$2"; } >many.csv
mkdir -p gnuplot
{
    echo 'set terminal pngcairo size 1600,900 font "Noto Sans CJK SC,22"'
    echo 'set datafile separator ","'
    echo 'set style fill solid 1.0 noborder; set boxwidth 0.7; set grid ytics; set key top left'
    echo 'set xtics 10; set y2tics; set y2range [4000:8000]'
    for i in $(seq "$2"); do
        cat <<GNUPLOT
set output "gnuplot/$i.png"
set title "全A成交额与指数 $i"
plot "days.csv" using 0:4:xticlabel(int(column(0)) % 10 == 0 ? strcol(1) : "") with boxes lc rgb "#9DB8D6" title "成交额", \\
     "" using 0:2 axes x1y2 with lines lw 2 lc rgb "#C8102E" title "收盘"
GNUPLOT
    done
} >many.gnuplot
