set terminal pngcairo size 1600,900 font "Noto Sans CJK SC,22"
set output "turnover-gnuplot.png"
set datafile separator ","
set key top left
set style fill solid 1.0 noborder
set boxwidth 0.7
set yrange [0:30000]
set format y "%'.0f"
set grid ytics
plot "turnover.csv" skip 1 using 0:2:xticlabel(int(column(0)) % 10 == 0 ? strcol(1) : "") with boxes lc rgb "#9DB8D6" title "全A成交额", \
     "" skip 1 using 0:3 with fsteps lw 3 lc rgb "#C8102E" title "周均成交额"
